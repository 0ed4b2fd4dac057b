import { describe, expect, test } from 'vitest'
import { read } from './read.ts'

function amounts(page: string): string[] {
  return read(page).facts.amounts.map(
    ({ yuan, words, meaning, form }) => `${meaning} ${yuan}${words === null ? '' : ` words ${words}`} ${form}`,
  )
}

describe('amounts', () => {
  test.each([
    ['罚款5,000元', 'fine 5000 figures'],
    ['罚款5，000元', 'fine 5000 figures'],
    ['处罚款6万元', 'fine 60000 wan'],
    ['罚款1.25万元', 'fine 12500 wan'],
    ['罚款伍仟元整', 'fine 5000 words 5000 words'],
    ['罚款贰拾万元整', 'fine 200000 words 200000 words'],
    ['处十万元罚款', 'fine 100000 words 100000 words'],
    ['罚款8,000元（大写：捌仟元整）', 'fine 8000 words 8000 figures'],
    ['罚款人民币伍仟柒佰捌拾元整（¥5780.00）', 'fine 5780 words 5780 figures'],
    ['罚款320000元（大写：叁拾万贰仟元整）', 'fine 320000 words 302000 figures'],
    ['没收违法所得2,280元', 'confiscation 2280 figures'],
    ['货值金额84元', 'goodsValue 84 figures'],
    ['数额降了4万8千元', 'other 48000 wan'],
    ['以上罚没款合计10,280元', 'total 10280 figures'],
  ])('%s', (sentence, expected) => {
    expect(amounts(`${sentence}。`)).toEqual([expected])
  })

  test('a range of a statute is never an amount to pay', () => {
    expect(amounts('处20万元以上100万元以下的罚款')).toEqual(['rangeLow 200000 wan', 'rangeHigh 1000000 wan'])
    expect(amounts('处十万元以上一百万元以下的罚款')).toEqual(['rangeLow 100000 words', 'rangeHigh 1000000 words'])
    expect(amounts('并处二十万以上一百万元以下罚款')).toEqual(['rangeLow 200000 words', 'rangeHigh 1000000 words'])
    expect(amounts('可以处五万元以下的罚款')).toEqual(['rangeHigh 50000 words 50000 words'])
  })

  test('a product and a rate of a base end in their result', () => {
    const product = read('1、处以697㎡×11元/㎡=7667元的罚款').facts.amounts
    expect(product.map(({ yuan, meaning }) => [yuan, meaning])).toEqual([
      [11, 'unitPrice'],
      [7667, 'fine'],
    ])
    expect(product[1]?.computed).toEqual({ base: 697, factor: 11, result: 7667 })
    const rate = read('处以采购金额95万元的5‰的罚款，计4750元').facts.amounts
    expect(rate.map(({ yuan, meaning }) => [yuan, meaning])).toEqual([
      [950_000, 'base'],
      [4750, 'other'],
    ])
    expect(rate[1]?.computed).toEqual({ base: 950_000, factor: 0.005, result: 4750 })
  })

  test.each(['申报总价为FOB4500美元', '第5元素', '重量42千克', '共3件'])('%s holds no yuan', (sentence) => {
    expect(amounts(sentence)).toEqual([])
  })

  test('the price of one is a unit price', () => {
    expect(amounts('已售出6箱，每箱380元，收入2,280元')).toEqual(['unitPrice 380 figures', 'turnover 2280 figures'])
  })

  test('quantities with their thing, in sentences and in lists', () => {
    const { facts } = read(
      '购进组合烟花48箱，已售出6箱。\n序号\t物品名称\t规格\t数量\n1\t组合烟花\t25发/箱\t40 箱\n2\t家用冰柜\t200升\t1台',
      'goods-list',
    )
    expect(facts.quantities.map(({ thing, count, unit }) => `${thing} ${count} ${unit}`)).toEqual([
      '组合烟花 48 箱',
      '组合烟花 6 箱',
      '组合烟花 40 箱',
      '家用冰柜 1 台',
    ])
  })
})
