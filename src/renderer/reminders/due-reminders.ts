/** Which clocks a person is reminded of (期限提醒): before the end, on its day and after it, each once a day. Pure. */
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import type { BoardRow } from '../../shared/deadlines/contract.ts'
import type { Preference } from '../../shared/preferences/preferences.ts'
import type { IsoInstant } from '../../shared/values/values.ts'
import { clockRowKey } from '../deadlines/clock-words.ts'

export type ReminderPreference = Preference<'reminders'>

/** Notices that are shown one by one; more at once become one that leads to Home. */
export const MOST_AT_ONCE = 3

/** Of a person who never chose. */
export const REMINDED: ReminderPreference = { on: true, told: null }

export interface DueReminders {
  readonly rows: readonly BoardRow[]
  /** What is to be kept, so that none of them comes again on this day. */
  readonly keep: ReminderPreference
}

export type ReminderKind = 'near' | 'today' | 'over'

/** What there is to say of a clock; null where nothing is. */
export function reminderKind({ clock }: BoardRow, asOf: IsoInstant): ReminderKind | null {
  if (clock.state === 'red') return 'over'
  if (clock.state !== 'amber') return null
  return clock.due === civilDayOf(asOf) ? 'today' : 'near'
}

const markOf = (row: BoardRow, kind: ReminderKind): string => `${clockRowKey(row)}/${kind}`

/** As many as the preference keeps; those of clocks that are no longer asked about are forgotten first. */
const MOST_MARKS = 400

/** @returns null where there is nothing new to say */
export function dueReminders(rows: readonly BoardRow[], kept: ReminderPreference, asOf: IsoInstant): DueReminders | null {
  if (!kept.on) return null
  const day = civilDayOf(asOf)
  const told = kept.told?.day === day ? kept.told.marks : []
  // what cannot be kept would be told again every minute: the longest over, of which everybody knows, are left out
  const marked = rows
    .flatMap((row) => {
      const kind = reminderKind(row, asOf)
      return kind === null ? [] : [{ row, mark: markOf(row, kind) }]
    })
    .slice(-MOST_MARKS)
  const present = new Set(marked.map(({ mark }) => mark))
  const fresh = marked.filter(({ mark }) => !told.includes(mark))
  if (fresh.length === 0) return null
  const marks = [...told.filter((mark) => !present.has(mark)), ...present].slice(-MOST_MARKS)
  return { rows: fresh.map(({ row }) => row), keep: { on: true, told: { day, marks } } }
}
