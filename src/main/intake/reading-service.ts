/**
 * Reading in the background (后台阅卷) of an open station: queues what is attached, finds the documents in what was read,
 * and gives a paper its kind of material as long as no person did.
 */
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { countsAs } from '../../shared/catalogue/document-kinds.ts'
import type { DocumentPart } from '../../shared/intake/document-part.ts'
import type { DocumentText } from '../../shared/intake/document-text.ts'
import type { UnderstandInput } from '../../shared/intake/understand.ts'
import type { ActionKind } from '../../shared/catalogue/vocabulary.ts'
import type { CaseId, MaterialId } from '../../shared/values/values.ts'
import { requireCase } from '../cases/case-record.ts'
import type { Workbench } from '../core/handler.ts'
import { textOf } from './file-reading-record.ts'
import { documentsIn, isCurrent, learnedKinds, writeDocuments } from './material-documents.ts'
import { createReadingQueue, type FileReader, type FileToRead, type ReadingQueue } from './reading-queue.ts'

export type ReadingWorkbench = Omit<Workbench, 'reading' | 'backups'>

export interface ReadingServiceOptions {
  readonly openReader: () => FileReader
  readonly log: (line: string) => void
  readonly idle: boolean
}

export function createReadingService(workbench: ReadingWorkbench, { openReader, log, idle }: ReadingServiceOptions): ReadingQueue {
  return createReadingQueue({
    reader: workbench.reader,
    write: (work) => workbench.withoutAudit('reading', work),
    bytesOf: ({ sha256, name }) => workbench.files.readWhole(sha256, name),
    openReader,
    instant: () => workbench.instant(),
    onRead: async (file, reader, text) => {
      for (const { id, caseId } of papersWith(workbench, file)) {
        // a file that comes in again changes nothing in the cases that have it already
        if (text === 'new' || !isCurrent(workbench.reader, id)) await findDocuments(workbench, reader, id, caseId)
      }
    },
    onProgress: (file) => {
      const cases = new Set(papersWith(workbench, file).map(({ caseId }) => caseId))
      // a staged file belongs to no case yet: whoever waits for it asks for all
      if (cases.size === 0) workbench.emit({ kind: 'changed', subject: 'reading' })
      for (const caseId of cases) workbench.emit({ kind: 'changed', subject: 'reading', id: caseId })
    },
    onPlaced: (file) => {
      for (const caseId of new Set(papersWith(workbench, file).map((paper) => paper.caseId))) workbench.emit({ kind: 'changed', subject: 'places', id: caseId })
    },
    log,
    idle,
  })
}

function papersWith({ reader }: ReadingWorkbench, { sha256 }: FileToRead): { id: MaterialId; caseId: CaseId }[] {
  return reader.all('SELECT id, case_id AS caseId FROM materials WHERE sha256 = ? AND removed_at IS NULL', sha256)
}

/** What is needed to find the documents of a text that bears this name, as this station sees them. */
export function toUnderstand(workbench: Pick<Workbench, 'catalogue' | 'reader'>, name: string, text: DocumentText): UnderstandInput {
  return { name, text, kinds: workbench.catalogue.documentKinds, learned: learnedKinds(workbench.reader) }
}

/** What a person said of a document holds as long as the file has as many documents as before. */
function keepingCorrections(before: readonly DocumentPart[], after: DocumentPart[]): DocumentPart[] {
  if (before.length !== after.length) return after
  return after.map((part, index) => {
    const old = before[index]
    return old?.decidedBy === 'person' ? { ...part, kind: old.kind, confidence: 1, decidedBy: 'person' as const } : part
  })
}

interface PaperRow {
  readonly name: string
  readonly sha256: string
  readonly kind: string
  readonly kindBy: 'rules' | 'person'
}

/** Finds the documents of one paper anew and writes them down. */
async function findDocuments(workbench: ReadingWorkbench, reader: FileReader, materialId: MaterialId, caseId: CaseId): Promise<void> {
  const paperNow = (): PaperRow | undefined =>
    workbench.reader.get<PaperRow>('SELECT name, sha256, kind, kind_by AS kindBy FROM materials WHERE id = ? AND removed_at IS NULL', materialId)
  const asked = paperNow()
  if (asked === undefined) return
  const understood = await reader.understand(toUnderstand(workbench, asked.name, textOf(workbench.reader, asked.sha256)))
  // it may have waited behind another file: what a person said or took away meanwhile holds
  const paper = paperNow()
  if (paper === undefined) return
  const parts = keepingCorrections(documentsIn(workbench.reader, materialId), understood)
  const { actionKinds } = requireCase(workbench.reader, caseId).fields
  const kind = materialKindOf(workbench.catalogue, parts, actionKinds)
  if (paper.kindBy !== 'rules' || kind === null || kind === paper.kind) {
    workbench.withoutAudit('documents', (writer) => writeDocuments(writer, materialId, parts))
    return
  }
  const content = { id: materialId, before: paper.kind, after: kind, documents: parts.map((part) => ({ kind: part.kind, confidence: part.confidence })) }
  workbench.actAs('system', { act: 'material.recognise', subject: `case/${caseId}`, content }, (writer) => {
    writeDocuments(writer, materialId, parts)
    writer.run("UPDATE materials SET kind = ? WHERE id = ? AND kind_by = 'rules'", kind, materialId)
  })
  workbench.emit({ kind: 'changed', subject: 'materials', id: caseId })
}

/** What the paper counts as: the first of its documents that is the whole of a material, else any that belongs to one. */
export function materialKindOf(catalogue: Catalogue, parts: readonly DocumentPart[], actionKinds: readonly ActionKind[]): string | null {
  const counted = parts.flatMap(({ kind }) => {
    const row = catalogue.documentKinds.find(({ id }) => id === kind)
    return row === undefined ? [] : countsAs(row, actionKinds)
  })
  return (counted.find(({ as }) => as === 'whole') ?? counted[0])?.material ?? null
}

/** Papers of a case that are not read, or were read by older rules, are put in order when somebody opens the case. */
export function readCase(workbench: Workbench, caseId: CaseId): void {
  const papers = workbench.reader.all<{ id: MaterialId; name: string; sha256: string; state: string | null }>(
    `SELECT m.id, m.name, m.sha256, r.state FROM materials m LEFT JOIN file_readings r ON r.sha256 = m.sha256
     WHERE m.case_id = ? AND m.removed_at IS NULL`,
    caseId,
  )
  const unread = papers.filter(({ state }) => state === null)
  if (unread.length > 0) workbench.reading.add(unread)
  const stale = papers.filter(({ id, state }) => state === 'read' && !isCurrent(workbench.reader, id))
  if (stale.length > 0) workbench.reading.understandAgain(stale)
}
