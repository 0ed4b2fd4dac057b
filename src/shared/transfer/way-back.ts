/**
 * What comes back from the procuratorate (行刑反向衔接): a decision not to prosecute with an opinion (检察意见) or a suggestion
 * (检察建议) to punish. Registered, looked at, decided, answered.
 */
import { z } from 'zod'
import type { PeriodRow } from '../catalogue/periods.ts'
import { rowIdSchema } from '../catalogue/row.ts'
import { shiftDays, shiftMonths } from '../deadlines/day-arithmetic.ts'
import { caseIdSchema, isoDateSchema, type Bilingual, type IsoDate } from '../values/values.ts'

const line = (longest = 200) => z.string().trim().max(longest)
const filledLine = (longest = 200) => z.string().trim().min(2).max(longest)
const filledText = (longest = 20_000) => z.string().trim().min(2).max(longest)

/** Why there was no prosecution: no crime or barred by law, minor crime, evidence short (刑事诉讼法 art. 177, 175). */
export const NON_PROSECUTION_GROUNDS = ['statutory', 'discretionary', 'evidence'] as const

export const returnSchema = z.strictObject({
  /** The case of this station, null where the police had it without a transfer from here. */
  caseId: caseIdSchema.nullable(),
  kind: z.enum(['opinion', 'suggestion']),
  /** Number of the opinion or suggestion. */
  number: filledLine(100),
  procuratorate: filledLine(),
  issuedOn: isoDateSchema,
  receivedOn: isoDateSchema,
  /** 不起诉决定书 */
  decisionNumber: filledLine(100),
  decidedOn: isoDateSchema,
  ground: z.enum(NON_PROSECUTION_GROUNDS),
  party: filledLine(300),
  offence: filledLine(),
  /** What the procuratorate asks for. */
  asked: filledText(4000),
  /** A day that the paper itself names for the answer; null where it names none. */
  answerBy: isoDateSchema.nullable(),
})
export type ReturnedCase = z.infer<typeof returnSchema>

/** Can it still be punished (追责时效、处罚依据)? */
export const assessmentSchema = z.strictObject({
  /** 违法行为终了之日 */
  actEndedOn: isoDateSchema,
  /** 违法行为被发现之日 */
  discoveredOn: isoDateSchema,
  /** Row of the catalogue: which time holds (二年、五年). */
  limitationId: rowIdSchema,
  /** Which provision punishes it; empty where none does. */
  basis: line(4000),
  competent: z.boolean(),
  explanation: filledText(),
})
export type Assessment = z.infer<typeof assessmentSchema>

export const returnDecisionSchema = z.strictObject({
  outcome: z.enum(['punish', 'noPenalty', 'toOthers']),
  reason: filledText(),
})
export type ReturnDecision = z.infer<typeof returnDecisionSchema>
export const returnAnswerSchema = z.strictObject({ number: filledLine(100), answeredOn: isoDateSchema, result: filledText(4000) })

/** `inTime`: discovered within it. `lapsed`: two or five years went by undiscovered. */
export interface Limitation {
  readonly verdict: 'inTime' | 'lapsed'
  /** The last day on which it could be discovered in time. */
  readonly lastDay: IsoDate
  readonly verified: boolean
  readonly reckoning: Bilingual
}

/**
 * Limitation (APL 36): not discovered within the years, no penalty. Counted from the end of the act to the corresponding
 * day; that the last day is a day off moves nothing, because nobody has to do anything on it.
 */
export function limitationOf(row: Pick<PeriodRow, 'length' | 'unit' | 'verified'>, { actEndedOn, discoveredOn }: Pick<Assessment, 'actEndedOn' | 'discoveredOn'>): Limitation {
  const lastDay = row.unit === 'calendarDay' ? shiftDays(actEndedOn, row.length) : shiftMonths(actEndedOn, row.length * (row.unit === 'year' ? 12 : 1))
  const inTime = discoveredOn <= lastDay
  const years = row.unit === 'year' ? [`${row.length}年`, `${row.length} years`] : [`${row.length}个月`, `${row.length} months`]
  return {
    verdict: inTime ? 'inTime' : 'lapsed',
    lastDay,
    verified: row.verified,
    reckoning: {
      'zh-CN': `行为终了 ${actEndedOn}，${years[0]}至 ${lastDay}；${discoveredOn} 被发现，${inTime ? '在时效内' : '已过时效'}`,
      en: `Act ended ${actEndedOn}; ${years[1]} reach to ${lastDay}; discovered ${discoveredOn}: ${inTime ? 'in time' : 'lapsed'}`,
    },
  }
}

/** What keeps it from being punished, by the assessment. */
export const BARS_TO_PENALTY = ['limitationLapsed', 'noLegalBasis', 'notCompetent'] as const
export type BarToPenalty = (typeof BARS_TO_PENALTY)[number]

export function barsToPenalty(limitation: Limitation, { basis, competent }: Pick<Assessment, 'basis' | 'competent'>): readonly BarToPenalty[] {
  const bars: BarToPenalty[] = []
  if (limitation.verdict === 'lapsed') bars.push('limitationLapsed')
  if (basis.length < 2) bars.push('noLegalBasis')
  if (!competent) bars.push('notCompetent')
  return bars
}

export const RETURN_STATES = ['registered', 'assessed', 'decided', 'answered'] as const
export type ReturnState = (typeof RETURN_STATES)[number]
