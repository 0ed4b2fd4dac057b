/**
 * How the list of cases is looked at: filter, sort, the row the person was on, the rows that are ticked. Kept while the
 * window is open, so that coming back from a case shows the same list; links elsewhere set it before they lead there, or
 * carry it in their address.
 */
import { useEffect, useSyncExternalStore } from 'react'
import { useSearch } from 'wouter'
import {
  caseQuery,
  EMPTY_CASE_FILTER,
  NEWEST_FIRST,
  parseCaseQuery,
  type CaseSorting,
  type PlainCaseFilter,
} from '../../shared/cases/case-filter.ts'
import { NOTHING_TICKED, type Ticked } from './ticked.ts'
import { forgetWithPerson } from '../session/forgetting.ts'

/** With ids and days as the fields give them, before they are parsed. */
export type ListFilter = PlainCaseFilter

export interface ListView {
  readonly filter: ListFilter
  readonly sort: CaseSorting
  /** The row that has, or had, the cursor, and where it stood. */
  readonly rowId: string | null
  readonly at: number
  readonly ticked: Ticked
}

export const EMPTY_FILTER: ListFilter = EMPTY_CASE_FILTER
const START: ListView = { filter: EMPTY_FILTER, sort: NEWEST_FIRST, rowId: null, at: -1, ticked: NOTHING_TICKED }

let view = START
const listeners = new Set<() => void>()

function become(next: ListView): void {
  view = next
  for (const listener of listeners) listener()
}

const FIRST_ROW = { rowId: null, at: -1 } as const

export const listView = {
  current: (): ListView => view,
  /** Nobody has asked for anything yet. */
  isUntouched: (): boolean => view === START,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  change(filter: Partial<ListFilter>): void {
    become({ ...view, ...FIRST_ROW, filter: { ...view.filter, ...filter }, ticked: NOTHING_TICKED })
  },
  /** Only this filter and nothing else. */
  show(filter: Partial<ListFilter>, sort: CaseSorting = NEWEST_FIRST): void {
    become({ ...START, filter: { ...EMPTY_FILTER, ...filter }, sort })
  },
  search(text: string): void {
    listView.show({ text: text.trim().slice(0, 100) })
  },
  sort(sort: CaseSorting): void {
    become({ ...view, ...FIRST_ROW, sort })
  },
  select(rowId: string | null, at = view.at): void {
    if (view.rowId !== rowId || view.at !== at) become({ ...view, rowId, at })
  },
  tick(ticked: Ticked): void {
    become({ ...view, ticked })
  },
  /** For the next person. */
  forget(): void {
    become(START)
  },
}

forgetWithPerson(listView.forget)

export function useListView(): ListView {
  return useSyncExternalStore(listView.subscribe, listView.current)
}

export function isFiltered(filter: ListFilter): boolean {
  return caseQuery(filter) !== ''
}

/** What the address said when the view and the address last agreed. */
let agreed = ''

/** Keeps view and address together while the list is on screen: a new address sets the view, a new view the address. */
export function useListAddress(): void {
  const address = useSearch()
  const { filter, sort } = useListView()
  useEffect(() => {
    if (address === agreed) return
    agreed = address
    const asked = parseCaseQuery(address)
    listView.show(asked.filter, asked.sort)
  }, [address])
  useEffect(() => {
    const now = listView.current()
    const query = caseQuery(now.filter, now.sort)
    if (query === agreed) return
    agreed = query
    const url = new URL(location.href)
    url.search = query
    history.replaceState(history.state, '', url)
  }, [filter, sort])
}
