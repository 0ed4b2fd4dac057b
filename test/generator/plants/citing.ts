/** Changes that defects of the law have in common: another fine, another ground. */
import { fineWords } from '../wording.ts'
import type { CaseEdit } from '../case.ts'
import type { Story } from '../story.ts'
import { inWorld } from './plant.ts'

/** Another fine in every paper that names it. */
export function fined(edit: CaseEdit, { offence }: Story, yuan: number): void {
  for (const id of [
    'decision',
    'notice',
    'report',
    'minutes',
    'review',
    'submission',
    'explanation',
    'publication',
    'discretion',
    'payment',
  ])
    edit
      .swapOptional(id, new RegExp(`罚款${offence.fine}元（大写：[^）]*）`, 'gu'), fineWords(yuan))
      .swapOptional(id, new RegExp(`罚款${offence.fine}元`, 'gu'), `罚款${yuan}元`)
}

export const inRegister = inWorld(
  'ecology',
  'food',
  'fireworks',
  'training',
  'freight',
  'medical',
  'seed',
  'construction',
  'advertising',
)
export const ranged = inWorld('ecology', 'fireworks', 'seed', 'construction', 'advertising')
/** The clause that the case rests on, with another article. */
export function misciting(
  edit: CaseEdit,
  { offence }: Story,
  instead: string,
  papers: readonly string[] = ['decision', 'notice', 'report'],
): void {
  for (const id of papers) edit.swap(id, null, offence.basis, instead)
}
export const titleOf = (basis: string): string => /《[^》]*》/u.exec(basis)?.[0] ?? ''
export const hasItem = ({ offence }: Story): boolean =>
  /第（.）项$/u.test(offence.basis) && !/款第（.）项$/u.test(offence.basis)
