/**
 * A workbook (XLSX), written sheet by sheet and row by row: no more of it is in memory than what is compressed already. Texts
 * stand in their cells as texts, whatever they begin with.
 */
import { once } from 'node:events'
import { createDeflateRaw, crc32 } from 'node:zlib'
import { looksLikeFormula, xmlText } from '../../shared/cases/cell-text.ts'

/** A day is `{ day: 'YYYY-MM-DD' }`; a share, 1 being all of it, is shown in per cent; null is an empty cell. */
export type Cell = string | number | { readonly day: string } | { readonly share: number } | { readonly decimal: number } | null

export interface SheetColumn {
  readonly title: string
  /** In characters. */
  readonly width: number
  readonly format: 'text' | 'number' | 'amount' | 'day'
}

/** Bytes that are compressed at a time, in one of two buffers: the other is filled meanwhile. Nothing else of a sheet is kept unpacked. */
const PIECE = 128 * 1024
/** Bytes of UTF-8 that one unit of a JavaScript text takes at most. */
const WIDEST = 3

/** Styles by their place in `styles.xml`. */
const STYLE = { text: 0, head: 1, day: 2, amount: 3, quoted: 4, share: 5, decimal: 6, number: 0 } as const

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

// quotePrefix marks a text that looks like a formula, so that it stays a text when the cell is edited, too
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>\
<numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166" formatCode="0.0"/></numFmts>\
<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>\
<cellXfs count="7"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/>\
<xf quotePrefix="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="166" applyNumberFormat="1"/></cellXfs></styleSheet>`

const MOST_IN_NAME = 31

/** What programs allow in the name of a sheet: 31 characters, none of these signs. Cut between two words. */
export function sheetName(title: string): string {
  const safe = title.replaceAll(/[[\]:*?/\\]/gu, ' ').trim()
  if (safe.length <= MOST_IN_NAME) return safe
  const cut = safe.slice(0, MOST_IN_NAME + 1).lastIndexOf(' ')
  return safe.slice(0, cut > 0 ? cut : MOST_IN_NAME)
}

const partOf = (sheet: number): string => `worksheets/sheet${sheet + 1}.xml`

function smallParts(names: readonly string[]): [name: string, xml: string][] {
  const type = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`
  return [
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>${type('workbook.xml', 'sheet.main')}${names.map((_, at) => type(partOf(at), 'worksheet')).join('')}${type('styles.xml', 'styles')}</Types>`,
    ],
    ['_rels/.rels', `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names.map((name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">\
${names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="${partOf(at)}"/>`).join('')}\
<Relationship Id="rId${names.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
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
  if (typeof cell === 'object' && 'share' in cell) return `<c r="${place}" s="${STYLE.share}"><v>${cell.share}</v></c>`
  if (typeof cell === 'object' && 'decimal' in cell) return `<c r="${place}" s="${STYLE.decimal}"><v>${cell.decimal}</v></c>`
  if (typeof cell === 'object') return `<c r="${place}" s="${STYLE.day}"><v>${serialDay(cell.day)}</v></c>`
  return textXml(cell, place, looksLikeFormula(cell) ? STYLE.quoted : STYLE.text)
}

/** White space at an end, of several kinds or several at once: readers would make one blank of it, or none. */
const SPACED = /^\s|\s$|\s\s|[\t\r\n]/

function textXml(text: string, place: string, style: number): string {
  const space = SPACED.test(text) ? ' xml:space="preserve"' : ''
  return `<c r="${place}" t="inlineStr"${style === 0 ? '' : ` s="${style}"`}><is><t${space}>${xmlText(text)}</t></is></c>`
}

function sheetHead(columns: readonly SheetColumn[], rows: number, first: boolean): string {
  const widths = columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
  const last = `${columnName(columns.length - 1)}${rows + 1}`
  const head = columns.map(({ title }, index) => textXml(title, `${columnName(index)}1`, STYLE.head)).join('')
  return `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0"${first ? ' tabSelected="1"' : ''}>\
<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols>\
<sheetData><row r="1">${head}</row>`
}

const filterOf = (columns: readonly SheetColumn[], rows: number): string =>
  `</sheetData><autoFilter ref="A1:${columnName(columns.length - 1)}${rows + 1}"/></worksheet>`

function rowXml(cells: readonly Cell[], columns: readonly SheetColumn[], names: readonly string[], row: number): string {
  let xml = `<row r="${row}">`
  for (let at = 0; at < cells.length; at += 1) xml += cellXml(cells[at] ?? null, `${names[at] ?? ''}${row}`, columns[at]?.format ?? 'text')
  return `${xml}</row>`
}

/** A file in memory, in the pieces that it was made in: together they would stand there twice for a while. */
export interface FilePieces {
  readonly pieces: readonly Uint8Array<ArrayBuffer>[]
  /** Bytes of all of them. */
  readonly size: number
}

export interface Sheet {
  /** As {@link sheetName} makes it; each once. */
  readonly name: string
  readonly columns: readonly SheetColumn[]
  /** Rows, some hundreds at a time; between two of them others get their turn. */
  readonly batches: Iterable<readonly (readonly Cell[])[]> | AsyncIterable<readonly (readonly Cell[])[]>
  /** How many rows there will be, for what stands before them. */
  readonly count: number
}

/** The sheets in their order; one at least. */
export async function writeBookPieces(sheets: readonly Sheet[]): Promise<FilePieces> {
  const archive = new Archive()
  for (const [name, xml] of smallParts(sheets.map(({ name: own }) => own))) await archive.add(name, async (write) => write(xml))
  for (const [at, { columns, batches, count }] of sheets.entries()) {
    const names = columns.map((_, index) => columnName(index))
    let row = 1
    await archive.add(`xl/${partOf(at)}`, async (write) => {
      await write(sheetHead(columns, count, at === 0))
      for await (const batch of batches) {
        for (const cells of batch) {
          const full = write(rowXml(cells, columns, names, (row += 1)))
          if (full !== undefined) await full
        }
      }
      await write(filterOf(columns, count))
    })
  }
  return archive.end()
}

/** A workbook of one sheet, see {@link Sheet}. */
export function writeSheetPieces(name: string, columns: Sheet['columns'], batches: Sheet['batches'], count: number): Promise<FilePieces> {
  return writeBookPieces([{ name, columns, batches, count }])
}

/** As {@link writeBookPieces}, in one piece: for sheets of some hundred rows. */
export async function writeBook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { pieces, size } = await writeBookPieces(sheets)
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** A workbook of one sheet, in one piece. */
export function writeSheet(name: string, columns: Sheet['columns'], batches: Sheet['batches'], count: number): Promise<Uint8Array<ArrayBuffer>> {
  return writeBook([{ name, columns, batches, count }])
}

/** Takes a text; a promise where it has to be waited for before the next one. */
type Write = (text: string) => Promise<void> | undefined

/** One part of an archive, compressed in another thread as it is written. */
class Packing {
  crc = 0
  plain = 0
  readonly #deflate = createDeflateRaw({ level: 1, chunkSize: 256 * 1024 })
  #filled = Buffer.allocUnsafeSlow(PIECE)
  #spare = Buffer.allocUnsafeSlow(PIECE)
  #at = 0
  #compressing: Promise<void> = Promise.resolve()

  constructor(packed: (piece: Buffer<ArrayBuffer>) => void) {
    this.#deflate.on('data', packed)
    // whoever waits for the piece that failed is told
    this.#deflate.on('error', () => undefined)
  }

  readonly write: Write = (text) => {
    if (this.#at + text.length * WIDEST <= PIECE) {
      this.#at += this.#filled.write(text, this.#at)
      return undefined
    }
    return this.#writeOn(text)
  }

  async #writeOn(text: string): Promise<void> {
    await this.#hand()
    if (text.length * WIDEST <= PIECE) this.#at = this.#filled.write(text, 0)
    else await this.#compress(Buffer.from(text, 'utf8'))
  }

  /** Hands over what is filled, once what was handed over before is compressed and its buffer can be filled again. */
  async #hand(): Promise<void> {
    await this.#compressing
    this.#compressing = this.#compress(this.#filled.subarray(0, this.#at))
    this.#compressing.catch(() => undefined)
    ;[this.#filled, this.#spare] = [this.#spare, this.#filled]
    this.#at = 0
  }

  #compress(piece: Buffer): Promise<void> {
    this.crc = crc32(piece, this.crc)
    this.plain += piece.length
    return new Promise((resolve, reject) => this.#deflate.write(piece, (error) => (error ? reject(error) : resolve())))
  }

  async end(): Promise<void> {
    await this.#hand()
    await this.#compressing
    const ended = once(this.#deflate, 'end')
    this.#deflate.end()
    await ended
  }

  /** Frees what the compression holds; also where the part was broken off. */
  async close(): Promise<void> {
    await this.#compressing.catch(() => undefined)
    this.#deflate.destroy()
  }
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
  readonly #pieces: Buffer<ArrayBuffer>[] = []
  readonly #entries: Entry[] = []
  #at = 0

  #push(piece: Buffer<ArrayBuffer>): void {
    const last = this.#pieces.at(-1)
    this.#at += piece.length
    // what the compression wrote side by side stays one piece
    if (last?.buffer !== piece.buffer || last.byteOffset + last.length !== piece.byteOffset) this.#pieces.push(piece)
    else this.#pieces[this.#pieces.length - 1] = Buffer.from(last.buffer, last.byteOffset, last.length + piece.length)
  }

  async add(name: string, writing: (write: Write) => Promise<void>): Promise<void> {
    const at = this.#at
    const bytes = Buffer.from(name, 'utf8')
    // version 2.0, bit 3: sizes behind the data, bit 11: UTF-8; deflated; no time, so that equal lists are equal files
    this.#push(Buffer.concat([fields([4, 0x04034b50], [2, 20], [2, 0x0808], [2, 8], [2, 0], [2, 0x21], [4, 0], [4, 0], [4, 0], [2, bytes.length], [2, 0]), bytes]))
    const begun = this.#at
    const packing = new Packing((piece) => this.#push(piece))
    try {
      await writing(packing.write)
      await packing.end()
    } finally {
      await packing.close()
    }
    const { crc, plain } = packing
    const packed = this.#at - begun
    this.#push(fields([4, 0x08074b50], [4, crc], [4, packed], [4, plain]))
    this.#entries.push({ name: bytes, crc, packed, plain, at })
  }

  end(): FilePieces {
    const begun = this.#at
    for (const { name, crc, packed, plain, at } of this.#entries) {
      const sizes: [number, number][] = [[4, crc], [4, packed], [4, plain], [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]]
      this.#push(Buffer.concat([fields([4, 0x02014b50], [2, 20], [2, 20], [2, 0x0808], [2, 8], [2, 0], [2, 0x21], ...sizes), name]))
    }
    const count = this.#entries.length
    this.#push(fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, this.#at - begun], [4, begun], [2, 0]))
    return { pieces: this.#pieces, size: this.#at }
  }
}

/** Little-endian numbers of two or four bytes. */
function fields(...numbers: readonly (readonly [bytes: number, value: number])[]): Buffer<ArrayBuffer> {
  const buffer = Buffer.alloc(numbers.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of numbers) at = buffer.writeUIntLE(value >>> 0, at, bytes)
  return buffer
}
