/** Drafting: compose, rewrite, choose the type, submit, send back, approve. Nothing is signed yet. */
import { v7 as uuidv7 } from 'uuid'
import { FashenError } from '../../shared/errors/errors.ts'
import { opinionTypeCodeSchema } from '../../shared/catalogue/vocabulary.ts'
import type { CaseCondition } from '../../shared/cases/state-machine-terms.ts'
import type { SavedAnswer } from '../../shared/checklist/contract.ts'
import type { OfficialDocument } from '../../shared/documents/model.ts'
import type { Opinion, opinionContract } from '../../shared/opinion/contract.ts'
import { overrideAllowed } from '../../shared/opinion/override.ts'
import { undecidedStatements } from '../accountability/machine-statements.ts'
import { isItsReviewer, requirePermission } from '../cases/case-flow.ts'
import { changeCase, requireCase, type CaseRecord } from '../cases/case-record.ts'
import { reviewState } from '../checklist/review-state.ts'
import { producer } from '../core/program.ts'
import { renderPdf } from '../documents/pdf.ts'
import { presentMaterials } from '../materials/material-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import type { Writer } from '../store/database.ts'
import { contentHashOf } from './content-hash.ts'
import { voidNumber } from './numbers.ts'
import { findOpinion, unsigned, writeOpinion, type OpinionRecord, type StoredSection } from './opinion-record.ts'
import { draftDocument, opinionView, readVersion, standingOpinion } from './opinion-view.ts'

type Drafting = Pick<
  typeof opinionContract,
  | 'opinion.get'
  | 'opinion.compose'
  | 'opinion.saveSection'
  | 'opinion.chooseType'
  | 'opinion.submit'
  | 'opinion.sendBack'
  | 'opinion.answerRemark'
  | 'opinion.approve'
  | 'opinion.recall'
>

export const draftingHandlers: Handlers<Drafting> = {
  'opinion.get': (context, { caseId, round }) => {
    const record = requireCase(context.reader, caseId)
    const opinion = findOpinion(context.reader, caseId, round ?? record.round)
    return opinion === undefined ? null : opinionView(context, record, opinion)
  },

  'opinion.compose': (context, { caseId }) => {
    const record = requireCase(context.reader, caseId)
    requireDrafter(context, record)
    const { derived } = reviewState(context, record, null)
    if (derived.unanswered.length > 0 || derived.type === null) throw new FashenError('answers-incomplete', { questions: [...derived.unanswered] })
    const before = findOpinion(context.reader, caseId, record.round)
    const kept = before !== undefined && before.overrideReason !== null && overrideAllowed(derived, before.type, before.overrideReason).allowed
    const opinion: OpinionRecord = {
      ...(before ?? emptyOpinion(record)),
      type: kept ? before.type : derived.type,
      overrideReason: kept ? before.overrideReason : null,
    }
    return save(context, record, opinion, 'opinion.compose', { type: opinion.type, derived })
  },

  'opinion.saveSection': (context, { caseId, expectedVersion, sectionId, text, base }) => {
    const { record, opinion } = requireDraft(context, caseId, expectedVersion)
    const standing = standingOpinion(context, record, opinion)
    const section = standing.sections.find(({ id }) => id === sectionId)
    if (section === undefined) throw new FashenError('not-found', { subject: 'section', id: sectionId })
    // what says the same as the composed text is not the officer's own: it follows the answers again
    const own = text === null || text.trim() === section.composed.trim() ? null : text
    const sections: StoredSection[] = opinion.sections.filter(({ id }) => id !== sectionId)
    // the first rewriting starts from what is composed then; later ones do not take note of what changed since
    if (own !== null) sections.push({ id: sectionId, text: own, base: base ?? section.base ?? section.composed })
    return save(context, record, { ...opinion, sections }, 'opinion.saveSection', { sectionId, text: own })
  },

  'opinion.chooseType': (context, { caseId, expectedVersion, type: chosen, reason }) => {
    const { record, opinion } = requireDraft(context, caseId, expectedVersion)
    const parsed = opinionTypeCodeSchema.safeParse(chosen)
    if (!parsed.success) throw new FashenError('not-found', { subject: 'opinionType', id: chosen })
    const { derived } = reviewState(context, record, null)
    const verdict = overrideAllowed(derived, parsed.data, reason)
    if (!verdict.allowed) throw new FashenError(verdict.code, { questions: [...verdict.data.questions] })
    const overrideReason = verdict.direction === 'same' ? null : (verdict.reason ?? '')
    return save(context, record, { ...opinion, type: parsed.data, overrideReason }, 'opinion.chooseType', {
      type: parsed.data,
      derived: derived.type,
      reason: overrideReason,
    })
  },

  'opinion.submit': async (context, { caseId, expectedVersion }) => {
    const { record, opinion } = requireDraft(context, caseId, expectedVersion)
    const standing = standingOpinion(context, record, opinion)
    const { derived } = standing.review
    const empty = standing.sections.filter(({ text }) => text.trim() === '').map(({ title }) => title)
    if (derived.unanswered.length > 0) throw new FashenError('answers-incomplete', { questions: [...derived.unanswered] })
    if (empty.length > 0) throw new FashenError('opinion-incomplete', { missing: empty })
    requireEvidence(context, record, standing.review.answers)
    const override = overrideAllowed(derived, standing.type, opinion.overrideReason ?? '')
    if (!override.allowed) throw new FashenError(override.code, { questions: [...override.data.questions] })
    const conditions: CaseCondition[] = ['allAnswered', 'overrideReasoned', 'opinionComplete']
    const { next, audit } = requirePermission(context.reader, context.person, record, 'submitDraft', conditions)
    await requirePrintable(context, draftDocument(context, standing, null))
    const submitted: OpinionRecord = { ...opinion, state: 'submitted', type: standing.type }
    // what the machine said and nobody answered is kept as it was said: a later program may say other things of the same file
    const undecided = await undecidedStatements(context, record)
    const content = { type: standing.type, overrideReason: opinion.overrideReason, sections: standing.sections.map(({ id, text }) => ({ id, text })), undecided }
    return save(context, record, submitted, audit, content, (writer) => changeCase(writer, record, { state: next }, context.instant()))
  },

  'opinion.sendBack': (context, { caseId, expectedVersion, remarks }) => {
    const record = requireCase(context.reader, caseId)
    const opinion = requireOpinion(context, record, expectedVersion)
    const { next, audit } = requirePermission(context.reader, context.person, record, 'sendBack', ['remarksGiven'])
    const written = remarks.map(({ sectionId, paragraph, text }) => {
      return { id: uuidv7(), at: context.instant(), by: context.person.name, sectionId, paragraph: paragraph ?? null, text, answer: null }
    })
    const lastRead = readVersion(context, standingOpinion(context, record, opinion))
    const back: OpinionRecord = { ...unsigned(opinion), remarks: [...opinion.remarks, ...written], lastRead }
    return save(context, record, back, audit, { remarks, voided: opinion.number }, (writer) => {
      if (opinion.number !== null) voidNumber(writer, opinion.number, remarks.map(({ text }) => text).join('；'))
      changeCase(writer, record, { state: next }, context.instant())
    })
  },

  'opinion.answerRemark': (context, { caseId, expectedVersion, remarkId, text, resolved }) => {
    const { record, opinion } = requireDraft(context, caseId, expectedVersion)
    if (!opinion.remarks.some(({ id }) => id === remarkId)) throw new FashenError('not-found', { subject: 'remark', id: remarkId })
    const answer = { at: context.instant(), by: context.person.name, text, resolved }
    const remarks = opinion.remarks.map((remark) => (remark.id === remarkId ? { ...remark, answer } : remark))
    return save(context, record, { ...opinion, remarks }, 'opinion.answerRemark', { remarkId, text, resolved })
  },

  'opinion.approve': async (context, { caseId, expectedVersion }) => {
    const record = requireCase(context.reader, caseId)
    const opinion = requireOpinion(context, record, expectedVersion)
    const { next, audit } = requirePermission(context.reader, context.person, record, 'approve', [])
    // what the head has read is kept as it is: nothing that changes later reaches into an approved opinion
    const standing = standingOpinion(context, record, opinion)
    const document = draftDocument(context, standing, context.person.id)
    await requirePrintable(context, document)
    const content = { type: opinion.type, overrideReason: opinion.overrideReason, contentHash: contentHashOf(document) }
    const approved: OpinionRecord = { ...opinion, state: 'approved', document, lastRead: readVersion(context, standing) }
    return save(context, record, approved, audit, content, (writer) =>
      changeCase(writer, record, { state: next }, context.instant()),
    )
  },

  'opinion.recall': (context, { caseId, reason }) => {
    const record = requireCase(context.reader, caseId)
    const opinion = requireOpinion(context, record, null)
    // an opinion that is not issued has no signature of the head: that one issues it
    const conditions: CaseCondition[] = ['headNotSigned', 'reasonGiven']
    const { next, audit } = requirePermission(context.reader, context.person, record, 'recall', conditions)
    return save(context, record, unsigned(opinion), audit, { reason, voided: opinion.number }, (writer) => {
      if (opinion.number !== null) voidNumber(writer, opinion.number, reason)
      changeCase(writer, record, { state: next }, context.instant())
    })
  },
}

function emptyOpinion(record: CaseRecord): OpinionRecord {
  return {
    caseId: record.id,
    round: record.round,
    version: 0,
    state: 'draft',
    type: 'T-OK',
    overrideReason: null,
    sections: [],
    remarks: [],
    number: null,
    document: null,
    signatures: [],
    pdfDocumentId: null,
    docxDocumentId: null,
    chainSeq: null,
    chainHash: null,
    issuedAt: null,
    lastRead: null,
  }
}

/** Evidence that was removed after it was pinned would be cited as nothing. */
function requireEvidence(context: CallContext, record: CaseRecord, answers: ReadonlyMap<string, SavedAnswer>): void {
  const present = new Set<string>(presentMaterials(context.reader, record.id).map(({ id }) => id))
  const broken = [...answers].filter(([, { evidence }]) => evidence.some(({ materialId }) => !present.has(materialId)))
  if (broken.length > 0) throw new FashenError('evidence-removed', { questions: broken.map(([questionId]) => questionId) })
}

/** A character that no font has is found before a number is taken, not after. Throws `glyph-missing`. */
async function requirePrintable(context: CallContext, document: OfficialDocument): Promise<void> {
  await renderPdf(document, { createdAt: context.instant(), producer: producer() })
}

function requireDrafter(context: CallContext, record: CaseRecord): void {
  if (record.state !== 'underReview') throw new FashenError('transition-refused', { action: 'submitDraft', state: record.state })
  if (!isItsReviewer(context.reader, context.person, record)) throw new FashenError('not-your-part', { action: 'submitDraft', needs: ['assignedReviewer'] })
}

/** The opinion of the current round; throws `conflict` when somebody else changed it meanwhile. */
export function requireOpinion(context: CallContext, record: CaseRecord, expectedVersion: number | null): OpinionRecord {
  const opinion = findOpinion(context.reader, record.id, record.round)
  if (opinion === undefined) throw new FashenError('not-found', { subject: 'opinion', id: record.id })
  if (opinion.state === 'issued') throw new FashenError('opinion-issued', { number: opinion.number ?? '' })
  if (expectedVersion !== null && opinion.version !== expectedVersion) {
    throw new FashenError('conflict', { subject: 'opinion', id: record.id, expected: expectedVersion, actual: opinion.version })
  }
  return opinion
}

function requireDraft(context: CallContext, caseId: CaseRecord['id'], expectedVersion: number): { record: CaseRecord; opinion: OpinionRecord } {
  const record = requireCase(context.reader, caseId)
  requireDrafter(context, record)
  return { record, opinion: requireOpinion(context, record, expectedVersion) }
}

function save(
  context: CallContext,
  record: CaseRecord,
  opinion: OpinionRecord,
  act: string,
  content: object,
  more?: (writer: Writer) => void,
): Opinion {
  context.act({ act, subject: `case/${record.id}`, content: { round: opinion.round, ...content } }, (writer) => {
    writeOpinion(writer, opinion)
    more?.(writer)
  })
  context.emit({ kind: 'changed', subject: 'opinion', id: record.id })
  // while a draft is written it is saved every second: what hangs on the state of the case is not asked anew for that
  if (more !== undefined) context.emit({ kind: 'changed', subject: 'case', id: record.id })
  const after = requireCase(context.reader, record.id)
  const written = findOpinion(context.reader, record.id, record.round)
  if (written === undefined) throw new Error('the opinion was written but is not there')
  return opinionView(context, after, written)
}
