/** The tabs of a case, and on which one it opens. */
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'

export const CASE_TABS = ['overview', 'materials', 'timeline', 'deadlines', 'review', 'discretion', 'opinion', 'transfer', 'followup', 'accountability', 'forms', 'disclosure'] as const
export type CaseTab = (typeof CASE_TABS)[number]

export function isCaseTab(value: string | null | undefined): value is CaseTab {
  return CASE_TABS.some((tab) => tab === value)
}

/** Where the work is: papers until they are accepted, then the review, then the opinion, afterwards the overview. */
export function openingTab(state: CaseState, isReviewer: boolean): CaseTab {
  switch (state) {
    case 'received':
    case 'returned':
    case 'supplementing':
      return 'materials'
    case 'accepted':
      return 'overview'
    case 'assigned':
    case 'underReview':
      return isReviewer ? 'review' : 'overview'
    case 'drafted':
    case 'approved':
    case 'issued':
      return 'opinion'
    case 'adopted':
    case 'objected':
    case 'coordination':
    case 'decided':
    case 'dropped':
      return 'followup'
    default:
      return 'overview'
  }
}
