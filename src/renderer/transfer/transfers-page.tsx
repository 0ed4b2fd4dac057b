/** What runs between enforcement and criminal justice in the whole station (行刑衔接). */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { TRANSFER_STATE_LABELS } from '../../shared/cases/state-machine-transfer.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { ClockLine } from './clock-line.tsx'
import { CluesPanel } from './clues-panel.tsx'
import { WayBackPanel } from './way-back-panel.tsx'
import './transfer.css'

export function TransfersPage(): ReactNode {
  const { t } = useLanguage()
  const catalogue = useCatalogue()
  const person = useRead('session.current', {}).data ?? null
  return (
    <Page title={t('transfer:page')} subtitle={t('transfer:pageLead')}>
      <div className="transfer-page">
        <RunningPanel />
        {catalogue !== undefined && <WayBackPanel catalogue={catalogue} person={person} about={null} />}
        <CluesPanel person={person} caseId={null} />
      </div>
    </Page>
  )
}

function RunningPanel(): ReactNode {
  const { t, pick } = useLanguage()
  const [, navigate] = useLocation()
  const running = useRead('transfer.running', {}, { staleTime: 0 })
  return (
    <Panel title={t('transfer:running.title')} flush>
      <ErrorNotice error={running.error} onRetry={() => void running.refetch()} />
      {running.data?.length === 0 ? (
        <Empty title={t('transfer:running.none')} hint={t('transfer:running.noneHint')} />
      ) : (
        <DataTable
          label={t('transfer:running.title')}
          loading={running.isPending}
          rows={running.data ?? []}
          rowKey={({ caseId }) => caseId}
          columns={[
            {
              key: 'case',
              title: t('transfer:running.column.case'),
              render: ({ caseId, title, partyName }) => (
                <>
                  <Button type="link" className="transfer-link" onClick={() => navigate(`/cases/${caseId}/transfer`)}>
                    {title}
                  </Button>
                  <div className="fs-soft">{partyName}</div>
                </>
              ),
            },
            { key: 'offence', title: t('transfer:running.column.offence'), render: ({ offence }) => offence },
            { key: 'state', title: t('transfer:running.column.state'), narrow: true, render: ({ state }) => <Mark tone="red">{pick(TRANSFER_STATE_LABELS[state])}</Mark> },
            {
              key: 'clock',
              title: t('transfer:running.column.clock'),
              render: ({ clocks }) => (clocks.length === 0 ? '—' : clocks.map((clock) => <ClockLine key={clock.key} clock={clock} />)),
            },
          ]}
        />
      )}
    </Panel>
  )
}
