/** One's own clocks (我的期限), for Home and for reminders. */
import type { BoardRow, OwnClocks } from '../../shared/deadlines/contract.ts'
import { SHOWN_OF_MINE } from '../../shared/deadlines/contract.ts'
import type { ClockDesk } from '../../shared/deadlines/clock-subjects.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import type { Role } from '../../shared/people/roles.ts'
import type { IsoInstant } from '../../shared/values/values.ts'
import { rowsUnder, type Condition } from './board.ts'
import { countStale, type DueBench } from './due-index.ts'
import { presentMoment } from './present-moment.ts'
import { byEnd, returnRows } from './returns-on-board.ts'

/** Milliseconds that Home and a reminder may take for counting what changed. */
const COUNTING = 15

/** What lies on nobody's own desk is everybody's of the role. */
function desksOf(roles: readonly Role[]): ClockDesk[] {
  return [...(roles.includes('head') ? (['head'] as const) : []), ...(roles.includes('agencyHead') ? (['agencyHead'] as const) : [])]
}

/**
 * What is theirs, what any handler of theirs has to do, what lies with their role, and what others owe while they wait for
 * it: when the police are silent, who handles or reviews the case has to ask. Who supervises sees to everything.
 */
function conditionOf({ id, roles }: SignedInPerson, asOf: IsoInstant): Condition {
  const lit = 'd.suspended = 0 AND d.amber_at <= ?'
  if (roles.includes('supervisor')) return { sql: lit, values: [asOf] }
  const desks = desksOf(roles)
  const parts: Condition[] = [
    { sql: 'd.person_id = ?', values: [id] },
    { sql: "d.desk IN ('handler', 'police', 'party') AND d.case_id IN (SELECT h.case_id FROM case_handlers h WHERE h.person_id = ?)", values: [id] },
    { sql: "d.desk IN ('police', 'party') AND EXISTS (SELECT 1 FROM cases w WHERE w.id = d.case_id AND w.reviewer_id = ?)", values: [id] },
    ...(desks.length === 0 ? [] : [{ sql: `d.desk IN (${desks.map(() => '?').join(', ')})`, values: desks }]),
  ]
  return { sql: `${lit} AND (${parts.map(({ sql }) => `(${sql})`).join(' OR ')})`, values: [asOf, ...parts.flatMap(({ values }) => values)] }
}

/** Counted in one index alone; `?` twice before those of the condition: now. */
export const OWN_COUNTS_QUERY = (where: string): string =>
  `SELECT coalesce(sum(d.due_at <= ?), 0) AS red, coalesce(sum(d.due_at > ?), 0) AS amber FROM clock_dues d INDEXED BY clock_dues_lights WHERE ${where}`

const keyOf = ({ caseId, clock }: BoardRow): string => `${caseId ?? ''}/${clock.key}`

/** Each once. */
function joined(rows: readonly BoardRow[]): BoardRow[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()]
}

export function ownClocks(bench: DueBench, person: SignedInPerson): OwnClocks {
  const pending = countStale(bench, COUNTING)
  const { asOf, behind } = presentMoment(bench)
  const own = conditionOf(person, asOf)
  const counted = bench.reader.get<{ red: number; amber: number }>(OWN_COUNTS_QUERY(own.sql), asOf, asOf, ...own.values) ?? { red: 0, amber: 0 }
  const under = (sql: string): Condition => ({ sql: `${own.sql} AND ${sql}`, values: [...own.values, asOf] })
  const [red, amber] = [under('d.due_at <= ?'), under('d.due_at > ?')]
  const first = (condition: Condition): BoardRow[] => rowsUnder(bench, condition, asOf, { offset: 0, size: SHOWN_OF_MINE })
  const more = (condition: Condition, count: number, order: 'd.due_at DESC' | 'd.amber_at DESC'): BoardRow[] =>
    count <= SHOWN_OF_MINE ? [] : rowsUnder(bench, condition, asOf, { offset: 0, size: SHOWN_OF_MINE, order })
  const rows = joined([...first(red), ...more(red, counted.red, 'd.due_at DESC'), ...first(amber), ...more(amber, counted.amber, 'd.amber_at DESC')])
  // who registered it has it on the desk; the head answers for what has no case team
  const seesAll = person.roles.includes('supervisor') || person.roles.includes('head')
  const returns = returnRows(bench, asOf).filter((row) => seesAll || row.person?.id === person.id)
  const reds = returns.filter(({ clock }) => clock.state === 'red').length
  return {
    rows: [...rows, ...returns].toSorted(byEnd),
    red: counted.red + reds,
    amber: counted.amber + returns.length - reds,
    asOf,
    behind,
    pending,
  }
}
