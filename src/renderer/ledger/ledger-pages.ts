/** The rows of the ledger by their place in it. */
import { useMemo } from 'react'
import { LEDGER_PAGE, type LedgerPage } from '../../shared/ledger/contract.ts'
import type { LedgerFilter } from '../../shared/ledger/ledger-filter.ts'
import { useLanguage } from '../language/language.ts'
import { useCallOnce } from '../transport/calls.ts'
import { useRowPages, type RowPages } from '../ui/row-pages.ts'

export type ShownEntry = LedgerPage['rows'][number]

export interface LedgerPages extends Pick<RowPages<LedgerPage>, 'loading' | 'stale' | 'error' | 'again' | 'lookAt'> {
  /** Undefined until the first page is there. */
  readonly count: number | undefined
  readonly rowAt: (index: number) => ShownEntry | undefined
}

export function useLedgerPages(filter: LedgerFilter, descending: boolean): LedgerPages {
  const call = useCallOnce()
  const { language } = useLanguage()
  const asked = useMemo(() => ({ filter, descending, language }), [filter, descending, language])
  const { first, read, ...pages } = useRowPages<LedgerPage>(LEDGER_PAGE, (offset) => {
    const input = { ...asked, offset, size: LEDGER_PAGE }
    return { queryKey: ['ledger.list', input], queryFn: () => call('ledger.list', input) }
  })
  const rows = new Map<number, ShownEntry>()
  for (const [from, page] of read) for (const [at, row] of page.rows.entries()) rows.set(from + at, row)
  return { ...pages, count: first?.count, rowAt: (index) => rows.get(index) }
}
