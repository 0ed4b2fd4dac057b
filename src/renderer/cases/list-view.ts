/**
 * How the list of cases is looked at: filter, sort, and the row the person was on. Kept while the window is open, so
 * that coming back from a case shows the same list; links elsewhere set it before they lead there.
 */
import { useSyncExternalStore } from 'react'
import type { CaseSort } from '../../shared/cases/case.ts'
import type { CaseListInput } from '../../shared/cases/contract.ts'

/** With the ids as the input takes them, before they are parsed. */
export interface ListFilter {
  readonly states: CaseListInput['filter']['states']
  readonly actionKind: CaseListInput['filter']['actionKind']
  readonly reviewerId: string | null
  readonly receivedFrom: string | null
  readonly receivedTo: string | null
  readonly text: string
}

export interface ListView {
  readonly filter: ListFilter
  readonly sort: { readonly by: CaseSort; readonly descending: boolean }
  /** The row that has, or had, the cursor. */
  readonly rowId: string | null
}

export const EMPTY_FILTER: ListFilter = {
  states: [],
  actionKind: null,
  reviewerId: null,
  receivedFrom: null,
  receivedTo: null,
  text: '',
}
const START: ListView = { filter: EMPTY_FILTER, sort: { by: 'updatedAt', descending: true }, rowId: null }

let view = START
const listeners = new Set<() => void>()

function become(next: ListView): void {
  view = next
  for (const listener of listeners) listener()
}

export const listView = {
  current: (): ListView => view,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  change(filter: Partial<ListFilter>): void {
    become({ ...view, filter: { ...view.filter, ...filter }, rowId: null })
  },
  /** Only this filter and nothing else. */
  show(filter: Partial<ListFilter>, sort: ListView['sort'] = START.sort): void {
    become({ filter: { ...EMPTY_FILTER, ...filter }, sort, rowId: null })
  },
  search(text: string): void {
    listView.show({ text: text.trim().slice(0, 100) })
  },
  sort(sort: ListView['sort']): void {
    become({ ...view, sort, rowId: null })
  },
  select(rowId: string | null): void {
    become({ ...view, rowId })
  },
  /** For the next person. */
  forget(): void {
    become(START)
  },
}

export function useListView(): ListView {
  return useSyncExternalStore(listView.subscribe, listView.current)
}

export function isFiltered(filter: ListFilter): boolean {
  return JSON.stringify(filter) !== JSON.stringify(EMPTY_FILTER)
}
