/** Runs of clocks for the tests of this folder. */
import type { ClockRun, ExcludedSpan } from '../../../src/shared/deadlines/clock.ts'
import type { Period } from '../../../src/shared/deadlines/periods.ts'
import { isoDate, type IsoDate, type IsoInstant } from '../../../src/shared/values/values.ts'

const name = { 'zh-CN': '期限', en: 'Clock' }

export function runFrom(start: string | null, length: Period | null, more: Partial<ClockRun> = {}): ClockRun {
  return {
    key: 'decision/1',
    subject: 'decision',
    name,
    limit: 'atMost',
    desk: 'handler',
    regime: 'penalty',
    start: start === null ? null : { day: isoDate(start.slice(0, 10)), at: start.length > 10 ? (start as IsoInstant) : null, label: name },
    length,
    told: null,
    rolls: true,
    stop: null,
    excluded: [],
    counted: [],
    extensions: [],
    ladder: [],
    usedSteps: 0,
    mayExclude: [],
    early: 0,
    basis: [{ law: '行政处罚法', article: 60 }],
    rowId: null,
    verified: true,
    note: null,
    place: null,
    ...more,
  }
}

export function excluding(from: string, to: string | null): ExcludedSpan {
  return { of: 'hearing', name, from: isoDate(from), to: to === null ? null : isoDate(to), basis: [{ law: '市场监督管理行政处罚程序规定', article: 64, paragraph: 2 }] }
}

export function extended(length: Period, approvedOn: IsoDate | string = '2026-03-01') {
  return { length, approvedBy: '局长', approvedOn: isoDate(approvedOn), reason: '案情复杂' }
}

export const stoppedOn = (day: string, at: string | null = null) => ({ day: isoDate(day), at: at as IsoInstant | null, label: name })
/** Nine in the morning in China. */
export const morning = (day: string): IsoInstant => `${day}T01:00:00.000Z` as IsoInstant
