/** A law as it is read from its text: title, dates, chapters, articles down to sub-items. What the text does not say is null. */
import type { IsoDate } from '../values/values.ts'
import type { LawKind } from './law-lookup.ts'

/** 目: 1. 2. 3. below an item. */
export interface LawSubItem {
  readonly number: number
  readonly text: string
}

/** 项: （一）（二）; `number` as printed, `text` without it. */
export interface LawItem {
  readonly number: number
  readonly text: string
  readonly subItems: readonly LawSubItem[]
}

/** 款: a paragraph of an article, with the items that follow it. */
export interface LawParagraph {
  readonly text: string
  readonly items: readonly LawItem[]
}

/**
 * One article (条); or, of a document without articles, one numbered point (一、（一）1.). `level` 0 is an article, 1 to 3 a
 * point of that depth, 4 text without any number.
 */
export interface LawArticle {
  readonly level: 0 | 1 | 2 | 3 | 4
  /** Null only at level 4. */
  readonly number: number | null
  /** 第X条之Y; 0 for the article itself. */
  readonly sub: number
  /** Words in brackets behind the number, as some local laws have them: 第一条（目的和依据）. */
  readonly heading: string | null
  /** Index in `divisions` of the innermost heading above it; null above the first. */
  readonly division: number | null
  readonly paragraphs: readonly LawParagraph[]
}

export const DIVISION_LEVELS = ['part', 'subpart', 'chapter', 'section'] as const
/** 编, 分编, 章, 节 */
export type DivisionLevel = (typeof DIVISION_LEVELS)[number]

/** A heading above articles. */
export interface LawDivision {
  readonly level: DivisionLevel
  /** As printed: 第三章. */
  readonly label: string
  readonly title: string
}

export const LAW_EVENT_KINDS = ['adopted', 'promulgated', 'amended', 'revised', 'inForce', 'repealed'] as const
/** 通过, 公布, 修正, 修订, 施行, 废止 */
export type LawEventKind = (typeof LAW_EVENT_KINDS)[number]

export interface LawEvent {
  readonly kind: LawEventKind
  readonly day: IsoDate
  readonly text: string
}

/** A law that this one ends (同时废止). `on` null: the day cannot be told. */
export interface LawRepeal {
  /** Without 《》. */
  readonly title: string
  readonly on: IsoDate | null
}

export const LAW_PROBLEM_KINDS = [
  'missingArticles',
  'duplicateArticle',
  'noTitle',
  'titleDiffers',
  'noDate',
  'annexArticles',
  'emptyArticle',
] as const
/**
 * What is odd about a text; none keeps it from being used. missingArticles 条文缺号 (`from`–`to`), duplicateArticle 条文重号,
 * noTitle 没有标题（以文件名代）, titleDiffers 标题是别的法规的（以文件名为准）, noDate 看不出版本日期, annexArticles 附件另有条文（未计入）, emptyArticle 只有条号没有内容.
 */
export type LawProblemKind = (typeof LAW_PROBLEM_KINDS)[number]

export interface LawProblem {
  readonly kind: LawProblemKind
  readonly from: number | null
  readonly to: number | null
}

export interface ParsedLaw {
  /** As printed, white space removed, without 《》: 中华人民共和国行政处罚法. */
  readonly title: string
  /** Other names it goes by: without 中华人民共和国, number of the document (国办发〔2018〕118号). */
  readonly aliases: readonly string[]
  readonly kind: LawKind
  /** Who issued it, as far as the text says: 国务院, 农业农村部. */
  readonly issuer: string | null
  /** 文号 or order number: 国务院令第423号. */
  readonly number: string | null
  readonly history: readonly LawEvent[]
  /** Which version (版本) this is: the day of the last adoption, amendment or promulgation. */
  readonly versionDate: IsoDate | null
  readonly inForceFrom: IsoDate | null
  /**
   * False where the day is the version's own because the text repeats the first version's day (as amended laws do):
   * the deciding resolution may have set a later one.
   */
  readonly inForceCertain: boolean
  /** The day that the text itself says, which of an amended law may be that of an earlier version. */
  readonly saidInForce: IsoDate | null
  readonly repeals: readonly LawRepeal[]
  readonly divisions: readonly LawDivision[]
  readonly articles: readonly LawArticle[]
  /** Number of the last article; null where it has none. */
  readonly highestArticle: number | null
  /** Lines behind the last article: annexes, notes. */
  readonly annex: readonly string[]
  readonly problems: readonly LawProblem[]
}
