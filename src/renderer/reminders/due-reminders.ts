/** Which cases a person is reminded of (期限提醒): each once for a light and a day. Pure. */
import type { HomeCase } from '../../shared/home/contract.ts'
import type { Preference } from '../../shared/preferences/preferences.ts'
import type { IsoDate } from '../../shared/values/values.ts'

export type ReminderPreference = Preference<'reminders'>

/** Notices that are shown one by one; more at once become one that leads to Home. */
export const MOST_AT_ONCE = 3

/** Of a person who never chose. */
export const REMINDED: ReminderPreference = { on: true, told: null }

export interface DueReminders {
  readonly cases: readonly HomeCase[]
  /** What is to be kept, so that none of them comes again on this day. */
  readonly keep: ReminderPreference
}

const markOf = (one: HomeCase): string => `${one.row.id}/${one.due?.light ?? 'clear'}`

/** @returns null where there is nothing new to say */
export function dueReminders(lights: readonly HomeCase[], kept: ReminderPreference, day: IsoDate): DueReminders | null {
  if (!kept.on) return null
  const told = kept.told?.day === day ? kept.told.marks : []
  const cases = lights.filter((one) => one.due !== null && one.due.light !== 'clear' && !told.includes(markOf(one)))
  if (cases.length === 0) return null
  return { cases, keep: { on: true, told: { day, marks: [...told, ...cases.map(markOf)] } } }
}
