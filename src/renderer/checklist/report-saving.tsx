/** Tells the header how far saving is, without drawing the review anew with every key. */
import { useCallback, useSyncExternalStore, type ReactNode } from 'react'
import { useReportSaving } from '../workspace/save-mark.tsx'
import type { AnswerKeeper } from './answer-keeper.ts'
import type { OrderedHeading } from './question-order.ts'
import { savingState } from './saving-state.ts'

interface ReportSavingProps {
  readonly caseId: string
  readonly keeper: AnswerKeeper
  readonly headings: readonly OrderedHeading[]
}

export function ReportSaving({ caseId, keeper, headings }: ReportSavingProps): ReactNode {
  // one word, so that only a change of it draws anything
  const read = useCallback(() => {
    const { state, savedAt } = savingState(keeper, headings)
    return `${state} ${savedAt ?? ''}`
  }, [keeper, headings])
  const [state, savedAt] = useSyncExternalStore(keeper.subscribe, read).split(' ')
  useReportSaving(`checklist/${caseId}`, {
    state: state as 'saved' | 'pending' | 'stuck',
    savedAt: savedAt === undefined || savedAt === '' ? null : savedAt,
  })
  return null
}
