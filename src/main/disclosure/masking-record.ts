/** Masked texts in the store: the original once, and every step of the masking after it. */
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Masking, MaskingState, MaskingSummary } from '../../shared/disclosure/contract.ts'
import { maskMarkSchema, type MaskMark } from '../../shared/disclosure/masks.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { CaseId, IsoInstant, PersonId } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

interface StoredStep {
  readonly seq: number
  readonly step: Masking['steps'][number]['step']
  readonly marks: readonly MaskMark[]
  readonly remark: string
  readonly pdfDocumentId: string | null
  readonly docxDocumentId: string | null
  readonly doneBy: PersonId
  readonly by: string
  readonly at: IsoInstant
}

export interface StoredMasking {
  readonly id: string
  readonly caseId: CaseId
  readonly title: string
  /** Kind of the document, a row of the catalogue's `documentKinds`. */
  readonly kind: string
  readonly original: string
  readonly by: string
  readonly at: IsoInstant
  readonly steps: readonly StoredStep[]
}

const SELECT = `SELECT r.id, r.case_id AS caseId, r.title, r.kind, r.original, coalesce((SELECT name FROM people WHERE id = r.made_by), r.made_by) AS "by", r.made_at AS "at"
  FROM disclosure_maskings r`

const marksSchema = z.array(maskMarkSchema)

function stepsOf(reader: Reader, id: string): StoredStep[] {
  return reader
    .all<Omit<StoredStep, 'marks'> & { readonly marks: string }>(
      `SELECT r.seq, r.step, r.marks, r.remark, r.pdf_document_id AS pdfDocumentId, r.docx_document_id AS docxDocumentId, r.done_by AS doneBy,
         coalesce((SELECT name FROM people WHERE id = r.done_by), r.done_by) AS "by", r.recorded_at AS "at"
       FROM masking_steps r WHERE r.masking_id = ? ORDER BY r.seq`,
      id,
    )
    .map(({ marks, ...row }) => ({ ...row, marks: marksSchema.parse(JSON.parse(marks)) }))
}

/** Throws `not-found`. */
export function requireMasking(reader: Reader, id: string): StoredMasking {
  const row = reader.get<Omit<StoredMasking, 'steps'>>(`${SELECT} WHERE r.id = ?`, id)
  if (row === undefined) throw new FashenError('not-found', { subject: 'masking', id })
  return { ...row, steps: stepsOf(reader, id) }
}

/** Newest first. */
export function maskingsOf(reader: Reader, caseId: CaseId): StoredMasking[] {
  return reader
    .all<Omit<StoredMasking, 'steps'>>(`${SELECT} WHERE r.case_id = ? ORDER BY r.id DESC`, caseId)
    .map((row) => ({ ...row, steps: stepsOf(reader, row.id) }))
}

const STATES: Readonly<Record<StoredStep['step'], MaskingState>> = { saved: 'draft', submitted: 'submitted', returned: 'returned', approved: 'approved' }

export function stateOf({ steps }: StoredMasking): MaskingState {
  return STATES[steps.at(-1)?.step ?? 'saved']
}

export function marksOf({ steps }: StoredMasking): readonly MaskMark[] {
  return steps.at(-1)?.marks ?? []
}

/** Everybody who had a hand in the masking. */
export function makersOf({ steps }: StoredMasking): ReadonlySet<PersonId> {
  return new Set(steps.filter(({ step }) => step === 'saved' || step === 'submitted').map(({ doneBy }) => doneBy))
}

export function summaryOf(masking: StoredMasking): MaskingSummary {
  const marks = marksOf(masking)
  const count = (masked: boolean | null): number => marks.filter((one) => one.masked === masked).length
  const last = masking.steps.at(-1)
  return {
    id: masking.id,
    title: masking.title,
    state: stateOf(masking),
    counts: { masked: count(true), left: count(false), open: count(null) },
    approvedBy: last?.step === 'approved' ? last.by : null,
    pdfDocumentId: last?.pdfDocumentId ?? null,
    docxDocumentId: last?.docxDocumentId ?? null,
    by: masking.by,
    at: masking.at,
  }
}

export interface NewMasking {
  readonly caseId: CaseId
  readonly title: string
  /** Where the text comes from, for the record. */
  readonly source: unknown
  readonly kind: string
  readonly original: string
  readonly marks: readonly MaskMark[]
  readonly by: PersonId
  readonly at: IsoInstant
}

export function insertMasking(writer: Writer, { caseId, title, source, kind, original, marks, by, at }: NewMasking): string {
  const id = uuidv7()
  writer.run(
    'INSERT INTO disclosure_maskings (id, case_id, title, source, kind, original, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    caseId,
    title,
    JSON.stringify(source),
    kind,
    original,
    by,
    at,
  )
  insertStep(writer, id, { seq: 1, step: 'saved', marks, remark: '', pdfDocumentId: null, docxDocumentId: null, by, at })
  return id
}

export interface NewStep extends Omit<StoredStep, 'doneBy' | 'by'> {
  readonly by: PersonId
}

export function insertStep(writer: Writer, id: string, { seq, step, marks, remark, pdfDocumentId, docxDocumentId, by, at }: NewStep): void {
  writer.run(
    `INSERT INTO masking_steps (masking_id, seq, step, marks, remark, pdf_document_id, docx_document_id, done_by, recorded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    seq,
    step,
    JSON.stringify(marks),
    remark,
    pdfDocumentId,
    docxDocumentId,
    by,
    at,
  )
}
