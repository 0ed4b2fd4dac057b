/** The asking end of the desktop shell's port. Knows which questions are open, so that none is left without an answer. */
import type { CoreEvent, FileHeading, Reply, StagedFile } from '../contract/reply.ts'
import type { FilePiece, OpenedFile, OpenedUpload, PortMessage, PortQuestion, WirePort } from './port-protocol.ts'

/** Bytes in one piece of a file. */
const PIECE_SIZE = 1024 * 1024

const STOPPED: Reply<never> = { ok: false, error: { code: 'core-stopped', data: {} } }

type Listener<Value> = (value: Value) => void

export interface PortClient {
  /** Uses this port from now on; what was asked while there was none is sent first. */
  attach(port: WirePort): void
  /** The core is gone: every open question is answered with `core-stopped`, then the listeners are told, once. */
  stop(): void
  /** After a stop: questions wait for the next port again. */
  await(): void
  ask<Value = unknown>(question: PortQuestion): Promise<Reply<Value>>
  onEvent(listener: Listener<CoreEvent>): () => void
  onStopped(listener: () => void): () => void
}

export function createPortClient(): PortClient {
  let state: 'waiting' | 'open' | 'stopped' = 'waiting'
  let port: WirePort | undefined
  let last = 0
  const open = new Map<number, { question: PortQuestion; answer: Listener<Reply> }>()
  const eventListeners = new Set<Listener<CoreEvent>>()
  const stopListeners = new Set<() => void>()

  const receive = (message: PortMessage): void => {
    if (message.kind === 'event') {
      for (const listener of eventListeners) listener(message.event)
      return
    }
    const asked = open.get(message.id)
    open.delete(message.id)
    asked?.answer(message.reply)
  }

  const stop = (): void => {
    if (state === 'stopped') return
    state = 'stopped'
    port?.close()
    port = undefined
    const unanswered = [...open.values()]
    open.clear()
    for (const { answer } of unanswered) answer(STOPPED)
    // The answers travel on through promises, also across worlds; a later turn finds no call pending any more.
    setTimeout(() => {
      for (const listener of stopListeners) listener()
    })
  }

  return {
    attach(next) {
      port = next
      state = 'open'
      next.onMessage((message) => {
        if (port === next) receive(message as PortMessage)
      })
      next.onClose(() => {
        if (port === next) stop()
      })
      for (const [id, { question }] of open) next.send({ id, ...question })
    },
    stop,
    await() {
      if (state === 'stopped') state = 'waiting'
    },
    ask<Value>(question: PortQuestion): Promise<Reply<Value>> {
      if (state === 'stopped') return Promise.resolve(STOPPED)
      const id = ++last
      const answered = new Promise<Reply<Value>>((resolve) => {
        open.set(id, { question, answer: resolve as Listener<Reply> })
      })
      if (state === 'open') port?.send({ id, ...question })
      return answered
    },
    onEvent: (listener) => listenOn(eventListeners, listener),
    onStopped: (listener) => listenOn(stopListeners, listener),
  }
}

function listenOn<Wanted>(listeners: Set<Wanted>, listener: Wanted): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** What is needed of a `File` of the page. */
export interface BytesOfPage {
  readonly name: string
  readonly size: number
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> }
}

/** Sends a file that has no path (made or pasted in the page) piece by piece. */
export async function stageBytes(client: PortClient, file: BytesOfPage): Promise<Reply<StagedFile>> {
  const opened = await client.ask<OpenedUpload>({ kind: 'stage-open', name: file.name, size: file.size })
  if (!opened.ok) return opened
  const { upload } = opened.value
  for (let start = 0; start < file.size; start += PIECE_SIZE) {
    const bytes = new Uint8Array(await file.slice(start, start + PIECE_SIZE).arrayBuffer())
    const taken = await client.ask({ kind: 'stage-bytes', upload, bytes })
    if (!taken.ok) return taken
  }
  return client.ask<StagedFile>({ kind: 'stage-close', upload })
}

/** Reads a stored file piece by piece; the reply comes after the last piece, once the core has checked the whole. */
export async function readFile(
  client: PortClient,
  reference: string,
  onPiece: (bytes: Uint8Array) => void,
): Promise<Reply<FileHeading>> {
  const opened = await client.ask<OpenedFile>({ kind: 'file-open', reference })
  if (!opened.ok) return opened
  const { file, name, mediaType, size } = opened.value
  for (;;) {
    const piece = await client.ask<FilePiece>({ kind: 'file-read', file })
    if (!piece.ok) return piece
    if (piece.value.bytes === null) return { ok: true, value: { name, mediaType, size } }
    try {
      onPiece(piece.value.bytes)
    } catch (error) {
      await client.ask({ kind: 'file-close', file })
      throw error
    }
  }
}
