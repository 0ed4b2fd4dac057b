/** What the discretion screen shows of a round: benchmark, sheet, ranges, similar cases. */
import type { BenchmarkCitation } from '../../shared/discretion/benchmark.ts'
import type { DiscretionView } from '../../shared/discretion/contract.ts'
import { EMPTY_SHEET } from '../../shared/discretion/discretion-sheet.ts'
import { sheetChecks } from '../../shared/discretion/sheet-checks.ts'
import { compareFines, type SimilarCases } from '../../shared/discretion/similar-cases.ts'
import type { Adjustment } from '../../shared/catalogue/adjustments.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { CaseFields } from '../../shared/cases/case.ts'
import { catalogueOfRound } from '../catalogue/kept-catalogues.ts'
import { requireRound, type CaseRecord } from '../cases/case-record.ts'
import { mayAnswer } from '../checklist/answering.ts'
import type { CallContext } from '../core/handler.ts'
import { benchmarksFor } from './benchmark-record.ts'
import { isIssued, sheetOf } from './sheet-record.ts'
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

/**
 * The cases of the station that are similar today, by the clause that has the most of them: a case may rest on several
 * clauses, and only one sets its fine.
 */
export function similarNow(context: CallContext, record: CaseRecord, fields: CaseFields): SimilarCases {
  const clauses = clausesOf(fields).filter(({ article }) => article !== null)
  const found = clauses.map((clause) => similarFines(context.reader, clause, record.id))
  const most = found.toSorted((one, other) => other.length - one.length)[0] ?? []
  return compareFines(most, fineOf(fields))
}

export interface JudgedRound {
  readonly catalogue: Catalogue
  /** The case as the round was accepted. */
  readonly fields: CaseFields
  readonly fine: number | null
}

export function judgedRound(context: CallContext, record: CaseRecord, round: number): JudgedRound {
  const kept = requireRound(context.reader, record.id, round)
  const fields = kept.basis?.fields ?? record.fields
  return { catalogue: catalogueOfRound(context.reader, context.catalogue, kept.catalogueVersion), fields, fine: fineOf(fields) }
}

/** Those of the round's catalogue; a catalogue of before there were any has today's. */
export function adjustmentsOf(context: CallContext, catalogue: Catalogue): readonly Adjustment[] {
  return catalogue.adjustments.length > 0 ? catalogue.adjustments : context.catalogue.adjustments
}

export function discretionView(context: CallContext, record: CaseRecord, round: number): DiscretionView {
  const { catalogue, fields, fine } = judgedRound(context, record, round)
  const saved = sheetOf(context.reader, record.id, round)
  const sheet = saved?.sheet ?? EMPTY_SHEET
  const benchmark = saved?.benchmark ?? null
  const { statutory, submittedGrade, reviewerGrade } = sheetChecks(benchmark, sheet, fine)
  return {
    round,
    candidates: benchmarksFor(context.reader, catalogue, clausesOf(fields)),
    benchmark,
    sheet,
    version: saved?.version ?? 0,
    fine,
    adjustments: adjustmentsOf(context, catalogue),
    statutory,
    submittedGrade,
    reviewerGrade,
    similar: saved !== undefined && isIssued(context.reader, record.id, round) ? saved.similar : similarNow(context, record, fields),
    editable: round === record.round && mayAnswer(context, record),
  }
}
