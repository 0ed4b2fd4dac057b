/**
 * Setting a station up, in steps that can be cut short anywhere: pending key, store, station row, key file. Before the
 * last one there is no station, and the next set-up in the folder begins anew.
 */
import { rmSync } from 'node:fs'
import { FashenError } from '../../shared/errors/errors.ts'
import { loadStationCatalogue } from '../catalogue/station-overlays.ts'
import { createDataKey, discardPendingKey, holdsStation, isHalfMade, keepPendingKey } from '../station/key-file.ts'
import { requireStationFolder } from '../station/station-folder.ts'
import { lockStation } from '../station/station-lock.ts'
import type { NewStation } from '../station/station-row.ts'
import { databasePath } from '../store/store-path.ts'
import type { KeyChain } from './host-interface.ts'
import { openWorkstation, type Workstation, type WorkstationOptions } from './workstation.ts'

export interface SetUp {
  readonly passphrase: string
  readonly create: NewStation
  readonly keyChain: KeyChain | undefined
}

/**
 * Makes the station in `folder` and opens it. What can be refused is refused before the key is made, and a set-up that
 * fails leaves the folder as it found it.
 * Throws `station-not-empty`, `weak-passphrase`, and what {@link openWorkstation} throws.
 */
export async function setUpStation(folder: string, { passphrase, create, keyChain }: SetUp, options: WorkstationOptions): Promise<Workstation> {
  const path = requireStationFolder(folder)
  // held from here on: another process in the midst of its set-up is not cleared away
  const lock = lockStation(path)
  let workstation: Workstation | undefined
  try {
    if (holdsStation(path)) throw new FashenError('station-not-empty', { folder: path })
    discardHalfMade(path)
    loadStationCatalogue(options.resourcesFolder)
    const dataKey = await createDataKey(path, passphrase, keyChain)
    workstation = await openWorkstation(path, dataKey, { ...options, create, lock })
    keepPendingKey(path)
    return workstation
  } catch (error) {
    workstation?.close()
    try {
      discardHalfMade(path)
    } catch {
      // the next set-up clears it away; why this one failed is what the person must hear
    }
    throw error
  } finally {
    if (workstation === undefined) lock.release()
  }
}

/** Only what set-up itself made; and nothing where there is a key file: then the set-up came to its end. */
function discardHalfMade(folder: string): void {
  if (!isHalfMade(folder)) return
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(databasePath(folder) + suffix, { force: true })
  discardPendingKey(folder)
}
