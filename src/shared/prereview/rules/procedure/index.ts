/** The rules of heading 3, procedure (程序合法). */
import type { PrereviewRule } from '../../rule.ts'
import { COURT_APPLICATION_RULES } from './court-application.ts'
import { DEFENCE_RULES } from './defence.ts'
import { DEMOLITION_RULES } from './demolition.ts'
import { DISCUSSION_RULES } from './discussion.ts'
import { TOLD_AND_DECIDED_RULES } from './evidence-after-hearing.ts'
import { EXECUTION_CONDUCT_RULES } from './execution-conduct.ts'
import { EXECUTION_RULES, INSPECTION_RULES, RECORDING_RULES } from './execution.ts'
import { FILING_RULES } from './filing.ts'
import { HEARING_EVIDENCE_RULES } from './hearing-evidence.ts'
import { HEARING_RULES } from './hearing.ts'
import { LICENCE_HEARING_RULES } from './licence-hearing.ts'
import { ON_THE_SPOT_RULES } from './on-the-spot.ts'
import { MEASURE_TERM_RULES } from './measure-term.ts'
import { MEASURE_RULES } from './measure.ts'
import { NOTICE_RULES } from './notice.ts'
import { REVIEW_RULES } from './review.ts'
import { SURCHARGE_RULES } from './surcharge.ts'
import { TIME_LIMIT_RULES } from './time-limits.ts'

export const PROCEDURE_RULES: readonly PrereviewRule[] = [
  ...FILING_RULES,
  ...MEASURE_RULES,
  ...MEASURE_TERM_RULES,
  ...NOTICE_RULES,
  ...DEFENCE_RULES,
  ...HEARING_RULES,
  ...HEARING_EVIDENCE_RULES,
  ...TOLD_AND_DECIDED_RULES,
  ...REVIEW_RULES,
  ...DISCUSSION_RULES,
  ...TIME_LIMIT_RULES,
  ...EXECUTION_RULES,
  ...EXECUTION_CONDUCT_RULES,
  ...COURT_APPLICATION_RULES,
  ...SURCHARGE_RULES,
  ...DEMOLITION_RULES,
  ...LICENCE_HEARING_RULES,
  ...ON_THE_SPOT_RULES,
  ...INSPECTION_RULES,
  ...RECORDING_RULES,
]
