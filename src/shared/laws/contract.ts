/**
 * The law library (法规库): texts of laws that somebody imported into the station, beside the built-in register of laws
 * (法规登记) that ships without any text. Permalinks are `law/version/article`, such as `0f3c…/2021-01-22/58` or `…/133-1` for
 * 第一百三十三条之一; they are the same on every station and outlive a second import.
 *
 * Words for a screen: 法规库 “Law library” · 导入法规 “Import laws” · 选择文件夹 “Choose a folder” · 停止导入 “Stop” · 现行有效 “in force” ·
 * 尚未施行 “not yet in force” · 已失效 “no longer in force” · 时效不明 “not known whether in force” · 版本对照 “Compare versions” ·
 * 行为日有效版本 “In force on the day of the act” · 复制条文及出处 “Copy with citation” · 本站引用情况 “Where it is used here” · 未核实 “not verified”.
 */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import type { ErrorJson } from '../errors/errors.ts'
import { caseIdSchema, isoDateSchema, type Bilingual, type CaseId, type IsoDate, type IsoInstant } from '../values/values.ts'
import { citationSchema, type Citation } from '../catalogue/citation.ts'
import { LAW_KINDS, type LawKind } from './law-lookup.ts'
import type { CitationTrouble } from './citation-troubles.ts'
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

export const LAW_FILE_OUTCOMES = ['imported', 'sameVersion', 'notALaw', 'empty', 'tooLarge', 'unreadable'] as const
/**
 * What became of a file: imported 已导入, sameVersion 与另一文件是同一版本, notALaw 不是法规, empty 空文件, tooLarge 文件过大,
 * unreadable 无法读取（损坏、加密或编码不明）.
 */
export type LawFileOutcome = (typeof LAW_FILE_OUTCOMES)[number]

export const LAW_IMPORT_STAGES = ['looking', 'reading', 'settling', 'done', 'stopped', 'failed'] as const
/**
 * looking 正在清点文件, reading 正在读取条文, settling 正在核对版本与废止关系, done 已完成, stopped 已停止（已读入的保留，再次导入时接着读）,
 * failed 导入失败.
 */
export type LawImportStage = (typeof LAW_IMPORT_STAGES)[number]

/** Counts are of files. 新增 added, 更新 changed, 未变 unchanged, 同一版本 sameVersion, 未收 refused. */
export interface LawImportCounts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly sameVersion: number
  /** Not taken: no law, empty, too large, unreadable; each is named in `laws.files`. */
  readonly refused: number
}

export interface LawImportState extends LawImportCounts {
  readonly stage: LawImportStage
  /** What was imported from: the folder's name. 来源 */
  readonly source: string
  /** Files done and files there are; 0 while they are being looked for. 进度 */
  readonly done: number
  readonly total: number
  readonly startedAt: IsoInstant
  readonly finishedAt: IsoInstant | null
  /** Laws whose standing changed by this import (ended, replaced). */
  readonly settled: number
  /** Why it failed; null unless `stage` is `failed`. */
  readonly failure: ErrorJson | null
}

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

/** Where a citation of a case leads. */
export interface ResolvedCitation {
  readonly law: string | null
  readonly version: string | null
  /** `58` or `133-1`; null where it names no article. */
  readonly article: string | null
  readonly title: string | null
  readonly troubles: readonly CitationTrouble[]
}

/** What a provision asks for, in the catalogue's own words; never the wording of the law. 要旨（非法条原文） */
export interface ArticleGist {
  readonly text: Bilingual
  /** The place that it is the gist of: that of the citation, or the paragraph or article around it. */
  readonly place: Citation
  /** True where `place` is the place of the citation itself. */
  readonly exact: boolean
  /** False: it was not held against the text (未核实). */
  readonly verified: boolean
  readonly verifiedOn: IsoDate | null
  /** Day of the version that it was held against. */
  readonly versionDate: IsoDate | null
}

export interface LawFileRow {
  readonly source: string
  readonly path: string
  readonly outcome: LawFileOutcome
  readonly law: string | null
  readonly version: string | null
  readonly problems: readonly LawProblem[]
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

/** A citation as a case holds it; numbers in either form: 58, 五十八, 第五十八条. */
export const citedSchema = z.strictObject({
  law: z.string().trim().min(1).max(200),
  article: z.string().trim().max(20),
  paragraph: z.string().trim().max(20),
  item: z.string().trim().max(20),
  role: z.enum(['violated', 'basis', 'discretion', 'procedure', 'remedy', 'other']).default('other'),
  quotation: z.string().max(5000).nullable().default(null),
})

export const lawsContract = {
  /**
   * Begins an import and answers at once; progress comes as `laws` events and from `laws.importState`. A folder on this
   * computer (chosen in the shell's dialog or typed), or files that were dropped: staged, each with its path inside what
   * was dropped. Only `.md`, `.txt` and `.docx` are read. Throws `law-import-running`, `law-folder-unreadable`.
   */
  'laws.import': method({
    input: z.discriminatedUnion('from', [
      z.strictObject({ from: z.literal('folder'), folder: z.string().min(1).max(1000) }),
      z.strictObject({
        from: z.literal('staged'),
        source: z.string().trim().min(1).max(200),
        files: z
          .array(z.strictObject({ stagedId: z.uuid(), path: z.string().min(1).max(1000) }))
          .min(1)
          .max(10_000),
      }),
    ]),
    allowed: ['admin', 'head'],
    access: 'write',
  }).returns<LawImportState>(),
  /** The import that runs, or the last one since the program started; null where there was none. */
  'laws.importState': method({ input: z.strictObject({}), ...read }).returns<LawImportState | null>(),
  /** Stops after the file that is being read; what was read stays. */
  'laws.cancelImport': method({
    input: z.strictObject({}),
    allowed: ['admin', 'head'],
    access: 'write',
  }).returns<LawImportState | null>(),
  /** Files of all imports, those that were not taken or are odd first. */
  'laws.files': method({
    input: z.strictObject({
      outcome: z.enum(LAW_FILE_OUTCOMES).nullable(),
      odd: z.boolean(),
      after: z.int().min(0),
      size: z.int().min(1).max(200),
    }),
    ...read,
  }).returns<{ readonly rows: readonly LawFileRow[]; readonly total: number }>(),
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
  /** For each citation, by the catalogue of today; null where it has none. */
  'laws.gists': method({
    input: z.strictObject({ citations: z.array(citationSchema).max(200) }),
    ...read,
  }).returns<readonly (ArticleGist | null)[]>(),
  /**
   * Checks citations against register and library, and says where each leads. The days are those of the case; null where
   * they are not known, and then nothing is said of them.
   */
  'laws.checkCitations': method({
    input: z.strictObject({
      citations: z.array(citedSchema).max(200),
      act: isoDateSchema.nullable(),
      decision: isoDateSchema.nullable(),
    }),
    ...read,
  }).returns<readonly ResolvedCitation[]>(),
  /** The same for the citations registered with a case; its day of decision is today until a decision is registered. */
  'laws.checkCase': method({ input: z.strictObject({ caseId: caseIdSchema }), ...read }).returns<
    readonly ResolvedCitation[]
  >(),
}
