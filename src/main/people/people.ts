/** People in the store. */
import { personFieldsSchema, type Person, type PersonFields, type SignedInPerson } from '../../shared/people/contract.ts'
import type { IsoInstant, PersonId } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'
import { wrappedSecretSchema, type WrappedSecret } from '../keys/wrapped-secret.ts'

interface PersonRow {
  readonly id: PersonId
  readonly fields: string
  readonly active: number
  readonly version: number
  readonly created_at: IsoInstant
}
const COLUMNS = 'id, fields, active, version, created_at'

function fromRow(row: PersonRow): Person {
  return {
    ...personFieldsSchema.parse(JSON.parse(row.fields)),
    id: row.id,
    active: row.active === 1,
    version: row.version,
    createdAt: row.created_at,
  }
}

export function allPeople(reader: Reader): Person[] {
  return reader.all<PersonRow>(`SELECT ${COLUMNS} FROM people ORDER BY name, id`).map(fromRow)
}

export function findPerson(reader: Reader, id: PersonId): Person | undefined {
  const row = reader.get<PersonRow>(`SELECT ${COLUMNS} FROM people WHERE id = ?`, id)
  return row === undefined ? undefined : fromRow(row)
}

/** An active person as the one who acts; undefined when there is none (any more). */
export function signedInPerson(reader: Reader, id: PersonId): SignedInPerson | undefined {
  const person = findPerson(reader, id)
  return person?.active === true ? { id, name: person.name, login: person.login, roles: person.roles } : undefined
}

export function personName(reader: Reader, id: string): string {
  return reader.get<{ name: string }>('SELECT name FROM people WHERE id = ?', id)?.name ?? id
}

export function insertPerson(
  writer: Writer,
  person: { readonly id: PersonId; readonly fields: PersonFields; readonly password: WrappedSecret; readonly at: IsoInstant },
): void {
  const { fields } = person
  writer.run(
    'INSERT INTO people (id, login, name, fields, active, version, password, created_at) VALUES (?, ?, ?, ?, 1, 1, ?, ?)',
    person.id,
    fields.login,
    fields.name,
    JSON.stringify(fields),
    JSON.stringify(person.password),
    person.at,
  )
}

export function updatePerson(writer: Writer, id: PersonId, fields: PersonFields): void {
  writer.run(
    'UPDATE people SET login = ?, name = ?, fields = ?, version = version + 1 WHERE id = ?',
    fields.login,
    fields.name,
    JSON.stringify(fields),
    id,
  )
}

export interface LoginRow {
  readonly id: PersonId
  readonly active: boolean
  readonly password: WrappedSecret
  readonly failedAttempts: number
  readonly lockedUntil: string | null
}

export function findLogin(reader: Reader, by: 'login' | 'id', value: string): LoginRow | undefined {
  const row = reader.get<{ id: PersonId; active: number; password: string; failed_attempts: number; locked_until: string | null }>(
    `SELECT id, active, password, failed_attempts, locked_until FROM people WHERE ${by} = ?`,
    value,
  )
  if (row === undefined) return undefined
  return {
    id: row.id,
    active: row.active === 1,
    password: wrappedSecretSchema.parse(JSON.parse(row.password)),
    failedAttempts: row.failed_attempts,
    lockedUntil: row.locked_until,
  }
}
