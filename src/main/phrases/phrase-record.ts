/** Phrases in the store. The station's have no owner. */
import { phraseFieldsSchema, type PhraseFields } from '../../shared/phrases/phrase.ts'
import type { Phrase } from '../../shared/phrases/contract.ts'
import type { IsoInstant, PersonId } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

export interface KeptPhrase extends Phrase {
  readonly owner: PersonId | null
}

interface PhraseRow {
  readonly id: string
  readonly owner: PersonId | null
  readonly version: number
  readonly fields: string
  readonly savedAt: IsoInstant
}

const COLUMNS = 'SELECT id, owner, version, fields, saved_at AS savedAt FROM phrases'

function kept({ fields, owner, ...row }: PhraseRow): KeptPhrase {
  return { ...phraseFieldsSchema.parse(JSON.parse(fields)), ...row, owner, shelf: owner === null ? 'station' : 'own' }
}

/** The person's own and the station's. */
export function phrasesFor(reader: Reader, person: PersonId): readonly KeptPhrase[] {
  return reader.all<PhraseRow>(`${COLUMNS} WHERE owner IS NULL OR owner = ?`, person).map(kept)
}

export function phraseById(reader: Reader, id: string): KeptPhrase | undefined {
  const row = reader.get<PhraseRow>(`${COLUMNS} WHERE id = ?`, id)
  return row === undefined ? undefined : kept(row)
}

export function countOfShelf(reader: Reader, owner: PersonId | null): number {
  return reader.get<{ n: number }>('SELECT count(*) AS n FROM phrases WHERE owner IS ?', owner)?.n ?? 0
}

export interface PhraseToWrite {
  readonly id: string
  readonly owner: PersonId | null
  readonly version: number
  readonly fields: PhraseFields
  readonly by: PersonId
  readonly at: IsoInstant
}

export function writePhrase(writer: Writer, { id, owner, version, fields, by, at }: PhraseToWrite): void {
  writer.run(
    `INSERT INTO phrases (id, owner, version, fields, saved_by, saved_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, version = excluded.version, fields = excluded.fields,
       saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
    id,
    owner,
    version,
    JSON.stringify(fields),
    by,
    at,
  )
}

export function deletePhrase(writer: Writer, id: string): void {
  writer.run('DELETE FROM phrases WHERE id = ?', id)
}
