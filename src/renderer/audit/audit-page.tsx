/** The audit chain: verify it as a whole, and read its entries from the newest back. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { AuditEntry, ChainReport } from '../../shared/audit/contract.ts'
import type { FashenError } from '../../shared/errors/errors.ts'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useCallOnce, useRead } from '../transport/calls.ts'
import { DataTable, type DataColumn } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { shortHash } from '../ui/formats.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { actLabel, subjectLabel } from './act-labels.ts'
import './audit.css'

const PAGE = 100

function Report({ report }: { report: ChainReport }): ReactNode {
  const { t } = useLanguage()
  const { broken, missingWitnesses } = report
  if (broken !== null) {
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={t('audit:broken', { seq: broken.seq, problem: t(`audit:problem.${broken.problem}`) })}
      />
    )
  }
  if (missingWitnesses.length > 0) {
    const numbers = missingWitnesses.join(t('ui:listSeparator'))
    return <Alert type="error" showIcon role="alert" title={t('audit:missingWitnesses', { numbers })} />
  }
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={t('audit:whole', { entries: report.entries })}
      description={t('audit:wholeWitnesses')}
    />
  )
}

function Verification(): ReactNode {
  const { t } = useLanguage()
  const call = useCallOnce()
  const head = useRead('audit.head', {})
  // Asked only by the button: computing a long chain takes time, and a result belongs to the moment it was asked.
  const report = useQuery<ChainReport, FashenError>({
    queryKey: ['verification-of-chain'],
    queryFn: () => call('audit.verify', {}),
    enabled: false,
    gcTime: 0,
  })
  const button = (
    <Button type="primary" loading={report.isFetching} onClick={() => void report.refetch()}>
      {report.isFetching ? t('audit:verifying') : t('audit:verify')}
    </Button>
  )
  return (
    <Panel title={t('audit:head')} extra={button}>
      <div className="fs-stack">
        {head.data === undefined ? null : (
          <div>
            <span className="fs-figures">#{head.data.seq}</span> <span className="fs-mono">{head.data.hash}</span>
          </div>
        )}
        <ErrorNotice error={head.error} onRetry={() => void head.refetch()} />
        <ErrorNotice error={report.error} onRetry={() => void report.refetch()} />
        {report.data === undefined ? (
          <div className="fs-soft">{t('audit:notVerified')}</div>
        ) : (
          <Report report={report.data} />
        )}
      </div>
    </Panel>
  )
}

/** Canonical JSON set out in lines; as it is where it is none. */
function inLines(content: string): string {
  try {
    return JSON.stringify(JSON.parse(content), null, 2)
  } catch {
    return content
  }
}

function EntryDetail({ entry }: { entry: AuditEntry }): ReactNode {
  const { t } = useLanguage()
  return (
    <dl className="fs-facts">
      <dt>{t('audit:content')}</dt>
      <dd>
        <pre className="fs-audit-content">{inLines(entry.content)}</pre>
      </dd>
      <dt>{t('audit:columns.hash')}</dt>
      <dd className="fs-mono">{entry.hash}</dd>
      <dt>{t('audit:previous')}</dt>
      <dd className="fs-mono">{entry.previousHash}</dd>
    </dl>
  )
}

function Subject({ subject }: { subject: string }): ReactNode {
  const { pick } = useLanguage()
  const { kind, id, path } = subjectLabel(subject)
  const text = `${pick(kind)}${id === '' ? '' : ` ${shortHash(id)}`}`
  return path === null ? text : <Link href={path}>{text}</Link>
}

function Entries(): ReactNode {
  const { t, pick } = useLanguage()
  const call = useCallOnce()
  const entries = useInfiniteQuery({
    queryKey: ['audit.list', { size: PAGE }],
    queryFn: ({ pageParam }: { pageParam: number | null }) => call('audit.list', { before: pageParam, size: PAGE }),
    initialPageParam: null as number | null,
    getNextPageParam: (last: readonly AuditEntry[]) => {
      const lowest = last.at(-1)?.seq ?? 1
      return last.length < PAGE || lowest <= 1 ? undefined : lowest
    },
  })
  const rows = entries.data?.pages.flat() ?? []
  const columns: DataColumn<AuditEntry>[] = [
    {
      key: 'seq',
      title: t('audit:columns.seq'),
      narrow: true,
      render: (entry) => <span className="fs-figures">{entry.seq}</span>,
    },
    { key: 'at', title: t('audit:columns.at'), narrow: true, render: (entry) => <DateText value={entry.at} /> },
    {
      key: 'actor',
      title: t('audit:columns.actor'),
      narrow: true,
      render: (entry) => (entry.actor === 'system' ? t('audit:system') : entry.actorName),
    },
    { key: 'act', title: t('audit:columns.act'), render: (entry) => pick(actLabel(entry.act)) },
    {
      key: 'subject',
      title: t('audit:columns.subject'),
      narrow: true,
      render: (entry) => <Subject subject={entry.subject} />,
    },
    {
      key: 'hash',
      title: t('audit:columns.hash'),
      render: (entry) => <span className="fs-mono">{shortHash(entry.hash)}</span>,
    },
  ]
  return (
    <Panel title={t('audit:entries')} flush>
      <ErrorNotice error={entries.error} onRetry={() => void entries.refetch()} />
      <DataTable
        label={t('audit:entries')}
        columns={columns}
        rows={rows}
        rowKey={(entry) => String(entry.seq)}
        loading={entries.isPending}
        renderDetail={(entry) => <EntryDetail entry={entry} />}
      />
      {entries.hasNextPage ? (
        <div className="fs-audit-more">
          <Button loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
            {t('audit:loadMore')}
          </Button>
        </div>
      ) : null}
    </Panel>
  )
}

export function AuditPage(): ReactNode {
  const { t } = useLanguage()
  const mayRead = useMayCall('audit.list')
  return (
    <Page title={t('audit:title')} subtitle={t('audit:subtitle')}>
      <Verification />
      {mayRead ? <Entries /> : <div className="fs-soft">{t('audit:unreadable')}</div>}
    </Page>
  )
}
