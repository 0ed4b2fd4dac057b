/** Sends the built renderer with the same policy as the desktop shell. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { assetPath, mediaTypeOf } from '../../shared/shell/asset-path.ts'
import { contentSecurityPolicy, isDecoder, securityHeaders, withNonce } from '../../shared/shell/content-security-policy.ts'
import { RequestRefused } from './answers.ts'

/** @param host the checked `Host` header: the page's socket may go there and nowhere else */
export async function sendRendererFile(response: ServerResponse, folder: string, pathname: string, host: string): Promise<void> {
  const asset = assetPath(pathname)
  const mediaType = asset === undefined ? undefined : mediaTypeOf(asset)
  if (asset === undefined || mediaType === undefined) throw new RequestRefused(404, 'not found')
  const bytes = await readFile(join(folder, asset)).catch(() => {
    throw new RequestRefused(404, 'not found')
  })
  const nonce = randomBytes(18).toString('base64')
  const policy = contentSecurityPolicy({ nonce, connect: [`ws://${host}`], decoder: isDecoder(asset) })
  response.writeHead(200, { ...securityHeaders(policy), 'Content-Type': mediaType })
  response.end(asset.endsWith('.html') ? withNonce(bytes.toString('utf8'), nonce) : bytes)
}
