/**
 * Measures that the document itself orders or proposes (处理内容): its decision clauses, not the ranges and threats of the
 * statutes that it quotes, not what another document said before, not a merged total.
 */
import type { MeasureFact, MeasureKind } from './facts.ts'
import type { DocumentKindId } from '../intake/document-part.ts'
import type { PrintedAmount } from './amounts.ts'
import { printedAmounts } from './amounts.ts'
import {
  EARLIER,
  FINE,
  LIST_END,
  LIST_HEAD,
  LONGEST_LIST,
  NOT_OF_THE_AGENCY,
  OPERATIVE,
  ORDERING_NOTHING,
  PAYMENT,
  PROPOSING,
  RANGE_BEHIND,
  STATUTE,
  THREAT,
  TOLD,
  TOTAL_BEFORE,
  WORDS,
} from './measure-words.ts'
import { ruledSpans } from './citations.ts'
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

interface Zones {
  readonly spans: readonly Span[]
}

function listZones(text: string, quotes: readonly Span[]): Zones {
  const spans: Span[] = []
  for (const match of text.matchAll(LIST_HEAD)) {
    const start = match.index + match[0].length
    if (spanAt(quotes, match.index) !== null || start < (spans.at(-1)?.end ?? 0)) continue
    const lead = text.slice(Math.max(0, match.index - 40), match.index)
    if (
      /现将|告知(?:你[^。]{0,20})?$|提出|主要|主张/u.test(lead.split(/[。\n]/u).at(-1) ?? '') &&
      !/处罚|处理|决定/u.test(match[0])
    )
      continue
    const rest = text.slice(start, start + LONGEST_LIST)
    const stop = rest.search(LIST_END)
    const heading = rest.search(
      /\n(?:[一二三四五六七八九]、|[二三四五六七八九]是)?(?:履行|救济|权利|告知|缴纳|联系|事实|理由|陈述)/u,
    )
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
  /** 两项合计6565元的罚款: a total is told only where no single fine is. */
  readonly withTotals?: true
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
function sentence(
  { text, quotes }: Pick<Context, 'text' | 'quotes'>,
  start: number,
  end: number,
): { before: string; after: string } {
  const head = ownWords(text, quotes, start, 260)
  const cut = Math.max(...['。', '\n', '\t', ';'].map((mark) => head.lastIndexOf(mark)))
  const tail = text.slice(end, end + 160)
  const stop = tail.search(/[。;\n]/u)
  return { before: head.slice(cut + 1), after: stop < 0 ? tail : tail.slice(0, stop) }
}

/** The amount of a fine: behind 罚款, else just before it (处8万元罚款, 处采购金额95万元的5‰的罚款,计4750元). */
function amountOfFine(
  { text, amounts }: Context,
  start: number,
  end: number,
): { amount: PrintedAmount | null; range: boolean } {
  const place = countBefore(amounts, end)
  const next = amounts[place]
  const behind = next !== undefined && next.start - end <= 70 ? next : undefined
  const between = behind === undefined ? '' : text.slice(end, behind.start)
  const gap = between.replace(/\([^()]*$/u, '')
  const before = [amounts[place - 1], amounts[place - 2]].find(
    (amount) => amount !== undefined && amount.end <= start,
  )
  const reach = before === undefined ? null : text.slice(before.end, start)
  const beside = before !== undefined && reach !== null && reach.length <= 8 && /^\)?的?(?:行政)?$/u.test(reach)
  // 拟罚款由368000元调整为320000元: what it is now.
  const changed = amounts[place + 1]
  if (
    behind !== undefined &&
    changed !== undefined &&
    /^(?:数额|金额)?(?:由|从)(?:人民币)?$/u.test(gap) &&
    /^(?:调整|变更|更正|改|降)[^。;,]{0,4}为(?:人民币)?$/u.test(text.slice(behind.end, changed.start))
  )
    return { amount: changed, range: false }
  if (behind !== undefined && fits(gap) && !(beside && before?.range === null && /[,、]/u.test(gap))) {
    const last = endOfComputation(text, amounts, behind)
    return last.range === null
      ? { amount: last.unitPrice ? null : last, range: false }
      : { amount: null, range: true }
  }
  if (beside && before !== undefined)
    return before.range === null ? { amount: before, range: false } : { amount: null, range: true }
  return {
    amount: null,
    range:
      RANGE_BEHIND.test(text.slice(end, end + 20)) ||
      (before !== undefined && before.range !== null && start - before.end <= 12),
  }
}

/** Nothing but the rest of the expression stands between 罚款 and its amount. */
function fits(gap: string): boolean {
  return (
    gap.length <= 40 &&
    !/[。;\n]/u.test(gap) &&
    (/^[,、]?(?:的?(?:行政处罚)?)?(?:人民币|金额|数额|共计|合计|计|为|即|:|[(]|¥|大写|小写|￥|=|处以?|罚款)*$/u.test(
      gap,
    ) ||
      /^[\d.㎡×xX*×/]{1,30}$/u.test(gap) ||
      /^[^,。;]{1,30}[×*=]/u.test(gap) ||
      /^[^,。;没收警告]{0,24}(?:即|计|共|为|:)$/u.test(gap))
  )
}

/** 697㎡×11元/㎡=7667元: the result at the end, not the unit price. */
function endOfComputation(text: string, amounts: readonly PrintedAmount[], first: PrintedAmount): PrintedAmount {
  let last = first
  for (const amount of amounts.slice(countBefore(amounts, first.end), countBefore(amounts, first.end + 200))) {
    if (
      amount.start - last.end > 30 ||
      (amount.computed === null && !/^[^,。;\n]{0,20}[=]$/u.test(text.slice(last.end, amount.start)))
    )
      break
    last = amount
  }
  return last
}

const BEFORE_BARE_FINE = /^$|[处以予议定拟,;。”\n\t\d.、)一二三四五六七八九]/u

/** Whether the document orders what stands here. */
function isOrdered(context: Context, found: Found): boolean {
  const { text, quotes, zones } = context
  // A fine without an amount is ordered behind few words only; most of a long text is passed over here.
  if (found.kind === 'fine' && found.amount === null && !BEFORE_BARE_FINE.test(text.charAt(found.start - 1)))
    return false
  if (spanAt(quotes, found.start) !== null) return false
  const { before, after } = sentence(context, found.start, found.end)
  const inList = spanAt(zones.spans, found.start) !== null
  const clause = before.split(/,/u).at(-1) ?? ''
  const words = text.slice(found.start, found.end)
  if (after.startsWith('已')) return false
  if (
    found.kind === 'noPenalty' &&
    !(
      inList
        ? /(?:决定|拟|建议|作出)[^。;,]{0,30}$|^(?:\d{1,2}[.、])?(?:依法)?对[^。;,]{1,30}$/u
        : /(?:决定|拟|建议|作出)[^。;,]{0,30}$/u
    ).test(before)
  )
    return false
  if (
    found.kind === 'fine' &&
    found.amount === null &&
    !/(?:处以?|给予|科处|建议|决定|拟)$|^(?:\d{1,2}[.、)]|\(?[一二三四五六七八九]\)?[、.]?)?$/u.test(clause)
  )
    return false
  // 责令改正违法行为决定书, 收到责令改正决定后: names of papers.
  if (/^(?:违法行为)?(?:决定|通知书?|指令书?|告知书|书)(?!如下|对)/u.test(after)) return false
  if (context.withTotals !== true && TOTAL_BEFORE.test(clause) && found.kind === 'fine') return false
  if (EARLIER.test(before) && !/决定(?:对|给予|处|作出|如下)/u.test(before)) return false
  if (THREAT.test(before) && !(found.amount !== null && inList)) return false
  if (
    /^(?:的(?!行政处罚|处罚)|数额|决定书|通知书|告知书|基数|幅度|清单)/u.test(after) &&
    found.amount === null &&
    found.kind !== 'orderCorrection'
  )
    return false
  if (STATUTE.test(`${clause}${words}`) && !inList && !/决定/u.test(before)) return false
  if (/应当(?:责令|处|给予)$|应当$|可以$|可以并$/u.test(clause) && !inList) return false
  if (clause.endsWith('被')) return false
  if (inList) return !/不(?:予|再|作|适用)$|未(?:予|被)?$/u.test(clause)
  if (TOLD.test(before)) return false
  if (/不(?:予|再|作|适用|服)$|未(?:予|被|受)?$|经$|拒不$|已(?:被)?$|被$|后$|《[^》]*$/u.test(clause)) return false
  if (/作出了?[:“]{0,2}(?:\d[.、])?[^。;:]{0,16}$/u.test(before) && /处罚/u.test(after)) return true
  if (OPERATIVE.test(before.slice(-120)) || /^\)?的(?:行政)?处罚(?:决定)?/u.test(after)) return true
  return /^(?:决定|责令|给予|予以|处以?|并处|没收|吊销|拟|限)/u.test(words) && !NOT_OF_THE_AGENCY.test(clause)
}

function foundFines(context: Context): { found: Found; range: boolean }[] {
  return [...context.text.matchAll(FINE)].map((match) => {
    const start = match.index
    const end = start + match[0].length
    const { amount, range } = amountOfFine(context, start, end)
    return {
      found: {
        kind: 'fine' as const,
        start: Math.min(start, amount?.start ?? start),
        end: Math.max(end, amount?.end ?? end),
        amount,
      },
      range,
    }
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
  return WORDS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      // 没收生产假药的违法所得 is a gain; 没收组合烟花42箱和违法所得 is both.
      if (kind === 'confiscateProperty' && /^[^和及、]*(?:违法|非法)(?:经营|销售)?(?:所得|收入)/u.test(match[0]))
        return []
      const end = match.index + match[0].length
      const amount = kind === 'confiscateGain' ? amountBehind(context, end) : null
      return [{ kind, start: match.index, end: amount?.end ?? end, amount }]
    }),
  )
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
    for (const match of text
      .slice(zone.start, zone.end)
      .matchAll(
        new RegExp(
          String.raw`(?:^|\n)(?:\d{1,2}[.、]|\(\d{1,2}\)|[一二三四五六七八九]、|\([一二三四五六七八九]\))((?:立即|限|于|自|停止|拆除|恢复|` +
            String.raw`补|采取|将)[^\n]{4,160})`,
          'gu',
        ),
      )) {
      const start = zone.start + match.index + match[0].length - (match[1] ?? '').length
      const end = start + (match[1] ?? '').length
      if (!others.slice(countBefore(others, start - 80), countBefore(others, end)).some((found) => found.end > start))
        items.push({ kind: 'orderCorrection', start, end, amount: null })
    }
  }
  return items
}

const ITEM_BEFORE = /(?:^|[\n;。:])(?:\d{1,2}[.、]|\(\d{1,2}\)|[一二三四五六七八九]、|\([一二三四五六七八九]\))(?:依法|对你[^,;。]{0,4})?$/u

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
    const same = amount === null ? before.first : (before.byAmount.get(amount) ?? before.byAmount.get(null))
    const zone = spanAt(zones.spans, found.start)
    const together =
      same !== undefined &&
      amount !== null &&
      same.amount !== null &&
      ((zone !== null && zone === spanAt(zones.spans, same.start)) ||
        !/。/u.test(text.slice(same.end, Math.min(found.start, same.end + 400))))
    // 对张某某给予警告;对李某给予警告: one for each person of the list.
    const another =
      found.kind === 'warning' &&
      zone !== null &&
      zone === spanAt(zones.spans, before.last.start) &&
      /[;。\n][^;。\n]{0,8}对[^;。\n]{1,40}$/u.test(text.slice(before.last.end, found.start).slice(-80))
    // 1.停止违法行为;3.限期恢复原状: each numbered item is an order of its own.
    const item =
      found.kind === 'orderCorrection' &&
      zone !== null &&
      zone === spanAt(zones.spans, before.last.start) &&
      ITEM_BEFORE.test(text.slice(Math.max(0, found.start - 12), found.start)) &&
      ITEM_BEFORE.test(text.slice(Math.max(0, before.last.start - 12), before.last.start))
    const overlaps = before.last.start < found.end && found.start < before.last.end
    if (overlaps || (same !== undefined && !together && !another && !item)) {
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

/** All measures of the document in the order of the page. */
export function readMeasures(text: NormalisedText, kind: DocumentKindId): readonly MeasureFact[] {
  if (ORDERING_NOTHING.has(kind)) return []
  const { tight } = text
  // 作出“1.罚款…;2.没收…”的行政处罚: words of the decision itself, though between marks.
  const quotes = ruledSpans(text).filter(
    ({ start, end }) =>
      !(
        /(?:作出了?|给予了?|决定|处以?)[:]?$/u.test(tight.text.slice(Math.max(0, start - 8), start)) &&
        /^的(?:行政)?(?:处罚|处理)/u.test(tight.text.slice(end, end + 8))
      ),
  )
  const context: Context = {
    text: tight.text,
    quotes,
    zones: listZones(tight.text, quotes),
    amounts: printedAmounts(tight.text),
  }
  const fines = foundFines(context)
    .filter(({ range, found }) => !range || found.amount !== null)
    .map(({ found }) => found)
  const others = foundOthers(context)
  const withTotals: Context = { ...context, withTotals: true }
  const ordered = fines.filter((found) => isOrdered(context, found))
  const all = [
    ...(ordered.length > 0 ? ordered : fines.filter((found) => found.amount !== null && isOrdered(withTotals, found))),
    ...[
      ...others,
      ...foundPayments(context),
      ...foundItems(
        context,
        [...fines, ...others].sort((one, other) => one.start - other.start),
      ),
    ].filter((found) => isOrdered(context, found)),
  ]
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
