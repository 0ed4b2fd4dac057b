/** The remarks of one form: a text for each section and one for the opinion as a whole. */

/** Key of the remark about the opinion as a whole; no section has it. */
export const WHOLE = '*'

export interface WrittenRemark {
  readonly sectionId: string | null
  readonly text: string
}

/** What was written, without the empty ones; the one about the whole comes first. */
export function remarksOf(form: Readonly<Record<string, string>>): readonly WrittenRemark[] {
  return Object.entries(form)
    .map(([key, text]) => ({ sectionId: key === WHOLE ? null : key, text: text.trim() }))
    .filter((remark) => remark.text !== '')
    .sort((left, right) => Number(left.sectionId !== null) - Number(right.sectionId !== null))
}
