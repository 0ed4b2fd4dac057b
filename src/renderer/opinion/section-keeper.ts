/**
 * Keeps what is typed into the sections of an opinion until the core has it. The opinion has one version for all its
 * sections, so saves go one after another; a change of another section in another window is taken along, a change of
 * the same section stops at both texts until the person decides.
 */

/** Pause after the last key before a save, and the longest that a typed key waits; in ms. */
export const SAVE_PAUSE = 700
export const LATEST_SAVE = 1800
/** How often a save is tried again after the opinion changed elsewhere, before the person is asked. */
const ATTEMPTS = 4

export interface StoredOpinion {
  readonly version: number
  readonly sections: readonly { readonly id: string; readonly text: string }[]
}

export type SectionSaveResult =
  | { readonly kind: 'saved'; readonly opinion: StoredOpinion }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'failed'; readonly error: unknown }

export interface KeptSection {
  readonly text: string
  readonly state: 'saved' | 'waiting' | 'conflict' | 'failed'
  /** In a conflict: the text that the core has. */
  readonly theirs: string | null
  readonly error: unknown
}

interface Entry {
  kept: KeptSection
  /** The text that the core had when this window's change began. */
  base: string
}

export interface SectionKeeper {
  get(sectionId: string): KeptSection
  edit(sectionId: string, text: string): void
  /** Takes what the core has; never replaces what is being typed. */
  receive(opinion: StoredOpinion): void
  /** Lets a section follow the answers again; what was typed into it and not saved goes. */
  takeBack(sectionId: string): Promise<void>
  resolve(sectionId: string, choice: 'mine' | 'theirs'): void
  /** Saves everything that waits; resolves when nothing is on its way any more. */
  flush(): Promise<void>
  version(): number
  /** Version of the opinion that the core told last. */
  opinionVersion(): number
  subscribe(listener: () => void): () => void
}

export interface SectionStore {
  save(sectionId: string, expectedVersion: number, text: string | null): Promise<SectionSaveResult>
  load(): Promise<StoredOpinion>
}

export function createSectionKeeper(store: SectionStore): SectionKeeper {
  const entries = new Map<string, Entry>()
  const listeners = new Set<() => void>()
  let opinionVersion = 0
  let changes = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let dirtySince: number | null = null
  let running: Promise<void> | null = null

  const entryOf = (id: string): Entry => {
    const known = entries.get(id)
    if (known !== undefined) return known
    const entry: Entry = { kept: { text: '', state: 'saved', theirs: null, error: null }, base: '' }
    entries.set(id, entry)
    return entry
  }
  const change = (entry: Entry, part: Partial<KeptSection>): void => {
    entry.kept = { ...entry.kept, ...part }
    changes += 1
    for (const listener of listeners) listener()
  }
  const receive = (opinion: StoredOpinion): void => {
    if (opinion.version < opinionVersion) return
    opinionVersion = opinion.version
    for (const { id, text } of opinion.sections) {
      const entry = entryOf(id)
      const { state, text: mine } = entry.kept
      if (state === 'saved' || mine === text) {
        entry.base = text
        if (mine !== text || state !== 'saved') change(entry, { text, state: 'saved', theirs: null, error: null })
      } else if (text !== entry.base) {
        change(entry, { state: 'conflict', theirs: text })
      }
    }
  }

  const saveOne = async (id: string, entry: Entry): Promise<void> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const sent = entry.kept.text
      const result = await store.save(id, opinionVersion, sent)
      if (result.kind === 'failed') return change(entry, { state: 'failed', error: result.error })
      if (result.kind === 'saved') {
        entry.base = sent
        if (entry.kept.text === sent) change(entry, { state: 'saved', error: null })
        return receive(result.opinion)
      }
      receive(await store.load())
      if (entry.kept.state !== 'waiting') return
    }
    change(entry, { state: 'failed', error: null })
  }

  const run = async (): Promise<void> => {
    clearTimeout(timer)
    dirtySince = null
    for (;;) {
      const next = [...entries].find(([, entry]) => entry.kept.state === 'waiting')
      if (next === undefined) return
      const [id, entry] = next
      await saveOne(id, entry).catch((error: unknown) => change(entry, { state: 'failed', error }))
    }
  }
  const start = (): Promise<void> => {
    running ??= run().finally(() => {
      running = null
    })
    return running
  }
  const schedule = (): void => {
    clearTimeout(timer)
    dirtySince ??= Date.now()
    const latest = dirtySince + LATEST_SAVE - Date.now()
    timer = setTimeout(() => void start(), Math.max(0, Math.min(SAVE_PAUSE, latest)))
  }

  return {
    get: (id) => entryOf(id).kept,
    edit(id, text) {
      const entry = entryOf(id)
      if (entry.kept.text === text) return
      const state = entry.kept.state === 'conflict' ? 'conflict' : 'waiting'
      change(entry, { text, state })
      if (state === 'waiting') schedule()
    },
    receive,
    async takeBack(id) {
      const entry = entryOf(id)
      await running
      let result = await store.save(id, opinionVersion, null)
      if (result.kind === 'conflict') {
        receive(await store.load())
        result = await store.save(id, opinionVersion, null)
      }
      if (result.kind === 'failed') throw result.error
      if (result.kind === 'conflict') return
      change(entry, { state: 'saved', theirs: null, error: null })
      receive(result.opinion)
    },
    resolve(id, choice) {
      const entry = entryOf(id)
      const { theirs, state } = entry.kept
      if (state !== 'conflict' || theirs === null) return
      entry.base = theirs
      if (choice === 'theirs') {
        change(entry, { text: theirs, state: 'saved', theirs: null })
      } else {
        change(entry, { state: 'waiting', theirs: null })
        void start()
      }
    },
    async flush() {
      for (const entry of entries.values()) if (entry.kept.state === 'failed') change(entry, { state: 'waiting', error: null })
      await start()
    },
    version: () => changes,
    opinionVersion: () => opinionVersion,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
