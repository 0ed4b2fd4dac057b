/** Hands content to the person as a file, through the browser's or the desktop's own way of saving. */

/** Long enough for the browser to have taken the bytes. In ms. */
const URL_LIFE = 60_000

export function saveFile(name: string, content: BlobPart): void {
  // never the content's own media type: a page or a drawing must not be opened in our origin
  const url = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), URL_LIFE)
}
