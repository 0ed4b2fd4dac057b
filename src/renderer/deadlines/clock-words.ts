/** What is said of a clock, in the language of the window. Pure. */
import { formatCitation, type Citation } from '../../shared/catalogue/citation.ts'
import type { Clock, ClockState, CountedSpan } from '../../shared/deadlines/clock.ts'
import type { BoardRow } from '../../shared/deadlines/contract.ts'
import { civilDayOf, civilTimeOf } from '../../shared/deadlines/civil-time.ts'
import type { Period } from '../../shared/deadlines/periods.ts'
import type { Bilingual, IsoInstant, Language } from '../../shared/values/values.ts'
import type { Translate } from '../language/language.ts'

export interface Speech {
  readonly t: Translate
  readonly language: Language
  readonly pick: (text: Bilingual) => string
}

export const lengthWords = ({ kind, n }: Period, { t }: Speech): string => t(`deadlines:unit.${kind}`, { n })

/** A moment in China, where the hours count: 2026-05-08 14:30. */
export const momentWords = (moment: IsoInstant): string => `${civilDayOf(moment)} ${civilTimeOf(moment)}`

/** How it stands: 尚余 5 个工作日, 已超期 3 小时. */
export function stateWords({ state, left, limit, due }: Pick<Clock, 'state' | 'left' | 'limit' | 'due'>, speech: Speech): string {
  const { t } = speech
  const amount = left === null ? '' : t(`deadlines:unit.${left.unit}`, { n: Math.abs(left.n) })
  if (state === 'running' && due === null) return t('deadlines:state.runningOpen')
  if ((state === 'running' || state === 'amber') && left?.n === 0) return t(left.unit === 'hours' ? 'deadlines:state.lastHour' : 'deadlines:state.lastDay')
  if (state === 'kept' && limit === 'atLeast') return t('deadlines:state.passed')
  return t(`deadlines:state.${state}`, { left: amount })
}

export const basisWords = (basis: readonly Citation[], { language }: Speech): string =>
  basis.map((citation) => formatCitation(citation, language)).join(language === 'zh-CN' ? '、' : ', ')

function excludedWords(span: CountedSpan, unit: Period['kind'], speech: Speech): string {
  const { t, pick } = speech
  const name = pick(span.name)
  const days = lengthWords({ kind: unit === 'workingDays' ? 'workingDays' : 'calendarDays', n: span.days }, speech)
  const text = span.to === null ? t('deadlines:how.stillExcluded', { name, from: span.from }) : t('deadlines:how.excluded', { name, from: span.from, to: span.to, days })
  const by = span.basis.length === 0 ? t('deadlines:how.byNothing') : t('deadlines:how.by', { basis: basisWords(span.basis, speech) })
  return `${text}${speech.language === 'zh-CN' ? '，' : ', '}${by}`
}

/** How it was counted, line by line: start, what was left out, extended, moved, what to do. */
export function howWords(clock: Clock, speech: Speech): string[] {
  const { t, pick } = speech
  const { start, stop, length, excluded, extensions, rolledFrom, due, actBy, state } = clock
  if (start === null) return []
  const from = start.at === null || length?.kind !== 'hours' ? start.day : momentWords(start.at)
  const what = pick(start.label)
  const counted = length !== null && length.n > 0
  const runs = state === 'running' || state === 'amber'
  return [
    counted ? t('deadlines:how.from', { day: from, what, length: lengthWords(length, speech) }) : t('deadlines:how.fromTold', { day: from, what }),
    ...excluded.map((span) => excludedWords(span, length?.kind ?? 'calendarDays', speech)),
    ...extensions.map((one) => t('deadlines:how.extended', { length: lengthWords(one.length, speech), by: one.approvedBy, day: one.approvedOn })),
    ...(rolledFrom === null || due === null ? [] : [t('deadlines:how.rolled', { day: rolledFrom, due })]),
    ...(runs && actBy !== null && actBy !== due ? [t('deadlines:how.actBy', { day: actBy })] : []),
    ...(stop === null ? [] : [t('deadlines:how.stopped', { day: stop.at !== null && length?.kind === 'hours' ? momentWords(stop.at) : stop.day, what: pick(stop.label) })]),
  ]
}

export function dueWords({ due, dueAt, length }: Pick<Clock, 'due' | 'dueAt' | 'length'>): string | null {
  return length?.kind === 'hours' && dueAt !== null ? momentWords(dueAt) : due
}

/** Where a row of the board leads: the clocks of its case; what has none stands on the page of transfers. */
export const clockPlace = ({ caseId }: Pick<BoardRow, 'caseId'>): string => (caseId === null ? '/transfers' : `/cases/${caseId}/deadlines`)

export const clockRowKey = ({ caseId, returnId, clock }: BoardRow): string => `${caseId ?? returnId ?? ''}/${clock.key}`

export type ClockSection = 'open' | 'waiting' | 'over'

export const SECTION_OF: Readonly<Record<ClockState, ClockSection>> = {
  red: 'open',
  amber: 'open',
  running: 'open',
  suspended: 'open',
  notStarted: 'waiting',
  kept: 'over',
  late: 'over',
  early: 'over',
}

const URGENCY: Readonly<Record<ClockState, number>> = { red: 0, early: 1, late: 1, amber: 2, suspended: 3, running: 4, notStarted: 5, kept: 6 }

/** What is wrong first, then what ends first. */
export function byUrgency(one: Clock, other: Clock): number {
  const difference = URGENCY[one.state] - URGENCY[other.state]
  if (difference !== 0) return difference
  return (one.dueAt ?? '~') < (other.dueAt ?? '~') ? -1 : 1
}
