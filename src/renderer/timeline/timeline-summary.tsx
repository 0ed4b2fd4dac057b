/** How the case stands in time, in a few marks. */
import type { ReactNode } from 'react'
import type { CaseTimeline } from '../../shared/timeline/case-timeline.ts'
import { useLanguage } from '../language/language.ts'
import { Mark } from '../ui/state-tag.tsx'

export interface TimelineCounts {
  readonly late: number
  readonly early: number
  readonly missing: number
  readonly conflict: number
}

export function countsOf({ limits, gaps, steps }: Pick<CaseTimeline, 'limits' | 'gaps' | 'steps'>): TimelineCounts {
  const kinds = new Set(steps.filter(({ conflicts }) => conflicts.length > 0).map(({ kind }) => kind))
  return {
    late: limits.filter(({ state }) => state === 'late' || state === 'overdue').length,
    early: limits.filter(({ state }) => state === 'early').length,
    missing: gaps.length,
    conflict: kinds.size,
  }
}

export function TimelineSummary({ timeline }: { readonly timeline: CaseTimeline }): ReactNode {
  const { t } = useLanguage()
  const counts = countsOf(timeline)
  const marks = (['late', 'early', 'missing', 'conflict'] as const).filter((name) => counts[name] > 0)
  // where no limit runs, there is nothing to say of being in time
  if (timeline.steps.length === 0 || (marks.length === 0 && timeline.limits.length === 0)) return null
  return (
    <span className="timeline-marks">
      {marks.map((name) => (
        <Mark key={name} tone={name === 'conflict' ? 'amber' : 'red'}>
          {t(`timeline:summary.${name}`, { count: counts[name] })}
        </Mark>
      ))}
      {marks.length === 0 && <Mark tone="green">{t('timeline:summary.fine')}</Mark>}
    </span>
  )
}
