/**
 * Keeps what is typed into the answers until the core has it. The screen shows an edit at once; it is sent after a
 * short pause, at the latest {@link LATEST_SAVE} ms after the first unsaved key. One question has at most one save on
 * its way, so its versions rise one by one. A conflict stops the saving of that question until the person decides.
 */
import type { AnswerFields, SavedAnswer } from '../../shared/checklist/contract.ts'
import { EMPTY_FIELDS, fieldsOf, sameFields } from './answer-draft.ts'

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
  timer: ReturnType<typeof setTimeout> | null
  shown: KeptAnswer | null
}

export interface AnswerKeeper {
  get(questionId: string): KeptAnswer
  /** Shows the new fields at once and saves them soon. */
  edit(questionId: string, change: (fields: AnswerFields) => AnswerFields): void
  /** Takes what the core tells; never replaces what is being typed, but shows a conflict when both changed. */
  receive(questionId: string, saved: SavedAnswer | null): void
  /** Ends a conflict: `mine` is saved over the other version, which was seen; `theirs` takes it. */
  resolve(questionId: string, choice: 'mine' | 'theirs'): void
  retry(questionId: string): void
  /** Sends everything that waits. */
  flush(): void
  /** True while something typed is not with the core. */
  unsaved(): boolean
  /** Rises with every change; for `useSyncExternalStore`. */
  version(): number
  subscribe(listener: () => void): () => void
}

const versionOf = (saved: SavedAnswer | null): number => saved?.version ?? 0

export function createAnswerKeeper(
  save: (questionId: string, expectedVersion: number, fields: AnswerFields) => Promise<SaveResult>,
): AnswerKeeper {
  const entries = new Map<string, Entry>()
  const listeners = new Set<() => void>()
  let changes = 0

  const entryOf = (questionId: string): Entry => {
    const known = entries.get(questionId)
    if (known !== undefined) return known
    const entry: Entry = {
      fields: EMPTY_FIELDS, saved: null, state: 'saved', theirs: null, error: null, dirtySince: null, timer: null, shown: null,
    }
    entries.set(questionId, entry)
    return entry
  }

  const changed = (entry: Entry): void => {
    entry.shown = null
    changes += 1
    for (const listener of listeners) listener()
  }

  const clearTimer = (entry: Entry): void => {
    if (entry.timer !== null) clearTimeout(entry.timer)
    entry.timer = null
  }

  const settle = (questionId: string, entry: Entry, sent: AnswerFields, result: SaveResult): void => {
    if (result.kind === 'saved') {
      if (versionOf(entry.saved) < result.answer.version) entry.saved = result.answer
      entry.error = null
      if (sameFields(entry.fields, sent)) {
        entry.state = 'saved'
        entry.dirtySince = null
      } else {
        entry.dirtySince = Date.now()
        schedule(questionId, entry)
      }
    } else if (result.kind === 'conflict') {
      entry.state = 'conflict'
      if (versionOf(entry.theirs) <= versionOf(entry.saved)) entry.theirs = null
    } else {
      entry.state = 'failed'
      entry.error = result.error
    }
    changed(entry)
  }

  const send = (questionId: string, entry: Entry): void => {
    clearTimer(entry)
    if (entry.state === 'saving' || entry.state === 'conflict') return
    entry.state = 'saving'
    const sent = entry.fields
    changed(entry)
    save(questionId, versionOf(entry.saved), sent).then(
      (result) => settle(questionId, entry, sent, result),
      (error: unknown) => settle(questionId, entry, sent, { kind: 'failed', error }),
    )
  }

  const schedule = (questionId: string, entry: Entry): void => {
    clearTimer(entry)
    entry.state = 'waiting'
    const latest = (entry.dirtySince ?? Date.now()) + LATEST_SAVE - Date.now()
    entry.timer = setTimeout(() => send(questionId, entry), Math.max(0, Math.min(SAVE_PAUSE, latest)))
  }

  return {
    get(questionId) {
      const entry = entryOf(questionId)
      const { fields, saved, state, theirs, error } = entry
      entry.shown ??= { fields, saved, state, theirs, error }
      return entry.shown
    },
    edit(questionId, change) {
      const entry = entryOf(questionId)
      const next = change(entry.fields)
      if (sameFields(next, entry.fields)) return
      entry.fields = next
      entry.dirtySince ??= Date.now()
      if (entry.state !== 'saving' && entry.state !== 'conflict') schedule(questionId, entry)
      changed(entry)
    },
    receive(questionId, saved) {
      const entry = entryOf(questionId)
      if (versionOf(saved) <= versionOf(entry.saved)) return
      if (entry.state === 'saved') {
        entry.saved = saved
        entry.fields = fieldsOf(saved)
      } else if (entry.state === 'saving') {
        // Most likely the news of our own save; if not, the core answers that save with a conflict.
        entry.theirs = saved
        return
      } else if (sameFields(fieldsOf(saved), entry.fields)) {
        clearTimer(entry)
        Object.assign(entry, { saved, state: 'saved', theirs: null, error: null, dirtySince: null })
      } else {
        clearTimer(entry)
        entry.state = 'conflict'
        entry.theirs = saved
      }
      changed(entry)
    },
    resolve(questionId, choice) {
      const entry = entryOf(questionId)
      if (entry.state !== 'conflict' || entry.theirs === null) return
      entry.saved = entry.theirs
      entry.theirs = null
      if (choice === 'theirs') {
        entry.fields = fieldsOf(entry.saved)
        entry.state = 'saved'
        entry.dirtySince = null
        changed(entry)
      } else {
        entry.state = 'waiting'
        send(questionId, entry)
      }
    },
    retry(questionId) {
      const entry = entryOf(questionId)
      if (entry.state === 'failed') send(questionId, entry)
    },
    flush() {
      for (const [questionId, entry] of entries) {
        if (entry.state === 'waiting' || entry.state === 'failed') send(questionId, entry)
      }
    },
    unsaved: () => [...entries.values()].some((entry) => entry.state !== 'saved'),
    version: () => changes,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
