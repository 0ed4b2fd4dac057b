/** Evaluations, their samples and score sheets in the store. */
import type { EvaluationStandard } from '../../shared/catalogue/evaluation-standards.ts'
import type { ActionKind } from '../../shared/catalogue/vocabulary.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { populationSchema, type EvaluationSummary, type EvaluatorBar, type SampledFile, type SheetVersion } from '../../shared/evaluation/contract.ts'
import type { SampleRecord } from '../../shared/evaluation/sample.ts'
import type { Score } from '../../shared/evaluation/scoring.ts'
import { sheetSchema } from '../../shared/evaluation/sheet.ts'
import type { CaseId, IsoDate, IsoInstant, PersonId } from '../../shared/values/values.ts'
import { requireCase } from '../cases/case-record.ts'
import { handlingPartOf } from '../cases/handling-part.ts'
import type { Reader } from '../store/database.ts'

export interface EvaluationRow extends Omit<EvaluationSummary, 'begun' | 'signed' | 'grades'> {
  readonly standard: EvaluationStandard
  readonly draw: Pick<SampleRecord, 'seed' | 'commitment' | 'populationHash'>
}

interface Row {
  readonly id: string
  readonly name: string
  readonly population: string
  readonly populationSize: number
  readonly populationHash: string
  readonly sampleSize: number
  readonly seed: string
  readonly commitment: string
  readonly standard: string
  readonly startedBy: string
  readonly startedAt: IsoInstant
}

const EVALUATIONS = `SELECT e.id, e.name, e.population, e.population_size AS populationSize, e.population_hash AS populationHash, e.seed,
  e.commitment, e.standard, p.name AS startedBy, e.started_at AS startedAt,
  (SELECT count(*) FROM evaluation_files f WHERE f.evaluation_id = e.id) AS sampleSize
  FROM evaluations e JOIN people p ON p.id = e.started_by`

function fromRow({ population, standard, seed, commitment, populationHash, ...row }: Row): EvaluationRow {
  // the table is guarded: it is as it was checked
  const parsed = JSON.parse(standard) as EvaluationStandard
  return {
    ...row,
    population: populationSchema.parse(JSON.parse(population)),
    standard: parsed,
    standardName: parsed.name,
    standardVersion: parsed.version,
    draw: { seed, commitment, populationHash },
  }
}

/** Newest first. */
export function allEvaluations(reader: Reader): EvaluationRow[] {
  return reader.all<Row>(`${EVALUATIONS} ORDER BY e.id DESC`).map(fromRow)
}

/** Throws `not-found`. */
export function requireEvaluation(reader: Reader, id: string): EvaluationRow {
  const row = reader.get<Row>(`${EVALUATIONS} WHERE e.id = ?`, id)
  if (row === undefined) throw new FashenError('not-found', { subject: 'evaluation', id })
  return fromRow(row)
}

/** In ascending order. */
export function keptPopulation(reader: Reader, id: string): CaseId[] {
  return reader.all<{ id: CaseId }>('SELECT case_id AS id FROM evaluation_population WHERE evaluation_id = ? ORDER BY case_id', id).map((row) => row.id)
}

/** In the order in which they were drawn. */
export function drawnCases(reader: Reader, id: string): CaseId[] {
  return reader.all<{ id: CaseId }>('SELECT case_id AS id FROM evaluation_files WHERE evaluation_id = ? ORDER BY place', id).map((row) => row.id)
}

interface FileRow {
  readonly place: number
  readonly caseId: CaseId
  readonly title: string
  readonly fileNumber: string
  readonly unit: string
  readonly kinds: string
  readonly closedOn: IsoDate
}

const FILES = `SELECT f.place + 1 AS place, f.case_id AS caseId, c.title, c.file_number AS fileNumber, c.submitting_unit AS unit,
  c.action_kinds AS kinds, f.closed_on AS closedOn FROM evaluation_files f JOIN cases c ON c.id = f.case_id WHERE f.evaluation_id = ?`

export function sampledFiles(reader: Reader, evaluationId: string, personId: PersonId): SampledFile[] {
  return reader.all<FileRow>(`${FILES} ORDER BY f.place`, evaluationId).map((row) => withSheets(reader, evaluationId, personId, row))
}

/** Throws `not-found` for a case that is not in the sample. */
export function requireFile(reader: Reader, evaluationId: string, caseId: CaseId, personId: PersonId): SampledFile {
  const row = reader.get<FileRow>(`${FILES} AND f.case_id = ?`, evaluationId, caseId)
  if (row === undefined) throw new FashenError('not-found', { subject: 'evaluation', id: caseId })
  return withSheets(reader, evaluationId, personId, row)
}

function withSheets(reader: Reader, evaluationId: string, personId: PersonId, { kinds, ...row }: FileRow): SampledFile {
  const sheets = sheetsOf(reader, evaluationId, row.caseId)
  const last = sheets.at(-1)
  const signed = sheets.findLast(({ signedAt }) => signedAt !== null)
  const open = last !== undefined && last.signedAt === null
  return {
    ...row,
    kinds: JSON.parse(kinds) as ActionKind[],
    state: last === undefined ? 'open' : open ? (signed === undefined ? 'begun' : 'correcting') : 'signed',
    evaluator: last?.evaluator ?? null,
    score: signed?.score?.score ?? null,
    gradeId: signed?.score?.grade.id ?? null,
    vetoed: (signed?.score?.vetoed.length ?? 0) > 0,
    signedAt: signed?.signedAt ?? null,
    corrections: sheets.filter(({ number, signedAt }) => number > 1 && signedAt !== null).length,
    barred: barOf(reader, row.caseId, personId),
  }
}

/** Why somebody may not evaluate the file; null: may. */
export function barOf(reader: Reader, caseId: CaseId, personId: PersonId): EvaluatorBar | null {
  const there = (sql: string, ...values: string[]): boolean => reader.get(sql, ...values) !== undefined
  const part = handlingPartOf(reader, requireCase(reader, caseId), personId)
  if (part !== null) return part === 'name' ? 'handlersName' : 'handlesCase'
  // whoever reviewed it once, also where another took over before the opinion
  if (
    there('SELECT 1 FROM rounds WHERE case_id = ? AND reviewer_id = ?', caseId, personId) ||
    there('SELECT 1 FROM assignments WHERE case_id = ? AND person_id = ?', caseId, personId)
  ) {
    return 'reviewedCase'
  }
  if (there("SELECT 1 FROM audit WHERE subject = ? AND actor = ? AND act IN ('opinion.approve', 'opinion.issue')", `case/${caseId}`, personId)) return 'signedAsHead'
  return there('SELECT 1 FROM recusals WHERE case_id = ? AND person_id = ?', caseId, personId) ? 'recused' : null
}

interface SheetRow extends Omit<SheetVersion, 'sheet' | 'score'> {
  readonly sheet: string
  readonly result: string | null
}

/** Oldest first. */
export function sheetsOf(reader: Reader, evaluationId: string, caseId: CaseId): SheetVersion[] {
  return reader
    .all<SheetRow>(
      `SELECT s.number, s.evaluator_id AS evaluatorId, p.name AS evaluator, s.sheet, s.version, s.started_at AS startedAt,
         s.signed_at AS signedAt, s.result, s.correction_reason AS correctionReason,
         (SELECT count(*) FROM evaluation_defects d WHERE d.evaluation_id = s.evaluation_id AND d.case_id = s.case_id AND d.number = s.number) AS laterDefects
       FROM evaluation_sheets s JOIN people p ON p.id = s.evaluator_id WHERE s.evaluation_id = ? AND s.case_id = ? ORDER BY s.number`,
      evaluationId,
      caseId,
    )
    .map(({ sheet, result, ...row }) => ({
      ...row,
      sheet: sheetSchema.parse(JSON.parse(sheet)),
      score: result === null ? null : (JSON.parse(result) as Score),
    }))
}

export function summaryOf(reader: Reader, { standard, ...row }: Omit<EvaluationRow, 'draw'>): EvaluationSummary {
  const counted = reader.all<{ gradeId: string | null; n: number }>(
    `SELECT (SELECT s.result ->> '$.grade.id' FROM evaluation_sheets s WHERE s.evaluation_id = f.evaluation_id AND s.case_id = f.case_id
         AND s.signed_at IS NOT NULL ORDER BY s.number DESC LIMIT 1) AS gradeId, count(*) AS n
     FROM evaluation_files f WHERE f.evaluation_id = ? GROUP BY 1`,
    row.id,
  )
  const begun = reader.get<{ n: number }>('SELECT count(DISTINCT case_id) AS n FROM evaluation_sheets WHERE evaluation_id = ?', row.id)?.n ?? 0
  const filesOf = (id: string): number => counted.find(({ gradeId }) => gradeId === id)?.n ?? 0
  return {
    ...row,
    begun,
    signed: standard.grades.reduce((sum, { id }) => sum + filesOf(id), 0),
    grades: standard.grades.map((grade) => ({ grade, files: filesOf(grade.id) })),
  }
}
