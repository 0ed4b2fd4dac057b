/** The arrangements of 2024 to 2026 as the State Council's notices have them, for the tests of this folder. */
import type { HolidayYear } from '../../../src/shared/deadlines/calendar.ts'
import type { IsoDate } from '../../../src/shared/values/values.ts'

const year = (number: number, notice: string, off: string, working: string): HolidayYear => ({
  year: number,
  notice,
  verified: true,
  off: off.split(' ').map((span) => {
    const [from = '', to = from] = span.split('/')
    const name = { 'zh-CN': '放假', en: 'Holiday' }
    return { name, from: `${number}-${from}` as IsoDate, to: `${number}-${to}` as IsoDate }
  }),
  workingWeekends: working.split(' ').map((day) => `${number}-${day}` as IsoDate),
})

export const NOTICES: readonly HolidayYear[] = [
  year(
    2024,
    'content_6911528',
    '01-01 02-10/02-17 04-04/04-06 05-01/05-05 06-10 09-15/09-17 10-01/10-07',
    '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  ),
  year(
    2025,
    'content_6986383',
    '01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08',
    '01-26 02-08 04-27 09-28 10-11',
  ),
  year(
    2026,
    'content_7047091',
    '01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07',
    '01-04 02-14 02-28 05-09 09-20 10-10',
  ),
]
