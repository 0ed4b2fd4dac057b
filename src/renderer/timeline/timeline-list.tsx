/** The same as the picture, as tables: every step and every limit with all that is known of it. */
import type { ReactNode } from 'react'
import type { CaseTimeline, TimelineLimit, TimelinePlace, TimelineStep } from '../../shared/timeline/case-timeline.ts'
import { useLanguage } from '../language/language.ts'
import { DataTable, type DataColumn } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { formatWeekday } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'
import { useOpenEvidence } from './evidence-opener.tsx'
import { basisWords, limitCaption, limitName, limitState, shortName, type Speech } from './timeline-words.ts'

export function PlaceLink({ place }: { readonly place: TimelinePlace }): ReactNode {
  const { t } = useLanguage()
  const open = useOpenEvidence()
  const name = shortName(place.fileName)
  return (
    <button type="button" className="timeline-link" title={place.quote} aria-label={t('timeline:step.open', { name })} onClick={() => open(place)}>
      {name}
    </button>
  )
}

export function TimelineList({ timeline }: { readonly timeline: CaseTimeline }): ReactNode {
  const { t } = useLanguage()
  return (
    <>
      <Panel title={t('timeline:table.label')} flush>
        <StepTable timeline={timeline} />
      </Panel>
      {timeline.limits.length > 0 && (
        <Panel title={t('timeline:table.limits')} flush>
          <LimitTable limits={timeline.limits} />
        </Panel>
      )}
    </>
  )
}

function StepTable({ timeline: { steps, limits } }: { readonly timeline: CaseTimeline }): ReactNode {
  const { t, language, pick } = useLanguage()
  const speech: Speech = { t, language, pick }
  const columns: DataColumn<TimelineStep>[] = [
    {
      key: 'day',
      title: t('timeline:table.day'),
      narrow: true,
      render: ({ day, time }) => (
        <>
          <DateText value={day} /> {time}
        </>
      ),
    },
    {
      key: 'weekday',
      title: t('timeline:table.weekday'),
      narrow: true,
      render: ({ day, working, provisional }) => (
        <span className="timeline-marks">
          {formatWeekday(day, language)} {!working && <Mark>{t('timeline:step.dayOff')}</Mark>}
          {provisional && (
            <Mark tone="amber" title={t('timeline:step.provisional')}>
              {t('ui:provisional')}
            </Mark>
          )}
        </span>
      ),
    },
    {
      key: 'what',
      title: t('timeline:table.what'),
      render: ({ label, about }) => (about === null ? pick(label) : t('timeline:step.about', { label: pick(label), about })),
    },
    {
      key: 'document',
      title: t('timeline:table.document'),
      render: ({ place, others }) =>
        place === null ? (
          <span className="fs-soft">{t('timeline:table.registered')}</span>
        ) : (
          <>
            <PlaceLink place={place} />
            {others.length > 0 && (
              <details>
                <summary className="fs-soft">{t('timeline:table.more', { count: others.length })}</summary>
                {others.map((other) => (
                  <div key={`${other.fileId}/${other.passage.page}/${other.passage.start}`}>
                    <PlaceLink place={other} />
                  </div>
                ))}
              </details>
            )}
          </>
        ),
    },
    {
      key: 'state',
      title: t('timeline:table.state'),
      render: (step) => <StepMarks step={step} limits={limits} speech={speech} />,
    },
  ]
  return <DataTable label={t('timeline:table.label')} columns={columns} rows={steps} rowKey={({ key }) => key} />
}

function StepMarks({ step, limits, speech }: { readonly step: TimelineStep; readonly limits: readonly TimelineLimit[]; readonly speech: Speech }): ReactNode {
  const { t } = speech
  const broken = limits.filter(({ key }) => step.breaks.includes(key))
  return (
    <span className="timeline-marks">
      {broken.map((limit) => (
        <Mark key={limit.key} tone="red">
          {limitCaption(limit, speech)}
        </Mark>
      ))}
      {step.conflicts.map(({ day, place }) => (
        <Mark key={`${day}/${place.fileId}/${place.passage.start}`} tone="amber">
          {t('timeline:step.conflict', { name: shortName(place.fileName), day })}
        </Mark>
      ))}
      {!step.certain && (
        <Mark tone="amber" title={t('timeline:step.uncertain')}>
          {t('timeline:step.uncertainMark')}
        </Mark>
      )}
      {step.origin === 'document' && !step.recorded && <Mark>{t('timeline:step.mentioned')}</Mark>}
    </span>
  )
}

function LimitTable({ limits }: { readonly limits: readonly TimelineLimit[] }): ReactNode {
  const { t, language, pick } = useLanguage()
  const speech: Speech = { t, language, pick }
  const columns: DataColumn<TimelineLimit>[] = [
    {
      key: 'name',
      title: t('timeline:table.name'),
      render: (limit) => (
        <>
          {limitName(limit, speech)} {!limit.verified && <UnverifiedMark />}
          {limit.note !== null && <div className="fs-soft">{pick(limit.note)}</div>}
        </>
      ),
    },
    { key: 'from', title: t('timeline:table.from'), narrow: true, render: ({ from }) => <DateText value={from} /> },
    {
      key: 'due',
      title: t('timeline:table.due'),
      render: ({ due, rolledFrom, advice, provisional, state }) => (
        <>
          <DateText value={due} />{' '}
          {provisional && (
            <Mark tone="amber" title={t('ui:provisionalWhy')}>
              {t('ui:provisional')}
            </Mark>
          )}
          {rolledFrom !== null && <div className="fs-soft">{t('timeline:limit.rolled', { day: rolledFrom })}</div>}
          {state === 'running' && advice !== null && advice !== due && <div className="fs-soft">{t('timeline:limit.advice', { day: advice })}</div>}
        </>
      ),
    },
    {
      key: 'state',
      title: t('timeline:table.state'),
      render: (limit) => (
        <>
          <Mark tone={limit.state === 'kept' ? 'green' : limit.state === 'running' ? 'plain' : 'red'}>{limitState(limit, speech)}</Mark>
          {limit.end !== null && <div className="fs-soft">{t('timeline:limit.ended', { what: pick(limit.end.label), day: limit.end.day })}</div>}
          {limit.excluded.map(({ of, name, from, to, basis }) => (
            <div key={`${of}/${from}`} className="fs-soft">
              {t('timeline:limit.excluded', { name: pick(name), from, to })} {t('timeline:limit.excludedBy', { basis: basisWords({ basis }, language) })}
            </div>
          ))}
        </>
      ),
    },
    { key: 'basis', title: t('timeline:table.basis'), render: (limit) => <span className="fs-soft">{basisWords(limit, language)}</span> },
    { key: 'document', title: t('timeline:table.document'), render: ({ place }) => (place === null ? '—' : <PlaceLink place={place} />) },
  ]
  return <DataTable label={t('timeline:table.limits')} columns={columns} rows={limits} rowKey={({ key }) => key} />
}
