/** The number of pages of a paper from outside, which may be made to do harm. */
import { deflateSync } from 'node:zlib'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { TIFF_FILES } from '../../support/tiff-files.ts'
import { pageCountOf } from '../../../src/main/materials/page-count.ts'

const count = (bytes: Uint8Array | string) => pageCountOf('application/pdf', typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)

async function pdf(pages: number, useObjectStreams: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let page = 0; page < pages; page += 1) document.addPage([595, 842])
  return document.save({ useObjectStreams })
}

/** A PDF whose catalogue lies in a packed object stream with this content, found by a cross-reference stream. */
function packedPdf(content: Uint8Array, rows = 5): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n', 'latin1')]
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  const streamAt = length()
  const packed = deflateSync(content)
  parts.push(Buffer.from(`3 0 obj\n<< /Type /ObjStm /N 2 /First 10 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`, 'latin1'), packed)
  parts.push(Buffer.from('\nendstream\nendobj\n', 'latin1'))
  const table = Buffer.alloc(rows * 7)
  const row = (number: number, type: number, second: number, third: number) => {
    table.writeUInt8(type, number * 7)
    table.writeUInt32BE(second, number * 7 + 1)
    table.writeUInt16BE(third, number * 7 + 5)
  }
  row(1, 2, 3, 0)
  row(2, 2, 3, 1)
  row(3, 1, streamAt, 0)
  const tableAt = length()
  row(4, 1, tableAt, 0)
  const head = `4 0 obj\n<< /Type /XRef /Size ${rows} /W [1 4 2] /Root 1 0 R /Length ${table.length} >>\nstream\n`
  parts.push(Buffer.from(head, 'latin1'), table, Buffer.from(`\nendstream\nendobj\nstartxref\n${tableAt}\n%%EOF\n`, 'latin1'))
  return Buffer.concat(parts)
}

/** `/Catalog` and `/Pages`, as they stand in an object stream; then as much more as is asked. */
function objects(pages: string, more = 0): Buffer {
  const catalogue = '<< /Type /Catalog /Pages 2 0 R >> '
  const index = `1 0 2 ${catalogue.length}`.padEnd(10)
  return Buffer.concat([Buffer.from(`${index}${catalogue}<< /Type /Pages /Kids [] /Count ${pages} >> `, 'latin1'), Buffer.alloc(more, 32)])
}

describe('the pages of a PDF', () => {
  it.each([
    [1, false],
    [1, true],
    [37, false],
    [37, true],
    [400, true],
  ])('%d, with object streams: %s', async (pages, streams) => expect(await count(await pdf(pages, streams))).toBe(pages))

  it('in a packed catalogue are found', async () => expect(await count(packedPdf(objects('12')))).toBe(12))

  it('of one that unpacks without end are not told, and nothing is unpacked for it', async () => {
    const bomb = packedPdf(objects('12', 600 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(1024 * 1024)
    const before = process.memoryUsage().rss
    expect(await count(bomb)).toBeNull()
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1024 * 1024)
  })

  it.each(['-1', '0', '1.5', '99999999999', '(12)', '2 0 R'])('that says it has %s are not told', async (pages) => {
    expect(await count(packedPdf(objects(pages)))).toBeNull()
  })

  it.each(['', 'no PDF', '%PDF-1.7\n%%EOF', '%PDF-1.7\nstartxref\n9\n%%EOF', '%PDF-1.7\nstartxref\n0\n%%EOF'])('of %j are not told', async (text) => {
    expect(await count(text)).toBeNull()
  })

  it('of a picture is one, of words none', async () => {
    expect(await pageCountOf('image/png', new Uint8Array())).toBe(1)
    expect(await pageCountOf('image/tiff', TIFF_FILES.fax4)).toBe(2)
    expect(await pageCountOf('image/tiff', TIFF_FILES.fax4.subarray(0, 40))).toBeNull()
    expect(await pageCountOf('text/plain', Buffer.from('字'))).toBeNull()
  })
})
