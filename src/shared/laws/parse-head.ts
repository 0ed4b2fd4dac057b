/** What stands between the title of a law and its first article: who made it, when, and what became of it since. */
import { DAY_PATTERN, dayOf } from './chinese-numbers.ts'
import { isoDateSchema, type IsoDate } from '../values/values.ts'
import type { LawEvent, LawEventKind } from './law-text.ts'

const DAY = new RegExp(DAY_PATTERN, 'gu')
/** In the order in which they are looked for in the words behind a day. */
const EVENTS: readonly (readonly [LawEventKind, RegExp])[] = [
  ['amended', /修正|修改/u],
  ['revised', /修订/u],
  ['inForce', /起(?:正式|试|暂)?[施实执]行|起生效|[施实]行|生效/u],
  ['adopted', /通过|批准/u],
  ['promulgated', /公布|发布|颁布|印发|令/u],
  ['repealed', /废止/u],
]

function firstEvent(words: string): LawEventKind | null {
  // 根据《关于修改……的决定》第一次修正: the word of the event stands last in its sentence
  const sentence = words.replaceAll(/《[^》]*》/g, '')
  let best: { kind: LawEventKind; at: number } | null = null
  for (const [kind, pattern] of EVENTS) {
    const at = sentence.search(pattern)
    if (at >= 0 && (best === null || at < best.at)) best = { kind, at }
  }
  return best?.kind ?? null
}

/** The days of the head in order, each with what happened on it; a day nothing is said of is left out. */
export function eventsOf(head: string): LawEvent[] {
  const days = [...head.matchAll(DAY)]
  return days.flatMap((found, index) => {
    const day = dayOf(found[1] ?? '', found[2] ?? '', found[3] ?? '')
    const words = head.slice(
      found.index + found[0].length,
      days[index + 1]?.index ?? found.index + found[0].length + 160,
    )
    // a day on a line of its own below an order is that of its promulgation
    const alone = /^\s*$/u.test(words) && /令|公布|发布/u.test(head.slice(0, found.index))
    const kind = alone ? 'promulgated' : firstEvent(words)
    if (day === null || kind === null) return []
    const text = `${found[0]}${words}`
      .replaceAll(/[\s　]+/g, ' ')
      .replace(/[（(\s根据自，,、]+$/u, '')
      .slice(0, 200)
    return [{ kind, day, text }]
  })
}

/** `行政处罚法(2021-01-22).md`, `土地管理法（2019年8月26日第三次修正）.md` */
export function dayInFileName(name: string): IsoDate | null {
  const iso = /[（(](\d{4}-\d{2}-\d{2})[）)]/.exec(name)?.[1]
  if (iso !== undefined) {
    const parsed = isoDateSchema.safeParse(iso)
    return parsed.success ? parsed.data : null
  }
  const written = new RegExp(`[（(][^（()）]*?${DAY_PATTERN}[^（()）]*[）)]`, 'u').exec(name)
  return written === null ? null : dayOf(written[1] ?? '', written[2] ?? '', written[3] ?? '')
}

const VERSION_KINDS: readonly LawEventKind[] = ['adopted', 'promulgated', 'amended', 'revised']

/** The last day on which the text was adopted or changed. */
export function lastChange(history: readonly LawEvent[]): LawEvent | null {
  const changes = history.filter(({ kind }) => VERSION_KINDS.includes(kind))
  return changes.reduce<LawEvent | null>((last, one) => (last === null || one.day >= last.day ? one : last), null)
}

const ORDER =
  /([一-鿿、]{2,40}?(?:国务院|[部委局署厅行院会]|人民政府|总局|委员会))令\s*[[（(〔第]?\s*(\d{4}\s*年?\s*[\]）)〕]?)?\s*第?\s*([0-9０-９一二三四五六七八九十百零〇]+)\s*号/u
const DOCUMENT_NUMBER = /([一-鿿]{2,10}[〔[（【](?:19|20)\d{2}[〕\]）】]\s*第?\d{1,5}号)/u

/** The order or document number of the text itself and who issued it; the first in the head counts. */
export function numberOf(head: string): { readonly number: string | null; readonly issuer: string | null } {
  const plain = head.replaceAll(/《[^》]*》/g, '')
  const order = ORDER.exec(plain)
  if (order !== null) {
    const issuer = (order[1] ?? '')
      .replace(/^.*(?:日|年|号|由|已经|公布|发布|通过|审议|、?经)/u, '')
      .replace(/^中华人民共和国/u, '')
      .replace(/^[、，]+/u, '')
    const year = (order[2] ?? '').replaceAll(/[^\d]/g, '')
    return {
      number: `${issuer}令${year === '' ? '' : `${year}年`}第${order[3] ?? ''}号`,
      issuer: issuer === '' ? null : issuer,
    }
  }
  const document = DOCUMENT_NUMBER.exec(plain)
  if (document !== null) return { number: (document[1] ?? '').replaceAll(/\s/g, ''), issuer: null }
  const congress = /((?:全国|[一-鿿]{2,10}(?:省|市|自治区|自治州|自治县))人民代表大会(?:常务委员会)?)/u.exec(plain)?.[1]
  if (congress !== undefined) return { number: null, issuer: congress }
  if (/届全国人民代表大会常务委员会/u.test(plain)) return { number: null, issuer: '全国人民代表大会常务委员会' }
  if (/届全国人民代表大会第/u.test(plain)) return { number: null, issuer: '全国人民代表大会' }
  return { number: null, issuer: /国务院/u.test(plain) ? '国务院' : null }
}
