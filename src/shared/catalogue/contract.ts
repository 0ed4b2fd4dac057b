/** The contract of the catalogue: what the screens need of the law as data. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import type { Catalogue } from './schema.ts'

export const catalogueContract = {
  'catalogue.get': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<Catalogue>(),
}
