/** The contract of the catalogue: what the screens need of the law as data. */
import { z } from 'zod'
import { sha256Schema } from '../values/values.ts'
import { method } from '../contract/method.ts'
import type { Catalogue } from './schema.ts'

export const catalogueContract = {
  /** The present catalogue, or one that a round was reviewed under, by its content hash. */
  'catalogue.get': method({ input: z.strictObject({ contentHash: sha256Schema.optional() }), allowed: 'signedIn', access: 'read' }).returns<Catalogue>(),
}
