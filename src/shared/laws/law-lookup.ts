/**
 * What a check can ask about a law (法规): answered from the built-in register alone (titles, dates, highest articles), and
 * in full where the law was imported into the library.
 */
import type { IsoDate } from '../values/values.ts'

/** In the order in which a search shows them. */
export const LAW_KINDS = [
  'law',
  'regulation',
  'interpretation',
  'rule',
  'localRegulation',
  'localRule',
  'document',
  'standard',
] as const
/** 法律, 行政法规, 司法解释, 部门规章, 地方性法规, 地方政府规章, 规范性文件, 标准 */
export type LawKind = (typeof LAW_KINDS)[number]

/** One version (版本) of a law: from when it holds until the day before the next one, or its repeal. */
export interface LawVersion {
  readonly inForceFrom: IsoDate | null
  /** First day on which it no longer holds; null while it does. */
  readonly endedOn: IsoDate | null
  /** Number of the last article; null where it is not known or the text has no articles. */
  readonly highestArticle: number | null
  /** False where its first day was not read in a text. */
  readonly verified?: boolean | undefined
}

export interface LawEntry {
  readonly id: string
  /** Full title without 《》. */
  readonly title: string
  readonly kind: LawKind
  /** The oldest first. */
  readonly versions: readonly LawVersion[]
  /** Before the first of `versions` there were others whose days are not known: an early day tells nothing. */
  readonly earlierVersions?: boolean
  /** Titles of the laws that took its place. */
  readonly replacedBy: readonly string[]
  /** False where the entry's dates were not read in a text of the law: shown as 未核实. */
  readonly verified: boolean
  /** Its articles were counted in a text, even where days were not read. */
  readonly counted?: boolean
}

/** The parts of one article, where the text is at hand. */
export interface ArticleShape {
  /** For each paragraph (款) how many items (项) it has; `paragraphs.length` is the number of paragraphs. */
  readonly paragraphs: readonly {
    readonly items: number
    /** The paragraph's own words, without those of its items. */
    readonly text: string
    /** Numbers and words of its items, where the text is at hand; `items` counts them. */
    readonly itemTexts?: readonly { readonly number: number; readonly text: string }[]
  }[]
}

/** What is known of one clause of an article without its text. */
export interface ClauseParts {
  /** Null: the article is a single paragraph. */
  readonly paragraph: number | null
  /** How many items (项) the clause lists. */
  readonly items: number
  readonly verified: boolean
}

export interface KnownTitle {
  readonly title: string
  readonly kind: LawKind
}

export interface LawLookup {
  /** By full title, title without 中华人民共和国, or a known alias. Null: no law of that name is known. */
  find(title: string): LawEntry | null
  /** The version in force on the day; null where none was (not yet, or no longer), or the dates are not known. */
  versionOn(entry: LawEntry, day: IsoDate): LawVersion | null
  /** Null where the text is not in the library. `sub`: 第X条之Y, 0 or absent for the article itself. */
  article(entry: LawEntry, version: LawVersion, article: number, sub?: number): ArticleShape | 'missing' | null
  /** Clauses of the article that are known without its text, as they hold on the day (null: on any). */
  clauses?(entry: LawEntry, article: number, sub: number, day: IsoDate | null): readonly ClauseParts[]
  /** The titles of all laws that it finds, to tell a misprint from what nobody knows. */
  titles?(): Iterable<KnownTitle>
}
