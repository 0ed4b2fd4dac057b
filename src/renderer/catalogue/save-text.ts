/** Hands a text to the person as a file, through the browser's or the desktop's own way of saving. */

/** Long enough for the browser to have taken the bytes. In ms. */
const URL_LIFE = 60_000

export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), URL_LIFE)
}
