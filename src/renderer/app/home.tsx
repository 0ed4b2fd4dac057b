/** Home: what waits for the person, what is due, how many cases are where. Every number opens the list behind it. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { CaseRow } from '../../shared/cases/case.ts'
import type { CaseListInput } from '../../shared/cases/contract.ts'
import { CASE_STATE_LABELS, CASE_STATES } from '../../shared/cases/state-machine-terms.ts'
import { EMPTY_FILTER, listView, type ListFilter, type ListView } from '../cases/list-view.ts'
import { useDaysLeft } from '../cases/working-days.ts'
import { FirstSteps } from '../help/first-steps.tsx'
import { DropToRegister } from '../intake/drop-to-register.tsx'
import { useLanguage } from '../language/language.ts'
import { ExpiringCredentials } from '../people/expiring-credentials.tsx'
import { useMayCall, usePerson } from '../session/session.tsx'
import { useRead } from '../transport/calls.ts'
import { DateText, DaysLeft } from '../ui/date-text.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatDay, formatWeekday, today } from '../ui/formats.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import './home.css'
import { OPEN_STATES, queuesFor, type Queue } from './work-queues.ts'

const BY_DUE: ListView['sort'] = { by: 'dueOn', descending: false }
const SHOWN = 6

function listInput(filter: Partial<ListFilter>, size: number): CaseListInput {
  return { filter: { ...EMPTY_FILTER, ...filter }, sort: BY_DUE, after: null, size } as CaseListInput
}

function useShowList(): (filter: Partial<ListFilter>, sort?: ListView['sort']) => void {
  const [, navigate] = useLocation()
  return (filter, sort = BY_DUE) => {
    listView.show(filter, sort)
    navigate('/cases')
  }
}

function CaseLine({ row, withState }: { row: CaseRow; withState: boolean }): ReactNode {
  const daysLeft = useDaysLeft()
  return (
    <li>
      <Link href={`/cases/${row.id}`}>
        <span className="fs-queue-title">{row.title}</span>
        <span className="fs-queue-marks">
          {withState ? <StateTag state={row.state} /> : null}
          {row.dueOn === null ? (
            <span className="fs-soft">
              <DateText value={row.receivedOn} />
            </span>
          ) : daysLeft === undefined ? (
            <DateText value={row.dueOn} />
          ) : (
            <DaysLeft {...daysLeft(row.dueOn)} />
          )}
        </span>
      </Link>
    </li>
  )
}

function QueuePanel({ queue }: { queue: Queue }): ReactNode {
  const { t } = useLanguage()
  const page = useRead('cases.list', listInput(queue.filter, SHOWN), { keepPrevious: true })
  const show = useShowList()
  const rows = page.data?.rows ?? []
  const total = page.data?.total.count ?? 0
  const extra =
    total > 0 ? (
      <Button type="link" size="small" onClick={() => show(queue.filter)}>
        {t('app:home.all', { count: total })}
      </Button>
    ) : undefined
  return (
    <Panel title={t(`app:home.queue.${queue.id}`)} extra={extra} flush>
      <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />
      {page.data !== undefined && rows.length === 0 ? (
        <div className="fs-queue-empty fs-soft">{t('app:home.queueEmpty')}</div>
      ) : null}
      <ul className="fs-queue">
        {rows.map((row) => (
          <CaseLine key={row.id} row={row} withState={(queue.filter.states?.length ?? 0) > 1} />
        ))}
      </ul>
    </Panel>
  )
}

function Figure({
  value,
  label,
  tone = '',
  onClick,
}: {
  value: number
  label: string
  tone?: string
  onClick: () => void
}): ReactNode {
  return (
    <button type="button" className={`fs-figure ${tone}`} onClick={onClick}>
      <strong>{value}</strong>
      <span>{label}</span>
    </button>
  )
}

function Figures(): ReactNode {
  const { t, pick } = useLanguage()
  const counts = useRead('cases.counts', {})
  const show = useShowList()
  const byState = counts.data?.byState ?? {}
  const total = Object.values(byState).reduce((sum, count) => sum + count, 0)
  const overdue = counts.data?.overdue ?? 0
  const newest: ListView['sort'] = { by: 'updatedAt', descending: true }
  return (
    <>
      <ErrorNotice error={counts.error} onRetry={() => void counts.refetch()} />
      <div className="fs-figures-line">
        <Figure value={total} label={t('app:home.total')} onClick={() => show({}, newest)} />
        <Figure
          value={overdue}
          label={t('app:home.overdue')}
          tone={overdue > 0 ? 'fs-figure-red' : ''}
          onClick={() => show({ states: [...OPEN_STATES] })}
        />
        {CASE_STATES.filter((state) => (byState[state] ?? 0) > 0).map((state) => (
          <Figure
            key={state}
            value={byState[state] ?? 0}
            label={pick(CASE_STATE_LABELS[state])}
            onClick={() => show({ states: [state] }, newest)}
          />
        ))}
      </div>
    </>
  )
}

export function Home(): ReactNode {
  const { t, language } = useLanguage()
  const [, navigate] = useLocation()
  const person = usePerson()
  const mayRegister = useMayCall('cases.register')
  const queues = queuesFor(person.roles, person.id)
  const extra = mayRegister ? (
    <Button type="primary" onClick={() => navigate('/cases/new')}>
      {t('app:newCase')}
    </Button>
  ) : undefined
  return (
    <DropToRegister>
      <Page
        title={t('app:home.title', { name: person.name })}
        subtitle={`${formatDay(today(), language)} ${formatWeekday(today(), language)}`}
        extra={extra}
      >
        <FirstSteps roles={person.roles} />
        <Figures />
        {person.roles.includes('admin') ? <ExpiringCredentials /> : null}
        <div className="fs-columns">
          {queues.map((queue) => (
            <QueuePanel key={queue.id} queue={queue} />
          ))}
        </div>
      </Page>
    </DropToRegister>
  )
}
