/** Score sheets (评分表): taken, filled in, signed; corrected by a later one. */
import { v7 as uuidv7 } from 'uuid'
import type { EvaluationStandard } from '../../shared/catalogue/evaluation-standards.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { SampledFile, SheetVersion } from '../../shared/evaluation/contract.ts'
import { foundDefects, scoreOf, sheetProblems, type Score } from '../../shared/evaluation/scoring.ts'
import { EMPTY_SHEET, type Sheet } from '../../shared/evaluation/sheet.ts'
import type { CaseId, IsoInstant } from '../../shared/values/values.ts'
import type { CallContext } from '../core/handler.ts'
import type { Writer } from '../store/database.ts'
import { requireEvaluation, requireFile, sheetsOf } from './evaluation-record.ts'

interface Place {
  readonly evaluationId: string
  readonly caseId: CaseId
}

interface Found extends Place {
  readonly standard: EvaluationStandard
  readonly file: SampledFile
  readonly sheets: readonly SheetVersion[]
}

/** Throws `not-found`, `evaluator-barred`. */
function find(context: CallContext, { evaluationId, caseId }: Place): Found {
  const { standard } = requireEvaluation(context.reader, evaluationId)
  const file = requireFile(context.reader, evaluationId, caseId, context.person.id)
  if (file.barred !== null) throw new FashenError('evaluator-barred', { reason: file.barred })
  return { evaluationId, caseId, standard, file, sheets: sheetsOf(context.reader, evaluationId, caseId) }
}

/** The sheet that is being filled in by the caller. Throws `evaluation-locked`, `evaluation-of-another`. */
function requireOwnOpen(context: CallContext, { sheets }: Found): SheetVersion {
  const last = sheets.at(-1)
  if (last === undefined || last.signedAt !== null) throw new FashenError('evaluation-locked', {})
  if (last.evaluatorId !== context.person.id) throw new FashenError('evaluation-of-another', { name: last.evaluator })
  return last
}

function requireVersion({ version }: SheetVersion, expected: number, id: string): void {
  if (version !== expected) throw new FashenError('conflict', { subject: 'evaluation', id, expected, actual: version })
}

function changed(context: CallContext, evaluationId: string): void {
  context.emit({ kind: 'changed', subject: 'evaluation', id: evaluationId })
}

function insertSheet(context: CallContext, writer: Writer, { evaluationId, caseId }: Place, number: number, sheet: Sheet, reason: string | null): void {
  writer.run(
    `INSERT INTO evaluation_sheets (evaluation_id, case_id, number, evaluator_id, sheet, version, correction_reason, started_at)
     VALUES (?, ?, ?, ?, ?, 1, ?, ?)`,
    evaluationId,
    caseId,
    number,
    context.person.id,
    JSON.stringify(sheet),
    reason,
    context.instant(),
  )
}

export function beginSheet(context: CallContext, place: Place): void {
  const { sheets } = find(context, place)
  const [first] = sheets
  if (first !== undefined) throw new FashenError('evaluation-of-another', { name: first.evaluator })
  context.act({ act: 'evaluation.begin', subject: `evaluation/${place.evaluationId}`, content: { caseId: place.caseId, number: 1 } }, (writer) =>
    insertSheet(context, writer, place, 1, EMPTY_SHEET, null),
  )
  changed(context, place.evaluationId)
}

export function resumeSheet(context: CallContext, place: Place, reason: string): void {
  const { sheets } = find(context, place)
  const last = sheets.at(-1)
  if (last === undefined || last.signedAt !== null) throw new FashenError('evaluation-locked', {})
  const content = { caseId: place.caseId, number: last.number, from: last.evaluatorId, reason }
  context.act({ act: 'evaluation.resume', subject: `evaluation/${place.evaluationId}`, content }, (writer) =>
    writer.run(
      'UPDATE evaluation_sheets SET evaluator_id = ?, version = version + 1 WHERE evaluation_id = ? AND case_id = ? AND number = ?',
      context.person.id,
      place.evaluationId,
      place.caseId,
      last.number,
    ),
  )
  changed(context, place.evaluationId)
}

/** A sheet that is filled in is no act yet; it is one when it is signed. */
export function saveSheet(context: CallContext, place: Place, expectedVersion: number, sheet: Sheet): number {
  const found = find(context, place)
  const open = requireOwnOpen(context, found)
  requireVersion(open, expectedVersion, place.caseId)
  const wrong = sheetProblems(found.standard, sheet).filter(({ problem }) => problem !== 'notMarked' && problem !== 'nothingApplies')
  if (wrong.length > 0) throw new FashenError('evaluation-sheet-wrong', { lines: wrong.map(({ id }) => id) })
  context.withoutAudit('evaluation sheet', (writer) =>
    writer.run(
      'UPDATE evaluation_sheets SET sheet = ?, version = version + 1 WHERE evaluation_id = ? AND case_id = ? AND number = ?',
      JSON.stringify(sheet),
      place.evaluationId,
      place.caseId,
      open.number,
    ),
  )
  return open.version + 1
}

/** Throws `evaluation-sheet-wrong` with every line that is not marked or marked wrongly. */
export function signSheet(context: CallContext, place: Place, expectedVersion: number): Score {
  const found = find(context, place)
  const open = requireOwnOpen(context, found)
  requireVersion(open, expectedVersion, place.caseId)
  const problems = sheetProblems(found.standard, open.sheet)
  const score = scoreOf(found.standard, open.sheet)
  if (problems.length > 0 || score === null) {
    throw new FashenError('evaluation-sheet-wrong', { lines: [...new Set(problems.map(({ id }) => id))] })
  }
  const at = context.instant()
  const content = { caseId: place.caseId, number: open.number, sheet: open.sheet, score }
  context.act({ act: 'evaluation.sign', subject: `evaluation/${place.evaluationId}`, content }, (writer) => {
    writer.run(
      'UPDATE evaluation_sheets SET signed_at = ?, result = ?, version = version + 1 WHERE evaluation_id = ? AND case_id = ? AND number = ?',
      at,
      JSON.stringify(score),
      place.evaluationId,
      place.caseId,
      open.number,
    )
    takeBackDefects(context, writer, found, open, at)
    countDefects(context, writer, found, open, at)
  })
  changed(context, place.evaluationId)
  context.emit({ kind: 'changed', subject: 'case', id: place.caseId })
  return score
}

/** What an earlier sheet had counted is taken back: the corrected one counts for it. */
function takeBackDefects(context: CallContext, writer: Writer, { evaluationId, caseId }: Found, { number, correctionReason }: SheetVersion, at: IsoInstant): void {
  writer.run(
    `INSERT INTO later_defects_taken_back (defect_id, reason, taken_back_by, taken_back_at)
     SELECT d.defect_id, ?, ?, ? FROM evaluation_defects d WHERE d.evaluation_id = ? AND d.case_id = ? AND d.number < ?
       AND NOT EXISTS (SELECT 1 FROM later_defects_taken_back b WHERE b.defect_id = d.defect_id)`,
    correctionReason ?? '',
    context.person.id,
    at,
    evaluationId,
    caseId,
    number,
  )
}

/** Defects that the review should have found are counted as found later (漏检), with the last opinion of the case. */
function countDefects(context: CallContext, writer: Writer, { evaluationId, caseId, standard }: Found, { number, sheet }: SheetVersion, at: IsoInstant): void {
  const last = writer.get<{ round: number }>('SELECT round FROM issued_reviews WHERE case_id = ? ORDER BY round DESC LIMIT 1', caseId)
  if (last === undefined) return
  for (const { lineId, heading, severity, description } of foundDefects(standard, sheet)) {
    const id = uuidv7()
    writer.run(
      `INSERT INTO later_defects (id, case_id, round, source, found_on, heading, severity, description, recorded_by, recorded_at)
       VALUES (?, ?, ?, 'evaluation', ?, ?, ?, ?, ?, ?)`,
      id,
      caseId,
      last.round,
      context.today(),
      heading,
      severity,
      description,
      context.person.id,
      at,
    )
    writer.run('INSERT INTO evaluation_defects (defect_id, evaluation_id, case_id, number, line_id) VALUES (?, ?, ?, ?, ?)', id, evaluationId, caseId, number, lineId)
  }
}

export function correctSheet(context: CallContext, place: Place, reason: string): void {
  const { sheets } = find(context, place)
  const last = sheets.at(-1)
  if (last === undefined || last.signedAt === null) throw new FashenError('evaluation-not-signed', {})
  const number = last.number + 1
  context.act({ act: 'evaluation.correct', subject: `evaluation/${place.evaluationId}`, content: { caseId: place.caseId, number, reason } }, (writer) =>
    insertSheet(context, writer, place, number, last.sheet, reason),
  )
  changed(context, place.evaluationId)
}
