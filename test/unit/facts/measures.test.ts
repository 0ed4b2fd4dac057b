import { describe, expect, test } from 'vitest'
import { read, wide } from './read.ts'

function measures(page: string, kind = 'decision'): string[] {
  return read(page, kind).facts.measures.map((fact) => `${fact.kind}${fact.yuan === null ? '' : ` ${fact.yuan}`}`)
}

describe('measures', () => {
  const LIST =
    '依据《甲条例》第三十八条第二款，责令停止违法行为，并决定：\n1.罚款8,000元（大写：捌仟元整）；\n2.没收扣押的烟花42箱；\n3.没收违法所得2,280元；\n' +
    '4.吊销经营许可证。\n以上罚没款合计10,280元。\n到期不缴纳的，每日按罚款数额的百分之三加处罚款。'

  test('the list of a decision, its total not counted again, the surcharge not at all', () => {
    const expected = ['orderCorrection', 'fine 8000', 'confiscateProperty', 'confiscateGain 2280', 'revokeLicence']
    expect(measures(LIST)).toEqual(expected)
    expect(measures(wide(LIST))).toEqual(expected)
  })

  test.each([
    ['我局决定给予陈某某警告，并处8万元罚款。', ['warning', 'fine 80000']],
    ['本机关决定对你公司处以采购金额95万元的5‰的罚款，计4750元。', ['fine 4750']],
    ['本机关决定给予以下行政处罚：\n1、处以697㎡×11元/㎡=7667元的罚款；', ['fine 7667']],
    ['科处罚款人民币169000元，决定如下。', ['fine 169000']],
    ['本机关对你单位作出撤销登记的行政处罚。', ['revokeLicence']],
    ['决定对云城网吧的行为给予警告的行政处罚。', ['warning']],
    ['我局决定责令停产停业，并处罚款5万元。', ['suspendBusiness', 'fine 50000']],
    [
      '我局决定：\n一、对甲公司给予警告，并处150万元的罚款；\n二、对张某给予警告，并处70万元的罚款。',
      ['warning', 'fine 1500000', 'warning', 'fine 700000'],
    ],
    ['决定对组合烟花42箱予以扣押。', ['seizure']],
    ['决定对你公司不予行政处罚。', ['noPenalty']],
  ])('%s', (page, expected) => {
    expect(measures(page)).toEqual(expected)
  })

  test('four fines of one amount are four, and what they come to is not a fifth', () => {
    expect(
      measures(
        '甲大队作出《行政处罚决定书》,主要内容如下:\n序号违法行为处罚依据单项处罚结果\n1 占用通道\n罚款 5,000 元\n2 封堵不严\n罚款 5,000 元\n3 未设标识\n罚款 5,000 元\n给予甲公司合并15,000元的行政处罚。',
      ),
    ).toEqual(['fine 5000', 'fine 5000', 'fine 5000'])
  })

  test.each([
    '依照《甲条例》第三十三条应当处二十万元以上一百万元以下的罚款。',
    '违反本法规定的，由县级以上人民政府环境保护主管部门责令改正，处二万元以上二十万元以下的罚款。',
    '违反了《甲法》第三条“有前款行为的，责令改正，没收违法所得，处5万元罚款”的规定。',
    '当事人曾因同类行为被处罚款5000元。',
    '拒不改正的，我局将责令停产整治。',
    '收到责令改正违法行为决定书后，当事人停止了排放。',
  ])('%s orders nothing', (page) => {
    expect(measures(page)).toEqual([])
  })

  test('a notice proposes', () => {
    const { facts } = read(
      '行政处罚告知书\n拟对你店作出如下处罚：1.罚款8,000元；2.没收烟花42箱。\n你店有权陈述、申辩。',
      'prior-notice',
    )
    expect(facts.measures.map(({ kind, standing }) => [kind, standing])).toEqual([
      ['fine', 'proposed'],
      ['confiscateProperty', 'proposed'],
    ])
  })

  test('figures and words that differ are both kept', () => {
    expect(read('决定罚款320000元（大写：叁拾万贰仟元整）。').facts.measures).toMatchObject([
      { yuan: 320_000, words: 302_000 },
    ])
  })

  test('a changed proposal is what it was changed to', () => {
    expect(measures('复核结论\n建议将拟罚款由368000元调整为320000元。', 'recheck-opinion')).toEqual(['fine 320000'])
  })

  test('a record of questions orders nothing', () => {
    expect(measures('问：收到责令改正决定后做了什么？\n答：决定罚款5000元我认。', 'inquiry-record')).toEqual([])
  })
})
