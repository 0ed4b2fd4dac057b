/**
 * Measures told more than once (重复表述): the same measure twice is one, unless both stand in one list, for different
 * persons or for different breaches.
 */
import type { MeasureKind } from './facts.ts'
import type { Context, Found } from './measure-finders.ts'
import { spanAt } from './quotations.ts'

/** The item of a list that holds the place, from its number to its mark. */
function itemAround(text: string, start: number, end: number): string | null {
  const lead = /(?:^|[\n;。:])((?:\d{1,2}[.、]|\(\d{1,2}\)|[一二三四五六七八九]、)[^\n;。]{0,40})$/u.exec(
    text.slice(Math.max(0, start - 48), start),
  )?.[1]
  return lead === undefined ? null : `${lead}${text.slice(start, end)}`
}

const RESULT_LABEL = /(?:处罚(?:内容|结果|决定内容|金额)|罚款金额)(?=[:\t\n(])/gu

/** 决定作出如下处罚:1.…;2.罚款6000元, and the same list again behind its grounds. */
function toldAgain(text: string, one: Found, other: Found): boolean {
  const label = [...text.slice(one.end, other.start).matchAll(RESULT_LABEL)].at(-1)?.[0]
  const before = [...text.slice(Math.max(0, one.start - 200), one.start).matchAll(RESULT_LABEL)].at(-1)?.[0]
  // 处罚结果:罚款5409.6元 and 行政处罚内容:罚款5409.6元 of one form.
  if (label !== undefined && before !== undefined && label !== before) return true
  const item = itemAround(text, other.start, other.end)
  return (
    item !== null &&
    item === itemAround(text, one.start, one.end) &&
    /(?:如下|以下)(?:的)?(?:行政)?(?:处罚|处理)[^。;\n]{0,6}[:\n]/u.test(text.slice(one.end, other.start).slice(-300))
  )
}

/** 二、对虚构医药服务项目的行为,责令立即改正: each item for its own breach. */
const ITEM_FOR = /(?:^|[\n;。:])(?:\d{1,2}[.、]|\([\d一二三四五六七八九]{1,2}\)|[一二三四五六七八九]、)(?:针对|对)[^;。\n]{2,120},(?:依法)?$/u
const ITEM_BEFORE = /(?:^|[\n;。:])(?:\d{1,2}[.、]|\(\d{1,2}\)|[一二三四五六七八九]、|\([一二三四五六七八九]\))(?:依法|对你[^,;。]{0,4})?$/u

/** The same measure twice is one, unless both stand in one list or table. */
export function once(founds: readonly Found[], { zones, text }: Context): Found[] {
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
      !toldAgain(text, same, found) &&
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
      ((ITEM_BEFORE.test(text.slice(Math.max(0, found.start - 12), found.start)) &&
        ITEM_BEFORE.test(text.slice(Math.max(0, before.last.start - 12), before.last.start))) ||
        (ITEM_FOR.test(text.slice(Math.max(0, found.start - 140), found.start)) &&
          ITEM_FOR.test(text.slice(Math.max(0, before.last.start - 140), before.last.start))))
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
