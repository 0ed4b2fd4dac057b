/**
 * The rows of a workbook with an earlier ledger (旧台账). Runs in the reading thread. Read within bounds: a sheet that is longer
 * is not cut but left out and said to be too long, since half a ledger would look like a whole one.
 */
import { cleanText } from '../../shared/intake/reading/clean-text.ts'
import { CELL_END, CELL_MARKS, MOST_LEDGER_COLUMNS, MOST_LEDGER_ROWS, type LedgerBook, type LedgerSheet, type Merge } from '../../shared/ledger/sheet-rows.ts'
import { fileKindOf, KIND_NAMES, promisedFormat } from '../intake/reading/file-kind.ts'
import { openPackage, PackageBroken, PackageEncrypted, PackageTooLarge, type OfficePackage } from '../intake/reading/office-package.ts'
import { numberText } from '../intake/reading/sheet-values.ts'
import { columnOf, isSince1904, sharedStrings, styleFormats, workbookTargets } from '../intake/reading/xlsx-text.ts'
import { scanXml, XmlBroken, type XmlAttributes, type XmlHandler } from '../intake/reading/xml-scan.ts'

export type BookReading =
  | { readonly book: LedgerBook }
  | { readonly book: null; readonly problem: 'notWorkbook' | 'locked' | 'broken'; readonly format: string }

const MOST_SHEETS = 60
/** Titles, heads and sums beside the rows themselves. */
const ROWS_BESIDE = 50
/** Characters of all sheets together. */
const MOST_CHARACTERS = 12_000_000
/** Merged ranges of a sheet, and rows that one of them fills. */
const MOST_MERGES = 20_000
const MOST_FILLED = 400_000
/** Heads stand among these rows. */
const HEAD_ROWS = 60

class TooLong extends Error {}

interface Shared {
  readonly strings: readonly string[]
  readonly formats: readonly string[]
  readonly since1904: boolean
}

interface Row {
  readonly at: number
  readonly hidden: boolean
  readonly cells: string[]
}

class LedgerWalk implements XmlHandler {
  readonly rows: Row[] = []
  readonly merges: Merge[] = []
  columns = 0
  readonly #shared: Shared
  readonly #budget: { characters: number }
  #row: Row = { at: 0, hidden: false, cells: [] }
  #last = 0
  #column = -1
  #kind = 'n'
  #format = 'General'
  #value = ''
  #inValue = false
  #formula = false
  #hasValue = false

  constructor(shared: Shared, budget: { characters: number }) {
    this.#shared = shared
    this.#budget = budget
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'row') this.#openRow(attributes)
    else if (name === 'c') this.#openCell(attributes)
    else if (name === 'v' || name === 't') {
      this.#inValue = true
      this.#hasValue = true
    } else if (name === 'f') {
      this.#formula = true
      this.#inValue = false
    } else if (name === 'rPh') this.#inValue = false
    else if (name === 'mergeCell') this.#merge(attributes.get('ref') ?? '')
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false
    else if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
  }

  #openRow(attributes: XmlAttributes): void {
    // numbers rise: a file that says otherwise is counted
    const given = Number(attributes.get('r') ?? 0)
    const at = Number.isSafeInteger(given) && given > this.#last && given <= 1_048_576 ? given : this.#last + 1
    this.#last = at
    this.#row = { at, hidden: /^(1|true)$/.test(attributes.get('hidden') ?? ''), cells: [] }
    this.#column = -1
  }

  #openCell(attributes: XmlAttributes): void {
    this.#column = columnOf(attributes.get('r')) ?? this.#column + 1
    this.#kind = attributes.get('t') ?? 'n'
    this.#format = this.#shared.formats[Number(attributes.get('s') ?? 0)] ?? 'General'
    this.#value = ''
    this.#formula = false
    this.#hasValue = false
  }

  #closeCell(): void {
    if (this.#column < 0 || this.#column >= MOST_LEDGER_COLUMNS) return
    const shown = cleanText(this.#shown()).replaceAll(/\s+/g, ' ').trim()
    const noValue = this.#formula && (!this.#hasValue || this.#value === '') && this.#kind !== 'str'
    if (shown === '' && !noValue) return
    const { formula, error } = CELL_MARKS
    this.#row.cells[this.#column] = `${this.#formula ? formula : ''}${this.#kind === 'e' ? error : ''}${noValue ? CELL_MARKS.noValue : ''}${shown}`
  }

  #shown(): string {
    const raw = this.#value
    if (this.#kind === 's') return this.#shared.strings[Number(raw)] ?? ''
    if (this.#kind === 'b') return raw === '1' ? '是' : '否'
    if (this.#kind === 'd') return raw.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ')
    const value = Number(raw)
    return this.#kind === 'n' && raw.trim() !== '' && Number.isFinite(value) ? numberText(value, this.#format, this.#shared.since1904) : raw
  }

  #closeRow(): void {
    const row = this.#row
    if (row.cells.length === 0) return
    this.columns = Math.max(this.columns, row.cells.length)
    for (const cell of row.cells) this.#budget.characters -= (cell ?? '').length + 1
    this.rows.push(row)
    if (this.rows.length > MOST_LEDGER_ROWS + ROWS_BESIDE || this.#budget.characters < 0) throw new TooLong()
  }

  #merge(ref: string): void {
    const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref)
    if (match === null || this.merges.length >= MOST_MERGES) return
    this.merges.push({ fromRow: Number(match[2]), toRow: Number(match[4]), fromColumn: columnOf(match[1]) ?? 0, toColumn: columnOf(match[3]) ?? 0 })
  }
}

/** What stands in a cell that spans rows holds for each of them that has something of its own. */
function fillDown(rows: readonly Row[], merges: readonly Merge[]): void {
  const places = new Map(rows.map(({ at }, index) => [at, index]))
  let left = MOST_FILLED
  for (const { fromRow, toRow, fromColumn } of merges) {
    const first = places.get(fromRow)
    const value = first === undefined ? undefined : rows[first]?.cells[fromColumn]
    if (first === undefined || value === undefined || toRow <= fromRow) continue
    for (let index = first + 1; left > 0; index += 1, left -= 1) {
      const row = rows[index]
      if (row === undefined || row.at > toRow) break
      row.cells[fromColumn] ??= CELL_MARKS.merged + value
    }
  }
}

interface SheetPart {
  readonly name: string
  readonly hidden: boolean
  readonly path: string
}

const quiet = { close: (): void => undefined, text: (): void => undefined }

function sheetParts(parts: OfficePackage): SheetPart[] {
  const targets = workbookTargets(parts)
  const found: SheetPart[] = []
  scanXml(parts.text('xl/workbook.xml') ?? '', {
    ...quiet,
    open: (name, attributes) => {
      const path = name === 'sheet' ? targets.get(attributes.get('id') ?? '') : undefined
      // a chart sheet has no rows
      if (path === undefined || !/worksheets\//.test(path)) return
      found.push({ path, name: (attributes.get('name') ?? '').slice(0, 100), hidden: /hidden/i.test(attributes.get('state') ?? '') })
    },
  })
  return found.slice(0, MOST_SHEETS)
}

function readSheet(parts: OfficePackage, { name, hidden, path }: SheetPart, shared: Shared, budget: { characters: number }): LedgerSheet {
  const before = budget.characters
  const walk = new LedgerWalk(shared, budget)
  try {
    scanXml(parts.text(path) ?? '', walk)
  } catch (error) {
    if (!(error instanceof TooLong) && !(error instanceof PackageTooLarge)) throw error
    // nothing of it is kept: the other sheets have their room
    budget.characters = before
    return { name, hidden, rows: [], at: [], hiddenRows: [], headMerges: [], columns: 0, tooLong: true }
  }
  fillDown(walk.rows, walk.merges)
  const lastHead = walk.rows[HEAD_ROWS]?.at ?? Infinity
  return {
    name,
    hidden,
    rows: walk.rows.map(({ cells }) => Array.from(cells, (cell) => cell ?? '').join(CELL_END)),
    at: walk.rows.map(({ at }) => at),
    hiddenRows: walk.rows.filter((row) => row.hidden).map(({ at }) => at),
    headMerges: walk.merges.filter(({ fromRow }) => fromRow <= lastHead).slice(0, 500),
    columns: walk.columns,
    tooLong: false,
  }
}

/** Never throws for what the file is like. */
export async function readLedgerBook(name: string, bytes: Uint8Array): Promise<BookReading> {
  const kind = fileKindOf(name, bytes)
  if (kind === 'encrypted-office') return { book: null, problem: 'locked', format: '' }
  if (kind !== 'xlsx') {
    const promised = kind === 'other' || kind === 'zip' ? promisedFormat(name) : undefined
    return { book: null, problem: promised === 'XLSX' ? 'broken' : 'notWorkbook', format: KIND_NAMES[kind] || promised || '?' }
  }
  try {
    const parts = await openPackage(bytes)
    const shared: Shared = {
      strings: sharedStrings(parts.text('xl/sharedStrings.xml') ?? ''),
      formats: styleFormats(parts.text('xl/styles.xml') ?? ''),
      since1904: isSince1904(parts),
    }
    const budget = { characters: MOST_CHARACTERS }
    return { book: { sheets: sheetParts(parts).map((part) => readSheet(parts, part, shared, budget)), since1904: shared.since1904 } }
  } catch (error) {
    if (error instanceof PackageEncrypted) return { book: null, problem: 'locked', format: '' }
    if (error instanceof PackageBroken || error instanceof PackageTooLarge || error instanceof XmlBroken) return { book: null, problem: 'broken', format: '' }
    throw error
  }
}
