/** The whole picture with its zoom, its legend and what is to be looked at. */
import { Segmented } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { makeCalendar } from '../../shared/deadlines/calendar.ts'
import type { TimelineAnswer } from '../../shared/timeline/contract.ts'
import { useLanguage } from '../language/language.ts'
import { Panel } from '../ui/panel.tsx'
import { useOpenEvidence } from './evidence-opener.tsx'
import { TimelinePicture } from './timeline-picture.tsx'
import { TimelineProblems } from './timeline-problems.tsx'
import { useWidth } from './use-width.ts'

const ZOOMS = ['whole', 'month'] as const
type Zoom = (typeof ZOOMS)[number]

const PARTS = ['inTime', 'rest', 'over', 'unawaited'] as const

function Legend(): ReactNode {
  const { t } = useLanguage()
  const dot = (className: string): ReactNode => (
    <svg width="12" height="12" aria-hidden="true" className={`timeline-step ${className}`}>
      {className === 'timeline-step-station' ? (
        <rect className="timeline-dot" x="2.5" y="2.5" width="7" height="7" transform="rotate(45 6 6)" />
      ) : (
        <circle className="timeline-dot" cx="6" cy="6" r="4" />
      )}
    </svg>
  )
  return (
    <ul className="timeline-legend" aria-label={t('timeline:legend.label')}>
      <li>
        {dot('')} {t('timeline:legend.paper')}
      </li>
      <li>
        {dot('timeline-step-mentioned')} {t('timeline:legend.mentioned')}
      </li>
      <li>
        {dot('timeline-step-station')} {t('timeline:legend.station')}
      </li>
      {PARTS.map((part) => (
        <li key={part}>
          <svg width="22" height="8" aria-hidden="true">
            <rect className={`timeline-part-${part}`} x="0.5" y="0.5" width="21" height="7" />
          </svg>
          {t(`timeline:legend.${part}`)}
        </li>
      ))}
      <li>
        <svg width="22" height="8" aria-hidden="true">
          <rect fill="none" className="timeline-part-excluded" x="0.5" y="0.5" width="21" height="7" />
          <path className="timeline-hatch" d="M3,8 l6,-8 M9,8 l6,-8 M15,8 l6,-8" />
        </svg>
        {t('timeline:legend.excluded')}
      </li>
      <li>
        <svg width="22" height="10" aria-hidden="true" className="timeline-gap">
          <rect x="0.5" y="0.5" width="21" height="9" />
        </svg>
        {t('timeline:legend.gap')}
      </li>
      <li>
        <svg width="14" height="12" aria-hidden="true">
          <rect className="timeline-off" width="14" height="12" />
        </svg>
        {t('timeline:legend.off')}
      </li>
      <li>
        <svg width="22" height="4" aria-hidden="true">
          <rect className="timeline-provisional" width="22" height="4" />
        </svg>
        {t('timeline:legend.provisional')}
      </li>
    </ul>
  )
}

export function TimelineView({ timeline, catalogue }: { readonly timeline: TimelineAnswer; readonly catalogue: Catalogue }): ReactNode {
  const { t } = useLanguage()
  const [zoom, setZoom] = useState<Zoom>('whole')
  const calendar = useMemo(() => makeCalendar(catalogue.holidays, catalogue.statutoryHolidays), [catalogue])
  const [frame, width] = useWidth()
  const open = useOpenEvidence()
  return (
    <>
      <Panel
        title={t('timeline:title')}
        extra={
          <Segmented
            size="small"
            aria-label={t('timeline:zoom.label')}
            value={zoom}
            options={ZOOMS.map((one) => ({ value: one, label: t(`timeline:zoom.${one}`) }))}
            onChange={setZoom}
          />
        }
      >
        <div className="timeline-frame" ref={frame}>
          <TimelinePicture timeline={timeline} calendar={calendar} room={width} form={zoom} onOpen={open} />
        </div>
        <Legend />
      </Panel>
      <Panel title={t('timeline:problems')}>
        <TimelineProblems timeline={timeline} />
      </Panel>
    </>
  )
}
