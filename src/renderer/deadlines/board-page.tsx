/** The board of lights and whistles (督办看板): what is over or near over all open cases, by how much, whose. */
import { Alert, Button, Segmented, Select, Skeleton } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { CLOCK_DESKS, CLOCK_SUBJECTS, type ClockDesk, type ClockSubject } from '../../shared/deadlines/clock-subjects.ts'
import { BOARD_LIGHTS, SHOWN_ON_BOARD, type Board, type BoardCount, type BoardLight, type BoardRow } from '../../shared/deadlines/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { DataTable, type DataColumn } from '../ui/data-table.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark, StateTag, UnverifiedMark } from '../ui/state-tag.tsx'
import { ClockLight } from './clock-light.tsx'
import { clockPlace, clockRowKey, dueWords } from './clock-words.ts'
import { TimeRemarks } from './clocks-tab.tsx'
import './deadlines.css'

interface Filter {
  readonly light: BoardLight | null
  readonly subject: ClockSubject | null
  readonly desk: ClockDesk | null
  readonly personId: string | null
}

const EVERYTHING: Filter = { light: null, subject: null, desk: null, personId: null }
const MINUTE = 60_000
/** While cases are still being counted, the board asks again after so long. */
const SOON = 100
/** Named one by one; the number counts all. */
const UNCOUNTED_SHOWN = 20

export function BoardPage(): ReactNode {
  const { t } = useLanguage()
  const [filter, setFilter] = useState<Filter>(EVERYTHING)
  const [offset, setOffset] = useState(0)
  const read = useRead('deadlines.board', { filter, offset }, { keepPrevious: true, keep: true })
  const { data, refetch } = read
  const pending = data?.pending ?? 0
  // hours pass without any act, and a day begins
  useEffect(() => {
    const timer = setInterval(() => void refetch(), MINUTE)
    return () => clearInterval(timer)
  }, [refetch])
  useEffect(() => {
    if (pending === 0) return
    const timer = setTimeout(() => void refetch(), SOON)
    return () => clearTimeout(timer)
  }, [pending, data, refetch])
  const change = (part: Partial<Filter>): void => {
    setFilter((old) => ({ ...old, ...part }))
    setOffset(0)
  }
  return (
    <Page title={t('deadlines:board.title')} subtitle={t('deadlines:board.subtitle')}>
      <ErrorNotice error={read.error} onRetry={() => void refetch()} />
      {data === undefined && read.error === null ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
      {data === undefined ? null : (
        <>
          <TimeRemarks data={data} />
          {pending > 0 ? <div className="fs-soft">{t('deadlines:board.pending', { count: pending })}</div> : null}
          <Uncounted cases={data.uncounted} />
          <Kinds counts={data.counts} chosen={filter.subject} onChoose={(subject) => change({ subject })} />
          <Chooser filter={filter} counts={data.counts} onChange={change} />
          <Rows board={data} offset={offset} onPage={setOffset} />
        </>
      )}
    </Page>
  )
}

/** What could not be counted does not pass for being in time. */
function Uncounted({ cases }: { readonly cases: Board['uncounted'] }): ReactNode {
  const { t } = useLanguage()
  if (cases.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t('deadlines:board.uncounted', { count: cases.length })}
      description={
        <>
          {t('deadlines:board.uncountedHint')}
          <ul>
            {cases.slice(0, UNCOUNTED_SHOWN).map(({ caseId, title }) => (
              <li key={caseId}>
                <Link href={`/cases/${caseId}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </>
      }
    />
  )
}

interface Sum {
  readonly red: number
  readonly amber: number
  readonly suspended: number
}

const sumOf = (counts: readonly BoardCount[]): Sum =>
  counts.reduce((sum, one) => ({ red: sum.red + one.red, amber: sum.amber + one.amber, suspended: sum.suspended + one.suspended }), { red: 0, amber: 0, suspended: 0 })

function Lights({ sum }: { readonly sum: Sum }): ReactNode {
  const { t } = useLanguage()
  return (
    <span className="clock-light">
      {sum.red > 0 ? <Mark tone="red">{t('deadlines:board.red', { count: sum.red })}</Mark> : null}
      {sum.amber > 0 ? <Mark tone="amber">{t('deadlines:board.amber', { count: sum.amber })}</Mark> : null}
      {sum.suspended > 0 ? <Mark>{t('deadlines:board.suspended', { count: sum.suspended })}</Mark> : null}
    </span>
  )
}

interface KindsProps {
  readonly counts: readonly BoardCount[]
  readonly chosen: ClockSubject | null
  readonly onChoose: (subject: ClockSubject | null) => void
}

function Kinds({ counts, chosen, onChoose }: KindsProps): ReactNode {
  const { t, pick } = useLanguage()
  const subjects = [...new Set(counts.map(({ subject }) => subject))]
  if (subjects.length === 0) return null
  const rows = subjects
    .map((subject) => ({ subject, sum: sumOf(counts.filter((one) => one.subject === subject)) }))
    .toSorted((one, other) => other.sum.red - one.sum.red || other.sum.amber - one.sum.amber)
  return (
    <Panel title={t('deadlines:board.byKind')} extra={<Lights sum={sumOf(counts)} />}>
      <ul className="clock-counts">
        {rows.map(({ subject, sum }) => (
          <li key={subject}>
            <button type="button" className="clock-count-name" aria-pressed={chosen === subject} onClick={() => onChoose(chosen === subject ? null : subject)}>
              {pick(CLOCK_SUBJECTS[subject].name)}
            </button>
            <Lights sum={sum} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

interface ChooserProps {
  readonly filter: Filter
  readonly counts: readonly BoardCount[]
  readonly onChange: (part: Partial<Filter>) => void
}

const ANY = ''

function Chooser({ filter, counts, onChange }: ChooserProps): ReactNode {
  const { t, pick } = useLanguage()
  const all = { value: ANY, label: t('deadlines:board.all') }
  const people = [...new Map(counts.flatMap(({ person }) => (person === null ? [] : [[person.id as string, person.name] as const])))]
  const subjects = [...new Set(counts.map(({ subject }) => subject))]
  const lights = [{ value: ANY, label: t('deadlines:board.redAndAmber') }, ...BOARD_LIGHTS.map((value) => ({ value, label: lightName(value, t) }))]
  return (
    <div className="clock-filter" role="search">
      <Segmented aria-label={t('deadlines:board.light')} value={filter.light ?? ANY} options={lights} onChange={(value) => onChange({ light: value === ANY ? null : (value as BoardLight) })} />
      <Field label={t('deadlines:board.subject')}>
        {({ id }) => (
          <Select
            id={id}
            value={filter.subject ?? ANY}
            onChange={(value) => onChange({ subject: value === ANY ? null : (value as ClockSubject) })}
            options={[all, ...subjects.map((value) => ({ value, label: pick(CLOCK_SUBJECTS[value].name) }))]}
          />
        )}
      </Field>
      <Field label={t('deadlines:board.desk')}>
        {({ id }) => (
          <Select
            id={id}
            value={filter.desk ?? ANY}
            onChange={(value) => onChange({ desk: value === ANY ? null : (value as ClockDesk) })}
            options={[all, ...CLOCK_DESKS.map((value) => ({ value, label: t(`deadlines:desk.${value}`) }))]}
          />
        )}
      </Field>
      <Field label={t('deadlines:board.person')}>
        {({ id }) => (
          <Select
            id={id}
            showSearch
            optionFilterProp="label"
            value={filter.personId ?? ANY}
            onChange={(value) => onChange({ personId: value === ANY ? null : value })}
            options={[all, ...people.map(([value, label]) => ({ value, label }))]}
          />
        )}
      </Field>
      <Button onClick={() => onChange(EVERYTHING)} disabled={Object.values(filter).every((value) => value === null)}>
        {t('deadlines:board.reset')}
      </Button>
    </div>
  )
}

function lightName(light: BoardLight, t: ReturnType<typeof useLanguage>['t']): string {
  return t(`deadlines:board.${light}`, { count: '' }).trim()
}

interface RowsProps {
  readonly board: Board
  readonly offset: number
  readonly onPage: (offset: number) => void
}

function Rows({ board, offset, onPage }: RowsProps): ReactNode {
  const { t } = useLanguage()
  const { rows, total, cases } = board
  const columns = useColumns()
  if (rows.length === 0) return <Empty title={t('deadlines:board.clear')} hint={t('deadlines:board.clearHint')} />
  return (
    <Panel title={t('deadlines:board.label')} extra={<span className="fs-soft">{t('deadlines:board.total', { count: total, cases })}</span>} flush>
      <DataTable label={t('deadlines:board.label')} columns={columns} rows={rows} rowKey={clockRowKey} />
      {total <= SHOWN_ON_BOARD ? null : (
        <div className="fs-row fs-end fs-panel-body">
          <span className="fs-soft fs-grow">{t('deadlines:board.range', { from: offset + 1, to: offset + rows.length, total })}</span>
          <Button disabled={offset === 0} onClick={() => onPage(Math.max(0, offset - SHOWN_ON_BOARD))}>
            {t('deadlines:board.back')}
          </Button>
          <Button disabled={offset + rows.length >= total} onClick={() => onPage(offset + SHOWN_ON_BOARD)}>
            {t('deadlines:board.more')}
          </Button>
        </div>
      )}
    </Panel>
  )
}

function useColumns(): DataColumn<BoardRow>[] {
  const { t, pick } = useLanguage()
  return [
    { key: 'light', title: t('deadlines:board.light'), narrow: true, render: ({ clock }) => <ClockLight clock={clock} /> },
    {
      key: 'clock',
      title: t('deadlines:board.clock'),
      render: ({ clock }) => (
        <>
          {pick(clock.name)} {clock.verified ? null : <UnverifiedMark />}
        </>
      ),
    },
    {
      key: 'case',
      title: t('deadlines:board.case'),
      render: (row) => (
        <>
          <Link href={clockPlace(row)} aria-label={t(row.caseId === null ? 'deadlines:board.openReturn' : 'deadlines:board.open', { title: row.title })}>
            {row.title}
          </Link>{' '}
          {row.state === null ? <Mark>{t('deadlines:board.noCase')}</Mark> : <StateTag state={row.state} />}
        </>
      ),
    },
    {
      key: 'whose',
      title: t('deadlines:board.whose'),
      render: ({ clock, person }) => (
        <>
          {person === null ? null : person.name} <span className="fs-soft">{t(`deadlines:desk.${clock.desk}`)}</span>
        </>
      ),
    },
    { key: 'due', title: t('deadlines:board.due'), narrow: true, render: ({ clock }) => <span className="fs-figures">{dueWords(clock) ?? '—'}</span> },
  ]
}
