/** Everything that the screens show of one case, put together. */
import { catalogueVersionSchema } from '../../shared/catalogue/schema.ts'
import type { CaseDetail, CaseDocument, RoundSummary } from '../../shared/cases/contract.ts'
import type { IsoInstant, PersonId } from '../../shared/values/values.ts'
import { catalogueOfRound } from '../catalogue/kept-catalogues.ts'
import type { CallContext } from '../core/handler.ts'
import { brokenRulesOf } from '../followup/decision-record.ts'
import { mergedInto } from '../followup/ending-record.ts'
import { unmetConditions } from '../followup/standing.ts'
import { suspendedSince } from '../followup/suspension-record.ts'
import { returnsOf } from '../intake/supplement-record.ts'
import { materialsOf } from '../materials/material-record.ts'
import { caseNumberOf } from '../opinion/numbers.ts'
import { findPerson, personName } from '../people/people.ts'
import type { Reader } from '../store/database.ts'
import { metTriggers } from './case-facts.ts'
import { offersFor } from './case-flow.ts'
import { roundsOf, type CaseRecord } from './case-record.ts'

export function caseDetail(context: CallContext, record: CaseRecord): CaseDetail {
  const { reader, person } = context
  const { id, fields, state, round, version, createdAt, updatedAt, dueOn, dueProvisional } = record
  // what the case was accepted under holds for it, whatever the catalogue says since
  const keptVersion = roundsOf(reader, id).find((one) => one.round === round)?.catalogueVersion ?? null
  const { isMajor, triggers } = metTriggers(catalogueOfRound(reader, context.catalogue, keptVersion), fields, context.station())
  return {
    id,
    fields,
    caseNumber: caseNumberOf(reader, id),
    state,
    round,
    version,
    createdAt,
    updatedAt,
    dueOn,
    dueProvisional,
    isMajor,
    triggers,
    reviewer: record.reviewerId === null ? null : reviewerOf(reader, record.reviewerId),
    materials: materialsOf(reader, id),
    documents: documentsOf(reader, id),
    rounds: roundSummaries(reader, record),
    red: brokenRulesOf(reader, id),
    suspendedSince: suspendedSince(reader, id),
    mergedInto: mergedInto(reader, id),
    offers: offersFor(reader, person, record, unmetConditions(context, record)),
    returns: returnsOf(reader, id).map(({ notice }) => notice),
  }
}

function reviewerOf(reader: Reader, id: PersonId): CaseDetail['reviewer'] {
  return { id, name: personName(reader, id), active: findPerson(reader, id)?.active ?? false }
}

export function documentsOf(reader: Reader, caseId: string): CaseDocument[] {
  return reader.all<CaseDocument>(
    `SELECT id, kind, name, number, round, created_at AS createdAt FROM documents
     WHERE case_id = ? AND kind <> 'opinionPartlySigned' ORDER BY created_at, id`,
    caseId,
  )
}

interface IssuedRow {
  readonly round: number
  readonly type: string
  readonly state: string
  readonly number: string | null
  readonly issued_at: IsoInstant | null
  readonly pdf_document_id: string | null
  readonly docx_document_id: string | null
}

function roundSummaries(reader: Reader, record: CaseRecord): RoundSummary[] {
  const opinions = new Map(
    reader
      .all<IssuedRow>(
        'SELECT round, type, state, number, issued_at, pdf_document_id, docx_document_id FROM opinions WHERE case_id = ?',
        record.id,
      )
      .map((row) => [row.round, row]),
  )
  return roundsOf(reader, record.id).map((round) => {
    const opinion = opinions.get(round.round)
    const issued = opinion?.state === 'issued'
    return {
      ...round,
      catalogueVersion: round.catalogueVersion === null ? null : catalogueVersionSchema.parse(JSON.parse(round.catalogueVersion)),
      opinionType: opinion?.type ?? null,
      opinionNumber: opinion?.number ?? null,
      issuedAt: opinion?.issued_at ?? null,
      pdfDocumentId: issued ? opinion.pdf_document_id : null,
      docxDocumentId: issued ? opinion.docx_document_id : null,
    }
  })
}
