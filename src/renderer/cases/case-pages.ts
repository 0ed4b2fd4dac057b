/**
 * The rows of the list by their place in it: pages are read where the list is looked at, so that the scroll bar spans
 * everything and a jump into the middle reads the middle.
 */
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { CaseRow } from '../../shared/cases/case.ts'
import type { CaseHit, CasePage } from '../../shared/cases/contract.ts'
import type { FashenError } from '../../shared/errors/errors.ts'
import { useCallOnce, useRead } from '../transport/calls.ts'
import type { ListView } from './list-view.ts'

export const PAGE = 100
/** Milliseconds for which the list must rest before the pages it passes are read. */
const REST = 60
/** Pages that are not looked at are forgotten after so many milliseconds. */
const KEPT = 30_000

export interface CasePages {
  /** Undefined until the first page is there. */
  readonly count: number | undefined
  /** There may be more than `count`. */
  readonly atLeast: boolean
  readonly rowAt: (index: number) => CaseRow | undefined
  readonly hitOf: (id: string) => CaseHit | undefined
  readonly textsComplete: boolean
  readonly loading: boolean
  /** What is shown belongs to the question before. */
  readonly stale: boolean
  readonly error: FashenError | null
  readonly again: () => void
  /** Tells which rows are looked at. */
  readonly lookAt: (first: number, last: number) => void
}

export function useCasePages({ filter, sort }: Pick<ListView, 'filter' | 'sort'>): CasePages {
  const call = useCallOnce()
  const [pages, lookAt] = useRestingPages()
  const asked = useMemo(() => ({ filter: { ...filter, states: [...filter.states], flags: [...filter.flags] }, sort }), [filter, sort])
  const page = (index: number) => {
    const input = { ...asked, after: null, offset: index * PAGE, size: PAGE }
    return {
      queryKey: ['cases.list', input] as const,
      queryFn: (): Promise<CasePage> => call('cases.list', input),
      staleTime: 10_000,
      gcTime: KEPT,
    }
  }
  const first = useQuery<CasePage, FashenError>({ ...page(0), placeholderData: keepPreviousData })
  const others = useQueries({ queries: pages.filter((index) => index > 0).map(page) })
  const total = useRead('cases.total', asked, { enabled: first.data?.total.atLeast === true && !first.isPlaceholderData, staleTime: 10_000 })
  const rows = new Map<number, CaseRow>()
  const hits: Record<string, CaseHit> = {}
  const add = (data: CasePage | undefined, index: number): void => {
    for (const [at, row] of data?.rows.entries() ?? []) rows.set(index * PAGE + at, row)
    Object.assign(hits, data?.hits)
  }
  add(first.data, 0)
  for (const [at, index] of pages.filter((one) => one > 0).entries()) add(others[at]?.data, index)
  const known = first.data?.total
  const exact = known?.atLeast === true && !first.isPlaceholderData ? total.data?.count : undefined
  const broken = others.find(({ error }) => error !== null)
  return {
    count: exact ?? known?.count,
    atLeast: known?.atLeast === true && exact === undefined,
    rowAt: (index) => rows.get(index),
    hitOf: (id) => hits[id],
    textsComplete: first.data?.textsComplete ?? true,
    loading: first.isPending || first.isPlaceholderData || others.some(({ isPending }) => isPending),
    stale: first.isPlaceholderData,
    error: first.error ?? (broken?.error as FashenError | undefined) ?? null,
    again: () => {
      void first.refetch()
      for (const one of others) if (one.error !== null) void one.refetch()
    },
    lookAt,
  }
}

/** The pages that were looked at for a moment; those that a scroll only passes are not read. */
function useRestingPages(): [pages: readonly number[], lookAt: (first: number, last: number) => void] {
  const [wanted, setWanted] = useState<readonly [first: number, last: number]>([0, 0])
  const [resting, setResting] = useState<readonly number[]>([0])
  useEffect(() => {
    const timer = setTimeout(() => {
      const [first, last] = wanted
      setResting(Array.from({ length: last - first + 1 }, (_, index) => first + index))
    }, REST)
    return () => clearTimeout(timer)
  }, [wanted])
  const lookAt = useCallback((first: number, last: number) => {
    const next = [Math.floor(Math.max(0, first) / PAGE), Math.floor(Math.max(0, last) / PAGE)] as const
    setWanted((before) => (before[0] === next[0] && before[1] === next[1] ? before : next))
  }, [])
  return [resting, lookAt]
}
