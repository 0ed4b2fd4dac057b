/**
 * The days off by law (法定节假日) of a year for which the State Council has not yet published the arrangement
 * (部分节假日安排): 全国年节及纪念日放假办法 as revised on 2024-11-10, art. 2. Without bridge days and make-up days (调休), so
 * what is computed with them is provisional.
 */
import type { Bilingual, IsoDate } from '../values/values.ts'
import { fromDayNumber, toDayNumber } from './day-arithmetic.ts'

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

/** Month and day of the lunar calendar (农历) on which a holiday falls; the eve (除夕) is the day before 1/1. */
const LUNAR: readonly (readonly [string, Bilingual])[] = [
  ['1/1', SPRING_FESTIVAL],
  ['1/2', SPRING_FESTIVAL],
  ['1/3', SPRING_FESTIVAL],
  ['5/5', DRAGON_BOAT],
  ['8/15', MID_AUTUMN],
]

/**
 * The statutory days of a year between 2000 and 2099, in order of date. The lunar ones come from the Chinese calendar
 * of the JavaScript engine; where it has none they are left out.
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
  const format = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
  if (format.resolvedOptions().calendar !== 'chinese') return []
  const found: NamedDay[] = []
  const first = toDayNumber(`${year}-01-01` as IsoDate)
  const last = toDayNumber(`${year}-12-31` as IsoDate)
  for (let dayNumber = first; dayNumber <= last; dayNumber += 1) {
    const date = fromDayNumber(dayNumber)
    const parts = format.formatToParts(new Date(`${date}T00:00:00Z`))
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
    const lunar = `${part('month')}/${part('day')}`
    if (lunar === '1/1') found.push({ name: SPRING_FESTIVAL, date: fromDayNumber(dayNumber - 1) })
    for (const [when, name] of LUNAR) if (when === lunar) found.push({ name, date })
  }
  return found
}
