/** The opinion as it stands now: stored edits over what the answers lead to. */
import type { OpinionTypeCode } from '../../shared/catalogue/vocabulary.ts'
import type { FooterFact, OfficialDocument, Signer } from '../../shared/documents/model.ts'
import { composeSections } from '../../shared/opinion/compose.ts'
import type { Opinion, OpinionSection } from '../../shared/opinion/contract.ts'
import { opinionDocument } from '../../shared/opinion/opinion-document.ts'
import type { IsoDate, PersonId } from '../../shared/values/values.ts'
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
    fields: caseRecord.fields,
    sector: context.station().sector,
    round: record.round,
    earlierNumber: record.round > 1 ? (findOpinion(reader, caseRecord.id, record.round - 1)?.number ?? null) : null,
    triggers: metTriggers(catalogue, caseRecord.fields, context.station()).triggers,
    applicable: review.applicable,
    answers: review.answers,
    derived: review.derived,
    type,
    overrideReason: record.overrideReason,
    // 送审材料 are cited by their names without the ending
    materialName: (id) => (names.get(id) ?? '').replace(/\.[A-Za-z0-9]{1,5}$/u, ''),
  })
  const edited = new Map(record.sections.map(({ id, text }) => [id, text]))
  const sections = composed.map((section): OpinionSection => {
    const text = edited.get(section.id) ?? null
    return { ...section, text: text ?? section.composed, edited: text !== null }
  })
  return { record, review, type, sections }
}

/** Who signs: the reviewer of the round, and the head — known by name once one has approved. */
export function signersOf(context: CallContext, reviewerId: PersonId | null, headId: PersonId | null, final: boolean): Signer[] {
  const signer = (role: string, key: string, id: PersonId | null): Signer => ({
    signer: key,
    role,
    name: id === null ? '待定' : personName(context.reader, id),
    date: null,
    datedBySignature: final,
  })
  return [signer('审核人', 'reviewer', reviewerId), signer('审核机构负责人', 'head', headId)]
}

export function documentOf(
  context: CallContext,
  caseRecord: CaseRecord,
  standing: StandingOpinion,
  final: { readonly number: string; readonly date: IsoDate; readonly footer: readonly FooterFact[]; readonly headId: PersonId } | null,
): OfficialDocument {
  const station = context.station()
  return opinionDocument({
    catalogue: standing.review.catalogue,
    fields: caseRecord.fields,
    round: standing.record.round,
    acceptedOn: standing.review.round.acceptedOn,
    sections: standing.sections,
    signers: signersOf(context, standing.review.round.reviewerId, final?.headId ?? null, final !== null),
    organ: `${station.agency}${station.reviewBody}`,
    number: final?.number ?? null,
    date: final?.date ?? null,
    footer: final?.footer ?? [],
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
    document: record.document ?? documentOf(context, caseRecord, standing, null),
  }
}
