/**
 * What goes over the desktop shell's message port. Each request has a number and gets exactly one answer with the
 * same number; events come by themselves. Bytes go in pieces, each asked for or acknowledged, so that neither side
 * is ever flooded.
 */
import { z } from 'zod'
import type { CoreEvent, FileHeading, Reply } from '../contract/reply.ts'

const number = z.int().min(0)
const name = z.string().max(4096)

export const portRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ id: number, kind: z.literal('call'), name: z.string().max(200), input: z.unknown() }),
  // The path comes from the preload script, which has it from the system for a file the person chose or dropped.
  z.strictObject({ id: number, kind: z.literal('stage-path'), path: z.string().max(32_768), name }),
  z.strictObject({ id: number, kind: z.literal('stage-open'), name, size: number }),
  z.strictObject({ id: number, kind: z.literal('stage-bytes'), upload: number, bytes: z.instanceof(Uint8Array) }),
  z.strictObject({ id: number, kind: z.literal('stage-close'), upload: number }),
  z.strictObject({ id: number, kind: z.literal('file-open'), reference: z.string().max(200) }),
  z.strictObject({ id: number, kind: z.literal('file-read'), file: number }),
  z.strictObject({ id: number, kind: z.literal('file-close'), file: number }),
])
export type PortRequest = z.infer<typeof portRequestSchema>

type WithoutId<Request> = Request extends unknown ? Omit<Request, 'id'> : never
/** A request before the client has numbered it. */
export type PortQuestion = WithoutId<PortRequest>

export type PortMessage =
  | { readonly kind: 'answer'; readonly id: number; readonly reply: Reply }
  | { readonly kind: 'event'; readonly event: CoreEvent }

/** The answer to `stage-open`. */
export interface OpenedUpload {
  readonly upload: number
}

/** The answer to `file-open`. */
export interface OpenedFile extends FileHeading {
  readonly file: number
}

/** The answer to `file-read`: the next piece, or the end, where everything was as stored. */
export interface FilePiece {
  readonly bytes: Uint8Array | null
}

/** One end of a port, whoever made it (Electron's main and utility processes, the page, Node). */
export interface WirePort {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onClose(listener: () => void): void
  close(): void
}
