/** The six tables of the annual report, from facts: what a reader of the report finds in them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../../src/main/catalogue/load.ts'
import { knownFigures, type AnnualFacts, type DecidedFact } from '../../../src/shared/annual-report/known-figures.ts'
import { annualTables, isBlocking, missingFromTables, reportedFigures, type AnnualEntries, type EnteredFigure } from '../../../src/shared/annual-report/report.ts'
import { changeText, figureText } from '../../../src/shared/annual-report/report-text.ts'
import { dueDayOf, dutyOf, reminderOf } from '../../../src/shared/annual-report/reminder.ts'
import { ANNUAL_TABLE_IDS } from '../../../src/shared/catalogue/annual-report.ts'
import { checkAnnualReport } from '../../../src/shared/catalogue/check-annual-report.ts'
import { ACTION_KINDS, EFFECT_KINDS } from '../../../src/shared/catalogue/vocabulary.ts'
import { isoDate, isoInstant } from '../../../src/shared/values/values.ts'
import { RESOURCES } from '../../support/test-station.ts'

const rows = loadCatalogue(`${RESOURCES}/catalogue`).annualReport
const NOTHING: AnnualFacts = { decisions: [], reviews: [], noPenalty: [], transferred: [] }
const NO_ENTRIES: AnnualEntries = { figures: new Map(), standings: new Map() }
const by = { by: '韩正', at: isoInstant(new Date('2027-01-10T01:00:00Z')) }
const entered = (value: number): EnteredFigure => ({ value, note: '执法综合科', ...by })
const decision = (kinds: DecidedFact['kinds'], ...effects: [DecidedFact['effects'][number]['kind'], number?][]): DecidedFact => ({
  kinds,
  effects: effects.map(([kind, amount]) => ({ kind, amount: amount ?? null })),
  count: 1,
})
const known = (facts: Partial<AnnualFacts>) => knownFigures(rows, { ...NOTHING, ...facts })

describe('a decision', () => {
  it('with a fine and a confiscation counts once, under the confiscation, and with both amounts', () => {
    const figures = known({ decisions: [decision(['penalty'], ['fine', 200_000], ['confiscationOfGain', 1234.56])] })
    expect(figures.get('penalty.confiscation')).toBe(1)
    expect(figures.get('penalty.fine')).toBe(0)
    expect(figures.get('penalty.amount')).toBe(201_234.56)
  })

  it('with a named kind and another one counts under the named one; with another one alone under “other”', () => {
    const figures = known({ decisions: [decision(['penalty'], ['warning'], ['other']), decision(['penalty'], ['other']), decision(['penalty'])] })
    expect(figures.get('penalty.warning')).toBe(1)
    expect(figures.get('penalty.other')).toBe(2)
  })

  it('that seizes and fines counts in both tables, once in each', () => {
    const figures = known({ decisions: [decision(['penalty', 'compulsoryMeasure'], ['fine', 100], ['seizure'])] })
    expect([figures.get('penalty.fine'), figures.get('compulsion.seizure'), figures.get('compulsion.otherExecution')]).toEqual([1, 1, 0])
  })

  it('on a licence is granted unless it refuses or withdraws', () => {
    const figures = known({ decisions: [decision(['licence']), decision(['licence'], ['licenceRefusal']), decision(['licence'], ['licenceWithdrawal'])] })
    expect(['granted', 'refused', 'withdrawn'].map((id) => figures.get(`licence.${id}`))).toEqual([1, 1, 1])
  })

  it('is never counted twice in a table, and never lost where the table has a place for the rest', () => {
    const anyDecision = fc.record({
      kinds: fc.uniqueArray(fc.constantFrom(...ACTION_KINDS), { minLength: 1 }),
      effects: fc.array(fc.record({ kind: fc.constantFrom(...EFFECT_KINDS), amount: fc.constant(null) })),
      count: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(anyDecision, { maxLength: 30 }), (decisions) => {
        const figures = known({ decisions })
        for (const row of rows) {
          if (row.kind !== 'table') continue
          const sum = row.items.reduce((all, { id, source }) => (source.how === 'decisions' ? all + (figures.get(`${row.table}.${id}`) ?? 0) : all), 0)
          const inTable = decisions.filter(({ kinds }) => kinds.some((kind) => row.actionKinds.includes(kind))).reduce((all, { count }) => all + count, 0)
          expect(sum).toBe(row.items.some(({ source }) => source.how === 'decisions') ? inTable : 0)
        }
      }),
    )
  })
})

describe('what the station cannot know', () => {
  it('is missing until it is entered; a total is missing as long as a part is', () => {
    const tables = annualTables(rows, known({}), NO_ENTRIES, new Map())
    const figure = (key: string) => tables.flatMap(({ figures }) => figures).find((one) => one.key === key)
    expect(figure('inspection.times')).toMatchObject({ value: null, origin: 'missing', enterable: true })
    expect(figure('compulsion.total')).toMatchObject({ value: null, origin: 'missing', enterable: false })
    expect(figure('penalty.total')).toMatchObject({ value: 0, origin: 'sum' })
    const missing = missingFromTables(tables)
    expect(missing).toContainEqual(expect.objectContaining({ kind: 'figure', key: 'inspection.times' }))
    expect(missing.filter(({ kind }) => kind === 'standing')).toHaveLength(ANNUAL_TABLE_IDS.length)
    expect(missing.some((one) => 'key' in one && one.key === 'compulsion.total')).toBe(false)
  })

  it('is nothing where the agency has no such power: no figure, nothing missing', () => {
    const entries: AnnualEntries = { figures: new Map(), standings: new Map([['requisition', { standing: 'noDuty', ...by }]]) }
    const tables = annualTables(rows, known({}), entries, new Map())
    expect(tables.find(({ table }) => table === 'requisition')).toMatchObject({ standing: 'noDuty', settled: by, figures: [{ origin: 'noDuty', value: null }] })
    expect(missingFromTables(tables).some((one) => 'table' in one && one.table === 'requisition')).toBe(false)
  })

  it('entered by hand stands for what was counted, is in the total, and is told when it is less', () => {
    const counted = known({ decisions: [decision(['penalty'], ['fine', 100]), decision(['penalty'], ['fine', 100])] })
    const entries: AnnualEntries = { figures: new Map([['penalty.fine', entered(1)], ['penalty.warning', entered(40)]]), standings: new Map() }
    const figures = annualTables(rows, counted, entries, new Map([['penalty.fine', 3]])).flatMap((one) => one.figures)
    expect(figures.find(({ key }) => key === 'penalty.fine')).toMatchObject({ value: 1, known: 2, before: 3, origin: 'entered', below: true })
    expect(figures.find(({ key }) => key === 'penalty.total')).toMatchObject({ value: 41 })
    expect(reportedFigures(rows, counted, entries).get('penalty.total')).toBe(41)
  })

  it('may be less on purpose: that keeps no report a draft', () => {
    expect(isBlocking({ kind: 'below', table: 'penalty', key: 'penalty.fine', label: { 'zh-CN': '罚款', en: 'Fine' } })).toBe(false)
    expect(isBlocking({ kind: 'yearRuns', until: isoDate('2026-12-31') })).toBe(true)
  })
})

it('reviews are counted by kind, and those that did not agree at once besides', () => {
  const figures = known({
    reviews: [
      { kinds: ['penalty'], type: 'T-OK', count: 5 },
      { kinds: ['penalty', 'compulsoryMeasure'], type: 'T-COND', count: 2 },
    ],
    noPenalty: [{ kinds: ['penalty'] }],
    transferred: [{ kinds: ['penalty'] }, { kinds: ['licence'] }],
  })
  expect(['penalty.reviewed', 'penalty.corrected', 'compulsion.reviewed', 'penalty.noPenalty', 'penalty.transferred'].map((key) => figures.get(key as 'penalty.reviewed'))).toEqual([7, 2, 2, 1, 1])
})

it('amounts are told in 万元, changes in words', () => {
  expect(figureText(1_708_115, 'amount')).toBe('170.8115')
  expect(figureText(0, 'amount')).toBe('0')
  expect([changeText(12, 9, 'count', '件'), changeText(5000, 40_000, 'amount', '万元'), changeText(3, 3, 'count', '件'), changeText(3, null, 'count', '件')]).toEqual(['增加3件', '减少3.5万元', '持平', null])
})

describe('the reminder', () => {
  const duty = dutyOf(rows)
  const on = (today: string, published: number[] = [], since = '2025-03-01', remindDays = 30) =>
    reminderOf(duty, { today: isoDate(today), remindDays, published: new Set(published), since: isoDate(since) })

  it('begins so many days before 31 January and ends with the publication', () => {
    expect(dueDayOf(duty, 2026)).toBe('2027-01-31')
    expect(on('2026-12-31', [2025])).toBe(null)
    expect(on('2027-01-01')).toMatchObject({ year: 2026, daysLeft: 30 })
    expect(on('2027-01-31')).toMatchObject({ daysLeft: 0 })
    expect(on('2027-02-03')).toMatchObject({ year: 2026, daysLeft: -3 })
    expect(on('2027-02-03', [2026])).toBe(null)
  })

  it('can begin in the year itself, and never speaks of a year before the station', () => {
    expect(on('2026-12-03', [2025], '2025-03-01', 60)).toMatchObject({ year: 2026, daysLeft: 59 })
    expect(on('2026-11-22', [], '2026-02-01')).toBe(null)
  })
})

describe('the catalogue', () => {
  const refused = (change: (row: (typeof rows)[number]) => unknown): string[] => {
    const found: string[] = []
    const changed = rows.map((row) => structuredClone(row))
    const left = changed.filter((row) => change(row) !== false)
    try {
      checkAnnualReport({ annualReport: left }, (_, row, field, problem) => {
        found.push(row, field, problem)
        throw new Error('refused')
      })
    } catch { /* told in `found` */ }
    return found
  }

  it('is refused without one of the tables, without the day, or with a sum of what is not there', () => {
    expect(refused(() => true)).toEqual([])
    expect(refused(({ id }) => id !== 'table.collection')).toEqual(['table.collection', 'table', 'missing'])
    expect(refused(({ kind }) => kind !== 'duty')).toEqual(['duty', 'kind', 'missing'])
    const wrong = refused((row) => {
      if (row.kind === 'table') for (const { source } of row.items) if (source.how === 'sum') source.of.push('nowhere')
      return true
    })
    expect(wrong).toEqual(['table.penalty', 'items.total', 'unknown'])
  })

  it('says of the day where it stands, and does not call the columns verified', () => {
    expect(rows.find(({ kind }) => kind === 'duty')).toMatchObject({ verified: true, basis: [{ item: 6 }] })
    expect(rows.filter(({ kind, verified }) => kind === 'table' && verified)).toEqual([])
  })
})
