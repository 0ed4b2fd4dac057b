/**
 * Who may talk to the loopback shell. A page on the internet can make a browser send requests to 127.0.0.1, and a
 * name of its own can be made to point there (DNS rebinding); the Host and the Origin give both away.
 */

const NAMES: readonly string[] = ['127.0.0.1', 'localhost']

/** The `Host` header names this server itself. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host !== undefined && NAMES.some((name) => host === `${name}:${port}`)
}

/** The `Origin` header is the one of the page that this server sent. `host` is the (already checked) `Host` header. */
export function isOwnOrigin(origin: string | undefined, host: string): boolean {
  return origin === `http://${host}`
}

/** The value of one cookie of a `Cookie` header; `undefined` when it is absent or there twice. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  const values = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1))
  return values.length === 1 ? values[0] : undefined
}

/** The header that hands a session to the browser: unreadable for scripts, not sent along from any other site. */
export function sessionCookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Strict`
}
