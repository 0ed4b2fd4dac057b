/** What the discretion screen shows of a round: benchmark, sheet, ranges, similar cases. */
import type { BenchmarkCitation } from '../../shared/discretion/benchmark.ts'
import type { DiscretionView, RangeCheck, StoredBenchmark } from '../../shared/discretion/contract.ts'
import { EMPTY_SHEET, type DiscretionSheet } from '../../shared/discretion/discretion-sheet.ts'
import { inYuan, placeInRange, withinRange, type YuanRange } from '../../shared/discretion/range-check.ts'
import { compareFines, type SimilarCases } from '../../shared/discretion/similar-cases.ts'
import type { CaseFields } from '../../shared/cases/case.ts'
import { catalogueOfRound } from '../catalogue/kept-catalogues.ts'
import { requireRound, type CaseRecord } from '../cases/case-record.ts'
import { mayAnswer } from '../checklist/answering.ts'
import type { CallContext } from '../core/handler.ts'
import { benchmarksFor } from './benchmark-record.ts'
import { sheetOf } from './sheet-record.ts'
import { numberAsWritten, similarFines } from './similar-fines.ts'

/** The clauses that the proposed penalty rests on. */
function clausesOf(fields: CaseFields): BenchmarkCitation[] {
  return fields.citations
    .filter(({ role }) => role === 'basis')
    .map(({ law, article, paragraph, item }) => ({
      law,
      article: numberAsWritten(article),
      paragraph: numberAsWritten(paragraph),
      item: numberAsWritten(item),
    }))
}

/** All fines of the decision together; null where it has none. */
function fineOf(fields: CaseFields): number | null {
  const fines = fields.effects.flatMap(({ kind, amount }) => (kind === 'fine' && amount !== null ? [amount] : []))
  return fines.length === 0 ? null : fines.reduce<number>((sum, one) => sum + one, 0)
}

function held(fine: number | null, range: YuanRange | null): RangeCheck {
  return {
    range,
    verdict: fine === null ? 'unknown' : withinRange(fine, range),
    place: fine === null ? null : placeInRange(fine, range),
  }
}

function gradeRange(benchmark: StoredBenchmark | null, gradeId: string | null, sheet: DiscretionSheet): YuanRange | null {
  const range = benchmark?.grades.find(({ id }) => id === gradeId)?.range ?? null
  return range === null ? null : inYuan(range, sheet.base)
}

/** By the clause that has the most similar cases: a case may rest on several, and only one sets its fine. */
function similarOf(context: CallContext, record: CaseRecord, clauses: readonly BenchmarkCitation[], fine: number | null): SimilarCases {
  const found = clauses.filter(({ article }) => article !== null).map((clause) => similarFines(context.reader, clause, record.id))
  const most = found.toSorted((one, other) => other.length - one.length)[0] ?? []
  return compareFines(most, fine)
}

export function discretionView(context: CallContext, record: CaseRecord, round: number): DiscretionView {
  const kept = requireRound(context.reader, record.id, round)
  const catalogue = catalogueOfRound(context.reader, context.catalogue, kept.catalogueVersion)
  const fields = kept.basis?.fields ?? record.fields
  const clauses = clausesOf(fields)
  const fine = fineOf(fields)
  const saved = sheetOf(context.reader, record.id, round)
  const sheet = saved?.sheet ?? EMPTY_SHEET
  const benchmark = saved?.benchmark ?? null
  const range = benchmark?.statutory ?? null
  const statutory = range === null ? null : inYuan(range, sheet.base)
  return {
    round,
    candidates: benchmarksFor(context.reader, catalogue, clauses),
    benchmark,
    sheet,
    version: saved?.version ?? 0,
    fine,
    statutory: held(fine, statutory),
    submittedGrade: held(fine, gradeRange(benchmark, sheet.submittedGrade, sheet)),
    reviewerGrade: held(fine, gradeRange(benchmark, sheet.reviewerGrade, sheet)),
    similar: similarOf(context, record, clauses, fine),
    editable: round === record.round && mayAnswer(context, record),
  }
}
