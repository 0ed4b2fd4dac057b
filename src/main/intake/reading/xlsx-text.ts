/**
 * The text of a workbook (XLSX): each sheet a page, a row a line, cells parted by tabs, formulas by the value that was
 * last computed. Read directly and within bounds: `read-excel-file` tells neither a percentage from a fraction nor how an
 * amount is shown, and unpacks without a limit.
 */
import { cleanText } from '../../../shared/intake/reading/clean-text.ts'
import type { OfficePackage } from './office-package.ts'
import { builtInFormat, numberText } from './sheet-values.ts'
import { scanXml, type XmlAttributes, type XmlHandler } from './xml-scan.ts'

export interface WorkbookContent {
  /** The text of each sheet, in the workbook's order. */
  readonly sheets: readonly string[]
  /** Rows that were read, where there are more; null where all were. */
  readonly cutAt: number | null
}

const MOST_SHEETS = 60
const MOST_ROWS = 20_000
const MOST_COLUMNS = 200
const MOST_CHARACTERS = 4_000_000

const quiet = { close: (): void => undefined, text: (): void => undefined }

/** The part that each relationship of the workbook leads to, by its id. */
export function workbookTargets(parts: OfficePackage): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  scanXml(parts.text('xl/_rels/workbook.xml.rels') ?? '', {
    ...quiet,
    open: (name, attributes) => {
      const [id, target] = [attributes.get('Id'), attributes.get('Target')]
      if (name === 'Relationship' && id !== undefined && target !== undefined) targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`)
    },
  })
  return targets
}

/** Path of each sheet's part, in order. */
function sheetPaths(parts: OfficePackage): string[] {
  const targets = workbookTargets(parts)
  const paths: string[] = []
  scanXml(parts.text('xl/workbook.xml') ?? '', {
    ...quiet,
    open: (name, attributes) => {
      const path = name === 'sheet' ? targets.get(attributes.get('id') ?? '') : undefined
      if (path !== undefined) paths.push(path)
    },
  })
  return paths
}

export function isSince1904(parts: OfficePackage): boolean {
  let since = false
  scanXml(parts.text('xl/workbook.xml') ?? '', {
    ...quiet,
    open: (name, attributes) => {
      if (name === 'workbookPr') since = /^(1|true)$/.test(attributes.get('date1904') ?? '')
    },
  })
  return since
}

export function sharedStrings(xml: string): string[] {
  const strings: string[] = []
  let [inText, phonetic] = [false, false]
  scanXml(xml, {
    open: (name) => {
      if (name === 'si') strings.push('')
      if (name === 'rPh') phonetic = true
      if (name === 't') inText = !phonetic
    },
    close: (name) => {
      if (name === 'rPh') phonetic = false
      if (name === 't') inText = false
    },
    text: (text) => {
      if (inText) strings[strings.length - 1] = (strings.at(-1) ?? '') + text
    },
  })
  return strings
}

/** The number format of each cell style. */
export function styleFormats(xml: string): string[] {
  const own = new Map<number, string>()
  const formats: string[] = []
  let inCells = false
  scanXml(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const id = Number(attributes.get('numFmtId') ?? 0)
      formats.push(own.get(id) ?? builtInFormat(id))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
    text: () => undefined,
  })
  return formats
}

/** Column of a cell's address, from 0: `C7` is 2. */
export function columnOf(address: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0]
  return letters === undefined ? undefined : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

interface Shared {
  readonly strings: readonly string[]
  readonly formats: readonly string[]
  readonly since1904: boolean
}

class TooManyRows extends Error {}

class SheetWalk implements XmlHandler {
  readonly lines: string[] = []
  readonly #shared: Shared
  #characters = 0
  #row: string[] = []
  #column = 0
  #kind = 'n'
  #format = 'General'
  #value = ''
  #inValue = false

  constructor(shared: Shared) {
    this.#shared = shared
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'row') [this.#row, this.#column] = [[], -1]
    if (name === 'c') {
      this.#column = columnOf(attributes.get('r')) ?? this.#column + 1
      this.#kind = attributes.get('t') ?? 'n'
      this.#format = this.#shared.formats[Number(attributes.get('s') ?? 0)] ?? 'General'
      this.#value = ''
    }
    if (name === 'v' || name === 't') this.#inValue = true
    // a formula is not what is shown, and the way of reading it aloud neither
    if (name === 'f' || name === 'rPh') this.#inValue = false
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false
    if (name === 'c' && this.#value !== '' && this.#column < MOST_COLUMNS) this.#row[this.#column] = this.#shown()
    if (name === 'row') this.#endRow()
  }

  #shown(): string {
    const raw = this.#value
    if (this.#kind === 's') return this.#shared.strings[Number(raw)] ?? ''
    if (this.#kind === 'b') return raw === '1' ? 'TRUE' : 'FALSE'
    if (this.#kind === 'd') return raw.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ')
    const value = Number(raw)
    return this.#kind === 'n' && raw.trim() !== '' && Number.isFinite(value) ? numberText(value, this.#format, this.#shared.since1904) : raw
  }

  #endRow(): void {
    const cells = Array.from(this.#row, (cell) => cleanText(cell ?? '').replaceAll(/\s*[\n\t]\s*/g, ' ').trim())
    const line = cells.join('\t').replace(/\t+$/, '')
    if (line === '') return
    this.lines.push(line)
    this.#characters += line.length
    if (this.lines.length >= MOST_ROWS || this.#characters > MOST_CHARACTERS) throw new TooManyRows()
  }
}

/** Throws what {@link OfficePackage.read} throws, and `XmlBroken`. */
export function workbookContent(parts: OfficePackage): WorkbookContent {
  const shared: Shared = {
    strings: sharedStrings(parts.text('xl/sharedStrings.xml') ?? ''),
    formats: styleFormats(parts.text('xl/styles.xml') ?? ''),
    since1904: isSince1904(parts),
  }
  let cutAt: number | null = null
  const paths = sheetPaths(parts)
  const sheets = paths.slice(0, MOST_SHEETS).map((path) => {
    const walk = new SheetWalk(shared)
    try {
      scanXml(parts.text(path) ?? '', walk)
    } catch (error) {
      if (!(error instanceof TooManyRows)) throw error
      cutAt = walk.lines.length
    }
    return walk.lines.join('\n')
  })
  return { sheets, cutAt }
}
