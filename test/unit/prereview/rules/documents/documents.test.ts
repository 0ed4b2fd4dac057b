import { describe, expect, it } from 'vitest'
import * as amounts from '../../../../../src/shared/prereview/rules/documents/amounts.ts'
import * as consistency from '../../../../../src/shared/prereview/rules/documents/consistency.ts'
import * as out from '../../../../../src/shared/prereview/rules/documents/corrections-and-publication.ts'
import * as items from '../../../../../src/shared/prereview/rules/documents/decision-items.ts'
import * as missing from '../../../../../src/shared/prereview/rules/documents/missing.ts'
import * as payment from '../../../../../src/shared/prereview/rules/documents/payment.ts'
import * as order from '../../../../../src/shared/prereview/rules/documents/order.ts'
import * as remedies from '../../../../../src/shared/prereview/rules/documents/remedies.ts'
import { SEED_CASE } from '../procedure/invented-cases.ts'
import { adding, changes, expectRule, found, swap, without, type RuleCase } from '../procedure/papers.ts'

const PUBLIC_REMEDIES = /如不服本决定.*提起行政诉讼。\n/u

const cases: readonly RuleCase[] = [
  { rule: missing.NO_FILING_FORM, change: without('立案审批表'), says: '没有立案审批表' },
  { rule: missing.NO_NOTICE_RECEIPT, change: without('告知书送达回证'), says: '没有告知书的送达回证' },
  {
    rule: missing.NO_DECISION_RECEIPT,
    change: changes(without('决定书送达回证'), adding('缴款凭证', 'payment-receipt', '缴款凭证\n2026年5月27日')),
    says: '没有行政处罚决定书的送达回证',
  },
  { rule: missing.NO_GOODS_LIST, change: without('扣押清单'), says: '没有清单' },
  { rule: missing.LISTED_BUT_ABSENT, change: without('听证报告'), says: '清单列有“听证报告”' },
  { rule: items.NO_ADDRESS, change: swap('决定书', '住所：云溪县城南路18号\n', ''), says: '没有载明当事人的地址' },
  {
    rule: items.NO_FACTS_OR_EVIDENCE,
    change: swap('决定书', /以上事实有.*证明。/u, ''),
    says: '没有载明违法事实和证据',
  },
  {
    rule: items.NO_BASIS,
    change: changes(
      swap('决定书', /违反了《.*》第四十八条第一款的规定/u, '违反了有关规定'),
      swap('决定书', /依据《.*》第七十五条第一款，/u, '依据有关规定，'),
    ),
    says: '没有载明处罚的种类或者依据',
  },
  {
    rule: items.NO_PERFORMANCE,
    change: swap('决定书', /你公司应当自收到.*加处罚款。\n/u, ''),
    says: '没有载明处罚的履行方式和期限',
  },
  { rule: payment.PAYMENT_DAYS, change: swap('决定书', '之日起十五日内，将罚款', '之日起三十日内，将罚款'), says: '写为30日' },
  {
    rule: payment.PAYMENT_DAYS,
    change: swap('决定书', '之日起十五日内，将罚款', '之日起10个工作日内到指定银行缴清罚款，并将罚款'),
    says: '写为10个工作日',
  },
  { rule: payment.SURCHARGE_RATE, change: swap('决定书', '每日按罚款数额的百分之三', '每日按罚款数额的百分之五'), says: '写为百分之五' },
  { rule: payment.SURCHARGE_RATE, change: swap('决定书', '每日按罚款数额的百分之三', '按日加收罚款数额3‰的'), says: '写为3‰' },
  {
    rule: items.NO_AGENCY,
    change: changes(
      swap('决定书', /云溪县农业农村局\n/u, ''),
      swap('决定书', '云溪县农业农村局（印章）\n', ''),
      swap('决定书', '行政处罚决定书', '处罚文书'),
    ),
    says: '没有载明作出决定的行政机关名称',
  },
  {
    rule: items.TEMPLATE_BLANKS,
    change: swap('决定书', '销售劣种子30袋。以上', '销售劣种子____袋，货值××元。以上'),
    says: '模板空白',
  },
  {
    rule: items.PROPOSED_WORDING,
    change: swap('决定书', '决定对你公司作出如下行政处罚', '拟对你公司作出如下行政处罚'),
    says: '拟对你公司',
  },
  {
    // it is quoted by its clause, not from the middle of a word
    rule: items.PROPOSED_WORDING,
    change: swap('决定书', '决定对你公司作出如下行政处罚', '依照上述规定，我局拟对你公司作出如下行政处罚'),
    says: '“我局拟对你公司作出如下行政处罚”',
  },
  { rule: items.TEMPLATE_NOTES, change: swap('告知书', '经查，', '（此处填写违法事实）经查，'), says: '模板说明' },
  {
    rule: items.DEFENCE_UNANSWERED,
    change: swap(
      '决定书',
      '你公司提出陈述、申辩并要求听证，本机关于2026年4月28日举行听证。你公司提出数量少、已经召回，经复核不予采纳。',
      '你公司未提出陈述、申辩。',
    ),
    says: '未提出陈述',
  },
  {
    rule: items.BARE_CONCLUSION,
    change: changes(
      swap('决定书', '鉴于你公司初次违法，危害后果较轻，', ''),
      swap('决定书', '，每日按罚款数额的百分之三加处罚款', '，将依法强制执行'),
      adding('裁量说明', 'discretion-sheet', '裁量计算说明\n违法情节一般，适用裁量基准的一般档次。\n2026年4月1日'),
    ),
    says: '没有说明情节',
  },
  {
    rule: remedies.REMEDIES_MISSING,
    change: swap('决定书', PUBLIC_REMEDIES, ''),
    says: '行政处罚决定书没有告知申请行政复议和提起行政诉讼',
  },
  {
    rule: remedies.MEASURE_REMEDIES_MISSING,
    change: swap('扣押决定书', /如不服本决定.*提起行政诉讼。/u, ''),
    says: '查封、扣押决定书没有告知',
  },
  {
    rule: remedies.COURT_NOT_NAMED,
    change: swap('决定书', '向云溪县人民法院', '向有管辖权的人民法院'),
    says: '只写“向有管辖权的人民法院”',
  },
  {
    rule: remedies.COURT_NOT_NAMED,
    change: swap('扣押决定书', '向云溪县人民法院', '向人民法院'),
    says: '查封、扣押决定书没有写明管辖法院',
  },
  {
    rule: remedies.ORGAN_NOT_NAMED,
    change: swap('决定书', '向云溪县人民政府申请行政复议', '向上一级行政机关申请行政复议'),
    says: '没有写明复议机关的名称',
  },
  {
    rule: remedies.ORGAN_WRONG,
    change: swap('决定书', '向云溪县人民政府申请行政复议', '向沱州市农业农村局申请行政复议'),
    says: '由本级人民政府管辖',
  },
  {
    rule: remedies.WRONG_REMEDY_PERIOD,
    change: swap('决定书', '六个月内向', '三个月内向'),
    says: '期限为三个月，法律规定为6个月',
  },
  {
    rule: remedies.WRONG_REMEDY_PERIOD,
    change: swap('决定书', '六十日内向', '三十日内向'),
    says: '期限为三十日，法律规定为60日',
  },
  {
    rule: remedies.REVIEW_FIRST_NOT_SAID,
    change: swap('决定书', '云溪县农业农村局\n行政处罚决定书', '云溪县农业农村局\n当场行政处罚决定书'),
    says: '应当先申请行政复议',
  },
  {
    rule: consistency.PARTY_NAME_DIFFERS,
    change: swap('决定书', '当事人：云溪县丰穗种业有限公司', '当事人：云溪县丰惠种业有限公司'),
    says: '此处为“云溪县丰惠种业有限公司”',
  },
  {
    rule: consistency.PARTY_CODE_DIFFERS,
    change: swap('决定书', '91350100M000100Y43', '92511025MA6B5H3L2U'),
    says: '92511025MA6B5H3L2U',
  },
  {
    rule: consistency.FINE_LOWER_UNEXPLAINED,
    change: changes(swap('决定书', '罚款50000元（大写：伍万元整）', '罚款30000元（大写：叁万元整）')),
    says: '决定为30,000元',
  },
  {
    rule: consistency.DISCUSSION_DIFFERS,
    change: swap('集体讨论记录', /罚款50000元/gu, '罚款60000元'),
    says: '集体讨论的罚款为60,000',
  },
  { rule: consistency.BASIS_DIFFERS, change: swap('决定书', '第七十五条第一款', '第七十七条第一款'), says: '处罚依据' },
  {
    rule: consistency.ACT_DAY_DIFFERS,
    change: swap('决定书', '2026年2月10日销售', '2026年1月12日销售'),
    says: '决定书为2026年1月12日',
  },
  { rule: amounts.WORDS_AND_FIGURES, change: swap('决定书', '伍万元整', '伍万伍仟元整'), says: '大写为55,000元' },
  {
    rule: amounts.PRODUCT_WRONG,
    quiet: adding('计算表', 'calculation-sheet', '违法所得计算表\n30袋×60元/袋=1800元'),
    change: adding('计算表', 'calculation-sheet', '违法所得计算表\n30袋×60元/袋=1900元'),
    says: '1,800元，文书写为1,900元',
  },
  {
    rule: amounts.TOTAL_WRONG,
    quiet: swap('决定书', '2.吊销种子生产经营许可证。', '2.没收违法所得1800元。\n以上罚没款合计51800元。'),
    change: swap('决定书', '2.吊销种子生产经营许可证。', '2.没收违法所得1800元。\n以上罚没款合计52800元。'),
    says: '分项之和为51,800元',
  },
  { rule: amounts.TABLE_TOTAL_WRONG, change: swap('扣押清单', '10800', '11800'), says: '分项之和为10,800' },
  {
    rule: amounts.TABLE_PRODUCT_WRONG,
    change: swap('扣押清单', '120袋\t50\t6000', '120袋\t50\t6600'),
    says: '120×50＝6,000，表中金额写为6,600',
  },
  {
    rule: remedies.GOVERNMENT_WRONG,
    change: swap('决定书', '向云溪县人民政府申请行政复议', '向沱州市人民政府申请行政复议'),
    says: '文书写为沱州市人民政府',
  },
  {
    rule: order.DECIDED_BEFORE_DISCUSSION,
    change: swap('集体讨论记录', /2026年5月11日/gu, '2026年5月20日'),
    says: '决定在讨论之前',
  },
  { rule: order.NUMBER_YEAR, change: swap('决定书', '云农罚〔2026〕5号', '云农罚〔2025〕7号'), says: '年份不符' },
  {
    rule: order.NUMBER_TWICE,
    change: swap('延长扣押期限决定书', '云农延扣〔2026〕3号', '云农扣〔2026〕3号'),
    says: '同时用于',
  },
  {
    rule: order.RECEIPT_NUMBER,
    change: swap('决定书送达回证', '云农罚〔2026〕5号', '云农罚〔2026〕15号'),
    says: '送达回证写的文号为云农罚〔2026〕15号',
  },
  {
    rule: order.SERVED_BEFORE_MADE,
    change: swap('决定书送达回证', /2026年5月14日/gu, '2026年5月11日'),
    says: '送达在前',
  },
  {
    rule: order.OUT_OF_ORDER,
    change: swap('检验报告', '2026年3月20日', '2026年3月2日'),
    says: '抽样的日期为2026年3月5日，检验报告的日期为2026年3月2日',
  },
  {
    rule: order.UNDATED,
    change: swap('告知书', '（印章）\n2026年4月7日', '（印章）\n年　　月　　日'),
    says: '落款日期空白',
  },
  {
    rule: out.CORRECTION_UNSEALED,
    change: swap('扣押清单', '当事人（签名）', '备注：数量栏手写涂改\n当事人（签名）'),
    says: '没有校对章',
  },
  {
    rule: out.ID_UNMASKED,
    change: swap('公示表', '法定代表人：蒋某', '法定代表人：蒋某（11010519491231002X）'),
    says: '完整的公民身份号码',
  },
  {
    rule: out.PHONE_UNMASKED,
    change: swap('公示表', '法定代表人：蒋某', '法定代表人：蒋某，电话13800138000'),
    says: '完整手机号码',
  },
  { rule: out.PUBLISHED_LATE, change: swap('公示表', '2026年5月19日', '2026年6月5日'), says: '超过7个工作日' },
]

describe('7.1 to 7.8, 7.10 and 7.11: documents', () => {
  it.each(cases.map((one, place) => [one.rule.id, place, one] as const))('%s (%i)', (_, __, one) => {
    expectRule(one)
  })
})

describe('a term of payment that is no slip', () => {
  it.each([
    ['by instalments, because of hardship', '之日起十五日内，将罚款', '之日起三十日内分期将罚款'],
    ['15 days in figures', '之日起十五日内', '之日起15日内'],
    ['the term of another duty', '你公司应当自收到', '你公司应当自收到本决定书之日起三十日内完成召回。罚款应当自收到'],
    ['3 % in figures', '百分之三加处', '3%加处'],
    ['more than the fine itself', '百分之三加处罚款', '百分之三加处罚款，加处罚款的数额不超过罚款的百分之一百'],
  ])('%s', (_, words, instead) => {
    const papers = swap('决定书', words, instead)(SEED_CASE)
    expect(found([payment.PAYMENT_DAYS, payment.SURCHARGE_RATE], papers).map(({ message }) => message['zh-CN'])).toEqual([])
  })
})

describe('a name with a slip', () => {
  it.each([
    ['张三', '张山', true],
    ['云溪县丰穗种业有限公司', '云溪县丰惠种业有限公司', true],
    ['云溪县丰穗种业有限公司', '云溪县丰穗种业有限公司城东分公司', false],
    ['李四', '王五', false],
    ['云溪县丰穗种业有限公司', '云溪县绿源农资有限公司', false],
  ])('%s / %s: %s', (one, other, slip) => {
    expect(consistency.isSlip(one, other)).toBe(slip)
  })
})

describe('wording that is not a proposal', () => {
  it('what the decision tells of the notice may say 拟', () => {
    const papers = swap('决定书', '你公司提出陈述', '告知拟对你公司作出的处罚，你公司提出陈述')(SEED_CASE)
    expect(found([items.PROPOSED_WORDING], papers)).toEqual([])
  })
})
