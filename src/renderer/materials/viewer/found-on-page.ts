/** Words sought in a document of pages, marked on one of them. */
import { useEffect, type RefObject } from 'react'
import { scrollWithin } from '../../workspace/scroll-within.ts'
import type { SoughtWords } from './found-words.ts'
import { clearMarks, drawMarks } from './marks.ts'
import { isSeen, rangesOf } from './passage.ts'

/** Most places marked on one page. */
const MOST_ON_PAGE = 500

/**
 * @param layer the words of the page
 * @param content another object or number whenever they are there anew
 */
export function useFoundWords(layer: RefObject<Element | null>, shown: boolean, page: number, finding: SoughtWords | null, content: unknown): void {
  const words = finding?.words ?? ''
  const here = finding?.current?.page === page ? finding.current : null
  useEffect(() => {
    const element = layer.current
    if (element === null || !shown || words === '') return undefined
    const ranges = rangesOf(element, words, MOST_ON_PAGE)
    drawMarks('evidence-find', element, ranges)
    // what was read of a page can hold the words more often than its own text shows them
    const current = here === null ? undefined : ranges[Math.min(here.nth, ranges.length - 1)]
    if (current !== undefined) {
      drawMarks('evidence-found', element, [current])
      if (isSeen(element)) scrollWithin(element.closest('.evidence-scroll'), current, 'center')
    }
    return () => {
      clearMarks('evidence-find', element)
      clearMarks('evidence-found', element)
    }
  }, [layer, shown, content, words, here])
}
