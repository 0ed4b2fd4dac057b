/**
 * Undo and redo over the whole checklist of a case: each step is one change of one answer, with what its fields were
 * before and after. A step is only taken back where its fields still are as it left them, so that nothing that
 * somebody else wrote since is overwritten. Pure.
 */
import type { AnswerFields } from '../../shared/checklist/contract.ts'
import { sameField } from './answer-draft.ts'

/** Keys typed into one text within this time of each other are one step, in ms. */
export const ONE_STEP = 1500
/** Steps kept: more than anybody takes back. */
const MOST_STEPS = 300

export type FieldName = keyof AnswerFields

const FIELDS: readonly FieldName[] = ['answer', 'finding', 'suggestion', 'note', 'evidence']
const TEXTS: ReadonlySet<FieldName> = new Set(['finding', 'suggestion', 'note'])

export interface AnswerStep {
  readonly questionId: string
  /** What changed, in the order of the form. */
  readonly names: readonly FieldName[]
  readonly before: AnswerFields
  readonly after: AnswerFields
}

interface KeptStep extends AnswerStep {
  readonly at: number
}

export type Direction = 'undo' | 'redo'

export class AnswerHistory {
  #done: KeptStep[] = []
  #undone: KeptStep[] = []
  #now: () => number
  /** The next keys begin a step of their own. */
  #closed = true

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** A change that the person made. What was undone before cannot be redone any more. */
  record(questionId: string, before: AnswerFields, after: AnswerFields): void {
    const names = FIELDS.filter((name) => !sameField(name, before, after))
    if (names.length === 0) return
    const at = this.#now()
    const last = this.#done.at(-1)
    const goesOn =
      !this.#closed &&
      last !== undefined &&
      last.questionId === questionId &&
      at - last.at <= ONE_STEP &&
      names.length === 1 &&
      last.names.length === 1 &&
      names[0] === last.names[0] &&
      TEXTS.has(names[0] as FieldName)
    if (goesOn) this.#done[this.#done.length - 1] = { ...last, after, at }
    else this.#done.push({ questionId, names, before, after, at })
    if (this.#done.length > MOST_STEPS) this.#done.shift()
    this.#undone = []
    this.#closed = false
  }

  next(direction: Direction): AnswerStep | null {
    return this.#of(direction).at(-1) ?? null
  }

  /** What the fields are after the step is taken back, or made again; null where they are no longer as it left them. */
  taken(direction: Direction, step: AnswerStep, fields: AnswerFields): AnswerFields | null {
    const [from, to] = direction === 'undo' ? [step.after, step.before] : [step.before, step.after]
    if (step.names.some((name) => !sameField(name, fields, from))) return null
    return { ...fields, ...Object.fromEntries(step.names.map((name) => [name, to[name]])) }
  }

  /** The step was taken: it can be taken the other way. */
  moved(direction: Direction): void {
    const step = this.#of(direction).pop()
    if (step !== undefined) (direction === 'undo' ? this.#undone : this.#done).push(step)
    this.#closed = true
  }

  /** The step can never be taken any more. */
  dropped(direction: Direction): void {
    this.#of(direction).pop()
    this.#closed = true
  }

  #of(direction: Direction): KeptStep[] {
    return direction === 'undo' ? this.#done : this.#undone
  }
}
