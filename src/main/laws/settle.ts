/**
 * After an import: which version of a law ended when. A version ends where the next one begins; a law ends where another
 * says so (同时废止) or the register does.
 */
import type { Law } from '../../shared/catalogue/schema.ts'
import type { LawRepeal } from '../../shared/laws/law-text.ts'
import { titleKey } from '../../shared/laws/law-title.ts'
import type { Reader, Writer } from '../store/database.ts'
import { registerOf } from './library-lookup.ts'

interface SettledRow {
  readonly seq: number
  readonly law_id: string
  readonly title: string
  readonly version_date: string | null
  readonly in_force_from: string | null
  readonly ended_on: string | null
  readonly ended_by: string | null
  readonly repeals: string
}

export interface Ending {
  readonly seq: number
  readonly endedOn: string | null
  readonly endedBy: string | null
}

interface Ended {
  readonly on: string
  readonly by: string | null
}

function dayOf({ version_date, in_force_from }: SettledRow): string {
  return in_force_from ?? version_date ?? ''
}

/** Laws that another law in the library ends, by key of their title. */
function repealedLaws(rows: readonly SettledRow[]): Map<string, Ended[]> {
  const ended = new Map<string, Ended[]>()
  for (const row of rows) {
    const own = titleKey(row.title)
    for (const { title, on } of JSON.parse(row.repeals) as LawRepeal[]) {
      const key = titleKey(title)
      // a revised law that ends its own earlier version is followed by the order of its versions
      if (on === null || key === own) continue
      ended.set(key, [...(ended.get(key) ?? []), { on, by: row.title }])
    }
  }
  return ended
}

/** What changed of the endings; nothing is written here. */
export function endingsOf(reader: Reader, laws: readonly Law[]): Ending[] {
  const rows = reader.all<SettledRow>(
    `SELECT v.seq, v.law_id, l.title, v.version_date, v.in_force_from, v.ended_on, v.ended_by, v.details -> 'repeals' AS repeals
     FROM law_versions v JOIN laws l ON l.id = v.law_id`,
  )
  const register = registerOf(laws)
  const repealed = repealedLaws(rows)
  const byLaw = Map.groupBy(rows, (row) => row.law_id)
  const changed: Ending[] = []
  for (const versions of byLaw.values()) {
    const inOrder = versions.toSorted((one, other) =>
      dayOf(one) < dayOf(other) ? -1 : dayOf(one) > dayOf(other) ? 1 : one.seq - other.seq,
    )
    inOrder.forEach((row, index) => {
      const ending = endingOf(
        row,
        inOrder[index + 1],
        repealed.get(titleKey(row.title)) ?? [],
        register.find(row.title),
      )
      if (ending.endedOn !== row.ended_on || ending.endedBy !== row.ended_by) changed.push(ending)
    })
  }
  return changed
}

function endingOf(
  row: SettledRow,
  next: SettledRow | undefined,
  repeals: readonly Ended[],
  registered: Law | null,
): Ending {
  const { seq } = row
  const own = dayOf(row)
  const nextDay = next === undefined || dayOf(next) === own ? null : dayOf(next)
  const repeal = repeals.filter(({ on }) => on > own).toSorted((one, other) => (one.on < other.on ? -1 : 1))[0]
  const byRegister = registered?.repealedOn ?? null
  const ends: Ended[] = [
    ...(nextDay === null ? [] : [{ on: nextDay, by: null }]),
    ...(repeal === undefined ? [] : [repeal]),
    ...(byRegister === null || byRegister <= own ? [] : [{ on: byRegister, by: repeal?.by ?? null }]),
  ]
  const first = ends.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))[0]
  return { seq, endedOn: first?.on ?? null, endedBy: first?.by ?? null }
}

export function writeEnding(writer: Writer, { seq, endedOn, endedBy }: Ending): void {
  writer.run('UPDATE law_versions SET ended_on = ?, ended_by = ? WHERE seq = ?', endedOn, endedBy, seq)
}
