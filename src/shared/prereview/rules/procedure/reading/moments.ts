/**
 * The days and hours in a document, each with the place in its words without white space: for a rule, what a date means
 * hangs on the words that stand around it (送达时间：…, …提出的听证申请).
 */
import { chineseInteger } from '../../../../facts/chinese-numerals.ts'
import { printedMoments } from '../../../../facts/dates.ts'
import type { IsoDate } from '../../../../values/values.ts'
import type { CaseDocument } from '../../../case-file.ts'
import type { Place } from '../../../rule.ts'
import { densePlace, denseText, findAll } from '../../../wording.ts'

/** A day, or a moment where the time of day is printed. Offsets into the words without white space. */
export interface Moment extends Place {
  readonly day: IsoDate
  /** `HH:mm`; null where none is printed. */
  readonly time: string | null
  readonly start: number
  readonly end: number
}

/** 12, 十二, 二十; NaN for anything else. */
export function wholeNumber(words: string): number {
  return chineseInteger(words) ?? Number.NaN
}

/** Figures and colons as the reader of dates knows them, each character in its place. */
function plainFigures(text: string): string {
  return text.replace(/[０-９：]/gu, (one) => (one === '：' ? ':' : String.fromCharCode(one.charCodeAt(0) - 0xfee0)))
}

const known = new WeakMap<CaseDocument, readonly Moment[]>()

/** All days of the document in their order; of a span (自…至…) both ends. */
export function momentsIn(document: CaseDocument): readonly Moment[] {
  const before = known.get(document)
  if (before !== undefined) return before
  const text = plainFigures(denseText(document))
  const moments = printedMoments(text).flatMap(({ day, time, until, start, end }): readonly Moment[] => {
    if (until === null || until.day === day) return [{ ...densePlace(document, start, end), day, time, start, end }]
    const middle = start + text.slice(start, end).search(/[至到—~-](?!\d{1,2}日?[至到—~-])/u)
    return [
      { ...densePlace(document, start, middle), day, time, start, end: middle },
      { ...densePlace(document, middle + 1, end), day: until.day, time: until.time, start: middle + 1, end },
    ]
  })
  known.set(document, moments)
  return moments
}

/** The first moment that begins at most `within` characters after the words; the first words that have one count. */
export function momentAfter(document: CaseDocument, words: RegExp, within = 12): Moment | null {
  for (const { match } of findAll(document, words)) {
    const from = match.index + match[0].length
    const moment = momentsIn(document).find(({ start }) => start >= from && start <= from + within)
    if (moment !== undefined) return moment
  }
  return null
}

/** As {@link momentAfter}, but of the last words that have a moment after them. */
export function lastMomentAfter(document: CaseDocument, words: RegExp, within = 12): Moment | null {
  for (const { match } of findAll(document, words).toReversed()) {
    const from = match.index + match[0].length
    const moment = momentsIn(document).find(({ start }) => start >= from && start <= from + within)
    if (moment !== undefined) return moment
  }
  return null
}

/** The first moment that is followed by the words within so many characters: 2026年3月23日提出的听证申请. */
export function momentBefore(document: CaseDocument, words: RegExp, within = 12): Moment | null {
  const text = denseText(document)
  return momentsIn(document).find(({ end }) => words.test(text.slice(end, end + within))) ?? null
}

/** How near the end a date must stand to be the one below the document (落款). */
const FOOT = 30

/** The day of the document: as it was read, else the day that stands at its end. */
export function dayOf(document: CaseDocument): IsoDate | null {
  if (document.day !== null) return document.day
  const last = momentsIn(document).at(-1)
  return last !== undefined && last.end >= denseText(document).length - FOOT ? last.day : null
}

/** Where the day of the document stands. */
export function dayPlace(document: CaseDocument): Place | null {
  const day = dayOf(document)
  return momentsIn(document).findLast((moment) => moment.day === day) ?? null
}

/** Hours from one moment to another; null where a time is missing. */
export function hoursBetween(from: Moment, to: Moment): number | null {
  if (from.time === null || to.time === null) return null
  const instant = ({ day, time }: Moment): number =>
    Date.parse(`${day}T00:00:00Z`) + minutesOf(time ?? '00:00') * 60_000
  return (instant(to) - instant(from)) / 3_600_000
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
