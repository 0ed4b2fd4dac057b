import { describe, expect, it } from 'vitest'
import type { CoreEvent } from '../../../src/shared/contract/reply.ts'
import { createPortClient } from '../../../src/shared/shell/port-client.ts'
import type { WirePort } from '../../../src/shared/shell/port-protocol.ts'

function fakePort() {
  const sent: { id: number; kind: string }[] = []
  let listener: (message: unknown) => void = () => {}
  let closed: () => void = () => {}
  const port: WirePort = {
    send: (message) => void sent.push(message as { id: number; kind: string }),
    onMessage: (wanted) => void (listener = wanted),
    onClose: (wanted) => void (closed = wanted),
    close: () => {},
  }
  return { port, sent, say: (message: unknown) => listener(message), break: () => closed() }
}

const stopped = { ok: false, error: { code: 'core-stopped', data: {} } }

describe('the asking end of the port', () => {
  it('gives each question its own answer, in whatever order they come', async () => {
    const client = createPortClient()
    const wire = fakePort()
    client.attach(wire.port)
    const first = client.ask({ kind: 'call', name: 'a', input: {} })
    const second = client.ask({ kind: 'call', name: 'b', input: {} })
    wire.say({ kind: 'answer', id: wire.sent[1]!.id, reply: { ok: true, value: 'b' } })
    wire.say({ kind: 'answer', id: wire.sent[0]!.id, reply: { ok: true, value: 'a' } })
    expect([await first, await second]).toEqual([
      { ok: true, value: 'a' },
      { ok: true, value: 'b' },
    ])
  })

  it('keeps what is asked before there is a port', async () => {
    const client = createPortClient()
    const early = client.ask({ kind: 'call', name: 'early', input: {} })
    const wire = fakePort()
    client.attach(wire.port)
    expect(wire.sent).toMatchObject([{ kind: 'call', name: 'early' }])
    wire.say({ kind: 'answer', id: wire.sent[0]!.id, reply: { ok: true, value: 1 } })
    expect(await early).toEqual({ ok: true, value: 1 })
  })

  it('answers everything pending with core-stopped before it says so, and everything asked later at once', async () => {
    const client = createPortClient()
    const wire = fakePort()
    client.attach(wire.port)
    const seen: string[] = []
    const pending = [1, 2, 3].map((n) => client.ask({ kind: 'call', name: `${n}`, input: {} }).then((reply) => seen.push(reply.ok ? 'ok' : reply.error.code)))
    const told = new Promise<void>((resolve) =>
      client.onStopped(() => {
        seen.push('told')
        resolve()
      }),
    )
    wire.break()
    client.stop()
    await told
    await Promise.all(pending)
    expect(seen).toEqual(['core-stopped', 'core-stopped', 'core-stopped', 'told'])
    expect(await client.ask({ kind: 'call', name: 'late', input: {} })).toEqual(stopped)
  })

  it('works again over a new port, and hears nothing of the old one', async () => {
    const client = createPortClient()
    const old = fakePort()
    client.attach(old.port)
    client.stop()
    client.await()
    const asked = client.ask({ kind: 'call', name: 'again', input: {} })
    const wire = fakePort()
    client.attach(wire.port)
    old.break()
    old.say({ kind: 'answer', id: wire.sent[0]!.id, reply: { ok: true, value: 'old' } })
    wire.say({ kind: 'answer', id: wire.sent[0]!.id, reply: { ok: true, value: 'new' } })
    expect(await asked).toEqual({ ok: true, value: 'new' })
  })

  it('tells events until nobody listens', () => {
    const client = createPortClient()
    const wire = fakePort()
    client.attach(wire.port)
    const heard: CoreEvent[] = []
    const stop = client.onEvent((event) => heard.push(event))
    const event: CoreEvent = { kind: 'changed', subject: 'cases' }
    wire.say({ kind: 'event', event })
    stop()
    wire.say({ kind: 'event', event })
    expect(heard).toEqual([event])
  })
})
