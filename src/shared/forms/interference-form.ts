/** 干预记录表 as a document, from a data shape of its own: the record is sealed apart, so it is no paper of the case. */
import type { Form } from '../catalogue/forms.ts'
import type { OfficialDocument } from '../documents/model.ts'
import { composeForm, type FormStation } from './compose-form.ts'
import { withFacts, NO_FACTS } from './form-facts.ts'

/** Words as they are to be printed; null leaves a line to write on. */
export interface InterferenceForm {
  readonly caseTitle: string | null
  readonly occurredOn: string | null
  /** Who interfered. */
  readonly who: string | null
  readonly post: string | null
  readonly how: string | null
  readonly content: string | null
  readonly response: string | null
  readonly reportedOn: string | null
  readonly recordedBy: string | null
}

export const EMPTY_INTERFERENCE: InterferenceForm = {
  caseTitle: null,
  occurredOn: null,
  who: null,
  post: null,
  how: null,
  content: null,
  response: null,
  reportedOn: null,
  recordedBy: null,
}

/** @param form the row `interferenceRecord` in force in this station */
export function interferenceDocument(form: Form, station: FormStation, record: InterferenceForm): OfficialDocument {
  const values = {
    caseTitle: record.caseTitle,
    interferenceOn: record.occurredOn,
    interferer: record.who,
    interfererPost: record.post,
    interferenceWay: record.how,
    interferenceContent: record.content,
    interferenceResponse: record.response,
    interferenceReportedOn: record.reportedOn,
    interferenceRecorder: record.recordedBy,
  }
  const known = Object.fromEntries(Object.entries(values).flatMap(([fact, value]) => (value === null ? [] : [[fact, value]])))
  return composeForm({ form, facts: withFacts(NO_FACTS, { values: known }), station, number: null, on: null, watermark: null }).document
}
