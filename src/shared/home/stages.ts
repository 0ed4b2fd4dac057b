/** The board: the states of a case in the stages that it passes. */
import type { CaseState } from '../cases/state-machine-terms.ts'

export const STAGES = {
  intake: ['received', 'returned', 'accepted'],
  review: ['assigned', 'underReview', 'supplementing', 'drafted', 'approved'],
  answer: ['issued', 'adopted', 'objected', 'coordination'],
  end: ['decided', 'dropped', 'disclosed', 'archived', 'withdrawn'],
} as const satisfies Record<string, readonly CaseState[]>
export type Stage = keyof typeof STAGES

/** States in which a clock can run. */
export const OPEN_STATES = [...STAGES.intake, ...STAGES.review] as const satisfies readonly CaseState[]

/** States in which a case can carry a due day: what is decided, dropped or withdrawn has none. */
export const STATES_WITH_CLOCKS = [...OPEN_STATES, ...STAGES.answer] as const satisfies readonly CaseState[]
