/** The beginning and the end of a PDF: what is read of it before anything asks for more. */

/** Bytes of the beginning, and of the end, where the places of the objects are told. */
const BEGINNING = 64 * 1024
const ENDING = 128 * 1024

/**
 * The least that is asked for at a time, in bytes. To find the last page, an object of every page is looked at. In an older
 * file each may stand beside a picture; in one that lists its objects in a stream (PDF 1.5) they are packed together, and
 * larger pieces mean fewer questions.
 */
const PIECE = { apart: 4 * 1024, packed: 32 * 1024 } as const

/** Bytes from `from` up to `to`, exclusive. */
export type ReadBytes = (from: number, to: number) => Promise<Uint8Array<ArrayBuffer>>

export interface PdfEnds {
  readonly first: Uint8Array<ArrayBuffer>
  /** Beginning at the byte `lastFrom`; nothing where `first` has it all. */
  readonly last: Uint8Array<ArrayBuffer>
  readonly lastFrom: number
}

/** Both ends of a file of so many bytes, asked for at one time. */
export async function endsOf(size: number, read: ReadBytes): Promise<PdfEnds> {
  const lastFrom = Math.max(Math.min(size, BEGINNING), size - ENDING)
  const last = lastFrom < size ? read(lastFrom, size) : Promise.resolve(new Uint8Array())
  const [first, ending] = await Promise.all([read(0, Math.min(size, BEGINNING)), last])
  return { first, last: ending, lastFrom }
}

const CHARACTERS = new TextDecoder('latin1')
/** Where the place of the list of objects is told: in the last bytes of the file (ISO 32000-1, 7.5.5). */
const TOLD_WITHIN = 1024
/** A list in a stream is an object, `12 0 obj`; an older one begins with the word `xref` (7.5.4, 7.5.8). */
const STREAM_BEGINS = /^\s*\d+\s+\d+\s+obj\b/

/** How many bytes to ask for at a time, by how the file lists its objects; the least where that is not told. */
export function pieceOf({ last, lastFrom }: PdfEnds): number {
  const told = /startxref\s+(\d+)\s+%%EOF(?![\s\S]*startxref)/.exec(CHARACTERS.decode(last.subarray(-TOLD_WITHIN)))
  const at = Number(told?.[1] ?? Number.NaN) - lastFrom
  if (!(at >= 0)) return PIECE.apart
  return STREAM_BEGINS.test(CHARACTERS.decode(last.subarray(at, at + 40))) ? PIECE.packed : PIECE.apart
}
