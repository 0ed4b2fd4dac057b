/** The one backup that can run at a time, beside everything else that the station does. */
import type { BackupProgress } from '../../shared/backup/contract.ts'
import { FashenError, type ErrorJson } from '../../shared/errors/errors.ts'
import type { PersonId } from '../../shared/values/values.ts'
import { asErrorJson } from '../core/dispatch.ts'
import type { Workbench } from '../core/handler.ts'
import type { OpenDatabase } from '../store/database.ts'
import { insertBackup } from './backup-record.ts'
import { requireTarget } from './backup-target.ts'
import { makeBackup, type MadeBackup } from './make-backup.ts'

/** `system`: who has the passphrase, by command. */
export type BackupMaker = PersonId | 'system'

export interface Backups {
  readonly running: BackupProgress | null
  readonly problem: ErrorJson | null
  /** Begins, and answers when it is sure that the place will do. Throws `backup-running`, `backup-target-…`. */
  start(folder: string, by: BackupMaker): Promise<MadeBackup>
  cancel(): void
  /** The station is about to be closed. */
  close(): void
}

export interface BackupDesk extends Pick<Workbench, 'folder' | 'now' | 'instant' | 'emit' | 'actAs'>, Pick<OpenDatabase, 'hold' | 'openCopy'> {
  readonly log: (line: string) => void
}

/** A window that is told of every megabyte would do nothing else. Milliseconds. */
const TELL_EVERY = 250

/** `fashen-backup-20261122-064512`, in local time. */
export function backupName(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${moment.getFullYear()}${two(moment.getMonth() + 1)}${two(moment.getDate())}`
  return `fashen-backup-${day}-${two(moment.getHours())}${two(moment.getMinutes())}${two(moment.getSeconds())}`
}

export function createBackups(desk: BackupDesk): Backups {
  let running: BackupProgress | null = null
  let problem: ErrorJson | null = null
  let control: AbortController | undefined
  let release: () => void = () => undefined
  let closed = false
  let toldAt = 0

  const tell = (): void => {
    if (!closed) desk.emit({ kind: 'changed', subject: 'backup' })
  }
  const progress = (next: BackupProgress): void => {
    const phaseBegins = running?.phase !== next.phase
    running = next
    if (!phaseBegins && Date.now() - toldAt < TELL_EVERY) return
    toldAt = Date.now()
    tell()
  }
  const run = async (target: string, by: BackupMaker, signal: AbortSignal): Promise<MadeBackup> => {
    const held = desk.hold()
    release = () => held.release()
    try {
      const made = await makeBackup({
        station: desk.folder,
        target,
        name: backupName(desk.now()),
        held,
        openCopy: desk.openCopy,
        signal,
        progress,
      })
      const { folder, bytes, files, chain } = made
      const content = { folder, bytes, files, chainSeq: chain.seq, chainHash: chain.hash }
      desk.actAs(by, { act: 'backup.make', subject: 'station', content }, (writer) => insertBackup(writer, made, by, desk.instant()))
      return made
    } finally {
      if (!closed) release()
    }
  }
  return {
    get running() {
      return running
    },
    get problem() {
      return problem
    },
    start: async (folder, by) => {
      if (control !== undefined) throw new FashenError('backup-running', {})
      const target = requireTarget(folder, desk.folder)
      const own = new AbortController()
      control = own
      problem = null
      running = { phase: 'copying', folder: target, done: 0, total: 0 }
      tell()
      try {
        return await run(target, by, own.signal)
      } catch (error) {
        // who cancelled it knows
        problem = FashenError.is(error, 'backup-cancelled') ? null : asErrorJson(error, 'backup', desk.log)
        throw error
      } finally {
        control = undefined
        running = null
        tell()
      }
    },
    cancel: () => control?.abort(),
    close: () => {
      closed = true
      control?.abort()
      release()
    },
  }
}
