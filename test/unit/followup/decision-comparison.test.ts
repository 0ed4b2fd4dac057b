/** A decision beside what was reviewed: every difference is found, and what says the same is none. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Citation } from '../../../src/shared/cases/case.ts'
import { ACTION_KINDS, EFFECT_KINDS } from '../../../src/shared/catalogue/vocabulary.ts'
import { ASPECTS, citationKey, compareDecision } from '../../../src/shared/followup/decision-comparison.ts'
import type { DecidedEffect, DecisionFields, ReviewedDecision } from '../../../src/shared/followup/decision.ts'
import { sameWords } from '../../../src/shared/followup/same-words.ts'
import { yuan } from '../../../src/shared/values/values.ts'

const fine = (amount: number, party = '碧波印染有限公司', detail = ''): DecidedEffect => ({ kind: 'fine', amount: yuan(amount), detail, party })
const basis = (article: string, more: Partial<Citation> = {}): Citation => ({
  law: '排污许可管理条例',
  article,
  paragraph: '',
  item: '',
  role: 'basis',
  ...more,
})
const REVIEWED: ReviewedDecision = {
  party: '碧波印染有限公司',
  actionKinds: ['penalty'],
  effects: [fine(200_000), { kind: 'suspension', amount: null, detail: '停产整治，三个月', party: '碧波印染有限公司' }],
  citations: [basis('第三十三条', { item: '第一项' }), basis('第二条', { role: 'violated' })],
}
const UNCHANGED = { changed: false, how: '' }

function decided(change: Partial<Omit<DecisionFields, 'number' | 'decidedOn'>> = {}) {
  const { actionKinds, effects, citations } = REVIEWED
  return { actionKinds: [...actionKinds], effects: [...effects], citations: [...citations], party: '', facts: UNCHANGED, ...change }
}
const differs = (change: Parameters<typeof decided>[0]) => compareDecision(REVIEWED, decided(change)).differs

describe('a decision as it was reviewed', () => {
  it('differs in nothing', () => {
    expect(differs({})).toEqual([])
  })

  it('differs in nothing when only the writing differs: width, spaces, punctuation, ways to name an article', () => {
    expect(
      differs({
        effects: [{ kind: 'suspension', amount: null, detail: '停产整治三个月。', party: '碧波印染 有限公司' }, fine(200_000, '碧波印染有限公司')],
        citations: [
          basis('33', { law: '《排污许可管理条例》', item: '（一）' }),
          basis('二', { role: 'violated', law: '排污许可管理条例（2021年）' }),
        ],
      }),
    ).toEqual([])
  })

  it('may cite other provisions on procedure', () => {
    expect(differs({ citations: [...REVIEWED.citations, basis('第五十七条', { law: '行政处罚法', role: 'procedure' })] })).toEqual([])
  })
})

describe('a decision that is another one', () => {
  it.each([
    ['a higher fine', { effects: [fine(300_000), ...REVIEWED.effects.slice(1)] }, ['amount']],
    ['a lower fine: milder was not reviewed either', { effects: [fine(100_000), ...REVIEWED.effects.slice(1)] }, ['amount']],
    ['one fen more', { effects: [fine(200_000.01), ...REVIEWED.effects.slice(1)] }, ['amount']],
    ['a longer suspension', { effects: [fine(200_000), { kind: 'suspension', amount: null, detail: '停产整治，六个月', party: '碧波印染有限公司' }] }, ['amount']],
    ['a fine in two pieces', { effects: [fine(100_000), fine(100_000), ...REVIEWED.effects.slice(1)] }, ['kind', 'amount']],
    ['a kind more', { effects: [...REVIEWED.effects, { kind: 'revocation', amount: null, detail: '', party: '碧波印染有限公司' }] }, ['kind']],
    ['a kind less', { effects: [fine(200_000)] }, ['kind']],
    ['nothing at all', { effects: [] }, ['kind']],
    ['somebody else', { effects: REVIEWED.effects.map((effect) => ({ ...effect, party: '清源漂染厂' })) }, ['party']],
    ['somebody more', { effects: [...REVIEWED.effects, fine(10_000, '白露')] }, ['party']],
    ['another article', { citations: [basis('第三十四条', { item: '第一项' }), ...REVIEWED.citations.slice(1)] }, ['basis']],
    ['another item', { citations: [basis('第三十三条', { item: '第二项' }), ...REVIEWED.citations.slice(1)] }, ['basis']],
    ['an article more', { citations: [...REVIEWED.citations, basis('第四条')] }, ['basis']],
    ['the same article in another role', { citations: [basis('第三十三条', { item: '第一项', role: 'violated' }), ...REVIEWED.citations.slice(1)] }, ['basis']],
    ['第三十三条之一', { citations: [basis('第三十三条之一', { item: '第一项' }), ...REVIEWED.citations.slice(1)] }, ['basis']],
    ['another kind of act', { actionKinds: ['compulsoryExecution' as const] }, ['kind']],
    ['other facts', { facts: { changed: true, how: '停止排放的时间认定为三月八日。' } }, ['facts']],
  ] as const)('is told: %s', (_, change, expected) => {
    expect(compareDecision(REVIEWED, { ...decided(), ...change } as never).differs).toEqual(expected)
  })

  it('shows both sides of the changed amount in one line', () => {
    const rows = compareDecision(REVIEWED, decided({ effects: [fine(300_000), ...REVIEWED.effects.slice(1)] })).rows.filter(({ aspect }) => aspect !== null)
    expect(rows).toMatchObject([
      { about: 'effect', reviewed: { effect: { amount: 200_000 } }, decided: { effect: { amount: 300_000 } } },
    ])
  })
})

describe('a decision without effects: a licence, an inspection', () => {
  const licence: ReviewedDecision = { actionKinds: ['licence'], effects: [], citations: [], party: '碧波印染有限公司' }
  const granted = (party: string, effects: DecidedEffect[] = []) => ({ actionKinds: ['licence' as const], effects, citations: [], party, facts: UNCHANGED })

  it('is red where it is for somebody else, and shows both', () => {
    const { differs: found, rows } = compareDecision(licence, granted('清源漂染厂'))
    expect(found).toEqual(['party'])
    expect(rows).toContainEqual({ about: 'party', aspect: 'party', reviewed: { is: 'text', text: '碧波印染有限公司' }, decided: { is: 'text', text: '清源漂染厂' } })
  })

  it('is as it was reviewed for the same party, however its name is spaced', () => {
    expect(compareDecision(licence, granted('碧波印染 有限公司')).differs).toEqual([])
  })

  it('is red for its party as well where an effect for another one was added, or every effect left out', () => {
    expect(compareDecision(licence, granted('', [fine(1000, '清源漂染厂')])).differs).toEqual(['party'])
    expect(compareDecision(REVIEWED, decided({ effects: [], party: '清源漂染厂' })).differs).toEqual(['party'])
    expect(compareDecision(REVIEWED, decided({ effects: [], party: '碧波印染有限公司' })).differs).toEqual(['kind'])
  })

  it('of before the party was asked is judged as it was then', () => {
    expect(compareDecision(licence, granted('')).differs).toEqual([])
  })
})

describe('numbers in an effect', () => {
  const told = (detail: string): DecidedEffect => ({ kind: 'fine', amount: null, detail, party: '碧波印染有限公司' })
  it.each([
    ['货值金额1.5倍罚款', '货值金额15倍罚款'],
    ['停业1-2个月', '停业12个月'],
    ['加处3%', '加处3'],
  ])('%s became %s: the extent differs', (one, other) => {
    expect(compareDecision({ ...REVIEWED, effects: [told(one)] }, decided({ effects: [told(other)] })).differs).toEqual(['amount'])
  })
})

describe('for any decision', () => {
  const names = ['甲公司', '乙公司', '白露']
  const effects = fc.array(
    fc.record({
      kind: fc.constantFrom(...EFFECT_KINDS),
      amount: fc.option(fc.integer({ min: 0, max: 100_000_000 }).map((value) => yuan(value / 100)), { nil: null }),
      detail: fc.constantFrom('', '三个月', '三个月。', '六个月'),
      party: fc.constantFrom(...names),
    }),
    { maxLength: 6 },
  )
  const citations = fc.array(
    fc.record({
      law: fc.constantFrom('行政处罚法', '排污许可管理条例'),
      article: fc.constantFrom('第三条', '3', '第四条', ''),
      paragraph: fc.constantFrom('', '第一款', '一'),
      item: fc.constantFrom('', '（二）', '第二项'),
      role: fc.constantFrom('violated', 'basis', 'discretion', 'procedure'),
    }),
    { maxLength: 6 },
  )
  const decision = fc.record({ actionKinds: fc.uniqueArray(fc.constantFrom(...ACTION_KINDS), { minLength: 1 }), effects, citations, party: fc.constantFrom(...names) })

  it('it never differs from itself, in whatever order it is written', () => {
    fc.assert(
      fc.property(decision, fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (one, order) => {
        const shuffled = <Value>(values: readonly Value[]): Value[] =>
          values.map((value, place) => ({ value, by: order[place] ?? 0 })).sort((a, b) => a.by - b.by).map(({ value }) => value)
        const again = { actionKinds: shuffled(one.actionKinds), effects: shuffled(one.effects), citations: shuffled(one.citations), party: one.party, facts: UNCHANGED }
        expect(compareDecision(one as ReviewedDecision, again as never).differs).toEqual([])
      }),
    )
  })

  it('each effect and provision stands on exactly one line of its side, and the difference is the same from either side', () => {
    fc.assert(
      fc.property(decision, decision, (one, other) => {
        const there = compareDecision(one as ReviewedDecision, { ...other, facts: UNCHANGED } as never)
        const back = compareDecision(other as ReviewedDecision, { ...one, facts: UNCHANGED } as never)
        expect(there.differs).toEqual(back.differs)
        const counted = there.rows.filter(({ about }) => about === 'effect')
        expect(counted.filter(({ reviewed }) => reviewed !== null)).toHaveLength(one.effects.length)
        expect(counted.filter(({ decided: side }) => side !== null)).toHaveLength(other.effects.length)
      }),
    )
  })

  it('differs exactly where the multisets do, computed another way', () => {
    const effectKey = ({ party, kind, amount, detail }: DecidedEffect) => [sameWords(party), kind, amount, sameWords(detail)].join('|')
    const sorted = (keys: string[]) => JSON.stringify(keys.sort())
    fc.assert(
      fc.property(decision, decision, fc.boolean(), (one, other, changed) => {
        const facts = changed ? { changed, how: '另有查明' } : UNCHANGED
        const { differs: found } = compareDecision(one as ReviewedDecision, { ...other, facts } as never)
        const own = (of: typeof one) => [...new Set((of.citations as Citation[]).filter(({ role }) => role !== 'procedure').map(citationKey))]
        const same =
          sorted((one.effects as DecidedEffect[]).map(effectKey)) === sorted((other.effects as DecidedEffect[]).map(effectKey)) &&
          sorted([...one.actionKinds]) === sorted([...other.actionKinds]) &&
          sorted(own(one)) === sorted(own(other)) &&
          (one.effects.length > 0 || one.party === other.party) &&
          !changed
        expect(found.length === 0).toBe(same)
        expect(found).toEqual(ASPECTS.filter((aspect) => found.includes(aspect)))
      }),
    )
  })
})
