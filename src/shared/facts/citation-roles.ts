/** What a law is cited for (引用目的): the verb before it and what the sentence goes on to do. */
import type { CitationRole } from './facts.ts'
import { isAboutDiscretion } from './law-titles.ts'
import { spanAt } from './quotations.ts'
import type { Span } from './quotations.ts'

export interface CitedPlace {
  readonly law: string
  readonly article: number | null
  readonly start: number
  readonly end: number
  /** The citations joined to it by 和, 、 or a quotation share one verb. */
  readonly groupStart: number
  readonly groupEnd: number
  readonly quotation: Span | null
}

const TRIGGER = /违反|触犯|不符合|构成|定性|依据|根据|依照|按照|参照|鉴于|适用|符合|(?<=[,。;]|^)按/gu
const LOOK_BACK = 240
const LOOK_AHEAD = 140

const VIOLATED = /违反|触犯|不符合|构成|定性/u
const PROCEDURE =
  /加处|缴纳|缴至|逾期|强制执行|送达|公告|听证|陈述|申辩|告知|回避|立案|分期|延期|审核|集体讨论|履行|移送|先行登记|回执|公示|办案期限|行政拘留执行|查询|复制|证据使用/u
const REMEDY = /复议|诉讼|不服/u
const DISCRETION = /从轻|减轻|从重|不予(?:行政)?处罚|免予|免罚|轻微|裁量|酌情|初次违法/u
/** 依据…有关规定,我局对…进行了调查、审理: on what ground it looked, not what it orders. */
const INQUIRY = /(?:进行|开展)了?[^,。;]{0,6}(?:调查|审理|检查|审查|抽检)|立案调查/u
const SANCTION =
  /处罚|处以|处[\d一二三四五六七八九十人]|罚款|责令|没收|吊销|警告|决定|处理|给予|撤销|限期|收缴|追缴|并处|扣押|查封|退回|延长/u
/** Laws of how to punish, not of what for. */
const PROCEDURAL_LAW =
  /^(?:中华人民共和国)?(?:行政处罚法|行政强制法|行政诉讼法|行政复议法|民事诉讼法|行政许可法)$|程序(?:规定|规则|暂行规定)/u

/** The sentence's own words before a place: quotations blanked out. */
function before(text: string, quotes: readonly Span[], place: number): string {
  let from = Math.max(0, place - LOOK_BACK)
  const words: string[] = []
  let at = place - 1
  while (at >= from) {
    const quote = spanAt(quotes, at)
    if (quote !== null) {
      at = quote.start - 1
      from = Math.max(0, Math.min(from, at - 60))
      continue
    }
    const character = text.charAt(at)
    if (character === '。' || character === '\n') {
      if (character === '。' || !isWrapped(text, at)) break
    } else words.push(character)
    at -= 1
  }
  return words.reverse().join('')
}

/** A line end inside a sentence: the line before it stops at no mark. */
function isWrapped(text: string, lineEnd: number): boolean {
  return (
    /[\u3400-\u9fff,、(]/u.test(text.charAt(lineEnd - 1)) &&
    /[\u3400-\u9fff《,、。)]/u.test(text.charAt(lineEnd + 1)) &&
    lineEnd - (text.lastIndexOf('\n', lineEnd - 1) + 1) >= 16
  )
}

function after(text: string, place: number): string {
  const rest = text.slice(place, place + LOOK_AHEAD)
  // 依据…第三项的规定。责令当事人改正: the mark parts the ground from its order.
  const stop = rest.search(/(?<!规定|基准|要求)。|。(?!现?责令|现?决定|给予|(?:本|我)(?:机关|局|单位|队)决定)/u)
  return (stop < 0 ? rest : rest.slice(0, stop)).replaceAll('\n', '')
}

/** Up to the next citation with a verb of its own. */
function ownAfter(words: string): string {
  // a benchmark between the ground and the order (依据…,参照《…裁量基准》,决定) is no new ground
  const next = words.search(/(?:依据|根据|依照|按照|参照|,按|违反了?)《(?![^》]*(?:裁量|基准))/u)
  return next < 0 ? words : words.slice(0, next)
}

interface Words {
  readonly before: string
  readonly verb: string
  readonly lead: string
  readonly behind: string
  readonly quoted: string
  /** The titles and places cited together. */
  readonly group: string
  /** Nothing of the text follows. */
  readonly ends: boolean
}

/** Articles 30–33 of the Administrative Penalty Law (2021) rule on who is punished less or not at all. */
const ADJUSTING: readonly number[] = [30, 31, 32, 33]

function basisRole(
  law: string,
  article: number | null,
  { verb, lead, before: words, behind, quoted, group, ends }: Words,
): CitationRole {
  const near = behind
    .replace(/《[^《》]*》/gu, '《》')
    .replace(/\([^()]{0,40}\)|分别裁量/gu, '')
    .replace(/(?:收到|接到|自)本[^,。]{0,10}(?:决定书?|通知书)(?:送达)?之日/u, '')
    .replace(/经(?:本|我)?(?:局|机关|单位)?[^,。]{0,12}(?:集体)?(?:讨论|审议|研究)(?:决定|通过)?,/u, '')
    .replace(/^[^,。]{0,24}?(?:之|的)规定,?/u, '')
    .slice(0, 80)
  if (/复议法|诉讼法$/u.test(law) && REMEDY.test(words + behind)) return 'remedy'
  if (/不服/u.test(words) && REMEDY.test(near)) return 'remedy'
  if (/(?:违法行为|定性|认定)的?.{0,8}$/u.test(lead) && verb === '依据') return 'violated'
  if (/处罚的?.{0,6}$/u.test(lead) && verb === '依据') return 'basis'
  if (/现将[^。]{0,60}(?:公告|公示|公布|通报)|^[^。]{0,60}公示[^。]{0,20}(?:信息|处罚)/u.test(near)) return 'other'
  if (/^(?:的|之)?(?:规定)?,?(?:可以|应当|应|予以|给予|对其|依法)?(?:从轻|减轻|从重|不予|免予)/u.test(near))
    return 'discretion'
  if (/^(?:的|之)?(?:规定)?,?[^。]{0,16}(?:进行|予以|给予)(?:批评)?教育/u.test(near) && !/处罚/u.test(near)) return 'other'
  if (law.endsWith('行政处罚法') && article !== null && ADJUSTING.includes(article)) return 'discretion'
  if (group !== '' && /《[^》]*(?:不予|免予|免罚|不罚|轻微|从轻|减轻)[^》]*》/u.test(group)) return 'discretion'
  // 如拒不改正的,我局将依据…处罚: what is only threatened.
  if (/将(?:可以?)?$/u.test(lead) && /逾期|拒不|如果|仍/u.test(words) && !/加处|强制执行/u.test(near)) return 'other'
  // 依据《甲法》第三十一条第一款“建设单位未依法: the page breaks off before it tells what for.
  if (near === '' && !PROCEDURAL_LAW.test(law) && /^(?:依据|根据|依照|按照)$/u.test(verb) && ends) return 'basis'
  const sanction = near.search(SANCTION)
  const procedure = near.search(PROCEDURE)
  const discretion = near.search(DISCRETION)
  const inquiry = near.search(INQUIRY)
  if (inquiry >= 0 && [sanction, procedure].every((place) => place < 0 || inquiry < place)) return 'other'
  if (
    discretion >= 0 &&
    (discretion <= 14 || PROCEDURAL_LAW.test(law)) &&
    (sanction < 0 || discretion <= sanction + 1) &&
    (procedure < 0 || discretion < procedure)
  )
    return 'discretion'
  if (verb === '鉴于' || (DISCRETION.test(quoted) && PROCEDURAL_LAW.test(law))) return 'discretion'
  if (/不?适用$/u.test(verb) && PROCEDURAL_LAW.test(law)) return 'discretion'
  if (procedure >= 0 && (sanction < 0 || procedure < sanction || /^.{0,6}加处/u.test(near.slice(procedure - 6))))
    return 'procedure'
  if (/加处|逾期|缴纳|无法.{0,12}送达/u.test(words.slice(-60)) && !/决定/u.test(near)) return 'procedure'
  // 依据《行政许可法》第六十九条撤销登记, 依据《行政强制法》第四十四条强制拆除: what these laws themselves order.
  if (law.endsWith('行政许可法') && /撤销|撤回|注销/u.test(near)) return 'basis'
  if (law.endsWith('行政强制法') && /决定[^。]{0,60}强制(?!法)|代履行/u.test(near)) return 'basis'
  if (PROCEDURAL_LAW.test(law)) {
    const order = near.search(/责令/u)
    const penalty = near.search(/处罚|罚款/u)
    if (/改正|责令当事人/u.test(quoted) || (order >= 0 && (penalty < 0 || order < penalty))) return 'basis'
    return sanction >= 0 || procedure >= 0 || /程序/u.test(law) ? 'procedure' : 'other'
  }
  return sanction >= 0 || SANCTION.test(quoted) ? 'basis' : 'other'
}

/** 第一百六 / 处罚依据 / 十一条: the label of its own cell inside a number. */
const CUT_BY_LABEL = /处[罚理]依据/u

/** A cell under or beside 处罚依据 names its laws without a verb. */
function inBasisCell(text: string, place: number): boolean {
  const back = text.slice(Math.max(0, place - 600), place)
  const label = Math.max(back.lastIndexOf('处罚依据'), back.lastIndexOf('处理依据'))
  return label >= 0 && !/[。]/u.test(back.slice(label)) && !back.slice(label + 4).startsWith('的')
}

/** Another law or article follows before what they are cited for. */
const GOES_ON =
  /^(?:的|之)?(?:规定)?[,、和及以与]{0,2}(?:(?:依据|根据|依照|按照)?《|第[零〇一二两三四五六七八九十百\d]+[条、])/u

const VIOLATED_CELL = /违法行为类型|违反(?:的)?(?:法律)?(?:法规)?(?:条款|规定|依据)|定性依据|认定依据/gu

/** The nearest label before tells what is violated: 违法行为类型 | 《甲法》第二十八条. */
function inViolatedCell(text: string, place: number): boolean {
  const back = text.slice(Math.max(0, place - 120), place)
  const label = [...back.matchAll(VIOLATED_CELL)].at(-1)
  if (label === undefined) return false
  return /^[(\d)年版]*[:\t\n]+(?:《[^》\n]*》[^《。\n]*)*$/u.test(back.slice(label.index + label[0].length))
}

/** The role of one citation; `other` where the sentence does not tell. */
export function citationRole(text: string, quotes: readonly Span[], place: CitedPlace): CitationRole {
  if (isAboutDiscretion(place.law)) return 'discretion'
  const words = before(text, quotes, place.start)
  const triggers = [...words.matchAll(TRIGGER)]
  const trigger = triggers.at(-1)
  const behind = ownAfter(after(text, place.groupEnd))
  const ownBehind = ownAfter(after(text, place.quotation?.end ?? place.end))
  const quoted = place.quotation === null ? '' : text.slice(place.quotation.start, place.quotation.end)
  const lead = trigger === undefined ? '' : words.slice(0, trigger.index)
  const verb = trigger?.[0] ?? ''
  // 违反了甲法第二十四条,构成同法第八十六条所列之违法行为: the second is what is punished.
  if (verb === '构成' && triggers.slice(0, -1).some(([word]) => word === '违反')) return 'basis'
  if (verb === '不符合' && PROCEDURAL_LAW.test(place.law)) return 'discretion'
  if (VIOLATED.test(verb)) return 'violated'
  if (verb === '' && inViolatedCell(text, place.groupStart)) return 'violated'
  if (verb === '' && (inBasisCell(text, place.groupStart) || CUT_BY_LABEL.test(text.slice(place.start, place.end))))
    return 'basis'
  if (verb === '' && /^(?:的|之)?规定?.{0,12}(?:违法行为|违反)/u.test(ownBehind)) return 'violated'
  return basisRole(place.law, place.article, {
    before: words,
    verb,
    lead,
    behind: GOES_ON.test(ownBehind) ? behind : ownBehind,
    quoted,
    group: text.slice(place.groupStart, place.groupEnd),
    ends: text.length - (place.quotation?.end ?? place.groupEnd) <= 2,
  })
}
