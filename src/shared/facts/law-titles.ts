/** Titles of laws (法规名称) as documents print them: in 《》, never closed, by an alias, by 同法 or 该条例. */

export interface PrintedTitle {
  /** Without its own 《》; marks inside it as printed: 甲省实施〈乙法〉办法. */
  readonly title: string
  readonly start: number
  /** Behind the closing mark. */
  readonly end: number
}

const LONGEST_TITLE = 80
/** 《关于适用《甲法》的解释》: more marks within one another are no title. */
const DEEPEST = 3
const TITLE_END = /[,。;:“”\n!?]/u
const ARTICLE_MARK = /^第[零〇一二两三四五六七八九十百千\d]{1,7}条/u

/** The title that 《 at `open` begins. A 《 never closed ends before the article, or with the first law-like ending. */
export function titleAt(text: string, open: number): PrintedTitle | null {
  let depth = 0
  const limit = Math.min(text.length, open + LONGEST_TITLE)
  let brackets = 0
  for (let place = open; place < limit; place += 1) {
    const character = text.charAt(place)
    if (character === '《') depth += 1
    if (depth > DEEPEST) return null
    if (character === '(') brackets += 1
    if (character === ')') brackets -= 1
    if (character === '》') {
      depth -= 1
      if (depth === 0) return { title: cleanTitle(text.slice(open + 1, place)), start: open, end: place + 1 }
    }
    // A title broken over a line end goes on; at another mark it was never closed.
    const broken = character !== '\n' && TITLE_END.test(character) && brackets === 0
    if (place > open && (broken || (character === '第' && ARTICLE_MARK.test(text.slice(place, place + 9))))) break
  }
  const rest = text.slice(open + 1, limit)
  const unclosed = /^([\u3400-\u9fff]{2,40}?(?:法|条例|规定|办法|细则|规则))(?=第|的规定|之规定|\(|$)/u.exec(
    rest,
  )?.[1]
  return unclosed === undefined ? null : { title: cleanTitle(unclosed), start: open, end: open + 1 + unclosed.length }
}

function cleanTitle(printed: string): string {
  return printed
    .replace(/[\n\t]/gu, '')
    // (2021修正): which version is meant, no part of the title.
    .replace(/(?<=法|条例|规定|办法|细则)\((?:19|20)\d{2}年?(?:第[一二三四五]次)?(?:修正|修订)(?:版|本)?\)$/u, '')
    .replace(/[<〈《]([^<>〈〉《》]*)[>〉》]$/u, '$1')
    // 甲省实施〔乙法〕办法: the view has one form for all square brackets; pages print this one in a title.
    .replace(/\[([\u3400-\u9fff]{3,40})\]/gu, '〔$1〕')
    .replace(/^[\s“]+|[\s”]+$/gu, '')
}

/** National and trade standards are no law: GB 18483-2001, HJ 91.1-2019. */
const STANDARD = new RegExp(
  String.raw`(?:GB|HJ|DB\d|JGJ|CJJ|AQ|YY|WS|TSG|JT|NY)[\s/T]*\d|(?:技术规范|技术规程|技术导则|技术规定|质量标准|排放标准|` +
    String.raw`安全标准|编制导则|设计规范|验收规范|设计标准)(?:\(.*\))?$`,
  'u',
)
const NO_LAW = new RegExp(
  String.raw`(?:书|笔录|记录|表|照|证|单|函|合同|协议|协议书|清单|回执|回证|报告|档案|台账|图|发票|身份证|许可证|执照|公告|简易|卷宗|声明|章程|方案|` +
    String.raw`报告单|说明|材料|凭证|批复|纪要|情况|通报)(?:\(.*\))?$`,
  'u',
)
const LAW = new RegExp(
  String.raw`(?:法|法典|条例|规定|办法|细则|规则|通则|解释|决定|裁量标准|裁量基准|裁量权基准|基准|裁量规则|适用规则|免罚清单|不罚清单|处罚清单|轻微违法.*清单|` +
    String.raw`事项清单|裁量.*(?:表|清单|规范)|规范|名录|目录|规程|准则|关于.*的?(?:通知|意见|答复|批复)|指导意见|暂行规定|标准|通告)(?:\([^()]*\)|` +
    String.raw`\d{4}年?版?)*$`,
  'u',
)
const DISCRETION = /裁量|免罚|不罚|不予处罚|轻微违法|减免责|从轻|免予处罚/u

export function isStandard(title: string): boolean {
  return STANDARD.test(title)
}

export function isAboutDiscretion(title: string): boolean {
  return DISCRETION.test(title)
}

/** Whether what stands in 《》 is a law; `withArticle` where 第…条 follows it. */
export function isLawTitle(title: string, withArticle: boolean): boolean {
  if (title.length < 2 || STANDARD.test(title)) return false
  if (isAboutDiscretion(title) && !/(?:书|笔录)$/u.test(title)) return true
  if (NO_LAW.test(title) && !/关于.*(?:适用|执行|法律|条例|规定|办法).*的?批复$/u.test(title)) return false
  if (/^关于印发.*(?:方案|计划|要点|安排|名单).*通知$/u.test(title)) return false
  // 关于开展…专项检查工作的通知: what to do, no rule.
  if (/(?:开展|做好|加强|部署|组织|召开|进一步)[^《》]*(?:工作|行动|整治|检查|抽检|培训)[^《》]*通知$/u.test(title)) return withArticle
  return withArticle || LAW.test(title)
}

const STATE = '中华人民共和国'
const BACK = /^(?:同一?|该|本|此|上述|前述|《?)(法|条例|规定|办法|细则|规则|解释|决定|法典)》?$/u

/** Which law a name means: known titles, aliases told by 以下简称, and words that point back. */
export class NamedLaws {
  private readonly aliases = new Map<string, string>()
  private readonly titles: string[] = []

  name(title: string): string {
    const known = this.aliases.get(title)
    const full = known ?? this.titles.find((other) => other === `${STATE}${title}`) ?? title
    // Named again, it is the last one named.
    const before = this.titles.lastIndexOf(full)
    if (before >= 0) this.titles.splice(before, 1)
    this.titles.push(full)
    return full
  }

  alias(short: string, title: string): void {
    if (short.length >= 1 && short.length <= 30) this.aliases.set(short, title)
  }

  get last(): string | null {
    return this.titles.at(-1) ?? null
  }

  /** The law that 同法, 该条例, 《条例》 or an alias means; null where the words name none. */
  meant(words: string): string | null {
    const bare = words.replace(/[《》]/gu, '')
    const alias = this.aliases.get(bare)
    if (alias !== undefined) return alias
    const back = BACK.exec(bare)
    if (back === null) return this.titles.findLast((title) => title === bare || title === `${STATE}${bare}`) ?? null
    const ending = back[1] ?? ''
    const same = this.titles.findLast((title) => title.replace(/\(.*\)$/u, '').endsWith(ending))
    return same ?? (bare.startsWith('同') ? this.last : null)
  }
}

const BARE_NAME = /([\u3400-\u9fff]{0,40}?(?:法典|法|条例|规定|办法|细则|规则|解释))(?:\([^()\n]{1,40}\))?的?$/u
const LEADING_WORDS =
  /^.*(?:违反了?|依据|依照|根据|按照|适用|符合|触犯|以及|参照|鉴于|构成|其中|不符合|对照|属于|(?:^|[^共])和(?!国)|与|及|按)(?=.)/u

/** The name that stands without 《》 before an article: 行政处罚法第三十条. Empty where none stands there. */
export function bareNameBefore(before: string): string {
  const name = BARE_NAME.exec(before)?.[1] ?? ''
  return name.replace(LEADING_WORDS, '')
}
