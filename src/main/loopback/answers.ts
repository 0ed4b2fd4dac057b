/** Writing answers, and reading what a request carries, within limits. */
import type { IncomingMessage, ServerResponse } from 'node:http'

/** The largest call, in bytes. Files go another way. */
export const CALL_LIMIT = 8 * 1024 * 1024

export class RequestRefused extends Error {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}

const PLAIN_HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': `default-src 'none'; frame-ancestors 'none'; sandbox`,
}

export function sendText(response: ServerResponse, status: number, text: string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { ...PLAIN_HEADERS, 'Content-Type': 'text/plain; charset=utf-8', ...headers })
  response.end(text)
}

export function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...PLAIN_HEADERS, 'Content-Type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(value))
}

export function sendStream(response: ServerResponse, mediaType: string): void {
  response.writeHead(200, { ...PLAIN_HEADERS, 'Content-Type': mediaType })
}

export function requireMethod(request: IncomingMessage, method: string): void {
  if (request.method !== method) throw new RequestRefused(405, 'method not allowed', { Allow: method })
}

export function requireMediaType(request: IncomingMessage, mediaType: string): void {
  const given = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (given !== mediaType) throw new RequestRefused(415, `send ${mediaType}`)
}

/** The declared length in bytes, where one is declared. */
export function contentLength(request: IncomingMessage): number | undefined {
  const declared = request.headers['content-length']
  return declared === undefined ? undefined : Number(declared)
}

/** The body as it comes. Leaving off early keeps the connection, on which the answer still has to go out. */
export function piecesOf(request: IncomingMessage): AsyncIterable<Uint8Array> {
  return request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
}

export async function readJson(request: IncomingMessage): Promise<unknown> {
  requireMediaType(request, 'application/json')
  if ((contentLength(request) ?? 0) > CALL_LIMIT) throw new RequestRefused(413, 'too large')
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of piecesOf(request)) {
    size += piece.length
    if (size > CALL_LIMIT) throw new RequestRefused(413, 'too large')
    pieces.push(piece)
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces))) as unknown
  } catch {
    throw new RequestRefused(400, 'not JSON')
  }
}
