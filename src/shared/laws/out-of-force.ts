/** Whether a law held on a day, and if not, since when. The one judgement of days: of citations and of the rules. */
import type { IsoDate } from '../values/values.ts'
import type { OutOfForce } from './citation-troubles.ts'
import type { LawEntry, LawLookup } from './law-lookup.ts'

/** First day of its first version; null where a version bears none. */
export function beginOf({ versions }: LawEntry): IsoDate | null {
  const begins = versions.map(({ inForceFrom }) => inForceFrom)
  return begins.some((one) => one === null) ? null : (begins.toSorted()[0] ?? null)
}

/** First day on which no version of it holds any more; null while one does. */
export function endOf({ versions }: LawEntry): IsoDate | null {
  const ended = versions.length > 0 && versions.every(({ endedOn }) => endedOn !== null)
  return ended ? (versions.at(-1)?.endedOn ?? null) : null
}

/** Null where a version was in force on the day, or where nothing can be said. */
export function outOfForce(lookup: LawLookup, entry: LawEntry, day: IsoDate): OutOfForce | null {
  if (lookup.versionOn(entry, day) !== null) return null
  const begins = beginOf(entry)
  if (begins === null) return null
  if (day < begins) return entry.earlierVersions === true ? null : { state: 'notYet', since: begins }
  const endings = entry.versions.flatMap(({ endedOn }) => (endedOn === null || endedOn > day ? [] : [endedOn]))
  const last = endings.toSorted().at(-1)
  return last === undefined ? null : { state: 'ended', since: last }
}
