/** The remarks of one form: for a paragraph, for a section, and one for the opinion as a whole. */

/** Key of the remark about the opinion as a whole; no section has it. */
export const WHOLE = '*'

export interface WrittenRemark {
  readonly sectionId: string | null
  /** Null: the whole section. */
  readonly paragraph: string | null
  readonly text: string
}

/** Key of a remark about a paragraph; neither a section's id nor a paragraph holds a line break. */
export function paragraphKey(sectionId: string, paragraph: string): string {
  return `${sectionId}\n${paragraph}`
}

function placeOf(key: string): Pick<WrittenRemark, 'sectionId' | 'paragraph'> {
  if (key === WHOLE) return { sectionId: null, paragraph: null }
  const [sectionId = '', paragraph = null] = key.split('\n')
  return { sectionId, paragraph }
}

/** What was written, without the empty ones; the one about the whole comes first. */
export function remarksOf(form: Readonly<Record<string, string>>): readonly WrittenRemark[] {
  return Object.entries(form)
    .map(([key, text]) => ({ ...placeOf(key), text: text.trim() }))
    .filter((remark) => remark.text !== '')
    .sort((left, right) => Number(left.sectionId !== null) - Number(right.sectionId !== null))
}

/** Paragraphs of a section's text, without empty lines. */
export function paragraphsOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}
