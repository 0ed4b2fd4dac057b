/**
 * A sample case (示例案件): everything needed to register it and to carry the whole review out through the contract, and
 * the list of the defects that were planted in it. Read from `case.json`, `review.json` and `defects.json` of a folder
 * under `resources/samples/`.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { caseFieldsSchema, caseHandlerSchema } from '../../shared/cases/case.ts'
import { severitySchema, opinionTypeCodeSchema } from '../../shared/catalogue/vocabulary.ts'
import { answerSchema, evidenceSchema, questionIdSchema } from '../../shared/checklist/answers.ts'
import { loginSchema, personFieldsSchema, personNameSchema } from '../../shared/people/contract.ts'
import { materialKindSchema, materialNameSchema } from '../../shared/materials/contract.ts'
import { stationFieldsSchema } from '../../shared/station/contract.ts'
import { isoDateSchema } from '../../shared/values/values.ts'

/** `file`: name of the generated file. `pages`: of the PDF, or of the PDF that the same paper would be. */
export const sampleMaterialSchema = z.strictObject({
  file: materialNameSchema,
  name: z.string().min(1).max(100),
  kind: materialKindSchema,
  pages: z.int().min(1).max(20),
})
export type SampleMaterial = z.infer<typeof sampleMaterialSchema>

/** The handler is a person of the station, named by login; whoever registers the case puts the id in its place. */
const sampleHandlerSchema = caseHandlerSchema.omit({ personId: true }).extend({ login: loginSchema })

/**
 * A period between two days of the case, start day excluded. `limit` is what the law gives: at least (`atLeast`) or at
 * most (`atMost`) so many days; `counted` is how many lie between; `holds` is false exactly where a defect was planted.
 */
export const samplePeriodSchema = z.strictObject({
  what: z.string().min(1),
  basis: z.string().min(1),
  from: isoDateSchema,
  to: isoDateSchema,
  unit: z.enum(['workingDays', 'calendarDays']),
  rule: z.enum(['atLeast', 'atMost']),
  limit: z.int().min(1),
  counted: z.int().min(0),
  holds: z.boolean(),
})
export type SamplePeriod = z.infer<typeof samplePeriodSchema>

export const sampleCaseFileSchema = z.strictObject({
  station: stationFieldsSchema,
  administrator: z.strictObject({ name: personNameSchema, login: loginSchema }),
  people: z.array(personFieldsSchema).min(1),
  case: caseFieldsSchema.omit({ handlers: true }).extend({ handlers: z.array(sampleHandlerSchema).min(1) }),
  /** Reviewers who must not review this case (回避), beyond what the station finds out by itself. */
  recusals: z.array(z.strictObject({ login: loginSchema, reason: z.string().min(2).max(500) })),
  materials: z.array(sampleMaterialSchema).min(1),
  timeline: z.array(z.strictObject({ date: isoDateSchema, what: z.string().min(1), file: materialNameSchema })),
  periods: z.array(samplePeriodSchema),
})
export type SampleCaseFile = z.infer<typeof sampleCaseFileSchema>

/** Evidence that names the file of the sample; whoever answers puts the id of the attached material in its place. */
export const sampleEvidenceSchema = evidenceSchema.omit({ materialId: true }).extend({ file: materialNameSchema })
export type SampleEvidence = z.infer<typeof sampleEvidenceSchema>

export const sampleReviewSchema = z.strictObject({
  answers: z.array(answerSchema.omit({ evidence: true }).extend({ evidence: z.array(sampleEvidenceSchema) })).min(1),
  /** What the answers lead to. */
  expected: z.strictObject({
    type: opinionTypeCodeSchema,
    openFatal: z.array(questionIdSchema),
    openCorrectable: z.array(questionIdSchema),
  }),
})
export type SampleReview = z.infer<typeof sampleReviewSchema>

/** `passage` stands word for word in the text of `file`, white space aside. */
export const sampleDefectSchema = z.strictObject({
  id: z.string().regex(/^D[1-9][0-9]*$/),
  question: questionIdSchema,
  severity: severitySchema,
  file: materialNameSchema,
  passage: z.string().min(2),
  /** Other passages that one must read beside it to see the defect. */
  against: z.array(z.strictObject({ file: materialNameSchema, passage: z.string().min(2) })),
  why: z.string().min(1),
  basis: z.string().min(1),
})
export type SampleDefect = z.infer<typeof sampleDefectSchema>

export const sampleDefectsSchema = z.strictObject({
  defects: z.array(sampleDefectSchema).min(1),
  /** What looks like a defect and is none. */
  noDefects: z.array(z.strictObject({ what: z.string().min(1), why: z.string().min(1) })),
})
export type SampleDefects = z.infer<typeof sampleDefectsSchema>

export interface SampleCase extends SampleCaseFile {
  /** The folder it was read from. */
  readonly folder: string
  readonly review: SampleReview
  readonly defects: SampleDefects
}

async function readJson<Value>(folder: string, file: string, schema: z.ZodType<Value>): Promise<Value> {
  const parsed = schema.safeParse(JSON.parse(await readFile(path.join(folder, file), 'utf8')))
  if (!parsed.success) throw new Error(`${path.join(folder, file)}:\n${z.prettifyError(parsed.error)}`)
  return parsed.data
}

/** Reads a sample case; throws with the name of the file and the field where one is wrong. */
export async function loadSampleCase(folder: string): Promise<SampleCase> {
  const [file, review, defects] = await Promise.all([
    readJson(folder, 'case.json', sampleCaseFileSchema),
    readJson(folder, 'review.json', sampleReviewSchema),
    readJson(folder, 'defects.json', sampleDefectsSchema),
  ])
  return { ...file, folder, review, defects }
}
