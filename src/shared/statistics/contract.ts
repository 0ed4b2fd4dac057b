/** Statistics (统计): figures of a period beside those of the year before, divided in several ways, with the numbers themselves. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import { PAPER_FORMATS, type MadePaper } from '../documents/made-paper.ts'
import { actionKindSchema, severitySchema, type ActionKind, type OpinionTypeCode } from '../catalogue/vocabulary.ts'
import { caseIdSchema, isoDateSchema, languageSchema, personIdSchema, type IsoDate, type IsoInstant, type PersonId } from '../values/values.ts'
import type { ReviewFigures } from './figures.ts'

/** Longest span that is counted at once: told to people in years, counted in days with the leap days that it can hold. */
export const LONGEST_SPAN_YEARS = 5
export const LONGEST_SPAN = LONGEST_SPAN_YEARS * 365 + 2

export const statisticsQuerySchema = z
  .strictObject({
    from: isoDateSchema,
    to: isoDateSchema,
    /** Only this submitting unit, kind of act, reviewer; null: all. */
    unit: z.string().max(100).nullable(),
    kind: actionKindSchema.nullable(),
    reviewerId: personIdSchema.nullable(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'before from' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST_SPAN * 86_400_000, { path: ['to'], message: 'too long' })
export type StatisticsQuery = z.infer<typeof statisticsQuerySchema>

/** What became of reviewed cases: told for the period, and for each unit, kind of act and reviewer. */
export interface GroupOutcomes {
  /** Problems that the handling units answered, and of them adopted, adopted in part, not adopted (采纳率). */
  readonly answered: number
  readonly adopted: number
  readonly partly: number
  readonly notAdopted: number
  /** Cases delivered to the police (移送率). */
  readonly transferred: number
  /** Reviewed cases in which a defect was found later (漏检率): in evaluation, reconsideration, court, supervision. */
  readonly escaped: number
}

export const NO_OUTCOMES: GroupOutcomes = { answered: 0, adopted: 0, partly: 0, notAdopted: 0, transferred: 0, escaped: 0 }

/** What is not told by the opinion itself. */
export interface CaseFigures extends GroupOutcomes {
  /** Cases that came in in the period (收件). */
  readonly received: number
  /** Decisions registered, and of them those that differ from what was reviewed or came against it (红色). */
  readonly decided: number
  readonly red: number
}

export interface PeriodFigures extends ReviewFigures, CaseFigures {}

export interface FigureGroup<Key> {
  readonly key: Key
  readonly figures: ReviewFigures
  readonly before: ReviewFigures
}

export interface OutcomeGroup<Key> extends FigureGroup<Key> {
  readonly outcomes: GroupOutcomes
  /** Of the year before. */
  readonly outcomesBefore: GroupOutcomes
}

/** What people made of findings. */
export interface JudgedFindings {
  readonly accepted: number
  readonly changed: number
  readonly dismissed: number
}

export interface RuleFigures extends JudgedFindings {
  readonly ruleId: string
  /** Of the year before. */
  readonly before: JudgedFindings
}

export interface Workload {
  readonly personId: PersonId
  readonly name: string
  /** Cases in hand now (在办). */
  readonly open: number
  /** Issued in the period, and in the year before. */
  readonly issued: number
  readonly before: number
}

export interface Statistics {
  readonly query: StatisticsQuery
  readonly before: { readonly from: IsoDate; readonly to: IsoDate }
  readonly period: PeriodFigures
  readonly periodBefore: PeriodFigures
  readonly byMonth: readonly FigureGroup<string>[]
  readonly byUnit: readonly OutcomeGroup<string>[]
  readonly byKind: readonly OutcomeGroup<ActionKind>[]
  readonly byReviewer: readonly (OutcomeGroup<PersonId> & { readonly name: string })[]
  readonly byType: readonly { readonly key: OpinionTypeCode; readonly reviews: number; readonly before: number }[]
  /** Defects found after the opinion in the period (意见后发现), by heading: eight numbers. */
  readonly foundLater: readonly number[]
  readonly foundLaterBefore: readonly number[]
  readonly rules: readonly RuleFigures[]
  readonly workload: readonly Workload[]
  /** Working days of these years rest on an arrangement of holidays that is not published. */
  readonly provisionalYears: readonly number[]
}

/** Where a defect was found after the opinion: 案卷评查、行政复议、行政诉讼、执法监督. */
export const LATER_SOURCES = ['evaluation', 'reconsideration', 'court', 'supervision'] as const
export type LaterSource = (typeof LATER_SOURCES)[number]

export const laterDefectSchema = z.strictObject({
  source: z.enum(LATER_SOURCES),
  foundOn: isoDateSchema,
  /** 1 to 8, the heading to which it belongs. */
  heading: z.int().min(1).max(8),
  severity: severitySchema,
  description: z.string().trim().min(5).max(1000),
})
export type LaterDefectFields = z.infer<typeof laterDefectSchema>

export interface LaterDefect extends LaterDefectFields {
  readonly id: string
  readonly round: number
  readonly recordedBy: string
  readonly recordedAt: IsoInstant
}

/** As which file the statistics go out: a paper, or a workbook whose cells are numbers. */
export const STATISTICS_FORMATS = [...PAPER_FORMATS, 'xlsx'] as const
export type StatisticsFormat = (typeof STATISTICS_FORMATS)[number]

const READERS = ['reviewer', 'head', 'agencyHead', 'supervisor'] as const

export const statisticsContract = {
  'statistics.get': method({ input: z.strictObject({ query: statisticsQuerySchema }), allowed: [...READERS], access: 'read' }).returns<Statistics>(),
  /** Submitting units that issued reviews name, most first. */
  'statistics.units': method({ input: z.strictObject({}), allowed: [...READERS], access: 'read' }).returns<readonly string[]>(),
  /** The same as a paper (打印) or a workbook, in the language of who asks. */
  'statistics.make': method({
    input: z.strictObject({ query: statisticsQuerySchema, format: z.enum(STATISTICS_FORMATS), language: languageSchema }),
    allowed: [...READERS],
    access: 'write',
  }).returns<MadePaper>(),
  'statistics.laterDefects': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: 'signedIn', access: 'read' }).returns<
    readonly LaterDefect[]
  >(),
  'statistics.recordLaterDefect': method({
    input: z.strictObject({ caseId: caseIdSchema, defect: laterDefectSchema }),
    allowed: ['reviewer', 'head', 'supervisor'],
    access: 'write',
  }).returns<{ readonly id: string }>(),
}
