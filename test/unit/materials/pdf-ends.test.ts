/** How a long PDF is asked for: little at a time where its objects stand apart, more where they are packed together. */
import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { endsOf, pieceOf } from '../../../src/renderer/materials/viewer/pdf-ends.ts'

async function pdfOf(pages: number, useObjectStreams: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create()
  for (let page = 0; page < pages; page += 1) pdf.addPage([595, 842]).drawText(`page ${page} ${'.'.repeat(400)}`, { x: 40, y: 700, size: 8 })
  return new Uint8Array(await pdf.save({ useObjectStreams }))
}

const reading = (bytes: Uint8Array<ArrayBuffer>) => endsOf(bytes.length, async (from, to) => bytes.slice(from, to))
const text = (words: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(words))

describe('the ends of a PDF', () => {
  it('are the whole of a short one, read once', async () => {
    const bytes = text('%PDF-1.4 short')
    const asked: (readonly [number, number])[] = []
    const ends = await endsOf(bytes.length, async (from, to) => {
      asked.push([from, to])
      return bytes.slice(from, to)
    })
    expect(asked).toEqual([[0, bytes.length]])
    expect(ends.first).toEqual(bytes)
    expect(ends.last.length).toBe(0)
  })

  it('never overlap, and reach the last byte', async () => {
    for (const size of [64 * 1024, 64 * 1024 + 1, 192 * 1024 - 1, 192 * 1024, 5_000_000]) {
      const ends = await endsOf(size, async (from, to) => new Uint8Array(to - from))
      expect(ends.lastFrom).toBeGreaterThanOrEqual(ends.first.length)
      expect(ends.last.length === 0 ? ends.first.length : ends.lastFrom + ends.last.length).toBe(size)
    }
  })
})

describe('what is asked for at a time', () => {
  it('is more where the objects are packed', async () => {
    expect(pieceOf(await reading(await pdfOf(600, true)))).toBe(32 * 1024)
  })

  it('is little where they stand apart', async () => {
    expect(pieceOf(await reading(await pdfOf(600, false)))).toBe(4 * 1024)
  })

  it.each([
    ['nothing tells', ''],
    ['the place is beyond the file', 'startxref\n99999999\n%%EOF'],
    ['the place is before what was read', 'startxref\n12\n%%EOF'],
    ['the place is no number', 'startxref\nabc\n%%EOF'],
    ['a list was added that is an older one', 'startxref\n200000\n%%EOF\nxref\nstartxref\n12\n%%EOF'],
  ])('is little where %s', async (_, tail) => {
    const body = new Uint8Array(300_000).fill(32)
    body.set(text('12 0 obj'), 200_000)
    expect(pieceOf(await reading(new Uint8Array([...body, ...text(tail)])))).toBe(4 * 1024)
  })
})
