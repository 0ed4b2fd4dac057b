/** The catalogue for the screens: loaded once, the same for everybody. */
import type { catalogueContract } from '../../shared/catalogue/contract.ts'
import type { Handlers } from '../core/handler.ts'

export const catalogueHandlers: Handlers<typeof catalogueContract> = {
  'catalogue.get': ({ catalogue }) => catalogue,
}
