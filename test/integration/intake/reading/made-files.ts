/** Files of every kind for the tests of reading, good and bad, made on the spot. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { crc32, deflateRawSync } from 'node:zlib'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { strToU8, zipSync } from 'fflate'
import * as fontkit from 'fontkit'
import { degrees, PDFDocument, type PDFFont, type PDFPage } from 'pdf-lib'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

export const paragraph = (text: string, properties = ''): string => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
export const row = (...cells: readonly string[]): string =>
  `<w:tr>${cells.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : paragraph(cell)}</w:tc>`).join('')}</w:tr>`

/** A DOCX with this body and further parts. */
export function docx(body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const files = Object.entries({
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...parts,
  })
  return zipSync(Object.fromEntries(files.map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])))
}

/** A workbook; each sheet is the content of its `sheetData`. */
export function xlsx(sheets: readonly string[], parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const named = sheets.map((_sheet, index) => `<sheet name="表${index + 1}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')
  const relations = sheets.map((_sheet, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`).join('')
  const files = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${named}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations}</Relationships>`,
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, `<worksheet><sheetData>${sheet}</sheetData></worksheet>`])),
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])))
}

const fontFile = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')

export interface PdfDraft {
  readonly pdf: PDFDocument
  readonly font: PDFFont
}

/** A PDF with a Chinese font, drawn by `draw`. */
export async function pdf(draw: (draft: PdfDraft) => void | Promise<void>): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit as never)
  const font = await document.embedFont(readFileSync(fontFile), { subset: true })
  await draw({ pdf: document, font })
  return await document.save()
}

/** Lines of text down an A4 page, 12 points high. */
export function write(page: PDFPage, font: PDFFont, lines: readonly string[], left = 80, top = 760, step = 20): void {
  for (const [index, line] of lines.entries()) page.drawText(line, { x: left, y: top - index * step, size: 12, font })
}

export const A4: [number, number] = [595.28, 841.89]
export const quarterTurn = degrees(90)

const SCAN_FONT = 'Noto Serif SC Test'
GlobalFonts.registerFromPath(fontFile, SCAN_FONT)

/** A picture of a page with lines of black text on white. */
export function scan(lines: readonly string[], options: { readonly width?: number; readonly height?: number; readonly size?: number; readonly slant?: number } = {}) {
  const { width = 1240, height = 900, size = 30, slant = 0 } = options
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#111'
  context.rotate((slant * Math.PI) / 180)
  context.font = `${size}px "${SCAN_FONT}"`
  for (const [index, line] of lines.entries()) context.fillText(line, 120, 140 + index * size * 2)
  return canvas
}

export interface ZipItem {
  /** As bytes in the encoding of the system that packs. */
  readonly name: Uint8Array | string
  readonly content: Uint8Array
  /** General purpose bit flag; 0x800 says that the name is in UTF-8. */
  readonly flags?: number
  /** Upper half: the file's mode on Unix. */
  readonly attributes?: number
  /** What the directory claims, where it lies. */
  readonly claimedSize?: number
  readonly checksum?: number
}

/** A ZIP written by hand, as no library would write it. */
export function zip(items: readonly ZipItem[]): Uint8Array {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const { name: given, content, flags = 0, attributes = 0, claimedSize = content.length, checksum = crc32(content) } of items) {
    const name = typeof given === 'string' ? Buffer.from(given) : Buffer.from(given)
    const packed = deflateRawSync(content)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(flags, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(checksum, 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(claimedSize, 18)
    shared.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(attributes >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 3]), shared, tail, name]))
    bodies.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(items.length, 8)
  end.writeUInt16LE(items.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...bodies, listed, end]))
}

/** `text` in GBK, as Windows in Chinese packs names. Node cannot encode it; every byte pair is tried once. */
export function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const bytes: number[] = []
  for (const character of text) {
    if (character.codePointAt(0)! < 0x80) bytes.push(character.codePointAt(0)!)
    else bytes.push(...(pairs(decoder).get(character) ?? []))
  }
  return Uint8Array.from(bytes)
}

let known: Map<string, readonly [number, number]> | undefined
function pairs(decoder: TextDecoder): Map<string, readonly [number, number]> {
  if (known !== undefined) return known
  known = new Map()
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const character = decoder.decode(Uint8Array.of(first, second))
      if (character.length === 1 && !known.has(character)) known.set(character, [first, second])
    }
  }
  return known
}
