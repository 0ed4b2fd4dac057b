/** Benchmarks and discretion sheets: import, walk through, save. */
import { v7 as uuidv7 } from 'uuid'
import { benchmarksIn, suggestMapping } from '../../shared/discretion/benchmark-table.ts'
import type { SheetOfRows, discretionContract } from '../../shared/discretion/contract.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { requireCase } from '../cases/case-record.ts'
import { mayAnswer } from '../checklist/answering.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { benchmarksOf, findBenchmark, insertBenchmark, retireBenchmark } from './benchmark-record.ts'
import { discretionView } from './discretion-view.ts'
import { sheetOf, writeSheet } from './sheet-record.ts'

const ROWS_SHOWN = 30

export const discretionHandlers: Handlers<typeof discretionContract> = {
  'discretion.benchmarks': ({ reader, catalogue }) => benchmarksOf(reader, catalogue),

  'discretion.previewTable': async (context, { stagedId, name, mapping }) => {
    const sheets = await sheetsOf(context, stagedId, name)
    const chosen = mapping ?? firstMapping(sheets)
    const rows = chosen === null ? undefined : sheets[chosen.sheet]?.rows
    const paper = { source: name, validFrom: null, validTo: null, verified: false }
    return {
      sheets: sheets.map(({ number, rows: all, total }) => ({ number, rows: all.slice(0, ROWS_SHOWN), total })),
      mapping: chosen,
      table: chosen === null || rows === undefined ? null : benchmarksIn(rows, chosen, paper),
    }
  },

  'discretion.importTable': async (context, { stagedId, name, mapping, ...paper }) => {
    const rows = (await sheetsOf(context, stagedId, name))[mapping.sheet]?.rows ?? []
    const { benchmarks, problems } = benchmarksIn(rows, mapping, paper)
    if (benchmarks.length === 0) throw new FashenError('benchmarks-none-found', { name })
    const imported = benchmarks.map((benchmark) => ({ id: uuidv7(), benchmark }))
    const content = { name, mapping, paper, benchmarks: imported, leftOut: problems.length }
    context.act({ act: 'benchmark.import', subject: 'benchmarks', content }, (writer) => {
      for (const { id, benchmark } of imported) insertBenchmark(writer, id, benchmark, context.person.id, context.instant())
    })
    context.emit({ kind: 'changed', subject: 'benchmarks' })
    return { imported: imported.length, problems }
  },

  'discretion.retireBenchmark': (context, { id, reason }) => {
    context.act({ act: 'benchmark.retire', subject: `benchmark/${id}`, content: { reason } }, (writer) => {
      if (!retireBenchmark(writer, id, reason, context.person.id, context.instant())) throw new FashenError('not-found', { subject: 'benchmark', id })
    })
    context.emit({ kind: 'changed', subject: 'benchmarks' })
    return null
  },

  'discretion.get': (context, { caseId, round }) => {
    const record = requireCase(context.reader, caseId)
    return discretionView(context, record, round ?? record.round)
  },

  'discretion.save': (context, { caseId, expectedVersion, sheet }) => {
    const record = requireCase(context.reader, caseId)
    if (!mayAnswer(context, record)) throw new FashenError('not-your-part', { action: 'startReview', needs: ['assignedReviewer'] })
    const { round } = record
    const kept = sheetOf(context.reader, caseId, round)
    const actual = kept?.version ?? 0
    if (actual !== expectedVersion) throw new FashenError('conflict', { subject: 'discretionSheet', id: caseId, expected: expectedVersion, actual })
    const benchmark = sheet.benchmarkId === null ? null : requireBenchmark(context, sheet.benchmarkId)
    const content = { round, version: actual + 1, sheet, benchmark }
    context.act({ act: 'discretion.save', subject: `case/${caseId}`, content }, (writer) => {
      writeSheet(writer, { caseId, round, version: actual + 1, sheet, benchmark, by: context.person.id, at: context.instant() })
    })
    context.emit({ kind: 'changed', subject: 'benchmarks', id: caseId })
    return discretionView(context, record, round)
  },
}

function requireBenchmark(context: CallContext, id: string) {
  const found = findBenchmark(context.reader, context.catalogue, id)
  if (found === undefined) throw new FashenError('not-found', { subject: 'benchmark', id })
  return found
}

/** The sheets of a staged workbook. Throws `benchmarks-none-found` where there is nothing to read. */
async function sheetsOf(context: CallContext, stagedId: string, name: string): Promise<SheetOfRows[]> {
  const { sha256 } = context.staging.find(context.caller.connection, stagedId, name)
  const { text } = await context.reading.readNow({ sha256, name })
  const sheets = text.pages
    .filter(({ source }) => source === 'spreadsheet' || source === 'plain')
    .map((page, number) => {
      const rows = page.text.split('\n').map((line) => line.split('\t'))
      return { number, rows, total: rows.length }
    })
  if (sheets.length === 0) throw new FashenError('benchmarks-none-found', { name })
  return sheets
}

function firstMapping(sheets: readonly SheetOfRows[]) {
  for (const { number, rows } of sheets) {
    const found = suggestMapping(number, rows)
    if (found !== null) return found
  }
  return null
}
