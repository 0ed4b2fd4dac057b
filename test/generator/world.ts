/** Fields of enforcement (执法领域) in which the invented cases play, each with acts that its agency really punishes. */
import type { Random } from './random.ts'

export interface Goods {
  readonly name: string
  readonly unit: string
  /** Found on the spot, and sold before. */
  readonly found: number
  readonly sold: number
  /** Yuan for one. */
  readonly price: number
}

/** An act and what it brings: the clause broken, the clause of the penalty, and the penalty itself. */
export interface Offence {
  /** 案由 */
  readonly cause: string
  /** What the party did, after the days and the place: 未取得排污许可证排放生产废水1328吨. */
  readonly act: string
  /** The act lasted from a day to another, or was found on one day. */
  readonly lasting: boolean
  readonly violated: string
  readonly basis: string
  /** The statute's words on the fine, for the discretion sheet; yuan. */
  readonly range: { readonly low: number; readonly high: number }
  /** The share by which the clause reckons the fine (上一年年收入百分之四十); the range is then one sum. */
  readonly share?: string
  readonly fine: number
  /** 违法所得; null where the act brings none. */
  readonly gain: number | null
  readonly goods: Goods | null
  /** 没收的财物 */
  readonly confiscateGoods: boolean
  readonly warning: boolean
  /** 责令……, without the word itself. */
  readonly correction: string
  readonly product: string | null
  /** Questions and answers of the inquiry, of this act. */
  readonly questions: readonly (readonly [string, string])[]
}

/** What a licence is asked for, and what the agency has to look at (许可事项). */
export interface LicenceMatter {
  /** 建设工程规划许可 */
  readonly item: string
  /** The clause with the conditions, and the one by which the agency grants. */
  readonly conditions: string
  readonly granted: string
  /** A circular of the agency's, on which alone nothing can rest. */
  readonly circular: string
  /** Conditions, as the record of the check lists them. */
  readonly checks: readonly string[]
  /** Why the licence is refused where it is. */
  readonly missing: string
  /** What the applicant hands in beside the application. */
  readonly papers: readonly string[]
  /** What neighbours say of it; null where it touches nobody. */
  readonly neighbours: string | null
  /** A hearing is always held. */
  readonly hearing: boolean
}

/** What a file is about (案卷种类). */
export type FileKind = 'penalty' | 'licence' | 'inspection' | 'measure' | 'execution' | 'court'

export interface World {
  readonly id: string
  /** A penalty where not given. */
  readonly file?: FileKind
  readonly licence?: LicenceMatter
  /** Row of the catalogue's sectors. */
  readonly sector: string
  readonly level: 'city' | 'county'
  /** 生态环境局 */
  readonly office: string
  readonly short: string
  readonly unit: string
  readonly party: 'company' | 'trader' | 'citizen'
  /** What the party is called after its brand: 电镀有限公司. */
  readonly trade: string
  readonly scope: string
  readonly place: string
  readonly hearing: 'always' | 'heavy'
  /** The clause by which property may be seized; null where none is. */
  readonly seizure: { readonly basis: string; readonly what: '查封' | '扣押' } | null
  readonly test: {
    readonly body: string
    readonly item: string
    readonly standard: string
    readonly word: '检验' | '监测' | '检测'
  } | null
  readonly benchmark: string
  readonly offence: (random: Random) => Offence
}
