/**
 * The rows of a long list by their place in it: pages are read where the list is looked at, so that the scroll bar spans
 * everything and a jump into the middle reads the middle. Pages that a scroll only passes are not read.
 */
import { keepPreviousData, useQueries, useQuery, type QueryKey, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { FashenError } from '../../shared/errors/errors.ts'

/** Milliseconds for which the list must rest before the pages it passes are read. */
const REST = 60
/** Pages that are not looked at are forgotten after so many milliseconds. */
const KEPT = 30_000
/** Milliseconds for which a page is taken as fresh; events make it stale earlier. */
const FRESH = 10_000

/** How one page is asked for. */
export interface PageQuery<Page> {
  readonly queryKey: QueryKey
  readonly queryFn: () => Promise<Page>
}

export interface RowPages<Page> {
  /** Undefined until it is there; of the question before while `stale`. */
  readonly first: Page | undefined
  /** The pages that are there, with the place of their first row. */
  readonly read: readonly (readonly [from: number, page: Page])[]
  readonly loading: boolean
  /** What is shown belongs to the question before. */
  readonly stale: boolean
  readonly error: FashenError | null
  readonly again: () => void
  /** Tells which rows are looked at. */
  readonly lookAt: (first: number, last: number) => void
}

/** @param size rows of a page; @param pageFrom how the page is asked for that begins at a row */
export function useRowPages<Page>(size: number, pageFrom: (offset: number) => PageQuery<Page>): RowPages<Page> {
  const [pages, lookAt] = useRestingPages(size)
  const query = (index: number) => ({ ...pageFrom(index * size), staleTime: FRESH, gcTime: KEPT })
  // the library's types do not see that a page before is a page; `useRead` says the same of its answers
  const first = useQuery({ ...query(0), placeholderData: keepPreviousData as never }) as UseQueryResult<Page, FashenError>
  const wanted = pages.filter((index) => index > 0)
  const others = useQueries({ queries: wanted.map(query) }) as UseQueryResult<Page, FashenError>[]
  const broken = others.find(({ error }) => error !== null)
  const read: (readonly [number, Page])[] = first.data === undefined ? [] : [[0, first.data]]
  for (const [at, index] of wanted.entries()) {
    const page = others[at]?.data
    if (page !== undefined) read.push([index * size, page])
  }
  return {
    first: first.data,
    read,
    loading: first.isPending || first.isPlaceholderData || others.some(({ isPending }) => isPending),
    stale: first.isPlaceholderData,
    error: first.error ?? broken?.error ?? null,
    again: () => {
      void first.refetch()
      for (const one of others) if (one.error !== null) void one.refetch()
    },
    lookAt,
  }
}

/** The pages that were looked at for a moment. */
function useRestingPages(size: number): [pages: readonly number[], lookAt: (first: number, last: number) => void] {
  const [wanted, setWanted] = useState<readonly [first: number, last: number]>([0, 0])
  const [resting, setResting] = useState<readonly number[]>([0])
  useEffect(() => {
    const timer = setTimeout(() => {
      const [first, last] = wanted
      setResting(Array.from({ length: last - first + 1 }, (_, index) => first + index))
    }, REST)
    return () => clearTimeout(timer)
  }, [wanted])
  const lookAt = useCallback(
    (first: number, last: number) => {
      const next = [Math.floor(Math.max(0, first) / size), Math.floor(Math.max(0, last) / size)] as const
      setWanted((before) => (before[0] === next[0] && before[1] === next[1] ? before : next))
    },
    [size],
  )
  return [resting, lookAt]
}
