/** What is typed into a form and not yet made (草稿), by the record that it is about: one draft for each form of a case. Pure. */
import type { FormFact } from '../../shared/forms/form-facts.ts'
import type { FormId } from '../../shared/forms/form-ids.ts'

export type Typed = Readonly<Partial<Record<FormFact, string>>>
export type FormDraft = Readonly<Record<string, Typed>>

export const NOTHING_TYPED: FormDraft = {}
const NOTHING: Typed = {}

export const formDraftKey = (caseId: string, form: FormId): string => `case/${caseId}/form/${form}`

export const typedAbout = (draft: FormDraft, about: string): Typed => draft[about] ?? NOTHING

export const withTyped = (draft: FormDraft, about: string, fact: FormFact, value: string): FormDraft => ({ ...draft, [about]: { ...draft[about], [fact]: value } })

/** After the form was made about one record; null: nothing is typed about any other. */
export function withoutAbout(draft: FormDraft, about: string): FormDraft | null {
  const others = Object.entries(draft).filter(([key]) => key !== about)
  return others.length === 0 ? null : Object.fromEntries(others)
}
