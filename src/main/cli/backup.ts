/** `fashen backup FOLDER TARGET`: a backup without a window, as a scheduled task makes it. */
import process from 'node:process'
import type { Language } from '../../shared/values/values.ts'
import { openWorkstation } from '../core/workstation.ts'
import { resourcesFolder } from '../shell/program-folders.ts'
import { unwrapWithPassphrase } from '../station/key-file.ts'

const MEGABYTE = 1024 * 1024

/**
 * Answers the line that tells what was made. Throws `station-…` (also where a window has it open), `wrong-key`,
 * `backup-…`. Interrupted (Ctrl+C), it takes away what it had written.
 */
export async function backUp(station: string, target: string, passphrase: string, language: Language): Promise<string> {
  const dataKey = await unwrapWithPassphrase(station, passphrase)
  const workstation = await openWorkstation(station, dataKey, { resourcesFolder: resourcesFolder(import.meta.dirname), sweep: false, read: false })
  const { backups } = workstation.workbench
  const stop = (): void => backups.cancel()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  try {
    const { folder, files, bytes, chain } = await backups.start(target, 'system')
    const size = `${Math.ceil(bytes / MEGABYTE)} MB`
    return language === 'zh-CN'
      ? `已备份并核对：${folder}\n  ${files} 个文件，${size}，审计链 #${chain.seq} ${chain.hash}`
      : `backed up and checked: ${folder}\n  ${files} files, ${size}, chain head #${chain.seq} ${chain.hash}`
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, stop)
    workstation.close()
  }
}
