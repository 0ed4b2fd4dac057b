/**
 * What a station changes of a form (本站文书设置): title, number, wording blocks, which optional pages are printed, rows of
 * its own. It cannot lose a required element: labels of elements are not its to change, and a wording keeps its placeholders.
 */
import { z } from 'zod'
import { allParts, type Form } from '../catalogue/forms.ts'
import { formProblem, numberPatternSchema, type NumberPatternProblem } from '../numbering/number-pattern.ts'
import { wordingProblems, type WordingProblem } from './placeholders.ts'

const partId = z.string().min(1).max(40)

export const formSettingsSchema = z.strictObject({
  /** Null: as shipped. A line break where it should be broken. */
  title: z.string().trim().min(2).max(80).nullable(),
  /** `shipped`: as it came. Null: without a number. */
  number: z.union([z.literal('shipped'), numberPatternSchema, z.null()]),
  wording: z.array(z.strictObject({ id: partId, text: z.string().max(4000) })).max(30),
  /** Elements that are not required and are left out. */
  leftOut: z.array(partId).max(40),
  /** Optional pages that are printed. Null: as shipped. */
  pages: z.array(partId).max(10).nullable(),
  /** Rows of the station's own, to be filled in by hand. */
  ownRows: z.array(z.string().trim().min(1).max(20)).max(10),
})
export type FormSettings = z.infer<typeof formSettingsSchema>

export const AS_SHIPPED: FormSettings = { title: null, number: 'shipped', wording: [], leftOut: [], pages: null, ownRows: [] }

export type FormSettingsProblem =
  | (WordingProblem & { readonly wording: string })
  | { readonly kind: 'required'; readonly name: string }
  | { readonly kind: 'noSuchPart'; readonly name: string }
  | { readonly kind: 'number'; readonly name: NumberPatternProblem }

/** Why settings cannot be kept, each with what it is about; none: they can. */
export function settingsProblems(form: Form, settings: FormSettings): FormSettingsProblem[] {
  const blocks = new Map(form.wording.map((one) => [one.id, one]))
  const problems: FormSettingsProblem[] = settings.wording.flatMap(({ id, text }): FormSettingsProblem[] => {
    const block = blocks.get(id)
    if (block === undefined) return [{ kind: 'noSuchPart', name: id }]
    return wordingProblems(text, block.needs).map((problem) => ({ ...problem, wording: id }))
  })
  for (const id of settings.leftOut) {
    const element = form.elements.find((one) => one.id === id)
    if (element === undefined) problems.push({ kind: 'noSuchPart', name: id })
    else if (element.required) problems.push({ kind: 'required', name: element.label })
  }
  for (const id of settings.pages ?? []) if (!form.pages.some((page) => page.id === id)) problems.push({ kind: 'noSuchPart', name: id })
  if (settings.number !== 'shipped' && settings.number !== null) {
    const problem = formProblem(settings.number.form)
    if (problem !== null) problems.push({ kind: 'number', name: problem })
  }
  return problems
}

/**
 * The form as this station prints it. What the settings name and a newer catalogue no longer has, or now requires, is not
 * followed: a required element is printed whatever was kept before.
 */
export function formInForce(form: Form, settings: FormSettings): Form {
  const own = new Map(settings.wording.map(({ id, text }) => [id, text]))
  const left = new Set(settings.leftOut.filter((id) => form.elements.find((one) => one.id === id)?.required === false))
  const wording = form.wording.map((block) => {
    const text = own.get(block.id)
    return text === undefined || wordingProblems(text, block.needs).length > 0 ? block : { ...block, text }
  })
  const without = (parts: Form['parts']): Form['parts'] =>
    parts.flatMap((part): Form['parts'] => {
      if (part.kind === 'rows') {
        const rows = part.rows.map((row) => row.filter((id) => !left.has(id))).filter((row) => row.length > 0)
        return rows.length === 0 ? [] : [{ ...part, rows }]
      }
      if (part.kind !== 'table') return [part]
      const columns = part.columns.filter(({ element }) => !left.has(element))
      return columns.length === 0 ? [] : [{ ...part, columns }]
    })
  const printed = (page: Form['pages'][number]): boolean => !page.optional || (settings.pages === null ? page.printed : settings.pages.includes(page.id))
  return withOwnRows(
    {
      ...form,
      title: settings.title ?? form.title,
      number: settings.number === 'shipped' ? form.number : settings.number,
      wording,
      elements: form.elements.filter(({ id }) => !left.has(id)),
      parts: without(form.parts),
      pages: form.pages.filter(printed).map((page) => ({ ...page, parts: without(page.parts) })),
    },
    settings.ownRows,
  )
}

/** Own rows stand below the last rows of the first page, or after everything else of it. */
function withOwnRows(form: Form, labels: readonly string[]): Form {
  if (labels.length === 0) return form
  const own = labels.map((label, index) => ({ id: `own${'abcdefghij'.charAt(index)}`, label, by: 'hand' as const, fact: null, sign: null, room: 2, required: false, basis: [], verified: false }))
  const rows = own.map(({ id }) => [id])
  const at = form.parts.findLastIndex(({ kind }) => kind === 'rows')
  const parts = form.parts.map((part, index) => (index === at && part.kind === 'rows' ? { ...part, rows: [...part.rows, ...rows] } : part))
  return { ...form, elements: [...form.elements, ...own], parts: at < 0 ? [...parts, { kind: 'rows', rows }] : parts }
}

/** The elements that a form has no place for any more; none for every form that settings could be laid over. */
export function lostElements(shipped: Form, form: Form): readonly string[] {
  const placed = new Set(allParts(form).flatMap((part) => (part.kind === 'rows' ? part.rows.flat() : part.kind === 'table' ? part.columns.map(({ element }) => element) : [])))
  const spoken = new Set(form.wording.flatMap(({ needs }) => needs))
  return shipped.elements.filter(({ id, by, fact, required }) => required && (by === 'wording' ? fact !== null && !spoken.has(fact) : !placed.has(id))).map(({ label }) => label)
}
