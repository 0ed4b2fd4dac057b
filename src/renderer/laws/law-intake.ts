/**
 * Reads files of laws that were dropped or chosen into the station, one after another, and begins the import with them.
 * Lives outside the screen: leaving it breaks nothing off.
 */
import type { LawImportState } from '../../shared/laws/import-contract.ts'
import type { StagedFile } from '../../shared/contract/reply.ts'
import { errorFromJson } from '../../shared/errors/errors.ts'
import { callOnce } from '../transport/calls.ts'
import type { Transport } from '../transport/transport.ts'
import { relativePath, type DroppedFiles } from '../ui/dropped-files.ts'

/** As many files as one import takes. */
export const MOST_LAW_FILES = 10_000

export interface LawIntakeState {
  readonly running: boolean
  readonly done: number
  readonly total: number
  readonly stopped: boolean
  /** There was no file of a kind that is read. */
  readonly nothing: boolean
  /** Names of files of other kinds, and of what could not be opened. */
  readonly otherKinds: readonly string[]
  readonly unreadable: readonly string[]
  readonly tooMany: boolean
  readonly error: unknown
}

const IDLE: LawIntakeState = { running: false, done: 0, total: 0, stopped: false, nothing: false, otherKinds: [], unreadable: [], tooMany: false, error: null }

const READ = /\.(?:md|txt|docx)$/iu

/** The folder that was dropped, or the first file. */
function sourceOf(files: readonly File[]): string {
  const path = files[0] === undefined ? '' : relativePath(files[0])
  return (path.includes('/') ? path.split('/')[0] : path) || '—'
}

export class LawIntake {
  #transport: Transport
  #state = IDLE
  #stop = false
  #listeners = new Set<() => void>()

  constructor(transport: Transport) {
    this.#transport = transport
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  state = (): LawIntakeState => this.#state

  stop(): void {
    this.#stop = true
  }

  /** Answers what the import began as; null where none began, and the state says why. */
  async take({ files, unreadable, tooDeep, tooMany }: DroppedFiles): Promise<LawImportState | null> {
    if (this.#state.running) return null
    this.#stop = false
    const wanted = files.filter(({ name }) => READ.test(name)).slice(0, MOST_LAW_FILES)
    const otherKinds = files.filter(({ name }) => !READ.test(name)).map(relativePath)
    this.#change({ ...IDLE, running: true, total: wanted.length, otherKinds, unreadable: [...unreadable, ...tooDeep], tooMany: tooMany || files.length > wanted.length + otherKinds.length })
    try {
      const staged: { stagedId: string; path: string }[] = []
      for (const file of wanted) {
        if (this.#stop) {
          this.#change({ stopped: true })
          return null
        }
        staged.push({ stagedId: (await this.#stage(file)).id, path: relativePath(file) })
        this.#change({ done: staged.length })
      }
      if (staged.length === 0) {
        this.#change({ nothing: true })
        return null
      }
      return await callOnce(this.#transport, 'laws.import', { from: 'staged', source: sourceOf(wanted).slice(0, 200), files: staged })
    } catch (error) {
      this.#change({ error })
      return null
    } finally {
      this.#change({ running: false })
    }
  }

  async #stage(file: File): Promise<StagedFile> {
    const reply = await this.#transport.stage(file)
    if (!reply.ok) throw errorFromJson(reply.error)
    return reply.value
  }

  #change(part: Partial<LawIntakeState>): void {
    this.#state = { ...this.#state, ...part }
    for (const listener of this.#listeners) listener()
  }
}

const INTAKES = new WeakMap<Transport, LawIntake>()

export function lawIntakeOf(transport: Transport): LawIntake {
  const intake = INTAKES.get(transport) ?? new LawIntake(transport)
  INTAKES.set(transport, intake)
  return intake
}
