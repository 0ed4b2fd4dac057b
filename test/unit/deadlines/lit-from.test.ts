/** From when on a clock that rests is amber: with the day on which it goes on, not before, and never after its end. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCalendar } from '../../../src/shared/deadlines/calendar.ts'
import { beginningOf } from '../../../src/shared/deadlines/civil-time.ts'
import { shiftDays } from '../../../src/shared/deadlines/day-arithmetic.ts'
import { litFrom } from '../../../src/shared/deadlines/lit-from.ts'
import { runClock } from '../../../src/shared/deadlines/run-clock.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { excluding, morning, runFrom } from './clock-runs.ts'
import { NOTICES } from './notices.ts'

const calendar = makeCalendar(NOTICES)

describe('from when on a clock is lit', () => {
  const resting = runFrom('2026-05-06', { kind: 'workingDays', n: 5 }, { excluded: [excluding('2026-05-11', '2026-05-13'), excluding('2026-05-13', '2026-05-15')] })
  const lit = (run: typeof resting, day: string) => litFrom(run, runClock(run, calendar, morning(day), { decision: { n: 4, unit: 'workingDays' } }), morning(day))

  it('is where it turns amber, where nothing rests then', () => {
    const plain = runFrom('2026-05-06', { kind: 'workingDays', n: 5 })
    expect(lit(plain, '2026-05-07')).toBe(runClock(plain, calendar, morning('2026-05-07'), { decision: { n: 4, unit: 'workingDays' } }).amberFrom)
  })

  it('is the day on which it goes on, of two rests in a row that of the second', () => {
    expect(lit(resting, '2026-05-11')).toBe(beginningOf(isoDate('2026-05-15')))
    expect(lit(resting, '2026-05-13')).toBe(beginningOf(isoDate('2026-05-15')))
  })

  it('is what the clock itself says on every day from the counting on, whatever rests that has begun', () => {
    const day = (from: number) => fc.integer({ min: from, max: from + 12 })
    fc.assert(
      fc.property(fc.array(fc.tuple(day(0), day(0)), { maxLength: 3 }), day(0), fc.integer({ min: 1, max: 8 }), fc.constantFrom('workingDays', 'calendarDays'), (spans, counted, n, kind) => {
        const on = (later: number) => shiftDays(isoDate('2026-05-06'), later)
        // a rest that begins later is written later, and the clock is counted anew then
        const excluded = spans.map(([from, length]) => excluding(on(Math.min(from, counted)), on(Math.min(from, counted) + length)))
        const run = runFrom('2026-05-06', { kind, n } as const, { excluded })
        const from = litFrom(run, runClock(run, calendar, morning(on(counted))), morning(on(counted)))
        for (let later = counted; later < counted + 40; later += 1) {
          const now = morning(on(later))
          const { state } = runClock(run, calendar, now)
          expect([on(later), from !== null && from <= now]).toEqual([on(later), state === 'amber' || state === 'red'])
        }
      }),
      { numRuns: 100 },
    )
  })
})
