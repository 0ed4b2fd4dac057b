/** Readings in the store: how far each file is read, and its text page by page. */
import type { DocumentText, TextPage, TextSource } from '../../shared/intake/document-text.ts'
import type { FileReading, FileReadingState } from '../../shared/intake/reading-contract.ts'
import type { ReadingProblem } from '../../shared/intake/reading/report.ts'
import { bigramWords } from '../../shared/search/bigrams.ts'
import type { CaseId, IsoInstant } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'
import { keptWhileOpen } from '../store/kept-while-open.ts'
import { endPlacing } from './word-places-record.ts'

/** Rises when the readers read differently: a file that an older one read is read again. */
export const READER_VERSION = 2

export interface ReadingRow {
  readonly sha256: string
  readonly name: string
  readonly state: FileReadingState
  readonly reader: number
  /** How often it was begun since something of it was last read. */
  readonly attempts: number
  readonly toRecognise: readonly number[]
  readonly problem: ReadingProblem | null
  readonly finishedAt: IsoInstant | null
}

interface StoredRow {
  readonly sha256: string
  readonly name: string
  readonly state: FileReadingState
  readonly reader: number
  readonly attempts: number
  readonly to_recognise: string
  readonly problem: string | null
  readonly finished_at: IsoInstant | null
}

function fromRow(row: StoredRow): ReadingRow {
  return {
    sha256: row.sha256,
    name: row.name,
    state: row.state,
    reader: row.reader,
    attempts: row.attempts,
    toRecognise: JSON.parse(row.to_recognise) as number[],
    problem: row.problem === null ? null : (JSON.parse(row.problem) as ReadingProblem),
    finishedAt: row.finished_at,
  }
}

export function readingOf(reader: Reader, sha256: string): ReadingRow | undefined {
  const row = reader.get<StoredRow>('SELECT * FROM file_readings WHERE sha256 = ?', sha256)
  return row === undefined ? undefined : fromRow(row)
}

/**
 * The next file to work on: text first, for it is quick; then the pages that must be recognised.
 * @param underWay the files, by hash, that are being read now
 */
export function nextReading(reader: Reader, recognise: boolean, underWay: ReadonlyMap<string, unknown> = new Map()): ReadingRow | undefined {
  const next = (state: FileReadingState) =>
    reader
      .all<StoredRow>('SELECT * FROM file_readings WHERE state = ? ORDER BY queued_at LIMIT ?', state, underWay.size + 1)
      .find(({ sha256 }) => !underWay.has(sha256))
  const row = next('queued') ?? (recognise ? next('recognising') : undefined)
  return row === undefined ? undefined : fromRow(row)
}

/** Puts a file into the queue unless it is there, or this program has read it. */
export function queueReading(writer: Writer, file: { readonly sha256: string; readonly name: string }, at: IsoInstant, again = false): void {
  const known = readingOf(writer, file.sha256)
  if (known !== undefined && known.reader === READER_VERSION && !again) return
  writer.run(
    `INSERT INTO file_readings (sha256, name, state, reader, attempts, to_recognise, problem, queued_at, finished_at)
     VALUES (?, ?, 'queued', ?, 0, '[]', NULL, ?, NULL)
     ON CONFLICT (sha256) DO UPDATE SET name = excluded.name, state = 'queued', reader = excluded.reader, attempts = 0, to_recognise = '[]',
       problem = NULL, queued_at = excluded.queued_at, finished_at = NULL`,
    file.sha256,
    file.name,
    READER_VERSION,
    at,
  )
}

/**
 * Counts an attempt before it is made, so that a file which takes the whole process with it is not tried at every start.
 * @returns how often it was tried since something of it was last read, this time included
 */
export function countAttempt(writer: Writer, sha256: string): number {
  writer.run('UPDATE file_readings SET attempts = attempts + 1 WHERE sha256 = ?', sha256)
  return writer.get<{ attempts: number }>('SELECT attempts FROM file_readings WHERE sha256 = ?', sha256)?.attempts ?? 0
}

export interface ReadingOutcome {
  readonly state: FileReadingState
  readonly toRecognise: readonly number[]
  readonly problem: ReadingProblem | null
  readonly finishedAt: IsoInstant | null
}

export function settleReading(writer: Writer, sha256: string, outcome: ReadingOutcome): void {
  writer.run(
    'UPDATE file_readings SET state = ?, attempts = 0, to_recognise = ?, problem = ?, finished_at = ? WHERE sha256 = ?',
    outcome.state,
    JSON.stringify(outcome.toRecognise),
    outcome.problem === null ? null : JSON.stringify(outcome.problem),
    outcome.finishedAt,
    sha256,
  )
}

/** Writes pages with their search words; a page that is there already is replaced. */
export function writePages(writer: Writer, sha256: string, pages: readonly TextPage[]): void {
  for (const page of pages) {
    const old = writer.get<{ id: number }>('SELECT id FROM file_pages WHERE sha256 = ? AND number = ?', sha256, page.number)
    if (old !== undefined) {
      writer.run('DELETE FROM page_search WHERE rowid = ?', old.id)
      writer.run('DELETE FROM file_pages WHERE id = ?', old.id)
    }
    writer.run(
      'INSERT INTO file_pages (sha256, number, source, confidence, text) VALUES (?, ?, ?, ?, ?)',
      sha256,
      page.number,
      page.source,
      page.confidence,
      page.text,
    )
    const id = writer.get<{ id: number }>('SELECT last_insert_rowid() AS id')?.id ?? 0
    writer.run('INSERT INTO page_search (rowid, words) VALUES (?, ?)', id, bigramWords(page.text))
  }
}

/** The places of their words go with them. */
export function removePages(writer: Writer, sha256: string): void {
  endPlacing(writer, sha256)
  writer.run('DELETE FROM page_search WHERE rowid IN (SELECT id FROM file_pages WHERE sha256 = ?)', sha256)
  writer.run('DELETE FROM file_pages WHERE sha256 = ?', sha256)
}

/** Read before, by file. */
const read = keptWhileOpen<DocumentText>(200)

const samePage = (one: TextPage, other: TextPage | undefined): boolean =>
  other !== undefined &&
  one.number === other.number &&
  one.source === other.source &&
  one.confidence === other.confidence &&
  one.text === other.text

/** The same text as before, where nothing of it changed: what was found out about it holds on. */
export function textOf(reader: Reader, sha256: string): DocumentText {
  const pages = reader.all<TextPage>('SELECT number, source, text, confidence FROM file_pages WHERE sha256 = ? ORDER BY number', sha256)
  const before = read.get(reader, sha256)
  if (before !== undefined && before.pages.length === pages.length && pages.every((page, place) => samePage(page, before.pages[place])))
    return before
  const text = { pages }
  read.set(reader, sha256, text)
  return text
}

export function pageHeadsOf(reader: Reader, sha256: string): { number: number; source: TextSource; confidence: number | null }[] {
  return reader.all('SELECT number, source, confidence FROM file_pages WHERE sha256 = ? ORDER BY number', sha256)
}

export function fileReading(reader: Reader, file: { readonly sha256: string; readonly name: string }): FileReading {
  const row = readingOf(reader, file.sha256)
  if (row === undefined) {
    return { ...file, state: 'absent', pages: 0, toRecognise: 0, problem: null, finishedAt: null }
  }
  const pages = reader.get<{ n: number }>('SELECT count(*) AS n FROM file_pages WHERE sha256 = ?', file.sha256)?.n ?? 0
  return { ...file, state: row.state, pages, toRecognise: row.toRecognise.length, problem: row.problem, finishedAt: row.finishedAt }
}

type StoredFileReading = Omit<FileReading, 'state' | 'toRecognise' | 'problem'> & {
  readonly state: FileReading['state'] | null
  readonly toRecognise: number | null
  readonly problem: string | null
}

/** How far each paper of a case is read, removed ones aside, in the order in which they came: asked for again and again meanwhile. */
export function readingsOfCase(reader: Reader, caseId: CaseId): FileReading[] {
  const rows = reader.all<StoredFileReading>(
    `SELECT m.name, m.sha256, r.state, json_array_length(r.to_recognise) AS toRecognise, r.problem, r.finished_at AS finishedAt,
       CASE WHEN r.state IS NULL THEN 0 ELSE (SELECT count(*) FROM file_pages p WHERE p.sha256 = m.sha256) END AS pages
     FROM materials m LEFT JOIN file_readings r ON r.sha256 = m.sha256
     WHERE m.case_id = ? AND m.removed_at IS NULL ORDER BY m.attached_at, m.id`,
    caseId,
  )
  return rows.map(({ state, toRecognise, problem, ...row }) => ({
    ...row,
    state: state ?? 'absent',
    toRecognise: toRecognise ?? 0,
    problem: problem === null ? null : (JSON.parse(problem) as ReadingProblem),
  }))
}

export function recognitionPaused(reader: Reader): boolean {
  return reader.get<{ paused: number }>('SELECT recognition_paused AS paused FROM reading_control')?.paused === 1
}

export function setRecognitionPaused(writer: Writer, paused: boolean): void {
  writer.run('UPDATE reading_control SET recognition_paused = ?', paused ? 1 : 0)
}
