/**
 * The annual report of enforcement (行政执法统计年报) as data: by which day it is published, which tables it has, how each
 * figure is counted, and the wording of its text. What an agency of another province counts differently is another row.
 */
import { z } from 'zod'
import { bilingualSchema } from '../values/values.ts'
import { row } from './row.ts'
import { actionKindSchema, effectKindSchema } from './vocabulary.ts'

/** The six tables of practice (六张表), in the order of the report. */
export const ANNUAL_TABLE_IDS = ['licence', 'penalty', 'compulsion', 'collection', 'requisition', 'inspection'] as const
export const annualTableIdSchema = z.enum(ANNUAL_TABLE_IDS)
export type AnnualTableId = z.infer<typeof annualTableIdSchema>

/**
 * Where a figure comes from. Of decisions the station knows those that were reviewed and registered, so an agency adds
 * what was not reviewed; of reviews it knows all.
 */
export const annualSourceSchema = z.discriminatedUnion('how', [
  /**
   * Decisions of the table's kinds of act, each counted once, under the item of the greatest `weight` that has one of
   * its effects (并处两种以上的计入最重的一类); `orNone`: also those with an effect of no item.
   */
  z.strictObject({ how: z.literal('decisions'), effects: z.array(effectKindSchema), weight: z.int().min(0), orNone: z.boolean() }),
  /** Sum of the amounts of these effects in decisions of the table's kinds, in yuan: the figure of the decision. */
  z.strictObject({ how: z.literal('amount'), effects: z.array(effectKindSchema).min(1) }),
  /** Sum of other items of the same table (合计). */
  z.strictObject({ how: z.literal('sum'), of: z.array(z.string()).min(1) }),
  /** Opinions issued (法制审核), or those that did not agree at once (提出问题). */
  z.strictObject({ how: z.literal('reviews'), only: z.enum(['all', 'withProblems']) }),
  /** Cases that ended without a penalty (不予处罚). */
  z.strictObject({ how: z.literal('noPenalty') }),
  /** Cases delivered to the police (移送). */
  z.strictObject({ how: z.literal('transferred') }),
  /** Known to the agency alone. */
  z.strictObject({ how: z.literal('hand') }),
])
export type AnnualSource = z.infer<typeof annualSourceSchema>

export const annualItemSchema = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z]*$/),
  label: bilingualSchema,
  /** `amount` is kept in yuan and printed in 万元. */
  unit: z.enum(['count', 'amount']),
  /** In what it is told: 件, 次, 万元. */
  measure: bilingualSchema,
  source: annualSourceSchema,
})
export type AnnualItem = z.infer<typeof annualItemSchema>

/** Until when the report of a year is published: this month and day of the year after. */
const dutySchema = row({
  kind: z.literal('duty'),
  name: bilingualSchema,
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
})

const tableSchema = row({
  kind: z.literal('table'),
  table: annualTableIdSchema,
  title: bilingualSchema,
  /** Kinds of act whose cases it counts; empty: the station knows none of it. */
  actionKinds: z.array(actionKindSchema),
  /** Said instead of the table by an agency without this power. */
  noDuty: z.string().min(1),
  items: z.array(annualItemSchema).min(1),
  /** How it is counted (说明), printed below it. */
  notes: z.array(bilingualSchema),
})

/** A part of the text (执法情况说明). Official text, so in Chinese; `{{…}}` are figures, see `report-text.ts`. */
const textSchema = row({
  kind: z.literal('text'),
  order: z.int().min(1),
  title: bilingualSchema,
  text: z.string().min(1),
  /** True where the text only says what is to be written here. */
  toWrite: z.boolean(),
})

export const annualReportRowSchema = z.discriminatedUnion('kind', [dutySchema, tableSchema, textSchema])
export type AnnualReportRow = z.infer<typeof annualReportRowSchema>
export type AnnualDutyRow = Extract<AnnualReportRow, { kind: 'duty' }>
export type AnnualTableRow = Extract<AnnualReportRow, { kind: 'table' }>
export type AnnualTextRow = Extract<AnnualReportRow, { kind: 'text' }>
