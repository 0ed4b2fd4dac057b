/**
 * The kinds of document (文书种类) that a case file consists of, and how each is recognised: by its title, by the file's
 * name, by words that stand in it. All of it is data; the code only knows how titles and names are compared.
 */
import { z } from 'zod'
import { bilingualSchema } from '../values/values.ts'
import { row, rowIdSchema } from './row.ts'
import { actionKindSchema, type ActionKind } from './vocabulary.ts'

/** Rules of the pre-review and the case form name these kinds, so the list is closed. */
export const DOCUMENT_KIND_IDS = [
  'clue-form', 'filing-form', 'inspection-record', 'inquiry-record', 'photo-evidence', 'sampling-record', 'test-report',
  'test-notice', 'identity-papers', 'power-of-attorney', 'enforcement-delegation', 'officer-certificates', 'evidence-list',
  'preservation-paper', 'measure-approval', 'measure-decision', 'measure-record', 'goods-list', 'measure-extension',
  'measure-release', 'correction-order', 'correction-check', 'calculation-sheet', 'investigation-report', 'discretion-sheet',
  'explanation', 'prior-notice', 'service-receipt', 'defence', 'recheck-opinion', 'hearing-request', 'hearing-reply',
  'hearing-notice', 'hearing-record', 'hearing-report', 'submission-form', 'materials-list', 'review-opinion',
  'discussion-minutes', 'decision', 'no-penalty-decision', 'period-extension', 'suspension-paper', 'earlier-penalty',
  'transfer-paper', 'transfer-check', 'interested-party-paper', 'expert-opinion', 'recordings-index', 'legal-basis-extract',
  'licence-application', 'licence-decision', 'urging-notice', 'execution-decision', 'inspection-plan', 'service-announcement',
  'payment-receipt', 'other',
] as const

/** Words of a document: Chinese characters and what stands between them, without white space. */
const wordsSchema = z.string().regex(/^\S{2,40}$/)

/**
 * Which submission material (送审材料) a document counts as. `whole`: with one of these the material is there. `part`: it
 * belongs to the material and is expected beside the whole. `extra`: it is put there and never asked for.
 */
export const countsAsSchema = z.strictObject({
  material: rowIdSchema,
  as: z.enum(['whole', 'part', 'extra']),
  /** Kinds of act for which this holds; empty: all. */
  actionKinds: z.array(actionKindSchema),
})

export const documentKindSchema = row({
  id: z.enum(DOCUMENT_KIND_IDS),
  name: bilingualSchema,
  /** In lists, and where two kinds are equally likely: the lower is taken. */
  order: z.int().min(1),
  countsAs: z.array(countsAsSchema),
  /** Titles (标题) without spaces and punctuation; a title line ends with one. The longer of two that fit is meant. */
  titles: z.array(wordsSchema),
  /** Words in a file's name, beside the titles. */
  names: z.array(wordsSchema),
  /** Words in the text and how much each speaks for the kind. */
  cues: z.array(z.strictObject({ text: wordsSchema, weight: z.int().min(1).max(5) })),
  /** Words in a title or a file's name that speak against the kind. */
  excludes: z.array(wordsSchema),
  /** Labels (栏目) of its form: three of them in neighbouring lines begin a form of the kind that bears no title. */
  labels: z.array(wordsSchema),
  /** Neighbouring documents of the kind count as one: several licences, a series of photographs. */
  joins: z.boolean(),
})
export type DocumentKind = z.infer<typeof documentKindSchema>

/** What a document of the kind counts as in a case of these acts, the main one first; empty: as no material. */
export function countsAs(kind: DocumentKind, actionKinds: readonly ActionKind[]): DocumentKind['countsAs'] {
  return kind.countsAs.filter((one) => one.actionKinds.length === 0 || one.actionKinds.some((act) => actionKinds.includes(act)))
}
