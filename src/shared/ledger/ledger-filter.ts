/** What narrows the ledger (台账筛选): every column of it. */
import { z } from 'zod'
import { actionKindSchema, opinionTypeCodeSchema } from '../catalogue/vocabulary.ts'
import { isoDateSchema, personIdSchema } from '../values/values.ts'
import { COLUMN_FILTER_SHAPE, EMPTY_COLUMN_FILTER } from './column-filter.ts'

/** Where an entry stands: without an opinion yet, with one, in the archive. */
export const STANDINGS = ['open', 'issued', 'archived'] as const
export const ORIGINS = ['live', 'imported'] as const

const day = isoDateSchema.nullable().default(null)
const amount = z.number().min(0).max(1e12).nullable().default(null)

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
  round: z.int().min(1).max(99).nullable().default(null),
  /** A trigger that the case meets by the catalogue (审核情形): its id, or `any`. Imported rows name theirs in words of their own. */
  trigger: z.string().min(1).max(80).nullable().default(null),
  /** A person of this station among the handlers (承办人); of an imported row, whose name stands there. */
  handlerId: personIdSchema.nullable().default(null),
  amountFrom: amount,
  amountTo: amount,
  /** The end of the review limit of the round. */
  dueFrom: day,
  dueTo: day,
  /** Days on which the opinion of the round was issued. */
  issuedFrom: day,
  issuedTo: day,
  ...COLUMN_FILTER_SHAPE,
  /** Words in the name of the case, the party, the numbers. */
  text: z.string().trim().max(100),
})
export type LedgerFilter = z.output<typeof ledgerFilterSchema>

export const EMPTY_LEDGER_FILTER: LedgerFilter = {
  from: null, to: null, unit: null, actionKind: null, reviewerId: null, opinionType: null, standing: null, origin: null, round: null, trigger: null, handlerId: null,
  amountFrom: null, amountTo: null, dueFrom: null, dueTo: null, issuedFrom: null, issuedTo: null, ...EMPTY_COLUMN_FILTER, text: '',
}
