/**
 * Papers that are no papers of a case: the letter that passes a clue on (问题线索移送函), for who may see the clue, and the answer
 * to a procuratorate about a case that the station does not have. Held for the connection that asked, and kept nowhere.
 */
import type { FormFacts } from '../../shared/forms/form-facts.ts'
import { NO_FACTS, withFacts } from '../../shared/forms/form-facts.ts'
import { clueLetterOf } from '../../shared/forms/clue-form.ts'
import { composeForm } from '../../shared/forms/compose-form.ts'
import type { OfficialDocument } from '../../shared/documents/model.ts'
import type { ClueView, ReturnView } from '../../shared/transfer/contract.ts'
import type { CallContext } from '../core/handler.ts'
import { formToPrint } from '../forms/form-settings-record.ts'
import { replyFacts } from '../forms/return-facts.ts'

export function clueLetter(context: CallContext, clue: ClueView): OfficialDocument {
  return clueLetterOf(formToPrint(context, 'clueLetter').form, context.station(), clue, context.today()).document
}

/** With the number under which it was answered; before that without one. */
export function replyLetter(context: CallContext, back: ReturnView): OfficialDocument {
  const station = context.station()
  const own: Partial<FormFacts> = { values: { agency: station.agency, reviewBody: station.reviewBody } }
  const facts = withFacts(withFacts(NO_FACTS, own), replyFacts(back, ''))
  const { form } = formToPrint(context, 'procuratorialReply')
  const { document } = composeForm({ form, facts, station, number: back.answer?.number ?? null, on: back.answer?.answeredOn ?? context.today(), watermark: null })
  return document
}
