/** Pieces of a stored file, asked for when they are needed. */
import type { FileReference } from '../../../shared/contract/reply.ts'
import { LARGEST_PIECE } from '../../../shared/materials/file-look.ts'
import { callOnce } from '../../transport/calls.ts'
import type { Transport } from '../../transport/transport.ts'

/** One chunk of the file store: less would be opened all the same. In bytes. */
export const PIECE = 256 * 1024

function decoded(base64: string): Uint8Array<ArrayBuffer> {
  const characters = atob(base64)
  const bytes = new Uint8Array(characters.length)
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = characters.charCodeAt(index)
  return bytes
}

/** Bytes from `from` up to `to`, exclusive; fewer where the file ends before. Throws FashenError. */
export async function readPieces(transport: Transport, reference: FileReference, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  for (let at = from; at < to; at += LARGEST_PIECE) {
    const { base64, size } = await callOnce(transport, 'materials.bytes', { reference, from: at, to: Math.min(to, at + LARGEST_PIECE) })
    pieces.push(decoded(base64))
    if (at + LARGEST_PIECE >= size) break
  }
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let place = 0
  for (const piece of pieces) {
    whole.set(piece, place)
    place += piece.length
  }
  return whole
}
