/** The parts of a paper that the rules of the substance look at, in its words without white space. */
import { isoDateSchema, type IsoDate } from '../../../values/values.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { denseText, findAll, says } from '../../wording.ts'

/** A stretch of `denseText`. */
export interface Section {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Below this many documents a folder is hardly the whole case file, and nothing is missing from it. */
export const WHOLE_FILE = 8

const FACTS_BEGIN =
  /(?:经|现已)查(?:明|实)?[，,：:]|经(?:本机关|本局|我局)?(?:依法)?(?:立案)?(?:调查|检查|核查|审理)(?:核实)?[，,、]?(?:现|已)?查明[，,：:]?(?!的)|查明的?(?:违法)?事实|违法事实(?:和证据|及证据|、证据)?|(?:主要)?事实(?:和|、|及)证据|案件事实|简要案情|案情/u
const FACTS_END =
  /(?:以上|上述)(?:违法)?事实|(?:主要)?证据(?:证明|如下|材料|有|：|:)|(?:上述|以上|你[^，。]{0,6}的?|当事人的?|该)(?:上述)?(?:违法)?行为(?:涉嫌|已)?(?:违反|构成)/u

/** Where a decision, a notice or a report tells the facts; null where it cannot be told apart. */
export function factsSection(document: CaseDocument): Section | null {
  const text = denseText(document)
  const begin = FACTS_BEGIN.exec(text)
  if (begin === null) return null
  const start = begin.index + begin[0].length
  const rest = text.slice(start)
  const stop = rest.search(FACTS_END)
  if (stop < 0) return null
  return { start, end: start + stop, text: rest.slice(0, stop) }
}

/** The words before the evidence is named: who, what was done, when it was found. */
export function beforeEvidence(document: CaseDocument): string | null {
  const text = denseText(document)
  const stop = text.search(FACTS_END)
  return stop < 0 ? null : text.slice(0, stop)
}

export const DAY = '([12１２][0-9０-９]{3})年([0-9０-９]{1,2})月([0-9０-９]{1,2})日'

/** A day out of the three groups of {@link DAY}; null for one that there is not. */
export function dayFrom(year = '', month = '', day = ''): IsoDate | null {
  const [y, m, d] = [year, month, day].map((part) => part.normalize('NFKC'))
  const parsed = isoDateSchema.safeParse(`${y}-${(m ?? '').padStart(2, '0')}-${(d ?? '').padStart(2, '0')}`)
  return parsed.success ? parsed.data : null
}

/** The whole days that some words print, in their order. 3月4日 without a year is of the year printed before it. */
export function daysIn(words: string): readonly IsoDate[] {
  const days: IsoDate[] = []
  let year = ''
  for (const found of words.matchAll(/(?:([12１２][0-9０-９]{3})年)?([0-9０-９]{1,2})月([0-9０-９]{1,2})日/gu)) {
    year = found[1] ?? year
    const day = year === '' ? null : dayFrom(year, found[2], found[3])
    if (day !== null) days.push(day)
  }
  return days
}

/** 2023年11月 without a day: the act ended on its last day at the latest. */
function monthEndsIn(words: string): readonly IsoDate[] {
  return [...words.matchAll(/([12][0-9]{3})年([0-9]{1,2})月(?![0-9])(?:份|底|末|间)?/gu)].flatMap((found) => {
    const end = new Date(Date.UTC(Number(found[1]), Number(found[2]), 0)).getUTCDate()
    return dayFrom(found[1], found[2], String(end)) ?? []
  })
}

/** A day later by whole years, as the law counts (the corresponding day). */
export function yearsAfter(day: IsoDate, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
}

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** 2026年3月4日 */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** The decision (its draft) that the review is about, else the last notice of what is intended. */
export function penaltyPaper(file: CaseFile): CaseDocument | null {
  return file.of('decision').findLast(({ sure }) => sure) ?? lastNotice(file)
}

/** The notice that stands: an earlier one was withdrawn by it. */
export function lastNotice(file: CaseFile): CaseDocument | null {
  return file.of('prior-notice').findLast(({ sure }) => sure) ?? null
}

/** Papers in which the agency itself tells the case: what they say is the agency's finding, not a party's word. */
export function findingPapers(file: CaseFile): readonly CaseDocument[] {
  const notice = lastNotice(file)
  const others = file.of('decision', 'investigation-report', 'explanation').filter(({ sure }) => sure)
  return notice === null ? others : [...others, notice]
}

/** Whether any document of the file, the extracts of law apart, has such words. */
export function fileSays(file: CaseFile, pattern: RegExp): boolean {
  return file.documents.some((document) => document.kind !== 'legal-basis-extract' && says(document, pattern))
}

/** The day on which the act came to light (发现): the earliest of clue, inspection and filing. */
export function discoveredOn(file: CaseFile): IsoDate | null {
  const days = file
    .of('clue-form', 'inspection-record', 'filing-form', 'measure-record')
    // A form that bears no day below is at least as old as the last day that it prints.
    .map(
      ({ day, facts }) =>
        day ??
        facts.dates
          .map((date) => date.day)
          .toSorted()
          .at(-1) ??
        null,
    )
    .filter((day) => day !== null)
  return days.toSorted()[0] ?? null
}

/** The last day of the act (违法行为终了之日) as the agency tells it, if its facts print a day; else null. */
export function actEnd(file: CaseFile): ActEnd | null {
  const before = ends.get(file)
  if (before !== undefined) return before
  const found = readActEnd(file)
  ends.set(file, found)
  return found
}

interface ActEnd {
  readonly day: IsoDate
  readonly document: CaseDocument
}
/** Many rules ask. */
const ends = new WeakMap<CaseFile, ActEnd | null>()

function readActEnd(file: CaseFile): ActEnd | null {
  for (const document of findingPapers(file)) {
    const days = daysIn(factsSection(document)?.text ?? '')
    const last = [...days, ...monthEndsIn(factsSection(document)?.text ?? '')].toSorted().at(-1)
    if (last !== undefined) return { day: last, document }
  }
  for (const document of findingPapers(file)) {
    const seen = findAll(document, FOUND_ON_THE_DAY)[0]
    const day = dayFrom(seen?.match[1], seen?.match[2], seen?.match[3])
    if (day !== null) return { day, document }
  }
  return null
}

/** 2026年6月3日，执法人员对你公司检查时发现你公司…: where no heading begins the facts, the act lasted until it was seen. */
const FOUND_ON_THE_DAY = new RegExp(`${DAY}，?[^。；]{0,60}?(?:检查|巡查|核查|勘查|监测|抽查|排查|执法)[^。；]{0,20}?发现[^。；]{4}`, 'u')

/** Words that the surroundings take back: 未见, 没有, 不属于, 是否. */
export function isDenied(document: CaseDocument, index: number): boolean {
  const before = denseText(document).slice(Math.max(0, index - 12), index)
  return /(?:未|没有|没|不|无|尚不|是否|并非|禁止|不得|排除)[^。；，？！：]{0,8}$/u.test(before)
}

/** Matches of the pattern that are not taken back by the words before. */
export function affirmed(document: CaseDocument, pattern: RegExp): ReturnType<typeof findAll> {
  return findAll(document, pattern).filter(({ match }) => !isDenied(document, match.index))
}
