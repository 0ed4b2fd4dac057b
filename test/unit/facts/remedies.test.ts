import { describe, expect, test } from 'vitest'
import { read } from './read.ts'

describe('remedies, periods and rights', () => {
  test('organ, court, days and months, also in words', () => {
    const { facts, words } = read(
      '如不服本决定，可以自收到本决定书之日起六十日内向云城市人民政府申请行政复议，也可以在六个月内直接向云城市北区人民法院提起行政诉讼。',
    )
    expect(facts.remedies).toMatchObject([
      { kind: 'reconsideration', organ: '云城市人民政府', days: 60, months: null },
      { kind: 'litigation', organ: '云城市北区人民法院', days: null, months: 6 },
    ])
    expect(facts.remedies.map(({ passage }) => words(passage).slice(-6))).toEqual(['申请行政复议', '提起行政诉讼'])
    expect(facts.rights.map(({ kind }) => kind)).toEqual(['reconsideration', 'litigation'])
  })

  test('a court that is not named is none', () => {
    expect(read('可在3个月内向有管辖权的人民法院提起行政诉讼').facts.remedies).toMatchObject([
      { kind: 'litigation', organ: null, months: 3 },
    ])
  })

  test('起诉 without 诉讼', () => {
    expect(read('可在六个月内向云城铁路运输法院起诉。').facts.remedies).toMatchObject([
      { kind: 'litigation', organ: '云城铁路运输法院', months: 6 },
    ])
  })

  test('what happens without a remedy tells none', () => {
    expect(
      read('逾期不申请行政复议，不提起行政诉讼，又不履行本决定的，我局将申请强制执行。复议期间不停止执行。').facts
        .remedies,
    ).toEqual([])
  })

  test('periods for statement, hearing and payment', () => {
    const { facts } = read(
      '你公司可以自收到本告知书之日起五个工作日内提出陈述、申辩；可以自收到之日起5日内要求听证。应当自收到之日起十五日内缴纳罚款。',
      'prior-notice',
    )
    expect(facts.periods.map(({ length, unit, of }) => `${length} ${unit} ${of}`)).toEqual([
      '5 workingDays statement',
      '5 days hearing',
      '15 days payment',
    ])
    expect(facts.rights.map(({ kind }) => kind)).toEqual(['statement', 'hearing'])
  })

  test('days of the calendar and steps of a scale are no periods', () => {
    expect(read('于2026年3月5日检查，持续三个月以上不满六个月。').facts.periods).toEqual([])
  })

  test('what the party did is no right told', () => {
    expect(read('你店于2026年3月23日提出听证申请，我局已答复。').facts.rights).toEqual([])
  })
})
