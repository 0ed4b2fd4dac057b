/** When a file may go at the earliest. Days counted by hand. */
import { describe, expect, it } from 'vitest'
import { retainedUntil, standingOf } from '../../../src/shared/accountability/retention.ts'
import { isoDate } from '../../../src/shared/values/values.ts'

describe('the last day of a retention period', () => {
  it.each([
    ['2026-05-06', 30, 'nextYear', '2056-12-31'],
    ['2026-01-01', 10, 'nextYear', '2036-12-31'],
    ['2026-12-31', 10, 'nextYear', '2036-12-31'],
    ['2026-05-06', 10, 'archiving', '2036-05-06'],
    // 2024 is a leap year, 2034 is none
    ['2024-02-29', 10, 'archiving', '2034-02-28'],
  ] as const)('archived on %s, kept %i years from %s: %s', (on, years, countsFrom, until) => {
    expect(retainedUntil({ years, countsFrom }, isoDate(on))).toBe(until)
  })

  it('is none for ever, and none where the end lies beyond every day that can be written', () => {
    expect(retainedUntil({ years: null, countsFrom: 'nextYear' }, isoDate('2026-05-06'))).toBeNull()
    expect(retainedUntil({ years: 90, countsFrom: 'nextYear' }, isoDate('2026-05-06'))).toBeNull()
  })
})

describe('how a case stands', () => {
  const until = isoDate('2036-12-31')
  it.each([
    ['nobody settled it', null, '2099-01-01', 'undetermined'],
    ['its last day', { years: 10, until }, '2036-12-31', 'running'],
    ['the day after', { years: 10, until }, '2037-01-01', 'due'],
    ['for ever', { years: null, until: null }, '2099-01-01', 'permanent'],
    ['beyond what can be reckoned', { years: 90, until: null }, '2099-01-01', 'permanent'],
  ] as const)('%s', (_name, retention, today, standing) => {
    expect(standingOf(retention, false, isoDate(today))).toBe(standing)
    expect(standingOf(retention, true, isoDate(today))).toBe('destroyed')
  })
})
