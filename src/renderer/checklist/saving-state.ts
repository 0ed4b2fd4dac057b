/** How far the saving of a checklist is, for the quiet mark in the header. */
import type { SavingState } from '../workspace/saving.ts'
import type { AnswerKeeper } from './answer-keeper.ts'
import type { OrderedHeading } from './question-order.ts'

export function savingState(keeper: AnswerKeeper, headings: readonly OrderedHeading[]): SavingState {
  let savedAt: string | null = null
  let pending = false
  let stuck = false
  for (const heading of headings) {
    for (const id of heading.questionIds) {
      const kept = keeper.get(id)
      if (kept.saved !== null && (savedAt === null || kept.saved.savedAt > savedAt)) savedAt = kept.saved.savedAt
      if (kept.state === 'waiting' || kept.state === 'saving') pending = true
      if (kept.state === 'failed' || kept.state === 'conflict') stuck = true
    }
  }
  return { state: stuck ? 'stuck' : pending ? 'pending' : 'saved', savedAt }
}
