import { describe, expect, test } from 'vitest'
import { read } from './read.ts'

function numbers(page: string): string[] {
  return read(page).facts.numbers.map(({ role, text, of }) => `${role} ${text}${of === null ? '' : ` (${of})`}`)
}

describe('document numbers', () => {
  test.each([
    '云环罚〔2026〕12号',
    '云环罚［2026］12号',
    '云环罚[2026]12号',
    '云环罚【2026】第012号',
    '（云保）应急罚〔2025〕k-39号',
    '云农(兽药)罚〔2026〕2号',
    '云公罚〔2024〕-007',
  ])('%s under the title is its own, brackets as printed', (number) => {
    expect(numbers(`云城市某某局\n行政处罚决定书\n${number}\n云城甲乙有限公司：\n正文`)).toEqual([`own ${number}`])
  })

  test('spaces are left out, behind the title in one line too', () => {
    expect(numbers('云城市水务局行政处罚决定书（云水罚〔 2025 〕 第 7 号）\n云城甲乙有限公司：')).toEqual([
      'own 云水罚〔2025〕第7号',
    ])
  })

  test('an agency that numbers by year alone', () => {
    expect(numbers('云城监管局行政处罚决定书〔2022〕5号\n当事人：张某某')).toEqual(['own 〔2022〕5号'])
  })

  test('the notice that a decision names is cited, with its title', () => {
    const page =
      '行政处罚决定书\n云环罚〔2026〕12号\n我局于2026年3月1日送达《行政处罚事先告知书》（云环罚告〔2026〕9号）。'
    expect(numbers(page)).toEqual(['own 云环罚〔2026〕12号', 'cited 云环罚告〔2026〕9号 (行政处罚事先告知书)'])
  })

  test('words of the sentence are not taken into the number', () => {
    expect(numbers('我公司于2026年3月30日收到云环罚听告〔2026〕6号告知书，现提出意见。')).toEqual([
      'cited 云环罚听告〔2026〕6号',
    ])
  })

  test('a receipt names the number of what it served', () => {
    expect(numbers('送达回证\n送达文书\t行政处罚决定书（云环罚〔2026〕6 号）')).toEqual([
      'cited 云环罚〔2026〕6号 (行政处罚决定书)',
    ])
  })

  test('the number of the filing in another paper is that of the filing', () => {
    expect(numbers('案件调查终结报告\n立案文号\t云环立〔2026〕9号\t立案日期\t2026年3月5日')).toEqual([
      'cited 云环立〔2026〕9号 (立案)',
    ])
  })

  test.each(['《云城市治理条例》(2019年修正)', '电话(2023)3号楼', '第〔2026〕条', '项目(2019版)第3条'])(
    '%s holds no number',
    (page) => {
      expect(numbers(page)).toEqual([])
    },
  )
})
