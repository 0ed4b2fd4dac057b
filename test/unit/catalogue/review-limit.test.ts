import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../../src/main/catalogue/load.ts'
import { reviewLimit } from '../../../src/shared/catalogue/review-limit.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { CATALOGUE_FOLDER, MARKET_REGULATION, NEIMENGGU, shipped } from './shipped.ts'

const on = isoDate('2026-06-01')

describe('the time for a review', () => {
  it('has a default that is marked as not verified, because no national rule sets one', () => {
    expect(reviewLimit(shipped, { on })).toMatchObject({ rowId: 'limit.default', verified: false, unit: 'workingDay' })
  })

  it.each([
    ['market-regulation', 10, null],
    ['agriculture', 5, 15],
    ['healthcare-security', 10, 10],
    ['natural-resources', 5, 10],
  ])('is that of the sector %s: %i working days', (sector, days, extension) => {
    const limit = reviewLimit(shipped, { sector, on })
    const told = [limit.days, limit.unit, limit.extension?.days, limit.verified]
    expect(told).toEqual([days, 'workingDay', extension, true])
  })

  it('has no extension where the rule has none', () => {
    expect(reviewLimit(shipped, { sector: 'housing-construction', on }).extension).toBeNull()
  })

  it('is 5 + 5 in Inner Mongolia, in its counties too', () => {
    const limit = reviewLimit(shipped, { region: '150102', on })
    expect([limit.days, limit.extension?.days, limit.supplementExcluded]).toEqual([5, 5, true])
  })

  it('is the shorter of sector and place, and the other is named', () => {
    const limit = reviewLimit(shipped, { sector: 'market-regulation', region: '150102', on })
    expect(limit.rowId).toBe('limit.neimenggu')
    expect(limit.others.map((row) => row.id)).toEqual(['limit.market-regulation'])
  })

  it('falls back to the default where the sector’s rule sets none', () => {
    expect(reviewLimit(shipped, { sector: 'transport', on }).rowId).toBe('limit.default')
  })

  it('is tightened for the whole station by the overlay of Inner Mongolia', () => {
    const limit = reviewLimit(loadCatalogue(CATALOGUE_FOLDER, [NEIMENGGU]), { on })
    expect([limit.rowId, limit.days, limit.extension?.days, limit.verified]).toEqual(['limit.default', 5, 5, true])
    expect(limit.basis[0]).toMatchObject({ article: 31 })
  })

  it('stays 10 working days with the overlay of market regulation', () => {
    const limit = reviewLimit(loadCatalogue(CATALOGUE_FOLDER, [MARKET_REGULATION]), { sector: 'market-regulation', on })
    expect([limit.days, limit.verified]).toEqual([10, true])
  })
})
