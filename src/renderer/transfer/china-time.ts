/** Moments as a clock in China shows them, and back. Pure. */
import { civilDayOf, civilTimeOf } from '../../shared/deadlines/civil-time.ts'
import type { IsoInstant } from '../../shared/values/values.ts'
import { parseDay } from '../ui/parse-day.ts'

/** 2026-04-07 16:40 */
export function chinaMoment(moment: IsoInstant): string {
  return `${civilDayOf(moment)} ${civilTimeOf(moment)}`
}

/** `9:05`, `0905`, `９：05` → `09:05`; undefined for what is no time. */
export function parseTime(typed: string): string | undefined {
  const text = typed.trim().replaceAll(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replaceAll(/[：时点]/g, ':').replace(/分$/u, '')
  const match = /^(\d{1,2})(?::(\d{1,2})?|(\d{2}))?$/.exec(text)
  if (match === null) return undefined
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? match[3] ?? '0')]
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** The moment of a day and time in China; undefined where either is none. */
export function chinaInstant(day: string | null, time: string): IsoInstant | undefined {
  const [parsedDay, parsedTime] = [day === null ? undefined : parseDay(day), parseTime(time)]
  if (parsedDay === undefined || parsedTime === undefined) return undefined
  return new Date(`${parsedDay}T${parsedTime}:00.000+08:00`).toISOString() as IsoInstant
}
