/** Pieces of a stored file, asked for when they are needed. */
import type { FileReference } from '../../../shared/contract/reply.ts'
import { LARGEST_PIECE, MOST_PIECES } from '../../../shared/materials/file-look.ts'
import { callOnce } from '../../transport/calls.ts'
import type { Transport } from '../../transport/transport.ts'
import { joinPieces } from '../../transport/join-pieces.ts'

export interface Piece {
  readonly from: number
  readonly to: number
}

interface Asked extends Piece {
  readonly answer: (bytes: Uint8Array<ArrayBuffer>) => void
  readonly fail: (error: unknown) => void
}

function decoded(base64: string): Uint8Array<ArrayBuffer> {
  const characters = atob(base64)
  const bytes = new Uint8Array(characters.length)
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = characters.charCodeAt(index)
  return bytes
}

/** Puts pieces together into as few calls as their number and their length allow; none is longer than a call may be. */
export function inCalls<Wanted extends Piece>(pieces: readonly Wanted[]): readonly (readonly Wanted[])[] {
  const calls: Wanted[][] = []
  let length = Infinity
  for (const piece of pieces) {
    const own = piece.to - piece.from
    if (length + own > LARGEST_PIECE || (calls.at(-1)?.length ?? 0) >= MOST_PIECES) {
      calls.push([])
      length = 0
    }
    calls.at(-1)?.push(piece)
    length += own
  }
  return calls
}

/** Bytes from `from` up to `to`, exclusive; fewer where the file ends before. Rejects with FashenError. */
export type ReadPiece = (from: number, to: number) => Promise<Uint8Array<ArrayBuffer>>

/**
 * Reads a file by pieces. What is asked for at one time goes to the core together: looking for the last page of a long PDF,
 * pdf.js asks for a little of every page at once. The first pieces do not wait for that: the window may be about to draw.
 */
export function pieceReader(transport: Transport, reference: FileReference): ReadPiece {
  let waiting: Asked[] = []
  let begun = false
  const ask = async (asked: readonly Asked[]): Promise<void> => {
    try {
      const { pieces } = await callOnce(transport, 'materials.bytes', { reference, pieces: asked.map(({ from, to }) => ({ from, to })) })
      asked.forEach(({ answer }, index) => answer(decoded(pieces[index] ?? '')))
    } catch (error) {
      for (const { fail } of asked) fail(error)
    }
  }
  const askAll = (): void => {
    begun = true
    const asked = waiting
    waiting = []
    for (const together of inCalls(asked)) void ask(together)
  }
  const one = (from: number, to: number): Promise<Uint8Array<ArrayBuffer>> =>
    new Promise((answer, fail) => {
      if (waiting.length === 0) {
        if (begun) setTimeout(askAll)
        else queueMicrotask(askAll)
      }
      waiting.push({ from, to, answer, fail })
    })
  return async (from, to) => {
    const parts: Promise<Uint8Array<ArrayBuffer>>[] = []
    for (let at = from; at < to; at += LARGEST_PIECE) parts.push(one(at, Math.min(to, at + LARGEST_PIECE)))
    return joinPieces(await Promise.all(parts))
  }
}
