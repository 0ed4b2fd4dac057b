/** Periods of which something is not certain say so, and no field with a period of its own falls back to ninety days unsaid. */
import { describe, expect, it } from 'vitest'
import { periodRows } from '../../../src/shared/deadlines/period-rows.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { shipped } from './shipped.ts'

const { periods, sectors } = shipped

describe('the three days of a transfer', () => {
  it.each(['transferDecision', 'policeDecision', 'reconsiderationRequest', 'reconsiderationAnswer', 'goodsHandover', 'policeSupplement', 'supervisionRequest'] as const)(
    'of %s are unverified calendar days, and say why',
    (subject) => {
      const [row] = periodRows(periods, subject, { sector: null, region: null }, isoDate('2026-05-06'))
      expect(row).toMatchObject({ length: 3, unit: 'calendarDay', verified: false })
      expect(row?.remark?.['zh-CN']).toContain('没有写明是工作日还是日历日')
    },
  )

  it('leave the twenty-four hours, which are written, verified', () => {
    const [row] = periodRows(periods, 'transfer', { sector: null, region: null }, isoDate('2026-05-06'))
    expect(row).toMatchObject({ unit: 'hour', verified: true })
  })
})

describe('a field with a period of its own', () => {
  it.each([
    ['tourism', 3, 'month', [3]],
    ['telecommunications', 60, 'calendarDay', [30, 90]],
    ['tobacco', 90, 'calendarDay', []],
  ] as const)('%s has it, unverified', (sector, length, unit, extensions) => {
    expect(sectors.some(({ id }) => id === sector)).toBe(true)
    const [row] = periodRows(periods, 'decision', { sector, region: null }, isoDate('2026-05-06'))
    expect(row).toMatchObject({ sector, length, unit, verified: false })
    expect(row?.extensions.map((step) => step.length)).toEqual(extensions)
  })
})
