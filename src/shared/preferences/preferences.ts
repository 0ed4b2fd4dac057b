/**
 * What a person keeps for their own screens (个人偏好): saved filters, columns, open cases, sizes of panes. Small, typed by
 * key, one person's own, and only ever in the encrypted store.
 */
import { z } from 'zod'
import { CASE_COLUMNS } from '../cases/case-columns.ts'
import { caseFilterSchema, caseSortSchema } from '../cases/case-filter.ts'
import { caseIdSchema, isoDateSchema } from '../values/values.ts'

const name = z.string().trim().min(1).max(60)

/** A filter that a person gave a name (常用筛选). */
export const savedFilterSchema = z.strictObject({ id: z.uuid(), name, filter: caseFilterSchema, sort: caseSortSchema })
export type SavedFilter = z.output<typeof savedFilterSchema>

export const MOST_SAVED_FILTERS = 40
/** Tabs of open cases. */
export const MOST_OPEN_CASES = 20

/** Columns in their order; a width in rem where the person set one. */
const caseColumnsSchema = z
  .array(z.strictObject({ column: z.enum(CASE_COLUMNS), shown: z.boolean(), width: z.number().min(3).max(80).nullable() }))
  .max(CASE_COLUMNS.length)

/** Where a person was in an open case; what each word means is the screen's own business. */
const placeSchema = z.record(z.string().regex(/^[a-zA-Z]{1,20}$/), z.string().max(120))

export const PREFERENCES = {
  'cases.filters': z.strictObject({
    filters: z.array(savedFilterSchema).max(MOST_SAVED_FILTERS),
    /** The filter that the list opens with; null: none. */
    defaultId: z.uuid().nullable(),
  }),
  'cases.columns': caseColumnsSchema,
  'cases.open': z.array(z.strictObject({ caseId: caseIdSchema, place: placeSchema })).max(MOST_OPEN_CASES),
  /** Notices of clocks (期限提醒), and of which case, clock and light (`<case>/review/1/red`) the person was told on a day. */
  'reminders': z.strictObject({
    on: z.boolean(),
    told: z.strictObject({ day: isoDateSchema, marks: z.array(z.string().max(120)).max(400) }).nullable(),
  }),
  /** Sizes of panes by name, in rem or as a share, and whether one is folded. */
  'panes': z.record(z.string().regex(/^[a-zA-Z.-]{1,40}$/), z.number().min(0).max(10_000)),
} as const

export type PreferenceKey = keyof typeof PREFERENCES
export type Preference<Key extends PreferenceKey> = z.output<(typeof PREFERENCES)[Key]>

export const PREFERENCE_KEYS = Object.keys(PREFERENCES) as readonly PreferenceKey[]

/** Characters of JSON that one preference may take. */
export const PREFERENCE_LIMIT = 64_000
