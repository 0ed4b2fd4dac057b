/** Files as they come in as evidence, and as they should not come: made here, so that none is kept. */
import { deflateSync, crc32 } from 'node:zlib'
import { createCanvas } from '@napi-rs/canvas'
import { DeletedTextRun, Document, InsertedTextRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { degrees, PDFDocument, StandardFonts } from 'pdf-lib'

/** Pages with words, of A4; `turned` pages lie on their side. */
export async function textPdf(pages: number, wordsOf: (page: number) => string, turned: readonly number[] = []): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let number = 1; number <= pages; number += 1) {
    const page = document.addPage([595, 842])
    page.drawText(wordsOf(number), { x: 60, y: 700, size: 18, font })
    if (turned.includes(number)) page.setRotation(degrees(90))
  }
  return document.save()
}

/** Grey noise and lines, as a scanner makes them: a JPEG for each page, so that no two are alike. */
export async function scannedPdf(pages: number, [width, height]: readonly [number, number] = [1240, 1754]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  let state = 1
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  for (let number = 1; number <= pages; number += 1) {
    context.fillStyle = '#f4f1e8'
    context.fillRect(0, 0, width, height)
    context.fillStyle = '#222'
    context.font = `${Math.round(height / 30)}px sans-serif`
    context.fillText(`Scan ${number}`, width / 10, height / 10)
    for (let line = 0; line < 34; line += 1) {
      let x = width / 10
      const y = height * (0.15 + line * 0.023)
      while (x < width * 0.88) {
        const step = 6 + random() * width * 0.03
        context.fillRect(x, y, step * 0.8, height * 0.012 * random() + 2)
        x += step
      }
    }
    for (let dot = 0; dot < 4000; dot += 1) context.fillRect(random() * width, random() * height, 1.5, 1.5)
    const image = await document.embedJpg(canvas.toBuffer('image/jpeg', 82))
    document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 })
  }
  return document.save()
}

export async function encryptedPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  document.addPage([595, 842]).drawText('Behind a password', { x: 60, y: 700, size: 18, font })
  document.encrypt({ userPassword: 'secret', ownerPassword: 'owner', permissions: {} })
  return document.save({ useObjectStreams: false })
}

function chunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

/** A whole PNG of one grey, with one bit for a pixel: 200 million of them take a few KB on disk and 800 MB in a window. */
export function hugePng(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * height, 0)
  return new Uint8Array(
    Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array())]),
  )
}

/** A photograph with something to see in each corner. */
export function photograph(width = 800, height = 600): Uint8Array {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#9db4c9'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#c0301e'
  context.fillRect(0, 0, width / 5, height / 5)
  context.fillStyle = '#25693f'
  context.fillRect(width * 0.8, height * 0.8, width / 5, height / 5)
  return new Uint8Array(canvas.toBuffer('image/jpeg', 85))
}

const CHANGE = { author: '邱某', date: '2026-03-02T10:00:00Z' }

export const TRACKED = { kept: '经查，当事人', deleted: '罚款叁万元', inserted: '罚款贰万元', inner: '内层表格' } as const

/** With tracked changes, a table within a table, and a script in its words; with `macros` also a macro project. */
export async function trackedDocx(macros = false): Promise<Uint8Array> {
  const cell = (...children: (Paragraph | Table)[]): TableCell => new TableCell({ children })
  const table = (...cells: TableCell[]): Table => new Table({ rows: [new TableRow({ children: cells })] })
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({
            children: [
              new TextRun(TRACKED.kept),
              new DeletedTextRun({ ...CHANGE, id: 1, text: TRACKED.deleted }),
              new InsertedTextRun({ ...CHANGE, id: 2, text: TRACKED.inserted }),
            ],
          }),
          new Paragraph('<script>window.ran = true</script><img src=x onerror="window.ran = true">'),
          table(cell(new Paragraph('外层'), table(cell(new Paragraph(TRACKED.inner))), new Paragraph(''))),
        ],
      },
    ],
  })
  const bytes = new Uint8Array(await Packer.toBuffer(document))
  if (!macros) return bytes
  return zipSync({ ...unzipSync(bytes), 'word/vbaProject.bin': strToU8('Attribute VB_Name = "ThisDocument"') })
}
