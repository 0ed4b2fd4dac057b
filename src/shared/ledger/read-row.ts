/** One row of an earlier ledger, read by the mapping of its columns: an entry, nothing at all, or why it cannot be taken. Pure. */
import type { ActionKind } from '../catalogue/vocabulary.ts'
import type { IsoDate } from '../values/values.ts'
import type { LedgerMapping } from './guess-columns.ts'
import type { LedgerCell, LedgerColumn } from './ledger-columns.ts'
import { isNothing, narrow, numberKey, readAmount, readDay, readRound, textKey, unitOfHeader } from './read-cells.ts'
import type { SheetCell } from './sheet-rows.ts'

export const REFUSALS = [
  'noReceivedDay',
  'unreadableDay',
  'dayToCome',
  'unreadableAmount',
  'unreadableRound',
  'nothingToName',
  'summaryRow',
  'errorValue',
  'formulaWithoutValue',
  'tooLong',
] as const
export type RefusalCode = (typeof REFUSALS)[number]

/** What a person should know of a row that is taken all the same. */
export const NOTES = ['formula', 'merged', 'serialDay', 'converted', 'hiddenRow'] as const
export type NoteCode = (typeof NOTES)[number]

export interface RowNote {
  readonly code: NoteCode
  readonly columns: readonly LedgerColumn[]
}

export interface RowRefusal {
  readonly code: RefusalCode
  readonly column: LedgerColumn | null
  /** What stands there. */
  readonly text: string
}

/** As it is kept: days as `YYYY-MM-DD`, amount in yuan, everything else as it stood there. */
export type ImportedValues = Partial<Record<LedgerColumn, string | number>> & { readonly received: IsoDate; readonly round: number }

export type ReadRow =
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly refusal: RowRefusal; readonly values: Partial<Record<LedgerColumn, string | number>> }
  | { readonly kind: 'row'; readonly values: ImportedValues; readonly notes: readonly RowNote[] }

export interface RowReading {
  readonly mapping: LedgerMapping
  readonly heads: readonly string[]
  readonly today: IsoDate
  readonly since1904: boolean
}

const LONGEST: Partial<Record<LedgerColumn, number>> = { remark: 2000 }
const LONGEST_TEXT = 500
const DAYS: ReadonlySet<LedgerColumn> = new Set(['received', 'due', 'opinionDate'])
const SUMMARY = /^(?:合计|总计|小计|共计|本页小计|填表人|制表人|审核人签字|注[:：])/

interface Part {
  readonly column: LedgerColumn
  readonly cell: SheetCell
  readonly head: string
}

class Refused extends Error {
  readonly refusal: RowRefusal
  constructor(code: RefusalCode, column: LedgerColumn | null, text: string) {
    super(code)
    this.refusal = { code, column, text: text.slice(0, 80) }
  }
}

class Taking {
  readonly values: Partial<Record<LedgerColumn, string | number>> = {}
  readonly #notes = new Map<NoteCode, Set<LedgerColumn>>()
  readonly #reading: RowReading

  constructor(reading: RowReading) {
    this.#reading = reading
  }

  note(code: NoteCode, column: LedgerColumn | null): void {
    const columns = this.#notes.get(code) ?? new Set()
    if (column !== null) columns.add(column)
    this.#notes.set(code, columns)
  }

  notes(): RowNote[] {
    return NOTES.flatMap((code) => {
      const columns = this.#notes.get(code)
      return columns === undefined ? [] : [{ code, columns: [...columns] }]
    })
  }

  take({ column, cell, head }: Part): void {
    const { text } = cell
    if (cell.error) throw new Refused('errorValue', column, text)
    if (cell.noValue) throw new Refused('formulaWithoutValue', column, '')
    if (isNothing(text)) return
    if (cell.formula) this.note('formula', column)
    if (cell.merged) this.note('merged', column)
    if (DAYS.has(column)) this.#takeDay(column, text)
    else if (column === 'amount') this.#takeAmount(text, head)
    else if (column === 'round') this.#takeRound(text)
    else this.#takeText(column, text.trim())
  }

  #takeDay(column: LedgerColumn, text: string): void {
    const read = readDay(text, this.#reading.since1904)
    if (read === undefined) throw new Refused('unreadableDay', column, text)
    if (read.fromSerial) this.note('serialDay', column)
    if (column !== 'due' && read.day > this.#reading.today) throw new Refused('dayToCome', column, text)
    this.values[column] = read.day
  }

  #takeAmount(text: string, head: string): void {
    const read = readAmount(text, unitOfHeader(head))
    if (read === undefined) throw new Refused('unreadableAmount', 'amount', text)
    if (read.converted) this.note('converted', 'amount')
    this.values.amount = read.amount
  }

  #takeRound(text: string): void {
    const round = readRound(text)
    if (round === undefined) throw new Refused('unreadableRound', 'round', text)
    this.values.round = round
  }

  #takeText(column: LedgerColumn, text: string): void {
    const before = this.values[column]
    const joined = before === undefined ? text : `${before} ${text}`
    if (joined.length > (LONGEST[column] ?? LONGEST_TEXT)) throw new Refused('tooLong', column, text)
    this.values[column] = joined
  }
}

export function readRow(cells: readonly SheetCell[], hidden: boolean, reading: RowReading): ReadRow {
  const own = cells.filter(({ merged }) => !merged)
  // what is only merged down from above is no row of its own
  if (own.every(({ text, noValue }) => text.trim() === '' && !noValue)) return { kind: 'empty' }
  const taking = new Taking(reading)
  const parts = reading.mapping.flatMap((column, at): Part[] => {
    const cell = cells[at]
    return column === null || cell === undefined ? [] : [{ column, cell, head: reading.heads[at] ?? '' }]
  })
  const filled = own.filter(({ text }) => text.trim() !== '')
  try {
    const first = filled[0]?.text.trim() ?? ''
    if (SUMMARY.test(narrow(first))) throw new Refused('summaryRow', null, first)
    for (const part of parts) taking.take(part)
    const { values } = taking
    if (values.received === undefined) throw new Refused('noReceivedDay', 'received', '')
    if (values.title === undefined && values.caseNumber === undefined) throw new Refused('nothingToName', 'title', '')
    if (hidden) taking.note('hiddenRow', null)
    return { kind: 'row', values: { ...values, received: values.received as IsoDate, round: Number(values.round ?? 1) }, notes: taking.notes() }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { kind: 'refused', refusal: error.refusal, values: taking.values }
  }
}

/** What tells one entry from another, without the round: the number of the case, else its name, party and day. */
export function entryKey(values: { readonly received: string; readonly caseNumber: LedgerCell; readonly title: LedgerCell; readonly party: LedgerCell }): string {
  const number = values.caseNumber === null ? '' : numberKey(String(values.caseNumber))
  if (number === '') return `~${textKey(String(values.title ?? ''))}|${textKey(String(values.party ?? ''))}|${values.received}`
  // a bare number begins anew each year
  return /\d{4}/.test(number) ? number : `${values.received.slice(0, 4)}/${number}`
}

/** Columns in which two ledgers must agree to speak of the same. */
const COMPARED = ['received', 'unit', 'title', 'party', 'amount', 'reviewer', 'due', 'opinionDate', 'decision'] as const satisfies readonly LedgerColumn[]

/** Where both say something and do not say the same. */
export function differences(one: Readonly<Partial<Record<LedgerColumn, LedgerCell>>>, other: Readonly<Partial<Record<LedgerColumn, LedgerCell>>>): LedgerColumn[] {
  return COMPARED.filter((column) => {
    const [left, right] = [one[column] ?? null, other[column] ?? null]
    if (left === null || right === null || left === '' || right === '') return false
    if (typeof left === 'number' && typeof right === 'number') return Math.abs(left - right) > 0.005
    const [leftKey, rightKey] = [decided(column, String(left)), decided(column, String(right))]
    // a decision is told by its number, its day, or both
    return column === 'decision' ? !leftKey.includes(rightKey) && !rightKey.includes(leftKey) : leftKey !== rightKey
  })
}

const decided = (column: LedgerColumn, text: string): string => (column === 'decision' ? numberKey(text) : textKey(text))

/** Kinds of action that a text of an earlier ledger names; none where it names none that is known. */
export function kindsIn(text: string): ActionKind[] {
  const kinds: [ActionKind, RegExp][] = [
    ['penalty', /处罚|罚款|penalty/i],
    ['compulsoryExecution', /强制执行|强制拆除|代履行|compulsory execution/i],
    ['compulsoryMeasure', /强制措施|查封|扣押|冻结|compulsory measure/i],
    ['licence', /许可|审批|licence/i],
    ['expropriation', /征收|征用|expropriation/i],
    ['inspection', /检查|inspection/i],
  ]
  return kinds.filter(([, words]) => words.test(text)).map(([kind]) => kind)
}
