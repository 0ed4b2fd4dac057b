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
  const judged: DecisionJudged = { standing: STANDINGS[standing], decidedOn: AFTER, differs: [], transferSettled: true, actionKinds: ['penalty'], rules: CATALOGUE.decisionRules, sector: null, discussion: { basis: [], standing: 'missing' }, ...change }
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
        for (const sector of [null, ...CATALOGUE.sectors.map(({ id }) => id)]) {
          for (const actionKinds of [['penalty'], ['licence'], ['inspection', 'penalty']] as const) {
            const rules = brokenRules({ standing, decidedOn, differs: ['facts'], transferSettled: false, actionKinds: [...actionKinds], rules: CATALOGUE.decisionRules, sector, discussion: { basis: [], standing: 'missing' } })
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

describe('the provision that is broken', () => {
  const cited = (standing: ReviewStanding['is'], change: Partial<DecisionJudged> = {}) =>
    brokenRules({
      standing: STANDINGS[standing], decidedOn: AFTER, differs: [], transferSettled: true, actionKinds: ['penalty'], rules: CATALOGUE.decisionRules, sector: null,
      discussion: { basis: [], standing: 'missing' }, ...change,
    }).map(({ id, basis }) => [id, basis.map(({ law, article, paragraph, item }) => [law, article, paragraph, item].filter((part) => part !== undefined).join(' '))])
  const D118 = '国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见'
  const again = ['行政处罚法 58 1', `${D118} 13`]

  it('is a row of the catalogue: of all agencies, and after them of the sector, for penalties alone', () => {
    expect(cited('none')).toEqual([['notReviewed', ['行政处罚法 58 1', D118]]])
    expect(cited('unfinished')).toEqual([['roundOpen', again]])
    expect(cited('passed', { differs: ['amount'], sector: 'market-regulation' })).toEqual([['differs', [...again, '市场监督管理行政处罚程序规定 50', '市场监督管理行政处罚程序规定 56']]])
    expect(cited('passed', { differs: ['amount'], sector: 'commerce' })).toEqual([['differs', [...again, '商务部行政处罚实施办法 20']]])
    expect(cited('passed', { differs: ['amount'], sector: 'market-regulation', actionKinds: ['licence'] })).toEqual([['differs', [`${D118} 13`]]])
    expect(cited('passed', { transferSettled: false })).toEqual([['transferOpen', ['行政处罚法 27 1', '行政处罚法 82', '行政执法机关移送涉嫌犯罪案件的规定 11']]])
    expect(cited('passed', { transferSettled: false, actionKinds: ['inspection'] })).toEqual([['transferOpen', ['行政执法机关移送涉嫌犯罪案件的规定 11']]])
  })

  it.each([
    ['housing-construction', '住房和城乡建设行政处罚程序规定 25 2'], ['healthcare-security', '医疗保障行政处罚程序暂行规定 39 2'], ['commerce', '商务部行政处罚实施办法 15 1'],
  ] as const)('says of %s that what was seen to is submitted again', (sector, own) => {
    expect(cited('editsOpen', { sector })).toEqual([['editsOpen', [...again, own]]])
    expect(cited('unfinished', { sector })).toEqual([['roundOpen', [...again, own]]])
  })

  it('is none that was not verified, none that was not yet or no longer in force, and none but those of the catalogue', () => {
    expect(cited('none', { rules: [] })).toEqual([['notReviewed', []]])
    expect(cited('none', { rules: CATALOGUE.decisionRules.map((rule) => ({ ...rule, verified: false })) })).toEqual([['notReviewed', []]])
    expect(cited('none', { decidedOn: isoDate('2021-07-14') })).toEqual([['notReviewed', [D118]]])
    expect(cited('none', { rules: CATALOGUE.decisionRules.map((rule) => ({ ...rule, validTo: ON })) })).toEqual([['notReviewed', []]])
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
