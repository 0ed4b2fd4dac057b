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
  /** Composed text that the person has taken note of and that the core does not know of yet. */
  noted: string | null
}

export interface SectionStore {
  /** `noted`: the composed text that the person has now taken note of; null: what it was. */
  save(sectionId: string, expectedVersion: number, text: string | null, noted: string | null): Promise<SectionSaveResult>
  load(): Promise<StoredOpinion>
}

export class SectionKeeper {
  #store: SectionStore
  #entries = new Map<string, Entry>()
  #listeners = new Set<() => void>()
  #opinionVersion = 0
  #changes = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #dirtySince: number | null = null
  #running: Promise<void> | null = null

  constructor(store: SectionStore) {
    this.#store = store
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Rises with every change. */
  version = (): number => this.#changes

  /** The same object until this section changes. */
  get(sectionId: string): KeptSection {
    return this.#entryOf(sectionId).kept
  }

  edit(sectionId: string, text: string): void {
    const entry = this.#entryOf(sectionId)
    if (entry.kept.text === text) return
    const state = entry.kept.state === 'conflict' ? 'conflict' : 'waiting'
    this.#change(entry, { text, state })
    if (state === 'waiting') this.#schedule()
  }

  /** Takes what the core has; never replaces what is being typed. */
  receive(opinion: StoredOpinion): void {
    if (opinion.version < this.#opinionVersion) return
    this.#opinionVersion = opinion.version
    for (const { id, text } of opinion.sections) {
      const entry = this.#entryOf(id)
      const { state, text: mine } = entry.kept
      if (state === 'saved' || mine === text) {
        entry.base = text
        if (mine !== text || state !== 'saved') this.#change(entry, { text, state: 'saved', theirs: null, error: null })
      } else if (text !== entry.base) {
        this.#change(entry, { state: 'conflict', theirs: text })
      }
    }
  }

  /** The person decided about a change that the answers offer: their text now, and what it takes note of. Saved at once. */
  settle(sectionId: string, { text, base }: { readonly text: string; readonly base: string }): void {
    const entry = this.#entryOf(sectionId)
    if (entry.kept.state === 'conflict') return
    entry.noted = base
    this.#change(entry, { text, state: 'waiting' })
    void this.#start()
  }

  /** Lets a section follow the answers again; what was typed into it and not saved goes. */
  async takeBack(sectionId: string): Promise<void> {
    const entry = this.#entryOf(sectionId)
    await this.#running
    entry.noted = null
    let result = await this.#store.save(sectionId, this.#opinionVersion, null, null)
    if (result.kind === 'conflict') {
      this.receive(await this.#store.load())
      result = await this.#store.save(sectionId, this.#opinionVersion, null, null)
    }
    if (result.kind === 'failed') throw result.error
    if (result.kind === 'conflict') return
    this.#change(entry, { state: 'saved', theirs: null, error: null })
    this.receive(result.opinion)
  }

  resolve(sectionId: string, choice: 'mine' | 'theirs'): void {
    const entry = this.#entryOf(sectionId)
    const { theirs, state } = entry.kept
    if (state !== 'conflict' || theirs === null) return
    entry.base = theirs
    if (choice === 'theirs') {
      this.#change(entry, { text: theirs, state: 'saved', theirs: null })
    } else {
      this.#change(entry, { state: 'waiting', theirs: null })
      void this.#start()
    }
  }

  /** Saves everything that waits; resolves when nothing is on its way any more. */
  async flush(): Promise<void> {
    for (const entry of this.#entries.values()) {
      if (entry.kept.state === 'failed') this.#change(entry, { state: 'waiting', error: null })
    }
    await this.#start()
  }

  #entryOf(id: string): Entry {
    const known = this.#entries.get(id)
    if (known !== undefined) return known
    const entry: Entry = { kept: { text: '', state: 'saved', theirs: null, error: null }, base: '', noted: null }
    this.#entries.set(id, entry)
    return entry
  }

  #change(entry: Entry, part: Partial<KeptSection>): void {
    entry.kept = { ...entry.kept, ...part }
    this.#changes += 1
    for (const listener of this.#listeners) listener()
  }

  #schedule(): void {
    clearTimeout(this.#timer)
    this.#dirtySince ??= Date.now()
    const latest = this.#dirtySince + LATEST_SAVE - Date.now()
    this.#timer = setTimeout(() => void this.#start(), Math.max(0, Math.min(SAVE_PAUSE, latest)))
  }

  #start(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer)
    this.#dirtySince = null
    for (;;) {
      const next = [...this.#entries].find(([, entry]) => entry.kept.state === 'waiting')
      if (next === undefined) return
      const [id, entry] = next
      await this.#saveOne(id, entry).catch((error: unknown) => this.#change(entry, { state: 'failed', error }))
    }
  }

  async #saveOne(id: string, entry: Entry): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const sent = entry.kept.text
      const { noted } = entry
      const result = await this.#store.save(id, this.#opinionVersion, sent, noted)
      if (result.kind === 'failed') return this.#change(entry, { state: 'failed', error: result.error })
      if (result.kind === 'saved') {
        entry.base = sent
        if (entry.noted === noted) entry.noted = null
        if (entry.kept.text === sent && entry.noted === null) this.#change(entry, { state: 'saved', error: null })
        return this.receive(result.opinion)
      }
      this.receive(await this.#store.load())
      if (entry.kept.state !== 'waiting') return
    }
    this.#change(entry, { state: 'failed', error: null })
  }
}
