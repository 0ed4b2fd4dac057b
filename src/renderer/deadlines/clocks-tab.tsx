/** Every clock of the case with its light, how it was counted, and what can be recorded for it (期限). */
import { Alert, Button, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { CaseClocks } from '../../shared/deadlines/contract.ts'
import type { Clock } from '../../shared/deadlines/clock.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { byUrgency, momentWords, SECTION_OF, type ClockSection } from './clock-words.ts'
import { ClockTable } from './clock-table.tsx'
import { ExcludeDialog } from './exclude-dialog.tsx'
import { ExtendDialog } from './extend-dialog.tsx'
import { offeredEvents, RecordDayDialog } from './record-day-dialog.tsx'
import { RecordsPanel } from './records-panel.tsx'
import './deadlines.css'

export type AskedRecord = { readonly kind: 'extend' | 'exclude'; readonly clock: Clock } | { readonly kind: 'day' }

const SECTIONS: readonly ClockSection[] = ['open', 'waiting', 'over']

/** Minutes of UTC+8 are -480, as the browser counts them; a zone does not change while the window is open. */
const OTHER_ZONE = new Date().getTimezoneOffset() !== -480

export function TimeRemarks({ data }: { readonly data: Pick<CaseClocks, 'behind' | 'asOf'> }): ReactNode {
  const { t } = useLanguage()
  return (
    <>
      {data.behind === null ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('deadlines:behind', { computer: momentWords(data.behind.computer), lastEntry: momentWords(data.behind.lastEntry) })}
        />
      )}
      <div className="fs-soft">
        {t('deadlines:asOf', { moment: momentWords(data.asOf) })}
        {OTHER_ZONE ? ` · ${t('deadlines:zone')}` : ''}
      </div>
    </>
  )
}

export function ClocksTab({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const { t } = useLanguage()
  const [asked, setAsked] = useState<AskedRecord | null>(null)
  const read = useRead('deadlines.ofCase', { caseId: detail.id }, { keepPrevious: true })
  const { data } = read
  const close = (): void => setAsked(null)
  return (
    <div className="clock-tab fs-stack">
      <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
      {data === undefined && read.error === null ? <Skeleton active paragraph={{ rows: 6 }} /> : null}
      {data === undefined ? null : (
        <>
          <div className="clock-tools">
            <div className="fs-grow">
              <TimeRemarks data={data} />
              {data.unread > 0 ? <div className="fs-soft">{t('deadlines:unread', { count: data.unread })}</div> : null}
            </div>
            {data.editable && offeredEvents(detail.state).length > 0 ? <Button onClick={() => setAsked({ kind: 'day' })}>{t('deadlines:day.button')}</Button> : null}
          </div>
          {data.clocks.length === 0 ? <Empty title={t('deadlines:none')} hint={t('deadlines:noneHint')} /> : null}
          {SECTIONS.map((section) => {
            const clocks = data.clocks.filter(({ state }) => SECTION_OF[state] === section).toSorted(byUrgency)
            return clocks.length === 0 ? null : (
              <Panel key={section} title={t(`deadlines:section.${section}`)} flush>
                <ClockTable label={t(`deadlines:section.${section}`)} clocks={clocks} editable={data.editable} caseState={detail.state} onAsk={setAsked} />
              </Panel>
            )
          })}
          <RecordsPanel caseId={detail.id} data={data} />
        </>
      )}
      {asked?.kind === 'extend' ? <ExtendDialog detail={detail} clock={asked.clock} onClose={close} /> : null}
      {asked?.kind === 'exclude' ? <ExcludeDialog caseId={detail.id} clock={asked.clock} onClose={close} /> : null}
      {asked?.kind === 'day' ? <RecordDayDialog detail={detail} onClose={close} /> : null}
    </div>
  )
}
