/**
 * How the loopback shell sends a stored file: frames of one byte kind, four bytes length (big-endian) and that many
 * bytes. HTTP alone cannot say after the last byte that the file turned out altered; the closing frame can, and a
 * connection that broke off has no closing frame at all.
 */

export const FILE_FRAMES_TYPE = 'application/vnd.fashen.file-frames'

export const FRAME_KINDS = { heading: 0x68, bytes: 0x62, error: 0x65, end: 0x7a } as const
export type FrameKind = keyof typeof FRAME_KINDS

export interface Frame {
  readonly kind: FrameKind
  readonly payload: Uint8Array<ArrayBuffer>
}

const HEAD = 5
/** The largest payload that a reader accepts, in bytes. */
export const LARGEST_FRAME = 16 * 1024 * 1024

export function encodeFrame(kind: FrameKind, payload: Uint8Array = new Uint8Array()): Uint8Array<ArrayBuffer> {
  if (payload.length > LARGEST_FRAME) throw new RangeError('frame too large')
  const frame = new Uint8Array(HEAD + payload.length)
  frame[0] = FRAME_KINDS[kind]
  new DataView(frame.buffer).setUint32(1, payload.length)
  frame.set(payload, HEAD)
  return frame
}

const KIND_OF = new Map<number, FrameKind>(
  (Object.keys(FRAME_KINDS) as FrameKind[]).map((kind) => [FRAME_KINDS[kind], kind]),
)

/** Takes bytes as they arrive and hands out the frames that are complete; throws on what is no frame. */
export function createFrameReader(): { push(bytes: Uint8Array): Frame[] } {
  let rest = new Uint8Array()
  return {
    push(bytes) {
      const joined = new Uint8Array(rest.length + bytes.length)
      joined.set(rest)
      joined.set(bytes, rest.length)
      const view = new DataView(joined.buffer)
      const frames: Frame[] = []
      let at = 0
      while (joined.length - at >= HEAD) {
        const kind = KIND_OF.get(view.getUint8(at))
        const length = view.getUint32(at + 1)
        if (kind === undefined || length > LARGEST_FRAME) throw new RangeError('not a frame')
        if (joined.length - at - HEAD < length) break
        frames.push({ kind, payload: joined.slice(at + HEAD, at + HEAD + length) })
        at += HEAD + length
      }
      rest = joined.slice(at)
      return frames
    },
  }
}
