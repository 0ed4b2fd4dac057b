/** The station's own row: who it is, and the key of its files. */
import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { stationFieldsSchema, type Station, type StationFields } from '../../shared/station/contract.ts'
import { isoInstant, personIdSchema, stationIdSchema } from '../../shared/values/values.ts'
import { appendEntry } from '../audit/chain.ts'
import type { OpenDatabase, Reader, Writer } from '../store/database.ts'
import { insertPerson } from '../people/people.ts'
import type { WrappedSecret } from '../keys/wrapped-secret.ts'

export interface StationRow {
  readonly station: Station
  readonly fileKey: Uint8Array
  readonly demo: boolean
}

export interface NewStation {
  readonly fields: StationFields
  readonly administrator: { readonly id: string; readonly name: string; readonly login: string; readonly password: WrappedSecret }
  readonly demo: boolean
}

export function readStation(reader: Reader): StationRow | undefined {
  const row = reader.get<{ id: string; fields: string; file_key: Uint8Array; demo: number }>(
    'SELECT id, fields, file_key, demo FROM station WHERE only_one = 1',
  )
  if (row === undefined) return undefined
  const fields = stationFieldsSchema.parse(JSON.parse(row.fields))
  return { station: { id: stationIdSchema.parse(row.id), ...fields }, fileKey: new Uint8Array(row.file_key), demo: row.demo === 1 }
}

export function writeStationFields(writer: Writer, fields: StationFields): void {
  writer.run('UPDATE station SET fields = ? WHERE only_one = 1', JSON.stringify(fields))
}

/** Writes station and first administrator, with the first entry of the chain, in one transaction. */
export function createStation(database: OpenDatabase, create: NewStation, moment: Date): void {
  const at = isoInstant(moment)
  const id = uuidv7()
  const { administrator, fields } = create
  database.transaction('station.setUp', (writer) => {
    writer.run(
      'INSERT INTO station (only_one, id, fields, file_key, demo, created_at) VALUES (1, ?, ?, ?, ?, ?)',
      id,
      JSON.stringify(fields),
      randomBytes(32),
      create.demo ? 1 : 0,
      at,
    )
    insertPerson(writer, {
      id: personIdSchema.parse(administrator.id),
      fields: { name: administrator.name, login: administrator.login, department: '', roles: ['admin'], credentials: [], reviewSince: null, hasProofOfEarlierReview: false },
      password: administrator.password,
      at,
    })
    appendEntry(writer, { actor: 'system', act: 'station.setUp', subject: 'station', content: { stationId: id, fields, administrator: z.uuid().parse(administrator.id) } }, at)
  })
}
