/** The catalogue for the screens: the present one, or one that was reviewed under. */
import type { catalogueContract } from '../../shared/catalogue/contract.ts'
import { keptCatalogue } from './kept-catalogues.ts'
import type { Handlers } from '../core/handler.ts'

export const catalogueHandlers: Handlers<typeof catalogueContract> = {
  'catalogue.get': ({ catalogue, reader }, { contentHash }) =>
    contentHash === undefined || contentHash === catalogue.version.contentHash ? catalogue : keptCatalogue(reader, contentHash),
}
