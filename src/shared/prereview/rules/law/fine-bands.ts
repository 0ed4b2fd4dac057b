/**
 * Reads a penalty clause (罚则): which fines it allows, to whom, on what condition, and which other measures it demands.
 * Works on the words of a statute in the library as on a range that a document quotes.
 */
import type { ClauseMeasure, ClauseMention, FineBand, FineBase } from '../../../catalogue/penalty-ranges.ts'
import { NUMBER, numberOf } from './numerals.ts'

const AMOUNT = `(?:${NUMBER}元|[百千]分之${NUMBER}|[0-9.]+[%％]|${NUMBER}倍|等值)`
const END = '(?:的|）)?(?:罚款|$)'
const FINE = new RegExp(
  `(?<low>${AMOUNT}|${NUMBER})以上(?<high>${AMOUNT})以下${END}|(?<only>${AMOUNT})以下的?罚款` +
    `|罚款(?:数额|金额|幅度)?(?:为|是|：)(?<low2>${AMOUNT}|${NUMBER})以上(?<high2>${AMOUNT})以下`,
  'gu',
)

const BASES: readonly (readonly [RegExp, FineBase])[] = [
  [/货值金额?/u, 'goodsValue'],
  [/违法所得/u, 'illegalGain'],
  [/营业额|经营(?:总)?额|销售(?:金|总)?额/u, 'turnover'],
  [/合同价款|合同金额|工程造价|合同约定/u, 'contract'],
  [/投资额|总投资/u, 'investment'],
  [/广告费用?/u, 'advertising'],
]

interface Money {
  readonly value: number
  readonly unit: 'yuan' | 'times'
}

function moneyOf(text: string): Money | null {
  if (text === '等值') return { value: 1, unit: 'times' }
  const share = /^[百千]分之(.+)$/u.exec(text)?.[1] ?? /^([0-9.]+)[%％]$/u.exec(text)?.[1]
  const number = numberOf(share ?? text.replace(/[元倍]$/u, ''))
  if (number === null) return null
  if (share !== undefined) return { value: number / (text.startsWith('千') ? 1000 : 100), unit: 'times' }
  return { value: number, unit: text.endsWith('倍') ? 'times' : 'yuan' }
}

/** The words after the last mark of the given kind. */
function after(words: string, marks: RegExp): string {
  return words.split(marks).at(-1) ?? words
}

/** The base that stands last in the phrase of the figures: 并处违法经营额五倍. */
function baseBefore(words: string): FineBase {
  const phrase = after(words, /[，；。]/u)
  let best: { readonly at: number; readonly base: FineBase } | null = null
  for (const [pattern, base] of BASES) {
    const at = Math.max(-1, ...[...phrase.matchAll(new RegExp(pattern, 'gu'))].map(({ index }) => index))
    if (at > (best?.at ?? -1)) best = { at, base }
  }
  return best?.base ?? 'other'
}

const GIVEN = new RegExp(
  `(?<base>货值金额|违法所得|违法经营额|广告费用|合同价款)(?:的)?(?:在)?(?:(?:不足|低于|不满|在)?(?<below>${NUMBER})元(?:以下)?(?!以上)|` +
    `(?:超过)?(?<from>${NUMBER})元(?:以上|的)(?:不[足满](?<until>${NUMBER})元)?)`,
  'gu',
)

function givenIn(words: string): FineBand['given'] {
  const last = [...words.matchAll(GIVEN)].at(-1)
  if (last?.groups === undefined) return null
  const { base = '', below, from, until } = last.groups
  const known = BASES.find(([pattern]) => pattern.test(base))?.[1]
  if (known === undefined) return null
  const numbers = [from, until ?? below].map((one) => (one === undefined ? null : numberOf(one)))
  return { base: known, from: numbers[0] ?? null, below: numbers[1] ?? null }
}

function whenOf(words: string): FineBand['when'] | null {
  if (/情节(?:特别)?严重|情节恶劣/u.test(words)) return 'serious'
  if (/拒不|逾期[未不仍]|逾期/u.test(words)) return 'refused'
  if (/情节较轻|情节轻微|危害较小/u.test(words)) return 'light'
  if (/造成|致使|后果|事故/u.test(words)) return 'harm'
  if (/其中|无法计算|偏低/u.test(words)) return 'other'
  return null
}

/** Who is fined: the last 对… of the sentence says so; otherwise the one whose act the clause describes. */
function whoOf(sentence: string): FineBand['who'] {
  const named = [...sentence.matchAll(/(?:^|[，；。、并])对(?<whom>[^；。，]*?)(?=[可应]?以?[单并]?处|，|$)/gu)].at(-1)?.groups?.whom
  if (named !== undefined && /主管人员|责任人|负责人|管理人员/u.test(named)) return 'responsible'
  if (named !== undefined) return /个人|公民|自然人/u.test(named) ? 'citizen' : 'party'
  return /^(?:个人|公民)/u.test(sentence) ? 'citizen' : 'party'
}

/** 货值金额不足十万元的，按十万元计算 */
function floorAfter(words: string): number | null {
  const found = new RegExp(`^[^。]{0,30}?(?:货值金额|费用)不足(${NUMBER})元的，按(${NUMBER})元计算`, 'u').exec(words)
  return found === null ? null : numberOf(found[2] ?? '')
}

/** The fines of a clause, in their order. Words that do not tell a fine give none. */
export function fineBandsIn(clause: string): readonly FineBand[] {
  const words = clause.replace(/\s/gu, '')
  const bands: FineBand[] = []
  let end = 0
  let inherited: FineBand['when'] = 'always'
  for (const found of words.matchAll(FINE)) {
    const before = words.slice(end, found.index)
    end = found.index + found[0].length
    const { low, high, only, low2, high2 } = found.groups ?? {}
    const top = moneyOf(high ?? only ?? high2 ?? '')
    if (top === null) continue
    const bottom = lowEnd(low ?? low2, high ?? high2 ?? '')
    const sentence = after(before, /[；。]/u)
    const own = whenOf(sentence)
    inherited = own ?? (/[；。]/u.test(before) || bands.length === 0 ? 'always' : inherited)
    bands.push({
      who: whoOf(sentence),
      when: inherited,
      given: givenIn(sentence),
      of: top.unit === 'times' ? baseBefore(before) : null,
      floor: top.unit === 'times' ? floorAfter(words.slice(end)) : null,
      low: bottom,
      high: top.value,
    })
  }
  return bands
}

/** 一以上三倍以下, 二十以上五十万元以下: a low end without a unit has that of the high end. */
function lowEnd(low: string | undefined, high: string): number | null {
  if (low === undefined) return null
  if (/[元倍值%％]$|^[百千]分之/u.test(low)) return moneyOf(low)?.value ?? null
  const wan = high.endsWith('万元') && !low.endsWith('万') ? '万' : ''
  return moneyOf(`${low}${wan}${high.endsWith('倍') ? '倍' : '元'}`)?.value ?? null
}

/** False where the clause tells of more fines than were read: nothing may be concluded from the rest. */
export function readsWhole(clause: string): boolean {
  const words = clause.replace(/\s/gu, '').replace(/加处罚款|罚款数额(?:百|千)分之|罚款的?(?:数额|处罚)|行政罚款/gu, '')
  return [...words.matchAll(/罚款/gu)].length <= fineBandsIn(clause).length
}

const PROPERTY = /没收[^，；。]{0,60}(?:物品|产品|食品|药品|工具|商品|财物|设备|原料|器械|种子|农药|烟花爆竹|车辆|渔具|猎获物)/u

/** What the clause demands besides the fine, whatever the circumstances, and what only in serious ones. */
export function measuresIn(clause: string): {
  readonly demands: readonly ClauseMeasure[]
  readonly whenSerious: readonly ClauseMeasure[]
  readonly fineOptional: boolean
} {
  const words = clause.replace(/\s/gu, '')
  const turn = words.search(/情节(?:特别)?严重的?|拒不|逾期[未不仍]|造成[^，；。]*(?:后果|事故)/u)
  const plain = (turn < 0 ? words : words.slice(0, turn)).replace(/(?:可以|可)(?:并处|并)?没收[^，；。]*/gu, '')
  const seriousAt = words.search(/情节(?:特别)?严重的?/u)
  const serious = seriousAt < 0 ? '' : words.slice(seriousAt)
  const demands: ClauseMeasure[] = []
  if (/责令(?:其)?(?:限期|立即)?(?:改正|停止)/u.test(plain) && !/责令[^，；]{0,10}改正[^；]{0,6}；?拒不/u.test(plain)) {
    demands.push('orderCorrection')
  }
  if (/没收[^，；。]{0,60}违法所得|违法所得[^，；。]{0,6}予以没收/u.test(plain)) demands.push('confiscateGain')
  if (PROPERTY.test(plain)) demands.push('confiscateProperty')
  const whenSerious: ClauseMeasure[] = []
  if (/吊销/u.test(serious)) whenSerious.push('revokeLicence')
  if (/停产|停业|关闭|停止(?:营业|经营)/u.test(serious)) whenSerious.push('suspendBusiness')
  return { demands, whenSerious, fineOptional: /可以(?:并)?处[^；。]*罚款|可并处/u.test(plain) }
}

const MENTIONS: readonly (readonly [ClauseMention, RegExp])[] = [
  ['fine', /罚款/u],
  ['confiscation', /没收|收缴|追缴/u],
  ['revocation', /吊销|撤销|取消|注销/u],
  ['suspension', /停产|停业|关闭|停止|停工|暂停|取缔/u],
  ['detention', /拘留/u],
  ['warning', /警告/u],
]

/** Which kinds of penalty a clause (with its items) names at all, and whether it asks for a government's approval. */
export function mentionsIn(clause: string): { readonly mentions: readonly ClauseMention[]; readonly governmentApproval: boolean } {
  const words = clause.replace(/\s/gu, '')
  return {
    mentions: MENTIONS.filter(([, pattern]) => pattern.test(words)).map(([mention]) => mention),
    governmentApproval: /报[经请]?[^，；。]{0,12}(?:有批准权的)?[^，；。]{0,6}人民政府批准/u.test(words),
  }
}
