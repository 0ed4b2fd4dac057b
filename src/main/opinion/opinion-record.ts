/** The opinion of a round in the store. */
import type { OpinionTypeCode } from '../../shared/catalogue/vocabulary.ts'
import type { OfficialDocument } from '../../shared/documents/model.ts'
import type { ReadVersion } from '../../shared/opinion/changes.ts'
import type { Opinion, OpinionRemark, OpinionSignature } from '../../shared/opinion/contract.ts'
import type { CaseId, IsoInstant } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

/** `text` null: the officer has not rewritten the section. */
export interface StoredSection {
  readonly id: string
  readonly text: string | null
  /** The composed text that the officer has taken note of; absent in what was written before there was one. */
  readonly base?: string
}

export interface OpinionRecord {
  readonly caseId: CaseId
  readonly round: number
  readonly version: number
  readonly state: Opinion['state']
  /** The type in force when last written. */
  readonly type: OpinionTypeCode
  /** Null: the type follows the answers. Empty: a stricter one was chosen without a reason. */
  readonly overrideReason: string | null
  readonly sections: readonly StoredSection[]
  readonly remarks: readonly OpinionRemark[]
  readonly number: string | null
  /** What the head approved; from the signature of the reviewer on with its number, and frozen. */
  readonly document: OfficialDocument | null
  readonly signatures: readonly OpinionSignature[]
  readonly pdfDocumentId: string | null
  readonly docxDocumentId: string | null
  readonly chainSeq: number | null
  readonly chainHash: string | null
  readonly issuedAt: IsoInstant | null
  /** What the head read when they last sent it back or approved it. */
  readonly lastRead: ReadVersion | null
}

interface Row {
  readonly case_id: CaseId
  readonly round: number
  readonly version: number
  readonly state: Opinion['state']
  readonly type: OpinionTypeCode
  readonly override_reason: string | null
  readonly sections: string
  readonly remarks: string
  readonly number: string | null
  readonly document: string | null
  readonly signatures: string
  readonly pdf_document_id: string | null
  readonly docx_document_id: string | null
  readonly chain_seq: number | null
  readonly chain_hash: string | null
  readonly issued_at: IsoInstant | null
  readonly last_read: string | null
}

function fromRow(row: Row): OpinionRecord {
  return {
    caseId: row.case_id,
    round: row.round,
    version: row.version,
    state: row.state,
    type: row.type,
    overrideReason: row.override_reason,
    sections: JSON.parse(row.sections) as StoredSection[],
    remarks: (JSON.parse(row.remarks) as StoredRemark[]).map(wholeRemark),
    number: row.number,
    document: row.document === null ? null : (JSON.parse(row.document) as OfficialDocument),
    signatures: JSON.parse(row.signatures) as OpinionSignature[],
    pdfDocumentId: row.pdf_document_id,
    docxDocumentId: row.docx_document_id,
    chainSeq: row.chain_seq,
    chainHash: row.chain_hash,
    issuedAt: row.issued_at,
    lastRead: row.last_read === null ? null : (JSON.parse(row.last_read) as ReadVersion),
  }
}

/** Remarks written before there was more to them have neither a paragraph nor an answer. */
type StoredRemark = Pick<OpinionRemark, 'at' | 'by' | 'sectionId' | 'text'> & Partial<OpinionRemark>

function wholeRemark(remark: StoredRemark, index: number): OpinionRemark {
  return { id: `${index + 1}`, paragraph: null, answer: null, ...remark }
}

export function findOpinion(reader: Reader, caseId: CaseId, round: number): OpinionRecord | undefined {
  const row = reader.get<Row>('SELECT * FROM opinions WHERE case_id = ? AND round = ?', caseId, round)
  return row === undefined ? undefined : fromRow(row)
}

/** Issued opinions with this number; at most one, but a copied number must not go unnoticed. */
export function opinionsWithNumber(reader: Reader, number: string): OpinionRecord[] {
  return reader
    .all<Row>('SELECT o.* FROM numbers n JOIN opinions o ON o.case_id = n.case_id AND o.round = n.round AND o.number = n.number WHERE n.number = ?', number)
    .map(fromRow)
}

/** Back to a draft: number, frozen text and signatures belong to what was not issued. */
export function unsigned(opinion: OpinionRecord): OpinionRecord {
  return {
    ...opinion,
    state: 'draft',
    number: null,
    document: null,
    signatures: [],
    pdfDocumentId: null,
    docxDocumentId: null,
    chainSeq: null,
    chainHash: null,
  }
}

/** Writes the whole row, version raised by one. */
export function writeOpinion(writer: Writer, record: OpinionRecord): void {
  writer.run(
    `INSERT INTO opinions (case_id, round, version, state, type, override_reason, sections, remarks, number, document,
       signatures, pdf_document_id, docx_document_id, chain_seq, chain_hash, issued_at, last_read)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (case_id, round) DO UPDATE SET version = excluded.version, state = excluded.state, type = excluded.type,
       override_reason = excluded.override_reason, sections = excluded.sections, remarks = excluded.remarks,
       number = excluded.number, document = excluded.document, signatures = excluded.signatures,
       pdf_document_id = excluded.pdf_document_id, docx_document_id = excluded.docx_document_id,
       chain_seq = excluded.chain_seq, chain_hash = excluded.chain_hash, issued_at = excluded.issued_at,
       last_read = excluded.last_read`,
    record.caseId,
    record.round,
    record.version + 1,
    record.state,
    record.type,
    record.overrideReason,
    JSON.stringify(record.sections),
    JSON.stringify(record.remarks),
    record.number,
    record.document === null ? null : JSON.stringify(record.document),
    JSON.stringify(record.signatures),
    record.pdfDocumentId,
    record.docxDocumentId,
    record.chainSeq,
    record.chainHash,
    record.issuedAt,
    record.lastRead === null ? null : JSON.stringify(record.lastRead),
  )
}
