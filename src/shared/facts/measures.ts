/**
 * Measures that the document itself orders or proposes (处理内容): its decision clauses, not the ranges and threats of the
 * statutes that it quotes, not what another document said before, not a merged total.
 */
import type { MeasureFact, MeasureKind } from './facts.ts'
import type { DocumentKindId } from '../intake/document-part.ts'
import type { PrintedAmount } from './amounts.ts'
import { printedAmounts } from './amounts.ts'
import { quotedSpans } from './citations.ts'
import type { NormalisedText } from './normalised-text.ts'
import { countBefore, spanAt } from './quotations.ts'
import type { Span } from './quotations.ts'

/** A measure word found in the text, before it is known whether the document orders it. */
interface Found {
  readonly kind: MeasureKind
  readonly start: number
  readonly end: number
  readonly amount: PrintedAmount | null
}

const WORDS: readonly (readonly [MeasureKind, RegExp])[] = [
  ['suspendBusiness', /责令(?:其|你(?:单位|公司|店|厂)?|当事人)?(?:立即)?(?:停产停业|停业整顿|停产整治|停产整顿|停业|停产|关闭)/gu],
  ['orderCorrection', /责令[^。;\n“”]{0,36}?(?:改正|停止|退还|恢复|拆除|整改|补办|补种|清除|治理|消除|召回|报批|限期|转入|补足|补缴|采取)|限(?:期|于|你|当事人)[^。;\n“”]{0,30}?(?:改正|拆除|恢复|整改|补种|退还|清除)/gu],
  ['warning', /(?:给予|处以?|予以|并处|作出)?[^。;,\n《》“”]{0,16}?警告(?=[,。;、\n)的并及]|处|$)/gu],
  ['criticism', /通报批评/gu],
  ['confiscateGain', /没收(?:其|你(?:单位|公司|店|厂)|当事人)?[^。;,\n]{0,12}?(?:违法|非法)(?:经营|销售)?(?:所得|收入)/gu],
  ['confiscateProperty', /没收(?!(?:其|当事人|你.{0,2})?(?:全部)?(?:的)?(?:违法|非法)(?:经营|销售)?(?:所得|收入)|款|金额)[^。;,\n]{2,40}/gu],
  ['suspendLicence', /暂扣[^。;,\n]{0,24}(?:证|执照|证件)/gu],
  ['downgrade', /降低资质等级/gu],
  ['revokeLicence', /吊销[^。;,\n]{0,30}(?:证|执照|许可|批准|资格)|撤销[^。;,\n]{0,24}(?:登记|许可|备案|批准)/gu],
  ['restrictActivity', /限制(?:开展)?(?:生产经营活动|生产|经营活动|申请)/gu],
  ['banFromProfession', /(?:终身|[一二三四五六七八九十\d]{1,3}年(?:内|之内))(?:不得|禁止)(?:从事|担任|申请)|限制从业|禁止从业|行业禁入|市场禁入/gu],
  ['detention', /行政拘留/gu],
  ['noPenalty', /(?:不予|免予|免于)(?:行政)?处罚/gu],
  ['seizure', /(?:予以|决定|实施)[^。;\n]{0,24}(?:查封|扣押)|(?:查封|扣押)(?:期限|你(?:单位|公司|店)?的?)/gu],
]
const FINE = /罚款|罚金/gu
/** Refunds and payments ordered: 退回、支付、返还 with an amount. */
const PAYMENT = /(?:退回|退还|返还|支付|补缴|追缴|退赔|收回|补足|清退)[^。;\n]{0,40}?$/u

/** The document decides here. */
const OPERATIVE = /决定|作出如下|如下(?:行政)?(?:处罚|处理)|处罚如下|处理如下|(?:现|兹|我局|本局|本机关|依法|特)?(?:责令|给予|予以|处以|并处|科处|对[^。;]{1,40}处)|拟(?:作出|处|对|给予|决定|罚款)?|建议|处罚内容|处罚结果|处罚决定|单项处罚/u
const STATUTE = /^[^。;]{0,10}(?:应当(?:给予|处|对|由|责令)|可以(?:并)?(?:处|给予|对)|由[^。;]{2,30}(?:部门|机关|政府|机构)(?:依法)?(?:责令|处|给予|没收|吊销|按照)|情节严重的|逾期不改正的|拒不改正的|构成犯罪|有下列)/u
const THREAT = /逾期|拒不|到期不|每日按|加处|如不|如拒|不履行|再次|将(?:依法|被|申请|按照|予以)|否则|情节严重的|的,(?:由|责令|处|并处|可以|没收|依照|吊销)/u
/** What was done or said before, by this agency or another. */
const EARLIER = /曾(?:因|被|经)|此前|以前|上一年|已于|已经|前次|原处罚|该决定书|申请人|听证会上|请求|要求|希望|辩称|认为.{0,20}(?:过重|过高)|无行政处罚|首次告知|第一次告知|供裁量参考|被处以|被处罚|受过|予以撤回|降了/u
const TOLD = /告知(?:你|当事人|了|其)[^。;]{0,30}(?:拟|享有|将)|拟(?:作出)?(?:的)?(?:行政)?处罚(?:决定)?的?(?:事实|内容|理由|种类)|申请.{0,8}(?:听证|强制执行)/u
const TOTAL_BEFORE = /(?:合计|共计|总计|合并|罚没款?(?:合计|共计|总额)|以上|上述)[^。;,\n]{0,16}$/u
const RANGE_BEHIND = /^[^。;,\n]{0,12}(?:以上|以下|幅度)/u

/** Where a list of measures begins and how far it reaches. */
const LIST_HEAD = /(?:如下|以下)(?:的)?(?:行政)?(?:处罚|处理|决定|处罚决定|处理决定|行政处罚决定|意见)?[^。;\n]{0,14}[:。]?\n?|(?:拟作出的行政处罚|拟(?:作)?(?:出)?(?:行政)?(?:处罚|处理)?决定|处罚内容|处罚结果|处罚决定内容|行政处罚内容|决定(?:内容|事项)|处理决定|处罚种类和内容|处罚决定)(?:\t|:|\n)|(?:并|故|现|特|我局|本局|本机关|本关|我关)?决定[:]\n?/gu
const LIST_END = /(?:如不服|不服本|履行方式|缴纳方式|申请行政复议|申请复议|提起行政诉讼|(?:当事人|你(?:单位|公司|厂|店|户)?|被处罚(?:人|单位))(?:应当?|须|必须)(?:自|在|于)|自(?:收到|接到|送达)|限于?(?:接到|收到)|收款银行|逾期|联系人|救济|(?:以上|上述)罚(?:没)?款|罚款(?:限|缴|自|应)|请于|法定期限|告知如下|享有|你公司的权利|根据《中华人民共和国行政处罚法》第[四六][十三四五六]|要求听证|有权|未在)/u
const LONGEST_LIST = 1600

/** Words before 责令 that make it a report of something, not an order. */
const NOT_OF_THE_AGENCY = /\d日[^前]{0,12}$|由|应当|可以|被|经|曾|未|后|下达|出具|制作|发出|送达|要求|《|\d、|证据|以上事实/u

interface Zones {
  readonly spans: readonly Span[]
}

function listZones(text: string, quotes: readonly Span[]): Zones {
  const spans: Span[] = []
  for (const match of text.matchAll(LIST_HEAD)) {
    const start = match.index + match[0].length
    if (spanAt(quotes, match.index) !== null || start < (spans.at(-1)?.end ?? 0)) continue
    const lead = text.slice(Math.max(0, match.index - 40), match.index)
    if (/现将|告知(?:你[^。]{0,20})?$|提出|主要|主张/u.test(lead.split(/[。\n]/u).at(-1) ?? '') && !/处罚|处理|决定/u.test(match[0])) continue
    const rest = text.slice(start, start + LONGEST_LIST)
    const stop = rest.search(LIST_END)
    const heading = rest.search(/\n(?:[一二三四五六七八九]、|[二三四五六七八九]是)?(?:履行|救济|权利|告知|缴纳|联系|事实|理由|陈述)/u)
    const ends = [stop, heading].filter((place) => place >= 0)
    spans.push({ start, end: start + (ends.length === 0 ? rest.length : Math.min(...ends)) })
  }
  return { spans }
}

interface Context {
  readonly text: string
  readonly quotes: readonly Span[]
  readonly zones: Zones
  readonly amounts: readonly PrintedAmount[]
}

/** The words before a place, `reach` of them, quotations left out. */
function ownWords(text: string, quotes: readonly Span[], place: number, reach: number): string {
  let words = ''
  let at = place
  while (at > 0 && words.length < reach) {
    const quote = spanAt(quotes, at - 1)
    if (quote !== null) {
      at = quote.start
      continue
    }
    const from = Math.max(0, at - 40)
    const inside = quotes[countBefore(quotes, at) - 1]
    const begin = Math.max(from, inside?.end ?? 0)
    words = text.slice(begin, at) + words
    at = begin
  }
  return words.slice(-reach)
}

/** The sentence around a place, cut at 。; and line ends, without what it quotes; `before` and `after` the place. */
function sentence({ text, quotes }: Pick<Context, 'text' | 'quotes'>, start: number, end: number): { before: string; after: string } {
  const head = ownWords(text, quotes, start, 260)
  const cut = Math.max(head.lastIndexOf('。'), head.lastIndexOf('\n'), head.lastIndexOf(';'))
  const tail = text.slice(end, end + 160)
  const stop = tail.search(/[。;\n]/u)
  return { before: head.slice(cut + 1), after: stop < 0 ? tail : tail.slice(0, stop) }
}

/** The amount of a fine: behind 罚款, else just before it (处8万元罚款, 处采购金额95万元的5‰的罚款,计4750元). */
function amountOfFine({ text, amounts }: Context, start: number, end: number): { amount: PrintedAmount | null; range: boolean } {
  const place = countBefore(amounts, end)
  const next = amounts[place]
  const behind = next !== undefined && next.start - end <= 70 ? next : undefined
  const between = behind === undefined ? '' : text.slice(end, behind.start)
  const gap = between.replace(/\([^()]*$/u, '')
  const before = [amounts[place - 1], amounts[place - 2]].find((amount) => amount !== undefined && amount.end <= start)
  const reach = before === undefined ? null : text.slice(before.end, start)
  const beside = before !== undefined && reach !== null && reach.length <= 8 && /^\)?的?(?:行政)?$/u.test(reach)
  // 拟罚款由368000元调整为320000元: what it is now.
  const changed = amounts[place + 1]
  if (behind !== undefined && changed !== undefined && /^(?:数额|金额)?(?:由|从)(?:人民币)?$/u.test(gap)
    && /^(?:调整|变更|更正|改|降)[^。;,]{0,4}为(?:人民币)?$/u.test(text.slice(behind.end, changed.start))) return { amount: changed, range: false }
  if (behind !== undefined && fits(gap) && !(beside && before?.range === null && /[,、]/u.test(gap))) {
    const last = endOfComputation(text, amounts, behind)
    return last.range === null ? { amount: last.unitPrice ? null : last, range: false } : { amount: null, range: true }
  }
  if (beside && before !== undefined) return before.range === null ? { amount: before, range: false } : { amount: null, range: true }
  return { amount: null, range: RANGE_BEHIND.test(text.slice(end, end + 20)) || before !== undefined && before.range !== null && start - before.end <= 12 }
}

/** Nothing but the rest of the expression stands between 罚款 and its amount. */
function fits(gap: string): boolean {
  return gap.length <= 40 && !/[。;\n]/u.test(gap)
    && (/^[,、]?(?:的?(?:行政处罚)?)?(?:人民币|金额|数额|共计|合计|计|为|即|:|[(]|¥|大写|小写|￥|=|处以?|罚款)*$/u.test(gap)
      || /^[\d.㎡×xX*×/]{1,30}$/u.test(gap) || /^[^,。;]{1,30}[×*=]/u.test(gap) || /^[^,。;没收警告]{0,24}(?:即|计|共|为|:)$/u.test(gap))
}

/** 697㎡×11元/㎡=7667元: the result at the end, not the unit price. */
function endOfComputation(text: string, amounts: readonly PrintedAmount[], first: PrintedAmount): PrintedAmount {
  let last = first
  for (const amount of amounts.slice(countBefore(amounts, first.end), countBefore(amounts, first.end + 200))) {
    if (amount.start - last.end > 30 || amount.computed === null && !/^[^,。;\n]{0,20}[=]$/u.test(text.slice(last.end, amount.start))) break
    last = amount
  }
  return last
}

/** Whether the document orders what stands here. */
function isOrdered(context: Context, found: Found): boolean {
  const { text, quotes, zones } = context
  if (spanAt(quotes, found.start) !== null) return false
  const { before, after } = sentence(context, found.start, found.end)
  const inList = spanAt(zones.spans, found.start) !== null
  const clause = before.split(/,/u).at(-1) ?? ''
  const words = text.slice(found.start, found.end)
  if (after.startsWith('已')) return false
  if (found.kind === 'noPenalty' && !(inList ? /(?:决定|拟|建议|作出)[^。;,]{0,30}$|^(?:\d{1,2}[.、])?(?:依法)?对[^。;,]{1,30}$/u : /(?:决定|拟|建议|作出)[^。;,]{0,30}$/u).test(before)) return false
  if (found.kind === 'fine' && found.amount === null && !/(?:处以?|给予|科处|建议|决定|拟)$|^(?:\d{1,2}[.、)]|\(?[一二三四五六七八九]\)?[、.]?)?$/u.test(clause)) return false
  // 责令改正违法行为决定书, 收到责令改正决定后: names of papers.
  if (/^(?:违法行为)?(?:决定|通知书?|指令书?|告知书|书)(?!如下|对)/u.test(after)) return false
  if (TOTAL_BEFORE.test(clause) && found.kind === 'fine') return false
  if (EARLIER.test(before) && !/决定(?:对|给予|处|作出|如下)/u.test(before)) return false
  if (THREAT.test(before) && !(found.amount !== null && inList)) return false
  if (/^(?:的(?!行政处罚|处罚)|数额|决定书|通知书|告知书|基数|幅度|清单)/u.test(after) && found.amount === null && found.kind !== 'orderCorrection') return false
  if (STATUTE.test(`${clause}${words}`) && !inList && !/决定/u.test(before)) return false
  if (/应当(?:责令|处|给予)$|应当$|可以$|可以并$/u.test(clause) && !inList) return false
  if (clause.endsWith('被')) return false
  if (inList) return !/不(?:予|再|作|适用)$|未(?:予|被)?$/u.test(clause)
  if (TOLD.test(before)) return false
  if (/不(?:予|再|作|适用|服)$|未(?:予|被|受)?$|经$|拒不$|已(?:被)?$|被$|后$|《[^》]*$/u.test(clause)) return false
  if (OPERATIVE.test(before.slice(-120)) || /^\)?的(?:行政)?处罚(?:决定)?/u.test(after)) return true
  return /^(?:决定|责令|给予|予以|处以?|并处|没收|吊销|拟|限)/u.test(words) && !NOT_OF_THE_AGENCY.test(clause)
}

function foundFines(context: Context): { found: Found; range: boolean }[] {
  return [...context.text.matchAll(FINE)].map((match) => {
    const start = match.index
    const end = start + match[0].length
    const { amount, range } = amountOfFine(context, start, end)
    return { found: { kind: 'fine' as const, start: Math.min(start, amount?.start ?? start), end: Math.max(end, amount?.end ?? end), amount }, range }
  })
}

/** 没收违法所得2,280元: an amount behind, before the clause ends. */
function amountBehind({ text, amounts }: Context, end: number): PrintedAmount | null {
  const amount = amounts[countBefore(amounts, end)]
  if (amount === undefined || amount.start - end > 24 || amount.range !== null) return null
  const gap = text.slice(end, amount.start)
  return /^[^。;\n,]{0,20}$/u.test(gap) && !/罚款|处|并/u.test(gap) ? amount : null
}

function foundOthers(context: Context): Found[] {
  const { text } = context
  return WORDS.flatMap(([kind, pattern]) => [...text.matchAll(pattern)].flatMap((match) => {
    // 没收生产假药的违法所得 is a gain; 没收组合烟花42箱和违法所得 is both.
    if (kind === 'confiscateProperty' && /^[^和及、]*(?:违法|非法)(?:经营|销售)?(?:所得|收入)/u.test(match[0])) return []
    const end = match.index + match[0].length
    const amount = kind === 'confiscateGain' ? amountBehind(context, end) : null
    return [{ kind, start: match.index, end: amount?.end ?? end, amount }]
  }))
}

function foundPayments({ text, amounts }: Context): Found[] {
  return amounts.flatMap((amount) => {
    if (amount.range !== null || amount.unitPrice) return []
    const match = PAYMENT.exec(text.slice(Math.max(0, amount.start - 60), amount.start))
    if (match === null || /罚款|所得/u.test(match[0])) return []
    return [{ kind: 'other' as const, start: amount.start - match[0].length, end: amount.end, amount }]
  })
}

/** Items of a list that hold no word of a measure but order something: 1.立即对堆放的物料进行覆盖. */
function foundItems({ text, zones }: Context, others: readonly Found[]): Found[] {
  const items: Found[] = []
  for (const zone of zones.spans) {
    for (const match of text.slice(zone.start, zone.end).matchAll(/(?:^|\n)(?:\d{1,2}[.、]|\(\d{1,2}\)|[一二三四五六七八九]、|\([一二三四五六七八九]\))((?:立即|限|于|自|停止|拆除|恢复|补|采取|将)[^\n]{6,160})/gu)) {
      const start = zone.start + match.index + match[0].length - (match[1] ?? '').length
      const end = start + (match[1] ?? '').length
      if (!others.slice(countBefore(others, start - 80), countBefore(others, end)).some((found) => found.end > start)) items.push({ kind: 'orderCorrection', start, end, amount: null })
    }
  }
  return items
}

/** Documents that propose and do not order. */
const PROPOSING = new Set<DocumentKindId>((
    'prior-notice investigation-report submission-form' +
    ' explanation discretion-sheet discussion-minutes' +
    ' review-opinion hearing-report recheck-opinion' +
    ' hearing-record filing-form materials-list' +
    ' transfer-check hearing-notice expert-opinion'
  ).split(' '))

/** The same measure twice is one, unless both stand in one list or table. */
function once(founds: readonly Found[], { zones, text }: Context): Found[] {
  const kept = new Set<Found>()
  const known = new Map<MeasureKind, { last: Found; first: Found; byAmount: Map<number | null, Found> }>()
  for (const found of founds) {
    const amount = found.amount?.yuan ?? null
    const before = known.get(found.kind)
    if (before === undefined) {
      known.set(found.kind, { last: found, first: found, byAmount: new Map([[amount, found]]) })
      kept.add(found)
      continue
    }
    const same = amount === null ? before.first : before.byAmount.get(amount) ?? before.byAmount.get(null)
    const zone = spanAt(zones.spans, found.start)
    const together = same !== undefined && amount !== null && same.amount !== null
      && (zone !== null && zone === spanAt(zones.spans, same.start) || !/。/u.test(text.slice(same.end, Math.min(found.start, same.end + 400))))
    const overlaps = before.last.start < found.end && found.start < before.last.end
    if (overlaps || same !== undefined && !together) {
      if (same !== undefined && same.amount === null && amount !== null) {
        kept.delete(same)
        kept.add(found)
        before.byAmount.delete(null)
        before.byAmount.set(amount, found)
        if (before.first === same) before.first = found
      }
      continue
    }
    kept.add(found)
    before.last = found
    before.byAmount.set(amount, found)
  }
  return [...kept].sort((one, other) => one.start - other.start)
}

/** Documents that tell of facts or of what others want: they order nothing. */
const ORDERING_NOTHING = new Set<DocumentKindId>((
    'clue-form inspection-record inquiry-record' +
    ' photo-evidence sampling-record test-report' +
    ' identity-papers power-of-attorney' +
    ' officer-certificates evidence-list service-receipt' +
    ' defence hearing-request recordings-index' +
    ' legal-basis-extract earlier-penalty materials-list' +
    ' licence-application payment-receipt goods-list' +
    ' enforcement-delegation correction-check'
  ).split(' '))

/** All measures of the document in the order of the page. */
export function readMeasures(text: NormalisedText, kind: DocumentKindId): readonly MeasureFact[] {
  if (ORDERING_NOTHING.has(kind)) return []
  const { tight } = text
  const quotes = quotedSpans(text)
  const context: Context = { text: tight.text, quotes, zones: listZones(tight.text, quotes), amounts: printedAmounts(tight.text) }
  const fines = foundFines(context).filter(({ range, found }) => !range || found.amount !== null).map(({ found }) => found)
  const others = foundOthers(context)
  const all = [...fines, ...others, ...foundPayments(context), ...foundItems(context, [...fines, ...others].sort((one, other) => one.start - other.start))]
    .filter((found) => isOrdered(context, found))
    .sort((one, other) => one.start - other.start)
  return once(all, context).map((found) => {
    const { before } = sentence(context, found.start, found.end)
    const proposed = PROPOSING.has(kind) || /拟|建议/u.test(before.slice(-60))
    return {
      kind: found.kind,
      yuan: found.amount?.yuan ?? null,
      words: found.amount?.words ?? null,
      standing: proposed ? 'proposed' : 'ordered',
      passage: tight.passage(found.start, found.end),
    }
  })
}
