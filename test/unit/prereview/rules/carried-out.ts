/** Cases for how a decision is carried out, and for what a decision has that notice, hearing and devices did not. */
import type { PrereviewRule } from '../../../../src/shared/prereview/rule.ts'
import { CHARGED_BY_A_GROUP } from '../../../../src/shared/prereview/rules/authority/charged-by.ts'
import { MORE_THAN_DECIDED } from '../../../../src/shared/prereview/rules/documents/execution-extent.ts'
import { DEVICE_RECORD_DIFFERS } from '../../../../src/shared/prereview/rules/facts/device-records.ts'
import { INVENTORY_RULES } from '../../../../src/shared/prereview/rules/facts/inventories.ts'
import { BARE_CLAUSE_RULES } from '../../../../src/shared/prereview/rules/law/bare-clauses.ts'
import { ABOVE_THE_FITTING_STEP } from '../../../../src/shared/prereview/rules/law/benchmark-rows.ts'
import { INTERESTED_HELPER } from '../../../../src/shared/prereview/rules/personnel/interested-helpers.ts'
import { TOLD_AND_DECIDED_RULES } from '../../../../src/shared/prereview/rules/procedure/evidence-after-hearing.ts'
import { EXECUTION_CONDUCT_RULES } from '../../../../src/shared/prereview/rules/procedure/execution-conduct.ts'
import { decision, notice, paper, type Pair } from './pairs.ts'

export const CARRIED_OUT_RULES: readonly PrereviewRule[] = [
  ...EXECUTION_CONDUCT_RULES, ...TOLD_AND_DECIDED_RULES, ...INVENTORY_RULES, ...BARE_CLAUSE_RULES,
  CHARGED_BY_A_GROUP, MORE_THAN_DECIDED, DEVICE_RECORD_DIFFERS, ABOVE_THE_FITTING_STEP, INTERESTED_HELPER,
]

function rule(id: string): PrereviewRule {
  const found = CARRIED_OUT_RULES.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no rule ${id}`)
  return found
}

const ORDER = paper('correction-order', '河西县综合行政执法局\n责令限期拆除决定书\n河综拆〔2026〕3号\n何平：责令你十五日内自行拆除1#、2#棚房，面积合计120.50平方米。\n河西县综合行政执法局\n2026年1月5日')
const URGING = paper('urging-notice', '河西县综合行政执法局\n履行行政决定催告书\n河综催〔2026〕3号\n何平：请你自收到本催告书之日起十日内自行拆除，逾期将依法强制执行。你有权陈述、申辩。\n河西县综合行政执法局\n2026年8月3日')
const RECEIPT = paper('service-receipt', '送达回证\n送达文书：履行行政决定催告书（河综催〔2026〕3号）\n送达时间：2026年8月4日10时\n受送达人：何平')
const execution = (words: string, basis = '第六十八条') =>
  paper('execution-decision', `河西县综合行政执法局\n强制执行决定书\n河综执〔2026〕3号\n何平：${words}依据《中华人民共和国城乡规划法》${basis}，决定对1#、2#棚房，面积合计120.50平方米，实施强制拆除。\n河西县综合行政执法局\n2026年9月20日`)
const DEFENCE = paper('defence', '申辩书\n我想自己拆，请宽限几天，请给个答复。\n申辩人：何平\n2026年8月10日')
const CLUE = paper('clue-form', '举报登记表\n举报人：沈国梁，电话：13907301234\n举报内容：邻居占道搭棚。')
const performer = (head: string) => paper('other', `代履行协议\n代履行人：顺达工程有限公司，法定代表人：${head}，联系电话：13907301234`)
const inventory = (sum: number, signed: string) =>
  paper('other', `物品清点登记表\n序号\t名称\t单位\t数量\n1\t角钢\t捆\t12\n2\t木床\t张\t2\n\t合计\t\t${sum}件\n被清点人（签名）：${signed}\n见证人（签名）：\n清点人员：周立`)
const HEARING = paper('hearing-record', '听证笔录\n时间：2026年4月28日9时\n主持人：雍慧')
const answer = (day: string) => paper('other', `河西县检测所\n关于核实检测报告的复函\n河西县市场监督管理局：来函收悉，经核实，该报告不是我所出具。\n河西县检测所\n${day}`)
const record = (day: string) => paper('inspection-record', `现场检查笔录\n检查情况：监测设备运行记录末条记录为“${day} 08:12:36 主电源断开，停机”。`)
const OFF = '经查，你店于2026年3月2日断开在线监测设备电源，至3月9日恢复，在河西县城关镇中山路8号。'
const STEPS = '第5项\t较轻：初次违法且在限期内改正的，处1000元以上2000元以下；一般：逾期改正的，处2000元以上4000元以下'
const IN_TOWN = paper('other', '河西县自然资源局\n复函\n该址位于城关镇镇规划区范围内，不在乡、村庄规划区内。')

export const PAIRS: readonly Pair[] = [
  { rule: rule('3.18-urging-counted-short'), about: 'ten calendar days', says: '2026年8月18日', fires: [URGING, RECEIPT, execution('催告期限于2026年8月14日届满。')], not: [URGING, RECEIPT, execution('催告期限于2026年8月18日届满。')] },
  { rule: rule('3.18-urging-defence-unanswered'), about: 'the party asks for an answer', says: '2026年8月10日', fires: [URGING, RECEIPT, DEFENCE, execution('')], not: [URGING, RECEIPT, DEFENCE, execution('你提出的申辩，经复核理由不成立，不予采纳。')] },
  { rule: rule('3.18-urging-defence-unanswered'), about: 'put aside as late', says: '没有记录', fires: [URGING, RECEIPT, DEFENCE, paper('submission-form', '送审函\n申辩书超过期限，申辩意见不再复核。'), execution('')], not: [URGING, RECEIPT, paper('defence', '放弃陈述申辩声明\n我放弃陈述申辩。\n何平\n2026年8月10日'), execution('')] },
  { rule: rule('3.18-living-supply-cut'), about: 'power cut to a dwelling', says: '停止供电', fires: [paper('other', '强制拆除方案\n拆除前三日停止供电，促使居住人员搬离。')], not: [paper('other', '强制拆除方案\n不得对居民生活停止供电，促使居住人员搬离。')] },
  { rule: rule('3.18-living-supply-cut'), about: 'a company that cut off whom it supplies', says: '停止供电', fires: [paper('other', '强制拆除方案\n拆除前三日停止供电，促使居住人员搬离。')], not: [paper('decision', '行政处罚决定书\n经查，当事人擅自停止供热，影响居民1200户。逾期不履行的，本机关将申请人民法院强制执行本决定。')] },
  { rule: rule('3.18-living-supply-cut'), about: 'gas, in another form', says: '切断燃气供应', fires: [execution('执行前切断燃气供应迫使住户搬离。')], not: [execution('拆除前通知燃气公司到场。')] },
  { rule: rule('3.18-forced-by-unlawful-means'), about: 'the way blocked', says: '断路', fires: [execution('采取断路、堵门方式迫使搬离。')], not: [execution('不得采取断路、堵门方式迫使搬离。')] },
  { rule: rule('7.4-executed-beyond-decision'), about: 'one shed more', says: '3#', fires: [ORDER, { ...execution(''), text: execution('').text.replace('1#、2#棚房，面积合计120.50', '1#、2#、3#棚房，面积合计150.50') }], not: [ORDER, execution('')] },
  { rule: rule('5.4-village-clause-in-town'), about: 'the clause on villages', says: '第六十五条', fires: [IN_TOWN, execution('', '第六十五条')], not: [IN_TOWN, execution('')] },
  {
    rule: rule('5.4-village-clause-in-town'), about: 'a township in a village', says: '第六十五条',
    fires: [execution('', '第六十五条')],
    not: [{ ...execution('', '第六十五条'), text: execution('', '第六十五条').text.replaceAll('河西县综合行政执法局', '河西县青山镇人民政府') }],
  },
  { rule: rule('6.6-charged-by-a-group'), about: 'the call of a committee to inspect', says: '领导小组', fires: [paper('other', '通知\n经拆违工作领导小组办公室研究，责成县综合行政执法局实施强制拆除。')], not: [paper('other', '查封说明\n根据市安全生产委员会办公室关于专项整治的通知要求，本局决定对该仓库依法查封。')] },
  { rule: rule('6.6-charged-by-a-group'), about: 'the office of a leading group', says: '领导小组', fires: [paper('other', '通知\n经拆违工作领导小组办公室研究，责成县综合行政执法局实施强制拆除。')], not: [paper('other', '通知\n经拆违工作领导小组办公室研究，责成县综合行政执法局实施强制拆除。'), paper('other', '河西县人民政府责成县综合行政执法局强制拆除。')] },
  { rule: rule('2.6-interested-helper'), about: 'the complainant pulls it down', says: '沈国梁', fires: [CLUE, performer('沈国梁')], not: [CLUE, performer('韩小东')] },
  { rule: rule('4.15-list-sum-wrong'), about: 'two more in the sum', says: '14', fires: [inventory(16, '何平')], not: [inventory(14, '何平')] },
  { rule: rule('4.15-inventory-unsigned'), about: 'two empty lines', says: '签名', fires: [inventory(14, '')], not: [inventory(14, '何平')] },
  { rule: rule('3.12-evidence-after-hearing'), about: 'an answer that came later', says: '2026年4月30日', fires: [notice(), HEARING, answer('2026年4月30日'), decision({ more: '另据河西县检测所2026年4月30日复函，报告系伪造。' })], not: [notice(), HEARING, answer('2026年4月2日'), decision({ more: '另据河西县检测所2026年4月2日复函，报告系伪造。' })] },
  { rule: rule('3.7-another-act-than-told'), about: 'revoked for a penalty, withdrawn for deceit', says: '撤销', fires: [notice({ orders: '拟吊销食品经营许可证。' }), decision({ orders: '决定撤销食品经营许可证。' })], not: [notice({ orders: '拟撤销食品经营许可证。' }), decision({ orders: '决定撤销食品经营许可证。' })] },
  { rule: rule('4.10-device-record-differs'), about: 'off a month before', says: '2026年2月1日', fires: [record('2026-02-01'), decision({ facts: OFF })], not: [record('2026-03-02'), decision({ facts: OFF })] },
  { rule: rule('5.1-clause-names-no-penalty'), about: 'according to law, and no more', says: '行政许可法', fires: [decision({ basis: '依据《中华人民共和国行政许可法》第七十九条，处罚款2,000元。', orders: '' })], not: [decision()] },
  { rule: rule('5.9-above-the-fitting-step'), about: 'put right the same day', says: '3,000元', fires: [paper('investigation-report', `调查终结报告\n${STEPS}\t初次违法，检查当日改正\t罚款3,000元`)], not: [paper('investigation-report', `调查终结报告\n${STEPS}\t初次违法，检查当日改正\t罚款1,800元`)] },
]

/** Those of one heading, for its own test. */
export function carriedOut(rules: readonly PrereviewRule[]): readonly Pair[] {
  return PAIRS.filter((pair) => rules.includes(pair.rule))
}
