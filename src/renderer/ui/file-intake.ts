/**
 * Takes files into the station one after another (收件), however many there are: what is drawn of it is a summary that
 * changes some times a second. Lives outside the screen, so that leaving it does not break off what was begun.
 */
import type { StagedFile } from '../../shared/contract/reply.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { IntakeLine } from '../../shared/intake/reading/report.ts'
import { FILE_SIZE_LIMIT } from '../../shared/materials/contract.ts'
import { chosenFiles, isArchive, type DroppedFiles } from './dropped-files.ts'

export interface IntakeRow {
  readonly id: number
  readonly name: string
  readonly size: number
  /** Null: it cannot be tried again. */
  readonly file: File | null
  readonly state: 'failed' | 'taken'
  readonly error: unknown
  /** It is left from a drop before this one: shown until it is dismissed, and no longer counted. */
  readonly before: boolean
}

export interface FileIntakeActs {
  readonly stage: (file: File) => Promise<StagedFile>
  /** Absent where archives are files like any other. */
  readonly unpack?: ((archive: StagedFile) => Promise<{ readonly files: readonly StagedFile[]; readonly lines: readonly IntakeLine[] }>) | undefined
  /** Takes over what is staged; what it throws counts for each file of the batch. */
  readonly deliver: (files: readonly StagedFile[]) => void | Promise<void>
  /** Called when everything of one drop was tried. */
  readonly finished?: (() => void) | undefined
  /** Names of what is there already, by hash: the same file is not taken twice. Absent: nobody looks. */
  readonly known?: ReadonlyMap<string, string> | undefined
  /** Files handed over together. */
  readonly batch: number
}

export interface IntakeState {
  readonly running: boolean
  readonly total: number
  readonly done: number
  /** The file that is on its way. */
  readonly current: string | null
  readonly taken: number
  readonly failed: readonly IntakeRow[]
  /** Those taken, where they are listed at all. */
  readonly rows: readonly IntakeRow[]
  readonly lines: readonly IntakeLine[]
  readonly passedOver: number
  readonly unreadable: readonly string[]
  readonly tooDeep: readonly string[]
  readonly tooMany: boolean
  /** Files that were left when somebody stopped it. */
  readonly leftOut: number
}

const NOTHING: IntakeState = {
  running: false, total: 0, done: 0, current: null, taken: 0, failed: [], rows: [], lines: [], passedOver: 0, unreadable: [], tooDeep: [], tooMany: false, leftOut: 0,
}

/** Milliseconds between two drawings while files go in. */
const DRAWN_EVERY = 120
/** Milliseconds that a staged file waits for others to go with. */
const DELIVERED_AFTER = 1500
/** Rows of files that went in, kept for a list of them. */
const ROWS_KEPT = 50

interface Waiting {
  readonly staged: StagedFile
  readonly file: File | null
}

export class FileIntake {
  acts: FileIntakeActs
  #state: IntakeState = NOTHING
  #shown: IntakeState = NOTHING
  #queue: File[] = []
  #pending: Waiting[] = []
  #pendingSince = 0
  #seen = new Map<string, string>()
  #nextId = 1
  #stopped = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #listeners = new Set<() => void>()

  constructor(acts: FileIntakeActs) {
    this.acts = acts
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** The same object until something is to be drawn anew. */
  state = (): IntakeState => this.#shown

  add(dropped: DroppedFiles): void {
    if (!this.#state.running) this.#state = { ...NOTHING, failed: this.#state.failed.map((row) => ({ ...row, before: true })) }
    const { passedOver, unreadable, tooDeep, tooMany, total } = this.#state
    this.#queue.push(...dropped.files)
    this.#change({
      total: total + dropped.files.length,
      passedOver: passedOver + dropped.passedOver,
      unreadable: [...unreadable, ...dropped.unreadable],
      tooDeep: [...tooDeep, ...dropped.tooDeep],
      tooMany: tooMany || dropped.tooMany,
    })
    if (!this.#state.running) void this.#run()
  }

  /** Something that is no file at all, such as a folder where one file is asked for. */
  refuse(name: string, error: unknown): void {
    this.#fail(name, 0, null, error)
    this.#draw()
  }

  retry(id: number): void {
    const row = this.#state.failed.find((one) => one.id === id)
    if (row?.file === null || row === undefined) return
    this.dismiss(id)
    this.add(chosenFiles([row.file]))
  }

  dismiss(id: number): void {
    const without = (rows: readonly IntakeRow[]): readonly IntakeRow[] => rows.filter((row) => row.id !== id)
    this.#change({ failed: without(this.#state.failed), rows: without(this.#state.rows) })
    this.#draw()
  }

  /** The report was read. */
  clear(): void {
    if (this.#state.running) return
    this.#state = NOTHING
    this.#draw()
  }

  /** What is on its way goes in, the rest does not. */
  stop(): void {
    this.#stopped = true
  }

  async #run(): Promise<void> {
    this.#stopped = false
    this.#seen = new Map()
    this.#change({ running: true })
    for (let file = this.#queue.shift(); file !== undefined; file = this.#queue.shift()) {
      if (this.#stopped) {
        this.#change({ leftOut: this.#state.leftOut + this.#queue.length + 1 })
        this.#queue = []
        break
      }
      await this.#take(file)
    }
    await this.#deliver()
    this.#change({ running: false, current: null })
    this.#draw()
    this.acts.finished?.()
  }

  async #take(file: File): Promise<void> {
    this.#change({ current: file.name })
    const { stage, unpack } = this.acts
    try {
      // Said at once: a browser sends the whole of a refused file before it reads the answer.
      if (file.size > FILE_SIZE_LIMIT) throw new FashenError('file-too-large', { name: file.name, size: file.size, limit: FILE_SIZE_LIMIT })
      const staged = await stage(file)
      if (unpack === undefined || !isArchive(staged.name)) await this.#put({ staged, file })
      else {
        const { files, lines } = await unpack(staged)
        this.#change({ lines: [...this.#state.lines, ...lines], total: this.#state.total + files.length, done: this.#state.done + 1 })
        for (const one of files) await this.#put({ staged: one, file: null })
      }
    } catch (error) {
      this.#fail(file.name, file.size, file, error)
      this.#change({ done: this.#state.done + 1 })
    }
  }

  async #put(waiting: Waiting): Promise<void> {
    const { sha256, name } = waiting.staged
    const { known, batch } = this.acts
    const same = known === undefined ? undefined : (known.get(sha256) ?? this.#seen.get(sha256))
    if (same !== undefined) {
      const line: IntakeLine = { name, code: 'duplicate', data: { of: same } }
      this.#change({ lines: [...this.#state.lines, line], done: this.#state.done + 1 })
      return
    }
    this.#seen.set(sha256, name)
    if (this.#pending.length === 0) this.#pendingSince = performance.now()
    this.#pending.push(waiting)
    if (this.#pending.length >= batch || performance.now() - this.#pendingSince > DELIVERED_AFTER) await this.#deliver()
  }

  async #deliver(): Promise<void> {
    const batch = this.#pending
    this.#pending = []
    if (batch.length === 0) return
    try {
      await this.acts.deliver(batch.map(({ staged }) => staged))
      const rows = batch.map(({ staged: { name, size }, file }): IntakeRow => ({ id: this.#nextId++, name, size, file, state: 'taken', error: null, before: false }))
      this.#change({ taken: this.#state.taken + batch.length, rows: [...this.#state.rows, ...rows].slice(-ROWS_KEPT) })
    } catch (error) {
      for (const { staged, file } of batch) this.#fail(staged.name, staged.size, file, error)
    }
    this.#change({ done: this.#state.done + batch.length })
  }

  #fail(name: string, size: number, file: File | null, error: unknown): void {
    this.#change({ failed: [...this.#state.failed, { id: this.#nextId++, name, size, file, state: 'failed', error, before: false }] })
  }

  #change(part: Partial<IntakeState>): void {
    this.#state = { ...this.#state, ...part }
    this.#timer ??= setTimeout(() => this.#draw(), DRAWN_EVERY)
  }

  #draw(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#shown = this.#state
    for (const listener of this.#listeners) listener()
  }
}
