/** What is late, missing or told in two ways, one line each. */
import type { ReactNode } from 'react'
import { isBroken, type CaseTimeline } from '../../shared/timeline/case-timeline.ts'
import { useLanguage } from '../language/language.ts'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'
import { PlaceLink } from './timeline-list.tsx'
import { limitCourse, limitState, shortName } from './timeline-words.ts'

export function TimelineProblems({ timeline }: { readonly timeline: CaseTimeline }): ReactNode {
  const { t, language, pick } = useLanguage()
  const speech = { t, language, pick }
  const broken = timeline.limits.filter(isBroken)
  const told = timeline.steps.filter(({ conflicts }) => conflicts.length > 0)
  if (broken.length + timeline.gaps.length + told.length === 0) return <p className="fs-soft">{t('timeline:noProblems')}</p>
  return (
    <ul className="timeline-problems">
      {broken.map((limit) => (
        <li key={limit.key}>
          <Mark tone="red">{limitState(limit, speech)}</Mark>
          <span>
            {limitCourse(limit, speech)}
          </span>
          {!limit.verified && <UnverifiedMark />}
          {limit.place !== null && <PlaceLink place={limit.place} />}
        </li>
      ))}
      {timeline.gaps.map((gap) => (
        <li key={gap.key}>
          <Mark tone="red">{t('timeline:gap')}</Mark>
          <span>{pick(gap.message)}</span>
          {gap.place !== null && <PlaceLink place={gap.place} />}
        </li>
      ))}
      {told.map((step) => (
        <li key={step.key}>
          <Mark tone="amber">{t('timeline:step.conflictMark')}</Mark>
          <span>
            {pick(step.label)} {step.day}
          </span>
          {step.place !== null && <PlaceLink place={step.place} />}
          {step.conflicts.map(({ day, place }) => (
            <span key={`${day}/${place.fileId}/${place.passage.start}`}>{t('timeline:step.conflict', { name: shortName(place.fileName), day })}</span>
          ))}
        </li>
      ))}
    </ul>
  )
}
