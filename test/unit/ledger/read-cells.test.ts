/** Days, amounts and rounds as earlier ledgers write them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNothing, numberKey, readAmount, readDay, readRound, textKey, unitOfHeader } from '../../../src/shared/ledger/read-cells.ts'

describe('a day', () => {
  it.each([
    ['2025-03-01', '2025-03-01'],
    ['2025.3.1', '2025-03-01'],
    ['2025/3/1', '2025-03-01'],
    ['2025年3月1日', '2025-03-01'],
    ['2025 年 3 月 1 日', '2025-03-01'],
    ['２０２５．３．１', '2025-03-01'],
    ['20250301', '2025-03-01'],
    ['2025-03-01 10:30', '2025-03-01'],
    ['2025年3月1日 9:05', '2025-03-01'],
    ['二〇二五年三月一日', '2025-03-01'],
    ['二零二四年十二月三十一日', '2024-12-31'],
    ['2024-02-29', '2024-02-29'],
  ])('is read from %s', (text, day) => {
    expect(readDay(text)).toEqual({ day, fromSerial: false })
  })

  it('is read from the number of a spreadsheet, and said so', () => {
    expect(readDay('45717')).toEqual({ day: '2025-03-01', fromSerial: true })
    expect(readDay('45717.4375')).toEqual({ day: '2025-03-01', fromSerial: true })
    expect(readDay('44255', true)).toEqual({ day: '2025-03-01', fromSerial: true })
  })

  it.each(['2025.3', '25.3.1', '2025-02-30', '2025-13-01', '三月一日', '12345', '99999', '2025年', '上周五', '2023-02-29'])('is not guessed from %s', (text) => {
    expect(readDay(text)).toBeUndefined()
  })

  it('that is written in any of the forms comes back the same', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2050-12-31'), noInvalidDate: true }).map((moment) => moment.toISOString().slice(0, 10))
    fc.assert(
      fc.property(days, (day) => {
        const [year, month, of] = day.split('-').map(Number)
        for (const text of [day, `${year}.${month}.${of}`, `${year}/${month}/${of}`, `${year}年${month}月${of}日`, String(Date.parse(day) / 86_400_000 + 25_569)]) {
          expect(readDay(text)?.day).toBe(day)
        }
      }),
    )
  })
})

describe('an amount', () => {
  it.each([
    ['50000', 50_000, false],
    ['50,000.50', 50_000.5, false],
    ['￥１２，０００．５元', 12_000.5, false],
    ['1.5万元', 15_000, true],
    ['3.2 万', 32_000, true],
    ['0.8亿元', 80_000_000, true],
    ['伍万元整', 50_000, true],
    ['0', 0, false],
  ])('is read from %s', (text, amount, converted) => {
    expect(readAmount(text)).toEqual({ amount, converted })
  })

  it('takes the unit of its head where it has none of its own', () => {
    expect(unitOfHeader('罚款金额（万元）')).toBe(10_000)
    expect(unitOfHeader('金额(元)')).toBe(1)
    expect(unitOfHeader('金额')).toBe(1)
    expect(readAmount('1.5', 10_000)).toEqual({ amount: 15_000, converted: true })
    expect(readAmount('15000元', 10_000)).toEqual({ amount: 15_000, converted: false })
  })

  it.each(['约5万', '5万至10万', '-300', '5-8万', '警告', '1.234', '100美元'])('is not guessed from %s', (text) => {
    expect(readAmount(text)).toBeUndefined()
  })
})

describe('a round', () => {
  it.each([['', 1], ['1', 1], ['首次', 1], ['第2次', 2], ['二审', 2], ['第三轮', 3], ['/', 1]])('is read from "%s"', (text, round) => {
    expect(readRound(text)).toBe(round)
  })
  it.each(['0', '复议', '100', '再次'])('is not guessed from %s', (text) => {
    expect(readRound(text)).toBeUndefined()
  })
})

it('what offices write for nothing is nothing', () => {
  for (const text of ['', ' 　', '/', '——', '无', '-', 'N/A']) expect(isNothing(text)).toBe(true)
  for (const text of ['0', '无证经营案', '否']) expect(isNothing(text)).toBe(false)
})

it('numbers are the same however their brackets and zeros are written', () => {
  const one = numberKey('清环立〔2025〕第012号')
  for (const other of ['清环立[2025]12号', '清环立（2025）012', ' 清环立 ﹝２０２５﹞ 12 号']) expect(numberKey(other)).toBe(one)
  expect(numberKey('清环立〔2025〕120号')).not.toBe(one)
  expect(numberKey('清环立〔2025〕102号')).not.toBe(one)
})

it('texts are the same whatever their brackets and spaces', () => {
  expect(textKey('清川县（甲）公司 无证排污案')).toBe(textKey('清川县(甲)公司无证排污案'))
})
