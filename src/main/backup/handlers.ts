/** Backups of the open station. */
import type { backupContract, BackupStatus } from '../../shared/backup/contract.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { backupSettings, lastBackups, writeBackupSettings } from './backup-record.ts'
import { requireTarget } from './backup-target.ts'

const DAY = 24 * 60 * 60 * 1000

export const backupHandlers: Handlers<typeof backupContract> = {
  'backup.status': statusOf,

  'backup.start': (context, { folder }) => {
    const { backups, person, reader } = context
    if (backups.running !== null) throw new FashenError('backup-running', {})
    const target = requireTarget(folder, context.folder)
    context.withoutAudit('backup.start', (writer) => writeBackupSettings(writer, { ...backupSettings(reader), folder: target }))
    // it goes on by itself; how it ends is told by the status
    backups.start(target, person.id).catch(() => undefined)
    return statusOf(context)
  },

  'backup.cancel': (context) => {
    context.backups.cancel()
    return statusOf(context)
  },

  'backup.configure': (context, { remindAfter }) => {
    const { reader } = context
    const before = backupSettings(reader)
    context.act({ act: 'backup.configure', subject: 'station', content: { before: before.remindAfter, after: remindAfter } }, (writer) =>
      writeBackupSettings(writer, { ...before, remindAfter }),
    )
    context.emit({ kind: 'changed', subject: 'backup' })
    return statusOf(context)
  },
}

function statusOf({ reader, backups, now }: CallContext): BackupStatus {
  const made = lastBackups(reader)
  const { folder, remindAfter } = backupSettings(reader)
  const founded = reader.get<{ at: string }>('SELECT created_at AS at FROM station')?.at
  const daysSince = (at: string): number => Math.max(0, Math.floor((now().getTime() - Date.parse(at)) / DAY))
  const last = made[0]
  const since = last?.madeAt ?? founded
  return {
    running: backups.running,
    problem: backups.problem,
    backups: made,
    folder,
    remindAfter,
    age: last === undefined ? null : daysSince(last.madeAt),
    due: since !== undefined && daysSince(since) >= remindAfter,
  }
}
