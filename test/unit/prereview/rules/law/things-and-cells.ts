/** Cases for what becomes of seized things, what is replanted, cells of a benchmark in multiples, and numbers of an earlier law. */
import type { PrereviewRule } from '../../../../../src/shared/prereview/rule.ts'
import { decision, notice, paper, type Pair } from '../pairs.ts'

const SEIZURE = paper(
  'measure-decision',
  '河西县市场监督管理局\n扣押决定书\n河市监扣〔2026〕8号\n对用于违法生产的食品、工具、设备予以扣押。\n2026年3月4日',
)
const LIST = paper('goods-list', '财物清单\n序号\t名称\t规格\t数量\n1\t饼干\t200克\t20盒\n2\t封口机\t台式\t1台\n3\t白砂糖\t50千克/袋\t4袋\n当事人：何平　2026年3月4日')
const goods = (orders: string) => decision({ orders: `1.没收违法所得300元；\n2.${orders}；\n3.罚款50000元（大写：伍万元整）。` })

const CELL = (times: string) => ({
  facts: '经查，你店销售超过保质期的饼干，货值金额20000元。',
  more: '对照裁量基准，属于“较轻”情形（货值金额10倍以上12倍以下）。',
  orders: `处货值金额${times}倍的罚款${Number(times) * 20_000}元。`,
})
const FOREST = (basis: string, planted: string) => ({
  agency: '河西县林业局',
  facts: '经查，你于2026年3月2日在河西县城关镇岭上超出许可采伐杉木40株，立木价值6000元，属滥伐林木。',
  violated: '你的行为违反了《中华人民共和国森林法》第五十六条第一款的规定。',
  basis: `依据《中华人民共和国森林法》${basis}的规定，`,
  orders: `1.责令补种树木${planted}；\n2.罚款18000元（大写：壹万捌仟元整）。`,
})

export const thingsAndCells = (rule: (id: string) => PrereviewRule): readonly Pair[] => [
  {
    rule: rule('5.7-seized-things-left-out'),
    about: 'the sealing machine and the sugar',
    fires: [SEIZURE, LIST, goods('没收饼干20盒')],
    not: [SEIZURE, LIST, goods('没收饼干20盒、封口机1台、白砂糖4袋')],
    says: '封口机、白砂糖',
  },
  {
    rule: rule('5.7-seized-things-left-out'),
    about: 'released by a paper of its own',
    fires: [SEIZURE, LIST, goods('没收饼干20盒、白砂糖4袋')],
    not: [SEIZURE, LIST, goods('没收饼干20盒、白砂糖4袋'), paper('measure-release', '解除扣押决定书\n解除对封口机的扣押，予以退还。\n2026年5月8日')],
    says: '封口机',
  },
  {
    rule: rule('5.5-replanting-outside-range'),
    about: 'four times by the multiple that is printed',
    fires: [decision(FOREST('第七十六条第二款', '160株（滥伐株数的四倍）'))],
    not: [decision(FOREST('第七十六条第二款', '120株（滥伐株数的三倍）'))],
    says: '4倍',
  },
  {
    rule: rule('5.5-replanting-outside-range'),
    about: 'reckoned from the trees beyond the licence',
    fires: [decision(FOREST('第七十六条第二款', '200株'))],
    not: [decision(FOREST('第七十六条第二款', '80株'))],
    says: '5倍',
  },
  {
    rule: rule('5.2-old-number'),
    about: 'the number before the revision',
    fires: [decision(FOREST('第三十九条第二款', '80株'))],
    not: [decision(FOREST('第七十六条第二款', '80株'))],
    says: '第39条第2款',
  },
  {
    rule: rule('5.2-moved-article'),
    about: 'the right to be heard by its number of before',
    fires: [decision({ more: '根据《中华人民共和国行政处罚法》第三十二条的规定，你店享有陈述、申辩的权利。' })],
    not: [decision({ more: '根据《中华人民共和国行政处罚法》第三十二条的规定，陈述申辩中从轻处罚的请求予以采纳。' })],
    says: '第45条',
  },
  {
    rule: rule('5.8-fine-outside-cell'),
    about: 'a cell in multiples, chosen by the decision itself',
    fires: [decision(CELL('15'))],
    not: [decision(CELL('11'))],
    says: '（15倍）',
  },
  {
    rule: rule('5.9-departure-without-approval'),
    about: 'below a cell in multiples, and nobody approved it',
    fires: [decision(CELL('5'))],
    not: [decision(CELL('5')), paper('discussion-minutes', '案件集体讨论记录\n王强：同意调整适用裁量基准，低于基准档次处罚。')],
    says: '偏离裁量基准',
  },
  {
    rule: rule('5.5-fine-outside-range'),
    about: 'a paragraph that is a slip is told as one',
    fires: [decision({ basis: '依据《中华人民共和国食品安全法》第一百二十二条第二款的规定，', orders: '罚款300000元。' })],
    not: [
      decision({ basis: '依据《中华人民共和国食品安全法》第一百二十二条第二款的规定，', facts: '经查，你店无证生产，货值金额25000元。', orders: '罚款300000元。' }),
      notice({ basis: '依据《中华人民共和国食品安全法》第一百二十二条第一款的规定，', facts: '经查，你店无证生产，货值金额25000元。', orders: '罚款300000元。' }),
    ],
    says: '300,000元',
  },
]
