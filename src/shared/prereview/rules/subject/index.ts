/** Rules of heading 1, subject (主体合法). */
import type { PrereviewRule } from '../../rule.ts'
import { ACTING_BODY_RULES } from './acting-body.ts'
import { DELEGATION_RULES } from './delegation.ts'
import { IDENTITY_CODE_RULES } from './identity-codes.ts'
import { JOINT_ACTOR_LEFT_OUT } from './joint-actors.ts'
import { PARTY_RULES } from './party.ts'
import { THIRD_PARTY_RULES } from './third-parties.ts'

export const SUBJECT_RULES: readonly PrereviewRule[] = [
  ...ACTING_BODY_RULES,
  ...DELEGATION_RULES,
  ...PARTY_RULES,
  JOINT_ACTOR_LEFT_OUT,
  ...IDENTITY_CODE_RULES,
  ...THIRD_PARTY_RULES,
]
