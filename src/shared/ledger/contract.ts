/** The contract of the ledger (台账): looked through, written into a workbook, and earlier ledgers taken in. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import { languageSchema, type IsoInstant } from '../values/values.ts'
import { ledgerFilterSchema } from './ledger-filter.ts'
import { LEDGER_COLUMNS, type LedgerColumn, type LedgerRow } from './ledger-columns.ts'
import { MOST_LEDGER_COLUMNS } from './sheet-rows.ts'
import type { RowNote, RowRefusal } from './read-row.ts'

/** Rows of a page. */
export const LEDGER_PAGE = 100

export interface LedgerPage {
  /** With how often its remark was written, so that two people do not write over each other. */
  readonly rows: readonly (LedgerRow & { readonly remarkSeq: number })[]
  /** How many entries match. */
  readonly count: number
}

export interface LedgerOverview {
  readonly years: readonly { readonly year: number; readonly live: number; readonly imported: number }[]
  readonly units: readonly string[]
}

export const ledgerMappingSchema = z.array(z.enum(LEDGER_COLUMNS).nullable()).max(MOST_LEDGER_COLUMNS)

const staged = { stagedId: z.uuid() }
/** Which rows of the file are meant, and what its columns are. */
const readingSchema = z.strictObject({
  ...staged,
  sheet: z.int().min(0).max(200),
  headerRow: z.int().min(1).max(1_048_576),
  mapping: ledgerMappingSchema,
})
export type LedgerReading = z.output<typeof readingSchema>

export interface SheetSummary {
  readonly name: string
  readonly hidden: boolean
  readonly rows: number
  /** Null: none of its first rows looks like the head of a ledger. */
  readonly headerRow: number | null
  readonly tooLong: boolean
}

export interface WorkbookSummary {
  readonly sha256: string
  readonly sheets: readonly SheetSummary[]
  /** The one that is looked at first; null where none has rows that can be taken. */
  readonly sheet: number | null
}

export interface SheetColumns {
  readonly columns: readonly {
    readonly head: string
    readonly guess: LedgerColumn | null
    /** What stands in the first rows under it. */
    readonly examples: readonly string[]
  }[]
  /** The guesses are how a person of this station mapped the same heads before. */
  readonly remembered: boolean
}

export const FATES = ['new', 'same', 'conflict', 'refused'] as const
export type Fate = (typeof FATES)[number]

/** What a row is the same as, or in conflict with. */
export type OtherEntry =
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'entry'; readonly serial: string; readonly imported: boolean; readonly title: string }

export interface RowFate {
  /** Its number in the sheet. */
  readonly row: number
  readonly fate: Fate
  readonly received: string
  readonly caseNumber: string
  readonly title: string
  readonly refusal: RowRefusal | null
  readonly other: OtherEntry | null
  /** In which columns the two differ. */
  readonly differs: readonly LedgerColumn[]
  readonly notes: readonly RowNote[]
}

export const fateCountsSchema = z.strictObject({ new: z.int().min(0), same: z.int().min(0), conflict: z.int().min(0), refused: z.int().min(0) })
export type FateCounts = z.output<typeof fateCountsSchema>

export interface DryRun {
  readonly counts: FateCounts
  /** Rows with nothing in them of their own. */
  readonly empty: number
  /** Rows that are new and have something to be known of them. */
  readonly noted: number
  /** Heads of columns that are not taken over. */
  readonly leftOut: readonly string[]
  /** The same file, sheet by sheet, was imported before. */
  readonly before: { readonly at: IsoInstant; readonly by: string } | null
}

export interface PastImport {
  readonly id: string
  readonly file: string
  readonly sheet: string
  readonly sha256: string
  readonly counts: FateCounts
  readonly by: string
  readonly at: IsoInstant
  readonly withdrawn: { readonly by: string; readonly at: IsoInstant; readonly reason: string } | null
}

/** Who keeps the ledger. */
const KEEPERS = ['reviewer', 'head'] as const
const listed = { filter: ledgerFilterSchema, descending: z.boolean(), language: languageSchema }

export const ledgerContract = {
  'ledger.list': method({
    input: z.strictObject({ ...listed, offset: z.int().min(0), size: z.int().min(1).max(200) }),
    allowed: 'signedIn',
    access: 'read',
  }).returns<LedgerPage>(),
  'ledger.overview': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<LedgerOverview>(),
  /** Begins a workbook (XLSX) of what is filtered; told of and fetched like a workbook of the list of cases. */
  'ledger.beginExport': method({ input: z.strictObject(listed), allowed: 'signedIn', access: 'write' }).returns<{ readonly exportId: string }>(),
  'ledger.keepRemark': method({
    input: z.strictObject({ entryId: z.int().min(1), expectedSeq: z.int().min(0), remark: z.string().trim().max(2000) }),
    allowed: [...KEEPERS],
    access: 'write',
  }).returns<{ readonly seq: number }>(),
  /** Throws `ledger-…` for what is no workbook, locked or broken. */
  'ledger.readWorkbook': method({ input: z.strictObject({ ...staged, name: z.string().min(1).max(255) }), allowed: [...KEEPERS], access: 'read' }).returns<WorkbookSummary>(),
  'ledger.columns': method({
    input: readingSchema.omit({ mapping: true }),
    allowed: [...KEEPERS],
    access: 'read',
  }).returns<SheetColumns>(),
  /** What would become of each row. Nothing is written. */
  'ledger.dryRun': method({ input: readingSchema, allowed: [...KEEPERS], access: 'read' }).returns<DryRun>(),
  /** The rows of the last dry run of the same reading. */
  'ledger.fates': method({
    input: z.strictObject({ reading: readingSchema, fate: z.enum(FATES).nullable(), offset: z.int().min(0), size: z.int().min(1).max(200) }),
    allowed: [...KEEPERS],
    access: 'read',
  }).returns<{ readonly rows: readonly RowFate[]; readonly count: number }>(),
  /** Takes all new rows in, or none: where the counts are no longer `expected`, none. */
  'ledger.import': method({
    input: z.strictObject({ reading: readingSchema, expected: fateCountsSchema }),
    allowed: [...KEEPERS],
    access: 'write',
  }).returns<{ readonly importId: string; readonly imported: number }>(),
  'ledger.pastImports': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<readonly PastImport[]>(),
  /** Takes all rows of an import out of the ledger; the record of it stays. */
  'ledger.withdrawImport': method({
    input: z.strictObject({ importId: z.uuid(), reason: z.string().trim().min(2).max(500) }),
    allowed: ['head'],
    access: 'write',
  }).returns<null>(),
}
