/** What narrows the ledger (台账筛选). */
import { z } from 'zod'
import { actionKindSchema, opinionTypeCodeSchema } from '../catalogue/vocabulary.ts'
import { isoDateSchema, personIdSchema } from '../values/values.ts'

/** Where an entry stands: without an opinion yet, with one, in the archive. */
export const STANDINGS = ['open', 'issued', 'archived'] as const
export const ORIGINS = ['live', 'imported'] as const

export const ledgerFilterSchema = z.strictObject({
  /** Days on which the round came in. */
  from: isoDateSchema.nullable(),
  to: isoDateSchema.nullable(),
  unit: z.string().max(100).nullable(),
  actionKind: actionKindSchema.nullable(),
  reviewerId: personIdSchema.nullable(),
  opinionType: opinionTypeCodeSchema.nullable(),
  standing: z.enum(STANDINGS).nullable(),
  origin: z.enum(ORIGINS).nullable(),
  /** Words in the name of the case, the party, the numbers. */
  text: z.string().trim().max(100),
})
export type LedgerFilter = z.output<typeof ledgerFilterSchema>

export const EMPTY_LEDGER_FILTER: LedgerFilter = {
  from: null, to: null, unit: null, actionKind: null, reviewerId: null, opinionType: null, standing: null, origin: null, text: '',
}
