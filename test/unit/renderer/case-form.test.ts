import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  caseErrors,
  composeTitle,
  draftOfCase,
  emptyCase,
  fieldsOfCase,
  type CaseDraft,
} from '../../../src/renderer/cases/case-draft.ts'
import { conditionGroups } from '../../../src/renderer/cases/condition-groups.ts'
import { parseAmount } from '../../../src/renderer/cases/parse-amount.ts'
import { checkPartyCode } from '../../../src/renderer/cases/party-code.ts'
import { parseDay } from '../../../src/renderer/ui/parse-day.ts'
import { caseFieldsSchema } from '../../../src/shared/cases/case.ts'
import { CONDITION_KINDS } from '../../../src/shared/catalogue/vocabulary.ts'

const empty = emptyCase('2026-05-14')
const filled: CaseDraft = {
  ...empty,
  title: '宏达电镀有限公司无证排污案',
  cause: '未取得排污许可证排放水污染物',
  submittingUnit: '执法支队一大队',
  party: { ...empty.party, name: '宏达电镀有限公司' },
  handlers: [{ personId: null, name: '陶志远', certificateNumber: '' }],
}

describe('the registration form', () => {
  test('tells every field that is needed, in words', () => {
    const errors = caseErrors({ ...empty, actionKinds: [], receivedOn: null })
    expect([...errors.keys()].toSorted()).toEqual(
      ['actionKinds', 'cause', 'handlers.0.name', 'party.name', 'receivedOn', 'submittingUnit', 'title'].toSorted(),
    )
    expect(errors.get('party.name')).toBe('cases:errors.partyName')
  })

  test('hands in a case that the contract accepts, and shows the same when it is opened again', () => {
    const draft: CaseDraft = {
      ...filled,
      effects: [{ kind: 'fine', amount: '32万', detail: '' }],
      conditions: { hearingHeld: false },
    }
    expect(caseErrors(draft).size).toBe(0)
    const parsed = caseFieldsSchema.parse(fieldsOfCase(draft))
    expect(parsed.effects[0]?.amount).toBe(320_000)
    const again = caseFieldsSchema.parse(fieldsOfCase(draftOfCase(parsed)))
    expect(again).toEqual(parsed)
  })

  test('takes no day that is still to come, and says what to enter', () => {
    const errors = caseErrors({ ...filled, receivedOn: '2026-05-15', filedOn: '2026-05-16', actFrom: '2026-05-01', actTo: '2026-05-14' }, '2026-05-14')
    expect([...errors]).toEqual([['filedOn', 'cases:errors.dateToCome'], ['receivedOn', 'cases:errors.dateToCome']])
  })

  test('finds a year that slipped, an end before its beginning, and an amount that is none', () => {
    const draft: CaseDraft = {
      ...filled,
      filedOn: '20226-01-01',
      actFrom: '2026-03-02',
      actTo: '2026-03-01',
      effects: [{ kind: 'fine', amount: '很多', detail: '' }],
    }
    const errors = caseErrors(draft)
    expect(errors.get('filedOn')).toBe('cases:errors.date')
    expect(errors.get('actTo')).toBe('cases:errors.dateOrder')
    expect(errors.get('effects.0.amount')).toBe('cases:errors.amount')
  })

  test('takes a name of 300 rare characters and emoji, and refuses one more', () => {
    const name = '𠮷'.repeat(300)
    expect(caseErrors({ ...filled, party: { ...filled.party, name } }).size).toBe(0)
    expect(caseErrors({ ...filled, party: { ...filled.party, name: `${name}甲` } }).get('party.name')).toBe(
      'cases:errors.partyName',
    )
  })

  test('composes the title of party and cause, never ending in 案案', () => {
    expect(composeTitle('宏达电镀有限公司', '无证排污案')).toBe('宏达电镀有限公司无证排污案')
    expect(composeTitle('', '无证排污')).toBe('')
    expect(composeTitle('甲'.repeat(300), '乙').length).toBe(200)
  })

  test('offers every circumstance exactly once', () => {
    expect(
      conditionGroups()
        .flatMap((group) => group.kinds)
        .toSorted(),
    ).toEqual([...CONDITION_KINDS].toSorted())
  })
})

describe('an amount as officers type it', () => {
  test.each([
    ['320000', 320_000],
    ['320,000.50', 320_000.5],
    ['32万', 320_000],
    ['3.2 万元', 32_000],
    ['１２０００元', 12_000],
    ['¥5,000', 5000],
    ['', null],
  ])('%s is %s yuan', (typed, yuan) => expect(parseAmount(typed)).toBe(yuan))

  test.each(['-5', '1.234', 'abc', '三万', '9e99', '1000000000001'])('%s is refused', (typed) =>
    expect(parseAmount(typed)).toBeUndefined(),
  )

  test('every amount in fen that is typed out comes back as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (fen) => parseAmount((fen / 100).toFixed(2)) === fen / 100),
    )
  })
})

describe('a day as people type it', () => {
  test.each(['2026-05-08', '2026.5.8', '2026/5/8', '20260508', '2026年5月8日', ' 2026 - 5 - 8 ', '２０２６-05-08'])(
    '%s is 8 May 2026',
    (typed) => expect(parseDay(typed)).toBe('2026-05-08'),
  )
  test.each(['2026-02-30', '20226-01-01', '5月8日', '2026-13-01', ''])('%s is no day', (typed) =>
    expect(parseDay(typed)).toBeUndefined(),
  )
})

describe('the code of a party', () => {
  test('is told to be fine, or what is wrong, and an empty one nothing', () => {
    const check = (codeKind: 'uscc' | 'residentId' | 'other', code: string) =>
      checkPartyCode({ codeKind, code }, '2026-05-14')
    expect(check('uscc', '91350100M000100Y43').kind).toBe('fine')
    expect(check('uscc', '91350100M000100Y44')).toEqual({
      kind: 'doubtful',
      word: 'cases:code.checksum',
      values: { expected: '3', found: '4' },
    })
    expect(check('residentId', '11010519491231002X').kind).toBe('fine')
    expect(check('residentId', '110105194912310021')).toMatchObject({ kind: 'doubtful', word: 'cases:code.checksum' })
    expect(check('uscc', '').kind).toBe('nothing')
    expect(check('other', 'X').kind).toBe('nothing')
  })
})
