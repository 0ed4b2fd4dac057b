/** What there is to choose from in the filter: units and causes as registered, people who review or handle. */
import type { PersonId } from '../../shared/values/values.ts'
import { allPeople } from '../people/people.ts'
import type { Reader } from '../store/database.ts'

/** Different values offered; more than these nobody looks through. */
const MOST = 400

interface Choices {
  readonly units: readonly string[]
  readonly causes: readonly string[]
  readonly reviewers: readonly { readonly id: PersonId; readonly name: string }[]
  readonly handlers: readonly { readonly id: PersonId; readonly name: string }[]
}

export function caseChoices(reader: Reader): Choices {
  const people = allPeople(reader)
  const named = (role: 'reviewer' | 'handler') =>
    people.filter(({ roles }) => roles.includes(role)).map(({ id, name }) => ({ id, name }))
  return {
    units: different(reader, 'cases', 'submitting_unit', '', '\u{10ffff}'),
    causes: different(reader, 'case_marks', 'mark', 'cause/', 'cause0').map((mark) => mark.slice('cause/'.length)),
    reviewers: named('reviewer'),
    handlers: named('handler'),
  }
}

/** The different values between two, one step of the index for each: however many rows have them. */
function different(reader: Reader, table: string, column: string, from: string, below: string): string[] {
  return reader
    .all<{ value: string }>(
      `WITH RECURSIVE step(value) AS (
         SELECT min(${column}) FROM ${table} WHERE ${column} >= ? AND ${column} < ?
         UNION ALL
         SELECT (SELECT min(${column}) FROM ${table} WHERE ${column} > step.value AND ${column} < ?) FROM step WHERE step.value IS NOT NULL
       ) SELECT value FROM step WHERE value IS NOT NULL LIMIT ?`,
      from,
      below,
      below,
      MOST,
    )
    .map(({ value }) => value)
    .filter((value) => value !== '')
}
