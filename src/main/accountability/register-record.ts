/** The list of powers and the register of certificates in the store. */
import type { OfficerCertificate, PowerItem, RegisterEntry, RegisterName } from '../../shared/accountability/registers.ts'
import type { IsoInstant } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

export type RegisterFields = PowerItem | OfficerCertificate

const TABLES: Readonly<Record<RegisterName, string>> = { powers: 'power_items', certificates: 'officer_certificates' }

/** By which an entry is known in imports: 事项编码 or 证件号码. */
export function registerKey(fields: RegisterFields): string {
  return 'number' in fields ? fields.number : fields.code
}

interface Row {
  readonly id: string
  readonly fields: string
  readonly version: number
  readonly updated_at: IsoInstant
}

function entryOf<Fields>({ id, fields, version, updated_at }: Row): RegisterEntry<Fields> {
  return { id, version, fields: JSON.parse(fields) as Fields, updatedAt: updated_at }
}

export function powerItems(reader: Reader): RegisterEntry<PowerItem>[] {
  return reader.all<Row>('SELECT id, fields, version, updated_at FROM power_items ORDER BY key').map((row) => entryOf<PowerItem>(row))
}

/** Those that end first stand first. */
export function officerCertificates(reader: Reader): RegisterEntry<OfficerCertificate>[] {
  return reader.all<Row>("SELECT id, fields, version, updated_at FROM officer_certificates ORDER BY coalesce(valid_until, '9999'), key").map((row) => entryOf<OfficerCertificate>(row))
}

export function certificateNumbered(reader: Reader, number: string): OfficerCertificate | undefined {
  const row = reader.get<Row>('SELECT id, fields, version, updated_at FROM officer_certificates WHERE key = ?', number)
  return row === undefined ? undefined : entryOf<OfficerCertificate>(row).fields
}

export function findEntry(reader: Reader, register: RegisterName, by: 'id' | 'key', value: string): RegisterEntry<RegisterFields> | undefined {
  const row = reader.get<Row>(`SELECT id, fields, version, updated_at FROM ${TABLES[register]} WHERE ${by} = ?`, value)
  return row === undefined ? undefined : entryOf<RegisterFields>(row)
}

/** Writes an entry anew, or over the one of this id. */
export function writeEntry(writer: Writer, entry: { readonly id: string; readonly version: number; readonly fields: RegisterFields; readonly at: IsoInstant }): void {
  const { id, version, fields, at } = entry
  const [key, json] = [registerKey(fields), JSON.stringify(fields)]
  if ('number' in fields) {
    writer.run(
      `INSERT INTO officer_certificates (id, key, fields, valid_until, version, updated_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET key = excluded.key, fields = excluded.fields, valid_until = excluded.valid_until, version = excluded.version, updated_at = excluded.updated_at`,
      id,
      key,
      json,
      fields.validUntil,
      version,
      at,
    )
    return
  }
  writer.run(
    `INSERT INTO power_items (id, key, fields, version, updated_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET key = excluded.key, fields = excluded.fields, version = excluded.version, updated_at = excluded.updated_at`,
    id,
    key,
    json,
    version,
    at,
  )
}

export function removeEntry(writer: Writer, register: RegisterName, id: string): void {
  writer.run(`DELETE FROM ${TABLES[register]} WHERE id = ?`, id)
}
