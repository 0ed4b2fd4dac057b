/** Backups (备份): a copy of the open station in a folder of its own, checked, and itself a station. */
import { z } from 'zod'
import type { ChainHead } from '../audit/contract.ts'
import { method } from '../contract/method.ts'
import type { ErrorJson } from '../errors/errors.ts'
import type { IsoInstant } from '../values/values.ts'

/** Days after which a backup is too old, where nobody chose otherwise. */
export const REMIND_AFTER = 7

export interface BackupRecord {
  readonly id: string
  /** The folder that the copy lies in, with its date in the name. */
  readonly folder: string
  /** Size in bytes. */
  readonly bytes: number
  /** Stored files, without the database and the key file. */
  readonly files: number
  /** Head of the audit chain in the copy. */
  readonly chain: ChainHead
  /** Name of who made it; `system` for a backup made by command. */
  readonly madeBy: string
  readonly madeAt: IsoInstant
}

/** `done` and `total` in bytes. */
export interface BackupProgress {
  readonly phase: 'copying' | 'checking'
  readonly folder: string
  readonly done: number
  readonly total: number
}

export interface BackupStatus {
  readonly running: BackupProgress | null
  /** Why the last attempt since the station was opened failed; null where it did not. */
  readonly problem: ErrorJson | null
  /** The newest first, at most ten. */
  readonly backups: readonly BackupRecord[]
  /** Where the last one went; null before the first. */
  readonly folder: string | null
  /** Days. */
  readonly remindAfter: number
  /** Whole days since the last backup; null where there is none. */
  readonly age: number | null
  /** Whether it is time: the last is older than `remindAfter` days, or the station is and has none. */
  readonly due: boolean
}

const ROLES = ['admin', 'head'] as const

export const backupContract = {
  'backup.status': method({ input: z.strictObject({}), allowed: ROLES, access: 'read' }).returns<BackupStatus>(),
  /**
   * Begins a backup into a new folder in `folder` and answers at once; `backup.status` tells how it goes. Throws
   * `backup-running`, `backup-target-missing`, `backup-target-in-station`, `backup-target-not-writable`,
   * `backup-target-remote`, `backup-no-room`.
   */
  'backup.start': method({ input: z.strictObject({ folder: z.string().trim().min(1).max(4096) }), allowed: ROLES, access: 'write' }).returns<BackupStatus>(),
  /** Stops what is running; nothing of it stays. */
  'backup.cancel': method({ input: z.strictObject({}), allowed: ROLES, access: 'write' }).returns<BackupStatus>(),
  'backup.configure': method({ input: z.strictObject({ remindAfter: z.int().min(1).max(365) }), allowed: ROLES, access: 'write' }).returns<BackupStatus>(),
}
