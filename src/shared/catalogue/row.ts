/** What every row of the catalogue carries, and how a subject's own fields are added to it. */
import { z } from 'zod'
import { bilingualSchema, isoDateSchema } from '../values/values.ts'
import { citationSchema } from './citation.ts'

export const rowIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/)

/** What every row carries. `validTo` is the last day; null is open-ended. */
const rowFields = {
  id: rowIdSchema,
  basis: z.array(citationSchema),
  /** Why there is no basis; needed exactly where `basis` is empty. */
  noBasisBecause: bilingualSchema.optional(),
  validFrom: isoDateSchema,
  validTo: isoDateSchema.nullable(),
  /** Where the row's content was read. */
  source: z.string().min(1),
  verified: z.boolean(),
}

interface RowLike {
  readonly basis: readonly unknown[]
  readonly noBasisBecause?: unknown
  readonly validFrom: string
  readonly validTo: string | null
}

/** The common fields without those that a subject narrows (most often `id`). */
type RowShape<Shape extends z.ZodRawShape> = Omit<typeof rowFields, keyof Shape> & Shape

export function row<Shape extends z.ZodRawShape>(shape: Shape) {
  const fields: RowShape<Shape> = { ...rowFields, ...shape }
  return z.strictObject(fields).superRefine((value, context) => {
    const common = value as unknown as RowLike
    if ((common.basis.length === 0) !== (common.noBasisBecause !== undefined)) {
      context.addIssue({ code: 'custom', path: ['basis'], message: 'basis-or-reason' })
    }
    if (common.validTo !== null && common.validTo < common.validFrom) {
      context.addIssue({ code: 'custom', path: ['validTo'], message: 'ends-before-it-begins' })
    }
  })
}
