/** One evaluation: its sample with results, how it was drawn, and the workbook. */
import { Button, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { EvaluationDetail, SampledFile } from '../../shared/evaluation/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useCallOnce, useRead } from '../transport/calls.ts'
import { DataTable, type DataColumn } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { saveFile } from '../ui/save-file.ts'
import { Mark } from '../ui/state-tag.tsx'
import { GradeCounts } from './evaluation-page.tsx'
import './evaluation.css'

export function EvaluationView({ evaluationId }: { readonly evaluationId: string }): ReactNode {
  const { t } = useLanguage()
  const got = useRead('evaluation.get', { evaluationId })
  const { data } = got
  return (
    <Page
      title={data?.name ?? t('evaluation:title')}
      subtitle={
        data === undefined
          ? undefined
          : t('evaluation:populationFull', {
              from: data.population.from,
              to: data.population.to,
              by: t(`evaluation:closed.${data.population.closedBy}`),
              count: data.populationSize,
              size: data.sampleSize,
            })
      }
      extra={data === undefined ? undefined : <WorkbookButton evaluationId={evaluationId} />}
    >
      <p className="evaluation-links">
        <Link href="/evaluation">{t('evaluation:back')}</Link>
      </p>
      <ErrorNotice error={got.error} onRetry={() => void got.refetch()} />
      {data === undefined && got.error === null ? <Skeleton active /> : null}
      {data === undefined ? null : (
        <>
          <Files detail={data} />
          <Draw detail={data} />
        </>
      )}
    </Page>
  )
}

function Files({ detail }: { readonly detail: EvaluationDetail }): ReactNode {
  const { t, pick } = useLanguage()
  const columns: readonly DataColumn<SampledFile>[] = [
    { key: 'place', title: t('evaluation:place'), narrow: true, render: ({ place }) => <span className="fs-figures">{place}</span> },
    {
      key: 'case',
      title: t('evaluation:caseTitle'),
      render: ({ caseId, title, fileNumber, unit }) => (
        <>
          <Link href={`/cases/${caseId}`}>{title}</Link>
          <div className="fs-soft">{[fileNumber, unit].filter((one) => one !== '').join(' · ')}</div>
        </>
      ),
    },
    { key: 'closedOn', title: t('evaluation:closedOn'), narrow: true, render: ({ closedOn }) => <DateText value={closedOn} /> },
    {
      key: 'state',
      title: t('evaluation:state'),
      narrow: true,
      render: ({ state, corrections }) => (
        <>
          <Mark tone={state === 'signed' ? 'green' : state === 'open' ? 'plain' : 'amber'}>{t(`evaluation:states.${state}`)}</Mark>
          {corrections === 0 ? null : <div className="fs-soft">{t('evaluation:corrections', { count: corrections })}</div>}
        </>
      ),
    },
    {
      key: 'score',
      title: t('evaluation:score'),
      narrow: true,
      render: ({ score, gradeId, vetoed }) => {
        const grade = detail.standard.grades.find(({ id }) => id === gradeId)
        return score === null || grade === undefined ? (
          <span className="fs-soft">—</span>
        ) : (
          <>
            <span className="fs-figures">{score}</span> {pick(grade.name)} {vetoed && <Mark tone="red">{t('evaluation:vetoed')}</Mark>}
          </>
        )
      },
    },
    { key: 'evaluator', title: t('evaluation:evaluator'), narrow: true, render: ({ evaluator }) => evaluator ?? '—' },
    {
      key: 'go',
      title: t('evaluation:score1'),
      render: ({ caseId, barred, state }) => (
        <>
          <Link href={`/evaluation/${detail.id}/${caseId}`}>{barred === null && state !== 'signed' ? t('evaluation:score1') : t('evaluation:look')}</Link>
          {barred === null ? null : <div className="fs-soft">{t('evaluation:barred', { reason: t(`evaluation:bars.${barred}`) })}</div>}
        </>
      ),
    },
  ]
  const extra = (
    <>
      <span>{t('evaluation:progressIs', { signed: detail.signed, total: detail.sampleSize })}</span> <GradeCounts summary={detail} />
      {detail.average === null ? null : <span className="fs-figures"> {t('evaluation:average', { score: detail.average })}</span>}
    </>
  )
  return (
    <Panel title={t('evaluation:files')} extra={extra} flush>
      <DataTable label={t('evaluation:files')} columns={columns} rows={detail.files} rowKey={({ caseId }) => caseId} />
    </Panel>
  )
}

function Draw({ detail }: { readonly detail: EvaluationDetail }): ReactNode {
  const { t } = useLanguage()
  const [asked, setAsked] = useState(false)
  const checked = useRead('evaluation.checkSample', { evaluationId: detail.id }, { enabled: asked })
  const fault = checked.data?.fault
  return (
    <Panel title={t('evaluation:population')}>
      <p className="fs-soft">{t('evaluation:checkExplain')}</p>
      <p className="evaluation-seed">
        {t('evaluation:seed')} <code>{detail.draw.seed}</code>
      </p>
      <Button size="small" loading={asked && checked.isFetching} onClick={() => setAsked(true)}>
        {t('evaluation:check')}
      </Button>
      <ErrorNotice error={checked.error} onRetry={() => void checked.refetch()} />
      <div role="status">
        {checked.data === undefined ? null : fault === null ? (
          <p>{t('evaluation:sound', { seq: checked.data.committedIn ?? 0 })}</p>
        ) : (
          <p className="fs-red">{fault === undefined ? '' : t(`evaluation:fault.${fault}`)}</p>
        )}
      </div>
    </Panel>
  )
}

function WorkbookButton({ evaluationId }: { readonly evaluationId: string }): ReactNode {
  const { t, language } = useLanguage()
  const call = useCallOnce()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const get = (): void => {
    setBusy(true)
    setError(null)
    call('evaluation.workbook', { evaluationId, language })
      .then(({ name, content }) => saveFile(name, Uint8Array.from(atob(content), (sign) => sign.codePointAt(0) ?? 0)))
      .catch(setError)
      .finally(() => setBusy(false))
  }
  return (
    <>
      <Button loading={busy} onClick={get}>
        {t('evaluation:export')}
      </Button>
      <ErrorNotice error={error} />
    </>
  )
}
