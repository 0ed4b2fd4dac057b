/** Whether a typed day can be one on which something has happened. */
import { parseDay } from '../ui/parse-day.ts'
import { today } from '../ui/formats.ts'

/** A whole day that is not later than today. */
export function isPastDay(day: string | null): day is string {
  return day !== null && parseDay(day) === day && day <= today()
}
