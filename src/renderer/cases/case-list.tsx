/** The list of cases: filtered, searched and sorted by the core, read where it is looked at, walked with the arrow keys. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { CaseRow } from '../../shared/cases/case.ts'
import { DropToRegister } from '../intake/drop-to-register.tsx'
import { useLanguage } from '../language/language.ts'
import { openCases } from '../open-cases/open-cases.ts'
import { usePerson, useMayCall } from '../session/session.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { useFocusOnRows } from '../ui/row-list.tsx'
import { CaseFilter } from './case-filter.tsx'
import { useCasePages, type CasePages } from './case-pages.ts'
import { CaseTable } from './case-table.tsx'
import { ColumnChooser } from './column-chooser.tsx'
import { useColumns } from './columns.ts'
import { ExportList } from './export-list.tsx'
import { leadToHit } from './hit-place.ts'
import { isFiltered, listView, useListAddress, useListView } from './list-view.ts'
import { SavedFilters, useDefaultFilter } from './saved-filters.tsx'
import { countTicked } from './ticked.ts'
import { TickedBar } from './ticked-bar.tsx'
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

function Count({ pages }: { readonly pages: CasePages }): ReactNode {
  const { t } = useLanguage()
  if (pages.count === undefined) return null
  return (
    <span className="fs-soft" role="status">
      {t(pages.atLeast ? 'cases:list.countAtLeast' : 'cases:list.count', { count: pages.count })}
      {pages.textsComplete ? '' : ` · ${t('cases:list.newestTexts')}`}
    </span>
  )
}

export function CaseList(): ReactNode {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const person = usePerson()
  const mayRegister = useMayCall('cases.register')
  const asked = useSearch() !== ''
  useDefaultFilter(asked)
  useListAddress()
  const view = useListView()
  const pages = useCasePages(view)
  const columns = useColumns()
  const count = pages.count ?? 0
  const chosen = countTicked(view.ticked, count)
  useFocusOnRows(pages.count !== undefined, view.rowId !== null)
  const extra = (
    <>
      <ExportList view={view} columns={columns} count={chosen === 0 ? count : chosen} />
      {mayRegister ? (
        <Button type="primary" onClick={() => navigate('/cases/new')}>
          {t('app:newCase')}
        </Button>
      ) : null}
    </>
  )
  const open = (row: CaseRow): void => {
    leadToHit(row.id, pages.hitOf(row.id))
    navigate(`/cases/${row.id}`)
  }
  const openBehind = ({ id }: CaseRow): void => {
    leadToHit(id, pages.hitOf(id))
    openCases.add(id)
  }
  const tools = (
    <>
      <SavedFilters view={view} />
      <ColumnChooser columns={columns} />
    </>
  )
  return (
    <DropToRegister>
      <Page title={t('cases:list.title')} marks={<Count pages={pages} />} extra={extra}>
        <CaseFilter view={view} personId={person.id} mayReview={person.roles.includes('reviewer')} tools={tools} />
        <ErrorNotice error={pages.error} onRetry={pages.again} />
        <TickedBar view={view} columns={columns} count={count} />
        {pages.count === 0 && !pages.stale ? (
          <Nothing filtered={isFiltered(view.filter)} />
        ) : (
          <CaseTable pages={pages} view={view} columns={columns} onOpen={open} onOpenBehind={openBehind} />
        )}
      </Page>
    </DropToRegister>
  )
}
