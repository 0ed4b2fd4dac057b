/** The rows of the catalogue are what the calendar takes, and give the working days that the notices give. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { holidayYearSchema, statutoryHolidaysSchema } from '../../../src/shared/catalogue/schema.ts'
import { makeCalendar } from '../../../src/shared/deadlines/calendar.ts'
import { workingDaysInYear } from '../../../src/shared/deadlines/periods.ts'
import { computedStatutoryDays } from '../../../src/shared/deadlines/statutory-days.ts'
import { NOTICES } from './notices.ts'

const rowsOf = <Row extends z.ZodType>(file: string, row: Row): z.infer<Row>[] => {
  const text = readFileSync(new URL(`../../../resources/catalogue/${file}`, import.meta.url), 'utf8')
  return z.object({ rows: z.array(row) }).parse(JSON.parse(text)).rows
}

describe('the holidays of the catalogue', () => {
  const holidays = rowsOf('holidays.json', holidayYearSchema)
  const statutory = rowsOf('statutory-holidays.json', statutoryHolidaysSchema)
  const calendar = makeCalendar(holidays, statutory)

  it('give 251, 248 and 248 working days, and the same days as the notices', () => {
    const expected = makeCalendar(NOTICES)
    for (const [year, days] of [[2024, 251], [2025, 248], [2026, 248]] as const) {
      expect(workingDaysInYear(calendar, year).days).toBe(days)
      expect(workingDaysInYear(expected, year).days).toBe(days)
    }
    for (const { off, workingWeekends } of NOTICES) {
      for (const day of [...workingWeekends, ...off.flatMap(({ from, to }) => [from, to])]) {
        expect(calendar.statusOf(day).working, day).toBe(expected.statusOf(day).working)
      }
    }
  })

  it('have the statutory days of a year without a notice as the almanac has them', () => {
    for (const { year, days } of statutory) {
      const almanac = computedStatutoryDays(year).map(({ date }) => date)
      expect(days.map(({ date }) => date).toSorted(), String(year)).toEqual(almanac)
    }
  })
})
