/**
 * Reads and recognises files in a thread of its own (阅卷线程), one at a time in the order of asking. A file that crashes
 * the thread, takes all its memory or never ends costs the thread, not the core: the answer is a problem, and the next
 * file gets a new thread. What a thread cannot hold back is a fault in native code (pictures are decoded by it) and one
 * single request for more memory than the limit leaves.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { TextPage } from '../../../shared/intake/document-text.ts'
import type { DocumentPart } from '../../../shared/intake/document-part.ts'
import { EMPTY_TEXT, type Reading } from '../../../shared/intake/reading/reading.ts'
import { NO_PLACES } from '../../../shared/intake/word-places.ts'
import type { ReadingProblem } from '../../../shared/intake/reading/report.ts'
import type { UnderstandInput } from '../../../shared/intake/understand.ts'
import type { BookReading } from '../../ledger/workbook-rows.ts'
import type { JobAnswer, JobKind, JobKinds, JobRequest, Recognised, UnderstandJob } from './reading-jobs.ts'

/** The file itself is the caller's and stays whole; its bytes are copied to the thread. */
export interface ReadableFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ReadingProgress {
  readonly kind: JobKind
  readonly name: string
  readonly page: number | null
  readonly state: 'begun' | 'done' | 'stopped'
}

export interface ReadingWorkerOptions {
  /** Milliseconds after which a job is stopped. */
  readonly timeout?: Partial<Record<JobKind, number>>
  /** Largest heap of the thread, in MiB. */
  readonly memory?: number
  readonly onProgress?: (progress: ReadingProgress) => void
  /** The thread's module, where it is not the one beside this file. */
  readonly thread?: string
}

export interface CallOptions {
  /** Aborting takes a waiting job out, and stops the thread at a running one; the promise rejects with the reason. */
  readonly signal?: AbortSignal
}

export interface RecogniseOptions extends CallOptions {
  /** The text that the page was recognised as before, where only the places of its words are sought. */
  readonly known?: string | undefined
}

export interface ReadingWorker {
  /** Starts the thread and has it load what reading needs. What fails of it shows with the first file. */
  prepare(): void
  /** Never rejects for what the file is like; a crash or a timeout is the reading's problem. */
  read(file: ReadableFile, options?: CallOptions): Promise<Reading>
  /** As {@link read}: a page that cannot be recognised is empty with confidence 0. */
  recognise(file: ReadableFile, page: number, options?: CallOptions): Promise<TextPage>
  /** As {@link recognise}, with the places of the words, and the reason where a page is empty. */
  recogniseWithPlaces(file: ReadableFile, page: number, options?: RecogniseOptions): Promise<Recognised>
  /** The documents in a text. Rejects where the thread breaks. */
  understand(input: UnderstandInput, options?: CallOptions): Promise<DocumentPart[]>
  /** The rows of an earlier ledger. Never rejects for what the file is like. */
  ledger(file: ReadableFile, options?: CallOptions): Promise<BookReading>
  /** Ends the thread; what waits or runs is rejected. */
  close(): Promise<void>
}

/** A thousand pages take less than a minute; a page of OCR some seconds, and on an old computer some more. */
const TIMEOUT: Readonly<Record<JobKind, number>> = { prepare: 60_000, read: 180_000, recognise: 120_000, understand: 60_000, ledger: 120_000 }
/** Also the room that is left for ending a thread that wants more: with less, V8 was seen to end the whole process. */
const MEMORY = 1536
const YOUNG_MEMORY = 32

/** A reason that a person is told. */
type Failure = { readonly kind: 'timeout'; readonly seconds: number } | { readonly kind: 'crash'; readonly reason: string }

class JobFailed extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.kind === 'timeout' ? `took longer than ${failure.seconds} s` : failure.reason)
    this.failure = failure
  }
}

function problemOf(error: unknown): ReadingProblem {
  if (!(error instanceof JobFailed)) throw error
  const { failure } = error
  return failure.kind === 'timeout'
    ? { code: 'took-too-long', data: { seconds: failure.seconds } }
    : { code: 'reader-stopped', data: { reason: failure.reason } }
}

/**
 * The thread's module: beside this one when the sources run as they are, else an entry of the build that this module was
 * bundled into (`out/main/`, or `out/cli/` for the loopback shell and the command line).
 */
function threadModule(): string {
  const here = import.meta.dirname
  const places = [join(here, 'reading-thread.ts'), join(here, 'reading-thread.js'), join(here, '../reading-thread.js'), join(here, '../cli/reading-thread.js')]
  const found = places.find((place) => existsSync(place))
  if (found === undefined) throw new Error(`no reading thread beside ${here}`)
  return found
}

interface Job {
  readonly kind: JobKind
  /** As it was asked; what of it the thread has already is left out when it is sent. */
  readonly input: JobKinds[JobKind]['input']
  readonly resolve: (result: JobKinds[JobKind]['result']) => void
  readonly reject: (error: unknown) => void
  settled: boolean
}

interface Running {
  readonly id: number
  readonly job: Job
  readonly timer: NodeJS.Timeout
}

class ThreadedReader implements ReadingWorker {
  readonly #options: ReadingWorkerOptions
  readonly #waiting: Job[] = []
  #running: Running | undefined
  #thread: Worker | undefined
  /** The rows that the thread has. */
  #kinds: UnderstandJob['kinds'] = null
  #ending: Promise<unknown> = Promise.resolve()
  #nextId = 1
  #closed = false

  constructor(options: ReadingWorkerOptions) {
    this.#options = options
  }

  prepare(): void {
    if (this.#thread === undefined && !this.#closed) this.#ask('prepare', { name: '' }, {}).catch(() => undefined)
  }

  async read(file: ReadableFile, options: CallOptions = {}): Promise<Reading> {
    try {
      return await this.#ask('read', { name: file.name, bytes: file.bytes }, options)
    } catch (error) {
      return { text: EMPTY_TEXT, problem: problemOf(error), toRecognise: [] }
    }
  }

  async recognise(file: ReadableFile, page: number, options: CallOptions = {}): Promise<TextPage> {
    return (await this.recogniseWithPlaces(file, page, options)).page
  }

  async recogniseWithPlaces(file: ReadableFile, page: number, options: RecogniseOptions = {}): Promise<Recognised> {
    try {
      return await this.#ask('recognise', { name: file.name, bytes: file.bytes, page, known: options.known }, options)
    } catch (error) {
      return { page: { number: page, source: 'ocr', text: '', confidence: 0 }, places: NO_PLACES, problem: problemOf(error) }
    }
  }

  understand(input: UnderstandInput, options: CallOptions = {}): Promise<DocumentPart[]> {
    return this.#ask('understand', input, options)
  }

  async ledger(file: ReadableFile, options: CallOptions = {}): Promise<BookReading> {
    try {
      return await this.#ask('ledger', { name: file.name, bytes: file.bytes }, options)
    } catch (error) {
      if (!(error instanceof JobFailed)) throw error
      return { book: null, problem: 'broken', format: '' }
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    const error = new Error('reading was closed')
    for (const job of this.#waiting.splice(0)) this.#settle(job, () => job.reject(error))
    this.#stop(error)
    await this.#ending
  }

  #ask<Kind extends JobKind>(kind: Kind, input: JobKinds[Kind]['input'], { signal }: CallOptions): Promise<JobKinds[Kind]['result']> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new Error('reading was closed')
      signal?.throwIfAborted()
      const job: Job = { kind, input, resolve: resolve as Job['resolve'], reject, settled: false }
      signal?.addEventListener('abort', () => this.#cancel(job, signal.reason), { once: true })
      this.#waiting.push(job)
      this.#next()
    })
  }

  #settle(job: Job, how: () => void): void {
    if (job.settled) return
    job.settled = true
    how()
  }

  #cancel(job: Job, reason: unknown): void {
    if (job.settled) return
    const at = this.#waiting.indexOf(job)
    if (at >= 0) this.#waiting.splice(at, 1)
    this.#settle(job, () => job.reject(reason))
    if (this.#running?.job === job) this.#stop(reason)
    this.#next()
  }

  #progress({ kind, input }: Job, state: ReadingProgress['state']): void {
    this.#options.onProgress?.({ kind, name: input.name, page: 'page' in input ? input.page : null, state })
  }

  #next(): void {
    if (this.#running !== undefined || this.#closed) return
    const job = this.#waiting.shift()
    if (job === undefined) {
      // an idle thread must not keep the program from ending
      this.#thread?.unref()
      return
    }
    const id = this.#nextId
    this.#nextId += 1
    const limit = this.#options.timeout?.[job.kind] ?? TIMEOUT[job.kind]
    const timer = setTimeout(() => this.#fail({ kind: 'timeout', seconds: Math.ceil(limit / 1000) }), limit)
    this.#running = { id, job, timer }
    this.#progress(job, 'begun')
    try {
      const thread = this.#open()
      thread.ref()
      thread.postMessage({ id, kind: job.kind, input: this.#lightened(job.input) } as JobRequest)
    } catch (error) {
      this.#fail({ kind: 'crash', reason: error instanceof Error ? error.message : String(error) })
    }
  }

  /** The catalogue's rows are copied to a thread once: a copy of them for each file takes as long as the file's own text. */
  #lightened(input: Job['input']): Job['input'] {
    if (!('kinds' in input) || input.kinds === null) return input
    if (input.kinds === this.#kinds) return { ...input, kinds: null }
    this.#kinds = input.kinds
    return input
  }

  #open(): Worker {
    if (this.#thread !== undefined) return this.#thread
    const thread = new Worker(this.#options.thread ?? threadModule(), {
      name: 'fashen-reading',
      resourceLimits: { maxOldGenerationSizeMb: this.#options.memory ?? MEMORY, maxYoungGenerationSizeMb: YOUNG_MEMORY },
      // a warning about a damaged file belongs in the report, not on the console
      stdout: true,
      stderr: true,
    })
    const broken = (reason: string): void => {
      if (this.#thread === thread) this.#fail({ kind: 'crash', reason })
    }
    thread.on('message', (answer: JobAnswer) => this.#answered(answer))
    thread.on('error', (error) => broken('code' in error ? String(error.code) : error.message))
    thread.on('messageerror', () => broken('message'))
    thread.on('exit', (code) => broken(`exit ${code}`))
    this.#thread = thread
    this.#kinds = null
    return thread
  }

  #answered(answer: JobAnswer): void {
    const running = this.#running
    if (running === undefined || running.id !== answer.id) return
    clearTimeout(running.timer)
    this.#running = undefined
    const { job } = running
    this.#progress(job, answer.ok ? 'done' : 'stopped')
    this.#settle(job, () => {
      if (answer.ok) job.resolve(answer.result)
      else job.reject(new JobFailed({ kind: 'crash', reason: answer.reason }))
    })
    this.#next()
  }

  #fail(failure: Failure): void {
    this.#stop(new JobFailed(failure))
    this.#next()
  }

  /** Ends the thread and the job that runs in it. */
  #stop(error: unknown): void {
    const [running, thread] = [this.#running, this.#thread]
    this.#running = undefined
    this.#thread = undefined
    if (thread !== undefined) this.#ending = Promise.all([this.#ending, thread.terminate()])
    if (running === undefined) return
    clearTimeout(running.timer)
    this.#progress(running.job, 'stopped')
    this.#settle(running.job, () => running.job.reject(error))
  }
}

/** The thread starts with the first job. Call `close` when it is no longer needed. */
export function openReadingWorker(options: ReadingWorkerOptions = {}): ReadingWorker {
  return new ThreadedReader(options)
}
