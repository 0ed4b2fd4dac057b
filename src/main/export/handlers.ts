/** Exports the case file of an issued opinion into a folder of its own. */
import { homedir } from 'node:os'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { SavedAnswer } from '../../shared/checklist/contract.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { exportContract, ExportReport } from '../../shared/export/contract.ts'
import type { Material } from '../../shared/materials/contract.ts'
import { chainHead, entriesAbout, sha256Hex } from '../audit/chain.ts'
import { actorOf } from '../cases/case-flow.ts'
import { requireCase, type CaseRecord } from '../cases/case-record.ts'
import { reviewState } from '../checklist/review-state.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { producer } from '../core/program.ts'
import { fileNameOf, findDocument } from '../documents/made-documents.ts'
import { renderPdf } from '../documents/pdf.ts'
import { materialsOf } from '../materials/material-record.ts'
import { findOpinion, type OpinionRecord } from '../opinion/opinion-record.ts'
import { stationRoot } from '../signing/certificate-record.ts'
import { checklistPaper, materialsPaper } from './review-papers.ts'
import { requireExportFolder, writeExportFolder, type ExportFile } from './export-folder.ts'
import { verifyDataSchema, type VerifyData } from './verify-data.ts'

export const exportHandlers: Handlers<typeof exportContract> = {
  'export.suggestFolder': () => {
    const documents = ['Documents', '文档'].map((name) => join(homedir(), name)).find((folder) => existsSync(folder))
    return { folder: join(documents ?? homedir(), '法审台案卷') }
  },

  'export.caseFile': async (context, { caseId, folder }) => {
    const record = requireCase(context.reader, caseId)
    requireExportRight(context, record)
    const opinion = latestIssued(context, record)
    const target = requireExportFolder(folder, context.folder)
    const files = await caseFiles(context, record, opinion)
    const data = verifyData(context, record, opinion, files)
    const all = [...files, { name: 'verify.json', bytes: Buffer.from(`${JSON.stringify(data, null, 2)}\n`) }]
    const made = await writeExportFolder(target, fileNameOf(`${opinion.number ?? ''} ${record.fields.title}`, '').replace(/\.$/u, ''), all)
    const report: ExportReport = { folder: made, files: all.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: sha256Hex(bytes) })) }
    // the act is written after the files: an entry says what is there, not what was meant to be
    context.act({ act: 'case.export', subject: `case/${caseId}`, content: { number: opinion.number, files: report.files } }, () => undefined)
    return report
  },
}

/** The handler of the case, the review desk unless recused, and those who see everything. */
function requireExportRight(context: CallContext, record: CaseRecord): void {
  const { roles, relations } = actorOf(context.reader, context.person, record)
  if (roles.includes('agencyHead') || roles.includes('supervisor')) return
  const desk = (roles.includes('reviewer') || roles.includes('head')) && relations.includes('notRecused')
  if (desk || relations.includes('handlerOfCase')) return
  throw new FashenError('not-your-part', { action: 'archive', needs: ['handlerOfCase'] })
}

/** The materials as they were when the opinion was issued: those of later rounds are not in, later removals do not count. */
function materialsAtIssue(context: CallContext, record: CaseRecord, opinion: OpinionRecord): Material[] {
  return materialsOf(context.reader, record.id).filter(
    ({ removed, round }) => round <= opinion.round && (removed === null || (opinion.issuedAt !== null && removed.at > opinion.issuedAt)),
  )
}

function latestIssued(context: CallContext, record: CaseRecord): OpinionRecord {
  for (let round = record.round; round >= 1; round -= 1) {
    const opinion = findOpinion(context.reader, record.id, round)
    if (opinion?.state === 'issued') return opinion
  }
  throw new FashenError('not-found', { subject: 'opinion', id: record.id })
}

async function caseFiles(context: CallContext, record: CaseRecord, opinion: OpinionRecord): Promise<ExportFile[]> {
  const { reader } = context
  const number = opinion.number ?? ''
  const review = reviewState(context, record, opinion.round)
  const facts = { fields: review.basis.fields, number }
  const materials = materialsAtIssue(context, record, opinion)
  const names = new Map<string, string>(materialsOf(reader, record.id).map(({ id, name }) => [id, name]))
  const { catalogue } = review
  const options = { createdAt: opinion.issuedAt ?? context.instant(), producer: producer(), stationId: context.station().id }
  const answers = review.applicable.headings.flatMap(({ heading, questions }) =>
    questions.map(({ id, severity, text }) => ({ heading: heading.id, id, severity, question: text['zh-CN'], answer: exportedAnswer(review.answers.get(id)) })),
  )
  return [
    { name: fileNameOf(`1 法制审核意见书 ${number}`, 'pdf'), bytes: await documentBytes(context, opinion.pdfDocumentId) },
    { name: fileNameOf(`2 法制审核意见书 ${number}`, 'docx'), bytes: await documentBytes(context, opinion.docxDocumentId) },
    { name: '3 法制审核清单.pdf', bytes: (await renderPdf(checklistPaper(review, names, facts), options)).bytes },
    { name: '3 法制审核清单.json', bytes: Buffer.from(`${JSON.stringify({ number, round: opinion.round, answers }, null, 2)}\n`) },
    { name: '4 送审材料清单.pdf', bytes: (await renderPdf(materialsPaper(catalogue, materials, facts), options)).bytes },
  ]
}

/** The reviewer's own note stays in the station. */
function exportedAnswer(answer: SavedAnswer | undefined): Omit<SavedAnswer, 'note'> | null {
  if (answer === undefined) return null
  const { note: _, ...rest } = answer
  return rest
}

/**
 * Acts whose content leaves the station in `verify.json`. Of the others (remarks, notes, recusals) only the hash goes
 * out: what was written in confidence does not go into the bureau's file.
 */
const EXPORTED_ACTS: ReadonlySet<string> = new Set([
  'case.register',
  'case.accept',
  'case.commitDraw',
  'case.assign',
  'material.attach',
  'opinion.approve',
  'opinion.takeNumber',
  'opinion.sign',
  'opinion.issue',
])

async function documentBytes(context: CallContext, id: string | null): Promise<Uint8Array> {
  const document = id === null ? undefined : findDocument(context.reader, id)
  if (document === undefined) throw new FashenError('not-found', { subject: 'document', id: id ?? '' })
  return context.files.readWhole(document.sha256, document.name)
}

function verifyData(context: CallContext, record: CaseRecord, opinion: OpinionRecord, files: readonly ExportFile[]): VerifyData {
  const station = context.station()
  const round = reviewState(context, record, opinion.round).round
  const root = stationRoot(context.reader)
  return verifyDataSchema.parse({
    format: 'fashen-verify/1',
    program: producer(),
    exportedAt: context.instant(),
    station: { id: station.id, agency: station.agency },
    case: { id: record.id, title: record.fields.title, round: opinion.round },
    number: opinion.number,
    chainHeadInOpinion: { seq: opinion.chainSeq, hash: opinion.chainHash },
    chainHeadAtExport: chainHead(context.reader),
    catalogueVersion: round.catalogueVersion === null ? null : (JSON.parse(round.catalogueVersion) as unknown),
    stationRoot: root === undefined ? null : Buffer.from(root.certificateDer).toString('base64'),
    files: files.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: sha256Hex(bytes) })),
    materials: materialsAtIssue(context, record, opinion).map(({ name, kind, size, sha256, pages }) => ({ name, kind, size, sha256, pages })),
    chain: entriesAbout(context.reader, `case/${record.id}`).map((entry) => ({
      ...entry,
      content: EXPORTED_ACTS.has(entry.act) ? entry.content : null,
    })),
  })
}
