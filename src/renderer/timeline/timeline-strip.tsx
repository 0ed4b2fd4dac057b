/** The timeline in a strip under the head of the case: folded away or not, as the person left it. */
import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { makeCalendar } from '../../shared/deadlines/calendar.ts'
import { useAppearance } from '../app/appearance.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { remember, remembered } from '../transport/connect.ts'
import { useOpenEvidence } from './evidence-opener.tsx'
import { TimelinePicture } from './timeline-picture.tsx'
import { TimelineSummary } from './timeline-summary.tsx'
import { useWidth } from './use-width.ts'
import './timeline.css'

interface TimelineStripProps {
  readonly caseId: string
  readonly catalogue: Catalogue
  /** Shows the whole picture. */
  readonly onWhole: () => void
}

export function TimelineStrip({ caseId, catalogue, onWhole }: TimelineStripProps): ReactNode {
  const { t } = useLanguage()
  const { low } = useAppearance()
  const [kept, setKept] = useState(() => remembered('timeline-strip'))
  /** In a low window it is folded until it is asked for: what is worked on needs the room. */
  const [asked, setAsked] = useState(false)
  const folded = low ? !asked : kept === 'folded'
  const timeline = useRead('timeline.get', { caseId }, { keepPrevious: true })
  const calendar = useMemo(() => makeCalendar(catalogue.holidays, catalogue.statutoryHolidays), [catalogue])
  const [frame, width] = useWidth()
  const open = useOpenEvidence()
  const { data } = timeline
  const toggle = (): void => {
    if (low) return setAsked(folded)
    const next = folded ? 'open' : 'folded'
    remember('timeline-strip', next)
    setKept(next)
  }
  // what cannot be told is told in the tab, with a way to ask again; the strip does not take room for it
  if (data === undefined || data.steps.length === 0) return null
  return (
    <section className="timeline-strip" aria-label={t('timeline:title')} data-folded={folded}>
      <div className="timeline-strip-head">
        <button type="button" className="timeline-strip-toggle" aria-expanded={!folded} title={t(folded ? 'timeline:show' : 'timeline:hide')} onClick={toggle}>
          {folded ? <RightOutlined aria-hidden /> : <DownOutlined aria-hidden />}
          {t('timeline:view.picture')}
        </button>
        <Button className="timeline-strip-whole" type="link" size="small" onClick={onWhole}>
          {t('timeline:openWhole')}
        </Button>
        <TimelineSummary timeline={data} />
      </div>
      <div className="timeline-strip-frame" ref={frame} hidden={folded}>
        {!folded && <TimelinePicture timeline={data} calendar={calendar} room={width} form="strip" onOpen={open} />}
      </div>
    </section>
  )
}
