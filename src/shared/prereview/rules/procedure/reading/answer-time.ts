/** The time that the last notice left the party to answer (陈述、申辩和要求听证的期限), and whether the agency waited for it. */
import type { IsoDate } from '../../../../values/values.ts'
import type { CaseDocument, CaseFile } from '../../../case-file.ts'
import { discussionsOf, hearingsOf, lastNoticeOf, madeDecisionOf, type Step } from './case-steps.ts'
import type { Service } from './services.ts'
import { answerDue, waived } from './told-period.ts'

/** The first of decision and discussion that came before the party's time was over. */
function tooEarly(file: CaseFile, served: string, due: string): Step | null {
  const decided = madeDecisionOf(file)
  if (decided !== null && decided.day >= served && decided.day <= due) return decided
  const discussed = discussionsOf(file).filter(({ day }) => day >= served)
  const [first] = discussed
  // A discussion before the notice decides only what to propose; one after the time mends an early one.
  return first !== undefined && first.day <= due && discussed.every(({ day }) => day <= due) ? first : null
}

export interface AnswerTime {
  readonly notice: CaseDocument
  readonly service: Service
  /** The last day on which the party could still answer. */
  readonly due: IsoDate
  readonly provisional: boolean
  readonly verified: boolean
  /** The party gave up the time. */
  readonly waived: boolean
  /** The decision or discussion that did not wait; null where the time was waited for, given up, or a hearing followed. */
  readonly early: Step | null
}

/** Null where there is no notice that was served, or nothing fixes a time. */
export function answerTimeOf(file: CaseFile): AnswerTime | null {
  const notice = lastNoticeOf(file)
  if (notice === null || notice.service === null) return null
  const { document, service } = notice
  const answer = answerDue(file, document, service.day)
  if (answer === null) return null
  const gaveUp = waived(file, document, service.day)
  const heard = hearingsOf(file).some(({ day }) => day > service.day)
  const early = gaveUp || heard ? null : tooEarly(file, service.day, answer.due)
  return { notice: document, service, ...answer, waived: gaveUp, early }
}
