/** The transport in a browser: calls and files over HTTP, events over one socket whose end means that the core is gone. */
import { isCoreEvent, type CoreEvent, type FileHeading, type Reply, type StagedFile } from '../../shared/contract/reply.ts'
import { errorFromJson, FashenError } from '../../shared/errors/errors.ts'
import { createFrameReader } from '../../shared/shell/file-frames.ts'
import { joinPieces } from './join-pieces.ts'
import type { Transport } from './transport.ts'

const STOPPED: Reply<never> = { ok: false, error: new FashenError('core-stopped', {}).toJson() }

/** @param origin where the page came from, such as `http://127.0.0.1:41234` */
export function createLoopbackTransport(origin: string): Transport {
  const link = createLink(origin)
  return {
    shell: 'loopback',
    call: (name, input) =>
      link.ask<Reply>('/call', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ name, input }),
      }, readReply),
    stage: (file) =>
      link.ask<Reply<StagedFile>>(`/stage?name=${encodeURIComponent(file.name)}`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: file,
      }, (response) => readReply<StagedFile>(response)),
    openFile: (reference) => link.ask(`/file/${reference}`, { method: 'GET' }, readStoredFile),
    subscribe: (listener) => link.subscribe(listener),
    onStopped: (listener) => link.onStopped(listener),
    reopen: () => link.open(),
  }
}

async function readReply<Value>(response: Response): Promise<Reply<Value>> {
  const reply = (await response.json()) as { ok: boolean; value?: Value; error?: unknown }
  return reply.ok ? { ok: true, value: reply.value as Value } : { ok: false, error: errorFromJson(reply.error).toJson() }
}

async function readStoredFile(response: Response): Promise<Reply<FileHeading & { bytes: Uint8Array<ArrayBuffer> }>> {
  const frames = createFrameReader()
  const pieces: Uint8Array[] = []
  let heading: FileHeading | undefined
  const reader = response.body?.getReader()
  for (;;) {
    const next = await reader?.read()
    // No closing frame came: the link broke off.
    if (next === undefined || next.done) return STOPPED
    for (const { kind, payload } of frames.push(next.value)) {
      if (kind === 'bytes') pieces.push(payload)
      else if (kind === 'heading') heading = parseJson(payload) as FileHeading
      else if (kind === 'error') return { ok: false, error: errorFromJson(parseJson(payload)).toJson() }
      else if (heading !== undefined) return { ok: true, value: { ...heading, bytes: joinPieces(pieces) } }
    }
  }
}

function parseJson(payload: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(payload))
}

function createLink(origin: string) {
  const eventListeners = new Set<(event: CoreEvent) => void>()
  const stopListeners = new Set<() => void>()
  let calls = new AbortController()
  let socket: WebSocket | undefined
  let opening: Promise<void> | undefined

  const stop = (): void => {
    calls.abort()
    socket = undefined
    // A later turn: by then every pending call has been answered.
    setTimeout(() => {
      for (const listener of stopListeners) listener()
    })
  }

  /** Opens the socket; rejects where nobody answers or the server no longer knows this browser. */
  const open = (): Promise<void> => {
    if (socket !== undefined) return Promise.resolve()
    opening ??= new Promise<void>((resolve, reject) => {
      const next = new WebSocket(`${origin.replace(/^http/, 'ws')}/events`)
      next.addEventListener('open', () => {
        socket = next
        calls = new AbortController()
        resolve()
      })
      next.addEventListener('message', ({ data }) => {
        const event: unknown = JSON.parse(String(data))
        if (isCoreEvent(event)) for (const listener of eventListeners) listener(event)
      })
      next.addEventListener('close', () => {
        if (socket === next) stop()
        else reject(new FashenError('core-stopped', {}))
      })
    }).finally(() => (opening = undefined))
    return opening
  }
  open().catch(stop)

  return {
    open,
    async ask<Answer>(path: string, request: RequestInit, read: (response: Response) => Promise<Answer>): Promise<Answer | typeof STOPPED> {
      try {
        const response = await fetch(`${origin}${path}`, { ...request, signal: calls.signal })
        if (response.status === 413) return { ok: false, error: new FashenError('internal', { reference: 'call-too-large' }).toJson() }
        return response.ok ? await read(response) : STOPPED
      } catch {
        return STOPPED
      }
    },
    subscribe(listener: (event: CoreEvent) => void): () => void {
      eventListeners.add(listener)
      return () => void eventListeners.delete(listener)
    },
    onStopped(listener: () => void): () => void {
      stopListeners.add(listener)
      return () => void stopListeners.delete(listener)
    },
  }
}
