/** The check of a party's code, in words. A wrong check digit is told, never refused: the paper may really say so. */
import { checkResidentId } from '../../shared/identifiers/resident-id.ts'
import { checkSocialCreditCode } from '../../shared/identifiers/social-credit-code.ts'
import type { Party } from '../../shared/cases/case.ts'
import type { WordKey } from '../language/features.ts'
import type { WordValues } from '../language/language.ts'

export type PartyCodeCheck =
  | { readonly kind: 'nothing' | 'fine' }
  | { readonly kind: 'doubtful'; readonly word: WordKey; readonly values: WordValues }

/** @param today `YYYY-MM-DD`: nobody is born after it */
export function checkPartyCode(party: Pick<Party, 'codeKind' | 'code'>, today: string): PartyCodeCheck {
  if (party.code.trim() === '' || party.codeKind === 'other' || party.codeKind === 'none') return { kind: 'nothing' }
  const check = party.codeKind === 'uscc' ? checkSocialCreditCode(party.code) : checkResidentId(party.code, today)
  if (check.ok) return { kind: 'fine' }
  const { ok: _, problem, ...values } = check
  return { kind: 'doubtful', word: `cases:code.${problem}`, values }
}
