/** Every standing of a review against every decision: which rule is broken, and that the rule is registered law. */
import { describe, expect, it } from 'vitest'
import { BROKEN_RULE_LABELS, BROKEN_RULES, brokenRules, type DecisionJudged } from '../../../src/shared/followup/broken-rules.ts'
import { reviewStanding, type ReviewStanding, type RoundOutcome } from '../../../src/shared/followup/review-standing.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { CATALOGUE } from '../../support/case-files.ts'

const [BEFORE, ON, AFTER] = ['2026-05-09', '2026-05-10', '2026-05-11'].map(isoDate) as [DecisionJudged['decidedOn'], DecisionJudged['decidedOn'], DecisionJudged['decidedOn']]

const STANDINGS: Record<ReviewStanding['is'], ReviewStanding> = {
  passed: { is: 'passed', round: 1, on: ON },
  none: { is: 'none' },
  notPassed: { is: 'notPassed', round: 1, on: ON, type: 'T-CHG' },
  editsOpen: { is: 'editsOpen', round: 1, on: ON, type: 'T-COND', open: [1] },
  unfinished: { is: 'unfinished', round: 2 },
  withdrawn: { is: 'withdrawn', round: 1 },
}

function broken(standing: ReviewStanding['is'], change: Partial<DecisionJudged> = {}): string[] {
  const judged: DecisionJudged = { standing: STANDINGS[standing], decidedOn: AFTER, differs: [], transferSettled: true, actionKinds: ['penalty'], sector: null, discussion: { basis: [], standing: 'missing' }, ...change }
  return brokenRules(judged).map(({ id }) => id)
}

describe('a decision', () => {
  it.each([
    ['passed', AFTER, []],
    ['passed', ON, []],
    ['passed', BEFORE, ['beforeOpinion']],
    ['none', AFTER, ['notReviewed']],
    ['none', BEFORE, ['notReviewed']],
    ['notPassed', AFTER, ['againstOpinion']],
    ['notPassed', BEFORE, ['beforeOpinion']],
    ['editsOpen', AFTER, ['editsOpen']],
    ['editsOpen', BEFORE, ['beforeOpinion']],
    ['unfinished', AFTER, ['roundOpen']],
    ['withdrawn', AFTER, ['notReviewed']],
  ] as const)('on a review that is %s, made on %s, breaks %j', (standing, decidedOn, expected) => {
    expect(broken(standing, { decidedOn })).toEqual(expected)
    expect(broken(standing, { decidedOn, differs: ['amount'] })).toEqual([...expected, 'differs'])
    expect(broken(standing, { decidedOn, transferSettled: false })).toEqual([...expected, 'transferOpen'])
  })

  it('names a basis for every rule, a penalty the 行政处罚法, every other kind of act the guiding opinion', () => {
    for (const standing of Object.values(STANDINGS)) {
      for (const decidedOn of [BEFORE, AFTER]) {
        for (const sector of [null, 'market-regulation', 'commerce']) {
          for (const actionKinds of [['penalty'], ['licence'], ['inspection', 'penalty']] as const) {
            const rules = brokenRules({ standing, decidedOn, differs: ['facts'], transferSettled: false, actionKinds: [...actionKinds], sector, discussion: { basis: [], standing: 'missing' } })
            expect(rules.length).toBeGreaterThan(1)
            for (const { id, basis } of rules) {
              const laws = basis.map(({ law }) => law)
              expect(laws.includes('行政处罚法')).toBe((actionKinds as readonly string[]).includes('penalty'))
              expect(BROKEN_RULE_LABELS[id]['zh-CN']).not.toBe('')
              for (const citation of basis) {
                const law = CATALOGUE.laws.find(({ title }) => title['zh-CN'] === citation.law)
                expect(law, citation.law).toBeDefined()
                if (citation.article !== undefined) expect(citation.article).toBeLessThanOrEqual(law?.highestArticle ?? 0)
                if (citation.article === undefined && citation.item !== undefined) expect(citation.item).toBeLessThanOrEqual(law?.highestItem ?? 0)
              }
            }
          }
        }
      }
    }
    expect(new Set(BROKEN_RULES)).toEqual(new Set(Object.keys(BROKEN_RULE_LABELS)))
  })
})

describe('the standing of a review', () => {
  const round = (change: Partial<RoundOutcome> = {}): RoundOutcome => ({ round: 1, issued: null, problems: [], answers: [], withdrawn: false, ...change })
  const issued = (type: 'T-OK' | 'T-COND' | 'T-CHG') => ({ type, passes: type !== 'T-CHG', onlyAfterEdits: type === 'T-COND', on: ON })

  it('is that of the last round, whatever an earlier one said', () => {
    expect(reviewStanding([])).toEqual({ is: 'none' })
    expect(reviewStanding([round()])).toEqual({ is: 'none' })
    expect(reviewStanding([round({ issued: issued('T-OK') })])).toEqual({ is: 'passed', round: 1, on: ON })
    expect(reviewStanding([round({ issued: issued('T-CHG') })])).toMatchObject({ is: 'notPassed', type: 'T-CHG' })
    expect(reviewStanding([round({ issued: issued('T-OK') }), round({ round: 2 })])).toEqual({ is: 'unfinished', round: 2 })
    expect(reviewStanding([round({ issued: issued('T-CHG') }), round({ round: 2, issued: issued('T-OK') })])).toMatchObject({ is: 'passed', round: 2 })
    expect(reviewStanding([round({ issued: issued('T-OK') }), round({ round: 2, withdrawn: true })])).toEqual({ is: 'withdrawn', round: 2 })
  })

  it('passes with 修改完善后同意 once everything but mere advice is adopted', () => {
    const problems = [{ number: 1, severity: 'C' as const }, { number: 2, severity: 'A' as const }, { number: 3, severity: null }]
    const of = (...answers: RoundOutcome['answers']) => reviewStanding([round({ issued: issued('T-COND'), problems, answers })])
    expect(of()).toMatchObject({ is: 'editsOpen', open: [1, 3] })
    expect(of({ number: 1, answer: 'adopted' }, { number: 2, answer: 'notAdopted' }, { number: 3, answer: 'partly' })).toMatchObject({ is: 'editsOpen', open: [3] })
    expect(of({ number: 1, answer: 'adopted' }, { number: 2, answer: 'notAdopted' }, { number: 3, answer: 'adopted' })).toMatchObject({ is: 'passed' })
  })
})
