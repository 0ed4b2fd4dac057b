/** Workbooks (XLSX) made for tests, cell by cell as office programs write them: merged cells, formulas, hidden sheets, serials. */
import { zipSync, strToU8, type Zippable } from 'fflate'
import { columnName } from '../../src/main/cases/sheet-file.ts'

export type MadeCell =
  | string
  | number
  | null
  /** A day as a serial with a format for days. */
  | { readonly serial: number }
  | { readonly formula: string; readonly value?: string | number; readonly error?: string }

export interface MadeSheet {
  readonly name: string
  readonly state?: 'hidden' | 'veryHidden'
  readonly rows: readonly (readonly MadeCell[])[]
  readonly merges?: readonly string[]
  /** Row numbers, from 1. */
  readonly hiddenRows?: readonly number[]
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function cellXml(cell: MadeCell, place: string): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if ('serial' in cell) return `<c r="${place}" s="1"><v>${cell.serial}</v></c>`
  const { formula, value, error } = cell
  if (error !== undefined) return `<c r="${place}" t="e"><f>${escaped(formula)}</f><v>${error}</v></c>`
  if (value === undefined) return `<c r="${place}"><f>${escaped(formula)}</f></c>`
  return `<c r="${place}"${typeof value === 'string' ? ' t="str"' : ''}><f>${escaped(formula)}</f><v>${escaped(String(value))}</v></c>`
}

function sheetXml({ rows, merges = [], hiddenRows = [] }: MadeSheet): string {
  const lines = rows.map((cells, at) => {
    const row = at + 1
    return `<row r="${row}"${hiddenRows.includes(row) ? ' hidden="1"' : ''}>${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row}`)).join('')}</row>`
  })
  const merged = merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
  return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData>${merged}</worksheet>`
}

export function madeWorkbook(sheets: readonly MadeSheet[], { since1904 = false } = {}): Uint8Array {
  const list = sheets.map(({ name, state }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`)
  const relations = sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`)
  const files: Zippable = {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/workbook.xml': strToU8(`<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${since1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`),
    'xl/styles.xml': strToU8(`<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`),
  }
  for (const [at, sheet] of sheets.entries()) files[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(sheetXml(sheet))
  // with a time of its own, two of the same would differ by their hash
  return zipSync(files, { level: 1, mtime: new Date(2024, 0, 1) })
}

/** What an office program writes for a workbook with a password: an OLE file with an encrypted package in it. */
export function lockedWorkbook(): Uint8Array {
  const bytes = new Uint8Array(4096)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024)
  return bytes
}
