/**
 * Whose counting rule a period follows (期间计算规则): "days" are working days in one law and calendar days in another.
 * The lengths of periods are data of the catalogue; this is how the laws say that days are counted.
 */
import type { Period } from './periods.ts'

/** The kind of proceeding that the period belongs to. */
export type Regime =
  /** 行政处罚 */
  | 'penalty'
  /** 行政强制 */
  | 'compulsion'
  /** 行政许可 */
  | 'licence'
  /** 行政复议 */
  | 'reconsideration'
  /** 行政诉讼, which counts as civil procedure does */
  | 'litigation'
  /** anything else */
  | 'general'

/** Where a way of counting is written. `article` is the number of the article (条). */
export interface LegalBasis {
  readonly law: string
  readonly article: number
}

const CIVIL_CODE = '中华人民共和国民法典'
const CIVIL_PROCEDURE: LegalBasis = { law: '中华人民共和国民事诉讼法', article: 85 }
/** Refers to the law of civil procedure for the counting of periods. */
const LITIGATION: LegalBasis = { law: '中华人民共和国行政诉讼法', article: 101 }
const RECONSIDERATION: LegalBasis = { law: '中华人民共和国行政复议法', article: 88 }

interface WorkingDayRule {
  readonly basis: LegalBasis
  /** Does "n days" of this law mean working days? */
  readonly covers: (days: number) => boolean
}

const WORKING_DAY_RULES: Readonly<Partial<Record<Regime, WorkingDayRule>>> = {
  // "本法中“二日”“三日”“五日”“七日”的规定是指工作日" names four lengths and no other.
  penalty: {
    basis: { law: '中华人民共和国行政处罚法', article: 85 },
    covers: (days) => [2, 3, 5, 7].includes(days),
  },
  compulsion: { basis: { law: '中华人民共和国行政强制法', article: 69 }, covers: (days) => days <= 10 },
  licence: { basis: { law: '中华人民共和国行政许可法', article: 82 }, covers: () => true },
  reconsideration: { basis: RECONSIDERATION, covers: (days) => [3, 5, 7, 10].includes(days) },
}

/** The period that "n days" (n 日) of the law of this proceeding means, where the law does not say more. */
export function daysOf(regime: Regime, n: number): Period & { readonly kind: 'workingDays' | 'calendarDays' } {
  return { kind: WORKING_DAY_RULES[regime]?.covers(n) === true ? 'workingDays' : 'calendarDays', n }
}

/** The articles by which a period is counted, the most special first. */
export function basisOf(kind: Period['kind'], n: number, regime: Regime): readonly LegalBasis[] {
  const civilCode = (...articles: number[]) => articles.map((article) => ({ law: CIVIL_CODE, article }))
  const rule = WORKING_DAY_RULES[regime]
  const special: LegalBasis[] = []
  if (kind === 'workingDays' && rule?.covers(n) === true) special.push(rule.basis)
  if (regime === 'litigation') special.push(LITIGATION, CIVIL_PROCEDURE)
  if (regime === 'reconsideration') {
    if (!special.includes(RECONSIDERATION)) special.push(RECONSIDERATION)
    special.push(CIVIL_PROCEDURE)
  }
  switch (kind) {
    case 'workingDays':
      return [...special, ...civilCode(200, 201)]
    case 'calendarDays':
      return [...special, ...civilCode(200, 201, 203)]
    case 'months':
      return [...special, ...civilCode(200, 201, 202, 203)]
    case 'hours':
      return [...special, ...civilCode(200, 201)]
  }
}
