/** A day and a time of day in Beijing as a moment. Pure. */
import { isoInstantSchema, type IsoInstant } from '../../shared/values/values.ts'

/** Null where the time is none: 14:30 and 9:05 are, 24:00 and 9.05 are not. */
export function beijingMoment(day: string, time: string): IsoInstant | null {
  const match = /^(\d{1,2})[:：](\d{2})$/u.exec(time.trim())
  const [hours, minutes] = [Number(match?.[1] ?? 99), Number(match?.[2] ?? 99)]
  if (hours > 23 || minutes > 59) return null
  const moment = Date.parse(`${day}T00:00:00.000Z`)
  if (Number.isNaN(moment)) return null
  return isoInstantSchema.parse(new Date(moment + ((hours - 8) * 60 + minutes) * 60_000).toISOString())
}
