/** Which stored content was destroyed, and under which record: asked wherever stored bytes are not there. */
import { FashenError } from '../../shared/errors/errors.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import type { IsoInstant } from '../../shared/values/values.ts'
import type { Reader } from '../store/database.ts'

export interface Destroyed {
  readonly number: number
  readonly at: IsoInstant
}

/** The last record under which the content was to be erased; undefined where there is none. */
export function destroyedUnder(reader: Reader, sha256: string): Destroyed | undefined {
  return reader.get<Destroyed>(
    `SELECT d.number, s.done_at AS at FROM destruction_files f JOIN destructions d ON d.id = f.destruction_id
     JOIN destruction_steps s ON s.destruction_id = d.id AND s.step = 'begun'
     WHERE f.sha256 = ? AND f.kept_for IS NULL ORDER BY d.number DESC LIMIT 1`,
    sha256,
  )
}

/** Why stored bytes are not there: destroyed under a record, or else something that must not be (`file-altered`). */
export function whyGone(reader: Reader, sha256: string, name: string): FashenError {
  const destroyed = destroyedUnder(reader, sha256)
  return destroyed === undefined
    ? new FashenError('file-altered', { name })
    : new FashenError('file-destroyed', { name, number: destroyed.number, on: civilDayOf(destroyed.at) })
}
