import { createHash } from 'node:crypto'
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { servePort } from '../../../src/main/desktop/port-server.ts'
import { createPortClient, readFile, stageBytes, type PortClient } from '../../../src/shared/shell/port-client.ts'
import type { WirePort } from '../../../src/shared/shell/port-protocol.ts'
import { createEchoHost, STORED, type EchoHost } from './echo-host.ts'

function wire(port: MessagePort): WirePort {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', listener),
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  }
}

let host: EchoHost
let client: PortClient
let raw: MessagePort

beforeEach(async () => {
  host = createEchoHost()
  client = createPortClient()
  const { port1, port2 } = new MessageChannel()
  raw = port2
  client.attach(wire(port2))
  await servePort(wire(port1), host)
})
afterEach(() => raw.close())

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe('the desktop shell’s port, both ends over a real channel', () => {
  it('carries calls and events', async () => {
    expect(await client.ask({ kind: 'call', name: 'a', input: { 张三: 1 } })).toEqual({
      ok: true,
      value: { name: 'a', input: { 张三: 1 }, connection: 'c1' },
    })
    const heard = new Promise((resolve) => client.onEvent(resolve))
    host.emit({ kind: 'changed', subject: 'cases' })
    expect(await heard).toEqual({ kind: 'changed', subject: 'cases' })
  })

  it('reads a chosen file from its path', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fashen-port-'))
    writeFileSync(join(folder, '现场笔录.pdf'), STORED)
    expect(await client.ask({ kind: 'stage-path', path: join(folder, '现场笔录.pdf'), name: '现场笔录.pdf' })).toEqual({
      ok: true,
      value: { id: 'staged', name: '现场笔录.pdf', size: STORED.length, sha256: sha256(STORED) },
    })
  })

  it('says of a folder that it is one, of a missing file that it cannot be read, and of a device too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fashen-port-'))
    mkdirSync(join(folder, '材料.pdf'))
    const stage = (path: string, name: string) => client.ask({ kind: 'stage-path', path, name })
    expect(await stage(join(folder, '材料.pdf'), '材料.pdf')).toMatchObject({ error: { code: 'file-is-folder', data: { name: '材料.pdf' } } })
    expect(await stage(join(folder, 'gone.pdf'), 'gone.pdf')).toMatchObject({ error: { code: 'file-unreadable', data: { reason: 'ENOENT' } } })
    expect(await stage('/dev/zero', 'zero')).toMatchObject({ error: { code: 'file-unreadable' } })
  })

  it('carries a file that has no path, piece by piece', async () => {
    const bytes = new Uint8Array(3_500_000).map((_, index) => index % 251)
    expect(await stageBytes(client, new File([bytes], 'pasted.png'))).toMatchObject({
      ok: true,
      value: { size: bytes.length, sha256: sha256(bytes) },
    })
    expect(await stageBytes(client, new File([], 'empty.txt'))).toMatchObject({ ok: true, value: { size: 0 } })
  })

  it('stops sending a file that is refused, with the reason', async () => {
    const sliced: number[] = []
    const file = {
      name: 'video.mp4',
      size: 60_000_000,
      slice: (start: number, end: number) => {
        sliced.push(start)
        return { arrayBuffer: () => Promise.resolve(new ArrayBuffer(end - start)) }
      },
    }
    expect(await stageBytes(client, file)).toMatchObject({ ok: false, error: { code: 'file-too-large' } })
    expect(sliced.length).toBeLessThan(3)
  })

  it('reads a stored file byte for byte, and never takes an altered one for good', async () => {
    const pieces: Uint8Array[] = []
    expect(await readFile(client, 'material/1', (piece) => pieces.push(piece))).toEqual({
      ok: true,
      value: { name: '照片.jpg', mediaType: 'image/jpeg', size: STORED.length },
    })
    expect(sha256(Buffer.concat(pieces))).toBe(sha256(STORED))
    expect(await readFile(client, 'material/altered', () => {})).toMatchObject({ ok: false, error: { code: 'file-altered' } })
  })

  it('ignores what is not of the protocol and goes on', async () => {
    for (const nonsense of [null, 1, 'x', {}, { id: 1 }, { id: -1, kind: 'call', name: 'x', input: {} }, { id: 1, kind: 'connect' }]) {
      raw.postMessage(nonsense)
    }
    expect(await client.ask({ kind: 'file-read', file: 99 })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(host.calls).toEqual([])
  })

  it('signs out and takes no half file when the window goes', async () => {
    const opened = await client.ask<{ upload: number }>({ kind: 'stage-open', name: 'half.bin', size: 10 })
    expect(opened.ok).toBe(true)
    raw.close()
    await vi.waitFor(() => expect(host.connected.size).toBe(0))
  })
})
