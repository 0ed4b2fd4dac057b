/** Disclosures over all cases (决定公开): due and late, published, not published, withdrawn. */
import { Button, Segmented, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { DISCLOSURE_LISTS, LIST_SHOWN, type DisclosureList, type DisclosureListKind, type DisclosureRow } from '../../shared/disclosure/contract.ts'
import { ClockLight } from '../deadlines/clock-light.tsx'
import { dueWords } from '../deadlines/clock-words.ts'
import '../deadlines/deadlines.css'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { DataTable, type DataColumn } from '../ui/data-table.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark, StateTag } from '../ui/state-tag.tsx'
import './disclosure.css'

export function DisclosuresPage(): ReactNode {
  const { t } = useLanguage()
  const [show, setShow] = useState<DisclosureListKind>('open')
  const [offset, setOffset] = useState(0)
  const list = useRead('disclosure.list', { show, offset }, { staleTime: 0 })
  const { data } = list
  const choose = (next: DisclosureListKind): void => {
    setShow(next)
    setOffset(0)
  }
  const countOf = (kind: DisclosureListKind): string => {
    if (data === undefined) return ''
    const { counts } = data
    return ` ${kind === 'open' ? counts.late + counts.soon + counts.running : counts[kind]}`
  }
  return (
    <Page title={t('disclosure:page')} subtitle={t('disclosure:pageLead')}>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      <div className="fs-row disclosure-filter" role="search">
        <Segmented<DisclosureListKind>
          aria-label={t('disclosure:listLabel')}
          value={show}
          options={DISCLOSURE_LISTS.map((value) => ({ value, label: `${t(`disclosure:show.${value}`)}${countOf(value)}` }))}
          onChange={choose}
        />
        {data !== undefined && <Lights counts={data.counts} />}
      </div>
      {data === undefined && list.error === null && <Skeleton active />}
      {data !== undefined && <Rows list={data} show={show} offset={offset} onPage={setOffset} />}
    </Page>
  )
}

function Lights({ counts }: Pick<DisclosureList, 'counts'>): ReactNode {
  const { t } = useLanguage()
  return (
    <>
      {counts.late > 0 && <Mark tone="red">{t('disclosure:late', { count: counts.late })}</Mark>}
      {counts.soon > 0 && <Mark tone="amber">{t('disclosure:soon', { count: counts.soon })}</Mark>}
      {counts.running > 0 && <Mark>{t('disclosure:running', { count: counts.running })}</Mark>}
    </>
  )
}

interface RowsProps {
  readonly list: DisclosureList
  readonly show: DisclosureListKind
  readonly offset: number
  readonly onPage: (offset: number) => void
}

function Rows({ list, show, offset, onPage }: RowsProps): ReactNode {
  const { t } = useLanguage()
  const columns = useColumns(show)
  const { rows, total } = list
  if (rows.length === 0) return <Empty title={t(`disclosure:empty.${show}`)} hint={t('disclosure:emptyHint')} />
  return (
    <Panel title={t(`disclosure:show.${show}`)} flush>
      <DataTable label={t('disclosure:listLabel')} columns={columns} rows={rows} rowKey={({ caseId, clock }) => `${caseId}/${clock?.key ?? ''}`} />
      {total > LIST_SHOWN && (
        <div className="fs-row fs-end fs-panel-body">
          <span className="fs-soft fs-grow">{t('disclosure:range', { from: offset + 1, to: offset + rows.length, total })}</span>
          <Button disabled={offset === 0} onClick={() => onPage(Math.max(0, offset - LIST_SHOWN))}>
            {t('disclosure:previous')}
          </Button>
          <Button disabled={offset + rows.length >= total} onClick={() => onPage(offset + LIST_SHOWN)}>
            {t('disclosure:next')}
          </Button>
        </div>
      )}
    </Panel>
  )
}

function useColumns(show: DisclosureListKind): DataColumn<DisclosureRow>[] {
  const { t, pick } = useLanguage()
  const common: DataColumn<DisclosureRow>[] = [
    {
      key: 'case',
      title: t('disclosure:column.case'),
      render: ({ caseId, title, state }) => (
        <>
          <Link href={`/cases/${caseId}/disclosure`} aria-label={t('disclosure:openCase', { title })}>
            {title}
          </Link>{' '}
          <StateTag state={state} />
        </>
      ),
    },
    {
      key: 'decision',
      title: t('disclosure:column.decision'),
      render: ({ number, decidedOn, clock }) => (
        <>
          {number} <span className="fs-soft fs-figures">{decidedOn}</span>
          {clock === null ? null : <div className="fs-soft">{pick(clock.name)}</div>}
        </>
      ),
    },
  ]
  if (show !== 'open') return [...common, { key: 'on', title: t('disclosure:column.on'), narrow: true, render: ({ on }) => <span className="fs-figures">{on ?? '—'}</span> }]
  return [
    { key: 'light', title: t('disclosure:column.light'), narrow: true, render: ({ clock }) => (clock === null ? null : <ClockLight clock={clock} />) },
    ...common,
    { key: 'due', title: t('disclosure:column.due'), narrow: true, render: ({ clock }) => <span className="fs-figures">{clock === null ? '—' : (dueWords(clock) ?? '—')}</span> },
  ]
}
