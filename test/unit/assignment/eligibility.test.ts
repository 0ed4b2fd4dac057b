import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eligibilityOf, withinBand, type CaseForDraw, type ReviewerCandidate } from '../../../src/shared/assignment/eligibility.ts'
import { ROLES } from '../../../src/shared/people/roles.ts'
import { isoDate, type PersonId } from '../../../src/shared/values/values.ts'

const id = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}` as PersonId
const QUALIFIED = { kind: 'legalQualification', validFrom: isoDate('2019-03-01'), validUntil: null } as const
const CASE: CaseForDraw = { handlers: [id(90)], handlersNames: [], recused: [], replaced: null, disputed: null, on: isoDate('2026-07-01'), qualificationFrom: isoDate('2018-01-01') }

const reviewer = (n: number, changes: Partial<ReviewerCandidate> = {}): ReviewerCandidate => ({
  id: id(n),
  roles: ['reviewer'],
  active: true,
  credentials: [QUALIFIED],
  reviewSince: isoDate('2020-01-01'),
  hasProofOfEarlierReview: false,
  ...changes,
})

/** Without a qualification, reviewing since a day. */
const since = (day: string): Partial<ReviewerCandidate> => ({ reviewSince: isoDate(day), credentials: [] })
const qualifiedUntil = (day: string): Partial<ReviewerCandidate> => ({
  credentials: [{ ...QUALIFIED, validUntil: isoDate(day) }],
})

const reasonsFor = (person: ReviewerCandidate, the: CaseForDraw = CASE, others: ReviewerCandidate[] = []) =>
  eligibilityOf([person, ...others], the).excluded.find((one) => one.id === person.id)?.reasons ?? []

describe('a handler who was typed by name', () => {
  it('keeps who bears that name out, as a reviewer and as the head who would approve', () => {
    expect(reasonsFor(reviewer(1), { ...CASE, handlersNames: [id(1)] })).toEqual(['handlersName'])
    const heads = [reviewer(1, { roles: ['reviewer', 'head'] }), reviewer(2, { roles: ['head'] })] as const
    expect(reasonsFor(heads[0], CASE, [heads[1]])).toEqual([])
    expect(reasonsFor(heads[0], { ...CASE, handlersNames: [id(2)] }, [heads[1]])).toEqual(['onlyHead'])
  })
})

describe('who wrote the opinion that is objected to', () => {
  const disputed: CaseForDraw = { ...CASE, disputed: id(1) }

  it('is kept out while another could review, be it the one who is replaced', () => {
    expect(reasonsFor(reviewer(1), disputed, [reviewer(2)])).toEqual(['wroteDisputed'])
    expect(reasonsFor(reviewer(1), { ...disputed, replaced: id(2) }, [reviewer(2)])).toEqual(['wroteDisputed'])
  })

  it('can review where nobody else could', () => {
    expect(reasonsFor(reviewer(1), disputed)).toEqual([])
    expect(reasonsFor(reviewer(1), { ...disputed, recused: [id(2)] }, [reviewer(2)])).toEqual([])
  })
})

describe('the qualification rule of APL 58 para 2', () => {
  it('is the catalogue’s: with another day it asks others, without a rule nobody', () => {
    const first = reviewer(1, since('2019-06-01'))
    expect(reasonsFor(first)).toEqual(['noQualification'])
    expect(reasonsFor(first, { ...CASE, qualificationFrom: isoDate('2020-01-01') })).toEqual(['noProofOfEarlierReview'])
    expect(reasonsFor(first, { ...CASE, qualificationFrom: null })).toEqual([])
  })

  it.each([
    ['a first-timer since 2018 with the qualification', { reviewSince: isoDate('2018-01-01') }, []],
    ['a first-timer since 2018 without it', since('2018-01-01'), ['noQualification']],
    [
      'an older reviewer with proof',
      { reviewSince: isoDate('2017-12-31'), credentials: [], hasProofOfEarlierReview: true },
      [],
    ],
    ['an older reviewer without proof', since('2017-12-31'), ['noProofOfEarlierReview']],
    ['an older reviewer with the qualification', { reviewSince: isoDate('2010-01-01') }, []],
    ['somebody of whom the start is not known', { reviewSince: null, credentials: [] }, ['reviewStartUnknown']],
    ['a beginner with the qualification', { reviewSince: null }, []],
    [
      'a first-timer with an enforcement certificate only',
      { credentials: [{ kind: 'enforcementCertificate', validFrom: null, validUntil: null }] },
      ['noQualification'],
    ],
    ['a first-timer whose qualification ended yesterday', qualifiedUntil('2026-06-30'), ['noQualification']],
    ['a first-timer whose qualification ends today', qualifiedUntil('2026-07-01'), []],
    [
      'a first-timer whose qualification begins tomorrow',
      { credentials: [{ ...QUALIFIED, validFrom: isoDate('2026-07-02') }] },
      ['noQualification'],
    ],
  ] satisfies [string, Partial<ReviewerCandidate>, string[]][])('%s', (_, changes, reasons) => {
    expect(reasonsFor(reviewer(1, changes))).toEqual(reasons)
  })
})

describe('who stands in the draw', () => {
  it('leaves out those who are no reviewers, inactive, handlers, recused or replaced, each with the reason', () => {
    expect(reasonsFor(reviewer(1, { roles: ['handler', 'head'] }))).toEqual(['notReviewer'])
    expect(reasonsFor(reviewer(1, { active: false }))).toEqual(['inactive'])
    expect(reasonsFor(reviewer(90))).toEqual(['handlesCase'])
    expect(reasonsFor(reviewer(1), { ...CASE, recused: [id(1)] })).toEqual(['recused'])
    expect(reasonsFor(reviewer(1), { ...CASE, replaced: id(1) })).toEqual(['replaced'])
  })

  it('gives all reasons that apply', () => {
    const person = reviewer(90, { active: false, credentials: [] })
    const reasons = ['inactive', 'handlesCase', 'recused', 'noQualification']
    expect(reasonsFor(person, { ...CASE, recused: [id(90)] })).toEqual(reasons)
  })

  it('leaves out the only head, because somebody else must approve', () => {
    const head = reviewer(1, { roles: ['reviewer', 'head'] })
    expect(reasonsFor(head)).toEqual(['onlyHead'])
    expect(reasonsFor(head, CASE, [reviewer(2, { roles: ['head'] })])).toEqual([])
    expect(reasonsFor(head, CASE, [reviewer(2, { roles: ['head'], active: false })])).toEqual(['onlyHead'])
    expect(reasonsFor(head, CASE, [reviewer(90, { roles: ['head'] })])).toEqual(['onlyHead'])
  })

  it('puts everybody in exactly one list, sorted by id, whatever order they came in', () => {
    const person = fc.record({
      roles: fc.subarray([...ROLES], { minLength: 1 }),
      active: fc.boolean(),
      credentials: fc.constantFrom([], [QUALIFIED]),
      reviewSince: fc.constantFrom(null, isoDate('2012-01-01'), isoDate('2022-01-01')),
      hasProofOfEarlierReview: fc.boolean(),
    })
    const people = fc.array(person, { maxLength: 12 }).map((list) => list.map((one, n) => ({ ...one, id: id(n) })))
    const scene = people.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length }),
        fc.subarray(list.map((one) => one.id)),
      ),
    )
    fc.assert(fc.property(scene, ([list, shuffled, some]) => {
      const the = { ...CASE, handlers: some.slice(0, 1), recused: some.slice(1, 2) }
      const result = eligibilityOf(list, the)
      expect(eligibilityOf(shuffled, the)).toEqual(result)
      const ids = [...result.eligible, ...result.excluded.map((one) => one.id)]
      expect(ids.toSorted()).toEqual(list.map((one) => one.id))
      expect(result.eligible).toEqual(result.eligible.toSorted())
      for (const one of the.handlers.concat(the.recused)) expect(result.eligible).not.toContain(one)
      for (const { reasons } of result.excluded) expect(reasons.length).toBeGreaterThan(0)
    }))
  })
})

describe('the band of work', () => {
  const work = (...cases: number[]) => new Map(cases.map((open, index) => [id(index + 1), open]))
  const people = (count: number) => eligibilityOf(Array.from({ length: count }, (_, index) => reviewer(index + 1)), CASE)

  it('takes in whoever has at most that many more cases than the least busy', () => {
    const { eligible, excluded } = withinBand(people(4), work(7, 2, 5, 6), 3)
    expect(eligible).toEqual([id(2), id(3)])
    expect(excluded).toEqual([
      { id: id(1), reasons: ['busier'] },
      { id: id(4), reasons: ['busier'] },
    ])
  })

  it('is off where none is set', () => {
    expect(withinBand(people(2), work(0, 900), null).eligible).toEqual([id(1), id(2)])
  })

  it('never leaves nobody, loses nobody, and is wider the larger it is', () => {
    const loads = fc.array(fc.nat(60), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(loads, fc.nat(50), fc.nat(10), (cases, band, more) => {
        const all = people(cases.length)
        const narrow = withinBand(all, work(...cases), band)
        const wide = withinBand(all, work(...cases), band + more)
        expect(narrow.eligible.length).toBeGreaterThan(0)
        expect(narrow.eligible.length + narrow.excluded.length).toBe(cases.length)
        expect(wide.eligible).toEqual(expect.arrayContaining([...narrow.eligible]))
        for (const out of narrow.excluded) expect(cases[all.eligible.indexOf(out.id)]).toBeGreaterThan(Math.min(...cases) + band)
      }),
    )
  })
})
