/** Laws, versions and articles as the screens see them. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { FashenError } from '../../shared/errors/errors.ts'
import { compareVersions } from '../../shared/laws/compare.ts'
import type {
  LawArticleView,
  LawComparison,
  LawDetail,
  LawPage,
  LawRow,
  LawStanding,
  LawTextPart,
  LawVersionRow,
} from '../../shared/laws/contract.ts'
import type { LawFileOutcome, LawFileRow } from '../../shared/laws/import-contract.ts'
import type { LawKind } from '../../shared/laws/law-lookup.ts'
import type { LawArticle, LawProblem } from '../../shared/laws/law-text.ts'
import type { Law } from '../../shared/catalogue/schema.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import type { Reader, SqlValue } from '../store/database.ts'
import { findArticle, registerOf } from './library-lookup.ts'
import {
  ARTICLE_COLUMNS,
  articleOf,
  detailsOf,
  findLaw,
  findVersion,
  versionsOf,
  type ArticleRow,
  type LawHead,
  type VersionRow,
} from './law-record.ts'
import { KIND_ORDER, namesCondition, standingOn } from './law-search.ts'

export function requireLaw(reader: Reader, id: string): LawHead {
  const law = findLaw(reader, id)
  if (law === undefined) throw new FashenError('not-found', { subject: 'law', id })
  return law
}

/** `version` null: the one in force today, else the newest. */
export function requireVersion(reader: Reader, law: string, version: string | null, today: IsoDate): VersionRow {
  const found = version === null ? currentOf(versionsOf(reader, law), today) : findVersion(reader, law, version)
  if (found === undefined) throw new FashenError('not-found', { subject: 'lawVersion', id: `${law}/${version ?? ''}` })
  return found
}

export function currentOf(versions: readonly VersionRow[], today: IsoDate): VersionRow | undefined {
  return versions.find((row) => standingOn(today, row.in_force_from, row.ended_on) === 'inForce') ?? versions[0]
}

export function versionRow(row: VersionRow, today: IsoDate): LawVersionRow {
  return {
    version: row.version,
    versionDate: row.version_date,
    inForceFrom: row.in_force_from,
    inForceCertain: row.in_force_certain === 1,
    endedOn: row.ended_on,
    endedBy: row.ended_by,
    standing: standingOn(today, row.in_force_from, row.ended_on),
    highestArticle: row.highest_article,
    articles: row.articles,
  }
}

/** Of each law the version in force today, else the newest: the others are ordered behind it and left out. */
const CURRENT = `SELECT l.id AS law, l.title, l.kind, ${KIND_ORDER} AS place, v.version, v.in_force_from, v.in_force_certain, v.ended_on, v.issuer, v.number, v.highest_article,
    count(*) OVER (PARTITION BY l.id) AS versions, sum(v.odd) OVER (PARTITION BY l.id) AS odd,
    row_number() OVER (PARTITION BY l.id ORDER BY (v.in_force_from <= ? AND (v.ended_on IS NULL OR v.ended_on > ?)) DESC,
      coalesce(v.version_date, v.in_force_from, '') DESC, v.seq DESC) AS nth
  FROM laws l JOIN law_versions v ON v.law_id = l.id`

interface CurrentRow {
  readonly in_force_certain: number
  readonly law: string
  readonly title: string
  readonly kind: LawKind
  readonly place: number
  readonly version: string
  readonly in_force_from: IsoDate | null
  readonly ended_on: IsoDate | null
  readonly issuer: string | null
  readonly number: string | null
  readonly highest_article: number | null
  readonly versions: number
  readonly odd: number
}

function lawRow(row: CurrentRow, today: IsoDate): LawRow {
  const { law, title, kind, version, versions, issuer, number } = row
  return {
    law,
    title,
    kind,
    version,
    versions,
    standing: standingOn(today, row.in_force_from, row.ended_on),
    inForceFrom: row.in_force_from,
    inForceCertain: row.in_force_certain === 1,
    issuer,
    number,
    highestArticle: row.highest_article,
    problems: row.odd,
  }
}

export interface ListWanted {
  readonly text: string
  readonly kind: LawKind | null
  readonly standing: LawStanding | null
  readonly odd: boolean
  readonly after: string | null
  readonly size: number
}

const STANDING_SQL: Readonly<Record<LawStanding, string>> = {
  inForce: '(in_force_from <= ? AND (ended_on IS NULL OR ended_on > ?))',
  notYet: '(in_force_from > ? AND (ended_on IS NULL OR ended_on > ?))',
  ended: '(ended_on <= ? OR ended_on <= ?)',
  unknown: '(in_force_from IS NULL AND (ended_on IS NULL OR ended_on > ?) AND ? IS NOT NULL)',
}

/** Laws before regulations before rules, shorter titles first, so that 行政处罚法 stands before what is made under it. */
export function listLaws(
  reader: Reader,
  { text, kind, standing, odd, after, size }: ListWanted,
  today: IsoDate,
): LawPage {
  const names = namesCondition(text)
  const where = [names.sql, ...(kind === null ? [] : ['l.kind = ?'])].join(' AND ')
  const outer = ['nth = 1', ...(standing === null ? [] : [STANDING_SQL[standing]]), ...(odd ? ['odd > 0'] : [])].join(
    ' AND ',
  )
  const values: SqlValue[] = [
    today,
    today,
    ...names.values,
    ...(kind === null ? [] : [kind]),
    ...(standing === null ? [] : [today, today]),
  ]
  const from = Number(after ?? '0') || 0
  const all = `FROM (${CURRENT} WHERE ${where}) WHERE ${outer}`
  const rows = reader.all<CurrentRow>(
    `SELECT * ${all} ORDER BY place, length(title), title LIMIT ? OFFSET ?`,
    ...values,
    size,
    from,
  )
  const total =
    rows.length < size && from === 0
      ? rows.length
      : (reader.get<{ n: number }>(`SELECT count(*) AS n ${all}`, ...values)?.n ?? 0)
  return {
    rows: rows.map((row) => lawRow(row, today)),
    next: from + rows.length < total ? String(from + rows.length) : null,
    total,
  }
}

/** Laws whose names hold the words, as {@link listLaws} orders them, without counting them all. */
export function lawsNamed(reader: Reader, text: string, kind: LawKind | null, size: number, today: IsoDate): LawRow[] {
  const names = namesCondition(text)
  const heads = reader.all<LawHead>(
    `SELECT l.id, l.title, l.kind, l.names FROM laws l WHERE ${names.sql}${kind === null ? '' : ' AND l.kind = ?'} ORDER BY ${KIND_ORDER}, length(l.title), l.title LIMIT ?`,
    ...names.values,
    ...(kind === null ? [] : [kind]),
    size,
  )
  return heads.flatMap(({ id, title, kind: of }) => {
    const versions = versionsOf(reader, id)
    const current = currentOf(versions, today)
    if (current === undefined) return []
    const odd = versions.reduce((sum, row) => sum + row.odd, 0)
    return [lawRow({ ...current, law: id, title, kind: of, place: 0, versions: versions.length, odd }, today)]
  })
}

export function lawDetail(
  reader: Reader,
  laws: readonly Law[],
  law: string,
  version: string | null,
  today: IsoDate,
): LawDetail {
  const head = requireLaw(reader, law)
  const shown = requireVersion(reader, law, version, today)
  const { title, aliases, history, repeals, divisions, problems } = detailsOf(reader, shown.seq)
  const registered = registerOf(laws).find(head.title)
  return {
    law,
    title,
    aliases,
    kind: head.kind,
    issuer: shown.issuer,
    number: shown.number,
    shown: versionRow(shown, today),
    versions: versionsOf(reader, law).map((row) => versionRow(row, today)),
    history,
    repeals,
    divisions,
    contents: reader.all(
      'SELECT place, level, number, sub, division FROM law_articles WHERE version_seq = ? ORDER BY id',
      shown.seq,
    ),
    problems,
    files: reader.all('SELECT source, path FROM law_files WHERE version_seq = ? ORDER BY source, path', shown.seq),
    register:
      registered === null
        ? null
        : {
            id: registered.id,
            verified: registered.verified,
            inForceFrom: registered.inForceFrom,
            repealedOn: registered.repealedOn,
            replacedBy: laws.find(({ id }) => id === registered.replacedBy)?.title['zh-CN'] ?? null,
          },
  }
}

export function lawText(reader: Reader, seq: number, from: number, size: number): LawTextPart {
  const rows = reader.all<ArticleRow>(
    `SELECT ${ARTICLE_COLUMNS} FROM law_articles WHERE version_seq = ? AND place >= ? ORDER BY id LIMIT ?`,
    seq,
    from,
    size + 1,
  )
  return { articles: rows.slice(0, size).map(articleOf), next: rows.length > size ? from + size : null }
}

export function requireArticle(reader: Reader, row: VersionRow, number: number, sub: number): ArticleRow {
  const article = findArticle(reader, row.seq, number, sub)
  if (article === undefined)
    throw new FashenError('not-found', {
      subject: 'lawArticle',
      id: `${row.law_id}/${row.version}/${articleName(number, sub)}`,
    })
  return article
}

export function articleName(number: number, sub: number): string {
  return sub === 0 ? String(number) : `${number}-${sub}`
}

/** Headings above an article, the outermost first. */
function headingsAbove(divisions: ReturnType<typeof detailsOf>['divisions'], innermost: number | null): string[] {
  const depth = { part: 0, subpart: 1, chapter: 2, section: 3 } as const
  const above: string[] = []
  let level = 4
  for (let index = innermost ?? -1; index >= 0 && level > 0; index -= 1) {
    const division = divisions[index]
    if (division === undefined || depth[division.level] >= level) continue
    level = depth[division.level]
    above.unshift(`${division.label} ${division.title}`.trim())
  }
  return above
}

export function articleView(
  reader: Reader,
  law: string,
  version: string | null,
  article: { readonly number: number; readonly sub: number },
  today: IsoDate,
): LawArticleView {
  const head = requireLaw(reader, law)
  const row = requireVersion(reader, law, version, today)
  const found = requireArticle(reader, row, article.number, article.sub)
  const beside = (place: number): string | null => {
    const other = reader.get<{ number: number | null; sub: number }>(
      'SELECT number, sub FROM law_articles WHERE version_seq = ? AND place = ?',
      row.seq,
      place,
    )
    return other === undefined || other.number === null ? null : articleName(other.number, other.sub)
  }
  const { title, divisions } = detailsOf(reader, row.seq)
  return {
    law,
    title,
    kind: head.kind,
    version: versionRow(row, today),
    article: articleOf(found),
    above: headingsAbove(divisions, found.division),
    before: beside(found.place - 1),
    after: beside(found.place + 1),
  }
}

function allArticles(reader: Reader, seq: number): LawArticle[] {
  return reader
    .all<ArticleRow>(`SELECT ${ARTICLE_COLUMNS} FROM law_articles WHERE version_seq = ? ORDER BY id`, seq)
    .map(articleOf)
}

export async function compareLaw(
  reader: Reader,
  law: string,
  [left, right]: readonly [string, string],
  onlyChanged: boolean,
  today: IsoDate,
): Promise<LawComparison> {
  const rows = [left, right].map((version) => requireVersion(reader, law, version, today)) as [VersionRow, VersionRow]
  const { title } = detailsOf(reader, rows[1].seq)
  const [before, after] = [allArticles(reader, rows[0].seq), allArticles(reader, rows[1].seq)]
  await nextTurn()
  const articles = compareVersions(before, after)
  const counts = { same: 0, changed: 0, added: 0, removed: 0 }
  for (const { change } of articles) counts[change] += 1
  return {
    title,
    left: versionRow(rows[0], today),
    right: versionRow(rows[1], today),
    articles: onlyChanged ? articles.filter(({ change }) => change !== 'same') : articles,
    counts,
  }
}

interface FilesWanted {
  readonly outcome: LawFileOutcome | null
  readonly odd: boolean
  readonly after: number
  readonly size: number
}

export function listFiles(
  reader: Reader,
  { outcome, odd, after, size }: FilesWanted,
): { readonly rows: readonly LawFileRow[]; readonly total: number } {
  const conditions = [
    ...(outcome === null ? [] : ['f.outcome = ?']),
    ...(odd ? ["(f.odd > 0 OR f.outcome NOT IN ('imported', 'sameVersion'))"] : []),
  ]
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
  const values = outcome === null ? [] : [outcome]
  const rows = reader.all<{
    source: string
    path: string
    outcome: LawFileOutcome
    law: string | null
    version: string | null
    problems: string
  }>(
    `SELECT f.source, f.path, f.outcome, v.law_id AS law, v.version, f.problems FROM law_files f LEFT JOIN law_versions v ON v.seq = f.version_seq
     ${where} ORDER BY f.outcome IN ('imported', 'sameVersion'), f.odd = 0, f.source, f.path LIMIT ? OFFSET ?`,
    ...values,
    size,
    after,
  )
  const total = reader.get<{ n: number }>(`SELECT count(*) AS n FROM law_files f ${where}`, ...values)?.n ?? 0
  return { rows: rows.map((row) => ({ ...row, problems: JSON.parse(row.problems) as LawProblem[] })), total }
}
