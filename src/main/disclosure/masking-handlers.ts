/** Masking of the text to be published: by one person, approved by another (政府信息公开条例 17: a review before publication). */
import { proposeMasks, markOf } from '../../shared/disclosure/mask-proposals.ts'
import { maskedDocument, maskedWords } from '../../shared/disclosure/masked-document.ts'
import { marksProblem, survivors, type MaskMark } from '../../shared/disclosure/masks.ts'
import { rulesOfKind } from '../../shared/catalogue/disclosure-rules.ts'
import type { disclosureContract, Masking, MaskSource } from '../../shared/disclosure/contract.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { quoted } from '../../shared/intake/document-text.ts'
import type { CaseId, MaterialId } from '../../shared/values/values.ts'
import { actorOf } from '../cases/case-flow.ts'
import { requireCase, type CaseRecord } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { producer } from '../core/program.ts'
import { renderDocx } from '../documents/docx.ts'
import { DOCX, fileNameOf, insertDocument, PDF, storeDocument, type MadeDocument } from '../documents/made-documents.ts'
import { renderPdf } from '../documents/pdf.ts'
import { textOf } from '../intake/file-reading-record.ts'
import { documentsIn } from '../intake/material-documents.ts'
import { requireMaterial } from '../materials/handlers.ts'
import { presentMaterials } from '../materials/material-record.ts'
import type { Reader } from '../store/database.ts'
import { mayHandleDisclosure, requireHandling } from './handling.ts'
import { insertMasking, insertStep, makersOf, marksOf, requireMasking, stateOf, summaryOf, type StoredMasking } from './masking-record.ts'

type MaskingMethods = 'disclosure.addMasking' | 'disclosure.masking' | 'disclosure.saveMasking' | 'disclosure.submitMasking' | 'disclosure.settleMasking'

/** Papers in which a decision is made; also a draft that came in with the submission. */
const DECISION_PAPERS: ReadonlySet<string> = new Set(['decision', 'no-penalty-decision', 'licence-decision', 'execution-decision', 'measure-decision'])

export function maskSources(reader: Reader, caseId: CaseId): MaskSource[] {
  return presentMaterials(reader, caseId).flatMap(({ id, name }) =>
    documentsIn(reader, id).flatMap(({ kind, spans }, part) => (DECISION_PAPERS.has(kind) && spans.length > 0 ? [{ materialId: id, part, name, kind }] : [])),
  )
}

interface Source {
  readonly title: string
  readonly kind: string
  readonly original: string
  readonly source: unknown
}

function fromMaterial(context: CallContext, record: CaseRecord, materialId: MaterialId, part: number): Source {
  const paper = requireMaterial(context, materialId)
  const document = documentsIn(context.reader, materialId)[part]
  if (paper.caseId !== record.id || document === undefined) throw new FashenError('not-found', { subject: 'material', id: materialId })
  const text = textOf(context.reader, paper.sha256)
  const kind = context.catalogue.documentKinds.find(({ id }) => id === document.kind)
  return {
    title: kind?.name['zh-CN'] ?? paper.name,
    kind: document.kind,
    original: document.spans.map((span) => quoted(text, span)).join('\n'),
    source: { from: 'material', materialId, part, sha256: paper.sha256 },
  }
}

function viewOf(context: CallContext, masking: StoredMasking): Masking {
  const { reader, person, catalogue } = context
  const record = requireCase(reader, masking.caseId)
  const state = stateOf(masking)
  return {
    ...summaryOf(masking),
    caseId: masking.caseId,
    version: masking.steps.length,
    original: masking.original,
    marks: marksOf(masking),
    proposals: proposeMasks(masking.original, masking.kind, catalogue.disclosureRules),
    treatments: rulesOfKind(catalogue.disclosureRules, 'treatment'),
    steps: masking.steps.map(({ step, remark, by, at }) => ({ step, remark, by, at })),
    may: {
      edit: state !== 'approved' && mayHandleDisclosure(context, record),
      approve: state === 'submitted' && !makersOf(masking).has(person.id) && APPROVERS.some((role) => person.roles.includes(role)) && standsApart(context, record),
    },
  }
}

const APPROVERS = ['reviewer', 'head', 'agencyHead'] as const

/** Who handled the case does not approve what is published of it, nor does who is recused from it. */
function standsApart({ reader, person }: Pick<CallContext, 'reader' | 'person'>, record: CaseRecord): boolean {
  const { relations } = actorOf(reader, person, record)
  return relations.includes('notHandler') && relations.includes('notRecused')
}

interface Step {
  readonly id: string
  readonly expectedVersion: number
}

/** Throws `masking-approved`, `conflict`. */
function requireOpen(context: CallContext, { id, expectedVersion }: Step): StoredMasking {
  const masking = requireMasking(context.reader, id)
  if (stateOf(masking) === 'approved') throw new FashenError('masking-approved', {})
  const actual = masking.steps.length
  if (actual !== expectedVersion) throw new FashenError('conflict', { subject: 'masking', id, expected: expectedVersion, actual })
  return masking
}

function writeMarks(context: CallContext, step: Step & { readonly marks: readonly MaskMark[] }, what: 'saved' | 'submitted'): Masking {
  const masking = requireOpen(context, step)
  const record = requireCase(context.reader, masking.caseId)
  requireHandling(context, record)
  const { marks } = step
  const problem = marksProblem(masking.original, marks)
  if (problem !== null && (what === 'submitted' || problem !== 'undecided')) throw new FashenError('masks-unfit', { problem, words: [] })
  const left = what === 'submitted' ? survivors(masking.original, marks) : []
  if (left.length > 0) throw new FashenError('masks-unfit', { problem: 'survives', words: left.slice(0, 8) })
  const content = { maskingId: masking.id, masked: marks.filter((one) => one.masked === true).length, left: marks.filter((one) => one.masked === false).length }
  const act = what === 'saved' ? 'disclosure.saveMasking' : 'disclosure.submitMasking'
  context.act({ act, subject: `case/${record.id}`, content }, (writer) =>
    insertStep(writer, masking.id, { seq: masking.steps.length + 1, step: what, marks, remark: '', pdfDocumentId: null, docxDocumentId: null, by: context.person.id, at: context.instant() }),
  )
  return done(context, record, masking.id)
}

function done(context: CallContext, record: CaseRecord, id: string): Masking {
  context.emit({ kind: 'changed', subject: 'disclosure', id: record.id })
  return viewOf(context, requireMasking(context.reader, id))
}

interface MaskedFiles {
  readonly pdf: MadeDocument
  readonly docx: MadeDocument
}

/** Both files, made of the masked text; neither their names nor their properties have more than it. */
async function makeFiles(context: CallContext, record: CaseRecord, masking: StoredMasking): Promise<MaskedFiles> {
  const marks = marksOf(masking)
  const paper = maskedDocument({ title: masking.title, original: masking.original, marks })
  const settings = { createdAt: context.instant(), producer: producer() }
  const pdf = await renderPdf(paper, settings)
  const docx = await renderDocx(paper, settings)
  const name = `${maskedWords(masking.title, masking.original, marks)}（公开文本）`
  const common = { caseId: record.id, round: record.round, number: null }
  return {
    pdf: await storeDocument(context, { ...common, kind: 'maskedPdf', name: fileNameOf(name, 'pdf'), mediaType: PDF }, pdf.bytes),
    docx: await storeDocument(context, { ...common, kind: 'maskedDocx', name: fileNameOf(name, 'docx'), mediaType: DOCX }, docx),
  }
}

export const maskingHandlers: Handlers<Pick<typeof disclosureContract, MaskingMethods>> = {
  'disclosure.masking': (context, { id }) => viewOf(context, requireMasking(context.reader, id)),

  'disclosure.addMasking': (context, { caseId, source: wanted }) => {
    const record = requireCase(context.reader, caseId)
    requireHandling(context, record)
    const source: Source =
      wanted.from === 'material'
        ? fromMaterial(context, record, wanted.materialId, wanted.part)
        : { title: wanted.title, kind: 'decision', original: wanted.text, source: { from: 'typed' } }
    const { title, kind, original } = source
    const marks = proposeMasks(original, kind, context.catalogue.disclosureRules).map(markOf)
    const at = context.instant()
    const id = context.act({ act: 'disclosure.addMasking', subject: `case/${caseId}`, content: { title, source: source.source, proposals: marks.length } }, (writer) =>
      insertMasking(writer, { caseId, title, source: source.source, kind, original, marks, by: context.person.id, at }),
    )
    context.emit({ kind: 'changed', subject: 'disclosure', id: caseId })
    return { id }
  },

  'disclosure.saveMasking': (context, step) => writeMarks(context, step, 'saved'),
  'disclosure.submitMasking': (context, step) => writeMarks(context, step, 'submitted'),

  'disclosure.settleMasking': async (context, { outcome, remark, ...step }) => {
    const masking = requireOpen(context, step)
    const record = requireCase(context.reader, masking.caseId)
    if (stateOf(masking) !== 'submitted') throw new FashenError('not-ready', { action: 'disclose', missing: ['maskingSubmitted'] })
    if (makersOf(masking).has(context.person.id)) throw new FashenError('four-eyes', {})
    if (!standsApart(context, record)) throw new FashenError('not-your-part', { action: 'disclose', needs: ['notHandler', 'notRecused'] })
    const marks = marksOf(masking)
    const files = outcome === 'approved' ? await makeFiles(context, record, masking) : null
    const content = {
      maskingId: masking.id,
      outcome,
      remark,
      ...(files === null ? {} : { pdf: { id: files.pdf.id, sha256: files.pdf.sha256 }, docx: { id: files.docx.id, sha256: files.docx.sha256 } }),
    }
    context.act({ act: 'disclosure.settleMasking', subject: `case/${record.id}`, content }, (writer) => {
      // nobody may have gone on while the files were made
      requireOpen(context, step)
      const at = context.instant()
      if (files !== null) for (const file of [files.pdf, files.docx]) insertDocument(writer, file, at)
      const made = { pdfDocumentId: files?.pdf.id ?? null, docxDocumentId: files?.docx.id ?? null }
      insertStep(writer, masking.id, { seq: masking.steps.length + 1, step: outcome, marks, remark, ...made, by: context.person.id, at })
    })
    context.emit({ kind: 'changed', subject: 'case', id: record.id })
    return done(context, record, masking.id)
  },
}
