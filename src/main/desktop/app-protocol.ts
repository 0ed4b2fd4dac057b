/** Serves `fashen://app/` from the built renderer's folder and nothing outside it. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, relative, isAbsolute } from 'node:path'
import { protocol, type Session } from 'electron'
import { APP_SCHEME, isAppUrl } from '../../shared/shell/app-origin.ts'
import { assetPath, mediaTypeOf } from '../../shared/shell/asset-path.ts'
import { contentSecurityPolicy, isDecoder, securityHeaders, withNonce } from '../../shared/shell/content-security-policy.ts'

/** To be called before the application is ready: makes the scheme a secure origin like https. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** @param pageUrl the application's address; its scheme is answered here, whatever the host */
export function serveApp(session: Session, folder: string, pageUrl: string): void {
  const { protocol: scheme, origin } = new URL(pageUrl)
  session.protocol.handle(scheme.slice(0, -1), (request) => answer(request, folder, origin))
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: securityHeaders(contentSecurityPolicy({ nonce: newNonce() })) })
}

function newNonce(): string {
  return randomBytes(18).toString('base64')
}

async function answer(request: Request, folder: string, origin: string): Promise<Response> {
  if (request.method !== 'GET') return refuse(405)
  if (!isAppUrl(request.url, origin)) return refuse(404)
  const asset = assetPath(new URL(request.url).pathname)
  const mediaType = asset === undefined ? undefined : mediaTypeOf(asset)
  if (asset === undefined || mediaType === undefined) return refuse(404)
  const file = join(folder, asset)
  const within = relative(folder, file)
  if (within.startsWith('..') || isAbsolute(within)) return refuse(404)
  const bytes = await readFile(file).catch(() => undefined)
  if (bytes === undefined) return refuse(404)
  const nonce = newNonce()
  const headers = { ...securityHeaders(contentSecurityPolicy({ nonce, decoder: isDecoder(asset) })), 'Content-Type': mediaType }
  const body = asset.endsWith('.html') ? withNonce(bytes.toString('utf8'), nonce) : new Uint8Array(bytes)
  return new Response(body, { headers })
}
