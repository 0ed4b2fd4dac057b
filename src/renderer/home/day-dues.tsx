/** What ends on one day: the cases whose review or supplement does, and the other time limits. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { EMPTY_CASE_FILTER } from '../../shared/cases/case-filter.ts'
import { SHOWN_IN_QUEUE } from '../../shared/home/contract.ts'
import type { HomeFilter, Scope } from '../../shared/home/home-filter.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import { ClockLight } from '../deadlines/clock-light.tsx'
import { clockPlace, clockRowKey } from '../deadlines/clock-words.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatDay } from '../ui/formats.ts'
import { StateTag } from '../ui/state-tag.tsx'
import { ListLink } from './list-link.tsx'

/** Lines of other clocks before one asks for all. */
const FIRST = 5

interface DayDuesProps {
  readonly day: IsoDate
  readonly due: number
  readonly others: number
  /** The scope as a filter. */
  readonly own: HomeFilter
  readonly scope: Scope
}

export function DayDues({ day, due, others, own, scope }: DayDuesProps): ReactNode {
  const { t, language } = useLanguage()
  if (due + others === 0) return <p className="home-dues fs-soft">{t('home:calendar.nothingDue', { day: formatDay(day, language) })}</p>
  return (
    <>
      {due === 0 ? null : <CasesDue day={day} due={due} own={own} />}
      {others === 0 ? null : <OtherClocks key={day} day={day} scope={scope} />}
    </>
  )
}

function CasesDue({ day, due, own }: Pick<DayDuesProps, 'day' | 'due' | 'own'>): ReactNode {
  const { t, language } = useLanguage()
  const filter: HomeFilter = { ...own, dueFrom: day, dueTo: day }
  const page = useRead(
    'cases.list',
    { filter: { ...EMPTY_CASE_FILTER, ...filter, states: [] }, sort: { by: 'title', descending: false }, after: null, size: SHOWN_IN_QUEUE },
    { keep: true },
  )
  const title = t('home:calendar.dueOn', { day: formatDay(day, language) })
  return (
    <div className="home-dues">
      <h3>
        <span>{title}</span>
        <ListLink filter={filter} label={t('home:open', { label: title, count: due })}>
          {t('home:all', { count: due })}
        </ListLink>
      </h3>
      <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />
      <ul>
        {page.data?.rows.map((row) => (
          <li key={row.id}>
            <Link href={`/cases/${row.id}`} title={row.title}>
              {row.title}
            </Link>
            <StateTag state={row.state} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Each leads to the clocks of its case. */
function OtherClocks({ day, scope }: Pick<DayDuesProps, 'day' | 'scope'>): ReactNode {
  const { t, pick, language } = useLanguage()
  const read = useRead('home.dayClocks', { scope, day }, { keep: true })
  const [all, setAll] = useState(false)
  const { rows = [], count = 0 } = read.data ?? {}
  return (
    <div className="home-dues">
      <h3>{t('home:calendar.othersOn', { day: formatDay(day, language) })}</h3>
      <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
      <ul className="home-day-clocks">
        {(all ? rows : rows.slice(0, FIRST)).map((row) => (
          <li key={clockRowKey(row)}>
            <Link href={clockPlace(row)} title={pick(row.clock.name)}>
              {pick(row.clock.name)}
            </Link>
            <ClockLight clock={row.clock} />
            <span className="fs-soft" title={row.title}>
              {row.title}
            </span>
          </li>
        ))}
      </ul>
      {rows.length <= FIRST ? null : (
        <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('home:ownClocks.fewer') : count > rows.length ? t('home:calendar.othersFirst', { shown: rows.length, count }) : t('home:ownClocks.more', { count: rows.length })}
        </Button>
      )}
      {all && count > rows.length ? <p className="fs-soft">{t('home:calendar.othersMore', { shown: rows.length, count })}</p> : null}
    </div>
  )
}
