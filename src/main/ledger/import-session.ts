/** The workbook that a window is importing from: kept in memory for that window only, one at a time, and not for long. */
import { FashenError } from '../../shared/errors/errors.ts'
import type { LedgerReading, SheetColumns, SheetSummary, WorkbookSummary } from '../../shared/ledger/contract.ts'
import { guessMapping, headsKey, mappingProblems } from '../../shared/ledger/guess-columns.ts'
import { cellsOf, findHeaderRow, headsOf, MOST_LEDGER_ROWS, type LedgerBook, type LedgerSheet } from '../../shared/ledger/sheet-rows.ts'
import { ledgerMappingSchema } from '../../shared/ledger/contract.ts'
import type { CallContext } from '../core/handler.ts'
import type { Reader } from '../store/database.ts'
import type { JudgedRows } from './row-fates.ts'

/** Milliseconds after which a file that nobody went on with is forgotten. */
const KEPT = 30 * 60_000
const EXAMPLES = 4

export interface ImportSession {
  readonly stagedId: string
  readonly name: string
  readonly sha256: string
  readonly book: LedgerBook
  /** The last dry run, with what it was asked. */
  judged: { readonly key: string; readonly rows: JudgedRows } | undefined
}

/** By store, then by connection. */
const sessions = new WeakMap<Reader, Map<string, ImportSession>>()

function sessionsOf(reader: Reader): Map<string, ImportSession> {
  const own = sessions.get(reader) ?? new Map<string, ImportSession>()
  sessions.set(reader, own)
  return own
}

/** Throws `file-not-staged`, `ledger-not-workbook`, `ledger-workbook-locked`, `-broken`, `-empty`. */
export async function openSession(context: CallContext, stagedId: string, name: string): Promise<ImportSession> {
  const { connection } = context.caller
  const staged = context.staging.find(connection, stagedId, name)
  const read = await context.reading.readLedger({ sha256: staged.sha256, name: staged.name })
  if (read.book === null) {
    if (read.problem === 'notWorkbook') throw new FashenError('ledger-not-workbook', { name: staged.name, format: read.format })
    throw new FashenError(read.problem === 'locked' ? 'ledger-workbook-locked' : 'ledger-workbook-broken', { name: staged.name })
  }
  const { book } = read
  if (book.sheets.every(({ rows, tooLong }) => rows.length === 0 && !tooLong)) throw new FashenError('ledger-workbook-empty', { name: staged.name })
  const session: ImportSession = { stagedId, name: staged.name, sha256: staged.sha256, book, judged: undefined }
  const own = sessionsOf(context.reader)
  own.set(connection, session)
  setTimeout(() => {
    if (own.get(connection) === session) own.delete(connection)
  }, KEPT).unref()
  return session
}

/** Throws `ledger-file-forgotten`. */
export function requireSession({ reader, caller }: Pick<CallContext, 'reader' | 'caller'>, stagedId: string): ImportSession {
  const session = sessionsOf(reader).get(caller.connection)
  if (session?.stagedId !== stagedId) throw new FashenError('ledger-file-forgotten', {})
  return session
}

/** Throws `ledger-sheet-too-long`, and `not-found` for a sheet or row that is not there. */
export function requireSheet({ book }: ImportSession, at: number, headerRow: number): LedgerSheet {
  const sheet = book.sheets[at]
  if (sheet === undefined) throw new FashenError('not-found', { subject: 'sheet', id: String(at) })
  if (sheet.tooLong) throw new FashenError('ledger-sheet-too-long', { sheet: sheet.name, limit: MOST_LEDGER_ROWS })
  if (!sheet.at.includes(headerRow)) throw new FashenError('not-found', { subject: 'row', id: String(headerRow) })
  return sheet
}

/** Throws `ledger-columns-unclear`. */
export function requireMapping({ mapping }: LedgerReading): void {
  if (mappingProblems(mapping).length > 0) throw new FashenError('ledger-columns-unclear', {})
}

export function summaryOf({ sha256, book }: ImportSession): WorkbookSummary {
  const sheets = book.sheets.map((sheet): SheetSummary => ({
    name: sheet.name,
    hidden: sheet.hidden,
    rows: sheet.rows.length,
    headerRow: findHeaderRow(sheet),
    tooLong: sheet.tooLong,
  }))
  const can = (wanted: (sheet: SheetSummary) => boolean): number => sheets.findIndex((sheet) => !sheet.tooLong && sheet.rows > 0 && wanted(sheet))
  const found = [can(({ hidden, headerRow }) => !hidden && headerRow !== null), can(({ hidden }) => !hidden), can(() => true)].find((at) => at >= 0)
  return { sha256, sheets, sheet: found ?? null }
}

export function columnsOf(reader: Reader, session: ImportSession, at: number, headerRow: number): SheetColumns {
  const sheet = requireSheet(session, at, headerRow)
  const heads = headsOf(sheet, headerRow)
  const kept = reader.get<{ mapping: string }>('SELECT mapping FROM ledger_mappings WHERE headers = ?', headsKey(heads))
  const remembered = kept === undefined ? undefined : ledgerMappingSchema.safeParse(JSON.parse(kept.mapping)).data
  const mapping = remembered ?? guessMapping(heads)
  const begins = sheet.at.indexOf(headerRow) + 1
  const first = sheet.rows.slice(begins, begins + 40).map(cellsOf)
  return {
    columns: heads.map((head, column) => ({
      head,
      guess: mapping[column] ?? null,
      examples: [...new Set(first.map((cells) => cells[column]?.text ?? '').filter((text) => text !== ''))].slice(0, EXAMPLES).map((text) => text.slice(0, 60)),
    })),
    remembered: remembered !== undefined,
  }
}
