/** Evidence preserved in advance (先行登记保存) as the file tells it: when, until when it must be dealt with, when it was. */
import type { PeriodRow } from '../../../../catalogue/periods.ts'
import type { Deadline } from '../../../../deadlines/periods.ts'
import type { IsoDate } from '../../../../values/values.ts'
import type { CaseDocument, CaseFile } from '../../../case-file.ts'
import type { Place } from '../../../rule.ts'
import { says } from '../../../wording.ts'
import { stepsOf, type Step } from './case-steps.ts'
import { momentAfter } from './moments.ts'
import { lastDay, periodOf } from './statutory-period.ts'

export interface Preservation {
  readonly row: PeriodRow
  readonly start: Place & { readonly day: IsoDate }
  readonly due: Deadline
  /** The decision on what was preserved, or the seizure that took its place; null while the file has neither. */
  readonly handled: Step | null
}

const isHandling = (one: CaseDocument): boolean =>
  says(one, /处理(?:决定|通知)书|解除(?:先行登记)?保存|(?:保存|证据)[^。；]{0,8}处理决定/u)

/** The first preservation of the file; null where there is none, or nothing fixes its time. */
export function preservationOf(file: CaseFile): Preservation | null {
  const papers = file.of('preservation-paper')
  const first = stepsOf(papers.filter((one) => !isHandling(one)))[0]
  if (first === undefined) return null
  const { document, passage, day } = momentAfter(first.document, /(?:保存(?:时间|期限|日期)|自)[:：]?自?/u) ?? {
    ...first.place,
    day: first.day,
  }
  const row = periodOf(file, 'preservation', day)
  const due = row === null ? null : lastDay(file, row, day)
  if (row === null || due === null) return null
  // A seizure of the same day concerns other things; one that follows takes the place of the preservation.
  const seized = stepsOf(file.of('measure-decision')).filter((step) => step.day > day)
  const [handled] = [...stepsOf(papers.filter(isHandling)).filter((step) => step.day >= day), ...seized]
  return { row, start: { document, passage, day }, due, handled: handled ?? null }
}
