/**
 * A workbook (XLSX) of one sheet, written row by row: no more of it is in memory than what is compressed already. Texts
 * stand in their cells as texts, whatever they begin with.
 */
import { once } from 'node:events'
import { createDeflateRaw, crc32 } from 'node:zlib'
import { looksLikeFormula, xmlText } from '../../shared/cases/cell-text.ts'

/** A day is `{ day: 'YYYY-MM-DD' }`; null is an empty cell. */
export type Cell = string | number | { readonly day: string } | null

export interface SheetColumn {
  readonly title: string
  /** In characters. */
  readonly width: number
  readonly format: 'text' | 'number' | 'amount' | 'day'
}

/**
 * Characters of the sheet that are compressed at a time. A text of some hundred thousand characters is kept where only a
 * thorough collection clears it away, so that the memory of the process grows with each.
 */
const PIECE = 16 * 1024

/** Styles by their place in `styles.xml`. */
const STYLE = { text: 0, head: 1, day: 2, amount: 3, quoted: 4, number: 0 } as const

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

// quotePrefix marks a text that looks like a formula, so that it stays a text when the cell is edited, too
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>\
<cellXfs count="5"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/>\
<xf quotePrefix="1"/></cellXfs></styleSheet>`

function smallParts(sheetName: string): [name: string, xml: string][] {
  const type = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`
  return [
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>${type('workbook.xml', 'sheet.main')}${type('worksheets/sheet1.xml', 'worksheet')}${type('styles.xml', 'styles')}</Types>`,
    ],
    ['_rels/.rels', `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${xmlText(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>\
<Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', STYLES],
  ]
}

/** `A`, `B`, … `AA`. */
export function columnName(index: number): string {
  return (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCodePoint(65 + (index % 26))
}

/** Days since the day zero of spreadsheets, as they count them from March 1900 on. */
export function serialDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569
}

function cellXml(cell: Cell, place: string, format: SheetColumn['format']): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${place}" s="${format === 'amount' ? STYLE.amount : STYLE.number}"><v>${cell}</v></c>`
  if (typeof cell === 'object') return `<c r="${place}" s="${STYLE.day}"><v>${serialDay(cell.day)}</v></c>`
  return textXml(cell, place, looksLikeFormula(cell) ? STYLE.quoted : STYLE.text)
}

function textXml(text: string, place: string, style: number): string {
  return `<c r="${place}" t="inlineStr"${style === 0 ? '' : ` s="${style}"`}><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
}

function sheetHead(columns: readonly SheetColumn[], rows: number): string {
  const widths = columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
  const last = `${columnName(columns.length - 1)}${rows + 1}`
  const head = columns.map(({ title }, index) => textXml(title, `${columnName(index)}1`, STYLE.head)).join('')
  return `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0" tabSelected="1">\
<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols>\
<sheetData><row r="1">${head}</row>`
}

const filterOf = (columns: readonly SheetColumn[], rows: number): string =>
  `</sheetData><autoFilter ref="A1:${columnName(columns.length - 1)}${rows + 1}"/></worksheet>`

function rowXml(cells: readonly Cell[], columns: readonly SheetColumn[], names: readonly string[], row: number): string {
  let xml = `<row r="${row}">`
  for (const [index, cell] of cells.entries()) xml += cellXml(cell, `${names[index] ?? ''}${row}`, columns[index]?.format ?? 'text')
  return `${xml}</row>`
}

/**
 * @param batches rows, some hundreds at a time; between two of them others get their turn
 * @param count how many rows there will be, for what stands before them
 */
export async function writeSheet(
  sheetName: string,
  columns: readonly SheetColumn[],
  batches: Iterable<readonly (readonly Cell[])[]> | AsyncIterable<readonly (readonly Cell[])[]>,
  count: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const archive = new Archive()
  for (const [name, xml] of smallParts(sheetName)) await archive.add(name, [xml])
  const names = columns.map((_, index) => columnName(index))
  let row = 1
  async function* sheet(): AsyncGenerator<string> {
    yield sheetHead(columns, count)
    for await (const batch of batches) {
      let xml = ''
      for (const cells of batch) {
        xml += rowXml(cells, columns, names, (row += 1))
        if (xml.length < PIECE) continue
        yield xml
        xml = ''
      }
      if (xml !== '') yield xml
    }
    yield filterOf(columns, count)
  }
  await archive.add('xl/worksheets/sheet1.xml', sheet())
  return archive.end()
}

interface Entry {
  readonly name: Buffer
  readonly crc: number
  readonly packed: number
  readonly plain: number
  readonly at: number
}

/** A ZIP archive that is written from beginning to end; sizes follow each entry, since they are not known before it. */
class Archive {
  readonly #pieces: Buffer[] = []
  readonly #entries: Entry[] = []
  #at = 0

  #push(piece: Buffer): void {
    this.#pieces.push(piece)
    this.#at += piece.length
  }

  async add(name: string, texts: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const at = this.#at
    const bytes = Buffer.from(name, 'utf8')
    // version 2.0, bit 3: sizes behind the data, bit 11: UTF-8; deflated; no time, so that equal lists are equal files
    this.#push(Buffer.concat([fields([4, 0x04034b50], [2, 20], [2, 0x0808], [2, 8], [2, 0], [2, 0x21], [4, 0], [4, 0], [4, 0], [2, bytes.length], [2, 0]), bytes]))
    const begun = this.#at
    let crc = 0
    let plain = 0
    const deflate = createDeflateRaw({ level: 1, chunkSize: 256 * 1024 })
    deflate.on('data', (piece: Buffer) => this.#push(piece))
    const ended = once(deflate, 'end')
    for await (const text of texts) {
      const piece = Buffer.from(text, 'utf8')
      crc = crc32(piece, crc)
      plain += piece.length
      if (!deflate.write(piece)) await once(deflate, 'drain')
    }
    deflate.end()
    await ended
    const packed = this.#at - begun
    this.#push(fields([4, 0x08074b50], [4, crc], [4, packed], [4, plain]))
    this.#entries.push({ name: bytes, crc, packed, plain, at })
  }

  end(): Uint8Array<ArrayBuffer> {
    const begun = this.#at
    for (const { name, crc, packed, plain, at } of this.#entries) {
      const sizes: [number, number][] = [[4, crc], [4, packed], [4, plain], [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]]
      this.#push(Buffer.concat([fields([4, 0x02014b50], [2, 20], [2, 20], [2, 0x0808], [2, 8], [2, 0], [2, 0x21], ...sizes), name]))
    }
    const count = this.#entries.length
    this.#push(fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, this.#at - begun], [4, begun], [2, 0]))
    const archive = new Uint8Array(this.#at)
    let at = 0
    for (const piece of this.#pieces) {
      archive.set(piece, at)
      at += piece.length
    }
    return archive
  }
}

/** Little-endian numbers of two or four bytes. */
function fields(...numbers: readonly (readonly [bytes: number, value: number])[]): Buffer {
  const buffer = Buffer.alloc(numbers.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of numbers) at = buffer.writeUIntLE(value >>> 0, at, bytes)
  return buffer
}
