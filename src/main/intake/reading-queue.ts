/**
 * The queue of files to be read (待阅文件), off the core's thread: text first, of a few files at once so that the thread
 * reads one while the core writes down another; recognition of scans after it, page by page, and only while nobody holds
 * it back; last of all the places of words on pages that were recognised before places were kept. What is read is on disk,
 * so that a program that ends in between goes on where it stopped.
 */
import type { DocumentPart } from '../../shared/intake/document-part.ts'
import type { TextPage } from '../../shared/intake/document-text.ts'
import type { Reading } from '../../shared/intake/reading/reading.ts'
import type { ReadingProblem } from '../../shared/intake/reading/report.ts'
import type { UnderstandInput } from '../../shared/intake/understand.ts'
import { NO_PLACES, type WordPlaces } from '../../shared/intake/word-places.ts'
import type { IsoInstant } from '../../shared/values/values.ts'
import type { BookReading } from '../ledger/workbook-rows.ts'
import type { Reader, Writer } from '../store/database.ts'
import {
  countAttempt,
  nextReading,
  queueReading,
  readingOf,
  recognitionPaused,
  removePages,
  setRecognitionPaused,
  settleReading,
  writePages,
  type ReadingRow,
} from './file-reading-record.ts'
import { countPlacing, endPlacing, forgetAttempts, nextPlacing, nextUnplaced, queuePlacing, writePlaces, type FileToPlace } from './word-places-record.ts'

/** A file that ended the program so often is left unread until somebody asks for it again. */
const MOST_ATTEMPTS = 3
/** Files under way at once: one is read, one waits for the thread, one is being written down. */
const MOST_UNDER_WAY = 3
/** Pictures, keys and workbooks come in for other ends as well, and need little of what is loaded. */
const MAY_HOLD_TEXT = /\.(?:pdf|docx|zip)$/iu
/** No further file is fetched while those under way have so many bytes together. */
const MOST_BYTES_UNDER_WAY = 64 * 1024 * 1024

export interface FileToRead {
  readonly sha256: string
  readonly name: string
}

/** Does the work, in a thread of its own. A file that crashes it or never ends gives a reading with a problem. */
export interface FileReader {
  /** Loads what reading needs before the first file is there. */
  prepare(): void
  read(file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }): Promise<Reading>
  /** @param options.known the text that the page was recognised as before: only the places of its words are sought */
  recogniseWithPlaces(
    file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
    page: number,
    options?: { readonly known?: string },
  ): Promise<{ readonly page: TextPage; readonly places: WordPlaces }>
  understand(input: UnderstandInput): Promise<DocumentPart[]>
  ledger(file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }): Promise<BookReading>
  close(): Promise<void>
}

export interface ReadingQueueOptions {
  readonly reader: Reader
  readonly write: <Result>(work: (writer: Writer) => Result) => Result
  readonly bytesOf: (file: FileToRead) => Promise<Uint8Array<ArrayBuffer>>
  /** Made when the first file asks for it: a station where nothing is to be read starts without. */
  readonly openReader: () => FileReader
  readonly instant: () => IsoInstant
  /** Called when a file's text is there or grew, after it was written; `known` where the text is as it was before. */
  readonly onRead: (file: FileToRead, reader: FileReader, text: 'new' | 'known') => Promise<void>
  /** Called when anything about the file's state changed. */
  readonly onProgress: (file: FileToRead) => void
  /** Called when the places of the words of a page are there whose text was before. */
  readonly onPlaced: (file: FileToRead) => void
  readonly log: (line: string) => void
  /** True: files are queued and nothing is read, until another program goes on. */
  readonly idle: boolean
}

export interface ReadingQueue {
  /** A file of this name is coming in: what reading it needs is loaded meanwhile. */
  expect(name: string): void
  add(files: readonly FileToRead[], again?: boolean): void
  /** Finds the documents in files anew that are read: the rules have changed since. */
  understandAgain(files: readonly FileToRead[]): void
  /** Finds the places of the words of a file whose pages were recognised without, this page first; its text stays. */
  place(file: FileToRead, page: number): void
  pause(): void
  resume(): void
  /** Goes on with what an earlier run left. */
  start(): void
  /** Reads a file at once and keeps nothing of it: for what is taken apart, not for evidence. */
  readNow(file: FileToRead): Promise<Reading>
  /** The rows of a workbook with an earlier ledger, at once. */
  readLedger(file: FileToRead): Promise<BookReading>
  /** Settled when there is nothing left to do, paused recognition aside. */
  idle(): Promise<void>
  close(): Promise<void>
}

export function createReadingQueue(options: ReadingQueueOptions): ReadingQueue {
  return new Queue(options)
}

interface UnderWay {
  readonly bytes: number
  readonly done: Promise<void>
}

class Queue implements ReadingQueue {
  readonly #options: ReadingQueueOptions
  #worker: FileReader | undefined
  #running: Promise<void> | undefined
  #closed = false
  /** Being read, by hash. */
  readonly #underWay = new Map<string, UnderWay>()
  /** Read, but to be understood anew. */
  readonly #stale = new Map<string, FileToRead>()
  /** The page that somebody looks at, by hash, where the places of its words are not known. */
  readonly #lookedAt = new Map<string, number>()

  constructor(options: ReadingQueueOptions) {
    this.#options = options
  }

  expect(name: string): void {
    if (!this.#closed && !this.#options.idle && MAY_HOLD_TEXT.test(name)) this.#open().prepare()
  }

  add(files: readonly FileToRead[], again = false): void {
    const { reader, write, instant } = this.#options
    write((writer) => {
      for (const file of files) queueReading(writer, file, instant(), again)
    })
    // read before, for another case or while this one was being registered: only its documents are to be found
    for (const file of files) if (readingOf(reader, file.sha256)?.state === 'read') this.#stale.set(file.sha256, file)
    this.start()
  }

  understandAgain(files: readonly FileToRead[]): void {
    for (const file of files) this.#stale.set(file.sha256, file)
    this.start()
  }

  place(file: FileToRead, page: number): void {
    const { reader, write } = this.#options
    this.#lookedAt.set(file.sha256, page)
    if (nextPlacing(reader)?.sha256 !== file.sha256) write((writer) => queuePlacing(writer, file, page))
    this.start()
  }

  pause(): void {
    this.#options.write((writer) => setRecognitionPaused(writer, true))
  }

  resume(): void {
    this.#options.write((writer) => setRecognitionPaused(writer, false))
    this.start()
  }

  start(): void {
    if (this.#closed || this.#options.idle) return
    this.#running ??= this.#work().finally(() => {
      this.#running = undefined
    })
  }

  async readNow(file: FileToRead): Promise<Reading> {
    return this.#open().read({ name: file.name, bytes: await this.#options.bytesOf(file) })
  }

  async readLedger(file: FileToRead): Promise<BookReading> {
    return this.#open().ledger({ name: file.name, bytes: await this.#options.bytesOf(file) })
  }

  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#worker?.close()
    this.#worker = undefined
  }

  async #work(): Promise<void> {
    const { reader } = this.#options
    for (;;) {
      // a turn of its own for each file, so that the core answers between them
      await new Promise((resolve) => setImmediate(resolve))
      if (this.#closed) return
      const paused = recognitionPaused(reader)
      const row = nextReading(reader, !paused, this.#underWay)
      const [stale] = this.#stale.values()
      if (row?.state === 'queued') await this.#begin(row)
      else if (this.#underWay.size > 0) await this.#oneDone()
      else if (stale !== undefined) await this.#tried(() => this.#understand(stale))
      else if (row !== undefined) await this.#try(row, () => this.#recognise(row))
      else {
        const unplaced = paused ? undefined : nextPlacing(reader)
        if (unplaced === undefined) return
        await this.#place(unplaced)
      }
    }
  }

  /** Begins to read a file, and waits only until there is room for the next. */
  async #begin(row: ReadingRow): Promise<void> {
    // it was begun before, and the program ended: by itself, so that no other file is blamed for it
    if (row.attempts > 0) {
      await this.#roomFor(MOST_UNDER_WAY)
      await this.#try(row, async () => this.#read(row, await this.#options.bytesOf(row)))
      return
    }
    await this.#roomFor(1)
    if (this.#closed) return
    await this.#try(row, async () => {
      const bytes = await this.#options.bytesOf(row)
      const done = this.#finish(row, () => this.#read(row, bytes))
        .catch((error: unknown) => this.#log(error))
        .finally(() => this.#underWay.delete(row.sha256))
      this.#underWay.set(row.sha256, { bytes: bytes.length, done })
    })
  }

  /** Until so many more files may be under way. */
  async #roomFor(files: number): Promise<void> {
    const isFull = (): boolean => {
      const all = [...this.#underWay.values()]
      return all.length + files > MOST_UNDER_WAY || all.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES_UNDER_WAY
    }
    while (isFull()) await this.#oneDone()
  }

  /** Until a file that is under way is done. */
  async #oneDone(): Promise<void> {
    await Promise.race([...this.#underWay.values()].map(({ done }) => done))
  }

  /** Works on a file; one that ended the program often enough is given up. */
  async #try(row: ReadingRow, work: () => Promise<void>): Promise<void> {
    if (this.#options.write((writer) => countAttempt(writer, row.sha256)) > MOST_ATTEMPTS) {
      this.#settle(row, { code: 'reader-stopped', data: { reason: 'attempts' } })
      return
    }
    await this.#finish(row, work)
  }

  async #finish(row: ReadingRow, work: () => Promise<void>): Promise<void> {
    if (!(await this.#tried(work)) && !this.#closed) this.#settle(row, { code: 'reader-stopped', data: { reason: 'internal' } })
  }

  /** Whether the work was done; what kept it from being is written to the log. */
  async #tried(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      this.#log(error)
      return false
    }
  }

  #log(error: unknown): void {
    if (!this.#closed) this.#options.log(`${new Date().toISOString()} reading: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }

  #open(): FileReader {
    return (this.#worker ??= this.#options.openReader())
  }

  #settle(row: ReadingRow, problem: ReadingProblem): void {
    const { write, instant, onProgress } = this.#options
    write((writer) => settleReading(writer, row.sha256, { state: 'failed', toRecognise: [], problem, finishedAt: instant() }))
    onProgress(row)
  }

  async #read(row: ReadingRow, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const { write, instant, onRead, onProgress } = this.#options
    const { text, problem, toRecognise } = await this.#open().read({ name: row.name, bytes })
    if (this.#closed) return
    const state = toRecognise.length > 0 ? 'recognising' : problem !== null && text.pages.length === 0 ? 'failed' : 'read'
    write((writer) => {
      removePages(writer, row.sha256)
      writePages(writer, row.sha256, text.pages)
      settleReading(writer, row.sha256, { state, toRecognise, problem, finishedAt: state === 'recognising' ? null : instant() })
    })
    await onRead(row, this.#open(), 'new')
    onProgress(row)
  }

  async #understand(file: FileToRead): Promise<void> {
    this.#stale.delete(file.sha256)
    await this.#options.onRead(file, this.#open(), 'known')
    this.#options.onProgress(file)
  }

  /** One page, then the next turn: a pause takes hold after the page at hand. */
  async #recognise(row: ReadingRow): Promise<void> {
    const { bytesOf, write, instant, onRead, onProgress } = this.#options
    const [page, ...rest] = row.toRecognise
    if (page === undefined) {
      write((writer) => settleReading(writer, row.sha256, { state: 'read', toRecognise: [], problem: row.problem, finishedAt: instant() }))
      return
    }
    const recognised = await this.#open().recogniseWithPlaces({ name: row.name, bytes: await bytesOf(row) }, page)
    if (this.#closed) return
    const state = rest.length > 0 ? 'recognising' : 'read'
    write((writer) => {
      writePages(writer, row.sha256, [recognised.page])
      writePlaces(writer, row.sha256, recognised.page, recognised.places)
      settleReading(writer, row.sha256, { state, toRecognise: rest, problem: row.problem, finishedAt: state === 'read' ? instant() : null })
    })
    if (rest.length === 0) await onRead(row, this.#open(), 'new')
    onProgress(row)
  }

  /**
   * One page of a file that was recognised before: its text stays as it is, because facts, findings and answers rest on it. A
   * page that cannot be done is one without places, and is not tried again.
   */
  async #place(file: FileToPlace): Promise<void> {
    const { reader, write, bytesOf, onPlaced } = this.#options
    const page = nextUnplaced(reader, file.sha256, this.#lookedAt.get(file.sha256) ?? 1)
    if (page === undefined) {
      this.#lookedAt.delete(file.sha256)
      write((writer) => endPlacing(writer, file.sha256))
      return
    }
    const attempts = write((writer) => countPlacing(writer, file.sha256))
    const isDone = await this.#tried(async () => {
      const { places } =
        attempts > MOST_ATTEMPTS
          ? { places: NO_PLACES }
          : await this.#open().recogniseWithPlaces({ name: file.name, bytes: await bytesOf(file) }, page.number, { known: page.text })
      if (this.#closed) return
      write((writer) => {
        writePlaces(writer, file.sha256, page, places)
        forgetAttempts(writer, file.sha256)
      })
      onPlaced(file)
    })
    // its bytes do not come: whoever opens it next asks again
    if (!isDone && !this.#closed) write((writer) => endPlacing(writer, file.sha256))
  }
}
