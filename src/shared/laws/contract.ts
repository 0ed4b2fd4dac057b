/**
 * The law library (法规库): texts of laws that somebody imported into the station, beside the built-in register of laws
 * (法规登记) that ships without any text. Permalinks are `law/version/article`, such as `0f3c…/2021-01-22/58` or `…/133-1` for
 * 第一百三十三条之一; they are the same on every station and outlive a second import. How texts come in is in
 * `import-contract.ts`, the citations of a case that are held against them in `citations-contract.ts`.
 *
 * Words for a screen: 法规库 “Law library” · 导入法规 “Import laws” · 选择文件夹 “Choose a folder” · 停止导入 “Stop” · 现行有效 “in force” ·
 * 尚未施行 “not yet in force” · 已失效 “no longer in force” · 时效不明 “not known whether in force” · 版本对照 “Compare versions” ·
 * 行为日有效版本 “In force on the day of the act” · 复制条文及出处 “Copy with citation” · 本站引用情况 “Where it is used here” · 未核实 “not verified”.
 */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import { isoDateSchema, type Bilingual, type CaseId, type IsoDate } from '../values/values.ts'
import { LAW_KINDS, type LawKind } from './law-lookup.ts'
import type { LawArticle, LawDivision, LawEvent, LawProblem, LawRepeal } from './law-text.ts'
import type { ComparedArticle } from './compare.ts'
import type { Highlighted } from './snippet.ts'

/** Id of a law in the library: the first 16 digits of the SHA-256 of its title's key. */
export const lawIdSchema = z.string().regex(/^[0-9a-f]{16}$/)
/** Which version: its day, or `undated-` and eight digits of its content. */
export const lawVersionSchema = z.string().regex(/^(?:\d{4}-\d{2}-\d{2}|undated-[0-9a-f]{8})$/)

export const LAW_STANDINGS = ['inForce', 'notYet', 'ended', 'unknown'] as const
/** 时效 today: inForce 现行有效, notYet 尚未施行, ended 已失效（被修改、废止）, unknown 时效不明. */
export type LawStanding = (typeof LAW_STANDINGS)[number]

/** One row of the list; of the version in force today, or else the last. */
export interface LawRow {
  readonly law: string
  readonly title: string
  readonly kind: LawKind
  readonly version: string
  readonly versions: number
  readonly standing: LawStanding
  readonly inForceFrom: IsoDate | null
  /** False: the day from which it holds was not said in the text (施行日期未核实). */
  readonly inForceCertain: boolean
  readonly issuer: string | null
  readonly number: string | null
  /** Number of the last article; null where it has none. */
  readonly highestArticle: number | null
  /** How many things are odd about the text (条文缺号、重号). */
  readonly problems: number
}

export interface LawPage {
  readonly rows: readonly LawRow[]
  readonly next: string | null
  readonly total: number
}

/** One version of a law without its articles. */
export interface LawVersionRow {
  readonly version: string
  readonly versionDate: IsoDate | null
  readonly inForceFrom: IsoDate | null
  /** False: the day from which it holds was not said in the text (施行日期未核实). */
  readonly inForceCertain: boolean
  /** First day on which it no longer holds. 失效日期 */
  readonly endedOn: IsoDate | null
  /** Title of the law that ended or replaced it; null where a later version did, or nobody. */
  readonly endedBy: string | null
  readonly standing: LawStanding
  readonly highestArticle: number | null
  readonly articles: number
}

/** The contents (目录) of one version: headings with the articles below them, without texts. */
export interface LawDetail {
  readonly law: string
  readonly title: string
  readonly aliases: readonly string[]
  readonly kind: LawKind
  readonly issuer: string | null
  readonly number: string | null
  readonly shown: LawVersionRow
  /** All versions in the library, the newest first. */
  readonly versions: readonly LawVersionRow[]
  readonly history: readonly LawEvent[]
  readonly repeals: readonly LawRepeal[]
  readonly divisions: readonly LawDivision[]
  /** In order. `place` counts from 0. */
  readonly contents: readonly {
    readonly place: number
    readonly level: LawArticle['level']
    readonly number: number | null
    readonly sub: number
    readonly division: number | null
  }[]
  readonly problems: readonly LawProblem[]
  /** Files it was read from. */
  readonly files: readonly { readonly source: string; readonly path: string }[]
  /** What the built-in register says of this law; null where it is not registered. */
  readonly register: {
    readonly id: string
    readonly verified: boolean
    readonly inForceFrom: IsoDate
    readonly repealedOn: IsoDate | null
    readonly replacedBy: string | null
  } | null
}

export interface PlacedArticle extends LawArticle {
  readonly place: number
}

export interface LawTextPart {
  readonly articles: readonly PlacedArticle[]
  /** Place of the next article; null at the end. */
  readonly next: number | null
}

/** One article with what leads to it. */
export interface LawArticleView {
  readonly law: string
  readonly title: string
  readonly kind: LawKind
  readonly version: LawVersionRow
  readonly article: PlacedArticle
  /** Headings above it, the outermost first: 第一章 总则. */
  readonly above: readonly string[]
  readonly before: string | null
  readonly after: string | null
}

export interface LawHit {
  readonly law: string
  readonly version: string
  readonly title: string
  readonly kind: LawKind
  readonly standing: LawStanding
  readonly place: number
  /** 第五十八条, 第一百三十三条之一, （三）; empty for text without a number. */
  readonly label: string
  readonly snippet: Highlighted
}

export interface LawHits {
  /** Laws whose title or other name holds the words; only with the first page. 标题相符的法规 */
  readonly titles: readonly LawRow[]
  /** Articles that hold all words: laws before regulations before rules. 条文 */
  readonly hits: readonly LawHit[]
  readonly next: number | null
  /** Counted no further than 500. */
  readonly total: { readonly count: number; readonly atLeast: boolean }
}

export interface LawComparison {
  readonly title: string
  readonly left: LawVersionRow
  readonly right: LawVersionRow
  readonly articles: readonly ComparedArticle[]
  readonly counts: { readonly same: number; readonly changed: number; readonly added: number; readonly removed: number }
}

/** Where a law or one of its articles is used in this station. */
export interface LawUses {
  /** Rows of the catalogue that name it as their basis: `questions` 2.5, `majorTriggers` … 审核目录 */
  readonly catalogue: readonly {
    readonly subject: string
    readonly id: string
    readonly text: string
    readonly place: string
  }[]
  /** Cases that cite it, the newest first, at most 200. 案件 */
  readonly cases: readonly {
    readonly caseId: CaseId
    readonly title: string
    readonly place: string
    readonly role: string
  }[]
  readonly caseCount: number
}

/** Ready to be pasted. */
export interface LawCitationText {
  /** 《中华人民共和国行政处罚法》（2021年1月22日修订）第五十八条第一款第（一）项 */
  readonly citation: string
  /** The citation, a colon and the words of the law in “”. */
  readonly text: string
  readonly permalink: string
}

/** A row of the built-in register (法规登记): names and days, no text. */
export interface RegisteredLaw {
  readonly id: string
  readonly title: Bilingual
  readonly aliases: readonly string[]
  readonly kind: LawKind
  readonly standing: LawStanding
  /** The oldest first. */
  readonly versions: readonly {
    readonly inForceFrom: IsoDate | null
    readonly endedOn: IsoDate | null
    readonly highestArticle: number | null
    /** False: the day was not read in a text (未核实). */
    readonly verified: boolean
  }[]
  readonly replacedBy: Bilingual | null
  /** Where the row was read. */
  readonly source: string
  readonly verified: boolean
  /** The law in the library; null where its text was not imported. */
  readonly law: string | null
}

const lawKindSchema = z.enum(LAW_KINDS)
const articleSchema = z.strictObject({ number: z.int().min(1).max(9999), sub: z.int().min(0).max(99).default(0) })
const placeSchema = { law: lawIdSchema, version: lawVersionSchema }
const read = { allowed: 'signedIn', access: 'read' } as const

export const lawsContract = {
  /** By title; `text` matches title and other names, any length of word. */
  'laws.list': method({
    input: z.strictObject({
      text: z.string().max(200),
      kind: lawKindSchema.nullable(),
      standing: z.enum(LAW_STANDINGS).nullable(),
      /** Only laws with something odd about them. */
      odd: z.boolean().default(false),
      after: z.string().max(40).nullable(),
      size: z.int().min(1).max(200),
    }),
    ...read,
  }).returns<LawPage>(),
  /** The built-in register, as the catalogue orders it. */
  'laws.register': method({ input: z.strictObject({}), ...read }).returns<readonly RegisteredLaw[]>(),
  /** `version` null: the one in force today, else the last. */
  'laws.get': method({
    input: z.strictObject({ law: lawIdSchema, version: lawVersionSchema.nullable() }),
    ...read,
  }).returns<LawDetail>(),
  /** The text from a place on. */
  'laws.text': method({
    input: z.strictObject({ ...placeSchema, from: z.int().min(0), size: z.int().min(1).max(200) }),
    ...read,
  }).returns<LawTextPart>(),
  'laws.article': method({
    input: z.strictObject({ law: lawIdSchema, version: lawVersionSchema.nullable(), article: articleSchema }),
    ...read,
  }).returns<LawArticleView>(),
  /**
   * Words of any length, one character too; all must stand in the article. A word that is a law's name, and 第五十八条 or 58条,
   * narrow the search to that law or article. `standing` null: all versions.
   */
  'laws.search': method({
    input: z.strictObject({
      text: z.string().trim().min(1).max(200),
      law: lawIdSchema.nullable(),
      kind: lawKindSchema.nullable(),
      standing: z.enum(['inForce', 'ended']).nullable(),
      after: z.int().min(0).nullable(),
      size: z.int().min(1).max(100),
    }),
    ...read,
  }).returns<LawHits>(),
  /** Article by article; the words that differ are marked. */
  'laws.compare': method({
    input: z.strictObject({
      law: lawIdSchema,
      left: lawVersionSchema,
      right: lawVersionSchema,
      onlyChanged: z.boolean(),
    }),
    ...read,
  }).returns<LawComparison>(),
  /** The version in force on a day; null where none was. */
  'laws.inForceOn': method({
    input: z.strictObject({ law: lawIdSchema, day: isoDateSchema }),
    ...read,
  }).returns<LawVersionRow | null>(),
  /** `article` null: the law as a whole. */
  'laws.usedIn': method({
    input: z.strictObject({ law: lawIdSchema, article: articleSchema.nullable() }),
    ...read,
  }).returns<LawUses>(),
  'laws.citation': method({
    input: z.strictObject({
      ...placeSchema,
      article: articleSchema,
      paragraph: z.int().min(1).max(99).nullable(),
      item: z.int().min(1).max(99).nullable(),
    }),
    ...read,
  }).returns<LawCitationText>(),
}
