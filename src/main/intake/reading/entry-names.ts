/** Names of files as archives and folders give them: decoded, made safe, sorted out. */

const UTF8_FLAG = 0x8_00

export interface RawName {
  readonly bytes: Uint8Array
  /** General purpose bit flag (PKWARE APPNOTE 4.4.4). */
  readonly flags: number
  /** The name in UTF-8, which some programs write beside the one in the system's encoding (APPNOTE 4.6.9). */
  readonly unicodePath: string | undefined
}

function decodes(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * The names of one archive. Without the flag for UTF-8 they are in the encoding of the system that packed them: UTF-8
 * where all of them are valid so (macOS, Linux), else GB 18030 (Windows in Chinese), else one character a byte.
 */
export function decodedNames(names: readonly RawName[]): string[] {
  const unmarked = names.filter(({ flags, unicodePath }) => (flags & UTF8_FLAG) === 0 && unicodePath === undefined)
  const allUtf8 = unmarked.every(({ bytes }) => decodes(bytes, 'utf-8') !== undefined)
  return names.map(({ bytes, flags, unicodePath }) => {
    if (unicodePath !== undefined) return unicodePath
    const isUtf8 = (flags & UTF8_FLAG) !== 0 || allUtf8
    return (isUtf8 ? decodes(bytes, 'utf-8') : decodes(bytes, 'gb18030')) ?? decodes(bytes, 'utf-8') ?? Buffer.from(bytes).toString('latin1')
  })
}

/** Whether a path from an archive would lead out of the folder that it is unpacked in, or is made to deceive. */
export function isUnsafePath(path: string): boolean {
  if (/^[/\\]|^[A-Za-z]:|\0/.test(path)) return true
  return path.split(/[/\\]/).some((part) => part === '..')
}

const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?$/i
const LONGEST = 200

/** A name that every system can write; the same where it is one already. */
export function safeName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replaceAll(/[<>:"|?*\\/]/g, '_')
    .replace(/[. ]+$/, '')
    .trim()
  const ending = /\.[^.]{1,10}$/.exec(cleaned)?.[0] ?? ''
  const short = cleaned.length > LONGEST ? cleaned.slice(0, LONGEST - ending.length) + ending : cleaned
  return short === '' ? '_' : RESERVED.test(short) ? `_${short}` : short
}

const SYSTEM_FILES = /^(Thumbs\.db|ehthumbs\.db|desktop\.ini|__MACOSX|\$RECYCLE\.BIN|System Volume Information)$/i
/** Lock and temporary files of Word and WPS. */
const OFFICE_TRACES = /^(~\$.*|\.~.*|~.*\.tmp|~WRL\d+\.tmp|.*\.(tmp|lnk\.tmp|crdownload|part))$/i

/** Files that systems and programs leave behind; a folder of that name is passed over whole. */
export function isSystemFile(name: string): boolean {
  // .DS_Store, ._name, .Trashes and whatever else a system hides by a dot
  return SYSTEM_FILES.test(name) || OFFICE_TRACES.test(name) || (name.startsWith('.') && name.length > 1)
}
