/**
 * Answers about laws from the built-in register and from the library together. The register's days count before those
 * read from a text; the library adds versions that the register does not have, laws it does not know, and the texts.
 */
import type { Law } from '../../shared/catalogue/schema.ts'
import type { ArticleShape, KnownTitle, LawEntry, LawLookup, LawVersion } from '../../shared/laws/law-lookup.ts'
import { titleKey } from '../../shared/laws/law-title.ts'
import { lawRegister, registeredTitles, versionOnDay, type Register } from '../../shared/laws/register-lookup.ts'
import type { Reader } from '../store/database.ts'
import { ARTICLE_COLUMNS, articleOf, versionsOf, type ArticleRow, type LawHead, type VersionRow } from './law-record.ts'

/** Making the register's index costs more than a question to it; a catalogue never changes. */
const registers = new WeakMap<readonly Law[], Register>()

export function registerOf(laws: readonly Law[]): Register {
  let register = registers.get(laws)
  if (register === undefined) registers.set(laws, (register = lawRegister(laws)))
  return register
}

export function findLawByTitle(reader: Reader, title: string): LawHead | undefined {
  const key = titleKey(title)
  if (key === '') return undefined
  return (
    reader.get<LawHead>('SELECT id, title, kind, names FROM laws WHERE title_key = ?', key) ??
    reader.get<LawHead>(
      "SELECT id, title, kind, names FROM laws WHERE char(10) || names || char(10) LIKE '%' || char(10) || ? || char(10) || '%' LIMIT 1",
      title.replaceAll(/[《》%_]/g, ''),
    )
  )
}

/** The books of a code that is kept in several files: 民法典（物权编）. */
function booksOf(reader: Reader, title: string): LawHead[] {
  const key = titleKey(title)
  return reader.all<LawHead>(
    'SELECT id, title, kind, names FROM laws WHERE title_key > ? AND title_key < ?',
    `${key}(`,
    `${key})`,
  )
}

interface Known {
  readonly entry: LawEntry
  /** Versions in the library, the oldest first. */
  readonly stored: readonly VersionRow[]
  readonly books: readonly VersionRow[]
}

function daysOf({ in_force_from, ended_on, highest_article }: VersionRow): LawVersion {
  return { inForceFrom: in_force_from, endedOn: ended_on, highestArticle: highest_article }
}

/** Each ends where the next begins, unless it ended before. */
function joined(versions: readonly LawVersion[]): LawVersion[] {
  return versions.map((version, index) => {
    const next = versions[index + 1]?.inForceFrom ?? null
    const endedOn = next !== null && (version.endedOn === null || version.endedOn > next) ? next : version.endedOn
    return { ...version, endedOn }
  })
}

/** The register's versions, with those of the library that stand before its first or behind its last. */
function combined(registered: LawEntry, stored: readonly VersionRow[]): LawEntry {
  const [first] = registered.versions
  const last = registered.versions.at(-1)
  const dated = stored.filter((row) => row.in_force_from !== null)
  const known = registered.earlierVersions !== true
  const before = known
    ? []
    : dated.filter((row) => (row.in_force_from ?? '') < (first?.inForceFrom ?? '') && row.highest_article !== null)
  const behind =
    last?.endedOn === null ? dated.filter((row) => (row.version_date ?? '') > (last.inForceFrom ?? '')) : []
  const versions = joined([...before.map(daysOf), ...registered.versions, ...behind.map(daysOf)])
  return { ...registered, versions }
}

function fromLibrary(head: LawHead, stored: readonly VersionRow[]): LawEntry {
  const ended = stored.at(-1)?.ended_by ?? null
  return {
    id: head.id,
    title: head.title,
    kind: head.kind,
    versions: joined(stored.map(daysOf)),
    earlierVersions: true,
    replacedBy: ended === null ? [] : [ended],
    verified: stored.length > 0 && stored.every((row) => row.in_force_certain === 1),
  }
}

/** The text of a version: of the same first day, else the last adopted before it and after the version before it began. */
function textOf(entry: LawEntry, version: LawVersion, stored: readonly VersionRow[]): VersionRow | null {
  const from = version.inForceFrom
  if (from === null)
    return stored.find((row) => row.in_force_from === null && row.highest_article === version.highestArticle) ?? null
  const exact = stored.find((row) => row.in_force_from === from)
  if (exact !== undefined) return exact
  const place = entry.versions.findIndex((one) => one.inForceFrom === from)
  const before = entry.versions[place - 1]?.inForceFrom ?? null
  const candidate = stored.findLast((row) => (row.version_date ?? row.in_force_from ?? '9999') <= from)
  if (candidate === undefined) return null
  const day = candidate.version_date ?? candidate.in_force_from ?? ''
  if (before !== null) return day > before ? candidate : null
  return version.highestArticle === null || version.highestArticle === candidate.highest_article ? candidate : null
}

export function shapeOf(row: ArticleRow): ArticleShape {
  return {
    paragraphs: articleOf(row).paragraphs.map(({ text, items }) => ({
      text,
      items: items.length,
      itemTexts: items.map((item) => ({
        number: item.number,
        text: [item.text, ...item.subItems.map((sub) => sub.text)].join(''),
      })),
    })),
  }
}

const ONE_ARTICLE = `SELECT ${ARTICLE_COLUMNS} FROM law_articles WHERE version_seq = ? AND number = ? AND sub = ? AND level = 0 ORDER BY place LIMIT 1`

export function findArticle(reader: Reader, seq: number, article: number, sub: number): ArticleRow | undefined {
  return reader.get<ArticleRow>(ONE_ARTICLE, seq, article, sub)
}

/** Remembers what it was asked: make one for each run of checks, not for the life of the program. */
export function lawLookup(reader: Reader, catalogue: { readonly laws: readonly Law[] }): LawLookup {
  const register = registerOf(catalogue.laws)
  const byTitle = new Map<string, Known | null>()
  const byEntry = new Map<LawEntry, Known>()
  const shapes = new Map<string, ArticleShape | 'missing' | null>()
  let titles: readonly KnownTitle[] | undefined

  const know = (title: string): Known | null => {
    const row = register.find(title)
    const head =
      findLawByTitle(reader, row?.title['zh-CN'] ?? title) ?? (row === null ? undefined : findByNames(reader, row))
    const stored = head === undefined ? [] : versionsOf(reader, head.id).toReversed()
    const books =
      head === undefined && row !== null
        ? booksOf(reader, row.title['zh-CN']).flatMap(({ id }) => versionsOf(reader, id))
        : []
    if (row !== null) return { entry: combined(register.entryOf(row), stored), stored, books }
    return head === undefined ? null : { entry: fromLibrary(head, stored), stored, books }
  }
  const find = (title: string): Known | null => {
    let known = byTitle.get(title)
    if (known === undefined) {
      known = know(title)
      byTitle.set(title, known)
      if (known !== null) byEntry.set(known.entry, known)
    }
    return known
  }
  return {
    find: (title) => find(title)?.entry ?? null,
    versionOn: ({ versions }, day) => versionOnDay(versions, day),
    article: (entry, version, article, sub = 0) => {
      const known = byEntry.get(entry) ?? find(entry.title)
      if (known === null) return null
      const key = `${entry.id} ${version.inForceFrom ?? ''} ${version.highestArticle ?? ''} ${article}-${sub}`
      let shape = shapes.get(key)
      if (shape === undefined) shapes.set(key, (shape = readShape(reader, known, version, article, sub)))
      return shape
    },
    titles: () => (titles ??= [...registeredTitles(catalogue.laws), ...reader.all<KnownTitle>('SELECT title, kind FROM laws')]),
  }
}

function findByNames(reader: Reader, row: Law): LawHead | undefined {
  for (const alias of row.aliases) {
    const head = reader.get<LawHead>('SELECT id, title, kind, names FROM laws WHERE title_key = ?', titleKey(alias))
    if (head !== undefined) return head
  }
  return undefined
}

function readShape(
  reader: Reader,
  { entry, stored, books }: Known,
  version: LawVersion,
  article: number,
  sub: number,
): ArticleShape | 'missing' | null {
  for (const book of books) {
    const row = findArticle(reader, book.seq, article, sub)
    if (row !== undefined) return shapeOf(row)
  }
  const text = textOf(entry, version, stored)
  // a document without articles has nothing to look for; a text with gaps in its numbers may have lost the article
  if (text === null || text.highest_article === null) return null
  const row = findArticle(reader, text.seq, article, sub)
  if (row !== undefined) return shapeOf(row)
  return text.odd > 0 && article <= text.highest_article ? null : 'missing'
}
