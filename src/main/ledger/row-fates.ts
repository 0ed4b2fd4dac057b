/**
 * What would become of each row of an earlier ledger (试运行): held against the rows before it in the file and against the
 * ledger as it stands. Nothing is written. In steps, so that others are answered meanwhile.
 */
import type { Fate, FateCounts, LedgerReading, OtherEntry, RowFate } from '../../shared/ledger/contract.ts'
import { headsOf, cellsOf, type LedgerSheet } from '../../shared/ledger/sheet-rows.ts'
import { differences, entryKey, readRow, type ImportedValues, type ReadRow, type RowReading } from '../../shared/ledger/read-row.ts'
import type { LedgerCell, LedgerColumn } from '../../shared/ledger/ledger-columns.ts'
import type { CallContext } from '../core/handler.ts'
import { ledgerRows, namesOf, type ShownRow } from './ledger-rows.ts'
import { entriesLike } from './entries-like.ts'

/** Rows that are read between two turns of others. */
const STEP = 500

export interface JudgedRows {
  readonly fates: readonly RowFate[]
  /** The rows that are new, with the key that tells them from others. */
  readonly fresh: readonly { readonly row: number; readonly key: string; readonly values: ImportedValues }[]
  readonly counts: FateCounts
  readonly empty: number
  readonly noted: number
  readonly heads: readonly string[]
}

interface Read {
  readonly row: number
  readonly read: Exclude<ReadRow, { kind: 'empty' }>
  /** Without the round; empty for a row that is refused. Made once: it takes as long as the reading itself. */
  readonly key: string
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const cellsFor = (values: Partial<Record<LedgerColumn, string | number>>): Record<LedgerColumn, LedgerCell> => values as Record<LedgerColumn, LedgerCell>
const keyOf = (values: ImportedValues): string =>
  entryKey({ received: values.received, caseNumber: values.caseNumber ?? null, title: values.title ?? null, party: values.party ?? null })
const withRound = (key: string, round: number): string => `${key}#${round}`

export async function judgeRows(context: CallContext, sheet: LedgerSheet, since1904: boolean, { headerRow, mapping }: LedgerReading): Promise<JudgedRows> {
  const heads = headsOf(sheet, headerRow)
  const reading: RowReading = { mapping, heads, today: context.today(), since1904 }
  const hidden = new Set(sheet.hiddenRows)
  const rows: Read[] = []
  let empty = 0
  for (let at = sheet.at.indexOf(headerRow) + 1; at < sheet.rows.length; at += 1) {
    const row = sheet.at[at] ?? 0
    const read = readRow(cellsOf(sheet.rows[at] ?? ''), hidden.has(row), reading)
    if (read.kind === 'empty') empty += 1
    else rows.push({ row, read, key: read.kind === 'row' ? keyOf(read.values) : '' })
    if (at % STEP === 0) await turn()
  }
  const keys = new Set(rows.flatMap(({ key }) => (key === '' ? [] : [key])))
  const known = await knownEntries(context, keys, rows)
  return { ...(await decide(rows, known)), empty, heads }
}

/** Entries of the ledger by key and round. */
async function knownEntries(context: CallContext, keys: ReadonlySet<string>, rows: readonly Read[]): Promise<Map<string, ShownRow>> {
  const names = namesOf(context.catalogue, 'zh-CN')
  const titles = rows.flatMap(({ read, key }) => (key.startsWith('~') ? [String(read.values.title ?? '')] : []))
  const found = await entriesLike(context.reader, keys, new Set(titles))
  const known = new Map<string, ShownRow>()
  for (let at = 0; at < found.length; at += STEP) {
    const some = found.slice(at, at + STEP)
    const shown = new Map(ledgerRows(context.reader, some.map(({ id }) => id), names).map((row) => [row.id, row]))
    for (const { id, key } of some) {
      const row = shown.get(id)
      if (row !== undefined) known.set(withRound(key, row.round), row)
    }
    await turn()
  }
  return known
}

async function decide(rows: readonly Read[], known: ReadonlyMap<string, ShownRow>): Promise<Omit<JudgedRows, 'empty' | 'heads'>> {
  const groups = new Map<string, { row: number; values: ImportedValues }[]>()
  for (const { row, read, key } of rows) {
    if (read.kind !== 'row') continue
    const own = withRound(key, read.values.round)
    const group = groups.get(own) ?? []
    group.push({ row, values: read.values })
    groups.set(own, group)
  }
  await turn()
  const fresh: JudgedRows['fresh'][number][] = []
  const counts: Record<Fate, number> = { new: 0, same: 0, conflict: 0, refused: 0 }
  let noted = 0
  const fates: RowFate[] = []
  for (const [at, one] of rows.entries()) {
    const fate = fateOf(one, groups, known)
    fates.push(fate)
    counts[fate.fate] += 1
    if (fate.fate === 'new' && one.read.kind === 'row') {
      fresh.push({ row: one.row, key: one.key, values: one.read.values })
      if (fate.notes.length > 0) noted += 1
    }
    if (at % STEP === 0) await turn()
  }
  return { fates, fresh, counts, noted }
}

type Groups = ReadonlyMap<string, readonly { readonly row: number; readonly values: ImportedValues }[]>

function fateOf({ row, read, key: bare }: Read, groups: Groups, known: ReadonlyMap<string, ShownRow>): RowFate {
  const { values } = read
  const about = { row, received: String(values.received ?? ''), caseNumber: String(values.caseNumber ?? ''), title: String(values.title ?? '') }
  if (read.kind === 'refused') return { ...about, fate: 'refused', refusal: read.refusal, other: null, differs: [], notes: [] }
  const key = withRound(bare, read.values.round)
  const judged = (fate: Fate, other: OtherEntry | null, differs: readonly LedgerColumn[]): RowFate => ({ ...about, fate, refusal: null, other, differs, notes: read.notes })
  const entry = known.get(key)
  if (entry !== undefined) {
    const differs = differences(cellsFor(read.values), entry.cells)
    const other: OtherEntry = { kind: 'entry', serial: String(entry.cells.serial ?? ''), imported: entry.imported !== null, title: String(entry.cells.title ?? '') }
    return judged(differs.length === 0 ? 'same' : 'conflict', other, differs)
  }
  const group = groups.get(key) ?? []
  // which of two rows that differ is right, nobody here can tell: neither is taken
  for (const other of group) {
    const differs = other.row === row ? [] : differences(cellsFor(read.values), cellsFor(other.values))
    if (differs.length > 0) return judged('conflict', { kind: 'row', row: other.row }, differs)
  }
  const [first] = group
  return first === undefined || first.row === row ? judged('new', null, []) : judged('same', { kind: 'row', row: first.row }, [])
}
