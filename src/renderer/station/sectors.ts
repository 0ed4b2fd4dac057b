/** Sectors (执法领域) to choose from before a station is open and its catalogue can be asked. */
import sectors from '../../../resources/catalogue/sectors.json' with { type: 'json' }
import type { Bilingual } from '../../shared/values/values.ts'

export interface SectorChoice {
  readonly id: string
  readonly name: Bilingual
}

export const SECTORS: readonly SectorChoice[] = sectors.rows.map(({ id, name }) => ({ id, name }))
