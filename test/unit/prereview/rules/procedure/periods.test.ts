import { describe, expect, it } from 'vitest'
import { PERIOD_SUBJECTS } from '../../../../../src/shared/catalogue/periods.ts'
import { lastDay, periodOf } from '../../../../../src/shared/prereview/rules/procedure/reading/statutory-period.ts'
import { isoDate } from '../../../../../src/shared/values/values.ts'
import { CATALOGUE, caseFileOf } from '../../../../support/case-files.ts'

const DAY = isoDate('2026-03-02')
const periodIn = (sector: string | null, subject: (typeof PERIOD_SUBJECTS)[number]) =>
  periodOf(caseFileOf([], { sector }), subject, DAY)

describe('the periods of the catalogue', () => {
  it('have at least one row for each subject, and one that holds everywhere or only sector rows', () => {
    for (const subject of PERIOD_SUBJECTS) {
      const rows = CATALOGUE.periods.filter((row) => row.subject === subject)
      expect(rows.length, subject).toBeGreaterThan(0)
    }
  })

  it('cite registered provisions for what they leave out of the count', () => {
    const laws = new Map(CATALOGUE.laws.map((law) => [law.title['zh-CN'], law]))
    for (const row of CATALOGUE.periods) {
      for (const { of, basis } of row.exclusions) {
        if (row.verified) expect(basis.length, `${row.id} ${of}`).toBeGreaterThan(0)
        for (const { law, article = 1 } of basis)
          expect(laws.get(law)?.highestArticle ?? 0, `${row.id} ${law}`).toBeGreaterThanOrEqual(article)
      }
    }
  })

  it('leave nothing out of the ninety days where no rule of the field says so', () => {
    expect(periodIn(null, 'decision')?.exclusions).toEqual([])
    expect(periodIn('transport', 'decision')?.exclusions).toEqual([])
    expect(periodIn('market-regulation', 'decision')?.exclusions.map(({ of }) => of)).toContain('testing')
  })

  it.each([
    [null, 90, 'calendarDay'],
    ['customs', 6, 'month'],
    ['natural-resources', 60, 'calendarDay'],
    ['emergency', 90, 'calendarDay'],
  ] as const)('a decision in the field %s is due in %i %s', (sector, length, unit) => {
    expect(periodIn(sector, 'decision')).toMatchObject({ length, unit })
  })

  it('give the field’s own row before the national one, and that where the field has none', () => {
    expect(periodIn('agriculture', 'announcement')?.length).toBe(60)
    expect(periodIn('emergency', 'announcement')?.length).toBe(30)
    expect(periodIn('emergency', 'filing')).toBeNull()
  })

  it('are counted with the calendar: five working days over the Spring Festival of 2026', () => {
    const file = caseFileOf([])
    const row = periodOf(file, 'hearingRequest', isoDate('2026-02-12'))
    expect(row === null ? null : lastDay(file, row, isoDate('2026-02-12'))?.due).toBe('2026-02-26')
  })

  it('are never called verified where the text was older or not read', () => {
    for (const row of CATALOGUE.periods.filter(({ source }) => /较旧|未核对|未逐条/u.test(source)))
      expect(row.verified, row.id).toBe(false)
  })
})
