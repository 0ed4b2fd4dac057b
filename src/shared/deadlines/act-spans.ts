/**
 * The clocks that the station's own acts start and stop (起算、止算): read from the tables of the state machine and the
 * entries of the audit chain, so that no clock has a second record of its own. The transfer of a crime has steps of its own.
 */
import { CASE_TRANSITIONS } from '../cases/state-machine-transitions.ts'
import { CASE_ACTION_LABELS, type CaseClock } from '../cases/state-machine-terms.ts'
import type { ClockEffect } from '../cases/state-machine.ts'
import type { Bilingual, IsoDate, IsoInstant } from '../values/values.ts'
import { civilDayOf } from './civil-time.ts'
import type { ClockMoment } from './clock.ts'

/** An entry of the audit chain about the case. */
export interface CaseAct {
  /** Name of the entry, `case.accept`. */
  readonly act: string
  readonly at: IsoInstant
  readonly content: unknown
}

export interface ActSpan {
  readonly clock: CaseClock
  readonly start: ClockMoment
  readonly stop: ClockMoment | null
  readonly startedBy: CaseAct
}

interface ActRow {
  readonly effects: readonly ClockEffect<CaseClock>[]
  readonly label: Bilingual
}

const EFFECTS: ReadonlyMap<string, ActRow> = new Map<string, ActRow>(
  CASE_TRANSITIONS.map(({ audit, clocks, action }) => [audit, { effects: clocks, label: CASE_ACTION_LABELS[action] }] as const),
)

/** Names of the entries that move a clock. */
export const CLOCK_ACTS: readonly string[] = [...EFFECTS].filter(([, { effects }]) => effects.length > 0).map(([act]) => act)

/** Where an entry says when it happened, if that was not the moment it was written down. */
const MOMENTS = ['happenedAt', 'happenedOn', 'acceptedOn', 'receivedOn', 'answeredOn', 'decidedOn', 'disclosedOn', 'publishedOn', 'on'] as const
const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** When the act happened: as its entry says, never after the entry was written; else when it was written. */
export function momentOfAct({ act, at, content }: CaseAct): ClockMoment {
  const label = EFFECTS.get(act)?.label ?? { 'zh-CN': act, en: act }
  for (const field of MOMENTS) {
    const value: unknown = typeof content === 'object' && content !== null ? Reflect.get(content, field) : undefined
    if (typeof value !== 'string') continue
    if (INSTANT.test(value) && value <= at) return { day: civilDayOf(value as IsoInstant), at: value as IsoInstant, label }
    if (DAY.test(value) && value < civilDayOf(at)) return { day: value as IsoDate, at: null, label }
  }
  return { day: civilDayOf(at), at, label }
}

/** Every time that a clock ran, in the order in which it began. `acts` in the order of the chain. */
export function actSpans(acts: readonly CaseAct[]): ActSpan[] {
  const spans: { clock: CaseClock; start: ClockMoment; stop: ClockMoment | null; startedBy: CaseAct }[] = []
  const open = new Map<CaseClock, (typeof spans)[number]>()
  for (const act of acts) {
    const moment = momentOfAct(act)
    for (const { clock, effect } of EFFECTS.get(act.act)?.effects ?? []) {
      // time that is left out lies within the span: it is told by what was asked for and when it came in
      if (effect === 'pause' || effect === 'resume') continue
      const running = open.get(clock)
      if (running !== undefined) {
        running.stop = moment
        open.delete(clock)
      }
      if (effect === 'stop') continue
      const span = { clock, start: moment, stop: null, startedBy: act }
      spans.push(span)
      open.set(clock, span)
    }
  }
  return spans
}
