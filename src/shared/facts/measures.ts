/**
 * Measures that the document itself orders or proposes (处理内容): its decision clauses, not the ranges and threats of the
 * statutes that it quotes, not what another document said before, not a merged total.
 */
import type { MeasureFact } from './facts.ts'
import type { DocumentKindId } from '../intake/document-part.ts'
import { printedAmounts } from './amounts.ts'
import { ruledSpans } from './citations.ts'
import { beforeFine, foundFines, foundItems, foundOthers, foundPayments } from './measure-finders.ts'
import type { Context, Found, Zones } from './measure-finders.ts'
import {
  EARLIER,
  LIST_END,
  LIST_HEAD,
  LONGEST_LIST,
  MERGED_LIST,
  NOT_OF_THE_AGENCY,
  OPERATIVE,
  ORDERING_NOTHING,
  PROPOSING,
  STATUTE,
  THREAT,
  TOLD,
  TOTAL_BEFORE,
} from './measure-words.ts'
import type { NormalisedText } from './normalised-text.ts'
import { countBefore, spanAt } from './quotations.ts'
import type { Span } from './quotations.ts'
import { isReported } from './reported-measures.ts'
import { once } from './repeated-measures.ts'

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

const BY_ARTICLE = /(?:依据|根据|依照|按照)[^。;]{2,80}[条款项](?:之|的)?(?:规定)?,(?:并|现)?处以?$/u
const DECIDED = /(?:局|机关|委|厅|现|会|队|关)决定[^,;]{0,40}$/u
const ROW_GOES_ON = /^[\u3400-\u9fff]{4,30}(?:分行|支行|[局会队署])20\d{2}年\d{1,2}月\d{1,2}日/u

const BEFORE_BARE_FINE = /^$|[处以予议定拟,;。”\n\t\d.、)一二三四五六七八九]/u

/** Whether the document orders what stands here. */
function isOrdered(context: Context, found: Found): boolean {
  const { text, quotes, zones } = context
  // A fine without an amount is ordered behind few words only; most of a long text is passed over here.
  if (found.kind === 'fine' && found.amount === null && !BEFORE_BARE_FINE.test(text.charAt(found.start - 1)))
    return false
  if (spanAt(quotes, found.start) !== null) return false
  const { before, after } = sentence(context, found.start, found.end)
  const inList =
    spanAt(zones.spans, found.start) !== null ||
    (context.withTotals === true && spanAt(context.merged, found.start) !== null)
  const clause = before.split(/,/u).at(-1) ?? ''
  const words = text.slice(found.start, found.end)
  if (after.startsWith('已')) return false
  // 计罚19日,每日罚款12万元: what a day costs, not what must be paid.
  if (found.kind === 'fine' && /每[日天](?:处以?|按)?$/u.test(clause)) return false
  // 没收违法所得、没收非法财物的金额(元): the label of a cell.
  if (/^(?:[、,和]没收[^。;,\n]{2,12})?的?(?:金额|价值)(?:\([^()]{1,6}\))?(?:$|[:\t])/u.test(after)) return false
  // 暂扣或吊销证照名称及编号:-
  if (/^[^。;,\n]{0,6}名称[^。;,\n]{0,6}[:\t]/u.test(after)) return false
  if (context.withTotals !== true && spanAt(context.merged, found.start) !== null) return false
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
  // 合计退回…元,并处罚款…元: both are sums of what stands above.
  if (
    context.withTotals !== true &&
    (found.kind === 'fine' || found.kind === 'other') &&
    /^(?:以上|上述|综上)?[^,]{0,6}(?:合计|共计|总计)/u.test(`${before}${words}`)
  )
    return false
  if (EARLIER.test(before) && !/决定(?:对|给予|处|作出|如下)/u.test(before)) return false
  // 鉴于你拒不改正,本局决定处以罚款: a reason, no threat.
  if (THREAT.test(before) && !(found.amount !== null && (inList || DECIDED.test(clause)))) return false
  if (
    /^(?:的(?!行政处罚|处罚)|数额|决定书|通知书|告知书|基数|幅度|清单)/u.test(after) &&
    found.amount === null &&
    found.kind !== 'orderCorrection'
  )
    return false
  if (STATUTE.test(`${clause}${words}`) && !inList && !/决定/u.test(before)) return false
  if (/应当(?:责令|处|给予)$|应当$|可以$|可以并$/u.test(clause) && !inList) return false
  // 被警告并处罚款20万元: as the press tells it.
  if (found.kind === 'warning' && beforeFine(context, found.end, after)) return true
  if (clause.endsWith('被')) return false
  // …负有责任罚款1.5万元甲银行乙分行2024年9月29日: the row of a table, whose next cells name who decided and when.
  if (found.kind === 'fine' && found.amount !== null && ROW_GOES_ON.test(after)) return true
  if (inList) return !/不(?:予|再|作|适用)$|未(?:予|被)?$/u.test(clause)
  // 违反甲条例第四十八条,依据同条例第九十一条第四项,处罚款2万元。
  if (found.kind === 'fine' && found.amount !== null && /^(?:并|现)?处以?$/u.test(clause) && BY_ARTICLE.test(before)) return true
  // 未申请听证,集体研究决定罚款二万元: the decision stands in a clause of its own.
  if (TOLD.test(before) && !/决定(?:对|给予|处以?)?[^,]{0,12}$/u.test(clause)) return false
  if (/不(?:予|再|作|适用|服)$|未(?:予|被|受)?$|经$|拒不$|已(?:被)?$|被$|后$|《[^》]*$/u.test(clause)) return false
  if (/作出了?[:“]{0,2}(?:\d[.、])?[^。;:]{0,16}$/u.test(before) && /处罚/u.test(after)) return true
  if (OPERATIVE.test(before.slice(-120)) || /^\)?的(?:行政)?处罚(?:决定)?/u.test(after)) return true
  if (/(?:进行|予以)没收$/u.test(words)) return !NOT_OF_THE_AGENCY.test(clause)
  return /^(?:决定|责令|给予|予以|处以?|并处|没收|吊销|拟|限)/u.test(words) && !NOT_OF_THE_AGENCY.test(clause)
}

function isTold(context: Context, found: Found, kind: DocumentKindId): boolean {
  return (
    spanAt(context.quotes, found.start) === null &&
    isReported(kind, found, sentence(context, found.start, found.end).before)
  )
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
    merged: [...tight.text.matchAll(MERGED_LIST)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  }
  const fines = foundFines(context)
    .filter(({ range, found }) => !range || found.amount !== null)
    .map(({ found }) => found)
  const others = foundOthers(context)
  const withTotals: Context = { ...context, withTotals: true }
  const ordered = fines.filter((found) => isOrdered(context, found))
  const candidates = [
    ...others,
    ...foundPayments(context),
    ...foundItems(
      context,
      [...fines, ...others].sort((one, other) => one.start - other.start),
    ),
  ]
  const single = candidates.filter((found) => isOrdered(context, found))
  const kinds = new Set(single.map((found) => found.kind))
  const all = [
    ...(ordered.length > 0 ? ordered : fines.filter((found) => found.amount !== null && isOrdered(withTotals, found))),
    ...single,
    // What only the merged list orders.
    ...candidates.filter(
      (found) => !kinds.has(found.kind) && spanAt(context.merged, found.start) !== null && isOrdered(withTotals, found),
    ),
  ]
  const told = all.length > 0 ? all : [...fines, ...candidates].filter((found) => isTold(context, found, kind))
  return once(
    told.sort((one, other) => one.start - other.start),
    context,
  ).map((found) => {
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
