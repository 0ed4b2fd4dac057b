/**
 * What a check can ask about a law (法规): answered from the built-in register alone (titles, dates, highest articles), and
 * in full where the law was imported into the library.
 */
import type { IsoDate } from '../values/values.ts'

export type LawKind = 'law' | 'regulation' | 'rule' | 'interpretation' | 'localRegulation' | 'localRule' | 'document' | 'standard'

/** One version (版本) of a law: from when it holds until the day before the next one, or its repeal. */
export interface LawVersion {
  readonly inForceFrom: IsoDate | null
  /** First day on which it no longer holds; null while it does. */
  readonly endedOn: IsoDate | null
  /** Number of the last article; null where it is not known or the text has no articles. */
  readonly highestArticle: number | null
}

export interface LawEntry {
  readonly id: string
  /** Full title without 《》. */
  readonly title: string
  readonly kind: LawKind
  readonly versions: readonly LawVersion[]
  /** Titles of the laws that took its place. */
  readonly replacedBy: readonly string[]
  /** False where the entry's dates were not read in a text of the law: shown as 未核实. */
  readonly verified: boolean
}

/** The parts of one article, where the text is at hand. */
export interface ArticleShape {
  /** For each paragraph (款) how many items (项) it has; `paragraphs.length` is the number of paragraphs. */
  readonly paragraphs: readonly { readonly items: number; readonly text: string }[]
}

export interface LawLookup {
  /** By full title, title without 中华人民共和国, or a known alias. Null: no law of that name is known. */
  find(title: string): LawEntry | null
  /** The version in force on the day; null where none was (not yet, or no longer), or the dates are not known. */
  versionOn(entry: LawEntry, day: IsoDate): LawVersion | null
  /** Null where the text is not in the library. */
  article(entry: LawEntry, version: LawVersion, article: number): ArticleShape | 'missing' | null
}
