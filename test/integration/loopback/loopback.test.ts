import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { connect as connectSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { WebSocket } from 'ws'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startLoopback, type Loopback } from '../../../src/main/loopback/start-loopback.ts'
import { createLoopbackTransport } from '../../../src/renderer/transport/loopback-transport.ts'
import { createEchoHost, FILM, STORED, type EchoHost } from './echo-host.ts'

let host: EchoHost
let loopback: Loopback
let cookie: string
let authority: string

function rendererFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fashen-renderer-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__"><p>法审台</p>')
  writeFileSync(join(folder, 'assets', 'app.js'), 'globalThis.loaded = true')
  writeFileSync(join(folder, '..', 'outside.js'), 'secret')
  return folder
}

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** A plain request in which every header is as the test says: `fetch` would not let a page lie about Host and Origin. */
function send(path: string, options: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options
    const port = Number(authority.split(':')[1])
    const request = httpRequest({ host: '127.0.0.1', port, path, method, setHost: false, headers: { host: authority, ...headers } })
    request.on('error', reject).on('response', (response) => {
      const pieces: Uint8Array[] = []
      response.on('data', (piece: Uint8Array) => pieces.push(piece))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces).toString('utf8') }),
      )
    })
    request.end(body)
  })
}

const json = { 'content-type': 'application/json' }
const own = () => ({ cookie, origin: `http://${authority}` })
const callBody = (name: string, input: unknown = {}) => JSON.stringify({ name, input })

async function signInBrowser(): Promise<void> {
  const welcome = await send(new URL(loopback.url).pathname + new URL(loopback.url).search)
  cookie = String(welcome.headers['set-cookie']).split(';')[0]!
}

beforeEach(async () => {
  host = createEchoHost()
  loopback = await startLoopback({ host, rendererFolder: rendererFolder(), graceMs: 50 })
  authority = new URL(loopback.address).host
  await signInBrowser()
})

afterEach(() => loopback.close())

describe('letting a browser in', () => {
  it('listens on this computer only', () => {
    expect(loopback.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })

  it('exchanges the token for a strict cookie, once', async () => {
    const second = await startLoopback({ host, rendererFolder: rendererFolder() })
    authority = new URL(second.address).host
    const path = `/${new URL(second.url).search}`
    const first = await send(path)
    expect(first.status).toBe(303)
    expect(first.headers.location).toBe('/')
    expect(String(first.headers['set-cookie'])).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
    const again = await send(path)
    expect(again.status).toBe(401)
    expect(again.headers['set-cookie']).toBeUndefined()
    await second.close()
  })

  it('a wrong token opens nothing and does not use up the right one', async () => {
    const second = await startLoopback({ host, rendererFolder: rendererFolder() })
    authority = new URL(second.address).host
    expect((await send('/?token=wrong')).status).toBe(401)
    expect((await send(`/${new URL(second.url).search}`)).status).toBe(303)
    await second.close()
  })

  it('without the cookie there is neither page nor call nor file, and the reason is said in both languages', async () => {
    const page = await send('/')
    expect(page.status).toBe(401)
    expect(page.body).toContain('这个地址已经用过')
    expect(page.body).toContain('used already')
    expect((await send('/assets/app.js')).status).toBe(401)
    expect((await send('/file/material/1')).status).toBe(401)
    const call = await send('/call', { method: 'POST', headers: { ...json, origin: `http://${authority}` }, body: callBody('x') })
    expect(call.status).toBe(401)
    expect((await send('/', { headers: { cookie: cookie.replace(/.$/, 'x') } })).status).toBe(401)
    expect(host.calls).toEqual([])
  })

  it('signs a demonstration station in before the first page', async () => {
    const secrets = { passphrase: 'p', login: 'l', password: 'w' }
    const second = await startLoopback({ host, rendererFolder: rendererFolder(), autoSignIn: secrets })
    authority = new URL(second.address).host
    await send(`/${new URL(second.url).search}`)
    expect(host.calls.map(({ name, input }) => [name, input])).toEqual([
      ['station.unlock', { passphrase: 'p' }],
      ['session.signIn', { login: 'l', password: 'w' }],
    ])
    await second.close()
  })
})

describe('requests from elsewhere', () => {
  it('a foreign Host is refused, with or without the cookie (DNS rebinding)', async () => {
    for (const foreign of ['evil.example', `evil.example:${authority.split(':')[1]}`, '127.0.0.1']) {
      expect((await send('/', { headers: { host: foreign, cookie } })).status).toBe(403)
      expect((await send(`/${new URL(loopback.url).search}`, { headers: { host: foreign } })).status).toBe(403)
    }
  })

  it('a foreign or missing Origin writes nothing', async () => {
    for (const origin of ['https://evil.example', 'null', `http://127.0.0.1:1`, undefined]) {
      const headers = { ...json, cookie, ...(origin === undefined ? {} : { origin }) }
      expect((await send('/call', { method: 'POST', headers, body: callBody('x') })).status).toBe(403)
      expect((await send('/stage?name=a', { method: 'PUT', headers: { ...headers, 'content-type': 'application/octet-stream' }, body: 'x' })).status).toBe(403)
    }
    expect(host.calls).toEqual([])
  })

  it('a foreign page cannot listen to events', async () => {
    const refused = async (path: string, headers: Record<string, string>, origin?: string): Promise<number> =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://${authority}${path}`, { headers, ...(origin === undefined ? {} : { origin }) })
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
        socket.on('open', () => resolve(101))
        socket.on('error', () => {})
      })
    expect(await refused('/events', { cookie }, 'https://evil.example')).toBe(403)
    expect(await refused('/events', { cookie })).toBe(403)
    expect(await refused('/events', { cookie, host: 'evil.example' }, 'http://evil.example')).toBe(403)
    expect(await refused('/events', {}, `http://${authority}`)).toBe(401)
    expect(await refused('/other', { cookie }, `http://${authority}`)).toBe(404)
    expect(await refused('/events', { cookie }, `http://${authority}`)).toBe(101)
  })
})

describe('the page', () => {
  it('comes with the policy, and its nonce is new each time', async () => {
    const [first, second] = [await send('/', { headers: { cookie } }), await send('/cases/1', { headers: { cookie } })]
    const nonceOf = ({ body }: Answer) => /content="([^"]+)"/.exec(body)?.[1]
    expect(first.headers['content-security-policy']).toContain(`'nonce-${nonceOf(first)}'`)
    expect(first.headers['content-security-policy']).toContain(`connect-src 'self' ws://${authority};`)
    expect(first.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(nonceOf(first)).not.toBe(nonceOf(second))
    expect(first.body).toContain('法审台')
  })

  it('comes from its own folder only', async () => {
    expect((await send('/assets/app.js', { headers: { cookie } })).headers['content-type']).toBe('text/javascript; charset=utf-8')
    for (const path of ['/../outside.js', '/%2e%2e/outside.js', '/assets/..%2f..%2foutside.js', '/assets/missing.js', '/station.db']) {
      expect((await send(path, { headers: { cookie } })).status).toBe(404)
    }
  })
})

describe('a call', () => {
  it('reaches the core with the browser’s own connection and comes back', async () => {
    const answer = await send('/call', { method: 'POST', headers: { ...json, ...own() }, body: callBody('cases.list', { 当事人: '𠮷野家🀄' }) })
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { name: 'cases.list', input: { 当事人: '𠮷野家🀄' }, connection: 'c1' } })
  })

  it.each([
    ['another method', { method: 'DELETE' }, 405],
    ['another media type', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: callBody('x') }, 415],
    ['no JSON', { method: 'POST', headers: json, body: '{' }, 400],
    ['broken UTF-8', { method: 'POST', headers: json, body: new Uint8Array([0x22, 0xff, 0x22]) }, 400],
    ['an extra field', { method: 'POST', headers: json, body: '{"name":"x","input":{},"caller":{}}' }, 400],
    ['no name', { method: 'POST', headers: json, body: '{"input":{}}' }, 400],
    ['nine megabytes', { method: 'POST', headers: json, body: callBody('x', 'x'.repeat(9 * 1024 * 1024)) }, 413],
    ['nine megabytes without saying so', { method: 'POST', headers: { ...json, 'transfer-encoding': 'chunked' }, body: callBody('x', 'x'.repeat(9 * 1024 * 1024)) }, 413],
  ])('with %s is refused and does not reach the core', async (_what, { headers, ...options }: { method: string; headers?: Record<string, string>; body?: string | Uint8Array }, status) => {
    expect((await send('/call', { ...options, headers: { ...headers, ...own() } })).status).toBe(status)
    expect(host.calls).toEqual([])
  })

  it('a request line that is no HTTP does not stop the server', async () => {
    await new Promise<void>((resolve) => {
      const socket = connectSocket(Number(authority.split(':')[1]), '127.0.0.1', () => socket.write('\0\0\0\r\n\r\n'))
      socket.on('close', () => resolve()).on('error', () => {}).resume()
    })
    expect((await send('/', { headers: { cookie } })).status).toBe(200)
  })
})

describe('the renderer’s transport over it', () => {
  /** A browser sends the cookie and the origin by itself; Node has to be told. */
  function browser() {
    const plainFetch = globalThis.fetch
    vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) =>
      plainFetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), ...own() }, duplex: 'half' } as RequestInit),
    )
    vi.stubGlobal(
      'WebSocket',
      class extends WebSocket {
        constructor(url: string) {
          super(url, { headers: { cookie }, origin: `http://${authority}` })
          // In a browser an error that nobody listens to ends nothing.
          this.on('error', () => {})
        }
      },
    )
    return createLoopbackTransport(loopback.address)
  }
  afterEach(() => vi.unstubAllGlobals())

  it('calls, and gets errors as data', async () => {
    const transport = browser()
    expect(await transport.call('a', { b: 1 })).toMatchObject({ ok: true, value: { name: 'a', input: { b: 1 } } })
    expect(await transport.call('refuse', {})).toEqual({ ok: false, error: { code: 'wrong-password', data: { remaining: 3 } } })
  })

  it('carries a file into the station byte for byte', async () => {
    const reply = await browser().stage(new File([STORED], '现场 照片#1.jpg'))
    expect(reply).toEqual({
      ok: true,
      value: { id: 'staged', name: '现场 照片#1.jpg', size: STORED.length, sha256: createHash('sha256').update(STORED).digest('hex') },
    })
  })

  it('hears why a file was refused, although it had much more to send', async () => {
    const reply = await browser().stage(new File([new Uint8Array(51_000_000)], 'video.mp4'))
    expect(reply).toMatchObject({ ok: false, error: { code: 'file-too-large' } })
  })

  it('reads a stored file byte for byte', async () => {
    const reply = await browser().openFile('material/00000000-0000-0000-0000-000000000000')
    expect(reply).toMatchObject({ ok: true, value: { name: '照片.jpg', mediaType: 'image/jpeg', size: STORED.length } })
    expect(reply.ok && Buffer.compare(reply.value.bytes, STORED)).toBe(0)
  })

  it('reads a long file without leaving anything behind for each piece', async () => {
    const warnings: Error[] = []
    const keep = (warning: Error): void => void warnings.push(warning)
    process.on('warning', keep)
    const reply = await browser().openFile('material/film')
    // a warning is told a turn later
    await new Promise((resolve) => setTimeout(resolve, 50))
    process.off('warning', keep)
    expect(reply.ok && reply.value.bytes.length).toBe(FILM)
    expect(warnings).toEqual([])
  })

  it('never takes an altered file for a good one, although every byte arrived', async () => {
    expect(await browser().openFile('material/altered')).toEqual({ ok: false, error: { code: 'file-altered', data: { name: '照片.jpg' } } })
    expect(await browser().openFile('document/none')).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  it('hears events', async () => {
    const transport = browser()
    await transport.reopen()
    const heard = new Promise((resolve) => transport.subscribe(resolve))
    // The server takes the listener in a moment after the socket opens.
    await vi.waitFor(async () => {
      host.emit({ kind: 'changed', subject: 'cases' })
      expect(await Promise.race([heard, new Promise((resolve) => setTimeout(resolve, 20))])).toBeDefined()
    })
    expect(await heard).toEqual({ kind: 'changed', subject: 'cases' })
  })

  it('answers everything pending with core-stopped when the server goes, then says so', async () => {
    const transport = browser()
    await transport.reopen()
    const seen: string[] = []
    const pending = transport.call('hang', {}).then((reply) => seen.push(reply.ok ? 'ok' : reply.error.code))
    const told = new Promise<void>((resolve) => transport.onStopped(resolve)).then(() => seen.push('told'))
    await vi.waitFor(() => expect(host.calls).toHaveLength(1))
    await loopback.close()
    await Promise.all([pending, told])
    expect(seen).toEqual(['core-stopped', 'told'])
    expect(await transport.call('later', {})).toMatchObject({ ok: false, error: { code: 'core-stopped' } })
    await expect(transport.reopen()).rejects.toMatchObject({ code: 'core-stopped' })
  })
})

describe('a browser session', () => {
  const open = (): Promise<WebSocket> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://${authority}/events`, { headers: { cookie }, origin: `http://${authority}` })
      socket.on('open', () => resolve(socket)).on('error', reject)
    })

  it('is signed out once the browser has stayed away, and can come back as a new connection', async () => {
    const socket = await open()
    socket.close()
    await vi.waitFor(() => expect(host.connected.size).toBe(0))
    await send('/call', { method: 'POST', headers: { ...json, ...own() }, body: callBody('x') })
    expect(host.calls[0]?.connection).toBe('c2')
  })

  it('survives a reload and a second tab', async () => {
    const [first, second] = [await open(), await open()]
    first.close()
    await new Promise((resolve) => setTimeout(resolve, 120))
    expect(host.connected).toEqual(new Set(['c1']))
    second.close()
    const reloaded = await open()
    await new Promise((resolve) => setTimeout(resolve, 120))
    expect(host.connected).toEqual(new Set(['c1']))
    reloaded.close()
  })

  it('ends when the shell ends', async () => {
    await loopback.close()
    expect(host.connected.size).toBe(0)
  })
})
