/** A case is asked for when its address is there, before the screen that was left is taken down and its own is drawn. */
import { useLayoutEffect } from 'react'
import { usePrefetch } from '../transport/calls.ts'
import { opensInReview } from './last-place.ts'

const CASE_ADDRESS = /^#?\/cases\/(?!new$)([^/?#]+)$/

export function useCasesAhead(): void {
  const prefetch = usePrefetch()
  // a window's listeners are told in the order in which they came, and the router, which draws at once, comes with the effects
  useLayoutEffect(() => {
    const ask = (): void => {
      const caseId = CASE_ADDRESS.exec(location.hash)?.[1]
      if (caseId === undefined) return
      void prefetch('cases.get', { caseId })
      if (opensInReview(caseId)) void prefetch('checklist.get', { caseId, round: null })
    }
    window.addEventListener('hashchange', ask)
    return () => window.removeEventListener('hashchange', ask)
  }, [prefetch])
}
