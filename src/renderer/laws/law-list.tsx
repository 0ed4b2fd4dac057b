/** The laws of the library, one row for each law: the version in force today, or the last. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { LawRow } from '../../shared/laws/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { DataTable } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'
import type { LawFilter } from './law-filter.tsx'
import { StandingMark } from './law-words.tsx'
import { Pager, usePages } from './pager.tsx'
import { useRested } from './rested-value.ts'

const SIZE = 50

export function LawTable({ rows, loading = false }: { readonly rows: readonly LawRow[]; readonly loading?: boolean }): ReactNode {
  const { t } = useLanguage()
  return (
    <DataTable
      label={t('laws:part.list')}
      rows={rows}
      rowKey={({ law }) => law}
      loading={loading}
      columns={[
        {
          key: 'title',
          title: t('laws:column.title'),
          render: (row) => (
            <div className="laws-of-list">
              <Link href={`/laws/${row.law}`} className="laws-title">
                {row.title}
              </Link>{' '}
              <span className="fs-soft">{[row.issuer, row.number].filter((one) => one !== null).join(' · ')}</span>{' '}
              {row.problems > 0 && <Mark tone="amber">{t('laws:odd', { count: row.problems })}</Mark>}
            </div>
          ),
        },
        { key: 'kind', title: t('laws:column.kind'), narrow: true, render: ({ kind }) => t(`laws:kind.${kind}`) },
        { key: 'standing', title: t('laws:column.standing'), narrow: true, render: ({ standing }) => <StandingMark standing={standing} /> },
        {
          key: 'version',
          title: t('laws:column.version'),
          narrow: true,
          render: ({ version, versions }) => (
            <>
              <DateText value={version.startsWith('undated-') ? null : version} />
              {versions > 1 && <span className="fs-soft"> {t('laws:versions', { count: versions })}</span>}
            </>
          ),
        },
        { key: 'from', title: t('laws:column.inForceFrom'), narrow: true, render: ({ inForceFrom, inForceCertain }) => (
            <>
              <DateText value={inForceFrom} /> {inForceFrom !== null && !inForceCertain && <UnverifiedMark />}
            </>
          ),
        },
        { key: 'articles', title: t('laws:column.articles'), narrow: true, render: ({ highestArticle }) => highestArticle ?? '—' },
      ]}
    />
  )
}

export function LawList({ filter }: { readonly filter: LawFilter }): ReactNode {
  const { t } = useLanguage()
  const text = useRested(filter.text)
  const { kind, standing, odd } = filter
  const pages = usePages<string>(JSON.stringify([text, kind, standing, odd]))
  const list = useRead('laws.list', { text, kind, standing, odd, after: pages.cursor, size: SIZE }, { keepPrevious: true })
  if (list.error !== null) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
  const { rows, next, total } = list.data ?? { rows: [], next: null, total: 0 }
  if (list.data !== undefined && rows.length === 0) return <Empty title={t('laws:nothing')} hint={t('laws:nothingHint')} />
  const from = pages.page * SIZE
  return (
    <>
      <Panel flush>
        <LawTable rows={rows} loading={list.data === undefined} />
      </Panel>
      <Pager
        words={t('laws:pager', { from: from + 1, to: from + rows.length, total })}
        first={pages.page === 0}
        last={next === null}
        onBack={pages.back}
        onForward={() => next !== null && pages.forward(next)}
      />
    </>
  )
}
