import { describe, expect, it } from 'vitest'
import { fineBandsIn, measuresIn, mentionsIn, readsWhole } from '../../../../../src/shared/prereview/rules/law/fine-bands.ts'
import { numberOf } from '../../../../../src/shared/prereview/rules/law/numerals.ts'

const plain = { who: 'party', when: 'always', given: null, of: null, floor: null } as const

describe('a penalty clause is read as figures', () => {
  it.each([
    ['责令改正，处2万元以上10万元以下的罚款', [{ ...plain, low: 20_000, high: 100_000 }]],
    ['可以处五千元以下罚款', [{ ...plain, low: null, high: 5000 }]],
    [
      '货值金额不足一万元的，并处五万元以上十万元以下罚款；货值金额一万元以上的，并处货值金额十倍以上二十倍以下罚款',
      [
        { ...plain, given: { base: 'goodsValue', from: null, below: 10_000 }, low: 50_000, high: 100_000 },
        { ...plain, given: { base: 'goodsValue', from: 10_000, below: null }, of: 'goodsValue', low: 10, high: 20 },
      ],
    ],
    ['处违法经营总额20%以上50%以下的罚款', [{ ...plain, of: 'turnover', low: 0.2, high: 0.5 }]],
    [
      '并处货值金额十五倍以上三十倍以下的罚款；货值金额不足十万元的，按十万元计算',
      [{ ...plain, of: 'goodsValue', floor: 100_000, low: 15, high: 30 }],
    ],
    [
      '处十万元以下的罚款；逾期未改正的，并处十万元以上二十万元以下的罚款，对其直接负责的主管人员处二万元以上五万元以下的罚款',
      [
        { ...plain, low: null, high: 100_000 },
        { ...plain, when: 'refused', low: 100_000, high: 200_000 },
        { ...plain, when: 'refused', who: 'responsible', low: 20_000, high: 50_000 },
      ],
    ],
    [
      '对单位处五万元以上十万元以下罚款，对个人处五千元以上五万元以下罚款',
      [
        { ...plain, low: 50_000, high: 100_000 },
        { ...plain, who: 'citizen', low: 5000, high: 50_000 },
      ],
    ],
  ])('%s', (clause, bands) => {
    expect(fineBandsIn(clause)).toEqual(bands)
    expect(readsWhole(clause)).toBe(true)
  })

  it('says when there is a fine that it cannot read', () => {
    expect(readsWhole('对单位处五万元以上五十万元以下的罚款，对个人依法处以罚款')).toBe(false)
  })

  it('tells what is demanded from what is only possible', () => {
    const clause = '没收违法所得和违法经营的食品，并可以没收工具；并处五万元以上十万元以下罚款；情节严重的，吊销许可证'
    expect(measuresIn(clause)).toEqual({
      demands: ['confiscateGain', 'confiscateProperty'],
      whenSerious: ['revokeLicence'],
      fineOptional: false,
    })
    expect(mentionsIn(clause).mentions).toEqual(['fine', 'confiscation', 'revocation'])
    expect(mentionsIn('情节严重的，报经有批准权的人民政府批准，责令停业、关闭').governmentApproval).toBe(true)
  })
})

describe('a number', () => {
  it.each([
    ['20万', 200_000],
    ['二十', 20],
    ['一千五百', 1500],
    ['1,000', 1000],
    ['36.8万', 368_000],
    ['5千', 5000],
    ['两', 2],
    ['元', null],
    ['', null],
  ])('%s', (text, value) => {
    expect(numberOf(text)).toBe(value)
  })
})
