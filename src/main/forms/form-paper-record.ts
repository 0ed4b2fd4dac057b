/** Forms that were made of a case (已制作的文书), each a PDF and a DOCX among the papers of the case. */
import type { GivenFacts, MadeForm } from '../../shared/forms/contract.ts'
import type { FormId } from '../../shared/forms/form-ids.ts'
import type { CaseId, IsoInstant, PersonId } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

export interface NewFormPaper {
  readonly id: string
  readonly caseId: CaseId
  readonly round: number
  readonly form: FormId
  readonly about: string
  readonly number: string | null
  readonly pdfDocumentId: string
  readonly docxDocumentId: string
  readonly given: GivenFacts
  /** Labels. */
  readonly lacks: readonly string[]
  readonly settingsSeq: number
  /** Content hash of the catalogue whose form it is. */
  readonly catalogue: string
  readonly by: PersonId
  readonly at: IsoInstant
}

export function insertFormPaper(writer: Writer, paper: NewFormPaper): void {
  writer.run(
    `INSERT INTO form_papers (id, case_id, round, form, about, number, pdf_document_id, docx_document_id, given, lacks, settings_seq, catalogue, made_by, made_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    paper.id,
    paper.caseId,
    paper.round,
    paper.form,
    paper.about,
    paper.number,
    paper.pdfDocumentId,
    paper.docxDocumentId,
    JSON.stringify(paper.given),
    JSON.stringify(paper.lacks),
    paper.settingsSeq,
    paper.catalogue,
    paper.by,
    paper.at,
  )
}

type Row = Omit<MadeForm, 'lacks' | 'voided'> & {
  readonly lacks: string
  readonly voidBy: string | null
  readonly voidAt: IsoInstant | null
  readonly voidReason: string | null
}

const SELECT = `SELECT f.id, f.form, f.about, f.number, f.made_at AS madeAt, coalesce(p.name, f.made_by) AS "by",
  f.pdf_document_id AS pdfDocumentId, f.docx_document_id AS docxDocumentId, d.name AS pdfName, w.name AS docxName, d.sha256, f.lacks,
  coalesce(v.name, f.void_by) AS voidBy, f.void_at AS voidAt, f.void_reason AS voidReason
  FROM form_papers f JOIN documents d ON d.id = f.pdf_document_id JOIN documents w ON w.id = f.docx_document_id
  LEFT JOIN people p ON p.id = f.made_by LEFT JOIN people v ON v.id = f.void_by`

function madeForm({ lacks, voidBy, voidAt, voidReason, ...row }: Row): MadeForm {
  const voided = voidAt === null ? null : { by: voidBy ?? '', at: voidAt, reason: voidReason ?? '' }
  return { ...row, lacks: JSON.parse(lacks) as string[], voided }
}

/** Newest first. */
export function formPapersOf(reader: Reader, caseId: CaseId): MadeForm[] {
  return reader.all<Row>(`${SELECT} WHERE f.case_id = ? ORDER BY f.id DESC`, caseId).map(madeForm)
}

export interface StandingPaper {
  readonly number: string | null
  readonly about: string
  readonly madeAt: IsoInstant
  readonly given: GivenFacts
}

/** Not void, newest first, with what was typed in beside the records. */
export function standingPapersOf(reader: Reader, caseId: CaseId, form: FormId): StandingPaper[] {
  return reader
    .all<Omit<StandingPaper, 'given'> & { given: string }>(
      'SELECT number, about, made_at AS madeAt, given FROM form_papers WHERE case_id = ? AND form = ? AND void_at IS NULL ORDER BY id DESC',
      caseId,
      form,
    )
    .map(({ given, ...row }) => ({ ...row, given: JSON.parse(given) as GivenFacts }))
}

export function findFormPaper(reader: Reader, id: string): { readonly paper: MadeForm; readonly caseId: CaseId } | undefined {
  const row = reader.get<Row>(`${SELECT} WHERE f.id = ?`, id)
  const of = reader.get<{ caseId: CaseId }>('SELECT case_id AS caseId FROM form_papers WHERE id = ?', id)
  return row === undefined || of === undefined ? undefined : { paper: madeForm(row), caseId: of.caseId }
}

export function markVoid(writer: Writer, id: string, reason: string, by: PersonId, at: IsoInstant): void {
  writer.run('UPDATE form_papers SET void_by = ?, void_at = ?, void_reason = ? WHERE id = ?', by, at, reason, id)
}
