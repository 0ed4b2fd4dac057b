/**
 * Importing laws, beside the work of everybody else: each piece of it is one short transaction, and between two pieces
 * the core answers. What was read stays when it is stopped or the program ends; the next import goes on where it was.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { sha256Hex, type Act } from '../audit/chain.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { LawFileOutcome, LawImportCounts, LawImportStage, LawImportState } from '../../shared/laws/import-contract.ts'
import type { ParsedLaw } from '../../shared/laws/law-text.ts'
import { parseLaw } from '../../shared/laws/parse-law.ts'
import type { Law } from '../../shared/catalogue/schema.ts'
import type { CoreEvent } from '../../shared/contract/reply.ts'
import type { IsoInstant } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'
import {
  deleteArticles,
  findVersion,
  insertArticle,
  insertLaw,
  insertVersion,
  lawId,
  rankOfKind,
  textHash,
  versionName,
  versionsOf,
  type VersionRow,
} from './law-record.ts'
import { fileNameIn, textOfFile, type ReadLaw } from './law-files.ts'
import { endingsOf, writeEnding } from './settle.ts'

/** What the import needs of the workstation; a call's context has it, but may not outlive the call. */
export interface ImportDesk {
  readonly reader: Reader
  readonly catalogue: { readonly laws: readonly Law[] }
  instant(): IsoInstant
  emit(event: CoreEvent): void
  withoutAudit<Result>(what: string, work: (writer: Writer) => Result): Result
  actAs<Result>(actor: string, act: Omit<Act, 'actor'>, work: (writer: Writer) => Result): Result
}

export interface ImportFrom {
  readonly source: string
  /** Paths inside the source; found once the import runs. */
  files(stopped: () => boolean): Promise<readonly string[]>
  read(path: string): Promise<ReadLaw>
}

/** A piece ends after this many milliseconds; writing it to disk comes on top. */
const PIECE = 8
/** Files that are read ahead. */
const BATCH = 16

/** After so many pieces the search index is joined, so many pages at a time. */
const JOIN_EVERY = 16
const JOIN_PAGES = 24

/** More new texts than this make it worth while to join the index into one piece at the end. */
const MANY = 200

/** So often those who look are told. */
const TELL_EVERY = 400

export class LawImport {
  readonly #desk: ImportDesk
  readonly #from: ImportFrom
  readonly #actor: string
  #state: LawImportState
  #stop = false
  #told = 0
  #pieces = 0
  readonly finished: Promise<LawImportState>

  constructor(desk: ImportDesk, from: ImportFrom, actor: string) {
    this.#desk = desk
    this.#from = from
    this.#actor = actor
    this.#state = {
      stage: 'looking',
      source: from.source,
      done: 0,
      total: 0,
      added: 0,
      changed: 0,
      unchanged: 0,
      sameVersion: 0,
      refused: 0,
      settled: 0,
      failure: null,
      startedAt: desk.instant(),
      finishedAt: null,
    }
    this.finished = this.#run()
  }

  get state(): LawImportState {
    return this.#state
  }

  get running(): boolean {
    return this.#state.finishedAt === null
  }

  stop(): void {
    this.#stop = true
  }

  async #run(): Promise<LawImportState> {
    // the call that began it answers first
    await nextTurn()
    try {
      const files = await this.#from.files(() => this.#stop)
      this.#change({ stage: 'reading', total: files.length })
      await this.#clear()
      for (let at = 0; at < files.length && !this.#stop; at += BATCH) await this.#takeBatch(files.slice(at, at + BATCH))
      this.#change({ stage: 'settling' })
      await this.#settle()
      if (!this.#stop && this.#state.added + this.#state.changed > MANY) await this.#joinIndex(-JOIN_PAGES)
      this.#finish(this.#stop ? 'stopped' : 'done')
    } catch (error) {
      // there is no call to answer: who looks at the state is told
      const failure =
        error instanceof FashenError
          ? error
          : new FashenError('internal', { reference: 'laws.import' }, { cause: error })
      this.#end('failed', failure.toJson())
    }
    return this.#state
  }

  #change(changes: Partial<LawImportState>): void {
    this.#state = { ...this.#state, ...changes }
    this.#tell(changes.stage !== undefined)
  }

  #tell(atOnce: boolean): void {
    const now = performance.now()
    if (!atOnce && now - this.#told < TELL_EVERY) return
    this.#told = now
    this.#desk.emit({ kind: 'changed', subject: 'laws' })
  }

  #count(what: keyof LawImportCounts | 'done'): void {
    this.#state = { ...this.#state, [what]: this.#state[what] + 1 }
  }

  #end(stage: LawImportStage, failure: LawImportState['failure'] = null): void {
    this.#change({ stage, failure, finishedAt: this.#desk.instant() })
  }

  #finish(stage: 'done' | 'stopped'): void {
    const { source, total, done, added, changed, unchanged, sameVersion, refused, settled } = this.#state
    const content = { source, stage, files: total, done, added, changed, unchanged, sameVersion, refused, settled }
    this.#desk.actAs(this.#actor, { act: 'laws.import', subject: 'laws', content }, () => undefined)
    this.#end(stage)
  }

  /** Runs the steps, many in one transaction, and lets others in between. */
  async #inPieces(steps: Iterator<void, void, Writer>): Promise<void> {
    for (;;) {
      const over = this.#desk.withoutAudit('laws.import', (writer) => {
        const until = performance.now() + PIECE
        do if (steps.next(writer).done === true) return true
        while (performance.now() < until)
        return false
      })
      this.#pieces += 1
      this.#tell(false)
      await nextTurn()
      if (over) break
    }
    if (this.#pieces >= JOIN_EVERY) await this.#joinIndex(JOIN_PAGES)
  }

  /** Joins pieces of the search index until there is nothing to join; a negative number begins to make it one. */
  async #joinIndex(pages: number): Promise<void> {
    let next = pages
    const join = (writer: Writer): boolean => {
      const until = performance.now() + PIECE
      do {
        const before = totalChanges(writer)
        writer.run("INSERT INTO law_search (law_search, rank) VALUES ('merge', ?)", next)
        next = Math.abs(pages)
        // SQLite's own way to say that it found nothing to do
        if (totalChanges(writer) - before < 2) return true
      } while (performance.now() < until)
      return false
    }
    for (let over = false; !over; await nextTurn()) over = this.#desk.withoutAudit('laws.import', join)
    this.#pieces = 0
  }

  /** Takes away what an import that was cut short left of a version. */
  async #clear(): Promise<void> {
    const left = this.#desk.reader.all<{ seq: number }>(
      `SELECT DISTINCT version_seq AS seq FROM law_articles INDEXED BY law_articles_by_number WHERE version_seq NOT IN (SELECT seq FROM law_versions)`,
    )
    for (const { seq } of left) await this.#inPieces(removal(seq))
  }

  /** Many files are small: several in one transaction cost the disk a fraction. */
  async #takeBatch(paths: readonly string[]): Promise<void> {
    const files: ReadFile[] = []
    for (const path of paths) {
      const read = await this.#from.read(path)
      files.push({ path, read, sha256: 'bytes' in read ? sha256Hex(read.bytes) : read.outcome })
    }
    await this.#inPieces(this.#steps(files))
  }

  *#steps(files: readonly ReadFile[]): Steps {
    for (const file of files) {
      if (this.#stop) return
      yield* this.#take(file)
      this.#count('done')
    }
  }

  *#take(file: ReadFile): Steps {
    const { source } = this.#from
    const writer = yield
    const known = writer.get<KnownFile>(
      'SELECT sha256, outcome, version_seq AS seq FROM law_files WHERE source = ? AND path = ?',
      source,
      file.path,
    )
    if (known !== undefined && known.sha256 === file.sha256 && isWhole(writer, known)) {
      this.#count('unchanged')
      return
    }
    const outcome = yield* this.#keep(writer, file, known?.seq ?? null)
    if (outcome === 'sameVersion') this.#count('sameVersion')
    else if (outcome === 'imported') this.#count(known === undefined ? 'added' : 'changed')
    else this.#count('refused')
    if (known?.seq !== undefined && known.seq !== null) yield* forget(writer, known.seq)
  }

  *#keep(
    writer: Writer,
    { path, sha256, read }: ReadFile,
    own: number | null,
  ): Generator<void, LawFileOutcome, Writer> {
    const parsed = 'bytes' in read ? parsedFile(path, read.bytes) : read.outcome
    const note = (outcome: LawFileOutcome, seq: number | null): LawFileOutcome => {
      const problems = typeof parsed === 'string' ? [] : parsed.problems
      noteFile(writer, { source: this.#from.source, path, sha256, outcome, seq, problems, at: this.#desk.instant() })
      return outcome
    }
    if (typeof parsed === 'string') return note(parsed, null)
    const hash = textHash(parsed)
    const version = versionName(parsed, hash)
    const there = findVersion(writer, lawId(parsed.title), version) ?? findSameText(writer, parsed, hash)
    if (there !== undefined && !this.#isOnly(writer, there.seq, own, path) && isKept(there, version, parsed))
      return note('sameVersion', there.seq)
    const seq = nextSeq(writer)
    yield* writingArticles(parsed, seq)
    if (there !== undefined) {
      // the better text takes the place of the one that was there; whatever came from that file points here now
      writer.run('DELETE FROM law_versions WHERE seq = ?', there.seq)
      writer.run('UPDATE law_files SET version_seq = ? WHERE version_seq = ?', seq, there.seq)
    }
    insertVersion(writer, { seq, law: parsed, version, textHash: hash, at: this.#desk.instant() })
    note('imported', seq)
    if (there !== undefined) yield* removal(there.seq)
    return 'imported'
  }

  /** Whether the version came from this very file and from no other: then the file's new text takes its place. */
  #isOnly(reader: Reader, seq: number, own: number | null, path: string): boolean {
    if (seq !== own) return false
    const others = 'SELECT 1 FROM law_files WHERE version_seq = ? AND NOT (source = ? AND path = ?)'
    return reader.get(others, seq, this.#from.source, path) === undefined
  }

  async #settle(): Promise<void> {
    const endings = endingsOf(this.#desk.reader, this.#desk.catalogue.laws)
    await nextTurn()
    await this.#inPieces(
      (function* () {
        let writer = yield
        for (const ending of endings) {
          writeEnding(writer, ending)
          writer = yield
        }
      })(),
    )
    this.#state = { ...this.#state, settled: endings.length }
  }
}

function totalChanges(writer: Writer): number {
  return writer.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0
}

interface ReadFile {
  readonly path: string
  readonly read: ReadLaw
  readonly sha256: string
}

interface KnownFile {
  readonly sha256: string
  readonly outcome: LawFileOutcome
  readonly seq: number | null
}

/** A file whose version is gone (another file took its place and changed) is read again. */
function isWhole(reader: Reader, { outcome, seq }: KnownFile): boolean {
  if (outcome !== 'imported' && outcome !== 'sameVersion') return true
  return seq !== null && reader.get('SELECT 1 FROM law_versions WHERE seq = ?', seq) !== undefined
}

function parsedFile(path: string, bytes: Uint8Array): ParsedLaw | LawFileOutcome {
  const { name, folders } = fileNameIn(path)
  const text = textOfFile(name, bytes)
  if (text === null) return 'unreadable'
  if (text.trim() === '') return 'empty'
  return parseLaw({ name, folders, text }) ?? 'notALaw'
}

/** Whether the text that is there stays; one of the same words under an earlier day gives way. */
function isKept(there: VersionRow, version: string, law: ParsedLaw): boolean {
  return (there.version === version || (there.version_date ?? '') >= (law.versionDate ?? '')) && isAsGood(there, law)
}

/** Of two texts of one version the one with fewer gaps, more articles, and a day of coming into force that it says; else the first. */
function isAsGood(there: VersionRow, law: ParsedLaw): boolean {
  if (there.odd !== law.problems.length) return there.odd < law.problems.length
  if (there.articles !== law.articles.length) return there.articles > law.articles.length
  return there.in_force_certain === 1 || !law.inForceCertain
}

/** The same words under another day: a head that lacks the last amendment. The later day is the right one. */
function findSameText(reader: Reader, law: ParsedLaw, hash: string): VersionRow | undefined {
  return versionsOf(reader, lawId(law.title)).find((row) => row.text_hash === hash)
}

function nextSeq(reader: Reader): number {
  const inVersions = reader.get<{ n: number | null }>('SELECT max(seq) AS n FROM law_versions')?.n ?? 0
  const inArticles = reader.get<{ n: number | null }>('SELECT max(version_seq) AS n FROM law_articles')?.n ?? 0
  return Math.max(inVersions, inArticles) + 1
}

interface FileNote {
  readonly source: string
  readonly path: string
  readonly sha256: string
  readonly outcome: LawFileOutcome
  readonly seq: number | null
  readonly problems: ParsedLaw['problems']
  readonly at: string
}

function noteFile(writer: Writer, { source, path, sha256, outcome, seq, problems, at }: FileNote): void {
  writer.run(
    `INSERT INTO law_files (source, path, sha256, outcome, version_seq, odd, problems, read_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (source, path) DO UPDATE SET sha256 = excluded.sha256, outcome = excluded.outcome, version_seq = excluded.version_seq,
       odd = excluded.odd, problems = excluded.problems, read_at = excluded.read_at`,
    source,
    path,
    sha256,
    outcome,
    seq,
    problems.length,
    JSON.stringify(problems),
    at,
  )
}

type Steps = Generator<void, void, Writer>

function* removal(seq: number): Steps {
  let writer = yield
  while (deleteArticles(writer, seq, 10) > 0) writer = yield
}

/** Of a file that changed: the version that it held goes, unless another file holds it too. */
function* forget(writer: Writer, seq: number): Steps {
  if (writer.get('SELECT 1 FROM law_files WHERE version_seq = ?', seq) !== undefined) return
  const version = writer.get<{ law: string }>('SELECT law_id AS law FROM law_versions WHERE seq = ?', seq)
  if (version === undefined) return
  writer.run('DELETE FROM law_versions WHERE seq = ?', seq)
  writer.run(
    'DELETE FROM laws WHERE id = ? AND NOT EXISTS (SELECT 1 FROM law_versions WHERE law_id = ?)',
    version.law,
    version.law,
  )
  yield* removal(seq)
}

/** One step each. The version, which makes them seen, is written after them. */
function* writingArticles(law: ParsedLaw, seq: number): Steps {
  const rank = rankOfKind(law.kind)
  let writer = yield
  insertLaw(writer, law)
  for (const [place, article] of law.articles.entries()) {
    insertArticle(writer, rank, seq, place, article)
    writer = yield
  }
}
