/**
 * What a supplement that is asked for during the review (审核中补正) does to the review's own limit: the time of supplying
 * papers is left out where the rule that the station goes by says so and was read (内蒙古 Order 244 art. 31 para 1: 补充材料的
 * 时间不计入审核期限); else the limit runs on, and the clock says why.
 */
import type { ReviewLimit } from '../catalogue/review-limit.ts'
import type { Bilingual, IsoDate } from '../values/values.ts'
import { lawfulBasis, type ExcludedSpan } from './clock.ts'

export interface ReviewSupplement {
  readonly askedOn: IsoDate
  /** Until when the papers were to be supplied, as the notice says. */
  readonly replyBy: IsoDate
  /** When the papers came, or it was gone on without them; null while it waits. */
  readonly endedOn: IsoDate | null
}

const NAME: Bilingual = { 'zh-CN': '补充材料', en: 'Supplying papers' }

type Rule = Pick<ReviewLimit, 'name' | 'supplementExcluded' | 'verified' | 'basis'>

/** Whether the rule leaves the time out, and was read: time is left out by law or not at all. */
export function leavesSupplementsOut({ supplementExcluded, verified, basis }: Rule): boolean {
  return supplementExcluded && verified && basis.length > 0
}

/**
 * The rule speaks of papers within a set time (art. 29), so that no more than the set time is left out: who lets a case wait
 * longer has the limit run on. Its last day is known from the beginning, and the papers can only bring it forward.
 */
export function supplementSpans(rule: Rule, supplements: readonly ReviewSupplement[]): ExcludedSpan[] {
  const basis = leavesSupplementsOut(rule) ? lawfulBasis(rule.basis) : null
  if (basis === null) return []
  return supplements.map(({ askedOn, replyBy, endedOn }) => {
    const to = endedOn !== null && endedOn < replyBy ? endedOn : replyBy
    return { of: 'other', name: NAME, from: askedOn, to: to < askedOn ? askedOn : to, basis }
  })
}

/** The name of the rule, and where papers were asked for that it does not leave out, that they count. */
export function untoldSupplements(rule: Rule, supplements: readonly ReviewSupplement[]): Bilingual {
  if (supplements.length === 0 || leavesSupplementsOut(rule)) return rule.name
  const { 'zh-CN': zh, en } = rule.name
  return rule.supplementExcluded
    ? { 'zh-CN': `${zh}；审核中补正的时间未扣除：该规则未核实`, en: `${en}; time for the supplement counts, because the rule is not verified` }
    : { 'zh-CN': `${zh}；审核中补正的时间未扣除：该规则没有规定不计入`, en: `${en}; time for the supplement counts, because the rule does not leave it out` }
}
