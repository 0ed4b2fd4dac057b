/** What people entered for the annual report: a row for each act, the last one of a kind and key holds. */
import type { AnnualTableId } from '../../shared/catalogue/annual-report.ts'
import type { AnnualEntries, EnteredFigure, Standing, Written } from '../../shared/annual-report/report.ts'
import { USUAL_REMINDER } from '../../shared/annual-report/reminder.ts'
import type { IsoDate, IsoInstant, PersonId, Sha256 } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

/** The station's own settings stand under no year. */
const NO_YEAR = 0

export interface PublishedContent {
  readonly publishedOn: IsoDate
  readonly place: string
  readonly proof: { readonly name: string; readonly sha256: Sha256 } | null
  /** What was reported, by key. */
  readonly figures: Readonly<Record<string, number | null>>
}

/** What each kind of row holds. Null takes back what stood there. */
interface Contents {
  readonly figure: { readonly value: number; readonly note: string } | null
  readonly standing: { readonly standing: Standing }
  readonly text: { readonly text: string } | null
  readonly publication: PublishedContent | null
  readonly reminder: { readonly days: number }
}
type Kind = keyof Contents

export interface AnnualRecord<Of extends Kind> extends Written {
  readonly key: string
  readonly content: Contents[Of]
}

function recordsOf<Of extends Kind>(reader: Reader, year: number, kind: Of): AnnualRecord<Of>[] {
  return reader
    .all<{ key: string; content: string; by: string; at: IsoInstant }>(
      `SELECT r.key, r.content, coalesce(p.name, r.recorded_by) AS "by", r.recorded_at AS "at"
       FROM annual_report_records r LEFT JOIN people p ON p.id = r.recorded_by
       WHERE r.id IN (SELECT max(id) FROM annual_report_records WHERE year = ? AND kind = ? GROUP BY key) ORDER BY r.key`,
      year,
      kind,
    )
    .map(({ content, ...row }) => ({ ...row, content: JSON.parse(content) as Contents[Of] }))
}

export function entriesOf(reader: Reader, year: number): AnnualEntries {
  const figures = new Map<string, EnteredFigure>()
  for (const { key, content, by, at } of recordsOf(reader, year, 'figure')) if (content !== null) figures.set(key, { ...content, by, at })
  const standings = recordsOf(reader, year, 'standing').map(({ key, content, by, at }) => [key as AnnualTableId, { ...content, by, at }] as const)
  return { figures, standings: new Map(standings) }
}

/** The station's own text of a section: of this year, or else the newest of an earlier one. */
export function textOf(reader: Reader, year: number, section: string): (AnnualRecord<'text'> & { readonly year: number }) | undefined {
  const row = reader.get<{ year: number }>(
    "SELECT year FROM annual_report_records WHERE kind = 'text' AND key = ? AND year <= ? ORDER BY year DESC, id DESC LIMIT 1",
    section,
    year,
  )
  const found = row === undefined ? undefined : recordsOf(reader, row.year, 'text').find(({ key }) => key === section)
  return row === undefined || found === undefined ? undefined : { ...found, year: row.year }
}

export function publicationOf(reader: Reader, year: number): (PublishedContent & Written) | null {
  const [row] = recordsOf(reader, year, 'publication')
  return row === undefined || row.content === null ? null : { ...row.content, by: row.by, at: row.at }
}

export function publishedYears(reader: Reader, among: readonly number[]): ReadonlySet<number> {
  return new Set(among.filter((year) => publicationOf(reader, year) !== null))
}

export function remindDaysOf(reader: Reader): number {
  return recordsOf(reader, NO_YEAR, 'reminder')[0]?.content.days ?? USUAL_REMINDER
}

export interface NewRecord<Of extends Kind> {
  /** Null for the station's own settings. */
  readonly year: number | null
  readonly kind: Of
  readonly key: string
  readonly content: Contents[Of]
  readonly by: PersonId
  readonly at: IsoInstant
}

export function insertRecord<Of extends Kind>(writer: Writer, { year, kind, key, content, by, at }: NewRecord<Of>): void {
  writer.run(
    'INSERT INTO annual_report_records (year, kind, key, content, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?)',
    year ?? NO_YEAR,
    kind,
    key,
    JSON.stringify(content),
    by,
    at,
  )
}
