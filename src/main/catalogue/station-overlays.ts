/** The catalogue that a station reviews under, with its overlays (目录补充). */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { layOverlays, readCatalogue, type LaidCatalogue } from './load.ts'

/** Throws `catalogue-broken`. */
export function loadStationCatalogue(resourcesFolder: string): Catalogue {
  return layOverlays(readStationCatalogue(resourcesFolder))
}

/** The same, before the overlays that the station keeps in its store are laid over it. Throws `catalogue-broken`. */
export function readStationCatalogue(resourcesFolder: string): LaidCatalogue {
  const folder = join(resourcesFolder, 'catalogue')
  return readCatalogue(folder, overlaysIn(folder))
}

/**
 * Everything under `catalogue/overlays/`, where an administrator puts what the province, city or agency issued. The
 * catalogue's own rows carry sector and region, so they need no overlay to be chosen.
 */
function overlaysIn(catalogueFolder: string): string[] {
  const folder = join(catalogueFolder, 'overlays')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
}
