/** Can what comes back still be punished (行政处罚法第三十六条)? And which effects a transfer holds back. */
import { describe, expect, it } from 'vitest'
import { EFFECT_KINDS } from '../../../src/shared/catalogue/vocabulary.ts'
import { TRANSFER_STATES, transferSettled } from '../../../src/shared/cases/state-machine-transfer.ts'
import { heldBackByTransfer } from '../../../src/shared/transfer/held-back.ts'
import { barsToPenalty, limitationOf } from '../../../src/shared/transfer/way-back.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { CATALOGUE } from '../../support/case-files.ts'

const row = (id: string) => {
  const found = CATALOGUE.periods.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no period ${id}`)
  return found
}
const TWO = row('period.limitation.national')
const FIVE = row('period.limitation.national.grave')
const days = (actEndedOn: string, discoveredOn: string) => ({ actEndedOn: isoDate(actEndedOn), discoveredOn: isoDate(discoveredOn) })

describe('limitation', () => {
  it.each([
    ['2024-03-01', '2026-03-01', 'inTime'],
    ['2024-03-01', '2026-03-02', 'lapsed'],
    // the leap day has no corresponding day: the last of the month
    ['2024-02-29', '2026-02-28', 'inTime'],
    ['2024-02-29', '2026-03-01', 'lapsed'],
    ['2023-12-31', '2025-12-31', 'inTime'],
  ] as const)('an act that ended on %s and was discovered on %s is %s within two years', (ended, discovered, verdict) => {
    expect(limitationOf(TWO, days(ended, discovered)).verdict).toBe(verdict)
  })

  it('is five years where life, health or financial safety were harmed, and shows how it was reckoned', () => {
    const found = limitationOf(FIVE, days('2021-06-30', '2026-06-30'))
    expect(found).toEqual({
      verdict: 'inTime',
      lastDay: '2026-06-30',
      verified: true,
      reckoning: {
        'zh-CN': '行为终了 2021-06-30，5年至 2026-06-30；2026-06-30 被发现，在时效内',
        en: 'Act ended 2021-06-30; 5 years reach to 2026-06-30; discovered 2026-06-30: in time',
      },
    })
    expect(limitationOf(FIVE, days('2021-06-30', '2026-07-01')).verdict).toBe('lapsed')
  })

  it('is one of three things that keep an agency from punishing', () => {
    const lapsed = limitationOf(TWO, days('2020-01-01', '2026-01-01'))
    const inTime = limitationOf(TWO, days('2025-01-01', '2026-01-01'))
    expect(barsToPenalty(lapsed, { basis: '', competent: false })).toEqual(['limitationLapsed', 'noLegalBasis', 'notCompetent'])
    expect(barsToPenalty(inTime, { basis: '水污染防治法第八十三条', competent: true })).toEqual([])
  })
})

describe('what a transfer holds back', () => {
  it('is money and detention while it is open, and nothing once it is settled', () => {
    for (const state of TRANSFER_STATES) {
      const held = heldBackByTransfer(state, EFFECT_KINDS)
      expect([state, held]).toEqual([state, transferSettled(state) ? [] : ['fine', 'confiscationOfGain', 'confiscationOfProperty', 'detention']])
    }
  })
})
