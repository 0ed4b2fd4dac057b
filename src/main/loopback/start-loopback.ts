/**
 * The loopback shell: the same application in a browser on this computer, for systems that Electron has no build
 * for, and for tests. It listens on 127.0.0.1 only and lets in one browser, by a token that works once.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { z } from 'zod'
import { cookieValue, isOwnHost, isOwnOrigin, sessionCookie } from '../../shared/shell/loopback-request.ts'
import type { Host } from '../core/host-interface.ts'
import { signInAutomatically, type AutoSignIn } from '../shell/auto-sign-in.ts'
import { readJson, requireMethod, RequestRefused, sendJson, sendText } from './answers.ts'
import { sendRendererFile } from './renderer-files.ts'
import { createSessions, newSecret, type Session, type Sessions } from './sessions.ts'
import { sendFile, takeFile } from './stored-files.ts'

export interface LoopbackOptions {
  readonly host: Host
  /** The folder of the built renderer. */
  readonly rendererFolder: string
  /** 0 or absent: any free port. */
  readonly port?: number | undefined
  readonly autoSignIn?: AutoSignIn | undefined
  readonly log?: ((line: string) => void) | undefined
  /** How long a browser may stay away before it is signed out, in milliseconds. */
  readonly graceMs?: number | undefined
}

export interface Loopback {
  /** `http://127.0.0.1:PORT` */
  readonly address: string
  /** The address with the one-time token. */
  readonly url: string
  /** Stops listening and ends every session; the host stays open. */
  close(): Promise<void>
}

/** In the cookie's name, and in the built file by which a test sees that the desktop build carries no loopback shell. */
export const LOOPBACK_MARK = 'fashen-loopback-session'

const USED = [
  '这个地址已经用过，或不完整。请回到启动法审台的窗口，重新启动以取得新地址。',
  'This address has been used already, or is incomplete. Start Fashen again to get a new one.',
].join('\n\n')

interface Shell {
  readonly options: LoopbackOptions
  readonly sessions: Sessions
  readonly port: number
  readonly cookieName: string
}

export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const token = newSecret()
  const sessions = createSessions(
    options.host,
    token,
    (caller) => signInAutomatically(options.host, caller, options.autoSignIn),
    options.graceMs,
  )
  const server = createServer({ requestTimeout: 0 })
  await listen(server, options.port ?? 0)
  const { port } = server.address() as AddressInfo
  // Browsers keep cookies by host and not by port, so two stations need two names.
  const shell: Shell = { options, sessions, port, cookieName: `${LOOPBACK_MARK}-${port}` }
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 })
  server.on('request', (request, response) => void handle(shell, request, response))
  server.on('upgrade', (request, socket, head) => upgrade(shell, sockets, request, socket, head))
  const address = `http://127.0.0.1:${port}`
  return { address, url: `${address}/?token=${token}`, close: () => close(server, sockets, sessions) }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

async function close(server: Server, sockets: WebSocketServer, sessions: Sessions): Promise<void> {
  for (const socket of sockets.clients) socket.terminate()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
  sessions.close()
}

async function handle(shell: Shell, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await route(shell, request, response)
  } catch (error) {
    request.resume()
    if (error instanceof RequestRefused) return sendText(response, error.status, error.message, error.headers)
    shell.options.log?.(`loopback: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    if (response.headersSent) response.destroy()
    else sendText(response, 500, 'unexpected failure')
  }
}

/** The `Host` header once it is known to name this server. */
function ownHost(shell: Shell, request: IncomingMessage): string {
  const { host } = request.headers
  if (host === undefined || !isOwnHost(host, shell.port)) throw new RequestRefused(403, 'unknown host')
  return host
}

function sessionOf(shell: Shell, request: IncomingMessage): Session {
  const session = shell.sessions.find(cookieValue(request.headers.cookie, shell.cookieName))
  if (session === undefined) throw new RequestRefused(401, USED)
  return session
}

async function route(shell: Shell, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const host = ownHost(shell, request)
  const reading = request.method === 'GET'
  if (!reading && !isOwnOrigin(request.headers.origin, host)) throw new RequestRefused(403, 'unknown origin')
  const url = new URL(request.url ?? '/', `http://${host}`)
  const token = url.searchParams.get('token')
  if (reading && url.pathname === '/' && token !== null) return welcome(shell, response, token)
  const { caller } = sessionOf(shell, request)
  if (url.pathname === '/call') {
    requireMethod(request, 'POST')
    return call(shell, request, response, caller)
  }
  if (url.pathname === '/stage') {
    requireMethod(request, 'PUT')
    return takeFile(request, response, url, shell.options.host, caller)
  }
  requireMethod(request, 'GET')
  const file = /^\/file\/(.+)$/.exec(url.pathname)?.[1]
  if (file !== undefined) return sendFile(response, file, shell.options.host, caller)
  return sendRendererFile(response, shell.options.rendererFolder, url.pathname, host)
}

async function welcome(shell: Shell, response: ServerResponse, token: string): Promise<void> {
  const cookie = await shell.sessions.redeem(token)
  if (cookie === undefined) throw new RequestRefused(401, USED)
  // The redirect takes the token out of the address bar and of the history.
  sendText(response, 303, '', { Location: '/', 'Set-Cookie': sessionCookie(shell.cookieName, cookie) })
}

const callSchema = z.strictObject({ name: z.string().max(200), input: z.unknown() })

async function call(shell: Shell, request: IncomingMessage, response: ServerResponse, caller: Session['caller']): Promise<void> {
  const asked = callSchema.safeParse(await readJson(request))
  if (!asked.success) throw new RequestRefused(400, 'not a call')
  sendJson(response, await shell.options.host.dispatch(asked.data.name, asked.data.input, caller))
}

function upgrade(shell: Shell, sockets: WebSocketServer, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const refuse = (status: string): void => void socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  const { host, origin, cookie } = request.headers
  if (host === undefined || !isOwnHost(host, shell.port) || !isOwnOrigin(origin, host)) return refuse('403 Forbidden')
  if (request.url !== '/events') return refuse('404 Not Found')
  const session = shell.sessions.find(cookieValue(cookie, shell.cookieName))
  if (session === undefined) return refuse('401 Unauthorized')
  sockets.handleUpgrade(request, socket, head, (opened) => attend(shell.options.host, session, opened))
}

function attend(host: Host, session: Session, socket: WebSocket): void {
  const leave = session.attend()
  const unsubscribe = host.subscribe(session.caller, (event) => socket.send(JSON.stringify(event)))
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    unsubscribe()
    leave()
  })
}
