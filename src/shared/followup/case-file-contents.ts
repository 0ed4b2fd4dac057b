/**
 * What a review's file must hold before it is archived (归档; DOMAIN: 案卷). Proofs that the program itself made or recorded
 * must be there; a paper of the handling body may be lacking with a written reason, which is archived with the file.
 */
import { z } from 'zod'
import type { FileItemId } from './file-items.ts'

/** Papers of the handling body: what of them is lacking can be explained. */
export const EXCUSABLE_ITEMS = ['discussion', 'decisionPaper', 'serviceReceipt', 'submission'] as const satisfies readonly FileItemId[]
export type ExcusableItem = (typeof EXCUSABLE_ITEMS)[number]
const EXCUSABLE: ReadonlySet<FileItemId> = new Set(EXCUSABLE_ITEMS)

export const excuseSchema = z.strictObject({ item: z.enum(EXCUSABLE_ITEMS), reason: z.string().trim().min(2).max(500) })
export type Excuse = z.infer<typeof excuseSchema>

export interface FileFacts {
  /** Rounds that were accepted; a round that was withdrawn is none. */
  readonly rounds: readonly { readonly round: number; readonly hasOpinion: boolean }[]
  readonly feedbackOfLast: boolean
  readonly coordinations: readonly { readonly round: number; readonly hasRecord: boolean; readonly settled: boolean }[]
  readonly outcome: 'decided' | 'dropped' | null
  /** Whether the heads discussed the decision; null: it did not need them to. */
  readonly discussed: boolean | null
  readonly hasDecisionPaper: boolean
  readonly hasServiceReceipt: boolean
  /** Names of papers that the submission needs and has not. */
  readonly missingPapers: readonly string[]
  readonly transferSettled: boolean
  readonly suspended: boolean
}

export interface FileItem {
  readonly id: FileItemId
  readonly present: boolean
  /** Which are lacking, where the item is several things; else empty. */
  readonly lacking: readonly string[]
  readonly excusable: boolean
}

/** In the order of `FILE_ITEMS`; an item that the case does not need is not in the list. */
export function fileContents(facts: FileFacts): FileItem[] {
  const item = (id: FileItemId, present: boolean, lacking: readonly string[] = []): FileItem => ({ id, present, lacking, excusable: EXCUSABLE.has(id) })
  const rounds = facts.rounds.filter(({ hasOpinion }) => !hasOpinion).map(({ round }) => String(round))
  const open = facts.coordinations.filter(({ hasRecord, settled }) => !hasRecord || !settled).map(({ round }) => String(round))
  const decided = facts.outcome === 'decided'
  return [
    item('opinions', facts.rounds.length > 0 && rounds.length === 0, rounds),
    item('feedback', facts.feedbackOfLast),
    ...(facts.coordinations.length === 0 ? [] : [item('settlements', open.length === 0, open)]),
    ...(decided && facts.discussed !== null ? [item('discussion', facts.discussed)] : []),
    item('outcome', facts.outcome !== null),
    ...(decided ? [item('decisionPaper', facts.hasDecisionPaper), item('serviceReceipt', facts.hasServiceReceipt)] : []),
    item('submission', facts.missingPapers.length === 0, facts.missingPapers),
    item('transfer', facts.transferSettled),
    item('suspension', !facts.suspended),
  ]
}

/** What still stands between the case and the archive. */
export function lackingItems(items: readonly FileItem[], excuses: readonly Excuse[]): FileItem[] {
  const excused = new Set<FileItemId>(excuses.map(({ item }) => item))
  return items.filter(({ id, present }) => !present && !excused.has(id))
}
