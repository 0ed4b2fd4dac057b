/** The one origin that the desktop window shows, and what may be requested from it. Pure, so that it is tested as text. */

export const APP_SCHEME = 'fashen'
export const APP_ORIGIN = `${APP_SCHEME}://app`
export const APP_URL = `${APP_ORIGIN}/`

/** Bytes that the page made itself; they reach no network. */
const LOCAL_SCHEMES: readonly string[] = ['blob:', 'data:']

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined
}

/** Whether a page address belongs to the application. `devOrigin` is the development server's origin, if there is one. */
export function isAppUrl(url: string, devOrigin?: string): boolean {
  const parsed = parse(url)
  if (parsed === undefined || parsed.username !== '' || parsed.password !== '') return false
  // The origin of a non-standard scheme is the string 'null', so scheme and host are compared instead.
  if (parsed.protocol === `${APP_SCHEME}:` && parsed.host === 'app') return true
  return devOrigin !== undefined && parsed.origin === devOrigin
}

/** Whether a request may leave the page at all. Everything that would touch a network is refused: the program is offline. */
export function isRequestAllowed(url: string, devOrigin?: string): boolean {
  if (isAppUrl(url, devOrigin)) return true
  const parsed = parse(url)
  if (parsed === undefined) return false
  if (LOCAL_SCHEMES.includes(parsed.protocol)) return true
  if (devOrigin === undefined) return false
  // Development only: the inspector's own pages, and the development server's socket.
  if (parsed.protocol === 'devtools:') return true
  return parsed.protocol === 'ws:' && parsed.host === new URL(devOrigin).host
}
