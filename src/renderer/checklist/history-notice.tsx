/** Says, quietly and for a while, what undo and redo did, or why they did not. */
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import type { Direction } from './answer-history.ts'
import type { AnswerKeeper, HistoryResult } from './answer-keeper.ts'

/** How long it stays, in ms. */
const SHOWN = { done: 4000, refused: 12_000, nothing: 3000 } as const

export interface HistoryNoticeState {
  readonly direction: Direction
  readonly result: HistoryResult
  /** Rises with every act, so that the same words are said again. */
  readonly turn: number
}

export interface AnswerHistoryActs {
  readonly notice: HistoryNoticeState | null
  readonly take: (direction: Direction) => void
}

/** @param onQuestion brings the question into view that was changed, or was not */
export function useAnswerHistory(keeper: AnswerKeeper, onQuestion: (questionId: string) => void): AnswerHistoryActs {
  const [notice, setNotice] = useState<HistoryNoticeState | null>(null)
  const take = useCallback(
    (direction: Direction) => {
      const result = keeper.step(direction)
      setNotice((old) => ({ direction, result, turn: (old?.turn ?? 0) + 1 }))
      if (result.kind !== 'nothing') onQuestion(result.step.questionId)
    },
    [keeper, onQuestion],
  )
  useEffect(() => {
    if (notice === null) return undefined
    const timer = setTimeout(() => setNotice(null), SHOWN[notice.result.kind])
    return () => clearTimeout(timer)
  }, [notice])
  return { notice, take }
}

export function HistoryNotice({ notice }: { readonly notice: HistoryNoticeState | null }): ReactNode {
  return (
    <div className="history-notice" role="status">
      {notice !== null && <Words key={notice.turn} {...notice} />}
    </div>
  )
}

function Words({ direction, result }: HistoryNoticeState): ReactNode {
  const { t } = useLanguage()
  if (result.kind === 'nothing') return <span>{t(`checklist:history.nothing.${direction}`)}</span>
  const { questionId, names } = result.step
  const what = names.map((name) => t(`checklist:history.field.${name}`)).join(t('ui:listSeparator'))
  if (result.kind === 'done') return <span>{t(`checklist:history.done.${direction}`, { id: questionId, what })}</span>
  return <span className="history-refused">{t(`checklist:history.refused.${result.because}`, { id: questionId, what })}</span>
}
