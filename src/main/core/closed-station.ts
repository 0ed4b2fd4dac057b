/** What can be said of a station folder that nobody has opened: by the host, and by a shell before it starts one. */
import { resolve } from 'node:path'
import type { StationStatus } from '../../shared/station/contract.ts'
import { holdsStation, keyChainName } from '../station/key-file.ts'
import { refusalOf } from '../station/station-folder.ts'
import { PROGRAM_VERSION } from './program.ts'

/** @param hasKeyChain whether the system has a key chain now; without it a key that was sealed with one is no use */
export function closedStatus(stationFolder: string, hasKeyChain: boolean): StationStatus {
  const folder = resolve(stationFolder)
  const held = holdsStation(folder)
  return {
    phase: held ? 'closed' : 'absent',
    folder,
    refusal: held ? null : (refusalOf(folder)?.toJson() ?? null),
    keyChain: hasKeyChain ? keyChainName(folder) : null,
    station: null,
    catalogueVersion: null,
    programVersion: PROGRAM_VERSION,
    demo: false,
  }
}
