/** How days, moments, amounts and sizes are written in each language. Pure. */
import { civilDayOf, civilMomentOf } from '../../shared/deadlines/civil-time.ts'
import type { IsoInstant, Language } from '../../shared/values/values.ts'

/** 2026-05-08 → 2026年5月8日 or 8 May 2026. */
export function formatDay(day: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) return day
  if (language === 'zh-CN') return `${year}年${month}月${date}日`
  const utc = new Date(Date.UTC(year, month - 1, date))
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    utc,
  )
}

/**
 * A moment as the clocks in China show it, wherever this computer stands, and as it is printed: 2026-05-08 10:42. The same
 * in both languages, so that it sorts.
 */
export function formatMoment(moment: string, _language: Language): string {
  return Number.isNaN(Date.parse(moment)) ? moment : civilMomentOf(moment as IsoInstant)
}

/** The day in China of a moment: 2026-05-08. */
export function formatDayOf(moment: string): string {
  return Number.isNaN(Date.parse(moment)) ? moment : civilDayOf(moment as IsoInstant)
}

/** Yuan with separators: 320,000 元 or CNY 320,000; decimals only where there are any. */
export function formatYuan(amount: number, language: Language): string {
  const decimals = Number.isInteger(amount) ? 0 : 2
  const digits = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: 2 }).format(
    amount,
  )
  return language === 'zh-CN' ? `${digits} 元` : `CNY ${digits}`
}

/** Bytes in the unit that keeps the number short: 12 KB, 3.4 MB. */
export function formatSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'] as const
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  const digits = unit === 0 || value >= 10 ? Math.round(value) : Math.round(value * 10) / 10
  return `${digits} ${units[unit] ?? 'B'}`
}

/** A hash as it is named in running text: 8f3a…c21d. */
export function shortHash(hash: string): string {
  return hash.length > 12 ? `${hash.slice(0, 4)}…${hash.slice(-4)}` : hash
}

/** 2026-05-08 → 星期五 or Friday. */
export function formatWeekday(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** Today in China, as the core counts, YYYY-MM-DD. */
export function today(now = new Date()): string {
  return civilDayOf(now.toISOString() as IsoInstant)
}

/** The year in China. */
export function thisYear(): number {
  return Number(today().slice(0, 4))
}
