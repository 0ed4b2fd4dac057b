/** Why an act on the opinion has to wait, as far as the opinion itself tells. The core asks the same and decides. */
import type { Opinion } from '../../shared/opinion/contract.ts'
import type { CaseAction } from '../../shared/cases/state-machine-terms.ts'

export type ActBlock = 'notComposed' | 'alreadySigned' | 'reviewerFirst'

export function actBlock(
  act: CaseAction,
  opinion: Pick<Opinion, 'signatures'> | null | undefined,
  personId: string | null,
  reviewerId: string | null,
): ActBlock | null {
  if (opinion === undefined) return null
  if (act === 'submitDraft') return opinion === null ? 'notComposed' : null
  if (act !== 'sign' || opinion === null) return null
  const isReviewer = personId !== null && personId === reviewerId
  if (opinion.signatures.some((signature) => signature.role === (isReviewer ? 'reviewer' : 'head'))) return 'alreadySigned'
  return !isReviewer && !opinion.signatures.some((signature) => signature.role === 'reviewer') ? 'reviewerFirst' : null
}
