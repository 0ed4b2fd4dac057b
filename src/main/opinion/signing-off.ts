/**
 * Signing and issuing. The reviewer signs first: the number is taken and the text frozen, with the chain's head in it.
 * The head signs second, as an incremental update, and the opinion is issued: from then on it never changes.
 */
import { FashenError } from '../../shared/errors/errors.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { ChainHead } from '../../shared/audit/contract.ts'
import type { FooterFact, OfficialDocument } from '../../shared/documents/model.ts'
import { chineseDate } from '../../shared/documents/numbering.ts'
import { numberedDocument } from '../../shared/opinion/opinion-document.ts'
import type { Opinion, opinionContract, OpinionSignature } from '../../shared/opinion/contract.ts'
import { sha256Schema, type IsoInstant, type PersonId } from '../../shared/values/values.ts'
import { requirePermission } from '../cases/case-flow.ts'
import { changeCase, requireCase, type CaseRecord } from '../cases/case-record.ts'
import { reviewState } from '../checklist/review-state.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { producer } from '../core/program.ts'
import { renderDocx } from '../documents/docx.ts'
import { DOCX, fileNameOf, findDocument, insertDocument, PDF, storeDocument, type MadeDocument } from '../documents/made-documents.ts'
import { POINTS_PER_MM } from '../documents/page-geometry.ts'
import { renderPdf, type RenderOptions, type SealPlace, type SignatureField } from '../documents/pdf.ts'
import { personName } from '../people/people.ts'
import { unlockSigner } from '../signing/certificate-record.ts'
import type { Stamp } from '../signing/appearance.ts'
import { signPdf, type SignOptions } from '../signing/pades.ts'
import { sealPicture, signaturePicture } from '../signing/pictures.ts'
import { countIssuedReview } from '../statistics/issued-review.ts'
import { contentHashOf } from './content-hash.ts'
import { requireOpinion } from './drafting.ts'
import { issueNumber, numbersOf, takeNumber } from './numbers.ts'
import { findOpinion, writeOpinion, type OpinionRecord } from './opinion-record.ts'
import { opinionView } from './opinion-view.ts'

type SigningOff = Pick<typeof opinionContract, 'opinion.signAsReviewer' | 'opinion.signAsHead' | 'opinion.numbers'>

export const signingOffHandlers: Handlers<SigningOff> = {
  'opinion.signAsReviewer': async (context, { caseId, certificateId, signingPassword, withPicture = false }) => {
    const record = requireCase(context.reader, caseId)
    const opinion = requireOpinion(context, record, null)
    requireSigning(context, record, opinion, 'reviewer')
    const unlocked = await unlockSigner(context.reader, context.person, { certificateId, signingPassword, moment: context.now() })
    const frozen = opinion.number !== null ? opinion : freeze(context, record, opinion)
    const { document, options } = renderInput(context, frozen)
    const rendered = await renderPdf(document, options)
    const bytes = await signPdf(rendered.bytes, unlocked.signer, signOptions(context, 'reviewer', rendered.signatureFields, withPicture))
    const paper = await storePdf(context, record, frozen, bytes, 'opinionPartlySigned')
    const signature = signatureOf(context, 'reviewer', unlocked.subject)
    return finish(context, record, 'opinion.sign', { number: frozen.number, sha256: paper.sha256, signature }, (writer) => {
      insertDocument(writer, paper, context.instant())
      writeOpinion(writer, { ...frozen, state: 'signing', signatures: [signature], pdfDocumentId: paper.id })
    })
  },

  'opinion.signAsHead': async (context, { caseId, certificateId, signingPassword, withPicture = false, withSeal = false }) => {
    const record = requireCase(context.reader, caseId)
    const opinion = requireOpinion(context, record, null)
    requireSigning(context, record, opinion, 'head')
    // the name of who approved is printed; somebody else's signature beside it would make the paper untrue
    const approver = approverOf(context, record)
    if (approver !== context.person.id) throw new FashenError('other-head-approved', { name: personName(context.reader, approver) })
    const partly = opinion.pdfDocumentId === null ? undefined : findDocument(context.reader, opinion.pdfDocumentId)
    const { number } = opinion
    if (partly === undefined || number === null) throw new FashenError('not-ready', { action: 'issue', missing: ['bothSigned'] })
    const unlocked = await unlockSigner(context.reader, context.person, { certificateId, signingPassword, moment: context.now() })
    const { document, options } = renderInput(context, opinion)
    const places = await renderPdf(document, options)
    const once = await context.files.readWhole(partly.sha256, partly.name)
    const stamp = withSeal ? sealStamp(context, places.sealPlace) : undefined
    const signing = signOptions(context, 'head', places.signatureFields, withPicture)
    const bytes = await signPdf(once, unlocked.signer, stamp === undefined ? signing : { ...signing, stamp })
    const pdf = await storePdf(context, record, opinion, bytes, 'opinionPdf')
    const docxName = fileNameOf(`法制审核意见书 ${number}`, 'docx')
    const docxPaper = { caseId, round: record.round, kind: 'opinionDocx' as const, name: docxName, number, mediaType: DOCX }
    const docx = await storeDocument(context, docxPaper, await renderDocx(document, options))
    const signature = signatureOf(context, 'head', unlocked.subject)
    const { next, audit } = requirePermission(context.reader, context.person, record, 'issue', ['numberAllocated', 'bothSigned'])
    const counted = reviewState(context, record, record.round)
    const content = { number, type: opinion.type, overrideReason: opinion.overrideReason, pdf: pdf.sha256, docx: docx.sha256, signature, sealed: stamp !== undefined }
    return finish(context, record, audit, content, (writer) => {
      insertDocument(writer, pdf, context.instant())
      insertDocument(writer, docx, context.instant())
      issueNumber(writer, number)
      writeOpinion(writer, {
        ...opinion,
        state: 'issued',
        signatures: [...opinion.signatures, signature],
        pdfDocumentId: pdf.id,
        docxDocumentId: docx.id,
        issuedAt: context.instant(),
      })
      countIssuedReview(writer, record, counted, opinion.type, context.today())
      changeCase(writer, record, { state: next, due: null, opinionNumber: number }, context.instant())
    })
  },

  'opinion.numbers': ({ reader }, { year }) => numbersOf(reader, year),
}

function requireSigning(context: CallContext, record: CaseRecord, opinion: OpinionRecord, role: OpinionSignature['role']): void {
  if (role === 'head' && record.reviewerId === context.person.id) throw new FashenError('same-person-signs-twice', {})
  if (opinion.state === 'draft' || opinion.state === 'submitted') throw new FashenError('opinion-not-approved', {})
  const unsigned = opinion.signatures.length === 0
  if (role === 'reviewer') {
    requirePermission(context.reader, context.person, record, 'sign', unsigned ? ['numberAllocated', 'nothingSigned'] : ['numberAllocated'])
  } else {
    requirePermission(context.reader, context.person, record, 'issue', unsigned ? ['numberAllocated'] : ['numberAllocated', 'bothSigned'])
  }
}

/**
 * Takes the number and puts it on what the head approved. The entry of this act is the chain's head that the opinion
 * prints: it covers everything that was done to reach the opinion. A process that dies right after this signs with the
 * same number later.
 */
function freeze(context: CallContext, record: CaseRecord, opinion: OpinionRecord): OpinionRecord {
  const { document: approved } = opinion
  if (approved === null) throw new FashenError('opinion-not-approved', {})
  const at = context.instant()
  const date = context.today()
  const { round } = record
  const { catalogue } = reviewState(context, record, round)
  const content = { round, type: opinion.type, contentHash: contentHashOf(approved) }
  return context.act({ act: 'opinion.takeNumber', subject: `case/${record.id}`, content }, (writer, head) => {
    const number = takeNumber(writer, context.station(), Number(date.slice(0, 4)), { caseId: record.id, round, at })
    const document = numberedDocument(approved, { number, date, footer: footerFacts(catalogue, head) })
    const frozen: OpinionRecord = { ...opinion, state: 'signing', number, document, chainSeq: head.seq, chainHash: head.hash }
    writeOpinion(writer, frozen)
    return { ...frozen, version: frozen.version + 1 }
  })
}

/** Who approved this round's draft, from the chain itself: the head whose name is printed. */
function approverOf(context: CallContext, record: CaseRecord): PersonId {
  const row = context.reader.get<{ actor: PersonId }>(
    "SELECT actor FROM audit WHERE subject = ? AND act = 'opinion.approve' ORDER BY seq DESC LIMIT 1",
    `case/${record.id}`,
  )
  if (row === undefined) throw new FashenError('opinion-not-approved', {})
  return row.actor
}

function footerFacts({ version }: Catalogue, head: ChainHead): FooterFact[] {
  const overlays = version.overlays.map(({ id, version: of }) => `${id} ${of}`).join('、')
  return [
    { label: '审核目录版本', value: `${version.manifest}（${version.contentHash.slice(0, 16)}）${overlays === '' ? '' : ` ${overlays}`}` },
    { label: '审计链', value: `第${head.seq}条 ${head.hash}` },
  ]
}

function renderInput(context: CallContext, opinion: OpinionRecord): { document: OfficialDocument; options: RenderOptions } {
  const { document, chainSeq, chainHash } = opinion
  if (document === null || chainSeq === null || chainHash === null) throw new FashenError('opinion-not-approved', {})
  const station = context.station()
  return {
    document,
    options: {
      // the moment of the entry that froze it: the same bytes whenever it is rendered
      createdAt: entryTime(context, chainSeq),
      producer: producer(),
      stationId: station.id,
      chainSeq,
      chainHead: chainHash,
      contentHash: sha256Schema.parse(contentHashOf(document)),
    },
  }
}

function entryTime(context: CallContext, seq: number): IsoInstant {
  const row = context.reader.get<{ at: IsoInstant }>('SELECT at FROM audit WHERE seq = ?', seq)
  return row?.at ?? context.instant()
}

function signOptions(context: CallContext, role: OpinionSignature['role'], fields: readonly SignatureField[], withPicture: boolean): SignOptions {
  const field = fields.find(({ signer }) => signer === role)
  const picture = withPicture ? signaturePicture(context.reader, context.person.id)?.png : undefined
  const roleText = role === 'reviewer' ? '审核人' : '审核机构负责人'
  return {
    fieldName: role === 'reviewer' ? 'FashenReviewer' : 'FashenHead',
    reason: `${roleText}签署`,
    location: context.station().region,
    signedAt: context.now(),
    ...(field === undefined
      ? {}
      : {
          appearance: {
            page: field.page,
            rect: field.rect,
            nameText: context.person.name,
            dateText: chineseDate(context.today()),
            ...(picture === undefined ? {} : { picture }),
          },
        }),
  }
}

/** The station's seal over organ and date (骑年盖月); undefined where the station has none. */
function sealStamp(context: CallContext, place: SealPlace | null): Stamp | undefined {
  const seal = sealPicture(context.reader)
  if (seal === undefined || place === null) return undefined
  const width = seal.widthMm * POINTS_PER_MM
  const height = (width * seal.height) / seal.width
  const rect = { x: place.x - width / 2, y: place.y - height / 2, width, height }
  return { page: place.page, rect, picture: seal.png, label: `${context.station().agency}印章` }
}

function storePdf(
  context: CallContext,
  record: CaseRecord,
  opinion: OpinionRecord,
  bytes: Uint8Array,
  kind: 'opinionPdf' | 'opinionPartlySigned',
): Promise<MadeDocument> {
  const name = fileNameOf(`法制审核意见书 ${opinion.number ?? ''}`, 'pdf')
  return storeDocument(context, { caseId: record.id, round: record.round, kind, name, number: opinion.number, mediaType: PDF }, bytes)
}

function signatureOf(context: CallContext, role: OpinionSignature['role'], certificateSubject: string): OpinionSignature {
  const { id, name } = context.person
  return { role, personId: id, name, signedAt: context.instant(), certificateSubject }
}

function finish(
  context: CallContext,
  record: CaseRecord,
  act: string,
  content: object,
  work: Parameters<CallContext['act']>[1],
): Opinion {
  context.act({ act, subject: `case/${record.id}`, content: { round: record.round, ...content } }, work)
  context.emit({ kind: 'changed', subject: 'opinion', id: record.id })
  context.emit({ kind: 'changed', subject: 'case', id: record.id })
  const written = findOpinion(context.reader, record.id, record.round)
  if (written === undefined) throw new Error('the opinion was written but is not there')
  return opinionView(context, requireCase(context.reader, record.id), written)
}

