/** Each form with where its content comes from. */
import type { FormFacts } from '../../shared/forms/form-facts.ts'
import { withFacts } from '../../shared/forms/form-facts.ts'
import type { FormId } from '../../shared/forms/form-ids.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { issuedRounds } from '../followup/standing.ts'
import { extensionApproval, reminder } from './clock-sources.ts'
import { adoptionFeedback, coordinationRecord, objectionReview } from './disagreement-sources.ts'
import { collectiveDiscussion } from './discussion-sources.ts'
import { fileBackNote, fileCover, fileIndex, ledgerPage } from './file-sources.ts'
import type { FormDesk, FormSource } from './form-source.ts'
import { generalFacts } from './general-facts.ts'
import { hearing, hearingApplication, hearingReport, hearingRightNotice } from './hearing-sources.ts'
import { goodsHandover, reconsiderationRequest, supervisionRequest, transferSupplement } from './police-sources.ts'
import { procuratorialReply } from './return-sources.ts'
import { materialsList, submissionForm, supplementNotice } from './submission-sources.ts'
import { transferApproval, transferLetter } from './transfer-sources.ts'

const SOURCES: Readonly<Record<FormId, (desk: FormDesk) => FormSource>> = {
  submissionForm,
  materialsList,
  supplementNotice,
  extensionApproval,
  reminder,
  adoptionFeedback,
  objectionReview,
  coordinationRecord,
  collectiveDiscussion,
  // what is in it is sealed against the case team, and everybody reads the papers of a case
  interferenceRecord: () => ({ wait: 'sealed' }),
  transferApproval,
  transferLetter,
  transferSupplement,
  reconsiderationRequest,
  supervisionRequest,
  goodsHandover,
  procuratorialReply,
  // seen by few: printed where the clue stands
  clueLetter: () => ({ wait: 'sealedClue' }),
  ledgerPage,
  fileCover,
  fileIndex,
  fileBackNote,
  hearingRightNotice,
  hearingApplication,
  hearingNotice: hearing,
  hearingRecord: hearing,
  hearingReport,
}

export function formDesk(context: CallContext, record: CaseRecord): FormDesk {
  return { context, record, issued: issuedRounds(context, record) }
}

export function sourceOf(desk: FormDesk, form: FormId): FormSource {
  return SOURCES[form](desk)
}

/** The facts of a form about one record. Throws `form-not-yet`, `not-found`. */
export function factsAbout(desk: FormDesk, form: FormId, about: string): FormFacts {
  const source = sourceOf(desk, form)
  if (source.wait !== null) throw new FashenError('form-not-yet', { form: `form/${form}`, wait: `formWait/${source.wait}` })
  const subject = source.subjects.find(({ key }) => key === about)
  if (subject === undefined) throw new FashenError('not-found', { subject: 'form', id: about })
  return withFacts(generalFacts(desk), subject.facts())
}
