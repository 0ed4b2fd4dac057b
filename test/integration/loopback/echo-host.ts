/** A host small enough to see through: it remembers what it was asked, and holds one stored file. */
import { createHash } from 'node:crypto'
import { FashenError } from '../../../src/shared/errors/errors.ts'
import type { CoreEvent } from '../../../src/shared/contract/reply.ts'
import type { Host } from '../../../src/main/core/host-interface.ts'

export interface EchoHost extends Host {
  readonly connected: Set<string>
  readonly calls: { name: string; input: unknown; connection: string }[]
  emit(event: CoreEvent): void
}

export const STORED = new Uint8Array(700_000).map((_, index) => (index * 31) % 256)

async function* pieces(altered: boolean): AsyncGenerator<Uint8Array> {
  yield STORED.subarray(0, 300_000)
  yield STORED.subarray(300_000)
  if (altered) throw new FashenError('file-altered', { name: '照片.jpg' })
}

/** Bytes of a file that no socket takes at once. */
export const FILM = 48 * 1024 * 1024

async function* film(): AsyncGenerator<Uint8Array> {
  const piece = new Uint8Array(1024 * 1024)
  for (let at = 0; at < FILM; at += piece.length) yield piece
}

export function createEchoHost(): EchoHost {
  let last = 0
  const connected = new Set<string>()
  const calls: EchoHost['calls'] = []
  const listeners = new Set<(event: CoreEvent) => void>()
  return {
    connected,
    calls,
    emit: (event) => listeners.forEach((listener) => listener(event)),
    connect() {
      const connection = `c${++last}`
      connected.add(connection)
      return { connection }
    },
    disconnect: ({ connection }) => void connected.delete(connection),
    async dispatch(name, input, { connection }) {
      calls.push({ name, input, connection })
      if (name === 'hang') return new Promise(() => {})
      if (name === 'refuse') return { ok: false, error: new FashenError('wrong-password', { remaining: 3 }).toJson() }
      // as a demonstration station answers
      if (name === 'station.unlock') return { ok: true, value: { phase: 'open', demo: true } }
      return { ok: true, value: { name, input, connection } }
    },
    async stage({ name, bytes, size }) {
      if (size !== undefined && size > 50_000_000) {
        return { ok: false, error: new FashenError('file-too-large', { name, size, limit: 50_000_000 }).toJson() }
      }
      const hash = createHash('sha256')
      let read = 0
      try {
        for await (const piece of bytes) {
          hash.update(piece)
          read += piece.length
        }
      } catch (error) {
        return { ok: false, error: (error as FashenError).toJson() }
      }
      return { ok: true, value: { id: 'staged', name, size: read, sha256: hash.digest('hex') } }
    },
    async openFile(reference) {
      if (reference === 'material/film') return { ok: true, value: { name: '录像.mp4', mediaType: 'video/mp4', size: FILM, bytes: film() } }
      if (!reference.startsWith('material/')) return { ok: false, error: new FashenError('not-found', { subject: 'file', id: reference }).toJson() }
      return { ok: true, value: { name: '照片.jpg', mediaType: 'image/jpeg', size: STORED.length, bytes: pieces(reference.endsWith('altered')) } }
    },
    prepare: () => Promise.resolve(),
    subscribe(_caller, listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: async () => {},
  }
}
