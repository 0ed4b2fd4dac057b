/** What kind of file it is: by its first bytes where they tell, else by its name. A wrong name does not mislead. */

const BY_EXTENSION: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  doc: 'application/msword',
  wps: 'application/vnd.ms-works',
  xls: 'application/vnd.ms-excel',
  ofd: 'application/ofd',
  txt: 'text/plain',
  csv: 'text/csv',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  bmp: 'image/bmp',
  webp: 'image/webp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  zip: 'application/zip',
}

const BY_MAGIC: readonly (readonly [hex: string, mediaType: string])[] = [
  ['255044462d', 'application/pdf'],
  ['89504e470d0a1a0a', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
  ['47494638', 'image/gif'],
  ['49492a00', 'image/tiff'],
  ['4d4d002a', 'image/tiff'],
]
/** ZIP and OLE hold several formats; the name says which, if it says one of these. */
const CONTAINERS: readonly (readonly [hex: string, extensions: readonly string[], otherwise: string])[] = [
  ['504b0304', ['docx', 'xlsx', 'ofd', 'zip'], 'application/zip'],
  ['d0cf11e0a1b11ae1', ['doc', 'wps', 'xls'], 'application/x-ole-storage'],
]
const BINARY = 'application/octet-stream'

export function mediaTypeOf(name: string, firstBytes: Uint8Array): string {
  const hex = Buffer.from(firstBytes.subarray(0, 8)).toString('hex')
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const container = CONTAINERS.find(([magic]) => hex.startsWith(magic))
  if (container !== undefined) {
    const [, extensions, otherwise] = container
    return extensions.includes(extension) ? (BY_EXTENSION[extension] ?? otherwise) : otherwise
  }
  const byMagic = BY_MAGIC.find(([magic]) => hex.startsWith(magic))
  if (byMagic !== undefined) return byMagic[1]
  const claimed = BY_EXTENSION[extension] ?? BINARY
  // a format with magic bytes that lacks them is not that format, whatever its name says
  const hasMagic = [...BY_MAGIC.map(([, type]) => type), ...CONTAINERS.flatMap(([, ends]) => ends.map((end) => BY_EXTENSION[end]))]
  return hasMagic.includes(claimed) ? BINARY : claimed
}
