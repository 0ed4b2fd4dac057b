/** Searching the articles of all laws, through an index of pairs of characters; see `src/shared/search/bigrams.ts`. */
import type { LawHit, LawHits, LawRow, LawStanding } from '../../shared/laws/contract.ts'
import { NUMERALS, parseNumber } from '../../shared/laws/chinese-numbers.ts'
import { LAW_KINDS, type LawKind } from '../../shared/laws/law-lookup.ts'
import { titleKey } from '../../shared/laws/law-title.ts'
import { articleText, labelOf } from '../../shared/laws/law-words.ts'
import { snippetOf } from '../../shared/laws/snippet.ts'
import { bigramQuery } from '../../shared/search/bigrams.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import type { Reader, SqlValue } from '../store/database.ts'
import { findLawByTitle } from './library-lookup.ts'
import {
  ARTICLE_COLUMNS,
  articleOf,
  articleRowId,
  seqOfRowId,
  spanOfKind,
  versionsOf,
  type ArticleRow,
} from './law-record.ts'

export interface LawSearch {
  readonly text: string
  readonly law: string | null
  readonly kind: LawKind | null
  readonly standing: 'inForce' | 'ended' | null
  readonly after: number | null
  readonly size: number
}

/** Matches are counted no further than this. */
const COUNTED = 500
const ARTICLE_WORD = new RegExp(`^第?([${NUMERALS}]{1,9})条(?:之([一二三四五六七八九十]+))?$`, 'u')

/** What a person typed, taken apart: a word that names a law or an article narrows, the others are looked for. */
interface Wanted {
  readonly words: readonly string[]
  readonly law: string | null
  readonly article: { readonly number: number; readonly sub: number } | null
}

function wantedOf(reader: Reader, { text, law }: LawSearch): Wanted {
  const words: string[] = []
  let named = law
  let article: Wanted['article'] = null
  const parts = text.split(/[\s　,，、]+/u).filter((part) => part !== '')
  for (const part of parts) {
    const found = ARTICLE_WORD.exec(part)
    const number = found === null ? null : parseNumber(found[1] ?? '')
    const byName =
      named === null && parts.length > 1 && part.length >= 3
        ? findLawByTitle(reader, part.replaceAll(/[《》]/g, ''))
        : undefined
    if (number !== null && article === null)
      article = { number, sub: found?.[2] === undefined ? 0 : (parseNumber(found[2]) ?? 0) }
    else if (byName !== undefined) named = byName.id
    else words.push(part)
  }
  return { words, law: named, article }
}

interface Condition {
  readonly sql: string
  readonly values: readonly SqlValue[]
}

/** Which versions are wanted; of most laws the present one is, so what is not is the shorter list. */
function standingCondition(standing: LawSearch['standing'], today: IsoDate): Condition | null {
  if (standing === null) return null
  const version = '((s.rowid >> 16) & 0xffffff)'
  if (standing === 'ended')
    return { sql: `${version} IN (SELECT seq FROM law_versions WHERE ended_on <= ?)`, values: [today] }
  return {
    sql: `${version} NOT IN (SELECT seq FROM law_versions WHERE ended_on <= ? OR in_force_from > ?)`,
    values: [today, today],
  }
}

function spansOf(reader: Reader, law: string | null, kind: LawKind | null): readonly (readonly [number, number])[] {
  if (law !== null)
    return versionsOf(reader, law).map(
      ({ seq, rank }) => [articleRowId(rank, seq, 0), articleRowId(rank, seq + 1, 0)] as const,
    )
  return kind === null ? [[0, Number.MAX_SAFE_INTEGER]] : [spanOfKind(kind)]
}

interface SearchQuery {
  readonly sql: string
  readonly values: readonly SqlValue[]
}

/** Row ids in order, so that a page stops where it is full; exported so that a test can ask SQLite for its plan. */
export function searchQuery(
  standing: LawSearch['standing'],
  today: IsoDate,
  words: string,
  span: readonly [number, number],
  limit: number,
): SearchQuery {
  const condition = standingCondition(standing, today)
  const and = condition === null ? '' : ` AND ${condition.sql}`
  return {
    sql: `SELECT s.rowid AS id FROM law_search s WHERE s.law_search MATCH ? AND s.rowid >= ? AND s.rowid < ?${and} ORDER BY s.rowid LIMIT ?`,
    values: [words, span[0], span[1], ...(condition?.values ?? []), limit],
  }
}

function idsOfWords(
  reader: Reader,
  wanted: string,
  search: LawSearch,
  spans: readonly (readonly [number, number])[],
  today: IsoDate,
  limit: number,
): number[] {
  const ids: number[] = []
  for (const [from, to] of spans) {
    const start = search.after === null ? from : Math.max(from, search.after + 1)
    if (start >= to || ids.length >= limit) continue
    const { sql, values } = searchQuery(search.standing, today, wanted, [start, to], limit - ids.length)
    for (const { id } of reader.all<{ id: number }>(sql, ...values)) ids.push(id)
  }
  return ids.toSorted((one, other) => one - other)
}

/** Nothing to look for but an article: 行政处罚法 第五十八条. */
function idsOfArticle(reader: Reader, { law, article }: Wanted): number[] {
  if (law === null || article === null) return []
  return versionsOf(reader, law).flatMap(({ seq }) =>
    reader
      .all<{ id: number }>(
        'SELECT id FROM law_articles WHERE version_seq = ? AND number = ? AND sub = ? AND level = 0',
        seq,
        article.number,
        article.sub,
      )
      .map(({ id }) => id),
  )
}

export function searchLaws(
  reader: Reader,
  search: LawSearch,
  today: IsoDate,
  titlesOf: (text: string) => readonly LawRow[],
): LawHits {
  const wanted = wantedOf(reader, search)
  const query = bigramQuery(wanted.words.join(' '))
  const spans = spansOf(reader, wanted.law, search.kind)
  const after = search.after ?? -1
  const all =
    query === null
      ? idsOfArticle(reader, wanted).filter((id) => id > after)
      : idsOfWords(reader, query, search, spans, today, search.after === null ? COUNTED + 1 : search.size + 1)
  const narrowed =
    query === null || wanted.article === null ? all : all.filter((id) => isArticle(reader, id, wanted.article))
  const shown = narrowed.slice(0, search.size)
  const hits = shown.flatMap((id) => hitOf(reader, id, wanted.words, today))
  return {
    titles: search.after === null && search.law === null ? titlesOf(search.text) : [],
    hits,
    next: narrowed.length > search.size ? (shown.at(-1) ?? null) : null,
    total: { count: Math.min(narrowed.length, COUNTED), atLeast: narrowed.length > COUNTED || search.after !== null },
  }
}

function isArticle(reader: Reader, id: number, article: Wanted['article']): boolean {
  const row = reader.get<{ number: number | null; sub: number }>(
    'SELECT number, sub FROM law_articles WHERE id = ?',
    id,
  )
  return row !== undefined && row.number === article?.number && row.sub === article.sub
}

interface HitRow extends ArticleRow {
  readonly law: string
  readonly version: string
  readonly title: string
  readonly kind: LawKind
  readonly in_force_from: IsoDate | null
  readonly ended_on: IsoDate | null
}

const HIT = `SELECT l.id AS law, v.version, l.title, l.kind, v.in_force_from, v.ended_on, ${ARTICLE_COLUMNS.split(', ')
  .map((column) => `a.${column}`)
  .join(', ')}
  FROM law_articles a JOIN law_versions v ON v.seq = a.version_seq JOIN laws l ON l.id = v.law_id WHERE a.id = ?`

function hitOf(reader: Reader, id: number, words: readonly string[], today: IsoDate): LawHit[] {
  const row = reader.get<HitRow>(HIT, id)
  // an article of a version that is being imported
  if (row === undefined || seqOfRowId(id) === 0) return []
  const article = articleOf(row)
  const snippet = snippetOf(articleText(article).replaceAll('\n', ' '), words)
  const { law, version, title, kind, place } = row
  return [
    {
      law,
      version,
      title,
      kind,
      place,
      standing: standingOn(today, row.in_force_from, row.ended_on),
      label: labelOf(article),
      snippet,
    },
  ]
}

export function standingOn(today: IsoDate, inForceFrom: IsoDate | null, endedOn: IsoDate | null): LawStanding {
  if (endedOn !== null && endedOn <= today) return 'ended'
  if (inForceFrom === null) return 'unknown'
  return inForceFrom > today ? 'notYet' : 'inForce'
}

/** A condition on `laws l` that its names hold the words. */
export function namesCondition(text: string): { readonly sql: string; readonly values: string[] } {
  const words = text
    .split(/[\s　]+/u)
    .map((word) => titleKey(word) || word)
    .filter((word) => word !== '')
  return {
    sql: words.map(() => "(l.title_key LIKE ? ESCAPE '!' OR l.names LIKE ? ESCAPE '!')").join(' AND ') || '1',
    values: words.flatMap((word) => [like(word), like(word)]),
  }
}

function like(word: string): string {
  return `%${word.replaceAll(/[!%_]/g, '!$&')}%`
}

export const KIND_ORDER = `CASE l.kind ${LAW_KINDS.map((kind, index) => `WHEN '${kind}' THEN ${index}`).join(' ')} ELSE 99 END`
