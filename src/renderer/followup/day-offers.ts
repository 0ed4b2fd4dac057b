/** Days of the heads' discussion that the record and the papers tell, for a form that asks for a day. Pure. */
import type { Followup } from '../../shared/followup/contract.ts'
import type { IsoDate } from '../../shared/values/values.ts'

/** `record`: recorded in the case; else the minutes among the papers. */
export type DaySource = { readonly is: 'record' } | { readonly is: 'paper'; readonly name: string; readonly page: number | null }

export interface DayOffer {
  readonly on: IsoDate
  readonly sources: readonly DaySource[]
}

function joined(told: readonly (readonly [on: IsoDate, source: DaySource])[], today: string): DayOffer[] {
  const days = [...new Set(told.map(([on]) => on))].filter((on) => on <= today).toSorted().toReversed()
  return days.map((on) => ({ on, sources: told.flatMap(([day, source]) => (day === on ? [source] : [])) }))
}

function minutesDays({ minutes }: Pick<Followup['discussion'], 'minutes'>): (readonly [IsoDate, DaySource])[] {
  return minutes.flatMap(({ discussedOn, name, page }) => (discussedOn === null ? [] : [[discussedOn, { is: 'paper', name, page }] as const]))
}

/**
 * The latest first, none before `from`. On a day on which they settled on no penalty, or on more investigation, nothing was
 * decided.
 */
export function decisionDays(discussion: Pick<Followup['discussion'], 'records' | 'minutes'>, { from, today }: { readonly from: string; readonly today: string }): DayOffer[] {
  const records = discussion.records.filter(({ discussion: { outcome } }) => outcome === 'agree' || outcome === 'change')
  const decided = new Set(records.map((one) => one.discussion.discussedOn))
  const settled = new Set(discussion.records.map((one) => one.discussion.discussedOn))
  // minutes of a day that is on record are of that discussion
  const minutes = minutesDays(discussion).filter(([on]) => decided.has(on) || !settled.has(on))
  return joined([...records.map((one) => [one.discussion.discussedOn, { is: 'record' }] as const), ...minutes].filter(([on]) => on >= from), today)
}

/** Days of minutes that are not on record yet. */
export function discussionDays(discussion: Pick<Followup['discussion'], 'records' | 'minutes'>, today: string): DayOffer[] {
  const recorded = new Set(discussion.records.map((one) => one.discussion.discussedOn))
  return joined(minutesDays(discussion).filter(([on]) => !recorded.has(on)), today)
}
