/** Leads to a form of a case from outside it. Asked for once: whoever opens the case the next time finds it as it was left. */
import type { FormId } from '../../shared/forms/form-ids.ts'
import { forgetWithPerson } from '../session/forgetting.ts'
import { rememberPlace } from '../workspace/last-place.ts'

export interface AskedForm {
  readonly form: FormId
  /** Key of the record that it is about; null: the newest. */
  readonly about: string | null
}

const asked = new Map<string, AskedForm>()
forgetWithPerson(() => asked.clear())

/** To be called before the case is opened. */
export function leadToForm(caseId: string, form: AskedForm): void {
  rememberPlace(caseId, { tab: 'forms' })
  asked.set(caseId, form)
}

export const askedFormIn = (caseId: string): AskedForm | null => asked.get(caseId) ?? null

/** To be called once the case shows it. */
export function forgetAskedForm(caseId: string): void {
  asked.delete(caseId)
}
