/** The filing lines of crimes held against the figures of a case. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CrimeAmount, CrimeLine } from '../../../src/shared/catalogue/crime-lines.ts'
import { VERDICTS, type ThresholdVerdict } from '../../../src/shared/transfer/threshold-arithmetic.ts'
import { compareWithLine, countedPenalties, quantityKey, type ThresholdFacts } from '../../../src/shared/transfer/threshold.ts'
import { isoDate, type IsoDate } from '../../../src/shared/values/values.ts'
import { CATALOGUE } from '../../support/case-files.ts'

const line = (id: string): CrimeLine => {
  const found = CATALOGUE.crimeLines.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no line ${id}`)
  return found
}
const FACTS: ThresholdFacts = {
  person: 'entity',
  actOn: isoDate('2026-03-09'),
  amounts: {},
  quantities: {},
  earlier: [],
  penalties: [],
  circumstances: [],
  acts: [],
  bases: {},
  local: {},
}
const verdict = (id: string, facts: Partial<ThresholdFacts>): ThresholdVerdict | null => compareWithLine(line(id), { ...FACTS, ...facts }).verdict
const sales = (yuan: number) => ({ amounts: { sales: yuan } })

describe('every line of the rules', () => {
  /** The fifty-two offences and groups of offences that an enforcement case is held against. */
  const WANTED = [
    ['shoddy'], ['fake-drugs'], ['inferior-drugs'], ['drug-control'], ['unsafe-food'], ['toxic-food'], ['medical-devices'], ['unsafe-products'],
    ['farm-inputs'], ['cosmetics'], ['trademark'], ['trademark-goods'], ['copyright'], ['trade-secrets'], ['false-advertising'], ['bid-rigging'],
    ['contract-fraud'], ['pyramid'],
    ['illegal-business', 'illegal-business-food', 'illegal-business-publications', 'illegal-business-payments', 'illegal-business-radio', 'telecom'],
    ['tobacco'], ['false-certificates-environment', 'false-certificates-safety', 'false-certificates-drugs'], ['tax-evasion'], ['vat-invoices'],
    ['invoices'], ['deposits'], ['embezzlement'], ['wages'], ['pollution'], ['imported-waste'], ['fishing'], ['rare-animals'], ['hunting'],
    ['farmland'], ['mining'], ['timber-theft'], ['felling'], ['accident'], ['forced-risk'], ['dangerous-work'], ['accident-report'],
    ['personal-information'], ['medical-practice'], ['no-transfer'], ['abuse-of-power'], ['patent', 'trademark-labels'],
    ['fundraising-fraud', 'fraud'], ['network-duties'], ['computer-data'], ['radio-order'], ['relics', 'relics-damage'], ['smuggling'], ['blood'],
  ]

  it('is there, and nothing besides', () => {
    expect(WANTED).toHaveLength(52)
    expect(CATALOGUE.crimeLines.map(({ id }) => id).toSorted()).toEqual(WANTED.flat().toSorted())
  })

  it('names its article of the Criminal Law, its standard and where that was read; who was not read is not called verified', () => {
    for (const one of CATALOGUE.crimeLines) {
      expect(one.basis[0], one.id).toMatchObject({ law: '刑法', article: one.article })
      expect(one.standard, one.id).not.toBe('')
      expect(one.source, one.id).not.toBe('')
      expect([one.id, one.verifiedOn !== null]).toEqual([one.id, one.verified])
      expect(one.amber, one.id).toBe(0.8)
    }
  })

  it('has its years and number of penalties where repetition is enough', () => {
    const windows = CATALOGUE.crimeLines.flatMap(({ id, limbs }) =>
      limbs.flatMap((limb) => (limb.kind === 'recidivism' ? [`${id} ${limb.penalties}/${limb.years ?? 'ever'}`] : [])),
    )
    expect(windows).toEqual(
      expect.arrayContaining(['pollution 2/2', 'tobacco 2/3', 'invoices 2/5', 'smuggling 2/1', 'medical-practice 2/ever', 'farmland 1/3', 'mining 2/2', 'radio-order 1/2']),
    )
  })

  it('keeps what a province fixes as a range', () => {
    expect(line('wages').limbs.filter((limb) => limb.kind === 'amount').map(({ yuan, upTo }) => [yuan, upTo])).toEqual([[30_000, 100_000], [5_000, 20_000]])
    expect(line('mining').limbs.filter((limb) => limb.kind === 'amount').map(({ yuan, upTo }) => [yuan, upTo])).toEqual([[100_000, 300_000], [50_000, 150_000]])
  })
})

describe('a sum against a line', () => {
  it.each([
    [50_000, 'reached'],
    [49_999.99, 'amber'],
    [40_000, 'amber'],
    [39_999.99, 'below'],
  ] as const)('sales of %s yuan of shoddy goods: %s', (yuan, expected) => {
    expect(verdict('shoddy', sales(yuan))).toBe(expected)
  })

  it('takes in what was not punished, and leaves out what was', () => {
    const earlier = (punished: boolean) => [{ on: isoDate('2025-11-02'), punished, amounts: { sales: 30_000 }, quantities: {} }]
    expect(verdict('shoddy', sales(20_000))).toBe('below')
    expect(verdict('shoddy', { ...sales(20_000), earlier: earlier(false) })).toBe('reached')
    expect(verdict('shoddy', { ...sales(20_000), earlier: earlier(true) })).toBe('below')
  })

  it('shows the arithmetic, with what was counted and what was not', () => {
    const { limbs } = compareWithLine(line('shoddy'), {
      ...FACTS,
      amounts: { sales: 12_000.5 },
      earlier: [
        { on: isoDate('2025-11-02'), punished: false, amounts: { sales: 30_000 }, quantities: {} },
        { on: isoDate('2025-01-05'), punished: true, amounts: { sales: 9_000 }, quantities: {} },
      ],
    })
    expect(limbs[0]?.steps.map((step) => step['zh-CN'])).toEqual([
      '本次12,000.5元',
      '2025-11-02 30,000元，未经处理，计入',
      '2025-01-05 9,000元，已处理，不计入',
      '合计42,000.5元，标准50,000元，占84%（已达预警线80%）',
    ])
  })

  it('multiplies sold goods and adds the unsold where the line says so, and says that this limb was not read', () => {
    const { limbs } = compareWithLine(line('shoddy'), { ...FACTS, amounts: { sales: 40_000, goodsValue: 30_000 } })
    expect(limbs[2]).toMatchObject({ verdict: 'reached', verified: false })
    expect(limbs[2]?.steps[0]?.['zh-CN']).toBe('本次：40,000 × 3 + 30,000 = 150,000元')
    expect(limbs[0]?.verified).toBe(true)
  })

  it('has a line of its own for a citizen and for a unit', () => {
    const books = (person: 'citizen' | 'entity') => verdict('illegal-business-publications', { person, quantities: { '图书/册': 3000 } })
    expect(books('citizen')).toBe('reached')
    expect(books('entity')).toBe('below')
  })

  it('asks everything that a limb asks: ten per cent of the tax due besides the amount', () => {
    const tax = (bases: Record<string, number>) => verdict('tax-evasion', { amounts: { tax: 120_000 }, bases })
    expect(tax({})).toBe('depends')
    expect(tax({ 应纳税额: 1_000_000 })).toBe('reached')
    expect(tax({ 应纳税额: 1_200_000 })).toBe('reached')
    expect(tax({ 应纳税额: 1_300_000 })).toBe('amber')
    expect(tax({ 应纳税额: 9_000_000 })).toBe('below')
    expect(verdict('invoices', { quantities: { '发票/份': 100 }, amounts: { face: 299_999 } })).toBe('amber')
    expect(verdict('invoices', { quantities: { '发票/份': 100 }, amounts: { face: 300_000 } })).toBe('reached')
  })

  it('leaves a range to the province, and takes its figure where it is given', () => {
    const ore = (yuan: number, local?: number) => verdict('mining', { amounts: { property: yuan }, local: local === undefined ? {} : { 0: local } })
    expect(ore(99_999)).toBe('amber')
    expect(ore(150_000)).toBe('depends')
    expect(ore(300_000)).toBe('reached')
    expect(ore(150_000, 200_000)).toBe('below')
    expect(ore(165_000, 200_000)).toBe('amber')
    expect(ore(200_000, 200_000)).toBe('reached')
    // a figure outside the range is none that a province may fix
    expect(ore(150_000, 900_000)).toBe('depends')
  })

  it('asks a circumstance before it uses the lower figure', () => {
    const only = '捕捞有重要经济价值的水生动物苗种、怀卵亲体，或者在水产种质资源保护区内捕捞'
    const fish = (circumstances: string[]) => verdict('fishing', { quantities: { '渔获物/公斤': 60 }, circumstances })
    expect(fish([])).toBe('below')
    expect(fish([only])).toBe('reached')
  })

  it('takes an act that is enough by itself from a person, never from a figure', () => {
    const acts = line('pollution').limbs.findIndex((limb) => limb.kind === 'act')
    expect(verdict('pollution', { acts: [acts] })).toBe('reached')
    expect(verdict('pollution', {})).toBeNull()
  })

  it('does not add up excess over a standard', () => {
    const earlier = [{ on: isoDate('2026-01-02'), punished: false, amounts: {}, quantities: { '铅/倍': 2 } }]
    expect(verdict('pollution', { quantities: { '铅/倍': 2 }, earlier })).toBe('below')
    expect(verdict('pollution', { quantities: { '铅/倍': 3 } })).toBe('reached')
  })
})

describe('earlier penalties', () => {
  it.each([
    ['2024-03-09', 1],
    ['2024-03-08', 0],
    ['2026-03-09', 1],
    ['2026-03-10', 0],
  ])('one that took effect on %s counts %s time(s) for an act of 2026-03-09 within two years', (day, times) => {
    expect(countedPenalties({ years: 2 }, { actOn: FACTS.actOn, penalties: [isoDate(day)] })).toHaveLength(times)
  })

  it('counts from a leap day to the last day of February', () => {
    const counted = (actOn: string) => countedPenalties({ years: 2 }, { actOn: isoDate(actOn), penalties: [isoDate('2024-02-29')] }).length
    expect([counted('2026-02-28'), counted('2026-03-01')]).toEqual([1, 0])
  })

  it('are enough by themselves, or with a lower figure, as the line says', () => {
    const twice = [isoDate('2024-10-01'), isoDate('2025-06-01')]
    expect(verdict('pollution', { penalties: twice })).toBe('reached')
    expect(verdict('pollution', { penalties: twice.slice(1) })).toBe('below')
    expect(verdict('tobacco', { penalties: twice })).toBe('depends')
    expect(verdict('tobacco', { penalties: twice, amounts: { turnover: 30_000 } })).toBe('reached')
    expect(verdict('farmland', { penalties: twice, quantities: { '商品林/亩': 5 } })).toBe('reached')
    expect(verdict('farmland', { quantities: { '商品林/亩': 5 } })).toBe('below')
    expect(verdict('medical-practice', { penalties: [isoDate('2009-01-01'), isoDate('2012-01-01')] })).toBe('reached')
  })
})

describe('whatever is entered', () => {
  const MONEY: readonly CrimeAmount[] = ['sales', 'goodsValue', 'gain', 'turnover', 'loss', 'tax', 'face', 'deposits', 'wages', 'property', 'project']
  const yuan = fc.integer({ min: 0, max: 1_000_000_000 }).map((fen) => fen / 100)
  const day = fc.date({ min: new Date('2018-01-01'), max: new Date('2026-03-09'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10) as IsoDate)
  const amounts = fc.dictionary(fc.constantFrom(...MONEY), yuan, { maxKeys: 4 }) as fc.Arbitrary<Partial<Record<CrimeAmount, number>>>
  const KEYS = CATALOGUE.crimeLines.flatMap(({ limbs }) => limbs.flatMap((limb) => (limb.kind === 'quantity' || limb.kind === 'times' ? [quantityKey(limb)] : [])))
  const quantities = fc.dictionary(fc.constantFrom(...KEYS), fc.integer({ min: 0, max: 500_000 }), { maxKeys: 4 })
  const facts: fc.Arbitrary<ThresholdFacts> = fc.record({
    person: fc.constantFrom('citizen', 'entity'),
    actOn: fc.constant(FACTS.actOn),
    amounts,
    quantities,
    earlier: fc.array(fc.record({ on: day, punished: fc.boolean(), amounts, quantities }), { maxLength: 3 }),
    penalties: fc.array(day, { maxLength: 4 }),
    circumstances: fc.constant([]),
    acts: fc.constant([]),
    bases: fc.constant({}),
    local: fc.constant({}),
  })
  const anyLine = fc.constantFrom(...CATALOGUE.crimeLines)
  const rank = (of: ThresholdVerdict | null): number => (of === null ? -1 : VERDICTS.indexOf(of))

  it('more of anything never makes it less grave', () => {
    fc.assert(
      fc.property(anyLine, facts, fc.constantFrom(...MONEY), yuan, (of, before, which, more) => {
        // what a share is taken of is another figure: nothing here has one
        const after = { ...before, amounts: { ...before.amounts, [which]: (before.amounts[which] ?? 0) + more } }
        for (const [index, limb] of compareWithLine(of, before).limbs.entries()) {
          // open because the amount was not entered: entering it settles it, either way
          if (before.amounts[which] === undefined && limb.verdict === 'depends') continue
          const now = compareWithLine(of, after).limbs[index]
          expect(rank(now?.verdict ?? null), `${of.id} ${index}`).toBeGreaterThanOrEqual(rank(limb.verdict))
        }
      }),
    )
  })

  it('an earlier act that was not punished weighs as if it were of this case; one that was punished weighs nothing', () => {
    fc.assert(
      fc.property(anyLine, yuan, yuan, fc.constantFrom(...MONEY), (of, one, other, which) => {
        const act = (punished: boolean) => [{ on: isoDate('2025-05-05'), punished, amounts: { [which]: other }, quantities: {} }]
        const own = { ...FACTS, amounts: { [which]: one } }
        const together = { ...FACTS, amounts: { [which]: Math.round((one + other) * 100) / 100 } }
        const expected = of.accumulates ? together : own
        expect(compareWithLine(of, { ...own, earlier: act(false) }).verdict).toBe(compareWithLine(of, expected).verdict)
        expect(compareWithLine(of, { ...own, earlier: act(true) }).verdict).toBe(compareWithLine(of, own).verdict)
      }),
    )
  })

  it('the verdict is that of the gravest limb, which is named, and every limb that has one shows its arithmetic', () => {
    fc.assert(
      fc.property(anyLine, facts, (of, given) => {
        const { verdict: whole, limbs, decisive } = compareWithLine(of, given)
        expect(rank(whole)).toBe(Math.max(...limbs.map((limb) => rank(limb.verdict))))
        expect(decisive === null).toBe(whole === null)
        if (decisive !== null) expect(limbs[decisive]?.verdict).toBe(whole)
        for (const limb of limbs) expect(limb.steps.length > 0, `${of.id} ${limb.index}`).toBe(limb.verdict !== null)
      }),
    )
  })

  it('a line is met exactly where it is met, to the fen', () => {
    fc.assert(
      fc.property(anyLine, fc.constantFrom(-1, 0, 1), (of, fen) => {
        for (const [index, limb] of of.limbs.entries()) {
          if (limb.kind !== 'amount' || limb.of === 'soldAndUnsold' || limb.also !== undefined || limb.only !== undefined) continue
          const person = limb.person === 'citizen' ? 'citizen' : 'entity'
          const top = limb.range === 'texts' ? limb.yuan : (limb.upTo ?? limb.yuan)
          const result = compareWithLine(of, { ...FACTS, person, amounts: { [limb.of]: (top * 100 + fen) / 100 } }).limbs[index]
          if (fen >= 0) expect(result?.verdict, of.id).toBe('reached')
          else expect(result?.verdict, of.id).not.toBe('reached')
        }
      }),
    )
  })
})
