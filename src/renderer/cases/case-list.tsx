/**
 * The list of cases: filtered and sorted by the core, read page by page as it is scrolled, walked with the arrow
 * keys.
 */
import { Button } from 'antd'
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { DropToRegister } from '../intake/drop-to-register.tsx'
import { useLanguage } from '../language/language.ts'
import { usePerson, useMayCall } from '../session/session.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { CaseFilter } from './case-filter.tsx'
import { CaseTable } from './case-table.tsx'
import { useCasePages } from './case-pages.ts'
import { isFiltered, listView, useListView } from './list-view.ts'
import './cases.css'

function Nothing({ filtered }: { filtered: boolean }): ReactNode {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const mayRegister = useMayCall('cases.register')
  if (filtered) {
    const clear = <Button onClick={() => listView.show({})}>{t('cases:list.clear')}</Button>
    return <Empty title={t('cases:list.noMatch')} hint={t('cases:list.noMatchHint')} action={clear} />
  }
  if (!mayRegister) return <Empty title={t('cases:list.none')} hint={t('cases:list.noneWait')} />
  const register = (
    <Button type="primary" onClick={() => navigate('/cases/new')}>
      {t('app:newCase')}
    </Button>
  )
  return <Empty title={t('cases:list.none')} hint={t('cases:list.noneHint')} action={register} />
}

export function CaseList(): ReactNode {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const person = usePerson()
  const mayRegister = useMayCall('cases.register')
  const view = useListView()
  const pages = useCasePages(view)
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const total = pages.data?.pages[0]?.total
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const count =
    total === undefined
      ? undefined
      : total.atLeast
        ? t('cases:list.countAtLeast', { count: total.count })
        : t('cases:list.count', { count: total.count })
  const extra = mayRegister ? (
    <Button type="primary" onClick={() => navigate('/cases/new')}>
      {t('app:newCase')}
    </Button>
  ) : undefined
  const first = useRef(true)
  useEffect(() => {
    // Coming back from a case, the list has the focus on the row that was left.
    if (first.current && rows.length > 0) {
      first.current = false
      if (view.rowId !== null) document.querySelector<HTMLElement>('.fs-case-table')?.focus()
    }
  }, [rows, view.rowId])
  return (
    <DropToRegister>
      <Page
        title={t('cases:list.title')}
        marks={count === undefined ? undefined : <span className="fs-soft">{count}</span>}
        extra={extra}
      >
        <CaseFilter view={view} personId={person.id} mayReview={person.roles.includes('reviewer')} />
        <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />
        {pages.data !== undefined && rows.length === 0 ? (
          <Nothing filtered={isFiltered(view.filter)} />
        ) : (
          <CaseTable
            rows={rows}
            sort={view.sort}
            selected={view.rowId}
            loading={pages.isPending || pages.isPlaceholderData}
            loadingMore={isFetchingNextPage}
            hasMore={hasNextPage}
            onMore={loadMore}
            onOpen={(id) => {
              listView.select(id)
              navigate(`/cases/${id}`)
            }}
          />
        )}
      </Page>
    </DropToRegister>
  )
}
