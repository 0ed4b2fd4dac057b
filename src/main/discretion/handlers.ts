/** Benchmarks and discretion sheets: import, walk through, save. */
import { v7 as uuidv7 } from 'uuid'
import { benchmarksIn, suggestMapping } from '../../shared/discretion/benchmark-table.ts'
import type { SheetOfRows, StoredBenchmark, discretionContract } from '../../shared/discretion/contract.ts'
import type { DiscretionSheet } from '../../shared/discretion/discretion-sheet.ts'
import { sheetChecks, sheetProblem } from '../../shared/discretion/sheet-checks.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { requireCase, type CaseRecord } from '../cases/case-record.ts'
import { mayAnswer } from '../checklist/answering.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { presentMaterials } from '../materials/material-record.ts'
import { benchmarksOf, insertBenchmark, retireBenchmark } from './benchmark-record.ts'
import { adjustmentsOf, discretionView, judgedRound, similarNow, type JudgedRound } from './discretion-view.ts'
import { sheetOf, writeSheet, type KeptSheet } from './sheet-record.ts'

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
    const judged = judgedRound(context, record, round)
    const benchmark = benchmarkOf(context, judged, sheet, kept)
    requireFitting(context, judged, sheet, benchmark)
    requireOwnEvidence(context, record, sheet, kept?.sheet)
    const content = { round, version: actual + 1, sheet, benchmark }
    const similar = similarNow(context, record, judged.fields)
    context.act({ act: 'discretion.save', subject: `case/${caseId}`, content }, (writer) => {
      writeSheet(writer, { caseId, round, version: actual + 1, sheet, benchmark, similar, by: context.person.id, at: context.instant() })
    })
    context.emit({ kind: 'changed', subject: 'benchmarks', id: caseId })
    return discretionView(context, record, round)
  },
}

/** The benchmark that the sheet names: as it was saved with the sheet before, else one in use. A retired one is not chosen anew. */
function benchmarkOf(context: CallContext, { catalogue }: JudgedRound, { benchmarkId }: DiscretionSheet, kept: KeptSheet | undefined): StoredBenchmark | null {
  if (benchmarkId === null) return null
  if (kept?.benchmark?.id === benchmarkId) return kept.benchmark
  const found = benchmarksOf(context.reader, catalogue).find(({ id }) => id === benchmarkId)
  if (found === undefined) throw new FashenError('not-found', { subject: 'benchmark', id: benchmarkId })
  return found
}

function requireFitting(context: CallContext, { catalogue, fine }: JudgedRound, sheet: DiscretionSheet, benchmark: StoredBenchmark | null): void {
  const refuse = (field: string, problem: string): never => {
    throw new FashenError('invalid-input', { method: 'discretion.save', field, problem })
  }
  const problem = sheetProblem(benchmark, sheet)
  if (problem !== null) refuse('rows', problem)
  const known = new Set<string>(adjustmentsOf(context, catalogue).map(({ id }) => id))
  const ids = sheet.adjustments.map(({ id }) => id)
  if (ids.some((id) => !known.has(id)) || new Set(ids).size !== ids.length) refuse('adjustments', 'invalid_value')
  if (sheetChecks(benchmark, sheet, fine).departs && sheet.departure === '') refuse('departure', 'required')
}

/** Pointers lead into the papers of the case; one that was saved before stays although its paper was taken out since. */
function requireOwnEvidence(context: CallContext, record: CaseRecord, sheet: DiscretionSheet, before: DiscretionSheet | undefined): void {
  const pointed = (of: DiscretionSheet) => [...of.rows, ...of.adjustments].flatMap(({ evidence }) => (evidence === null ? [] : [evidence.materialId]))
  const own = new Set<string>([...presentMaterials(context.reader, record.id).map(({ id }) => id), ...(before === undefined ? [] : pointed(before))])
  const foreign = pointed(sheet).find((id) => !own.has(id))
  if (foreign !== undefined) throw new FashenError('not-found', { subject: 'material', id: foreign })
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
