/** The rows of the ledger by their place in it: pages are read where it is looked at, those that a scroll passes are not. */
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { LEDGER_PAGE, type LedgerPage } from '../../shared/ledger/contract.ts'
import type { LedgerFilter } from '../../shared/ledger/ledger-filter.ts'
import type { FashenError } from '../../shared/errors/errors.ts'
import { useLanguage } from '../language/language.ts'
import { useCallOnce } from '../transport/calls.ts'

/** Milliseconds for which the list must rest before the pages it passes are read. */
const REST = 60
/** Pages that are not looked at are forgotten after so many milliseconds. */
const KEPT = 30_000

export type ShownEntry = LedgerPage['rows'][number]

export interface LedgerPages {
  /** Undefined until the first page is there. */
  readonly count: number | undefined
  readonly rowAt: (index: number) => ShownEntry | undefined
  readonly loading: boolean
  /** What is shown belongs to the question before. */
  readonly stale: boolean
  readonly error: FashenError | null
  readonly again: () => void
  readonly lookAt: (first: number, last: number) => void
}

export function useLedgerPages(filter: LedgerFilter, descending: boolean): LedgerPages {
  const call = useCallOnce()
  const { language } = useLanguage()
  const [pages, lookAt] = useRestingPages()
  const asked = useMemo(() => ({ filter, descending, language }), [filter, descending, language])
  const page = (index: number) => {
    const input = { ...asked, offset: index * LEDGER_PAGE, size: LEDGER_PAGE }
    return {
      queryKey: ['ledger.list', input] as const,
      queryFn: (): Promise<LedgerPage> => call('ledger.list', input),
      staleTime: 10_000,
      gcTime: KEPT,
    }
  }
  const first = useQuery<LedgerPage, FashenError>({ ...page(0), placeholderData: keepPreviousData })
  const wanted = pages.filter((index) => index > 0)
  const others = useQueries({ queries: wanted.map(page) })
  const rows = new Map<number, ShownEntry>()
  const add = (data: LedgerPage | undefined, index: number): void => {
    for (const [at, row] of data?.rows.entries() ?? []) rows.set(index * LEDGER_PAGE + at, row)
  }
  add(first.data, 0)
  for (const [at, index] of wanted.entries()) add(others[at]?.data, index)
  const broken = others.find(({ error }) => error !== null)
  return {
    count: first.data?.count,
    rowAt: (index) => rows.get(index),
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
    const next = [Math.floor(Math.max(0, first) / LEDGER_PAGE), Math.floor(Math.max(0, last) / LEDGER_PAGE)] as const
    setWanted((before) => (before[0] === next[0] && before[1] === next[1] ? before : next))
  }, [])
  return [resting, lookAt]
}
