/** Words sought in a document that is on screen as a whole. */
import { useEffect, type RefObject } from 'react'
import { scrollWithin } from '../../workspace/scroll-within.ts'
import { MOST_PLACES } from './found-words.ts'
import { clearMarks, drawMarks } from './marks.ts'
import { rangesOf } from './passage.ts'

export interface WordsInView {
  readonly words: string
  /** Which of the places is the current one, from 0; `turn` rises with every step. */
  readonly at: number
  readonly turn: number
  readonly onCount: (count: number) => void
}

/** Marks the words, tells how often they stand there and brings the current place into view. */
export function useWordsInView(within: RefObject<Element | null>, shown: boolean, finding: WordsInView | null): void {
  const { words = '', at = 0, turn = 0, onCount } = finding ?? {}
  useEffect(() => {
    const element = within.current
    if (!shown || element === null || words === '') return undefined
    const ranges = rangesOf(element, words, MOST_PLACES)
    drawMarks('evidence-find', element, ranges)
    onCount?.(ranges.length)
    return () => clearMarks('evidence-find', element)
  }, [within, shown, words, onCount])
  useEffect(() => {
    const element = within.current
    if (!shown || element === null || words === '') return undefined
    const range = rangesOf(element, words, at + 1)[at]
    if (range === undefined) return undefined
    drawMarks('evidence-found', element, [range])
    scrollWithin(element.closest('.evidence-scroll'), range, 'center')
    return () => clearMarks('evidence-found', element)
  }, [within, shown, words, at, turn])
}
