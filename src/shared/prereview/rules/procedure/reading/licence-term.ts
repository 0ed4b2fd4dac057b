/** The time for a licence (许可期限) as the file counts it: from the acceptance, with an extension that the papers tell. */
import type { PeriodRow } from '../../../../catalogue/periods.ts'
import { deadlineOf, type Deadline } from '../../../../deadlines/periods.ts'
import type { CaseFile } from '../../../case-file.ts'
import { says } from '../../../wording.ts'
import { stepsOf, type Step } from './case-steps.ts'
import { momentAfter, momentBefore, type Moment } from './moments.ts'
import { dayPeriod, periodOf } from './statutory-period.ts'

const ACCEPTED = /受理(?:时间|日期)[:：]?|(?:于|在)?受理[:：]?/u

export interface LicenceTerm {
  readonly row: PeriodRow
  readonly accepted: Moment
  readonly decided: Step | null
  /** In the unit of the row, with the extension. */
  readonly length: number
  readonly extended: boolean
  /** The papers tell of time that is not counted, and not how much of it there was. */
  readonly excluded: boolean
  /** An expert or a hearing took time that is left out; nobody was told how much. */
  readonly waited: boolean
  readonly deadline: Deadline
}

/** Null where there is no application, or nothing tells when it was accepted. */
export function licenceTermOf(file: CaseFile): LicenceTerm | null {
  const decided = stepsOf(file.of('licence-decision')).at(-1) ?? null
  const application = file.of('licence-application')[0]
  if (application === undefined) return null
  const papers = [...(decided === null ? [] : [decided.document]), ...file.of('licence-application', 'other')]
  const accepted = papers.flatMap(
    (one) => momentAfter(one, ACCEPTED) ?? momentBefore(one, /^(?:依法|予以|决定)?受理/u) ?? [],
  )[0]
  const row = accepted === undefined ? null : periodOf(file, 'licenceDecision', accepted.day)
  if (accepted === undefined || row === null) return null
  const extended = papers.some((one) => says(one, /延长[^。；]{0,20}(?:期限|十个?(?:工作)?日|10个?工作日)/u))
  const excluded = papers.some((one) =>
    says(one, /(?:听证|招标|拍卖|检验|检测|检疫|鉴定|专家评审)[^。；]{0,24}(?:不计算在|不计入)/u),
  )
  const waited = file.of('expert-opinion', 'hearing-record').length > 0
  const length = row.length + (extended ? (row.extensions[0]?.length ?? 0) : 0)
  const deadline = deadlineOf(file.calendar, accepted.day, dayPeriod(length, row.unit) ?? { kind: 'workingDays', n: length }, 'licence')
  return { row, accepted, decided, length, extended, excluded, waited, deadline }
}
