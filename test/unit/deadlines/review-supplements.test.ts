/** Papers asked for in the middle of the review: what of that time its limit leaves out, and under which rule. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reviewLimit, type ReviewLimit } from '../../../src/shared/catalogue/review-limit.ts'
import { beginningOf } from '../../../src/shared/deadlines/civil-time.ts'
import { actSpans, type CaseAct } from '../../../src/shared/deadlines/act-spans.ts'
import { makeCalendar } from '../../../src/shared/deadlines/calendar.ts'
import { clocksOf, type ClockFacts, type ReviewFacts } from '../../../src/shared/deadlines/clocks-of.ts'
import { daysBetween, shiftDays } from '../../../src/shared/deadlines/day-arithmetic.ts'
import { workingDaysBetween } from '../../../src/shared/deadlines/periods.ts'
import type { ReviewSupplement } from '../../../src/shared/deadlines/review-supplements.ts'
import { isoDate, type IsoDate } from '../../../src/shared/values/values.ts'
import { shipped as catalogue } from '../catalogue/shipped.ts'
import { morning } from './clock-runs.ts'

const day = isoDate
const calendar = makeCalendar(catalogue.holidays, catalogue.statutoryHolidays)
const NOTHING: ClockFacts = {
  sector: null, region: null, actionKinds: ['penalty'], hasFine: false, hasOtherDuty: false, filedOn: null, papers: [], others: [], decidedOn: null, spans: [],
  reviews: [], replyBy: [], reviewDue: null, recorded: [], suspensions: [], granted: [], excluded: [],
}
const INNER_MONGOLIA = reviewLimit(catalogue, { on: day('2026-03-02'), region: '150000' })
const MARKET = reviewLimit(catalogue, { on: day('2026-03-02'), sector: 'market-regulation' })
const LIAONING = reviewLimit(catalogue, { on: day('2026-03-02'), region: '210000' })

/** Accepted on Monday 2026-03-02. */
function review(limit: ReviewLimit, supplements: readonly ReviewSupplement[], stop: IsoDate | null = null): ClockFacts {
  const label = { 'zh-CN': '受理', en: 'Accept' }
  const one: ReviewFacts = { round: 1, acceptedOn: { day: day('2026-03-02'), at: null, label }, limit, supplements, stop: stop === null ? null : { day: stop, at: null, label } }
  return { ...NOTHING, reviews: [one] }
}
function clockOn(given: ClockFacts, on: string) {
  const found = clocksOf(given, calendar, catalogue.periods, morning(on)).find(({ key }) => key === 'review/1')
  if (found === undefined) throw new Error('no review clock')
  return found
}
const asked = (askedOn: string, replyBy: string, endedOn: string | null): ReviewSupplement => ({ askedOn: day(askedOn), replyBy: day(replyBy), endedOn: endedOn === null ? null : day(endedOn) })

describe('where the rule leaves it out (内蒙古 Order 244 art. 31)', () => {
  it('stands still while the papers are awaited, shows its basis, and goes on with the days that were left', () => {
    expect(clockOn(review(INNER_MONGOLIA, []), '2026-03-04')).toMatchObject({ due: '2026-03-09', left: { n: 3, unit: 'workingDays' } })
    const waiting = clockOn(review(INNER_MONGOLIA, [asked('2026-03-04', '2026-03-11', null)]), '2026-03-06')
    expect(waiting).toMatchObject({ state: 'suspended', suspendedSince: '2026-03-04', due: '2026-03-16', left: { n: 3, unit: 'workingDays' }, excluded: [{ from: '2026-03-04', to: '2026-03-11', days: 5 }] })
    expect(waiting.excluded[0]?.basis).toEqual(INNER_MONGOLIA.basis)
    // in on the Monday: Thursday, Friday and that day were left out
    const supplied = clockOn(review(INNER_MONGOLIA, [asked('2026-03-04', '2026-03-11', '2026-03-09')]), '2026-03-10')
    expect(supplied).toMatchObject({ state: 'amber', suspendedSince: null, due: '2026-03-12', left: { n: 2 }, excluded: [{ days: 3 }] })
  })

  it('leaves out no more than the set time, whoever lets the case wait longer', () => {
    const late = review(INNER_MONGOLIA, [asked('2026-03-04', '2026-03-11', null)])
    expect(clockOn(late, '2026-03-12')).toMatchObject({ state: 'amber', suspendedSince: null, due: '2026-03-16' })
    expect(clockOn(late, '2026-03-17')).toMatchObject({ state: 'red', due: '2026-03-16' })
    expect(clockOn(review(INNER_MONGOLIA, [asked('2026-03-04', '2026-03-11', '2026-03-20')]), '2026-03-23').due).toBe('2026-03-16')
  })

  it('heals nothing that was late before the papers were asked for', () => {
    expect(clockOn(review(INNER_MONGOLIA, [asked('2026-03-12', '2026-03-20', null)]), '2026-03-13')).toMatchObject({ state: 'red', due: '2026-03-09', excluded: [{ days: 0 }] })
  })

  it('for any supplements: the limit grows by exactly the working days of the set time, each counted once', () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(12), fc.option(fc.nat(20))), { maxLength: 4 })
    fc.assert(
      fc.property(spans, (drawn) => {
        const supplements = drawn
          .map(([start, length, end]) => {
            const askedOn = shiftDays(day('2026-03-02'), start)
            return { askedOn, replyBy: shiftDays(askedOn, length), endedOn: end === null ? null : shiftDays(askedOn, end) }
          })
          .toSorted((one, other) => (one.askedOn < other.askedOn ? -1 : 1))
        const clock = clockOn(review(INNER_MONGOLIA, supplements), '2026-08-03')
        const plain = clockOn(review(INNER_MONGOLIA, []), '2026-08-03')
        const out = new Set(
          supplements.flatMap(({ askedOn, replyBy, endedOn }) => {
            const to = endedOn !== null && endedOn < replyBy ? endedOn : replyBy
            return Array.from({ length: Math.max(0, daysBetween(askedOn, to)) }, (_, index) => shiftDays(askedOn, index + 1))
          }),
        )
        // by hand: five working days after acceptance that are none of these
        let [last, counted] = [day('2026-03-02'), 0]
        while (counted < 5) {
          const next = shiftDays(last, 1)
          if (workingDaysBetween(calendar, last, next).days === 1 && !out.has(next)) counted += 1
          last = next
        }
        expect(clock.due! >= plain.due!).toBe(true)
        // days off behind the last counted one belong to nothing: the last working day is what counts
        expect(workingDaysBetween(calendar, last, clock.due!).days).toBe(0)
      }),
      { numRuns: 500 },
    )
  })
})

describe('where it does not', () => {
  it.each([
    [MARKET, '该规则没有规定不计入'],
    [LIAONING, '该规则未核实'],
  ])('the limit runs on while the papers are awaited, and the clock says why: %#', (limit, why) => {
    const clock = clockOn(review(limit, [asked('2026-03-04', '2026-03-11', null)]), '2026-03-06')
    expect(clock).toMatchObject({ suspendedSince: null, excluded: [], due: clockOn(review(limit, []), '2026-03-06').due })
    expect(clock.note?.['zh-CN']).toContain(why)
    expect(clock.note?.en).toMatch(/counts, because/)
    expect(clockOn(review(limit, []), '2026-03-06').note).toEqual(limit.name)
  })
})

describe('the acts of a supplement', () => {
  it('leave the review one span from acceptance to issue, with the supplement inside it', () => {
    const acts = [['case.accept', '2026-03-02'], ['case.askSupplement', '2026-03-04'], ['case.takeSupplement', '2026-03-06'], ['opinion.issue', '2026-03-10']] as const
    const spans = actSpans(acts.map(([act, on]): CaseAct => ({ act, at: morning(on), content: {} })))
    expect(spans.map(({ clock, start, stop }) => [clock, start.day, stop?.day])).toEqual([
      ['reviewLimit', '2026-03-02', '2026-03-10'], ['supplement', '2026-03-04', '2026-03-06'], ['feedback', '2026-03-10', undefined],
    ])
  })
})

describe('a review that ended', () => {
  it('has what was left out up to then, and no more', () => {
    const clock = clockOn(review(INNER_MONGOLIA, [asked('2026-03-04', '2026-03-11', '2026-03-05')], day('2026-03-10')), '2026-04-01')
    expect(clock).toMatchObject({ state: 'kept', due: '2026-03-10', excluded: [{ days: 1 }] })
    expect(beginningOf(day('2026-03-10')) < clock.dueAt!).toBe(true)
  })
})
