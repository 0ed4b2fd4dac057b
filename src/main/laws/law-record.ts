/** Laws, versions and articles as they are stored. */
import { sha256Hex } from '../audit/chain.ts'
import { LAW_KINDS, type LawKind } from '../../shared/laws/law-lookup.ts'
import type { LawArticle, LawItem, LawParagraph, ParsedLaw } from '../../shared/laws/law-text.ts'
import { titleKey } from '../../shared/laws/law-title.ts'
import { articleText } from '../../shared/laws/law-words.ts'
import { bigramWords } from '../../shared/search/bigrams.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

/**
 * The row id of an article says what it belongs to: rank of the law's kind, version, place. So a walk over the full-text
 * index meets laws before regulations before rules, and a filter by kind or version is a span of row ids.
 */
const PLACES = 2 ** 16
const VERSIONS = 2 ** 24

export function articleRowId(rank: number, seq: number, place: number): number {
  return (rank * VERSIONS + seq) * PLACES + place
}

export function seqOfRowId(id: number): number {
  return Math.floor(id / PLACES) % VERSIONS
}

export function placeOfRowId(id: number): number {
  return id % PLACES
}

export function rankOfKind(kind: LawKind): number {
  return LAW_KINDS.indexOf(kind) + 1
}

/** Row ids of all articles of one kind: from (included) to (excluded). */
export function spanOfKind(kind: LawKind): readonly [number, number] {
  const rank = rankOfKind(kind)
  return [articleRowId(rank, 0, 0), articleRowId(rank + 1, 0, 0)]
}

export function lawId(title: string): string {
  return sha256Hex(titleKey(title)).slice(0, 16)
}

/** The day of the version, or some digits of its content where it bears none. */
export function versionName(law: ParsedLaw, textHash: string): string {
  return law.versionDate ?? law.inForceFrom ?? `undated-${textHash.slice(0, 8)}`
}

/** What makes two texts the same version although files differ in layout. */
export function textHash(law: ParsedLaw): string {
  return sha256Hex(law.articles.map((article) => articleText(article).replaceAll(/[^\p{L}\p{N}]/gu, '')).join('\n'))
}

type StoredItem = readonly [number, string] | readonly [number, string, readonly (readonly [number, string])[]]
type StoredParagraph = string | readonly [string, readonly StoredItem[]]
/** A heading in brackets stands first, as an object. */
type StoredBody = readonly (StoredParagraph | { readonly heading: string })[]

function storedItem({ number, text, subItems }: LawItem): StoredItem {
  return subItems.length === 0 ? [number, text] : [number, text, subItems.map((sub) => [sub.number, sub.text] as const)]
}

export function bodyJson({ heading, paragraphs }: LawArticle): string {
  const body: StoredBody = [
    ...(heading === null ? [] : [{ heading }]),
    ...paragraphs.map(({ text, items }): StoredParagraph =>
      items.length === 0 ? text : [text, items.map(storedItem)],
    ),
  ]
  return JSON.stringify(body)
}

export interface ArticleRow {
  readonly place: number
  readonly level: number
  readonly number: number | null
  readonly sub: number
  readonly division: number | null
  readonly body: string
}

export function articleOf({
  place,
  level,
  number,
  sub,
  division,
  body,
}: ArticleRow): LawArticle & { readonly place: number } {
  const stored = JSON.parse(body) as StoredBody
  let heading: string | null = null
  const paragraphs: LawParagraph[] = []
  for (const one of stored) {
    if (typeof one === 'string') paragraphs.push({ text: one, items: [] })
    else if ('heading' in one) heading = one.heading
    else
      paragraphs.push({
        text: one[0],
        items: one[1].map(([n, text, subs]) => ({
          number: n,
          text,
          subItems: (subs ?? []).map(([m, words]) => ({ number: m, text: words })),
        })),
      })
  }
  return { place, level: level as LawArticle['level'], number, sub, heading, division, paragraphs }
}

export const ARTICLE_COLUMNS = 'place, level, number, sub, division, body'

/** What is asked for only when a version is opened; JSON in `details`. */
export interface VersionDetails {
  readonly title: string
  readonly aliases: readonly string[]
  readonly history: ParsedLaw['history']
  readonly repeals: ParsedLaw['repeals']
  readonly divisions: ParsedLaw['divisions']
  readonly annex: ParsedLaw['annex']
  readonly problems: ParsedLaw['problems']
  readonly saidInForce: IsoDate | null
}

export interface VersionRow {
  readonly seq: number
  readonly law_id: string
  readonly version: string
  readonly rank: number
  readonly version_date: IsoDate | null
  readonly in_force_from: IsoDate | null
  readonly in_force_certain: number
  readonly ended_on: IsoDate | null
  readonly ended_by: string | null
  readonly highest_article: number | null
  readonly articles: number
  readonly odd: number
  readonly issuer: string | null
  readonly number: string | null
  readonly text_hash: string
}

export const VERSION_COLUMNS = `seq, law_id, version, rank, version_date, in_force_from, in_force_certain, ended_on, ended_by, highest_article,
  articles, odd, issuer, number, text_hash`

export interface LawHead {
  readonly id: string
  readonly title: string
  readonly kind: LawKind
  readonly names: string
}

export function findLaw(reader: Reader, id: string): LawHead | undefined {
  return reader.get<LawHead>('SELECT id, title, kind, names FROM laws WHERE id = ?', id)
}

/** The newest first. */
export function versionsOf(reader: Reader, law: string): VersionRow[] {
  return reader.all<VersionRow>(
    `SELECT ${VERSION_COLUMNS} FROM law_versions WHERE law_id = ? ORDER BY coalesce(version_date, in_force_from, '') DESC, seq DESC`,
    law,
  )
}

export function findVersion(reader: Reader, law: string, version: string): VersionRow | undefined {
  return reader.get<VersionRow>(
    `SELECT ${VERSION_COLUMNS} FROM law_versions WHERE law_id = ? AND version = ?`,
    law,
    version,
  )
}

export function detailsOf(reader: Reader, seq: number): VersionDetails {
  const row = reader.get<{ details: string }>('SELECT details FROM law_versions WHERE seq = ?', seq)
  if (row === undefined) throw new Error(`version ${seq} is not there`)
  return JSON.parse(row.details) as VersionDetails
}

export function insertLaw(writer: Writer, law: ParsedLaw): string {
  const id = lawId(law.title)
  const names = [...new Set([law.title, ...law.aliases])].join('\n')
  writer.run(
    'INSERT INTO laws (id, title, title_key, kind, names) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
    id,
    law.title,
    titleKey(law.title),
    law.kind,
    names,
  )
  return id
}

export function insertArticle(writer: Writer, rank: number, seq: number, place: number, article: LawArticle): void {
  const { level, number, sub, division } = article
  const id = articleRowId(rank, seq, place)
  writer.run(
    'INSERT INTO law_articles (id, version_seq, place, level, number, sub, division, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    seq,
    place,
    level,
    number,
    sub,
    division,
    bodyJson(article),
  )
  writer.run('INSERT INTO law_search (rowid, words) VALUES (?, ?)', id, bigramWords(articleText(article)))
}

export interface NewVersion {
  readonly seq: number
  readonly law: ParsedLaw
  readonly version: string
  readonly textHash: string
  readonly at: string
}

export function insertVersion(writer: Writer, { seq, law, version, textHash: hash, at }: NewVersion): void {
  const { title, aliases, history, repeals, divisions, annex, problems, saidInForce } = law
  const details: VersionDetails = { title, aliases, history, repeals, divisions, annex, problems, saidInForce }
  writer.run(
    `INSERT INTO law_versions (seq, law_id, version, rank, version_date, in_force_from, in_force_certain, ended_on, ended_by, highest_article,
      articles, odd, issuer, number, text_hash, imported_at, details) VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL, ?, ?, ?, ?, ?, ?, ?, ?)`,
    seq,
    lawId(title),
    version,
    rankOfKind(law.kind),
    law.versionDate,
    law.inForceFrom,
    law.inForceCertain ? 1 : 0,
    law.highestArticle,
    law.articles.length,
    problems.length,
    law.issuer,
    law.number,
    hash,
    at,
    JSON.stringify(details),
  )
}

/** Takes up to `most` articles of a version away, with their words in the index; returns how many there were. */
export function deleteArticles(writer: Writer, seq: number, most: number): number {
  const rows = writer.all<{ id: number }>(
    'SELECT id FROM law_articles INDEXED BY law_articles_by_number WHERE version_seq = ? LIMIT ?',
    seq,
    most,
  )
  for (const { id } of rows) {
    writer.run('DELETE FROM law_search WHERE rowid = ?', id)
    writer.run('DELETE FROM law_articles WHERE id = ?', id)
  }
  return rows.length
}
