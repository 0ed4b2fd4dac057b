/** Which overlays (目录补充) a station reviews under: those whose place or sector is its own. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Station } from '../../shared/station/contract.ts'

/**
 * Files of the overlays that are in force for the station: everything under `catalogue/overlays/`, where an
 * administrator puts what the province, city or agency issued. The catalogue's own rows carry sector and region, so
 * they need no overlay to be chosen.
 */
export function overlaysFor(catalogueFolder: string, _station: Station): string[] {
  const folder = join(catalogueFolder, 'overlays')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
}
