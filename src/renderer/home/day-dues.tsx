/** The cases whose clock ends on one day. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { EMPTY_CASE_FILTER } from '../../shared/cases/case-filter.ts'
import { SHOWN_IN_QUEUE } from '../../shared/home/contract.ts'
import type { HomeFilter } from '../../shared/home/home-filter.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatDay } from '../ui/formats.ts'
import { StateTag } from '../ui/state-tag.tsx'
import { ListLink } from './list-link.tsx'

export function DayDues({ day, due, own }: { day: IsoDate; due: number; own: HomeFilter }): ReactNode {
  const { t, language } = useLanguage()
  const filter: HomeFilter = { ...own, dueFrom: day, dueTo: day }
  const page = useRead(
    'cases.list',
    { filter: { ...EMPTY_CASE_FILTER, ...filter, states: [] }, sort: { by: 'title', descending: false }, after: null, size: SHOWN_IN_QUEUE },
    { enabled: due > 0, keep: true },
  )
  const written = formatDay(day, language)
  if (due === 0) return <p className="home-dues fs-soft">{t('home:calendar.nothingDue', { day: written })}</p>
  const title = t('home:calendar.dueOn', { day: written })
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
