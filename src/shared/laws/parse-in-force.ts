/** From when a law holds, and which laws it ends (同时废止): said in its head and in its last articles. */
import type { IsoDate } from '../values/values.ts'
import { DAY_PATTERN, dayOf } from './chinese-numbers.ts'
import type { LawEvent, LawRepeal } from './law-text.ts'
import { cleanTitle } from './law-title.ts'

const FROM_DAY = new RegExp(
  `自?(?:公元)?${DAY_PATTERN}\\s*(?:零时)?\\s*(?:起|开始)?\\s*(?:正式|试|暂|在[^，。]{1,20})?\\s*(?:[施实执]行|生效)`,
  'u',
)
const FROM_NOW = /自?(?:公布|发布|颁布|印发|通过|下发)之?日?(?:起|后)?(?:正式)?(?:[施实执]行|生效)/u
const FROM_DAYS_AFTER = /自?(?:公布|发布|颁布|印发)之?日起\s*(?:满)?\s*(\d{1,3})\s*(?:日|天)后/u

interface InForce {
  readonly from: IsoDate | null
  readonly certain: boolean
  readonly said: IsoDate | null
}

interface Told {
  readonly head: string
  readonly history: readonly LawEvent[]
  readonly versionDate: IsoDate | null
  /** Texts of the last articles, the last one first. */
  readonly endings: readonly string[]
}

function dayIn(text: string): IsoDate | null {
  const found = FROM_DAY.exec(text.replaceAll(/《[^》]*》/g, '《》'))
  return found === null ? null : dayOf(found[1] ?? '', found[2] ?? '', found[3] ?? '')
}

/**
 * A day before the version's own belongs to an earlier version: amended laws repeat the first version's day. Then the
 * version's day is given, as not certain.
 */
export function inForceOf({ head, history, versionDate, endings }: Told): InForce {
  const fits = (day: IsoDate | null): boolean => day !== null && (versionDate === null || day >= versionDate)
  const inHead = history.findLast(({ kind }) => kind === 'inForce')?.day ?? dayIn(head)
  const said = endings.map(dayIn).find((day) => day !== null) ?? inHead
  const day = [inHead, said].find(fits)
  if (day !== undefined && day !== null) return { from: day, certain: true, said }
  if (versionDate === null) return { from: null, certain: false, said }
  const atOnce =
    said === null && (endings.some((text) => FROM_NOW.test(text) && !FROM_DAYS_AFTER.test(text)) || FROM_NOW.test(head))
  return { from: versionDate, certain: atOnce && isFirst(history, versionDate), said }
}

/** Whether nothing was adopted long before this version: a law comes into force some weeks after its adoption at most. */
function isFirst(history: readonly LawEvent[], versionDate: IsoDate): boolean {
  return history.every(({ kind, day }) => kind === 'inForce' || versionDate.slice(0, 4) === day.slice(0, 4))
}

const TITLES = /《((?:[^《》]|《[^《》]*》)+)》/gu
/** What is ended only in part, or not a law as a whole. */
const IN_PART = /(?:有关|相关|其中|中的?)(?:的)?(?:规定|条款|内容|部分)|第[一二三四五六七八九十百]+条/u

/** Titles that a sentence of the ending says are ended. Those that only amend (《…修改〈…〉的决定》) count too: they are named. */
export function repealsOf(endings: readonly string[], own: string, inForceFrom: IsoDate | null): LawRepeal[] {
  const repeals = new Map<string, LawRepeal>()
  for (const sentence of endings.flatMap((text) => text.split(/(?<=[。；])/u))) {
    const at = sentence.search(/废止|停止执行|失效/u)
    if (at < 0 || /不(?:予)?废止/u.test(sentence)) continue
    const before = sentence.slice(0, at)
    for (const found of before.matchAll(TITLES)) {
      const title = cleanTitle(found[1] ?? '')
      const behind = before.slice(found.index + found[0].length, found.index + found[0].length + 14)
      if (IN_PART.test(behind) || title === own) continue
      const day = dayIn(sentence) ?? inForceFrom
      repeals.set(title, { title, on: day })
    }
  }
  return [...repeals.values()]
}
