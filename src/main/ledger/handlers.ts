/** The ledger: looked through, remarked on, written into a workbook; earlier ledgers tried, taken in and withdrawn. */
import { FashenError } from '../../shared/errors/errors.ts'
import type { FateCounts, ledgerContract, LedgerOverview, LedgerReading } from '../../shared/ledger/contract.ts'
import { FATES } from '../../shared/ledger/contract.ts'
import { caseChoices } from '../cases/case-choices.ts'
import { judgeTriggers } from '../cases/judging.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import type { Reader } from '../store/database.ts'
import { columnsOf, openSession, requireMapping, requireSession, requireSheet, summaryOf, type ImportSession } from './import-session.ts'
import { foldAsUsual, foldLater } from '../store/folding.ts'
import { emptyStage, insertImport, markWithdrawn, newImportId, pastImports, prepareRow, stageRows } from './import-record.ts'
import { writeWordsFor } from './entry-words.ts'
import { writeImportedWords } from './imported-words.ts'
import { startLedgerExport } from './ledger-export.ts'
import { ledgerOrder } from './ledger-order.ts'
import { ledgerRows, namesOf } from './ledger-rows.ts'
import { judgeRows, type JudgedRows } from './row-fates.ts'

/** Milliseconds that a page waits for cases whose triggers are to be judged; what is left comes by itself. */
const JUDGED_WITHIN = 1500
/** Rows of an import that are laid ready between two turns of others. */
const STEP = 500

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export const ledgerHandlers: Handlers<typeof ledgerContract> = {
  'ledger.list': async (context, { filter, descending, language, offset, size }) => {
    const until = performance.now() + JUDGED_WITHIN
    await judgeTriggers(context, () => performance.now() < until, turn)
    if (filter.text !== '') await writeImportedWords(context, turn)
    await writeWordsFor(context, filter)
    const order = await ledgerOrder(context.reader, { filter, descending })
    return { rows: ledgerRows(context.reader, order.subarray(offset, offset + size), namesOf(context.catalogue, language)), count: order.length }
  },

  'ledger.overview': ({ reader }) => overviewOf(reader),

  'ledger.beginExport': async (context, { filter, descending, language }) => {
    // what is handed out waits for the last of them
    await judgeTriggers(context, () => true, turn)
    if (filter.text !== '') await writeImportedWords(context, turn)
    await writeWordsFor(context, filter)
    const ids = await ledgerOrder(context.reader, { filter, descending })
    return { exportId: startLedgerExport(context, { ids, filter, descending, language }) }
  },

  'ledger.keepRemark': (context, { entryId, expectedSeq, remark }) => {
    const { reader, person } = context
    const [row] = ledgerRows(reader, [entryId], namesOf(context.catalogue, 'zh-CN'))
    if (row === undefined) throw new FashenError('not-found', { subject: 'ledger', id: String(entryId) })
    if (row.remarkSeq !== expectedSeq) throw new FashenError('conflict', { subject: 'ledger', id: String(entryId), expected: expectedSeq, actual: row.remarkSeq })
    const seq = expectedSeq + 1
    const content = { entry: entryId, case: row.caseId, round: row.round, before: row.cells.remark ?? '', after: remark }
    context.act({ act: 'ledger.remark', subject: row.caseId === null ? 'ledger' : `case/${row.caseId}`, content }, (writer) =>
      writer.run('INSERT INTO ledger_remarks (entry_id, seq, remark, written_by, written_at) VALUES (?, ?, ?, ?, ?)', entryId, seq, remark, person.id, context.instant()),
    )
    context.emit({ kind: 'changed', subject: 'ledger' })
    return { seq }
  },

  'ledger.readWorkbook': async (context, { stagedId, name }) => summaryOf(await openSession(context, stagedId, name)),

  'ledger.columns': (context, { stagedId, sheet, headerRow }) => columnsOf(context.reader, requireSession(context, stagedId), sheet, headerRow),

  'ledger.dryRun': async (context, reading) => {
    const session = requireSession(context, reading.stagedId)
    const rows = await tried(context, session, reading)
    const sheet = session.book.sheets[reading.sheet]?.name ?? ''
    const before = pastImports(context.reader).find((one) => one.sha256 === session.sha256 && one.sheet === sheet && one.withdrawn === null)
    return {
      counts: rows.counts,
      empty: rows.empty,
      noted: rows.noted,
      leftOut: rows.heads.filter((head, at) => head !== '' && (reading.mapping[at] ?? null) === null),
      before: before === undefined ? null : { at: before.at, by: before.by },
    }
  },

  'ledger.fates': async (context, { reading, fate, offset, size }) => {
    const session = requireSession(context, reading.stagedId)
    const judged = session.judged?.key === keyOf(reading) ? session.judged.rows : await tried(context, session, reading)
    const rows = fate === null ? judged.fates : judged.fates.filter((one) => one.fate === fate)
    return { rows: rows.slice(offset, offset + size), count: rows.length }
  },

  'ledger.import': async (context, { reading, expected }) => {
    const session = requireSession(context, reading.stagedId)
    const judged = await tried(context, session, reading)
    if (!sameCounts(judged.counts, expected)) throw new FashenError('ledger-changed-meanwhile', {})
    if (judged.fresh.length === 0) throw new FashenError('ledger-nothing-new', {})
    const imported = await stage(context, judged)
    const id = newImportId()
    const sheet = session.book.sheets[reading.sheet]?.name ?? ''
    const { name, sha256 } = session
    const content = { id, file: name, sha256, sheet, headerRow: reading.headerRow, mapping: reading.mapping, counts: judged.counts, empty: judged.empty }
    try {
      context.act({ act: 'ledger.import', subject: 'ledger', content }, (writer) => {
        foldLater(writer)
        insertImport(writer, { id, session, sheet, reading, counts: judged.counts, heads: judged.heads, by: context.person.id, at: context.instant() })
      })
    } finally {
      await turn()
      context.withoutAudit('ledger.stage', (writer) => {
        foldAsUsual(writer)
        emptyStage(writer)
      })
    }
    session.judged = undefined
    context.emit({ kind: 'changed', subject: 'ledger' })
    // the rows are in the ledger: words that could not be written now are written by the next search
    await writeImportedWords(context, turn).catch(() => undefined)
    return { importId: id, imported }
  },

  'ledger.pastImports': ({ reader }) => pastImports(reader),

  'ledger.withdrawImport': (context, { importId, reason }) => {
    const [past] = pastImports(context.reader, importId)
    if (past === undefined) throw new FashenError('not-found', { subject: 'import', id: importId })
    if (past.withdrawn !== null) throw new FashenError('ledger-import-withdrawn', {})
    const content = { id: importId, file: past.file, sha256: past.sha256, counts: past.counts, reason }
    context.act({ act: 'ledger.withdrawImport', subject: 'ledger', content }, (writer) =>
      markWithdrawn(writer, importId, { by: context.person.id, at: context.instant(), reason }),
    )
    context.emit({ kind: 'changed', subject: 'ledger' })
    return null
  },
}

const keyOf = ({ sheet, headerRow, mapping }: LedgerReading): string => JSON.stringify([sheet, headerRow, mapping])

const sameCounts = (one: FateCounts, other: FateCounts): boolean => FATES.every((fate) => one[fate] === other[fate])

/** Judges every row against the ledger as it is now, and keeps it for looking through. */
async function tried(context: CallContext, session: ImportSession, reading: LedgerReading): Promise<JudgedRows> {
  requireMapping(reading)
  const sheet = requireSheet(session, reading.sheet, reading.headerRow)
  const rows = await judgeRows(context, sheet, session.book.since1904, reading)
  session.judged = { key: keyOf(reading), rows }
  return rows
}

/** Prepares the new rows and lays them ready, some hundred at a time. @returns how many */
async function stage({ catalogue, withoutAudit }: CallContext, { fresh }: JudgedRows): Promise<number> {
  const types = new Map(catalogue.opinionTypes.flatMap(({ id, name }) => [[name['zh-CN'], id], [name.en, id]] as const))
  withoutAudit('ledger.stage', emptyStage)
  for (let at = 0; at < fresh.length; at += STEP) {
    const rows = fresh.slice(at, at + STEP).map((row) => prepareRow(row, (name) => types.get(name) ?? null))
    withoutAudit('ledger.stage', (writer) => stageRows(writer, rows, at))
    await turn()
  }
  return fresh.length
}

function overviewOf(reader: Reader): LedgerOverview {
  const years = reader.all<{ year: number; live: number; imported: number }>(
    `SELECT CAST(substr(received_on, 1, 4) AS INTEGER) AS year, sum(import_id IS NULL) AS live, sum(import_id IS NOT NULL) AS imported
     FROM ledger_entries INDEXED BY ledger_entries_by_day WHERE withdrawn = 0 GROUP BY 1 ORDER BY 1 DESC`,
  )
  const imported = reader.all<{ unit: string }>('SELECT DISTINCT unit FROM ledger_entries WHERE import_id IS NOT NULL AND withdrawn = 0 AND unit IS NOT NULL LIMIT 400')
  const units = new Set([...caseChoices(reader).units, ...imported.map(({ unit }) => unit)])
  return { years, units: [...units] }
}
