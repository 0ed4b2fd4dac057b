/**
 * What is missing from the course of a case (缺失环节): a finding of the pre-review that says that something was not done,
 * placed between the steps where it belongs.
 */
import type { TimelineKind } from '../intake/timeline-kinds.ts'
import type { CaseFile } from '../prereview/case-file.ts'
import { runRules } from '../prereview/engine.ts'
import { RULES } from '../prereview/rules.ts'
import type { Bilingual, IsoDate } from '../values/values.ts'
import type { TimelineGap, TimelineStep } from './case-timeline.ts'

interface GapKind {
  readonly label: Bilingual
  /** The gap begins with the last of these that is before its end; where there is none, with its end. */
  readonly after: readonly TimelineKind[]
  /** It ends with the first of these; where there is none, with the day by which the case is judged. */
  readonly before: readonly TimelineKind[]
}

const gap = (zh: string, en: string, after: readonly TimelineKind[], before: readonly TimelineKind[]): GapKind => ({
  label: { 'zh-CN': zh, en },
  after,
  before,
})

const CONCLUDED = ['discussed', 'decided'] as const
/** By the rule that finds it. */
export const GAPS: Readonly<Record<string, GapKind>> = {
  '7.1-no-filing-form': gap('没有立案审批', 'No filing', ['discovered'], ['questioned', 'inspected', 'priorNotice', 'decided']),
  '3.8-decision-without-notice': gap('没有事先告知', 'No prior notice', ['investigationEnded', 'questioned', 'testReported'], CONCLUDED),
  '3.8-notice-not-served': gap('告知书没有送达', 'Notice not served', ['priorNotice'], CONCLUDED),
  '3.9-no-recheck': gap('没有复核陈述申辩', 'Defence not re-checked', ['defenceMade'], CONCLUDED),
  '3.12-request-ignored': gap('没有举行听证', 'No hearing held', ['hearingAsked'], CONCLUDED),
  '3.12-hearing-refused': gap('应当听证而没有听证', 'Hearing due but not held', ['hearingAsked'], CONCLUDED),
  '3.13-review-missing': gap('没有法制审核', 'No legal review', ['investigationEnded', 'priorNoticeServed', 'heard'], ['decided']),
  '3.14-discussion-missing': gap('没有集体讨论', 'No collective discussion', ['priorNoticeServed', 'rechecked', 'heard', 'reviewed'], ['decided']),
  '3.6-no-release': gap('没有解除或者处理', 'Not released', ['measureEnds', 'measureCarriedOut', 'measureTaken'], []),
  '7.1-no-decision-receipt': gap('没有决定书送达回证', 'No receipt of the decision', ['decided'], []),
}

const GAP_RULES = RULES.filter(({ id }) => GAPS[id] !== undefined)

/** Where a gap lies among the steps; both ends inside what is known of the case. */
export function gapSpan(
  { after, before }: Pick<GapKind, 'after' | 'before'>,
  steps: readonly Pick<TimelineStep, 'kind' | 'day'>[],
  asOf: IsoDate,
): { readonly from: IsoDate; readonly to: IsoDate } {
  const days = (kinds: readonly string[]): IsoDate[] => steps.filter(({ kind }) => kinds.includes(kind)).map(({ day }) => day).toSorted()
  const starts = days(after)
  const to = days(before).find((day) => starts[0] === undefined || day >= starts[0]) ?? asOf
  const from = starts.findLast((day) => day <= to)
  return { from: from ?? to, to }
}

export function gapsOf(file: CaseFile, steps: readonly TimelineStep[], asOf: IsoDate): TimelineGap[] {
  if (file.documents.length === 0) return []
  return runRules(file, GAP_RULES).flatMap((finding): TimelineGap[] => {
    const kind = GAPS[finding.ruleId]
    if (kind === undefined) return []
    const [pointer] = finding.evidence
    const documentKind = file.documents.find((one) => one.file.fileId === pointer?.fileId)?.kind ?? 'other'
    return [
      {
        key: finding.key,
        ruleId: finding.ruleId,
        label: kind.label,
        message: finding.message,
        ...gapSpan(kind, steps, asOf),
        place: pointer === undefined ? null : { ...pointer, documentKind },
      },
    ]
  })
}
