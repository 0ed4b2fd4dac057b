/**
 * Keeps what is being typed into forms until the core has it. Lives outside the components, so that a form that is
 * taken off the screen (another page, the core stopped, the session ended) loses nothing.
 */

/** Milliseconds without a key after which a draft is saved. */
export const QUIET_MS = 700
/** A draft is saved at the latest this many milliseconds after the first key that is not saved yet. */
export const LATEST_MS = 1800
/** How soon a failed save is tried again. */
export const RETRY_MS = 5000

export interface DraftStore {
  save(key: string, content: string): Promise<{ readonly savedAt: string }>
  discard(key: string): Promise<unknown>
}

export interface DraftStatus {
  /** True while what is on screen is newer than what the core has. */
  readonly pending: boolean
  readonly savedAt: string | null
  /** The last try to save failed; it is tried again. */
  readonly failed: boolean
}

interface Entry {
  content: string
  dirtySince: number | null
  timer: ReturnType<typeof setTimeout> | undefined
  saving: boolean
  status: DraftStatus
}

const IDLE: DraftStatus = { pending: false, savedAt: null, failed: false }

export class DraftKeeper {
  #store: DraftStore
  #entries = new Map<string, Entry>()
  #listeners = new Set<() => void>()
  #now: () => number
  #paused = false

  constructor(store: DraftStore, now: () => number = Date.now) {
    this.#store = store
    this.#now = now
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  status(key: string): DraftStatus {
    return this.#entries.get(key)?.status ?? IDLE
  }

  /** What was typed and has not reached the core; undefined when there is nothing of the kind. */
  unsaved(key: string): string | undefined {
    const entry = this.#entries.get(key)
    return entry !== undefined && entry.status.pending ? entry.content : undefined
  }

  hasUnsaved(): boolean {
    return [...this.#entries.values()].some((entry) => entry.status.pending)
  }

  /**
   * The person is no longer signed in: what waits is kept, and nothing is sent, since it would land among the drafts of
   * whoever signs in next.
   */
  pause(): void {
    this.#paused = true
    for (const entry of this.#entries.values()) clearTimeout(entry.timer)
  }

  /** The person is here (again): what waits is saved. */
  async resume(): Promise<void> {
    this.#paused = false
    await this.flush()
  }

  /** Takes over what is on screen now; saved after a pause in typing. */
  change(key: string, content: string): void {
    const entry = this.#entries.get(key) ?? { content, dirtySince: null, timer: undefined, saving: false, status: IDLE }
    entry.content = content
    entry.dirtySince ??= this.#now()
    this.#entries.set(key, entry)
    this.#setStatus(entry, { pending: true })
    const wait = Math.max(0, Math.min(QUIET_MS, entry.dirtySince + LATEST_MS - this.#now()))
    this.#schedule(key, entry, wait)
  }

  /** Saves everything that waits, at once: before leaving, and after the core came back. */
  async flush(): Promise<void> {
    await Promise.all(
      [...this.#entries.entries()].map(([key, entry]) => (entry.status.pending ? this.#save(key, entry) : undefined)),
    )
  }

  /** The form was handed in, or its content thrown away by the person. */
  async discard(key: string): Promise<void> {
    const entry = this.#entries.get(key)
    if (entry !== undefined) clearTimeout(entry.timer)
    this.#entries.delete(key)
    this.#tell()
    await this.#store.discard(key)
  }

  #schedule(key: string, entry: Entry, wait: number): void {
    clearTimeout(entry.timer)
    if (this.#paused) return
    entry.timer = setTimeout(() => void this.#save(key, entry), wait)
  }

  async #save(key: string, entry: Entry): Promise<void> {
    clearTimeout(entry.timer)
    if (this.#paused) return
    if (entry.saving) {
      this.#schedule(key, entry, QUIET_MS)
      return
    }
    const { content } = entry
    entry.saving = true
    entry.dirtySince = null
    try {
      const { savedAt } = await this.#store.save(key, content)
      if (this.#entries.get(key) !== entry) {
        // Discarded while it was on its way: what arrived late must not come back as a draft.
        await this.#store.discard(key)
        return
      }
      this.#setStatus(entry, { pending: entry.content !== content, savedAt, failed: false })
    } catch {
      if (this.#entries.get(key) !== entry) return
      this.#setStatus(entry, { pending: true, failed: true })
      entry.saving = false
      this.#schedule(key, entry, RETRY_MS)
    } finally {
      entry.saving = false
    }
  }

  #setStatus(entry: Entry, change: Partial<DraftStatus>): void {
    entry.status = { ...entry.status, ...change }
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
