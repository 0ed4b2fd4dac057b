/** The day that a notice of supplement names: proposed by the catalogue's row, and never one that nobody can have meant. */
import { describe, expect, it } from 'vitest'
import type { SupplementRule } from '../../../src/shared/catalogue/supplement-rules.ts'
import { makeCalendar } from '../../../src/shared/deadlines/calendar.ts'
import { replyDays, replyDayTrouble } from '../../../src/shared/intake/reply-day.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { shipped } from '../catalogue/shipped.ts'

const calendar = makeCalendar(shipped.holidays, shipped.statutoryHolidays)
const THURSDAY = isoDate('2026-05-07')
const [usual] = shipped.supplementRules
const rule = (change: Partial<SupplementRule>): SupplementRule => {
  if (usual === undefined) throw new Error('no rule ships')
  return { ...usual, ...change }
}

describe('a day by which to reply', () => {
  it('is proposed in working days, and lies half a year ahead at most, which nobody verified', () => {
    // 05-09 is a Saturday that is worked
    expect(replyDays(shipped.supplementRules, calendar, THURSDAY)).toEqual({ proposed: '2026-05-13', latest: '2026-11-07' })
    expect(shipped.supplementRules.filter(({ verified }) => verified)).toEqual([])
  })

  it('follows the rule that holds on the day of the notice, the latest of several', () => {
    const later = rule({ id: 'later', validFrom: isoDate('2026-05-01'), proposed: { length: 3, unit: 'calendarDay' }, longest: { length: 10, unit: 'workingDay' } })
    const over = rule({ id: 'over', validFrom: isoDate('2026-05-02'), validTo: isoDate('2026-05-06') })
    expect(replyDays([rule({}), later, over], calendar, THURSDAY)).toEqual({ proposed: '2026-05-10', latest: '2026-05-20' })
    expect(replyDays([over], calendar, THURSDAY)).toBeNull()
  })

  it.each([
    ['2026-05-06', 'past'], ['2026-05-07', null], ['2026-11-07', null], ['2026-11-08', 'tooLate'], ['2099-12-31', 'tooLate'],
  ] as const)('%s: %s', (day, trouble) => {
    expect(replyDayTrouble(day, THURSDAY, replyDays(shipped.supplementRules, calendar, THURSDAY))).toBe(trouble)
    // without a rule only what is over is wrong
    expect(replyDayTrouble(day, THURSDAY, null)).toBe(trouble === 'past' ? 'past' : null)
  })
})
