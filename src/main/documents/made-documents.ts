/** Papers that the station makes for a case (notices, opinions): stored like files, listed with the case, unchangeable. */
import { v7 as uuidv7 } from 'uuid'
import type { CaseDocument } from '../../shared/cases/contract.ts'
import type { CaseId } from '../../shared/values/values.ts'
import type { CallContext } from '../core/handler.ts'
import { pageCountOf } from '../materials/page-count.ts'
import type { Reader, Writer } from '../store/database.ts'

export const PDF = 'application/pdf'
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export interface MadeDocument {
  readonly id: string
  readonly caseId: CaseId
  readonly round: number
  readonly kind: CaseDocument['kind'] | 'opinionPartlySigned'
  readonly name: string
  readonly number: string | null
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
  /** Null: it has no fixed pages, or they were not counted. */
  readonly pages?: number | null
}

/** Puts the bytes into the file store. They belong to the case once {@link insertDocument} has run in an act. */
export async function storeDocument(
  context: Pick<CallContext, 'files'>,
  paper: Omit<MadeDocument, 'id' | 'size' | 'sha256' | 'pages'>,
  bytes: Uint8Array,
): Promise<MadeDocument> {
  const stored = await context.files.put(paper.name, once(bytes))
  return { ...paper, id: uuidv7(), ...stored, pages: await pageCountOf(paper.mediaType, bytes) }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

export function insertDocument(writer: Writer, paper: MadeDocument, at: string): void {
  writer.run(
    `INSERT INTO documents (id, case_id, round, kind, name, number, media_type, size, sha256, pages, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    paper.id,
    paper.caseId,
    paper.round,
    paper.kind,
    paper.name,
    paper.number,
    paper.mediaType,
    paper.size,
    paper.sha256,
    paper.pages ?? null,
    at,
  )
}

export function findDocument(reader: Reader, id: string): MadeDocument | undefined {
  return reader.get<MadeDocument>(
    `SELECT id, case_id AS caseId, round, kind, name, number, media_type AS mediaType, size, sha256 FROM documents WHERE id = ?`,
    id,
  )
}

/** How many pages the papers have that the station made of a case, by id; null where they were not counted. */
export function pagesOfDocuments(reader: Reader, caseId: CaseId): ReadonlyMap<string, number | null> {
  return new Map(reader.all<{ id: string; pages: number | null }>('SELECT id, pages FROM documents WHERE case_id = ?', caseId).map(({ id, pages }) => [id, pages]))
}

/** Bytes of a name that leave room for an ending and a “ (2)” within the 255 that file systems take. */
const NAME_BYTES = 220

/** A file name for any system: no separators, no reserved characters, at most 80 characters before the ending. */
export function fileNameOf(title: string, extension: string): string {
  const safe = title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').replace(/[. ]+$/u, '')
  const kept = [...safe].slice(0, 80)
  while (Buffer.byteLength(kept.join('')) > NAME_BYTES) kept.pop()
  return `${kept.join('')}.${extension}`
}
