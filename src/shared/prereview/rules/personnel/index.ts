/** Rules of heading 2, personnel (人员资格). */
import type { PrereviewRule } from '../../rule.ts'
import { CERTIFICATE_NUMBER_RULES } from './certificate-numbers.ts'
import { CERTIFICATE_RULES } from './certificates.ts'
import { RECORD_DUTY_RULES } from './duties-at-records.ts'
import { HEARING_AND_REVIEW_RULES } from './hearing-and-review.ts'
import { INTERESTED_HELPER } from './interested-helpers.ts'
import { TEST_BODY_RULES } from './test-bodies.ts'
import { TWO_OFFICERS_RULES } from './two-officers.ts'

export const PERSONNEL_RULES: readonly PrereviewRule[] = [
  ...TWO_OFFICERS_RULES,
  ...CERTIFICATE_RULES,
  ...CERTIFICATE_NUMBER_RULES,
  ...RECORD_DUTY_RULES,
  INTERESTED_HELPER,
  ...HEARING_AND_REVIEW_RULES,
  ...TEST_BODY_RULES,
]
