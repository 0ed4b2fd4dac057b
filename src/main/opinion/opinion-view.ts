/** The opinion as it stands now: stored edits over what the answers lead to. */
import type { OpinionTypeCode } from '../../shared/catalogue/vocabulary.ts'
import type { OfficialDocument, Signer } from '../../shared/documents/model.ts'
import { composeSections } from '../../shared/opinion/compose.ts'
import type { ReadVersion } from '../../shared/opinion/changes.ts'
import type { Opinion, OpinionSection } from '../../shared/opinion/contract.ts'
import { opinionDocument } from '../../shared/opinion/opinion-document.ts'
import { contactFacts, signingOrgan } from '../../shared/station/letterhead.ts'
import type { PersonId } from '../../shared/values/values.ts'
import { metTriggers } from '../cases/case-facts.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import { reviewState, type ReviewState } from '../checklist/review-state.ts'
import type { CallContext } from '../core/handler.ts'
import { materialsOf } from '../materials/material-record.ts'
import { personName } from '../people/people.ts'
import { findOpinion, type OpinionRecord } from './opinion-record.ts'

export interface StandingOpinion {
  readonly record: OpinionRecord
  readonly review: ReviewState
  readonly type: OpinionTypeCode
  readonly sections: readonly OpinionSection[]
}

/** The type in force: the officer's where there is one, else what the answers lead to now. */
function typeInForce(record: OpinionRecord, review: ReviewState): OpinionTypeCode {
  return record.overrideReason === null ? (review.derived.type ?? record.type) : record.type
}

export function standingOpinion(context: CallContext, caseRecord: CaseRecord, record: OpinionRecord): StandingOpinion {
  const { reader } = context
  const review = reviewState(context, caseRecord, record.round)
  const { catalogue } = review
  const type = typeInForce(record, review)
  const names = new Map<string, string>(materialsOf(reader, caseRecord.id).map(({ id, name }) => [id, name]))
  const composed = composeSections({
    catalogue,
    fields: review.basis.fields,
    receivedOn: review.round.submittedOn,
    sector: review.basis.station.sector,
    round: record.round,
    earlierNumber: record.round > 1 ? (findOpinion(reader, caseRecord.id, record.round - 1)?.number ?? null) : null,
    triggers: metTriggers(catalogue, review.basis.fields, review.basis.station).triggers,
    applicable: review.applicable,
    answers: review.answers,
    derived: review.derived,
    type,
    overrideReason: record.overrideReason,
    // 送审材料 are cited by their names without the ending
    materialName: (id) => (names.get(id) ?? '').replace(/\.[A-Za-z0-9]{1,5}$/u, ''),
  })
  const stored = new Map(record.sections.map((section) => [section.id, section]))
  const sections = composed.map((section): OpinionSection => {
    const text = stored.get(section.id)?.text ?? null
    // what was written before there was a base is taken as written over what is composed now
    const base = text === null ? null : (stored.get(section.id)?.base ?? section.composed)
    return { ...section, text: text ?? section.composed, edited: text !== null, base }
  })
  return { record, review, type, sections }
}

/** The opinion with other texts in some sections: what is being typed and not stored yet. */
export function withTexts(standing: StandingOpinion, texts: readonly { readonly sectionId: string; readonly text: string }[]): StandingOpinion {
  const typed = new Map(texts.map(({ sectionId, text }) => [sectionId, text]))
  return { ...standing, sections: standing.sections.map((section) => ({ ...section, text: typed.get(section.id) ?? section.text })) }
}

/** What somebody reads who reads the opinion now. */
export function readVersion(context: CallContext, standing: StandingOpinion): ReadVersion {
  return {
    at: context.instant(),
    by: context.person.name,
    type: standing.type,
    overrideReason: standing.record.overrideReason,
    sections: standing.sections.map(({ id, title, text }) => ({ id, title, text })),
    answers: [...standing.review.answers].map(([questionId, { answer, finding, suggestion }]) => ({ questionId, answer, finding, suggestion })),
  }
}

/** Who signs: the reviewer of the round, and the head, whose name is known once one approves. */
function signersOf(context: CallContext, reviewerId: PersonId | null, headId: PersonId | null): Signer[] {
  const signer = (role: string, key: string, id: PersonId | null): Signer => ({
    signer: key,
    role,
    name: id === null ? '待定' : personName(context.reader, id),
    date: null,
  })
  return [signer('审核人', 'reviewer', reviewerId), signer('审核机构负责人', 'head', headId)]
}

/** The opinion as it would be printed, still a draft: no number, no date. `headId` is who approves, null before that. */
export function draftDocument(context: CallContext, standing: StandingOpinion, headId: PersonId | null): OfficialDocument {
  const { basis, catalogue, round } = standing.review
  return opinionDocument({
    catalogue,
    fields: basis.fields,
    round: round.round,
    receivedOn: round.submittedOn,
    acceptedOn: round.acceptedOn,
    sections: standing.sections,
    signers: signersOf(context, round.reviewerId, headId),
    organ: signingOrgan(basis.station),
    mark: basis.station.letterhead?.mark,
    contact: contactFacts(basis.station),
  })
}

export function opinionView(context: CallContext, caseRecord: CaseRecord, record: OpinionRecord): Opinion {
  const standing = standingOpinion(context, caseRecord, record)
  return {
    round: record.round,
    version: record.version,
    state: record.state,
    derived: standing.review.derived,
    type: standing.type,
    overrideReason: record.overrideReason,
    sections: standing.sections,
    remarks: record.remarks,
    number: record.number,
    signatures: record.signatures,
    pdfDocumentId: record.pdfDocumentId,
    docxDocumentId: record.docxDocumentId,
    document: record.document ?? draftDocument(context, standing, null),
  }
}
