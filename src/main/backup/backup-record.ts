/** Backups in the store: which were made, where to, and when the next is due. */
import { v7 as uuidv7 } from 'uuid'
import { REMIND_AFTER, type BackupRecord } from '../../shared/backup/contract.ts'
import type { IsoInstant, PersonId } from '../../shared/values/values.ts'
import { personName } from '../people/people.ts'
import type { Reader, Writer } from '../store/database.ts'
import type { MadeBackup } from './make-backup.ts'

interface BackupRow extends Omit<BackupRecord, 'chain' | 'madeBy'> {
  readonly seq: number
  readonly hash: string
  readonly madeBy: PersonId | 'system'
}

const SHOWN = 10

export function lastBackups(reader: Reader): BackupRecord[] {
  return reader
    .all<BackupRow>(
      `SELECT id, folder, bytes, files, chain_seq AS seq, chain_hash AS hash, made_by AS madeBy, made_at AS madeAt
       FROM backups ORDER BY made_at DESC, id DESC LIMIT ${SHOWN}`,
    )
    .map(({ seq, hash, madeBy, ...row }) => ({ ...row, chain: { seq, hash }, madeBy: personName(reader, madeBy) }))
}

export function insertBackup(writer: Writer, { folder, bytes, files, chain }: MadeBackup, by: PersonId | 'system', at: IsoInstant): void {
  writer.run(
    'INSERT INTO backups (id, folder, bytes, files, chain_seq, chain_hash, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    uuidv7(),
    folder,
    bytes,
    files,
    chain.seq,
    chain.hash,
    by,
    at,
  )
}

export interface BackupSettings {
  readonly folder: string | null
  readonly remindAfter: number
}

export function backupSettings(reader: Reader): BackupSettings {
  const row = reader.get<{ folder: string; remindAfter: number }>('SELECT folder, remind_after AS remindAfter FROM backup_settings')
  return row === undefined ? { folder: null, remindAfter: REMIND_AFTER } : { folder: row.folder === '' ? null : row.folder, remindAfter: row.remindAfter }
}

export function writeBackupSettings(writer: Writer, { folder, remindAfter }: BackupSettings): void {
  writer.run('INSERT OR REPLACE INTO backup_settings (only_one, folder, remind_after) VALUES (1, ?, ?)', folder ?? '', remindAfter)
}
