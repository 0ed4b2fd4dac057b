/**
 * The time for the decision (办案期限) as the file counts it: what a rule leaves out of the count, and what extensions add.
 * Time is left out only where the period's row names it with the provision that says so.
 */
import type { PeriodExclusion, PeriodRow } from '../../../../catalogue/periods.ts'
import { shiftDays } from '../../../../deadlines/day-arithmetic.ts'
import { deadlineOf } from '../../../../deadlines/periods.ts'
import type { IsoDate } from '../../../../values/values.ts'
import type { CaseFile } from '../../../case-file.ts'
import { findFirst } from '../../../wording.ts'
import { hearingRequestsOf, hearingsOf, stepsOf } from './case-steps.ts'
import { momentsIn, wholeNumber } from './moments.ts'
import { dayPeriod, periodOf } from './statutory-period.ts'

export interface Span {
  readonly of: PeriodExclusion
  readonly from: IsoDate
  readonly to: IsoDate
}

/** The spans of time in the file that a rule may leave out of the count. */
export function spansOf(file: CaseFile): readonly Span[] {
  const spans: Span[] = []
  const asked = hearingRequestsOf(file)[0]
  const heard = stepsOf(file.of('hearing-report')).at(-1) ?? hearingsOf(file).at(-1)
  if (asked !== undefined && heard !== undefined && heard.day >= asked.day)
    spans.push({ of: 'hearing', from: asked.day, to: heard.day })
  const sampled = stepsOf(file.of('sampling-record'))[0]
  const reported = stepsOf(file.of('test-report', 'test-notice')).at(-1)
  if (sampled !== undefined && reported !== undefined && reported.day >= sampled.day)
    spans.push({ of: 'testing', from: sampled.day, to: reported.day })
  const [report] = file.of('test-report')
  if (sampled === undefined && report !== undefined) {
    const days = momentsIn(report)
      .map(({ day }) => day)
      .sort()
    const [from, to] = [days[0], days.at(-1)]
    if (from !== undefined && to !== undefined && from !== to) spans.push({ of: 'testing', from, to })
  }
  const paused = stepsOf(file.of('suspension-paper'))
  const [stop, go] = [paused[0], paused.at(-1)]
  if (stop !== undefined && go !== undefined && go !== stop)
    spans.push({ of: 'suspension', from: stop.day, to: go.day })
  const announced = stepsOf(file.of('service-announcement'))
  for (const { day } of announced) {
    const row = periodOf(file, 'announcement', day)
    if (row !== null) spans.push({ of: 'announcement', from: day, to: shiftDays(day, row.length) })
  }
  const reviewed = file
    .of('expert-opinion')
    .flatMap((document) => momentsIn(document).map(({ day }) => day))
    .sort()
  const [from, to] = [reviewed[0], reviewed.at(-1)]
  if (from !== undefined && to !== undefined && from !== to) spans.push({ of: 'expertReview', from, to })
  return spans
}

/** Days of the spans from `start` on, a day that two of them share counted once. */
export function excludedDays(spans: readonly Span[], start: IsoDate): number {
  const days = new Set<string>()
  for (const { from, to } of spans) {
    for (let day = from < start ? start : from; day < to; day = shiftDays(day, 1)) days.add(day)
  }
  return days.size
}

export interface Extended {
  readonly due: IsoDate
  /** See `Deadline`. */
  readonly rolledFrom: IsoDate | null
  readonly advice: IsoDate
  readonly provisional: boolean
  /** Length with the extensions, in the unit of the row. */
  readonly days: number
}

/** The last day with the extensions granted; null where one has no fixed length. */
export function extendedDue(file: CaseFile, row: PeriodRow, start: IsoDate, excluded: number): Extended | null {
  const granted = file.of('period-extension')
  let length = row.length
  for (const [place, paper] of granted.entries()) {
    const stated = findFirst(
      paper,
      /延长(?:办案|办理|案件)?(?:期限)?[^。；]{0,10}?(\d{1,3}|[一二三四五六七八九十]{1,3})(?:个工作日|日|天)/u,
    )?.match[1]
    const extension = row.extensions[Math.min(place, row.extensions.length - 1)]
    const days = stated === undefined ? extension?.length : wholeNumber(stated)
    if (days === null) return null
    length += days ?? 30
  }
  const period = dayPeriod(length, row.unit)
  if (period === null) return null
  const plain = deadlineOf(file.calendar, start, period, 'penalty')
  const moved =
    excluded === 0
      ? plain
      : deadlineOf(
          file.calendar,
          shiftDays(plain.rolledFrom ?? plain.due, excluded),
          { kind: 'calendarDays', n: 0 },
          'penalty',
        )
  return { due: moved.due, rolledFrom: moved.rolledFrom, advice: moved.advice, provisional: moved.provisional, days: length }
}
