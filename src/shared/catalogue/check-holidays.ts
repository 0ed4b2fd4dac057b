/** Whether the holiday rows are possible: days in their year, weekends that are weekends, nothing off and worked. */
import type { Report } from './check.ts'
import type { CatalogueContent, HolidayYear } from './schema.ts'

/** 0 is Sunday, 6 Saturday; of a calendar day, independent of the machine's time zone. */
function dayOfWeek(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

function checkYear(row: HolidayYear, report: Report): void {
  // New Year may begin in the last days of December: the notice of 2019 did
  const inYear = (day: string): boolean => day.startsWith(`${row.year}-`) || (day >= `${row.year - 1}-12-25` && day < `${row.year}-01-01`)
  row.off.forEach(({ from, to }, index) => {
    if (!inYear(from) || !inYear(to)) report('holidays', row.id, `off.${index}`, 'wrong-year')
    if (to < from) report('holidays', row.id, `off.${index}.to`, 'ends-before-it-begins')
  })
  row.workingWeekends.forEach((day, index) => {
    const field = `workingWeekends.${index}`
    if (!inYear(day)) report('holidays', row.id, field, 'wrong-year')
    if (![0, 6].includes(dayOfWeek(day))) report('holidays', row.id, field, 'not-a-weekend')
    if (row.off.some(({ from, to }) => from <= day && day <= to)) report('holidays', row.id, field, 'also-off')
  })
}

export function checkHolidays(catalogue: CatalogueContent, report: Report): void {
  for (const subject of ['holidays', 'statutoryHolidays'] as const) {
    const years = new Set<number>()
    for (const { id, year } of catalogue[subject]) {
      if (years.has(year)) report(subject, id, 'year', 'duplicate')
      years.add(year)
    }
  }
  for (const row of catalogue.holidays) checkYear(row, report)
  for (const row of catalogue.statutoryHolidays) {
    row.days.forEach(({ date }, index) => {
      if (!date.startsWith(`${row.year}-`)) report('statutoryHolidays', row.id, `days.${index}.date`, 'wrong-year')
    })
  }
}
