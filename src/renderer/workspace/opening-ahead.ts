/** What the review of a case begins with is asked and opened together with the case, not after it is drawn. */
import { useEffect, useMemo, useState } from 'react'
import { firstPaper } from '../checklist/start-of-review.ts'
import { materialReference, PDF } from '../materials/viewer/evidence-document.ts'
import { openAhead } from '../materials/viewer/opened-pdf.ts'
import { usePrefetch, useTransport, type Prefetch } from '../transport/calls.ts'
import type { Transport } from '../transport/transport.ts'
import { useAfterPaint } from './after-paint.ts'
import { opensInReview } from './last-place.ts'

/** Longest that what stands beside the work waits for the first paper, in milliseconds from the first picture of the case. */
const LONGEST_WAIT = 400

/** Milliseconds for the paper to be drawn after it is open: what is drawn anew with it would come to the screen with it. */
const DRAWING = 60

/** Milliseconds for which the answer to what was asked ahead is taken as it is. */
export const JUST_ASKED = 3000

interface Opening {
  readonly caseId: string
  /** The case and its questions are here and its first paper is being opened, or they cannot be had. */
  readonly ready: Promise<unknown>
  /** Its first paper is open, or known to be none. */
  readonly done: Promise<unknown>
  wanted: boolean
}

/** The case that was asked for last. */
let begun: Opening | undefined

/** Begins to open a case; whoever shows it finds what was asked. */
export type BeginOpening = (caseId: string) => Promise<unknown>

function beginOpening(prefetch: Prefetch, transport: Transport, caseId: string): Opening {
  const asked = opensInReview(caseId)
    ? Promise.all([prefetch('cases.get', { caseId }), prefetch('checklist.get', { caseId, round: null })] as const)
    : prefetch('cases.get', { caseId }).then((detail) => [detail, undefined] as const)
  const first = asked.then(([detail, checklist]) => {
    const paper = !opening.wanted || detail === undefined || checklist === undefined ? undefined : firstPaper(detail, checklist)
    if (paper === undefined) return undefined
    const reference = materialReference(paper.id)
    const look = prefetch('materials.look', { reference })
    return { look, pdf: paper.mediaType === PDF ? openAhead({ transport, reference, size: paper.size }) : undefined }
  })
  const opening: Opening = {
    caseId,
    // drawing the questions holds the window's thread: what the paper is read from is better handed over before
    ready: first.then((paper) => paper?.pdf?.underWay),
    done: first.then((paper) => Promise.allSettled([paper?.look, paper?.pdf?.read])),
    wanted: true,
  }
  return opening
}

function begin(prefetch: Prefetch, transport: Transport, caseId: string): Opening {
  if (begun?.caseId === caseId) return begun
  leave(begun?.caseId)
  begun = beginOpening(prefetch, transport, caseId)
  return begun
}

function leave(caseId: string | undefined): void {
  if (begun === undefined || begun.caseId !== caseId) return
  begun.wanted = false
  begun = undefined
}

export function useBeginOpening(): BeginOpening {
  const transport = useTransport()
  const prefetch = usePrefetch()
  return useMemo<BeginOpening>(() => (caseId) => begin(prefetch, transport, caseId).ready, [prefetch, transport])
}

/** Asks what the review begins with, and opens its first paper; what was begun before the case was shown goes on. */
export function useOpeningAhead(caseId: string): void {
  const beginIt = useBeginOpening()
  useEffect(() => {
    void beginIt(caseId)
    return () => leave(caseId)
  }, [beginIt, caseId])
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
