/**
 * Companion forms (随案文书) as data: what each must hold and why, in which order it stands, and its shipped wording. A
 * station lays its own wording over it (`shared/forms/form-settings.ts`) and cannot lose what is `required`.
 */
import { z } from 'zod'
import { FORM_FACTS, FORM_LIST_IDS, FORM_LISTS } from '../forms/form-facts.ts'
import { FORM_IDS, FORM_SIDES } from '../forms/form-ids.ts'
import { factsIn, wordingProblems } from '../forms/placeholders.ts'
import { numberPatternSchema } from '../numbering/number-pattern.ts'
import { bilingualSchema } from '../values/values.ts'
import { citationSchema } from './citation.ts'
import { row } from './row.ts'

const partId = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)
const words = (longest: number) => z.string().trim().min(1).max(longest)

/**
 * One thing that a form has to say (要素). `fact`: printed from the records beside its label. `column`: a column of a table.
 * `wording`: said in a block of wording, by its placeholder where it has a fact. `hand`: written by hand on the paper.
 */
export const formElementSchema = z.strictObject({
  id: partId,
  label: words(40),
  by: z.enum(['fact', 'column', 'wording', 'hand']),
  fact: z.enum(FORM_FACTS).nullable(),
  /** The line for a signature below room to write; only of `hand`. */
  sign: words(60).nullable(),
  /** Lines to write on where nothing is printed. */
  room: z.int().min(0).max(20),
  required: z.boolean(),
  basis: z.array(citationSchema),
  /** False: taken from practice, or not read in the text of the law. */
  verified: z.boolean(),
})
export type FormElement = z.infer<typeof formElementSchema>

export const formPartSchema = z.discriminatedUnion('kind', [
  /** Labels and values, one or two pairs a row. */
  z.strictObject({ kind: z.literal('rows'), rows: z.array(z.array(partId).min(1).max(2)).min(1) }),
  z.strictObject({
    kind: z.literal('table'),
    list: z.enum(FORM_LIST_IDS),
    /** `of` null: a column to be filled in by hand. */
    columns: z.array(z.strictObject({ element: partId, of: z.string().nullable(), width: z.number().positive().max(20), align: z.enum(['left', 'center']) })).min(1),
    /** Empty rows that are printed where the list is empty. */
    emptyRows: z.int().min(1).max(20),
  }),
  z.strictObject({ kind: z.literal('wording'), wording: partId }),
  /** A remark in small type; remarks that follow one another run on as one. */
  z.strictObject({ kind: z.literal('note'), wording: partId }),
])
export type FormPart = z.infer<typeof formPartSchema>

/** A page of its own after the first (回执联、存根联). */
export const formPageSchema = z.strictObject({
  id: partId,
  name: bilingualSchema,
  title: words(80),
  /** A station may leave it out. */
  optional: z.boolean(),
  /** Whether it is printed where the station said nothing. */
  printed: z.boolean(),
  parts: z.array(formPartSchema).min(1),
  /** Who signs under it; null: nobody. */
  organ: z.enum(['station', 'agency', 'handlingUnit', 'policeOrgan']).nullable(),
})

/** How a fact is typed in: a line, more lines, a day, or the rows of a list (`FORM_LISTS_BY_FACT`), one a line. */
export const ASKED_KINDS = ['line', 'text', 'date', 'rows'] as const

export const formSchema = row({
  id: z.enum(FORM_IDS),
  order: z.int().min(1),
  name: bilingualSchema,
  /** What it is for. */
  purpose: bilingualSchema,
  side: z.enum(FORM_SIDES),
  title: words(80),
  /** Null: practice does not number it. */
  number: numberPatternSchema.nullable(),
  addressee: z.enum(FORM_FACTS).nullable(),
  organ: z.enum(['station', 'agency', 'handlingUnit']).nullable(),
  /** False where its pages carry no number. */
  pageNumbers: z.boolean(),
  elements: z.array(formElementSchema).min(1),
  wording: z.array(z.strictObject({ id: partId, name: bilingualSchema, text: words(4000), needs: z.array(z.enum(FORM_FACTS)) })),
  parts: z.array(formPartSchema).min(1),
  pages: z.array(formPageSchema),
  /** Facts that a person types in where the records do not have them. */
  asked: z.array(z.strictObject({ fact: z.enum(FORM_FACTS), kind: z.enum(ASKED_KINDS) })),
}).superRefine((form, context) => {
  for (const message of formFaults(form)) context.addIssue({ code: 'custom', path: ['parts'], message })
})
export type Form = z.infer<typeof formSchema>

type FormShape = Pick<Form, 'elements' | 'wording' | 'parts' | 'pages'>

/** Parts of the first page and of the others. */
export const allParts = ({ parts, pages }: Pick<FormShape, 'parts' | 'pages'>): readonly FormPart[] => [...parts, ...pages.flatMap((page) => page.parts)]

/** What of a form does not fit together: it stops the load of the catalogue. */
function formFaults(form: FormShape): string[] {
  const elements = new Map(form.elements.map((element) => [element.id, element]))
  const wording = new Map(form.wording.map((one) => [one.id, one]))
  const placed = new Set<string>()
  const faults: string[] = []
  const place = (id: string, by: readonly FormElement['by'][]): void => {
    placed.add(id)
    const element = elements.get(id)
    if (element === undefined || !by.includes(element.by)) faults.push(`element ${id} is not one for this part`)
  }
  for (const part of allParts(form)) {
    if (part.kind === 'rows') part.rows.flat().forEach((id) => place(id, ['fact', 'hand']))
    else if (part.kind === 'table') {
      const keys: readonly string[] = FORM_LISTS[part.list]
      for (const { element, of } of part.columns) {
        place(element, ['column'])
        if (of !== null && !keys.includes(of)) faults.push(`the list ${part.list} has no column ${of}`)
      }
    } else if (!wording.has(part.wording)) faults.push(`there is no wording ${part.wording}`)
  }
  const spoken = new Set(form.wording.flatMap(({ needs }) => needs))
  for (const { id, text, needs } of form.wording) {
    if (wordingProblems(text, needs).length > 0) faults.push(`the wording ${id} lacks what it needs, or names what is no fact`)
  }
  for (const { id, by, fact } of form.elements) {
    if (by === 'wording' ? fact !== null && !spoken.has(fact) : !placed.has(id)) faults.push(`element ${id} stands nowhere`)
    if ((by === 'fact') !== (fact !== null) && by !== 'wording') faults.push(`element ${id} has a fact that it cannot print, or none`)
  }
  return faults
}

/** The facts that a form prints anywhere. */
export function factsOfForm(form: FormShape): readonly string[] {
  return [...new Set([...form.elements.flatMap(({ fact }) => fact ?? []), ...form.wording.flatMap(({ text }) => factsIn(text))])]
}
