/** Statistics (统计): figures of a period beside those of the year before, divided in several ways, with the numbers themselves. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import { actionKindSchema, severitySchema, type ActionKind, type OpinionTypeCode } from '../catalogue/vocabulary.ts'
import { caseIdSchema, isoDateSchema, personIdSchema, type IsoDate, type IsoInstant, type PersonId } from '../values/values.ts'
import type { ReviewFigures } from './figures.ts'

/** Longest span that is counted at once, in days: five years and a leap day. */
export const LONGEST_SPAN = 1827

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

/** What is not told by the opinion itself. */
export interface CaseFigures {
  /** Cases that came in in the period (收件). */
  readonly received: number
  /** Problems that the handling units answered, and of them adopted, adopted in part, not adopted (采纳率). */
  readonly answered: number
  readonly adopted: number
  readonly partly: number
  readonly notAdopted: number
  /** Decisions registered, and of them those that differ from what was reviewed or came against it (红色). */
  readonly decided: number
  readonly red: number
  /** Cases delivered to the police (移送). */
  readonly transferred: number
  /** Reviewed cases in which a defect was found later (漏检): in evaluation, reconsideration, court, supervision. */
  readonly escaped: number
}

export interface PeriodFigures extends ReviewFigures, CaseFigures {}

export interface FigureGroup<Key> {
  readonly key: Key
  readonly figures: ReviewFigures
  readonly before: ReviewFigures
}

export interface RuleFigures {
  readonly ruleId: string
  readonly accepted: number
  readonly changed: number
  readonly dismissed: number
}

export interface Workload {
  readonly personId: PersonId
  readonly name: string
  /** Cases in hand now (在办). */
  readonly open: number
  /** Issued in the period. */
  readonly issued: number
}

export interface Statistics {
  readonly query: StatisticsQuery
  readonly before: { readonly from: IsoDate; readonly to: IsoDate }
  readonly period: PeriodFigures
  readonly periodBefore: PeriodFigures
  readonly byMonth: readonly FigureGroup<string>[]
  readonly byUnit: readonly FigureGroup<string>[]
  readonly byKind: readonly FigureGroup<ActionKind>[]
  readonly byReviewer: readonly (FigureGroup<PersonId> & { readonly name: string })[]
  readonly byType: readonly { readonly key: OpinionTypeCode; readonly reviews: number; readonly before: number }[]
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

const READERS = ['reviewer', 'head', 'agencyHead', 'supervisor'] as const

export const statisticsContract = {
  'statistics.get': method({ input: z.strictObject({ query: statisticsQuerySchema }), allowed: [...READERS], access: 'read' }).returns<Statistics>(),
  /** Submitting units that issued reviews name, most first. */
  'statistics.units': method({ input: z.strictObject({}), allowed: [...READERS], access: 'read' }).returns<readonly string[]>(),
  'statistics.laterDefects': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: 'signedIn', access: 'read' }).returns<
    readonly LaterDefect[]
  >(),
  'statistics.recordLaterDefect': method({
    input: z.strictObject({ caseId: caseIdSchema, defect: laterDefectSchema }),
    allowed: ['reviewer', 'head', 'supervisor'],
    access: 'write',
  }).returns<{ readonly id: string }>(),
}
