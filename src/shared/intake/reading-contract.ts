/**
 * Reading the file (阅卷): what was read from each paper of a case, which documents are in it and what they state. Reading
 * runs in the background from the moment a paper comes in; recognition of scans (OCR) can be paused.
 */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import type { StagedFile } from '../contract/reply.ts'
import { materialNameSchema } from '../materials/contract.ts'
import { caseIdSchema, materialIdSchema, type IsoInstant, type MaterialId } from '../values/values.ts'
import type { CaseProposal } from './case-proposal.ts'
import type { DocumentPart } from './document-part.ts'
import type { DocumentText, Passage, TextSource } from './document-text.ts'
import type { IntakeLine, ReadingProblem } from './reading/report.ts'
import type { TimelineEvent } from './timeline.ts'
import type { WordPlaces } from './word-places.ts'

export const FILE_READING_STATES = ['queued', 'recognising', 'read', 'failed'] as const
export type FileReadingState = (typeof FILE_READING_STATES)[number]

/** How far one file is read. */
export interface FileReading {
  readonly name: string
  readonly sha256: string
  /** `absent`: nobody asked for this file to be read. */
  readonly state: FileReadingState | 'absent'
  /** Pages read so far, and those that wait to be recognised. */
  readonly pages: number
  readonly toRecognise: number
  readonly problem: ReadingProblem | null
  readonly finishedAt: IsoInstant | null
}

export interface ReadingState {
  /** Recognition of scans is held back until somebody resumes it; text that needs none is read all the same. */
  readonly paused: boolean
  readonly files: readonly FileReading[]
}

/** A paper of the case with the documents that were found in it. */
export interface ReadMaterial {
  readonly materialId: MaterialId
  readonly name: string
  readonly sha256: string
  readonly state: FileReading['state']
  readonly problem: ReadingProblem | null
  readonly pages: readonly { readonly number: number; readonly source: TextSource; readonly confidence: number | null }[]
  readonly documents: readonly DocumentPart[]
}

export interface CaseReading {
  readonly materials: readonly ReadMaterial[]
  readonly timeline: readonly TimelineEvent[]
}

export interface TextHit {
  readonly materialId: MaterialId
  readonly name: string
  readonly passage: Passage
  /** The words around the hit; `from` and `to` are where the hit stands in them. */
  readonly snippet: { readonly text: string; readonly from: number; readonly to: number }
}

const stagedList = z.array(z.strictObject({ stagedId: z.uuid(), name: materialNameSchema })).min(1).max(500)

/** The same 36 ids that the catalogue's `documentKinds` has, or `other`; checked against it by the handler. */
export const documentKindSchema = z.string().min(1).max(60)

export const readingContract = {
  /** Takes an archive that was staged apart: its files are staged, each that is not taken is named with the reason. */
  'intake.unpack': method({
    input: z.strictObject({ stagedId: z.uuid(), name: materialNameSchema }),
    allowed: ['handler', 'reviewer', 'head'],
    access: 'write',
  }).returns<{ readonly files: readonly StagedFile[]; readonly lines: readonly IntakeLine[] }>(),
  /** Has staged files read before there is a case, so that the form can be filled from them. */
  'intake.readStaged': method({
    input: z.strictObject({ files: stagedList }),
    allowed: ['handler', 'reviewer', 'head'],
    access: 'write',
  }).returns<null>(),
  'intake.stagedReading': method({ input: z.strictObject({ files: stagedList }), allowed: ['handler', 'reviewer', 'head'], access: 'read' }).returns<ReadingState>(),
  'intake.stagedProposal': method({ input: z.strictObject({ files: stagedList }), allowed: ['handler', 'reviewer', 'head'], access: 'read' }).returns<CaseProposal>(),
  'intake.reading': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: 'signedIn', access: 'read' }).returns<ReadingState>(),
  'intake.pauseRecognition': method({ input: z.strictObject({}), allowed: ['handler', 'reviewer', 'head', 'admin'], access: 'write' }).returns<null>(),
  'intake.resumeRecognition': method({ input: z.strictObject({}), allowed: ['handler', 'reviewer', 'head', 'admin'], access: 'write' }).returns<null>(),
  /** Reads a file again that failed, or that an older program read. */
  'intake.readAgain': method({ input: z.strictObject({ materialId: materialIdSchema }), allowed: ['handler', 'reviewer', 'head'], access: 'write' }).returns<null>(),
  'intake.documents': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: 'signedIn', access: 'read' }).returns<CaseReading>(),
  /** A wrong kind is put right; the station learns it for names of the same make. `part` counts from 0. */
  'intake.correctKind': method({
    input: z.strictObject({ materialId: materialIdSchema, part: z.int().min(0).max(999), kind: documentKindSchema }),
    allowed: ['handler', 'reviewer', 'head'],
    access: 'write',
  }).returns<ReadMaterial>(),
  'intake.text': method({ input: z.strictObject({ materialId: materialIdSchema }), allowed: 'signedIn', access: 'read' }).returns<DocumentText>(),
  /** Numbers of the pages that were recognised: on their pictures words can be marked where `intake.wordPlaces` knows them. */
  'intake.scanPages': method({ input: z.strictObject({ materialId: materialIdSchema }), allowed: 'signedIn', access: 'read' }).returns<readonly number[]>(),
  /**
   * Where the words of a recognised page stand on it; null for a page that was not recognised. Where they are not known,
   * because the page was recognised before places were kept, they are found out in the background, and `places` is null.
   */
  'intake.wordPlaces': method({
    input: z.strictObject({ materialId: materialIdSchema, page: z.int().min(1).max(100_000) }),
    allowed: 'signedIn',
    access: 'read',
  }).returns<{ readonly text: string; readonly places: WordPlaces | null } | null>(),
  /** Words in the papers of a case; at most 200 hits. */
  'intake.search': method({ input: z.strictObject({ caseId: caseIdSchema, words: z.string().trim().min(1).max(100) }), allowed: 'signedIn', access: 'read' }).returns<
    readonly TextHit[]
  >(),
  'intake.proposal': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: 'signedIn', access: 'read' }).returns<CaseProposal>(),
}
