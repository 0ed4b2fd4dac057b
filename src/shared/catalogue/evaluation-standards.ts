/**
 * Scoring standards of the file evaluation (案卷评查标准): vetoes (一票否决), items with full points, grades. A standard is
 * dated and numbered; what is practice and not law says so, item by item.
 */
import { z } from 'zod'
import { bilingualSchema, isoDateSchema } from '../values/values.ts'
import { citationSchema } from './citation.ts'
import { row, rowIdSchema } from './row.ts'
import { actionKindSchema, headingIdSchema, severitySchema } from './vocabulary.ts'

/** Points are counted in tenths, so that sums of 0.1 are exact. */
export const TENTHS = 10

const isTenths = (points: number): boolean => Math.abs(points * TENTHS - Math.round(points * TENTHS)) < 1e-9

/** Points of an item or of a deduction: more than 0, at most 100, one decimal. */
export const pointsSchema = z.number().gt(0).max(100).refine(isTenths, { error: 'more-than-one-decimal' })

/** Where one line of a standard comes from. */
const lineFields = {
  id: rowIdSchema,
  text: bilingualSchema,
  /** `law`: a provision asks for it; `practice`: offices score it so, and no text that was read does. */
  origin: z.enum(['law', 'practice']),
  basis: z.array(citationSchema),
  /** Where the line was read. */
  source: z.string().min(1).max(200),
  verified: z.boolean(),
  /**
   * The heading of the review under which the defect should have been found; null where the review does not see it
   * (service, archiving). Only the former count as found later (漏检).
   */
  heading: headingIdSchema.nullable(),
}

const restsOnLaw = (line: { readonly origin: 'law' | 'practice'; readonly basis: readonly unknown[] }): boolean =>
  (line.origin === 'law') === line.basis.length > 0

/** A veto (一票否决): where it is there the file is unqualified, whatever its points. */
export const vetoSchema = z.strictObject(lineFields).refine(restsOnLaw, { error: 'basis-or-reason', path: ['basis'] })
export type Veto = z.infer<typeof vetoSchema>

export const scoredItemSchema = z
  .strictObject({
    ...lineFields,
    points: pointsSchema,
    /** Whether it can be left out as not applicable (不适用); its points are then taken out of the whole. */
    mayNotApply: z.boolean(),
    /** How bad a defect here is. */
    severity: severitySchema,
    /** Usual deductions (常见扣分), to be taken over with their reason. */
    usual: z.array(z.strictObject({ text: bilingualSchema, points: pointsSchema })).max(10),
  })
  .refine(restsOnLaw, { error: 'basis-or-reason', path: ['basis'] })
  .refine(({ points, usual }) => usual.every((one) => one.points <= points), { error: 'deducts-more-than-it-has', path: ['usual'] })
export type ScoredItem = z.infer<typeof scoredItemSchema>

/** A grade (等次): from this score on, out of 100. */
export const gradeSchema = z.strictObject({ id: rowIdSchema, name: bilingualSchema, from: z.number().min(0).max(100).refine(isTenths, { error: 'more-than-one-decimal' }) })
export type Grade = z.infer<typeof gradeSchema>

const fields = {
  name: bilingualSchema,
  /** Number of the version, such as 1.0.0. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** When this version was made. */
  madeOn: isoDateSchema,
  actionKinds: z.array(actionKindSchema).min(1),
  sector: rowIdSchema.nullable(),
  region: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  vetoes: z.array(vetoSchema).min(1).max(60),
  groups: z
    .array(z.strictObject({ id: rowIdSchema, name: bilingualSchema, items: z.array(scoredItemSchema).min(1).max(100) }))
    .min(1)
    .max(40),
  /** Best first; the last one begins at 0 and is what a vetoed file gets (不合格). */
  grades: z.array(gradeSchema).min(2).max(8),
  gradesBasis: z.array(citationSchema),
}

interface StandardLike {
  readonly vetoes: readonly { readonly id: string }[]
  readonly groups: readonly { readonly items: readonly { readonly id: string }[] }[]
  readonly grades: readonly Grade[]
}

export const evaluationStandardSchema = row(fields).superRefine((standard, context) => {
  const { vetoes, groups, grades } = standard as unknown as StandardLike
  const ids = [...vetoes, ...groups.flatMap(({ items }) => items)].map(({ id }) => id)
  if (new Set(ids).size < ids.length) context.addIssue({ code: 'custom', path: ['groups'], message: 'duplicate' })
  const rising = grades.every(({ from }, place) => place === 0 || from < (grades[place - 1]?.from ?? 0))
  if (!rising || grades.at(-1)?.from !== 0) context.addIssue({ code: 'custom', path: ['grades'], message: 'grades-do-not-fall-to-zero' })
  if (new Set(grades.map(({ id }) => id)).size < grades.length) context.addIssue({ code: 'custom', path: ['grades'], message: 'duplicate' })
})
export type EvaluationStandard = z.infer<typeof evaluationStandardSchema>

export const itemsOf = ({ groups }: Pick<EvaluationStandard, 'groups'>): readonly ScoredItem[] => groups.flatMap(({ items }) => items)
