/** The names that somebody has had at this station. */
import type { PersonId } from '../../shared/values/values.ts'
import type { Reader } from '../store/database.ts'

/** The present one among them: a new name makes nobody another person. */
export function namesEver(reader: Reader, { id, name }: { readonly id: PersonId; readonly name: string }): ReadonlySet<string> {
  const written = reader.all<{ name: string | null }>(
    `SELECT coalesce(content ->> '$.name', content ->> '$.before.name') AS name FROM audit
     WHERE subject = ? AND act IN ('person.add', 'person.update')`,
    `person/${id}`,
  )
  return new Set([name, ...written.flatMap((one) => (one.name === null ? [] : [one.name]))])
}

/** The present names of everybody else at this station. */
export function namesOfOthers(reader: Reader, { id }: { readonly id: PersonId }): readonly string[] {
  return reader.all<{ name: string }>('SELECT name FROM people WHERE id <> ?', id).map(({ name }) => name)
}
