/**
 * Finds the words of measures and the amounts that belong to them (处理内容的发现): fines by name or by 处以…元的行政处罚, other
 * measures, payments, and items of a list that order something without a word of a measure.
 */
import type { MeasureKind } from './facts.ts'
import type { PrintedAmount } from './amounts.ts'
import { FINE, PAYMENT, RANGE_BEHIND, WORDS } from './measure-words.ts'
import { countBefore } from './quotations.ts'
import type { Span } from './quotations.ts'

/** A measure word found in the text, before it is known whether the document orders it. */
export interface Found {
  readonly kind: MeasureKind
  readonly start: number
  readonly end: number
  readonly amount: PrintedAmount | null
}

/** Stretches of the text that list measures. */
export interface Zones {
  readonly spans: readonly Span[]
}

/** What the finders of measures look at. */
export interface Context {
  readonly text: string
  readonly quotes: readonly Span[]
  readonly zones: Zones
  readonly amounts: readonly PrintedAmount[]
  /** Lists that tell again, added up, what stands above. */
  readonly merged: readonly Span[]
  /** 两项合计6565元的罚款: a total is told only where no single fine is. */
  readonly withTotals?: true
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
  const beside =
    before !== undefined &&
    !before.unitPrice &&
    reach !== null &&
    reach.length <= 8 &&
    /^\)?的?(?:行政)?$/u.test(reach)
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
      /^[,、]?[^,。;]{1,30}[×*=]/u.test(gap) ||
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

/** 警告,并处罚款87.3万元: the row of a table that orders both. */
export function beforeFine({ amounts }: Context, end: number, after: string): boolean {
  const amount = amounts[countBefore(amounts, end)]
  const next =
    amount !== undefined &&
    amount.range === null &&
    amount.start - end <= 14 &&
    /^[,、]?(?:并|和|及|以及)?(?:处以?)?(?:人民币)?[^,。;]{0,10}(?:罚款|元)/u.test(after)
  // 警告,没收违法所得2.13万元,并处罚款86.5万元
  return next || /^[,、](?:并)?没收(?:违法|非法)所得[^。;,]{0,20}元,?(?:并)?(?:处以?)?(?:人民币)?[^,。;]{0,10}罚款/u.test(after)
}

/** 对其依法处以20150元人民币的行政处罚: a fine that is not called one. */
function unnamedFines({ text, amounts }: Context): { found: Found; range: boolean }[] {
  return amounts
    .filter(
      (amount) =>
        amount.range === null &&
        !amount.unitPrice &&
        /(?:处以?|给予)(?:人民币)?$/u.test(text.slice(Math.max(0, amount.start - 6), amount.start)) &&
        /^(?:人民币)?[整正]?的(?:行政)?处罚/u.test(text.slice(amount.end, amount.end + 10)),
    )
    .map((amount) => ({ found: { kind: 'fine', start: amount.start, end: amount.end, amount }, range: false }))
}

export function foundFines(context: Context): { found: Found; range: boolean }[] {
  return [
    ...namedFines(context),
    ...unnamedFines(context),
  ].sort((one, other) => one.found.start - other.found.start)
}

function namedFines(context: Context): { found: Found; range: boolean }[] {
  return [...context.text.matchAll(FINE)].flatMap((match) => {
    const start = match.index
    const end = start + match[0].length
    const apportioned = amountsApportioned(context, end)
    if (apportioned.length > 0)
      return apportioned.map((amount) => ({
        found: { kind: 'fine' as const, start: amount.start, end: amount.end, amount },
        range: false,
      }))
    const { amount, range } = amountOfFine(context, start, end)
    return [
      {
        found: {
          kind: 'fine' as const,
          start: Math.min(start, amount?.start ?? start),
          end: Math.max(end, amount?.end ?? end),
          amount,
        },
        range,
      },
    ]
  })
}

/** 处百分之五十的罚款,金额分别为19747.58元、691.17元: one fine for each amount. */
function amountsApportioned({ text, amounts }: Context, end: number): readonly PrintedAmount[] {
  const first = countBefore(amounts, end)
  const lead = text.slice(end, amounts[first]?.start ?? end)
  if (!/^[,、:(]?(?:金额|数额)?(?:分别|各)(?:为|是|计|处)?(?:人民币)?$/u.test(lead)) return []
  const listed: PrintedAmount[] = []
  for (const amount of amounts.slice(first)) {
    const last = listed.at(-1)
    if (amount.range !== null) break
    if (last !== undefined && !/^[、,和及与]{1,2}(?:人民币)?$/u.test(text.slice(last.end, amount.start))) break
    listed.push(amount)
  }
  return listed.length > 1 ? listed : []
}

/** 没收违法所得2,280元: an amount behind, before the clause ends. */
function amountBehind({ text, amounts }: Context, end: number): PrintedAmount | null {
  const amount = amounts[countBefore(amounts, end)]
  if (amount === undefined || amount.start - end > 24 || amount.range !== null) return null
  const gap = text.slice(end, amount.start)
  return /^[^。;\n,]{0,20}$/u.test(gap) && !/罚款|处|并/u.test(gap) ? amount : null
}

const PERSON = '(?:[\\u3400-\\u9fff]{1,2}[某*×]{1,2}|[\\u3400-\\u9fff]{2,3})'
/** 没收甲某某、乙某某违法所得: persons, no goods. */
const GAINS_OF_PERSONS = new RegExp(`^没收${PERSON}(?:[、和及]${PERSON})*的?(?:违法|非法)所得`, 'u')

/** 没收违法行为发生期间自本单位所获收入 */
const INCOME = /(?:所获|获取的?|取得的?)(?:收入|报酬)/u

export function foundOthers(context: Context): Found[] {
  const { text } = context
  return WORDS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      // 没收生产假药的违法所得 is a gain; 没收组合烟花42箱和违法所得 is both.
      if (kind === 'confiscateProperty' && /^[^和及、]*(?:违法|非法)(?:经营|销售)?(?:所得|收入)/u.test(match[0]))
        return []
      if (kind === 'confiscateProperty' && (GAINS_OF_PERSONS.test(match[0]) || INCOME.test(match[0]) || /^没收(?:非法|违法)?财物的?(?:金额|价值)/u.test(match[0]))) return []
      const end = match.index + match[0].length
      // 责令补缴养老保险费58,764.48元 is a payment.
      if (kind === 'orderCorrection' && /(?:补缴|补足|退还)$/u.test(match[0]) && amountBehind(context, end) !== null) return []
      const amount = kind === 'confiscateGain' ? amountBehind(context, end) : null
      return [{ kind, start: match.index, end: amount?.end ?? end, amount }]
    }),
  )
}

export function foundPayments({ text, amounts }: Context): Found[] {
  return amounts.flatMap((amount) => {
    if (amount.range !== null || amount.unitPrice) return []
    const match = PAYMENT.exec(text.slice(Math.max(0, amount.start - 60), amount.start))
    if (match === null || /罚款|所得|处(?:以)?(?:人民币)?$/u.test(match[0])) return []
    if (/^\)?的?罚款/u.test(text.slice(amount.end, amount.end + 4))) return []
    return [{ kind: 'other' as const, start: amount.start - match[0].length, end: amount.end, amount }]
  })
}

/** Items of a list that hold no word of a measure but order something: 1.立即对堆放的物料进行覆盖. */
export function foundItems({ text, zones }: Context, others: readonly Found[]): Found[] {
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
