/** Where an export goes. It is made under another name and renamed when whole: a half-written case file never looks done. */
import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs'
import { mkdtemp, open, rename, rm } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import { FashenError } from '../../shared/errors/errors.ts'
import { liesIn, makeFolders, realPlace } from '../station/station-folder.ts'

export interface ExportFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Makes the folder if need be; nothing is made where it is refused for its place.
 * Throws `export-folder-invalid` for a relative path, the station itself, a file, or what cannot be written to.
 */
export function requireExportFolder(folder: string, stationFolder: string): string {
  const invalid = (reason: string, cause?: unknown) => new FashenError('export-folder-invalid', { folder, reason }, { cause })
  if (!isAbsolute(folder) || folder.includes('\0')) throw invalid('not-absolute')
  try {
    const station = realPlace(stationFolder)
    if (liesIn(realPlace(folder), station)) throw invalid('inside-station')
    makeFolders(resolve(folder))
    const path = realpathSync.native(folder)
    if (!statSync(path).isDirectory()) throw invalid('not-a-folder')
    if (liesIn(path, station)) throw invalid('inside-station')
    accessSync(path, constants.W_OK)
    return path
  } catch (error) {
    if (error instanceof FashenError) throw error
    throw invalid(error instanceof Error && 'code' in error ? String(error.code) : 'unknown', error)
  }
}

/** Writes the files into a new folder and returns it; an earlier export is never overwritten. Throws `disk-full`. */
export async function writeExportFolder(parent: string, name: string, files: readonly ExportFile[]): Promise<string> {
  const temporary = await mkdtemp(join(parent, '.fashen-'))
  try {
    for (const file of files) {
      const handle = await open(join(temporary, file.name), 'wx')
      try {
        await handle.writeFile(file.bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
    }
    for (let attempt = 1; ; attempt += 1) {
      const target = join(parent, attempt === 1 ? name : `${name} (${attempt})`)
      if (existsSync(target)) continue
      await rename(temporary, target)
      return target
    }
  } catch (error) {
    await rm(temporary, { recursive: true, force: true })
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new FashenError('disk-full', { what: name }, { cause: error })
    throw error instanceof FashenError ? error : new FashenError('export-folder-invalid', { folder: parent, reason: code || String(error) }, { cause: error })
  }
}
