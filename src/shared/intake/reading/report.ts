/**
 * The intake report (收件报告): what did not go smoothly when files were dropped. One line for each such file; the others go
 * on. A line has a code and data; `wordsOf` says it to a person.
 */
import type { Language } from '../../values/values.ts'
import { reasonInWords } from '../../errors/reasons.ts'
import { REPORT_WORDS } from './report-words.ts'

/**
 * Every code with the fields of its data. The codes of {@link READING_CODES} are about a file that is kept and whose text
 * could not be had, or not all of it; the others come from walking folders and archives.
 */
export const REPORT_DATA = {
  // reading a file
  /** A password protects it (文档加密). */
  encrypted: { format: 'text' },
  broken: { format: 'text' },
  /** A format that is kept but not read (旧格式), with the one to save it in. */
  'old-format': { format: 'text', saveAs: 'text' },
  /** The name's ending says another format than the content is. The content was read. */
  'wrong-name': { claimed: 'text', actual: 'text' },
  'too-many-pages': { pages: 'count', read: 'count' },
  'too-many-rows': { read: 'count' },
  /** Unpacks to more than any document needs (解压炸弹). */
  'unpacks-too-large': { format: 'text' },
  'image-too-large': { width: 'count', height: 'count' },
  'not-text': {},
  'took-too-long': { seconds: 'count' },
  /** The reader broke off at this file: out of memory, or an error of its own. */
  'reader-stopped': { reason: 'text' },
  // walking folders and archives
  'empty-file': {},
  unreadable: { reason: 'text' },
  'file-too-large': { size: 'count', limit: 'count' },
  link: {},
  'not-a-file': {},
  'unsafe-path': { path: 'text' },
  /** Kept under another name, because Windows reserves this one or cannot write it. */
  renamed: { to: 'text' },
  duplicate: { of: 'text' },
  'folder-too-deep': { limit: 'count' },
  'too-many-files': { limit: 'count', left: 'count' },
  'files-too-large-together': { limit: 'count', left: 'count' },
  /** An archive inside an archive: kept whole. */
  'nested-archive': {},
  /** An archive of a kind that is not opened: kept whole. */
  'archive-kept-closed': { format: 'text' },
  'archive-broken': {},
  'archive-bomb': {},
  'archive-entry-encrypted': {},
  'archive-entry-damaged': {},
} as const satisfies Record<string, Record<string, 'text' | 'count'>>

export type ReportCode = keyof typeof REPORT_DATA

type FieldValue<Kind> = Kind extends 'count' ? number : string
export type ReportData<Code extends ReportCode> = {
  readonly [Field in keyof (typeof REPORT_DATA)[Code]]: FieldValue<(typeof REPORT_DATA)[Code][Field]>
}

/** A code with its data, as one type for each code. */
export type ReportOf<Code extends ReportCode> = Code extends ReportCode ? { readonly code: Code; readonly data: ReportData<Code> } : never

export const READING_CODES = [
  'encrypted', 'broken', 'old-format', 'wrong-name', 'too-many-pages', 'too-many-rows', 'unpacks-too-large', 'image-too-large', 'not-text',
  'took-too-long', 'reader-stopped',
] as const satisfies readonly ReportCode[]

/** Why the text of a file could not be had, or is not what the name promises. */
export type ReadingProblem = ReportOf<(typeof READING_CODES)[number]>

/** One line of the report. `name`: the file's path inside what was dropped. */
export type IntakeLine = ReportOf<ReportCode> & { readonly name: string }

/** The file itself is kept all the same (as evidence without text, or with part of it). */
const KEPT: readonly ReportCode[] = [...READING_CODES, 'renamed', 'nested-archive', 'archive-kept-closed']

export function isKept(code: ReportCode): boolean {
  return KEPT.includes(code)
}

/** What happened, and what to do next. */
export interface ReportWords {
  readonly what: string
  readonly next?: string
}

function sizeInWords(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10))
  return `${Number((bytes / 1024 ** power).toPrecision(3))} ${units[power] ?? ''}`
}

/** Codes whose counts are bytes. */
const IN_BYTES: readonly ReportCode[] = ['file-too-large', 'files-too-large-together']
const BYTE_FIELDS = ['size', 'limit']

/** The words of a line or problem; the file's name is not among them. */
export function wordsOf({ code, data }: ReportOf<ReportCode>, language: Language): ReportWords {
  const values: Readonly<Record<string, string | number>> = data
  const fill = (text: string): string =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (_match, field: string) => {
      const value = values[field] ?? ''
      if (field === 'reason') return reasonInWords(String(value), language)
      return typeof value === 'number' && IN_BYTES.includes(code) && BYTE_FIELDS.includes(field) ? sizeInWords(value) : String(value)
    })
  const { what, next } = REPORT_WORDS[language][code]
  return next === undefined ? { what: fill(what) } : { what: fill(what), next: fill(next) }
}
