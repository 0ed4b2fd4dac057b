/**
 * Overlays (地方或者部门补充目录): a province, a city or an agency adds, tightens or hides rows of the catalogue by id,
 * with its own source. A loosening is refused: what a national law demands is not given up by a local file.
 */
import { z } from 'zod'
import { bilingualSchema, isoDateSchema } from '../values/values.ts'
import { citationSchema } from './citation.ts'
import { rowIdSchema, subjectSchema } from './schema.ts'

const addSchema = z.strictObject({ operation: z.literal('add'), subject: subjectSchema, row: z.unknown() })

/** `set` replaces fields of the row; `basis` is put before the row's own; `source` and `verified` replace the row's. */
const tightenSchema = z.strictObject({
  operation: z.literal('tighten'),
  subject: z.enum(['questions', 'majorTriggers', 'materials', 'reviewLimits']),
  id: rowIdSchema,
  set: z.record(z.string(), z.unknown()),
  basis: z.array(citationSchema).min(1),
  source: z.string().min(1),
  verified: z.boolean(),
})

const hideSchema = z.strictObject({
  operation: z.literal('hide'),
  subject: z.enum(['questions', 'majorTriggers', 'materials', 'reviewLimits']),
  id: rowIdSchema,
  reason: z.string().min(1),
  source: z.string().min(1),
})

export const overlayOperationSchema = z.discriminatedUnion('operation', [addSchema, tightenSchema, hideSchema])
export type OverlayOperation = z.infer<typeof overlayOperationSchema>

/** The largest file that is taken as an overlay, in characters: a hundred times what a province issued. */
export const OVERLAY_SIZE_LIMIT = 1_000_000

const overlayFieldsSchema = z.strictObject({
  id: rowIdSchema,
  title: bilingualSchema,
  level: z.enum(['ministry', 'province', 'city', 'county', 'agency']),
  /** Division code (GB/T 2260) of the place; null for a sector's rule of the whole country. */
  region: z.string().regex(/^\d{6}$/).nullable(),
  source: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  validFrom: isoDateSchema,
  /** The last day; absent or null is open-ended. */
  validTo: isoDateSchema.nullable().optional(),
  operations: z.array(overlayOperationSchema).min(1),
})

export const overlaySchema = overlayFieldsSchema.superRefine(({ validFrom, validTo }, context) => {
  if (typeof validTo === 'string' && validTo < validFrom) {
    context.addIssue({ code: 'custom', path: ['validTo'], message: 'ends-before-it-begins' })
  }
})
export type Overlay = z.infer<typeof overlaySchema>
