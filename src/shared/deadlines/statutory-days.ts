/**
 * The days off by law (法定节假日) of a year for which the State Council has not yet published the arrangement
 * (部分节假日安排): 全国年节及纪念日放假办法 as revised on 2024-11-10, art. 2. Without bridge days and make-up days (调休), so
 * what is computed with them is provisional.
 */
import type { Bilingual, IsoDate } from '../values/values.ts'
import { shiftDays } from './day-arithmetic.ts'

export interface NamedDay {
  readonly name: Bilingual
  readonly date: IsoDate
}

const NEW_YEAR: Bilingual = { 'zh-CN': '元旦', en: "New Year's Day" }
const SPRING_FESTIVAL: Bilingual = { 'zh-CN': '春节', en: 'Spring Festival' }
const QINGMING: Bilingual = { 'zh-CN': '清明节', en: 'Qingming Festival' }
const LABOUR_DAY: Bilingual = { 'zh-CN': '劳动节', en: 'Labour Day' }
const DRAGON_BOAT: Bilingual = { 'zh-CN': '端午节', en: 'Dragon Boat Festival' }
const MID_AUTUMN: Bilingual = { 'zh-CN': '中秋节', en: 'Mid-Autumn Festival' }
const NATIONAL_DAY: Bilingual = { 'zh-CN': '国庆节', en: 'National Day' }

const FIXED: readonly (readonly [string, Bilingual])[] = [
  ['01-01', NEW_YEAR],
  ['05-01', LABOUR_DAY],
  ['05-02', LABOUR_DAY],
  ['10-01', NATIONAL_DAY],
  ['10-02', NATIONAL_DAY],
  ['10-03', NATIONAL_DAY],
]

/**
 * Gregorian month and day of 正月初一, 端午 (五月初五) and 中秋 (八月十五). An almanac, not the Chinese calendar of the
 * JavaScript engine: that one is a day off where the new moon falls near midnight in Beijing, as on 2027-02-06 at 23:56
 * and on 2030-02-03 at 00:07.
 */
const LUNAR_HOLIDAYS: Readonly<Record<number, readonly [newYear: string, dragonBoat: string, midAutumn: string]>> = {
  2024: ['02-10', '06-10', '09-17'],
  2025: ['01-29', '05-31', '10-06'],
  2026: ['02-17', '06-19', '09-25'],
  2027: ['02-06', '06-09', '09-15'],
  2028: ['01-26', '05-28', '10-03'],
  2029: ['02-13', '06-16', '09-22'],
  2030: ['02-03', '06-05', '09-12'],
  2031: ['01-23', '06-24', '10-01'],
  2032: ['02-11', '06-12', '09-19'],
  2033: ['01-31', '06-01', '09-08'],
  2034: ['02-19', '06-20', '09-27'],
  2035: ['02-08', '06-10', '09-16'],
}

/**
 * The statutory days of a year between 2000 and 2099, in order of date, some twice where two holidays meet. The lunar
 * ones are known from 2024 to 2035 and left out in other years.
 */
export function computedStatutoryDays(year: number): NamedDay[] {
  const days = FIXED.map(([date, name]) => ({ name, date: `${year}-${date}` as IsoDate }))
  days.push({ name: QINGMING, date: `${year}-04-0${qingmingDate(year)}` as IsoDate }, ...lunarDays(year))
  return days.sort((one, other) => (one.date < other.date ? -1 : 1))
}

/** Day of April on which the sun reaches 15°, by the customary formula for the 21st century: 4 or 5. */
function qingmingDate(year: number): number {
  const inCentury = year % 100
  return Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4)
}

function lunarDays(year: number): NamedDay[] {
  const known = LUNAR_HOLIDAYS[year]
  if (known === undefined) return []
  const [newYear, dragonBoat, midAutumn] = known
  const on = (date: string) => `${year}-${date}` as IsoDate
  return [
    // From the eve (除夕) to 初三.
    ...[-1, 0, 1, 2].map((offset) => ({ name: SPRING_FESTIVAL, date: shiftDays(on(newYear), offset) })),
    { name: DRAGON_BOAT, date: on(dragonBoat) },
    { name: MID_AUTUMN, date: on(midAutumn) },
  ]
}
