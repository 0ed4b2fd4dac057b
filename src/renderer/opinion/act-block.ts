/** Why an act on the opinion has to wait, as far as the opinion itself tells. The core asks the same and decides. */
import type { CaseAction } from '../../shared/cases/state-machine-terms.ts'
import type { Opinion } from '../../shared/opinion/contract.ts'

export type ActBlock = 'notComposed' | 'alreadySigned' | 'reviewerFirst'

/** `opinion`: null where none is drafted, undefined while that is not known. */
export function actBlock(act: CaseAction, opinion: Pick<Opinion, 'signatures'> | null | undefined): ActBlock | null {
  if (opinion === undefined) return null
  const signed = (role: 'reviewer' | 'head'): boolean => opinion?.signatures.some((signature) => signature.role === role) ?? false
  switch (act) {
    case 'submitDraft':
      return opinion === null ? 'notComposed' : null
    case 'sign':
      return signed('reviewer') ? 'alreadySigned' : null
    case 'issue':
      return signed('reviewer') ? null : 'reviewerFirst'
    default:
      return null
  }
}
