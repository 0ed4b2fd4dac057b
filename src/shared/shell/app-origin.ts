/** The one origin that the desktop window shows, and what may be requested from it. Pure, so that it is tested as text. */

export const APP_SCHEME = 'fashen'
export const APP_ORIGIN = `${APP_SCHEME}://app`
export const APP_URL = `${APP_ORIGIN}/`

/** Bytes that the page made itself; they reach no network. */
const LOCAL_SCHEMES: readonly string[] = ['blob:', 'data:']

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined
}

/**
 * Stands in for the application's own scheme where a launcher loads the program only after Electron is ready, when
 * no scheme can be given the rights of an origin any more. Every https request is answered inside the process then.
 */
export const STAND_IN_ORIGIN = 'https://app.fashen.invalid'

/**
 * Whether a page address belongs to the application.
 *
 * @param otherOrigin the development server's origin or {@link STAND_IN_ORIGIN}, where one of them is in use
 */
export function isAppUrl(url: string, otherOrigin?: string): boolean {
  const parsed = parse(url)
  if (parsed === undefined || parsed.username !== '' || parsed.password !== '') return false
  // The origin of a scheme that the URL parser does not know is the string 'null', so scheme and host are compared.
  if (parsed.protocol === `${APP_SCHEME}:` && parsed.host === 'app') return true
  return otherOrigin !== undefined && parsed.origin === otherOrigin
}

/** Whether a request may leave the page at all. Everything that would touch a network is refused: the program is offline. */
export function isRequestAllowed(url: string, otherOrigin?: string): boolean {
  if (isAppUrl(url, otherOrigin)) return true
  const parsed = parse(url)
  if (parsed === undefined) return false
  if (LOCAL_SCHEMES.includes(parsed.protocol)) return true
  // Development only: the inspector's own pages, and the development server's socket.
  if (otherOrigin === undefined || !otherOrigin.startsWith('http://')) return false
  return parsed.protocol === 'devtools:' || (parsed.protocol === 'ws:' && parsed.host === new URL(otherOrigin).host)
}
