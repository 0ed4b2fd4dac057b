/** From when on a clock is watched (预警起点): where its time is near its end, and it does not rest. */
import type { IsoInstant } from '../values/values.ts'
import { beginningOf, civilDayOf } from './civil-time.ts'
import type { Clock, ClockRun } from './clock.ts'

/**
 * What rests until a day that is known already is amber for nobody until then: the later of where it turns amber and the day
 * on which it goes on. Never later than its end, from which on it is red whatever rests.
 * @param now the moment for which the clock was counted
 * @returns null where no end is known
 */
export function litFrom({ excluded }: Pick<ClockRun, 'excluded'>, { amberFrom, due, dueAt, rolledFrom }: Clock, now: IsoInstant): IsoInstant | null {
  if (amberFrom === null || dueAt === null) return null
  const last = rolledFrom ?? due
  const first = civilDayOf(amberFrom > now ? amberFrom : now)
  let day = first
  // where one ends, another may go on
  for (;;) {
    const until = excluded.find(({ from, to }) => from <= day && (last === null || from < last) && to !== null && to > day)?.to ?? null
    if (until === null) break
    day = until
  }
  const goesOn = day === first ? amberFrom : beginningOf(day)
  return goesOn < dueAt ? goesOn : dueAt
}
