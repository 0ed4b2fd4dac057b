/** The evaluation of closed files (案卷评查): drawn at random, scored by a standard, signed, corrected only by a new sheet. */
import { z } from 'zod'
import { EVALUATION_STANDARD_LIMIT } from './standard-file.ts'
import type { EvaluationStandard } from '../catalogue/evaluation-standards.ts'
import { actionKindSchema, type ActionKind } from '../catalogue/vocabulary.ts'
import { method } from '../contract/method.ts'
import { caseIdSchema, isoDateSchema, languageSchema, sha256Schema, type CaseId, type IsoDate, type IsoInstant, type PersonId, type Sha256 } from '../values/values.ts'
import type { SampleFault } from './sample.ts'
import type { Score } from './scoring.ts'
import { sheetSchema, type Sheet } from './sheet.ts'

/** Which day of a case must lie in the period: 归档日, or the day on which it was decided or dropped (办结日). */
export const CLOSED_BY = ['archived', 'ended'] as const
export type ClosedBy = (typeof CLOSED_BY)[number]

/** Longest period and largest sample of one evaluation. */
export const LONGEST_PERIOD = 1827
export const LARGEST_SAMPLE = 1000

export const populationSchema = z
  .strictObject({
    from: isoDateSchema,
    to: isoDateSchema,
    closedBy: z.enum(CLOSED_BY),
    unit: z.string().trim().min(1).max(100).nullable(),
    kind: actionKindSchema.nullable(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'before-it-came' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST_PERIOD * 86_400_000, { path: ['to'], message: 'too_big' })
export type Population = z.infer<typeof populationSchema>

export interface StandardEntry {
  /** SHA-256 of its canonical form: what a sheet was scored by stays what it was. */
  readonly key: Sha256
  readonly origin: 'shipped' | 'station'
  readonly standard: EvaluationStandard
  /** Null for one that ships. */
  readonly importedBy: string | null
  readonly importedAt: IsoInstant | null
  /** Whether a later version of the same standard is here. */
  readonly superseded: boolean
}

/** An evaluation (评查) with its progress. */
export interface EvaluationSummary {
  readonly id: string
  readonly name: string
  readonly population: Population
  readonly populationSize: number
  readonly sampleSize: number
  readonly standardName: EvaluationStandard['name']
  readonly standardVersion: string
  readonly begun: number
  readonly signed: number
  /** Signed files by the id of their grade, in the order of the standard. */
  readonly grades: readonly { readonly grade: EvaluationStandard['grades'][number]; readonly files: number }[]
  readonly startedBy: string
  readonly startedAt: IsoInstant
}

export interface SampledFile {
  readonly place: number
  readonly caseId: CaseId
  readonly title: string
  readonly fileNumber: string
  readonly unit: string
  readonly kinds: readonly ActionKind[]
  readonly closedOn: IsoDate
  readonly state: 'open' | 'begun' | 'signed' | 'correcting'
  readonly evaluator: string | null
  /** Of the last sheet that was signed. */
  readonly score: number | null
  readonly gradeId: string | null
  readonly vetoed: boolean
  readonly signedAt: IsoInstant | null
  /** How often a signed sheet was corrected. */
  readonly corrections: number
  /** Why the caller may not evaluate it; null: may. */
  readonly barred: EvaluatorBar | null
}

/**
 * Why somebody may not evaluate a file (回避): handled it, bears the name of a handler who was typed by name, reviewed it,
 * signed its opinion as head, or is recused.
 */
export const EVALUATOR_BARS = ['handlesCase', 'handlersName', 'reviewedCase', 'signedAsHead', 'recused'] as const
export type EvaluatorBar = (typeof EVALUATOR_BARS)[number]

export interface EvaluationDetail extends EvaluationSummary {
  readonly standard: EvaluationStandard
  readonly draw: { readonly seed: string; readonly commitment: string; readonly populationHash: string }
  readonly files: readonly SampledFile[]
  /** Average of the signed scores with two decimals; null while none is. */
  readonly average: number | null
}

/** A sheet (评分表) in one of its versions; once signed it never changes. */
export interface SheetVersion {
  readonly number: number
  readonly evaluatorId: PersonId
  readonly evaluator: string
  readonly sheet: Sheet
  /** Rises with each saving. */
  readonly version: number
  readonly startedAt: IsoInstant
  readonly signedAt: IsoInstant | null
  readonly score: Score | null
  /** Why it was corrected; null for the first. */
  readonly correctionReason: string | null
  /** Defects that were counted as found later when it was signed. */
  readonly laterDefects: number
}

export interface FileEvaluation {
  readonly evaluationId: string
  readonly evaluationName: string
  readonly standard: EvaluationStandard
  readonly file: SampledFile
  /** Oldest first. */
  readonly sheets: readonly SheetVersion[]
}

const id = z.uuidv7()
const reason = z.string().trim().min(5).max(500)
const file = { evaluationId: id, caseId: caseIdSchema }
const READERS = ['reviewer', 'head', 'agencyHead', 'supervisor'] as const
/** Who evaluates: people of the review body and of supervision. */
const EVALUATORS = ['reviewer', 'head', 'supervisor'] as const

export const evaluationContract = {
  'evaluation.standards': method({ input: z.strictObject({}), allowed: [...READERS, 'admin'], access: 'read' }).returns<readonly StandardEntry[]>(),
  /** A standard of the station's own, as JSON in the shape of the shipped one; a later version of it has a higher number. */
  'evaluation.importStandard': method({
    input: z.strictObject({ text: z.string().max(EVALUATION_STANDARD_LIMIT) }),
    allowed: ['head', 'supervisor', 'admin'],
    access: 'write',
  }).returns<{ readonly key: Sha256 }>(),
  'evaluation.list': method({ input: z.strictObject({}), allowed: [...READERS], access: 'read' }).returns<readonly EvaluationSummary[]>(),
  /** How many cases there are to draw from. */
  'evaluation.population': method({ input: z.strictObject({ population: populationSchema }), allowed: [...READERS], access: 'read' }).returns<{
    readonly size: number
  }>(),
  /** Commits to a seed, draws, and keeps standard and sample. */
  'evaluation.start': method({
    input: z.strictObject({
      name: z.string().trim().min(2).max(100),
      standardKey: sha256Schema,
      population: populationSchema,
      size: z.int().min(1).max(LARGEST_SAMPLE),
    }),
    allowed: ['head', 'supervisor'],
    access: 'write',
  }).returns<{ readonly evaluationId: string }>(),
  'evaluation.get': method({ input: z.strictObject({ evaluationId: id }), allowed: [...READERS], access: 'read' }).returns<EvaluationDetail>(),
  /** Draws the sample again from the record. `notCommitted`: the audit chain has no commitment before the draw. */
  'evaluation.checkSample': method({ input: z.strictObject({ evaluationId: id }), allowed: [...READERS], access: 'read' }).returns<{
    readonly fault: SampleFault | 'notCommitted' | null
    readonly committedIn: number | null
  }>(),
  'evaluation.file': method({ input: z.strictObject(file), allowed: [...READERS], access: 'read' }).returns<FileEvaluation>(),
  /** Takes a file: from here on it is scored by who took it. */
  'evaluation.begin': method({ input: z.strictObject(file), allowed: [...EVALUATORS], access: 'write' }).returns<null>(),
  /** Somebody else goes on with a sheet that is not signed. */
  'evaluation.resume': method({ input: z.strictObject({ ...file, reason }), allowed: [...EVALUATORS], access: 'write' }).returns<null>(),
  'evaluation.save': method({
    input: z.strictObject({ ...file, expectedVersion: z.int().min(1), sheet: sheetSchema }),
    allowed: [...EVALUATORS],
    access: 'write',
  }).returns<{ readonly version: number }>(),
  /** Locks the sheet; what the review should have found is counted as found later. */
  'evaluation.sign': method({ input: z.strictObject({ ...file, expectedVersion: z.int().min(1) }), allowed: [...EVALUATORS], access: 'write' }).returns<{
    readonly score: Score
  }>(),
  /** Begins a further sheet from the one that was signed, which stays. */
  'evaluation.correct': method({ input: z.strictObject({ ...file, reason }), allowed: [...EVALUATORS], access: 'write' }).returns<null>(),
  /** The results as a workbook (XLSX), in base64. */
  'evaluation.workbook': method({ input: z.strictObject({ evaluationId: id, language: languageSchema }), allowed: [...READERS], access: 'read' }).returns<{
    readonly name: string
    readonly content: string
  }>(),
}
