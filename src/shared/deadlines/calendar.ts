/** The statutory calendar (法定节假日和调休): which days are working days, and how sure that is. */
import type { Bilingual, IsoDate } from '../values/values.ts'
import { isWeekend, toDayNumber, yearOf } from './day-arithmetic.ts'
import { computedStatutoryDays, type NamedDay } from './statutory-days.ts'

/** What the calendar needs of a year's arrangement; the `holidays` rows of the catalogue have it. */
export interface HolidayYear {
  readonly year: number
  /** The notice that made it (国务院办公厅关于…年部分节假日安排的通知). */
  readonly notice: string
  readonly off: readonly { readonly name: Bilingual; readonly from: IsoDate; readonly to: IsoDate }[]
  /** Saturdays and Sundays on which people work (调休上班). */
  readonly workingWeekends: readonly IsoDate[]
  readonly verified: boolean
}

/** Statutory days given as data for a year without a notice; the `statutoryHolidays` rows of the catalogue. */
export interface StatutoryHolidays {
  readonly year: number
  readonly days: readonly NamedDay[]
}

/** Why a day is or is not a working day; `name` is the holiday's. */
export type DayReason =
  | { readonly code: 'weekday' | 'weekend' | 'makeUpDay'; readonly name: null }
  | { readonly code: 'holiday' | 'statutoryDay'; readonly name: Bilingual }

export interface DayStatus {
  readonly working: boolean
  /** The arrangement that settles this day is not published, or not verified. */
  readonly provisional: boolean
  readonly why: DayReason
}

export interface StatutoryCalendar {
  statusOf(day: IsoDate): DayStatus
}

/**
 * From this day of December on, the next year's notice can still change a day: that of 2019 made Saturday 2018-12-29 a
 * working day and 12-30 and 12-31 days off.
 */
const NEXT_NOTICE_REACHES_BACK_TO = '12-25'

/**
 * Makes a calendar from the published arrangements. A year with none gets weekends and the statutory days (of
 * `statutory` where it has the year, else computed), and every day of it is provisional.
 */
export function makeCalendar(
  holidays: readonly HolidayYear[],
  statutory: readonly StatutoryHolidays[] = [],
): StatutoryCalendar {
  const settledYears = new Set(holidays.filter((one) => one.verified).map((one) => one.year))
  const arrangedYears = new Set(holidays.map((one) => one.year))
  const off = new Map<number, Bilingual>()
  const makeUp = new Set<number>()
  for (const arrangement of holidays) {
    for (const { name, from, to } of arrangement.off) {
      for (let day = toDayNumber(from); day <= toDayNumber(to); day += 1) off.set(day, name)
    }
    for (const day of arrangement.workingWeekends) makeUp.add(toDayNumber(day))
  }
  const statutoryByYear = new Map<number, Map<IsoDate, Bilingual>>()

  const statutoryDaysOf = (year: number): Map<IsoDate, Bilingual> => {
    const known = statutoryByYear.get(year)
    if (known !== undefined) return known
    const days = statutory.find((one) => one.year === year)?.days ?? computedStatutoryDays(year)
    const byDate = new Map(days.map(({ date, name }) => [date, name]))
    statutoryByYear.set(year, byDate)
    return byDate
  }

  const isProvisional = (day: IsoDate): boolean => {
    const year = yearOf(day)
    return !settledYears.has(year) || (day.slice(5) >= NEXT_NOTICE_REACHES_BACK_TO && !settledYears.has(year + 1))
  }

  const reasonFor = (day: IsoDate): DayReason => {
    const dayNumber = toDayNumber(day)
    if (makeUp.has(dayNumber)) return { code: 'makeUpDay', name: null }
    const holiday = off.get(dayNumber)
    if (holiday !== undefined) return { code: 'holiday', name: holiday }
    const statutoryDay = arrangedYears.has(yearOf(day)) ? undefined : statutoryDaysOf(yearOf(day)).get(day)
    if (statutoryDay !== undefined) return { code: 'statutoryDay', name: statutoryDay }
    return { code: isWeekend(dayNumber) ? 'weekend' : 'weekday', name: null }
  }

  return {
    statusOf: (day) => {
      const why = reasonFor(day)
      return { working: why.code === 'weekday' || why.code === 'makeUpDay', provisional: isProvisional(day), why }
    },
  }
}
