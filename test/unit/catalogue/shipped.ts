/** The catalogue as it ships, for tests of the rules on real data. */
import { join } from 'node:path'
import { loadCatalogue } from '../../../src/main/catalogue/load.ts'

export const CATALOGUE_FOLDER = join(import.meta.dirname, '../../../resources/catalogue')
export const NEIMENGGU = join(CATALOGUE_FOLDER, 'overlays-available/neimenggu.json')
export const MARKET_REGULATION = join(CATALOGUE_FOLDER, 'overlays-available/market-regulation.json')

export const shipped = loadCatalogue(CATALOGUE_FOLDER)
