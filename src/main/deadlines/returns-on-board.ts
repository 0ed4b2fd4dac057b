/**
 * What came back from the procuratorate about no case of this station, on the board. The table of dues holds cases; these are
 * so few that they are counted whenever somebody asks.
 */
import type { BoardFilter, BoardRow } from '../../shared/deadlines/contract.ts'
import { runClock } from '../../shared/deadlines/run-clock.ts'
import type { IsoInstant } from '../../shared/values/values.ts'
import { personName } from '../people/people.ts'
import { returnsWithoutCase } from '../transfer/return-record.ts'
import type { DueBench } from './due-index.ts'
import { calendarOf } from './review-clock.ts'
import { chosenWarnings } from './warnings.ts'

/** Red and amber, the longest over first; each is of who registered it. */
export function returnRows({ reader, catalogue }: DueBench, asOf: IsoInstant): BoardRow[] {
  const returns = returnsWithoutCase(reader, catalogue)
  if (returns.length === 0) return []
  const calendar = calendarOf(catalogue)
  const warnings = chosenWarnings(reader)
  return returns
    .map(({ id, fields, registeredBy, run }): BoardRow => ({
      caseId: null,
      returnId: id,
      title: `${fields.number} ${fields.party}`,
      state: null,
      clock: runClock(run, calendar, asOf, warnings),
      person: { id: registeredBy, name: personName(reader, registeredBy) },
    }))
    .filter(({ clock }) => clock.state === 'red' || clock.state === 'amber')
    .toSorted(byEnd)
}

export const isUnder =
  ({ light, subject, desk, personId }: BoardFilter) =>
  ({ clock, person }: BoardRow): boolean =>
    (light === null || light === clock.state) &&
    (subject === null || subject === clock.subject) &&
    (desk === null || desk === clock.desk) &&
    (personId === null || personId === person?.id)

const endOf = ({ clock }: BoardRow): string => clock.dueAt ?? '~'

/** As the table has them: by their ends. */
export const byEnd = (one: BoardRow, other: BoardRow): number => (endOf(one) < endOf(other) ? -1 : endOf(one) > endOf(other) ? 1 : 0)

/**
 * One page of two lists that are both in the order of their ends, of which the second is short.
 * @param read so many rows of the long list, from a place on
 */
export function pageOfBoth(read: (offset: number, size: number) => readonly BoardRow[], few: readonly BoardRow[], offset: number, size: number): BoardRow[] {
  // no more than `few.length` of the short list can stand before a row of the long one
  const from = Math.max(0, offset - few.length)
  const both = [...read(from, size + few.length), ...few].toSorted(byEnd)
  return both.slice(offset - from, offset - from + size)
}
