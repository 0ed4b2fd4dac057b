/**
 * Leads from a search hit (命中) to where it stands: the case opens at the papers with the paper, the page and the words
 * marked, or at the opinion. Asked for once: whoever opens the case the next time finds it as it was left.
 */
import type { CaseHit } from '../../shared/cases/contract.ts'
import { rememberPlace } from '../workspace/last-place.ts'

export interface HitInPaper {
  readonly materialId: string
  readonly page: number
  /** The words, and what stands around them on the page. */
  readonly passage: string | null
  readonly context: { readonly before: string; readonly after: string }
}

const awaited = new Map<string, HitInPaper>()

/** To be called before the case is opened; `hit` undefined opens it where it was left. */
export function leadToHit(caseId: string, hit: CaseHit | undefined): void {
  awaited.delete(caseId)
  if (hit === undefined) return
  const { place, snippet } = hit
  if (place.kind === 'opinion') {
    rememberPlace(caseId, { tab: 'opinion' })
    return
  }
  rememberPlace(caseId, { tab: 'materials' })
  const { before, match, after } = snippet
  awaited.set(caseId, { materialId: place.materialId, page: place.page, passage: match === '' ? null : match, context: { before, after } })
}

/** The place that the case is to be opened at, once. */
export function takeHitPlace(caseId: string): HitInPaper | undefined {
  const place = awaited.get(caseId)
  awaited.delete(caseId)
  return place
}
