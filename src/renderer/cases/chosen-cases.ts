/** The ticked cases as the core takes a choice. */
import type { MethodInput } from '../../shared/contract/contract.ts'
import { countTicked } from './ticked.ts'
import type { ListView } from './list-view.ts'

export type Selection = MethodInput<'cases.ids'>['selection']

/** The ticked cases; every case that matches where none is ticked. */
export function selectionOf({ filter, sort, ticked }: ListView): Selection {
  const asked = { filter: { ...filter, states: [...filter.states], flags: [...filter.flags] }, sort }
  if (ticked.all) return { ...asked, only: null, except: [...ticked.ids] }
  return { ...asked, only: countTicked(ticked, 0) === 0 ? null : [...ticked.ids], except: [] }
}
