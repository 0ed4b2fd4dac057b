/** How the ledger is looked at: filter, order, and the row that was left. Kept while the window is open, for one person. */
import { useSyncExternalStore } from 'react'
import { EMPTY_LEDGER_FILTER, type LedgerFilter } from '../../shared/ledger/ledger-filter.ts'
import { forgetWithPerson } from '../session/forgetting.ts'

export interface LedgerView {
  readonly filter: LedgerFilter
  readonly descending: boolean
  /** Place of the row cursor; -1: nowhere yet. */
  readonly at: number
}

const START: LedgerView = { filter: EMPTY_LEDGER_FILTER, descending: true, at: -1 }
let view = START
const listeners = new Set<() => void>()

function become(next: LedgerView): void {
  view = next
  for (const listener of listeners) listener()
}

/** Some condition is set, in the line or folded. */
export function isNarrowed(filter: LedgerFilter): boolean {
  return JSON.stringify(filter) !== JSON.stringify(EMPTY_LEDGER_FILTER)
}

export const ledgerView = {
  current: (): LedgerView => view,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  change(filter: Partial<LedgerFilter>): void {
    become({ ...view, at: -1, filter: { ...view.filter, ...filter } })
  },
  order(descending: boolean): void {
    become({ ...view, at: -1, descending })
  },
  select(at: number): void {
    if (view.at !== at) become({ ...view, at })
  },
  /** Takes every condition off; the order stays as it was chosen. */
  clear(): void {
    become({ ...START, descending: view.descending })
  },
  /** For the next person. */
  forget(): void {
    become(START)
  },
}

forgetWithPerson(ledgerView.forget)

export function useLedgerView(): LedgerView {
  return useSyncExternalStore(ledgerView.subscribe, ledgerView.current)
}
