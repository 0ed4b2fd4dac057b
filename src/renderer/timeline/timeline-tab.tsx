/** The course of the case and what its papers say beside one another (时间轴与核对). */
import { Segmented, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { CrossTableView } from '../cross-table/cross-table-view.tsx'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { TimelineList } from './timeline-list.tsx'
import { TimelineSummary } from './timeline-summary.tsx'
import { TimelineView } from './timeline-view.tsx'
import './timeline.css'

const VIEWS = ['picture', 'list', 'cross'] as const
type View = (typeof VIEWS)[number]

/** The view last chosen, for as long as the window is open. */
let lastView: View = 'picture'

export function TimelineTab({ caseId, catalogue }: { readonly caseId: string; readonly catalogue: Catalogue }): ReactNode {
  const { t } = useLanguage()
  const [view, setView] = useState<View>(lastView)
  const timeline = useRead('timeline.get', { caseId }, { keepPrevious: true })
  const { data } = timeline
  const choose = (next: View): void => {
    lastView = next
    setView(next)
  }
  return (
    <div className="timeline-tab">
      <div className="timeline-tools">
        <Segmented aria-label={t('timeline:view.label')} value={view} options={VIEWS.map((one) => ({ value: one, label: t(`timeline:view.${one}`) }))} onChange={choose} />
        {data !== undefined && view !== 'cross' && <TimelineSummary timeline={data} />}
        {data !== undefined && data.unread > 0 && <span className="fs-soft">{t('timeline:unread', { count: data.unread })}</span>}
      </div>
      {view === 'cross' ? (
        <CrossTableView caseId={caseId} catalogue={catalogue} />
      ) : (
        <>
          <ErrorNotice error={timeline.error} onRetry={() => void timeline.refetch()} />
          {data === undefined && timeline.error === null && <Skeleton active paragraph={{ rows: 6 }} />}
          {data?.steps.length === 0 && <Empty title={t('timeline:empty')} hint={t('timeline:emptyHint')} />}
          {data !== undefined && data.steps.length > 0 && (view === 'picture' ? <TimelineView timeline={data} catalogue={catalogue} /> : <TimelineList timeline={data} />)}
        </>
      )}
    </div>
  )
}
