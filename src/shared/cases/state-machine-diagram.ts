/** The two tables as Mermaid state diagrams, so that the drawing in the README cannot differ from the core. */
import type { Bilingual } from '../values/values.ts'
import { leadsTo, type Transition } from './state-machine.ts'
import { CASE_ACTION_LABELS, CASE_STATE_LABELS, UNREGISTERED } from './state-machine-terms.ts'
import { CASE_TRANSITIONS } from './state-machine-transitions.ts'
import { TRANSFER_ACTION_LABELS, TRANSFER_STATE_LABELS, TRANSFER_TRANSITIONS } from './state-machine-transfer.ts'

/** An action that leaves more states than this is a note at the state it leads to, not that many arrows. */
const ARROWS_DRAWN = 4

interface Track {
  readonly table: readonly Transition<string, string, string, string>[]
  readonly states: Readonly<Record<string, Bilingual>>
  readonly actions: Readonly<Record<string, Bilingual>>
  /** Where the track begins: drawn as the black dot if it is no state of its own. */
  readonly start: string
}

function diagram({ table, states, actions, start }: Track): string {
  const chinese = (action: string) => actions[action]?.['zh-CN'] ?? action
  const node = (state: string) => (state in states ? state : '[*]')
  const lines = Object.entries(states).map(([state, label]) => `  ${state}: ${label['zh-CN']} ${state}`)
  if (start in states) lines.push(`  [*] --> ${start}`)
  const arrows = new Map<string, string[]>()
  const notes: string[] = []
  for (const transition of table) {
    const { action, from, to } = transition
    if (from.length > ARROWS_DRAWN) {
      notes.push(`  note right of ${to}: ${chinese(action)} ${action}, from ${from.join(', ')}`)
      continue
    }
    for (const state of from) {
      const arrow = `${node(state)} --> ${node(leadsTo(transition, state))}`
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), chinese(action)])
    }
  }
  for (const [arrow, labels] of arrows) lines.push(`  ${arrow}: ${labels.join(' / ')}`)
  const left = new Set(table.flatMap(({ from, to }) => (to === 'same' ? [] : from)))
  for (const state of Object.keys(states)) if (!left.has(state)) lines.push(`  ${state} --> [*]`)
  return ['stateDiagram-v2', ...lines, ...notes].join('\n')
}

/** The case track as Mermaid text, without a code fence and without a line break at the end. */
export function stateDiagram(): string {
  return diagram({
    table: CASE_TRANSITIONS,
    states: CASE_STATE_LABELS,
    actions: CASE_ACTION_LABELS,
    start: UNREGISTERED,
  })
}

/** The transfer track, likewise. */
export function transferDiagram(): string {
  return diagram({
    table: TRANSFER_TRANSITIONS,
    states: TRANSFER_STATE_LABELS,
    actions: TRANSFER_ACTION_LABELS,
    start: 'none',
  })
}
