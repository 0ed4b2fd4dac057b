/** The clock of a case: the vectors of DOMAIN.md 4.2, and what holds for every clock. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCalendar } from '../../../src/shared/deadlines/calendar.ts'
import { beginningOf, civilDayOf, civilTimeOf, endOf } from '../../../src/shared/deadlines/civil-time.ts'
import { LIGHT_OF_STATE } from '../../../src/shared/deadlines/clock.ts'
import { daysBetween, fromDayNumber, shiftDays, shiftMonths, toDayNumber } from '../../../src/shared/deadlines/day-arithmetic.ts'
import { addWorkingDays, workingDaysBetween, type Period } from '../../../src/shared/deadlines/periods.ts'
import { runClock } from '../../../src/shared/deadlines/run-clock.ts'
import { isoDate, type IsoDate, type IsoInstant } from '../../../src/shared/values/values.ts'
import { excluding, extended, morning, runFrom, stoppedOn } from './clock-runs.ts'
import { NOTICES } from './notices.ts'

const calendar = makeCalendar(NOTICES)
const at = (run: Parameters<typeof runClock>[0], now: string) => runClock(run, calendar, now.length > 10 ? (now as IsoInstant) : morning(now))
const wd = (n: number): Period => ({ kind: 'workingDays', n })
const days = (n: number): Period => ({ kind: 'calendarDays', n })
const months = (n: number): Period => ({ kind: 'months', n })
const hours = (n: number): Period => ({ kind: 'hours', n })

describe('a long rest', () => {
  it('is left out like a short one: the end is the first day that has all of its days behind it', () => {
    const day = (most: number) => fc.integer({ min: 0, max: most })
    fc.assert(
      fc.property(fc.array(fc.tuple(day(60), day(120)), { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 30 }), fc.constantFrom('workingDays', 'calendarDays'), (spans, n, kind) => {
        const start = isoDate('2026-01-05')
        const rests = spans.map(([from, length]) => [shiftDays(start, from), shiftDays(start, from + length)] as const)
        const run = runFrom(start, { kind, n } as const, { rolls: false, excluded: rests.map(([from, to]) => excluding(from, to)) })
        // day by day, as one counts on a calendar: a day on which it rests is no day of the period, but what begins on the last day or later is late
        const counts = (on: IsoDate) => kind === 'calendarDays' || workingDaysBetween(calendar, shiftDays(on, -1), on).days === 1
        const plain = (): IsoDate => {
          let [last, left] = [start, n]
          for (; left > 0; ) {
            last = shiftDays(last, 1)
            if (counts(last) && !rests.some(([from, to]) => from < last && last <= to)) left -= 1
          }
          return last
        }
        expect(runClock(run, calendar, morning('2026-01-06')).due).toBe(plain())
      }),
      { numRuns: 200 },
    )
  })

  it('that somebody mistyped by ten years costs nobody the program', () => {
    let asked = 0
    const counted: typeof calendar = { statusOf: (day) => ((asked += 1), calendar.statusOf(day)) }
    expect(runClock(runFrom('2026-05-06', wd(5), { excluded: [excluding('2026-05-07', '2036-05-13')] }), counted, morning('2026-05-08')).due).toBe('2036-05-19')
    // ten years have some 3650 days, and each is asked about a few times
    expect(asked).toBeLessThan(100_000)
  })
})

describe('the last day', () => {
  it.each([
    ['2026-02-12', 5, '2026-02-26'],
    ['2026-02-12', 7, '2026-02-28'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-09-30', 7, '2026-10-15'],
    ['2025-09-26', 7, '2025-10-13'],
    ['2024-09-30', 5, '2024-10-12'],
    ['2026-04-30', 20, '2026-06-01'],
  ])('of %s and %i working days is %s', (start, n, due) => {
    expect(at(runFrom(start, wd(n)), start)).toMatchObject({ due, rolledFrom: null, actBy: due, provisional: false })
  })

  it('of 90 days from 2026-07-03 rolls to 10-08, with the advice to act by 09-30', () => {
    expect(at(runFrom('2026-07-03', days(90)), '2026-07-10')).toMatchObject({ due: '2026-10-08', rolledFrom: '2026-10-01', actBy: '2026-09-30' })
  })

  it('of three working days from 2026-12-30 is not sure before the notice of 2027', () => {
    expect(at(runFrom('2026-12-30', wd(3)), '2026-12-30')).toMatchObject({ due: '2027-01-05', provisional: true })
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2025-12-31', 6, '2026-06-30'],
  ])('of %s and %i months is the corresponding day, or the last of the month: %s', (start, n, due) => {
    expect(at(runFrom(start, months(n)), start).due).toBe(due)
  })

  it('that a notice told holds on a Sunday too', () => {
    expect(at(runFrom('2026-03-02', days(0), { told: isoDate('2026-03-08'), rolls: false }), '2026-03-03')).toMatchObject({ due: '2026-03-08', rolledFrom: null })
  })

  it('is not known where an extension has no fixed length, and the clock is not red', () => {
    expect(at(runFrom('2026-01-05', null), '2026-11-20')).toMatchObject({ due: null, state: 'running', left: null })
  })
})

describe('hours', () => {
  const approved = '2026-09-30T09:30:00.000Z'
  it('run through a holiday and are not moved', () => {
    const clock = at(runFrom(approved, hours(24)), '2026-09-30T10:00:00.000Z')
    expect(clock).toMatchObject({ due: '2026-10-01', dueAt: '2026-10-01T09:30:00.000Z', rolledFrom: null, left: { n: 23, unit: 'hours' } })
  })

  it('are over to the minute, and at least one hour over then', () => {
    expect(at(runFrom(approved, hours(24)), '2026-10-01T09:29:59.999Z')).toMatchObject({ state: 'amber', left: { n: 0 } })
    expect(at(runFrom(approved, hours(24)), '2026-10-01T09:30:00.000Z')).toMatchObject({ state: 'red', left: { n: -1 } })
    expect(at(runFrom(approved, hours(24)), '2026-10-01T12:31:00.000Z')).toMatchObject({ state: 'red', left: { n: -4 } })
  })

  it('tell in time from late by the minute', () => {
    const run = (stop: string) => runFrom(approved, hours(24), { stop: stoppedOn('2026-10-01', stop) })
    expect(at(run('2026-10-01T09:30:00.000Z'), '2026-10-02').state).toBe('kept')
    expect(at(run('2026-10-01T09:31:00.000Z'), '2026-10-02')).toMatchObject({ state: 'late', left: { n: -1, unit: 'hours' } })
  })

  it('do not depend on the zone in which the moment is written: days are those of China', () => {
    expect(civilDayOf('2026-03-31T16:00:00.000Z' as IsoInstant)).toBe('2026-04-01')
    expect(civilDayOf('2026-03-31T15:59:59.999Z' as IsoInstant)).toBe('2026-03-31')
    expect(civilTimeOf('2026-03-31T16:05:00.000Z' as IsoInstant)).toBe('00:05')
    expect(beginningOf(isoDate('2026-04-01'))).toBe('2026-03-31T16:00:00.000Z')
    // due on 26 February in China: over at midnight there, which is 16:00 of UTC
    const run = runFrom('2026-02-12', wd(5))
    expect(at(run, '2026-02-26T15:59:59.999Z').state).toBe('amber')
    expect(at(run, '2026-02-26T16:00:00.000Z')).toMatchObject({ state: 'red', left: { n: -1, unit: 'workingDays' } })
  })
})

describe('how it stands', () => {
  it('turns amber so many working days before the day to act by, and red when the last day has passed', () => {
    const run = runFrom('2026-07-03', days(90))
    const seen = ['2026-09-14', '2026-09-15', '2026-09-16', '2026-10-08', '2026-10-09'].map((day) => at(run, day).state)
    expect(seen).toEqual(['running', 'running', 'amber', 'amber', 'red'])
    const chosen = runClock(run, calendar, morning('2026-09-29'), { decision: { n: 1, unit: 'workingDays' } })
    expect(chosen.state).toBe('amber')
    expect(runClock(run, calendar, morning('2026-09-28'), { decision: { n: 1, unit: 'workingDays' } }).state).toBe('running')
  })

  it('has not started without its beginning', () => {
    expect(at(runFrom(null, days(90)), '2026-07-03')).toMatchObject({ state: 'notStarted', due: null, left: null })
  })

  it('says by how much it was late, in its own days', () => {
    expect(at(runFrom('2026-02-12', wd(5), { stop: stoppedOn('2026-03-02') }), '2026-05-01')).toMatchObject({ state: 'late', left: { n: -3, unit: 'workingDays' } })
    expect(at(runFrom('2026-02-12', wd(5), { stop: stoppedOn('2026-02-26') }), '2026-05-01')).toMatchObject({ state: 'kept', left: null })
  })

  it('is never red for a time that belongs to the party, and is over for it when it has passed', () => {
    const run = runFrom('2026-03-02', days(15), { limit: 'atLeast', subject: 'payment' })
    expect(at(run, '2026-03-17').state).toBe('running')
    expect(at(run, '2026-03-18')).toMatchObject({ state: 'kept', left: null, amberFrom: null })
    expect(at({ ...run, early: 2 }, '2026-03-05').state).toBe('early')
  })

  it('stands still while it is suspended, with the days it had left', () => {
    const run = runFrom('2026-03-02', days(90), { excluded: [excluding('2026-04-01', null)] })
    const [first, later] = [at(run, '2026-04-10'), at(run, '2026-05-21')]
    expect(first).toMatchObject({ state: 'suspended', suspendedSince: '2026-04-01', left: { n: 60, unit: 'calendarDays' } })
    expect(later).toMatchObject({ state: 'suspended', left: { n: 60 } })
    expect(at({ ...run, excluded: [excluding('2026-04-01', '2026-05-21')] }, '2026-05-21')).toMatchObject({ state: 'running', due: later.due })
  })

  it('does not stand still for what begins when nothing of its time is left', () => {
    // the ninetieth day is Sunday 2026-05-31, and the Monday is the last
    for (const from of ['2026-05-31', '2026-06-01', '2026-07-01']) {
      const run = runFrom('2026-03-02', days(90), { excluded: [excluding(from, null)] })
      expect([from, at(run, '2026-07-02').state, at(run, '2026-07-02').suspendedSince]).toEqual([from, 'red', null])
    }
    // nor on that last day itself, which is as much the last as without it
    expect(at(runFrom('2026-03-02', days(90), { excluded: [excluding('2026-05-31', null)] }), '2026-06-01')).toMatchObject({ state: 'amber', suspendedSince: null, due: '2026-06-01' })
    expect(at(runFrom('2026-03-02', days(90), { excluded: [excluding('2026-05-30', null)] }), '2026-07-02')).toMatchObject({ state: 'suspended', suspendedSince: '2026-05-30' })
  })
})

describe('what is left out and granted on top', () => {
  it('adds the days of a hearing once, however many spans name them', () => {
    const plain = at(runFrom('2026-03-02', days(90)), '2026-03-05')
    const clock = at(runFrom('2026-03-02', days(90), { excluded: [excluding('2026-03-10', '2026-03-20'), excluding('2026-03-15', '2026-03-25')] }), '2026-03-05')
    expect(plain.due).toBe('2026-06-01')
    expect(clock.rolledFrom ?? clock.due).toBe('2026-06-15')
    expect(clock.excluded.map((span) => span.days)).toEqual([10, 5])
  })

  it('does not count a span after the end', () => {
    expect(at(runFrom('2026-03-02', days(90), { excluded: [excluding('2026-07-01', '2026-07-20')] }), '2026-03-05').due).toBe('2026-06-01')
  })

  it('counts a month and a month as two, not as the day after the day', () => {
    const run = runFrom('2026-08-31', months(6), { extensions: [extended(months(6))] })
    expect(at(run, '2026-09-01').due).toBe('2027-08-31')
  })

  it('goes on in calendar days where the rule extends working days by days', () => {
    // 农业行政处罚程序规定 53: 5 working days, then 15 days
    expect(at(runFrom('2026-03-02', wd(5), { extensions: [extended(days(15))] }), '2026-03-03')).toMatchObject({ due: '2026-03-24' })
  })

  it('names the next step of the ladder, or none', () => {
    const step = { length: 30, unit: 'calendarDays' as const, approver: { 'zh-CN': '负责人', en: 'head' } }
    expect(at(runFrom('2026-03-02', days(90), { ladder: [step] }), '2026-03-03').nextExtension).toEqual(step)
    expect(at(runFrom('2026-03-02', days(90), { ladder: [step], usedSteps: 1 }), '2026-03-03').nextExtension).toBeNull()
    expect(at(runFrom('2026-03-02', days(90), { ladder: [step], extensions: [extended(days(30))] }), '2026-03-03').nextExtension).toBeNull()
  })
})

const day = fc.integer({ min: toDayNumber(isoDate('2024-01-01')), max: toDayNumber(isoDate('2026-08-31')) }).map(fromDayNumber)
const period: fc.Arbitrary<Period> = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map(wd),
  fc.integer({ min: 1, max: 120 }).map(days),
  fc.integer({ min: 1, max: 12 }).map(months),
)
const span = fc.tuple(day, fc.integer({ min: 0, max: 40 })).map(([from, n]) => excluding(from, shiftDays(from, n)))
const moment = fc.integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2027-12-31T00:00:00Z') }).map((ms) => new Date(ms).toISOString() as IsoInstant)
const lastDayOf = (run: Parameters<typeof runClock>[0]): IsoDate => {
  const { due, rolledFrom } = runClock(run, calendar, morning('2024-01-01'))
  if (due === null) throw new Error('no end')
  return rolledFrom ?? due
}

describe('every clock', () => {
  it('ends no earlier when it starts later', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 40 }), period, (start, later, length) => {
        const [one, other] = [start, shiftDays(start, later)].map((from) => runClock(runFrom(from, length), calendar, morning('2024-01-01')))
        expect(one?.due && other?.due && one.due <= other.due).toBe(true)
      }),
    )
  })

  it('is never shorter for what is left out, and leaves out days at most once', () => {
    fc.assert(
      fc.property(day, period, fc.array(span, { maxLength: 5 }), (start, length, excluded) => {
        const plain = runClock(runFrom(start, length), calendar, morning('2024-01-01'))
        const clock = runClock(runFrom(start, length, { excluded }), calendar, morning('2024-01-01'))
        expect(clock.due !== null && plain.due !== null && clock.due >= plain.due).toBe(true)
        const taken = clock.excluded.reduce((sum, one) => sum + one.days, 0)
        const [from, to] = [plain.rolledFrom ?? plain.due, clock.rolledFrom ?? clock.due]
        if (from === null || to === null) throw new Error('no end')
        expect(length.kind === 'workingDays' ? workingDaysBetween(calendar, from, to).days : daysBetween(from, to)).toBe(taken)
      }),
    )
  })

  it('is longer by an extension exactly', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (start, n, more) => {
        expect(lastDayOf(runFrom(start, days(n), { extensions: [extended(days(more))] }))).toBe(shiftDays(start, n + more))
        expect(lastDayOf(runFrom(start, wd(n), { extensions: [extended(wd(more))] }))).toBe(addWorkingDays(calendar, start, n + more).due)
        expect(lastDayOf(runFrom(start, months(n % 12), { extensions: [extended(months(more % 12))] }))).toBe(shiftMonths(start, (n % 12) + (more % 12)))
      }),
    )
  })

  it('ends on a working day, is to be acted on by a working day, and that one is not later', () => {
    fc.assert(
      fc.property(day, period, fc.array(span, { maxLength: 3 }), (start, length, excluded) => {
        const { due, actBy, rolledFrom } = runClock(runFrom(start, length, { excluded }), calendar, morning('2024-01-01'))
        if (due === null || actBy === null) throw new Error('no end')
        expect(calendar.statusOf(due).working).toBe(true)
        expect(calendar.statusOf(actBy).working).toBe(true)
        expect(actBy <= due && (rolledFrom === null || rolledFrom < due)).toBe(true)
      }),
    )
  })

  it('has a light whenever it is over, is over only with a light, and is the same for the same input', () => {
    const length = fc.oneof(period, fc.integer({ min: 1, max: 100 }).map(hours))
    const stop = fc.option(fc.integer({ min: 0, max: 400 }), { nil: null })
    fc.assert(
      fc.property(day, length, fc.array(span, { maxLength: 2 }), stop, moment, (start, n, excluded, ended, now) => {
        const run = runFrom(start, n, { excluded: n.kind === 'hours' ? [] : excluded, stop: ended === null ? null : stoppedOn(shiftDays(start, ended)) })
        const clock = runClock(run, calendar, now)
        const over = clock.left !== null && clock.left.n < 0
        expect(over).toBe(clock.state === 'red' || clock.state === 'late')
        if (over) expect(LIGHT_OF_STATE[clock.state]).toBe('red')
        if (clock.dueAt !== null && clock.stop === null) expect(clock.state === 'red').toBe(now >= clock.dueAt)
        if (clock.due !== null && n.kind !== 'hours') expect(clock.dueAt).toBe(endOf(clock.due))
        expect(runClock(structuredClone(run), calendar, now)).toEqual(clock)
      }),
    )
  })
})
