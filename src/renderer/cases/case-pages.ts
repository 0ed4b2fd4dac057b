/** The rows of the list of cases by their place in it. */
import { useMemo } from 'react'
import type { CaseRow } from '../../shared/cases/case.ts'
import type { CaseHit, CasePage } from '../../shared/cases/contract.ts'
import { useCallOnce, useRead } from '../transport/calls.ts'
import { useRowPages, type RowPages } from '../ui/row-pages.ts'
import type { ListView } from './list-view.ts'

export const PAGE = 100

export interface CasePages extends Pick<RowPages<CasePage>, 'loading' | 'stale' | 'error' | 'again' | 'lookAt'> {
  /** Undefined until the first page is there. */
  readonly count: number | undefined
  /** There may be more than `count`. */
  readonly atLeast: boolean
  readonly rowAt: (index: number) => CaseRow | undefined
  readonly hitOf: (id: string) => CaseHit | undefined
  readonly textsComplete: boolean
}

export function useCasePages({ filter, sort }: Pick<ListView, 'filter' | 'sort'>): CasePages {
  const call = useCallOnce()
  const asked = useMemo(() => ({ filter: { ...filter, states: [...filter.states], flags: [...filter.flags] }, sort }), [filter, sort])
  const { first, read, ...pages } = useRowPages<CasePage>(PAGE, (offset) => {
    const input = { ...asked, after: null, offset, size: PAGE }
    return { queryKey: ['cases.list', input], queryFn: () => call('cases.list', input) }
  })
  const total = useRead('cases.total', asked, { enabled: first?.total.atLeast === true && !pages.stale, staleTime: 10_000 })
  const rows = new Map<number, CaseRow>()
  const hits: Record<string, CaseHit> = {}
  for (const [from, page] of read) {
    for (const [at, row] of page.rows.entries()) rows.set(from + at, row)
    Object.assign(hits, page.hits)
  }
  const known = first?.total
  const exact = known?.atLeast === true && !pages.stale ? total.data?.count : undefined
  return {
    ...pages,
    count: exact ?? known?.count,
    atLeast: known?.atLeast === true && exact === undefined,
    rowAt: (index) => rows.get(index),
    hitOf: (id) => hits[id],
    textsComplete: first?.textsComplete ?? true,
  }
}
