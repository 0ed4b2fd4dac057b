import { describe, expect, it } from 'vitest'
import { dueReminders, REMINDED } from '../../../src/renderer/reminders/due-reminders.ts'
import { makeCalendar } from '../../../src/shared/deadlines/calendar.ts'
import type { BoardRow } from '../../../src/shared/deadlines/contract.ts'
import { runClock } from '../../../src/shared/deadlines/run-clock.ts'
import { PREFERENCES } from '../../../src/shared/preferences/preferences.ts'
import type { CaseId, IsoInstant } from '../../../src/shared/values/values.ts'
import { runFrom } from '../deadlines/clock-runs.ts'
import { NOTICES } from '../deadlines/notices.ts'

const calendar = makeCalendar(NOTICES)
const MORNING = '2026-05-14T01:00:00.000Z' as IsoInstant
const EVENING = '2026-05-14T11:00:00.000Z' as IsoInstant
const NEXT_DAY = '2026-05-15T01:00:00.000Z' as IsoInstant

/** A case of its own with five working days from a day. */
const row = (id: string, from: string, asOf: IsoInstant): BoardRow => ({
  caseId: id as CaseId,
  returnId: null,
  title: id,
  state: 'underReview',
  person: null,
  clock: runClock(runFrom(from, { kind: 'workingDays', n: 5 }, { key: 'review/1', subject: 'review' }), calendar, asOf),
})
/** Ends on the 18th, today, on the 12th, on the 21st. */
const rows = (asOf: IsoInstant): BoardRow[] => [row('near', '2026-05-11', asOf), row('today', '2026-05-08', asOf), row('over', '2026-05-06', asOf), row('far', '2026-05-14', asOf)]
const idsOf = (due: ReturnType<typeof dueReminders>): readonly string[] => due?.rows.map(({ caseId }) => caseId ?? '') ?? []

describe('reminders of clocks', () => {
  it('come before the end, on its day and after it, once each on a day', () => {
    const first = dueReminders(rows(MORNING), REMINDED, MORNING)
    expect(idsOf(first)).toEqual(['near', 'today', 'over'])
    const kept = first?.keep ?? REMINDED
    expect(PREFERENCES.reminders.parse(kept)).toEqual(kept)
    expect(dueReminders(rows(EVENING), kept, EVENING)).toBeNull()
    // the next day what was due is over, and all is said again
    expect(idsOf(dueReminders(rows(NEXT_DAY), kept, NEXT_DAY))).toEqual(['near', 'today', 'over'])
  })

  it('come again on the same day when something else is to be said', () => {
    const told = { on: true, told: { day: '2026-05-14', marks: ['today/review/1/near'] } } as typeof REMINDED
    expect(idsOf(dueReminders([row('today', '2026-05-08', MORNING)], told, MORNING))).toEqual(['today'])
  })

  it('do not come to who turned them off, and keep no more marks than the preference holds', () => {
    expect(dueReminders(rows(MORNING), { on: false, told: null }, MORNING)).toBeNull()
    const many = Array.from({ length: 450 }, (_, index) => row(`01890000-0000-7000-8000-${String(index).padStart(12, '0')}`, '2026-05-06', MORNING))
    const first = dueReminders(many, REMINDED, MORNING)
    expect(PREFERENCES.reminders.parse(first?.keep).told?.marks.length).toBe(400)
    // nor do those that cannot be kept come again every minute
    expect(dueReminders(many, first?.keep ?? REMINDED, MORNING)).toBeNull()
  })
})
