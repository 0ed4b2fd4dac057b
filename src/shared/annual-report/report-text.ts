/**
 * The text of the annual report (执法情况说明): wording with places for figures. The figures come from the tables and the
 * statistics alone, so that text and tables cannot say different things.
 */
import type { ReviewFigures } from '../statistics/figures.ts'
import { share } from '../statistics/figures.ts'
import type { PeriodFigures } from '../statistics/contract.ts'
import { SEVERITIES } from '../catalogue/vocabulary.ts'
import type { AnnualTable } from './report.ts'

/** Printed where a figure is missing (待填). */
export const TO_FILL = '【待填】'

const PLACE = /\{\{([^{}]*)\}\}/gu

/** What a place stands for: text now, and how it changed against the year before where that makes sense. */
export interface PlaceValue {
  readonly now: string | null
  readonly change: string | null
}

export type Places = ReadonlyMap<string, PlaceValue>

/** 万元 of yuan, to the yuan: 1,234,500 is 123.45. */
export function inTenThousands(yuan: number): string {
  return String(Math.round(yuan) / 10_000)
}

export function figureText(value: number, unit: 'count' | 'amount'): string {
  return unit === 'amount' ? inTenThousands(value) : String(value)
}

/** 增加12件, 减少3.5万元, 持平. */
export function changeText(value: number | null, before: number | null, unit: 'count' | 'amount', measure: string): string | null {
  if (value === null || before === null) return null
  const by = Math.round((value - before) * 100) / 100
  if (by === 0) return '持平'
  return `${by > 0 ? '增加' : '减少'}${figureText(Math.abs(by), unit)}${measure}`
}

const percent = (part: number, whole: number): string => {
  const value = share(part, whole)
  return value === null ? '—' : `${Math.round(value * 1000) / 10}%`
}

const defectsOf = ({ defects }: ReviewFigures, severity?: number): number =>
  defects.reduce((sum, count, at) => (severity === undefined || at % SEVERITIES.length === severity ? sum + count : sum), 0)

function reviewPlaces(now: PeriodFigures, before: PeriodFigures): [string, PlaceValue][] {
  const plain = (value: string): PlaceValue => ({ now: value, change: null })
  const counted = (of: (figures: PeriodFigures) => number): PlaceValue => ({ now: String(of(now)), change: changeText(of(now), of(before), 'count', '件') })
  const days = share(now.workingDays.sum, now.workingDays.known)
  return [
    ['review.received', counted(({ received }) => received)],
    ['review.issued', counted(({ reviews }) => reviews)],
    ['review.inTime', plain(percent(now.inTime, now.withDueDay))],
    ['review.returned', plain(percent(now.returned, now.reviews))],
    ['review.agreed', plain(percent(now.agreed + now.agreedAfterChanges, now.reviews))],
    ['review.adopted', plain(percent(now.adopted + now.partly / 2, now.answered))],
    ['review.defects', plain(String(defectsOf(now)))],
    ['review.fatal', plain(String(defectsOf(now, 0)))],
    ['review.escaped', counted(({ escaped }) => escaped)],
    ['review.red', counted(({ red }) => red)],
    ['review.days', plain(days === null ? '—' : String(Math.round(days * 10) / 10))],
  ]
}

export interface PlacesOf {
  readonly year: number
  readonly agency: string
  readonly tables: readonly AnnualTable[]
  readonly review: PeriodFigures
  readonly reviewBefore: PeriodFigures
}

/** Every place that a text may use. A table that the agency has no power for counts as nothing. */
export function placesOf({ year, agency, tables, review, reviewBefore }: PlacesOf): Places {
  const ofTables = tables.flatMap(({ standing, figures }) =>
    figures.map(({ key, value, before, unit, measure }): [string, PlaceValue] => {
      if (standing === 'noDuty') return [key, { now: '0', change: '（无此项职责）' }]
      if (value === null) return [key, { now: null, change: null }]
      return [key, { now: figureText(value, unit), change: changeText(value, before, unit, measure['zh-CN']) ?? '（上年度无数据）' }]
    }),
  )
  return new Map<string, PlaceValue>([
    ['year', { now: String(year), change: null }],
    ['agency', { now: agency, change: null }],
    ...ofTables,
    ...reviewPlaces(review, reviewBefore),
  ])
}

const named = (written: string): { readonly name: string; readonly change: boolean } => {
  const name = written.trim()
  return name.endsWith('.change') ? { name: name.slice(0, -'.change'.length), change: true } : { name, change: false }
}

/** Places in a text that mean nothing, as they are written, each once. */
export function unknownPlaces(text: string, places: Places): string[] {
  const written = [...text.matchAll(PLACE)].map(([, inside = '']) => inside)
  return [...new Set(written.filter((one) => {
    const { name, change } = named(one)
    const value = places.get(name)
    return value === undefined || (change && value.change === null && value.now !== null)
  }))]
}

/** The text with its figures; {@link TO_FILL} where one is missing. */
export function filledText(text: string, places: Places): string {
  return text.replaceAll(PLACE, (_, inside: string) => {
    const { name, change } = named(inside)
    const value = places.get(name)
    return (change ? value?.change : value?.now) ?? TO_FILL
  })
}
