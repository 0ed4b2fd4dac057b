/**
 * A table of powers or certificates that is to be imported: columns told by their headings, each row with its fate before
 * anything is written (试导入). A row that cannot be read is named with its reason; the others stay.
 */
import { ACTION_KIND_LABELS } from '../catalogue/vocabulary-labels.ts'
import { ACTION_KINDS } from '../catalogue/vocabulary.ts'
import { officerCertificateSchema, powerItemSchema, type CertificateState, type OfficerCertificate, type PowerItem, type RegisterName } from './registers.ts'

/** Rows beyond these are not taken in. */
export const MOST_REGISTER_ROWS = 20_000

export type RowFate = 'add' | 'change' | 'same' | 'refused'

export interface PlannedRow {
  /** Counted from 1, as the sheet shows it. */
  readonly row: number
  readonly fate: RowFate
  readonly key: string
  readonly name: string
  /** What is wrong with a refused row: the field, or `duplicate`, or `no-key`. */
  readonly problem: string | null
}

export interface RegisterPlan<Fields> {
  /** Headings that were recognised, by field; null: no row looks like headings. */
  readonly columns: Readonly<Partial<Record<string, string>>> | null
  readonly rows: readonly PlannedRow[]
  readonly taken: readonly Fields[]
  /** Rows of the table beyond {@link MOST_REGISTER_ROWS}. */
  readonly left: number
}

type Headings = Readonly<Record<string, RegExp>>

const POWER_HEADINGS: Headings = {
  code: /编码|编号|代码|^code$/iu,
  name: /事项名称|权力名称|职权名称|^事项$|^名称$|^name$/iu,
  kind: /类型|类别|种类|^kind$/iu,
  body: /实施主体|行使主体|执法主体|^body$/iu,
  unit: /承办机构|责任科室|内设机构|承办部门|^unit$/iu,
  basis: /依据|^basis$/iu,
  duties: /责任事项|职责|^duties$/iu,
  liability: /追责|问责|^liability$/iu,
}

const CERTIFICATE_HEADINGS: Headings = {
  number: /证件?号码?|证件编号|执法证号|^number$/iu,
  name: /姓名|持证人|^name$/iu,
  unit: /单位|部门|机构|^unit$/iu,
  post: /职务|岗位|^post$/iu,
  scope: /类别|区域|范围|领域|^scope$/iu,
  issuedOn: /发证日期|领证日期|签发|有效期(起|始)|^issuedOn$/iu,
  validUntil: /有效期(至|止|限)?$|到期|失效|^validUntil$/iu,
  state: /状态|^state$/iu,
}

const HEADINGS: Readonly<Record<RegisterName, Headings>> = { powers: POWER_HEADINGS, certificates: CERTIFICATE_HEADINGS }
/** Without these two a row says nothing. */
const NEEDED: Readonly<Record<RegisterName, readonly [string, string]>> = { powers: ['name', 'basis'], certificates: ['number', 'name'] }

interface Mapped {
  /** The row under the headings. */
  readonly first: number
  readonly at: Readonly<Record<string, number>>
  readonly columns: Readonly<Record<string, string>>
}

function mapColumns(register: RegisterName, rows: readonly (readonly string[])[]): Mapped | null {
  for (const [index, row] of rows.slice(0, 20).entries()) {
    const at: Record<string, number> = {}
    const columns: Record<string, string> = {}
    const used = new Set<number>()
    for (const [field, words] of Object.entries(HEADINGS[register])) {
      const found = row.findIndex((cell, place) => !used.has(place) && cell.trim().length <= 20 && words.test(cell.trim()))
      if (found < 0) continue
      used.add(found)
      at[field] = found
      columns[field] = (row[found] ?? '').trim()
    }
    if (NEEDED[register].every((field) => field in at)) return { first: index + 1, at, columns }
  }
  return null
}

/** 2026-01-05, 2026/1/5, 2026年1月5日, 20260105; null where nothing stands there; undefined where it is no day. */
export function dayInCell(cell: string): string | null | undefined {
  const text = cell.trim()
  if (text === '' || /^(长期|无|—|-)$/u.test(text)) return null
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(text)
  return found === null ? undefined : `${found[1] ?? ''}-${(found[2] ?? '').padStart(2, '0')}-${(found[3] ?? '').padStart(2, '0')}`
}

function kindInCell(cell: string): string | null {
  const text = cell.trim()
  return ACTION_KINDS.find((kind) => text === kind || (text !== '' && (ACTION_KIND_LABELS[kind]['zh-CN'].includes(text) || text.includes(ACTION_KIND_LABELS[kind]['zh-CN'])))) ?? null
}

function stateInCell(cell: string): CertificateState {
  if (/暂扣|停用|suspended/iu.test(cell)) return 'suspended'
  return /收回|注销|吊销|作废|withdrawn/iu.test(cell) ? 'withdrawn' : 'held'
}

type Parsed<Fields> = { readonly fields: Fields } | { readonly problem: string }

function powerOf(cell: (field: string) => string): Parsed<PowerItem> {
  const name = cell('name')
  const parsed = powerItemSchema.safeParse({
    code: cell('code') === '' ? name.slice(0, 60) : cell('code'),
    name,
    kind: kindInCell(cell('kind')),
    body: cell('body'),
    unit: cell('unit'),
    basis: cell('basis'),
    duties: cell('duties'),
    liability: cell('liability'),
  })
  return parsed.success ? { fields: parsed.data } : { problem: parsed.error.issues[0]?.path.join('.') ?? 'name' }
}

function certificateOf(cell: (field: string) => string): Parsed<OfficerCertificate> {
  const [issuedOn, validUntil] = [dayInCell(cell('issuedOn')), dayInCell(cell('validUntil'))]
  if (issuedOn === undefined) return { problem: 'issuedOn' }
  if (validUntil === undefined) return { problem: 'validUntil' }
  if (issuedOn !== null && validUntil !== null && validUntil < issuedOn) return { problem: 'validUntil' }
  const parsed = officerCertificateSchema.safeParse({
    number: cell('number'),
    name: cell('name'),
    unit: cell('unit'),
    post: cell('post'),
    scope: cell('scope'),
    issuedOn,
    validUntil,
    state: stateInCell(cell('state')),
  })
  return parsed.success ? { fields: parsed.data } : { problem: parsed.error.issues[0]?.path.join('.') ?? 'number' }
}

const keyOf = (fields: PowerItem | OfficerCertificate): string => ('number' in fields ? fields.number : fields.code)

/** What an import would do, row by row. `present` is what the register has, by number or code. */
export function planImport(
  register: RegisterName,
  rows: readonly (readonly string[])[],
  present: ReadonlyMap<string, PowerItem | OfficerCertificate>,
): RegisterPlan<PowerItem | OfficerCertificate> {
  const mapped = mapColumns(register, rows)
  if (mapped === null) return { columns: null, rows: [], taken: [], left: 0 }
  const filledRows = rows.map((cells, index) => ({ cells, row: index + 1 })).slice(mapped.first).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const seen = new Set<string>()
  const planned: PlannedRow[] = []
  const taken: (PowerItem | OfficerCertificate)[] = []
  for (const { cells, row } of filledRows.slice(0, MOST_REGISTER_ROWS)) {
    const cell = (field: string): string => (cells[mapped.at[field] ?? -1] ?? '').trim()
    const parsed = register === 'powers' ? powerOf(cell) : certificateOf(cell)
    if ('problem' in parsed) {
      planned.push({ row, fate: 'refused', key: cell(register === 'powers' ? 'code' : 'number'), name: cell('name').slice(0, 60), problem: parsed.problem })
      continue
    }
    const { fields } = parsed
    const key = keyOf(fields)
    const twice = seen.has(key)
    seen.add(key)
    const before = present.get(key)
    const fate: RowFate = twice ? 'refused' : before === undefined ? 'add' : sameFields(before, fields) ? 'same' : 'change'
    planned.push({ row, fate, key, name: fields.name.slice(0, 60), problem: twice ? 'duplicate' : null })
    if (fate === 'add' || fate === 'change') taken.push(fields)
  }
  return { columns: mapped.columns, rows: planned, taken, left: Math.max(0, filledRows.length - MOST_REGISTER_ROWS) }
}

function sameFields(one: PowerItem | OfficerCertificate, other: PowerItem | OfficerCertificate): boolean {
  const before = one as unknown as Readonly<Record<string, unknown>>
  return Object.entries(other).every(([field, value]) => before[field] === value)
}

/** A list of objects as rows with their keys as headings; null where it is none. */
export function jsonRows(text: string): string[][] | null {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return null
  }
  const list: unknown = Array.isArray(data) ? data : Object.values(Object(data) as Readonly<Record<string, unknown>>).find(Array.isArray)
  if (!Array.isArray(list)) return null
  const objects = list.filter((one): one is Readonly<Record<string, unknown>> => typeof one === 'object' && one !== null && !Array.isArray(one))
  if (objects.length === 0) return null
  const keys = [...new Set(objects.slice(0, 200).flatMap((one) => Object.keys(one)))]
  const shown = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')
  return [keys, ...objects.map((one) => keys.map((key) => shown(one[key])))]
}
