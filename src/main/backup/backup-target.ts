/** Where a backup may go. Checked before anything is written. */
import { accessSync, constants, statfsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { FashenError } from '../../shared/errors/errors.ts'
import { gatherFolderFacts, judgeFolder, liesIn, realPlace } from '../station/station-folder.ts'

const MEGABYTE = 1024 * 1024

/**
 * The folder, absolute and with links followed. It must be there: a drive that is not connected must not become a folder
 * of the same name on this disk. Throws `backup-target-…`.
 */
export function requireTarget(folder: string, station: string): string {
  const absolute = resolve(folder)
  // told from the name alone, so that nobody waits for a share that does not answer
  const early = judgeFolder({ path: absolute, fileSystemType: null, mountType: null, markers: [] })
  if (!early.ok) throw new FashenError('backup-target-remote', { folder: absolute, reason: early.reason })
  const found = statSync(absolute, { throwIfNoEntry: false })
  if (found === undefined) throw new FashenError('backup-target-missing', { folder: absolute })
  if (!found.isDirectory()) throw new FashenError('backup-target-not-writable', { folder: absolute, reason: 'ENOTDIR' })
  if (liesIn(realPlace(absolute), realPlace(station))) throw new FashenError('backup-target-in-station', { folder: absolute })
  const facts = gatherFolderFacts(absolute)
  const verdict = judgeFolder(facts)
  if (!verdict.ok) throw new FashenError('backup-target-remote', { folder: absolute, reason: verdict.reason })
  try {
    accessSync(absolute, constants.W_OK)
  } catch (error) {
    throw new FashenError('backup-target-not-writable', { folder: absolute, reason: reasonOf(error) }, { cause: error })
  }
  return facts.path
}

/** What stays free besides, so that a full disk does not stop who works on it. Bytes. */
const SPARE = 64 * MEGABYTE

/** Throws `backup-no-room`. */
export function requireRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < bytes + SPARE) throw noRoom(folder, bytes)
}

export function noRoom(folder: string, bytes: number): FashenError {
  const { bavail, bsize } = statfsSync(folder)
  const free = Math.floor((bavail * bsize) / MEGABYTE)
  return new FashenError('backup-no-room', { folder, needed: Math.ceil((bytes + SPARE) / MEGABYTE), free })
}

export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
