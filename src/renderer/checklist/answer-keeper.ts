/**
 * Keeps what is typed into the answers until the core has it. The screen shows an edit at once; it is sent after a
 * short pause, at the latest {@link LATEST_SAVE} ms after the first unsaved key. One question has at most one save on
 * its way, so its versions rise one by one. A conflict stops the saving of that question until the person decides.
 */
import type { AnswerValue } from '../../shared/checklist/answers.ts'
import type { AnswerFields, SavedAnswer } from '../../shared/checklist/contract.ts'
import { EMPTY_FIELDS, fieldsOf, sameFields } from './answer-draft.ts'
import { AnswerHistory, type AnswerStep, type Direction } from './answer-history.ts'

/** Pause after the last key before a save, and the longest that a typed key waits; in ms. */
export const SAVE_PAUSE = 600
export const LATEST_SAVE = 1800

export type SaveResult =
  | { readonly kind: 'saved'; readonly answer: SavedAnswer }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'failed'; readonly error: unknown }

export interface KeptAnswer {
  readonly fields: AnswerFields
  /** What the core has, as far as this window knows. */
  readonly saved: SavedAnswer | null
  readonly state: 'saved' | 'waiting' | 'saving' | 'conflict' | 'failed'
  /** In a conflict: what the core has now, once it is known. */
  readonly theirs: SavedAnswer | null
  readonly error: unknown
}

interface Entry {
  fields: AnswerFields
  saved: SavedAnswer | null
  state: KeptAnswer['state']
  theirs: SavedAnswer | null
  error: unknown
  dirtySince: number | null
  /** A word is being composed that is no part of `fields` yet. */
  held: boolean
  timer: ReturnType<typeof setTimeout> | null
  shown: KeptAnswer | null
}

const versionOf = (saved: SavedAnswer | null): number => saved?.version ?? 0

/** What became of an undo or redo; `step` tells where. */
export type HistoryResult =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'done'; readonly step: AnswerStep }
  /** `changed`: written since, here or elsewhere; `conflict`: the person has to choose first. */
  | { readonly kind: 'refused'; readonly because: 'changed' | 'conflict'; readonly step: AnswerStep }

export type SaveAnswer = (questionId: string, expectedVersion: number, fields: AnswerFields) => Promise<SaveResult>

export class AnswerKeeper {
  #save: SaveAnswer
  #entries = new Map<string, Entry>()
  #listeners = new Set<() => void>()
  #answers: ReadonlyMap<string, AnswerValue | null> | null = null
  #changes = 0
  #history: AnswerHistory

  constructor(save: SaveAnswer, history: AnswerHistory = new AnswerHistory()) {
    this.#save = save
    this.#history = history
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Rises with every change. */
  version = (): number => this.#changes

  /** The answers as they are on the screen now; the same map until one of them changes, so that typing draws no more than its field. */
  answers = (): ReadonlyMap<string, AnswerValue | null> => {
    this.#answers ??= new Map([...this.#entries].map(([questionId, entry]) => [questionId, entry.fields.answer]))
    return this.#answers
  }

  /** The same object until this answer changes. */
  get(questionId: string): KeptAnswer {
    const entry = this.#entryOf(questionId)
    const { fields, saved, state, theirs, error } = entry
    entry.shown ??= { fields, saved, state, theirs, error }
    return entry.shown
  }

  /** Shows the new fields at once and saves them soon. */
  edit(questionId: string, change: (fields: AnswerFields) => AnswerFields): void {
    const entry = this.#entryOf(questionId)
    const next = change(entry.fields)
    if (sameFields(next, entry.fields)) return
    this.#history.record(questionId, entry.fields, next)
    this.#show(questionId, entry, next)
  }

  /** Takes the last change back, or makes it again; it is saved like any change. Refused where that would overwrite something. */
  step(direction: Direction): HistoryResult {
    const step = this.#history.next(direction)
    if (step === null) return { kind: 'nothing' }
    const entry = this.#entryOf(step.questionId)
    if (entry.state === 'conflict') return { kind: 'refused', because: 'conflict', step }
    const fields = this.#history.taken(direction, step, entry.fields)
    if (fields === null) {
      this.#history.dropped(direction)
      return { kind: 'refused', because: 'changed', step }
    }
    this.#history.moved(direction)
    this.#show(step.questionId, entry, fields)
    return { kind: 'done', step }
  }

  /**
   * While a word is composed in one of its texts nothing of another window is taken in: the word would be written over it
   * without anybody having seen it.
   */
  hold(questionId: string): void {
    this.#entryOf(questionId).held = true
  }

  /** The word is there: what came meanwhile is taken in, or met as a conflict where the word changed something. */
  release(questionId: string): void {
    const entry = this.#entryOf(questionId)
    if (!entry.held) return
    entry.held = false
    const { theirs } = entry
    if (theirs === null || entry.state === 'saving' || entry.state === 'conflict') return
    entry.theirs = null
    this.receive(questionId, theirs)
  }

  /** Takes what the core tells; never replaces what is being typed, but shows a conflict when both changed. */
  receive(questionId: string, saved: SavedAnswer | null): void {
    const entry = this.#entryOf(questionId)
    if (versionOf(saved) <= versionOf(entry.saved)) return
    if (entry.held) {
      entry.theirs = saved
      return
    }
    if (entry.state === 'saving') {
      // Most likely the news of our own save; if not, the core answers that save with a conflict.
      entry.theirs = saved
      return
    }
    this.#clearTimer(entry)
    if (entry.state === 'saved' || sameFields(fieldsOf(saved), entry.fields)) {
      Object.assign(entry, { fields: fieldsOf(saved), saved, state: 'saved', theirs: null, error: null, dirtySince: null })
    } else {
      entry.state = 'conflict'
      entry.theirs = saved
    }
    this.#changed(questionId, entry)
  }

  /** Ends a conflict: `mine` is saved over the other version, which was seen; `theirs` takes it. */
  resolve(questionId: string, choice: 'mine' | 'theirs'): void {
    const entry = this.#entryOf(questionId)
    if (entry.state !== 'conflict' || entry.theirs === null) return
    entry.saved = entry.theirs
    entry.theirs = null
    if (choice === 'theirs') {
      Object.assign(entry, { fields: fieldsOf(entry.saved), state: 'saved', dirtySince: null })
      this.#changed(questionId, entry)
    } else {
      entry.state = 'waiting'
      this.#send(questionId, entry)
    }
  }

  /** Sends what waits for this question and answers once nothing of it is on its way any more. */
  settled(questionId: string): Promise<KeptAnswer> {
    const entry = this.#entryOf(questionId)
    if (entry.state === 'waiting') this.#send(questionId, entry)
    if (entry.state !== 'saving') return Promise.resolve(this.get(questionId))
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        // typed while the save was on its way: that goes too
        if (entry.state === 'waiting') this.#send(questionId, entry)
        if (entry.state === 'saving' || entry.state === 'waiting') return
        stop()
        resolve(this.get(questionId))
      })
    })
  }

  retry(questionId: string): void {
    const entry = this.#entryOf(questionId)
    if (entry.state === 'failed') this.#send(questionId, entry)
  }

  /** Sends everything that waits. */
  flush(): void {
    for (const [questionId, entry] of this.#entries) {
      if (entry.state === 'waiting' || entry.state === 'failed') this.#send(questionId, entry)
    }
  }

  /** True while something typed is not with the core. */
  unsaved(): boolean {
    return [...this.#entries.values()].some((entry) => entry.state !== 'saved')
  }

  #entryOf(questionId: string): Entry {
    const known = this.#entries.get(questionId)
    if (known !== undefined) return known
    const none = { saved: null, theirs: null, error: null, dirtySince: null, held: false, timer: null, shown: null }
    const entry: Entry = { fields: EMPTY_FIELDS, state: 'saved', ...none }
    this.#entries.set(questionId, entry)
    return entry
  }

  #show(questionId: string, entry: Entry, fields: AnswerFields): void {
    entry.fields = fields
    entry.dirtySince ??= Date.now()
    if (entry.state !== 'saving' && entry.state !== 'conflict') this.#schedule(questionId, entry)
    this.#changed(questionId, entry)
  }

  #changed(questionId: string, entry: Entry): void {
    entry.shown = null
    if (this.#answers?.get(questionId) !== entry.fields.answer) this.#answers = null
    this.#changes += 1
    for (const listener of this.#listeners) listener()
  }

  #clearTimer(entry: Entry): void {
    if (entry.timer !== null) clearTimeout(entry.timer)
    entry.timer = null
  }

  #schedule(questionId: string, entry: Entry): void {
    this.#clearTimer(entry)
    entry.state = 'waiting'
    const latest = (entry.dirtySince ?? Date.now()) + LATEST_SAVE - Date.now()
    entry.timer = setTimeout(() => this.#send(questionId, entry), Math.max(0, Math.min(SAVE_PAUSE, latest)))
  }

  #send(questionId: string, entry: Entry): void {
    this.#clearTimer(entry)
    if (entry.state === 'saving' || entry.state === 'conflict') return
    entry.state = 'saving'
    const sent = entry.fields
    this.#changed(questionId, entry)
    this.#save(questionId, versionOf(entry.saved), sent).then(
      (result) => this.#settle(questionId, entry, sent, result),
      (error: unknown) => this.#settle(questionId, entry, sent, { kind: 'failed', error }),
    )
  }

  #settle(questionId: string, entry: Entry, sent: AnswerFields, result: SaveResult): void {
    if (result.kind === 'saved') {
      if (versionOf(entry.saved) < result.answer.version) entry.saved = result.answer
      if (versionOf(entry.theirs) <= versionOf(entry.saved)) entry.theirs = null
      entry.error = null
      if (sameFields(entry.fields, sent)) {
        entry.state = 'saved'
        entry.dirtySince = null
      } else {
        entry.dirtySince = Date.now()
        this.#schedule(questionId, entry)
      }
    } else if (result.kind === 'conflict') {
      entry.state = 'conflict'
      if (versionOf(entry.theirs) <= versionOf(entry.saved)) entry.theirs = null
    } else {
      entry.state = 'failed'
      entry.error = result.error
    }
    this.#changed(questionId, entry)
  }
}
