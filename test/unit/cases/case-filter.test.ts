/** A filter, its address and back; cells that must stay text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseFilterSchema, caseListPath, caseQuery, EMPTY_CASE_FILTER, NEWEST_FIRST, parseCaseQuery } from '../../../src/shared/cases/case-filter.ts'
import { clipboardCell, looksLikeFormula, xmlText } from '../../../src/shared/cases/cell-text.ts'
import { ADOPTIONS, ASSIGNMENTS, DEFECTS, PUBLISHINGS, REMEDIES, TRANSFERS } from '../../../src/shared/ledger/column-filter.ts'
import { CASE_SORTS } from '../../../src/shared/cases/case.ts'
import { CASE_STATES } from '../../../src/shared/cases/state-machine-terms.ts'
import { ACTION_KINDS, CASE_FLAGS, OPINION_TYPE_CODES } from '../../../src/shared/catalogue/vocabulary.ts'

const PERSON = '019a0000-0000-7000-8000-000000000001'
const day = fc.option(fc.constantFrom('2024-02-29', '2026-05-18', '1999-12-31'))
const amount = fc.option(fc.integer({ min: 0, max: 1e9 }).map((fen) => fen / 100))
const words = fc.option(fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom(...'执法&=，, %+#?大队') }))

const filters = fc.record({
  states: fc.uniqueArray(fc.constantFrom(...CASE_STATES), { maxLength: 4 }),
  actionKind: fc.option(fc.constantFrom(...ACTION_KINDS)),
  reviewerId: fc.option(fc.constant(PERSON)),
  handlerId: fc.option(fc.constant(PERSON)),
  unit: words,
  cause: words,
  receivedFrom: day,
  receivedTo: day,
  dueFrom: day,
  dueTo: day,
  overdue: fc.boolean(),
  red: fc.boolean(),
  issuedFrom: day,
  issuedTo: day,
  opinionType: fc.option(fc.constantFrom(...OPINION_TYPE_CODES)),
  amountFrom: amount,
  amountTo: amount,
  round: fc.option(fc.integer({ min: 1, max: 9 })),
  flags: fc.uniqueArray(fc.constantFrom(...CASE_FLAGS), { maxLength: 3 }),
  serial: fc.constantFrom('', '2026-0012', '12'),
  assignment: fc.option(fc.constantFrom(...ASSIGNMENTS)),
  extended: fc.boolean(),
  defects: fc.option(fc.constantFrom(...DEFECTS)),
  adopted: fc.option(fc.constantFrom(...ADOPTIONS)),
  decidedFrom: day,
  decidedTo: day,
  decisionNumber: words.map((text) => text?.trim() ?? ''),
  published: fc.option(fc.constantFrom(...PUBLISHINGS)),
  remedy: fc.option(fc.constantFrom(...REMEDIES)),
  transfer: fc.option(fc.constantFrom(...TRANSFERS)),
  archivedFrom: day,
  archivedTo: day,
  remark: words.map((text) => text?.trim() ?? ''),
  text: fc.string({ maxLength: 20, unit: fc.constantFrom(...'罚款&=?# a') }).map((text) => text.trim()),
})
const sorts = fc.record({ by: fc.constantFrom(...CASE_SORTS), descending: fc.boolean() })

describe('a filter as an address', () => {
  it('leads back to the same filter and order', () => {
    fc.assert(
      fc.property(filters, sorts, (plain, sort) => {
        const filter = caseFilterSchema.parse(plain)
        expect(parseCaseQuery(caseQuery(filter, sort))).toEqual({ filter, sort })
      }),
    )
  })

  it('says nothing for what is not asked, and is short for what is', () => {
    expect(caseQuery(EMPTY_CASE_FILTER)).toBe('')
    expect(caseListPath({})).toBe('/cases?all=1')
    expect(caseListPath({ states: ['received', 'accepted'], overdue: true }, { by: 'dueOn', descending: false })).toBe(
      '/cases?states=received,accepted&overdue=1&sort=dueOn',
    )
  })

  it('that was saved before there were conditions of the ledger is the same filter without them', () => {
    const { states, actionKind, reviewerId, receivedFrom, receivedTo, text } = { ...EMPTY_CASE_FILTER, states: ['issued'] as const, text: '罚款' }
    expect(caseFilterSchema.parse({ states, actionKind, reviewerId, receivedFrom, receivedTo, text })).toEqual({ ...EMPTY_CASE_FILTER, states: ['issued'], text: '罚款' })
  })

  it('of an old or broken link keeps what it understands', () => {
    const { filter, sort } = parseCaseQuery('states=received,abolished&round=many&dueTo=2026-13-40&amountFrom=-5&text=罚款&colour=red&sort=fame')
    expect(filter).toEqual({ ...EMPTY_CASE_FILTER, states: ['received'], text: '罚款' })
    expect(sort).toEqual(NEWEST_FIRST)
  })

  it.each(['', '&&&', '%', 'states=', 'constructor=1&__proto__=2&toString=3'])('%j is an empty filter', (query) => {
    expect(parseCaseQuery(query).filter).toEqual(EMPTY_CASE_FILTER)
  })
})

describe('a cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '＝1', '\u200b=1'])('%j would be a formula', (text) => {
    expect(looksLikeFormula(text)).toBe(true)
    expect(clipboardCell(text).startsWith("'")).toBe(true)
  })

  it.each(['岚环罚〔2026〕1号', '1+1=2', '甲=乙', '3-5 日', 'a@b'])('%j is a text', (text) => {
    expect(looksLikeFormula(text)).toBe(false)
    expect(clipboardCell(text)).toBe(text)
  })

  it('for the clipboard stays on its line and in its column', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'甲\t\n\r =') }), (text) => !/[\t\n\r]/u.test(clipboardCell(text))))
  })

  it('in XML breaks nothing', () => {
    expect(xmlText('a<b>&"\u0000\u0008\ufffe_x000D_')).toBe('a&lt;b&gt;&amp;&quot;_x005F_x000D_')
  })

  it('in XML is read as what it was, without what XML cannot carry', () => {
    const cannot = ['\ud83d', '\u0000', '\u001f', '\u007f', '\u0085', '\ufffe', '\uffff']
    const signs = ['甲', 'a', '😀', '\t', '\n', '&', '<', '>', '"', '_', '_x0041_', ...cannot]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs)), (parts) => {
        const read = xmlText(parts.join('')).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('_x005F_', '_')
        expect(read).toBe(parts.filter((part) => !cannot.includes(part)).join(''))
      }),
    )
  })
})
