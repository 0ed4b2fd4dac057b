import { describe, expect, test } from 'vitest'
import { read, wide } from './read.ts'

function dates(page: string, kind = 'decision'): string[] {
  return read(page, kind).facts.dates.map(({ day, time, until, meaning }) =>
    [day, time, until?.day, until?.time, meaning].filter((part) => part !== null && part !== undefined).join(' '),
  )
}

describe('dates', () => {
  test.each([
    '2023年2月13日',
    '2023年 2月 13 日',
    '二〇二三年二月十三日',
    '二0二三年二月十三日',
    '２０２３年２月１３日',
    '2023.2.13',
    '2023-02-13',
    '2023/2/13',
    '2023年2月\n13日',
  ])('%s', (printed) => {
    expect(dates(`正文。\n第二段说明。\n${printed}`)).toEqual(['2023-02-13 document'])
  })

  test.each(['2023年13月1日', '2023年2月30日', '0000-01-01', '20231301'])('%s is no day', (printed) => {
    expect(dates(printed)).toEqual([])
  })

  test('times and spans', () => {
    expect(dates('询问时间：2026年3月9日9时10分至10时25分', 'inquiry-record')).toEqual([
      '2026-03-09 09:10 2026-03-09 10:25 questioned',
    ])
    expect(dates('检查时间：2026年3月9日下午3时至3月10日上午9时', 'inspection-record')).toEqual([
      '2026-03-09 15:00 2026-03-10 09:00 inspected',
    ])
    expect(dates('期限三十日，自2026年1月20日至2026年2月19日，扣押物品存放于仓库。')).toEqual([
      '2026-01-20 2026-02-19 measure',
    ])
  })

  test('a day without its year takes that of the document, or the year before where it would lie behind it', () => {
    expect(
      dates('我局于2025年8月20日接到线索，于5月8日告知，11月16日前没有生产。\n云城市水务局\n2026年5月20日'),
    ).toEqual(['2025-08-20 discovered', '2026-05-08 noticed', '2026-11-16 other', '2026-05-20 document'])
    expect(dates('调查人员于11月17日取证。\n云城市水务局\n2026年4月24日')[0]).toBe('2025-11-17 other')
  })

  test.each([
    ['我局于2026年3月5日对你公司立案调查', 'filed'],
    ['我局于2026年3月5日进行现场检查', 'inspected'],
    ['2026年3月5日，本局向你送达了《行政处罚告知书》', 'served'],
    ['我局于2026年3月5日以《行政处罚事先告知书》告知你公司', 'noticed'],
    ['你店于2026年3月5日提出听证申请', 'hearingAsked'],
    ['于2026年3月5日公开举行听证', 'heard'],
    ['2026年3月5日经局负责人集体讨论', 'discussed'],
    ['许可证有效期至2026年3月5日', 'qualificationUntil'],
    ['责令你公司于2026年3月5日前改正', 'corrected'],
    ['该条例自2026年3月5日起施行', 'lawInForce'],
    ['1980年4月2日出生', 'other'],
  ])('%s: %s', (sentence, meaning) => {
    expect(dates(`${sentence}。正文还有下文。`)[0]).toMatch(new RegExp(` ${meaning}$`, 'u'))
    expect(dates(wide(`${sentence}。正文还有下文。`))[0]).toMatch(new RegExp(` ${meaning}$`, 'u'))
  })

  test('a receipt tells what was served', () => {
    const { facts } = read(
      '送达回证\n送达文书\t行政处罚听证告知书（云环听〔2026〕6号）\n送达时间\t2026年3月30日10时40分',
      'service-receipt',
    )
    expect(facts.dates).toMatchObject([
      { day: '2026-03-30', time: '10:40', meaning: 'served', of: '行政处罚听证告知书' },
    ])
  })
})
