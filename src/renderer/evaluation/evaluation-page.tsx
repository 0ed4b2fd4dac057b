/** Evaluations (评查) of the station with their progress, and the standards that files are scored by. */
import { Button, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { EvaluationSummary } from '../../shared/evaluation/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useRead } from '../transport/calls.ts'
import { DataTable, type DataColumn } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { StandardsPanel } from './standards-panel.tsx'
import { StartDialog } from './start-dialog.tsx'
import './evaluation.css'

export function EvaluationPage(): ReactNode {
  const { t, pick } = useLanguage()
  const mayStart = useMayCall('evaluation.start')
  const mayRead = useMayCall('evaluation.list')
  const [starting, setStarting] = useState(false)
  const evaluations = useRead('evaluation.list', {}, { enabled: mayRead })
  const begin = (
    <Button type="primary" onClick={() => setStarting(true)}>
      {t('evaluation:begin')}
    </Button>
  )
  const columns: readonly DataColumn<EvaluationSummary>[] = [
    { key: 'name', title: t('evaluation:name'), render: ({ id, name }) => <Link href={`/evaluation/${id}`}>{name}</Link> },
    {
      key: 'period',
      title: t('evaluation:period'),
      render: ({ population: { from, to, closedBy } }) => (
        <>
          <DateText value={from} /> – <DateText value={to} />
          <div className="fs-soft">{t(`evaluation:closed.${closedBy}`)}</div>
        </>
      ),
    },
    {
      key: 'standard',
      title: t('evaluation:standard'),
      render: ({ standardName, standardVersion }) => (
        <>
          {pick(standardName)} <span className="fs-soft fs-figures">{standardVersion}</span>
        </>
      ),
    },
    { key: 'progress', title: t('evaluation:progress'), narrow: true, render: ({ signed, sampleSize }) => t('evaluation:progressIs', { signed, total: sampleSize }) },
    { key: 'grades', title: t('evaluation:results'), render: (one) => <GradeCounts summary={one} /> },
    {
      key: 'by',
      title: t('evaluation:startedBy'),
      render: ({ startedBy, startedAt }) => (
        <>
          {startedBy}
          <div className="fs-soft">
            <DateText value={startedAt} />
          </div>
        </>
      ),
    },
  ]
  return (
    <Page title={t('evaluation:title')} subtitle={t('evaluation:subtitle')} extra={mayStart ? begin : undefined}>
      <ErrorNotice error={evaluations.error} onRetry={() => void evaluations.refetch()} />
      {mayRead && evaluations.data === undefined && evaluations.error === null ? <Skeleton active /> : null}
      {evaluations.data?.length === 0 ? <Empty title={t('evaluation:none')} hint={t('evaluation:noneHint')} action={mayStart ? begin : undefined} /> : null}
      {evaluations.data === undefined || evaluations.data.length === 0 ? null : (
        <Panel flush>
          <DataTable label={t('evaluation:title')} columns={columns} rows={evaluations.data} rowKey={({ id }) => id} />
        </Panel>
      )}
      <StandardsPanel />
      {starting && <StartDialog onClose={() => setStarting(false)} />}
    </Page>
  )
}

/** 优秀 3 · 良好 1; grades that no file has are left out. */
export function GradeCounts({ summary }: { readonly summary: EvaluationSummary }): ReactNode {
  const { pick } = useLanguage()
  const there = summary.grades.filter(({ files }) => files > 0)
  return <span className="fs-figures">{there.length === 0 ? '—' : there.map(({ grade, files }) => `${pick(grade.name)} ${files}`).join(' · ')}</span>
}
