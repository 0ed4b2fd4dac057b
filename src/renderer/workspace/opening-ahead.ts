/** What the review of a case begins with is asked and opened together with the case, not after it is drawn. */
import { useEffect, useState } from 'react'
import { firstPaper } from '../checklist/start-of-review.ts'
import { materialReference, PDF } from '../materials/viewer/evidence-document.ts'
import { openAhead } from '../materials/viewer/opened-pdf.ts'
import { usePrefetch, useTransport } from '../transport/calls.ts'
import { useAfterPaint } from './after-paint.ts'
import { opensInReview } from './last-place.ts'

/** Longest that what stands beside the work waits for the first paper, in milliseconds from the first picture of the case. */
const LONGEST_WAIT = 400

/** Milliseconds for the paper to be drawn after it is open: what is drawn anew with it would come to the screen with it. */
const DRAWING = 60

/** The case that was opened last, and when its first paper is there or known to be none. */
let begun: { readonly caseId: string; readonly done: Promise<unknown> } | undefined

/** Asks what the review begins with, and opens its first paper. */
export function useOpeningAhead(caseId: string): void {
  const transport = useTransport()
  const prefetch = usePrefetch()
  useEffect(() => {
    if (!opensInReview(caseId)) return undefined
    let wanted = true
    const done = Promise.all([prefetch('cases.get', { caseId }), prefetch('checklist.get', { caseId, round: null })]).then(([detail, checklist]) => {
      const paper = !wanted || detail === undefined || checklist === undefined ? undefined : firstPaper(detail, checklist)
      if (paper === undefined) return undefined
      const reference = materialReference(paper.id)
      const opening = paper.mediaType === PDF ? openAhead({ transport, reference, size: paper.size }) : undefined
      return Promise.allSettled([prefetch('materials.look', { reference }), opening])
    })
    begun = { caseId, done }
    return () => {
      wanted = false
    }
  }, [caseId, prefetch, transport])
}

/**
 * False until the case is painted and its first paper is open. What the core has to compute for longer (timeline,
 * findings) waits for it: asked before, it would stand in the way of the pieces of the paper.
 */
export function useAfterStart(caseId: string): boolean {
  const painted = useAfterPaint()
  const [started, setStarted] = useState(false)
  useEffect(() => {
    if (!painted) return undefined
    let wanted = true
    const start = (): void => {
      if (wanted) setStarted(true)
    }
    const timer = setTimeout(start, LONGEST_WAIT)
    const startSoon = (): void => void setTimeout(start, DRAWING)
    void (begun?.caseId === caseId ? begun.done : Promise.resolve()).then(startSoon, startSoon)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [caseId, painted])
  return started
}
