/** What the review of a case begins with is asked and opened together with the case, not after it is drawn. */
import { useEffect } from 'react'
import { firstPaper } from '../checklist/start-of-review.ts'
import { materialReference, PDF } from '../materials/viewer/evidence-document.ts'
import { openAhead } from '../materials/viewer/opened-pdf.ts'
import { usePrefetch, useTransport } from '../transport/calls.ts'
import { placeIn } from './last-place.ts'

/** Most cases are opened to go on with their review. */
export function useOpeningAhead(caseId: string): void {
  const transport = useTransport()
  const prefetch = usePrefetch()
  useEffect(() => {
    if ((placeIn(caseId).tab ?? 'review') !== 'review') return undefined
    let wanted = true
    void Promise.all([prefetch('cases.get', { caseId }), prefetch('checklist.get', { caseId, round: null })]).then(([detail, checklist]) => {
      const paper = !wanted || detail === undefined || checklist === undefined ? undefined : firstPaper(detail, checklist)
      if (paper === undefined) return
      const reference = materialReference(paper.id)
      void prefetch('materials.look', { reference })
      if (paper.mediaType === PDF) openAhead({ transport, reference, size: paper.size })
    })
    return () => {
      wanted = false
    }
  }, [caseId, prefetch, transport])
}
