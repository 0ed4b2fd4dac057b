import { CRIME_RULES } from '../../../../../src/shared/prereview/rules/crime/index.ts'
import type { PrereviewRule } from '../../../../../src/shared/prereview/rule.ts'
import { decision, filler, paper, testPairs, type Pair } from '../pairs.ts'

function rule(id: string): PrereviewRule {
  const found = CRIME_RULES.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no rule ${id}`)
  return found
}

const SHODDY = (sales: string): string => `经查，你公司于2026年3月2日在河西县城关镇以不合格产品冒充合格产品销售电缆，销售金额${sales}元。`
const fake = (sales: string, more = '') => decision({ facts: SHODDY(sales), violated: '你公司的行为违反了《中华人民共和国产品质量法》第三十九条的规定。', basis: '依据《中华人民共和国产品质量法》第五十条的规定，', orders: '罚款30000元。', more, head: '当事人：河西县光明电缆有限公司\n法定代表人：何平' })
const POLLUTION = decision({ facts: '经查，你公司于2026年3月2日在河西县城关镇向河道排放含铬废水。', violated: '你公司的行为违反了《中华人民共和国水污染防治法》第三十九条的规定。', orders: '罚款300000元。', head: '当事人：河西县光明电镀有限公司\n法定代表人：何平' })
const FILED = paper('filing-form', '立案审批表\n同意立案。王强　2026年3月10日')
const TRANSFER = '涉嫌犯罪案件移送书\n河市监移〔2026〕1号\n河西县公安局：\n现将河西县光明电缆有限公司涉嫌犯罪一案移送你局。\n附件：1.案件情况调查报告；2.涉案物品清单；3.检验报告。\n河西县市场监督管理局\n2026年4月5日'
const SEIZED = paper('measure-decision', '扣押决定书\n依据《中华人民共和国产品质量法》第十八条，决定对电缆20卷予以扣押。')
const MARK = decision({ facts: '经查，你店于2026年3月2日在河西县城关镇中山路8号店内销售侵犯注册商标专用权的商品，假冒注册商标的运动鞋，违法经营额12000元。', violated: '你店的行为违反了《中华人民共和国商标法》第五十七条第（三）项的规定。', basis: '依据《中华人民共和国商标法》第六十条第二款的规定，', orders: '罚款30000元。' })
const REVERSE = { facts: '经查，你公司于2021年1月5日在河西县城关镇发布含有绝对化用语的广告。' }

const MONTHS = (first: string, second: string): string => ['销售数据汇总', '月份\t数量\t单价\t金额（元）', `2026年1月\t90\t420\t${first}`, `2026年2月\t85\t420\t${second}`].join('\n')

const PAIRS: readonly Pair[] = [
  { rule: rule('8.1-split-below-line'), about: 'months in the rows of a sheet', fires: [fake('20,000'), paper('calculation-sheet', MONTHS('37800', '35700'))], not: [fake('20,000'), paper('calculation-sheet', MONTHS('7800', '5700'))], says: '73,500元' },
  { rule: rule('8.1-over-filing-line'), about: 'sold goods three times and the unsold', fires: [decision({ facts: '经查，你店于2026年3月2日在河西县城关镇销售假农药，违法所得46,000元，货值金额78,000元。' })], not: [decision({ facts: '经查，你店于2026年3月2日在河西县城关镇销售假农药，违法所得6,000元，货值金额8,000元。' })], says: '170,000元' },
  { rule: rule('8.1-over-filing-line'), about: 'what another did in a like case', fires: [POLLUTION, paper('test-report', '监测报告\n总铬超过排放标准4.2倍。')], not: [POLLUTION, paper('investigation-report', '调查报告\n同类案件：东岳公司总铬超标4.2倍，罚款12万元；')], says: '4.2倍' },
  { rule: rule('8.3-earlier-penalties-unconsidered'), about: 'told in the record, not looked into', fires: [MARK, paper('inquiry-record', '询问笔录\n答：2024年和2025年你们局罚过我两次。')], not: [MARK, paper('inquiry-record', '询问笔录\n答：没有处罚过我。')], says: '两次' },
  { rule: rule('8.4-waited-for-proof'), about: 'waited, fined, and went to the police afterwards', fires: [MARK, paper('investigation-report', '调查终结报告\n还需公安核实，暂不移送。'), paper('transfer-paper', TRANSFER.replace('2026年4月5日', '2026年6月25日'))], not: [MARK, paper('investigation-report', '调查终结报告\n还需公安核实，暂不移送。'), paper('transfer-paper', TRANSFER)], says: '暂不移送' },
  { rule: rule('8.9-misconduct-not-passed-on'), about: 'warned before the inspection', fires: [paper('inquiry-record', '询问笔录\n答：局里的包文是我表哥，检查前一天给我打过电话，让我先收一收。')], not: [paper('inquiry-record', '询问笔录\n答：你们局里的包文检查时向我出示了证件。我送一名乘客到高铁站，收了23.6元。')], says: '包文' },
  { rule: rule('8.1-over-filing-line'), about: 'sales of 68,000 against a line of 50,000', fires: [fake('68,000')], not: [fake('28,000')], says: '68,000元' },
  { rule: rule('8.1-over-filing-line'), about: 'a hidden pipe, whatever the amount', fires: [{ ...POLLUTION, text: POLLUTION.text.replace('向河道', '通过暗管向河道') }], not: [POLLUTION], says: '暗管' },
  { rule: rule('8.1-over-filing-line'), about: 'four tonnes of hazardous waste', fires: [{ ...POLLUTION, text: POLLUTION.text.replace('排放含铬废水', '倾倒危险废物4.2吨') }], not: [{ ...POLLUTION, text: POLLUTION.text.replace('排放含铬废水', '倾倒危险废物1.2吨') }], says: '4.2吨' },
  { rule: rule('8.1-over-filing-line'), about: 'chromium four times over', fires: [POLLUTION, paper('test-report', '监测报告\n总铬超过排放标准4.2倍。')], not: [POLLUTION, paper('test-report', '监测报告\n总铬超过排放标准1.2倍。')], says: '4.2倍' },
  { rule: rule('8.1-near-filing-line'), about: 'nine tenths of the line', fires: [fake('45,000')], not: [fake('28,000')], says: '接近' },
  { rule: rule('8.2-not-added-up'), about: 'split by months', fires: [fake('20,000'), paper('calculation-sheet', '计算表\n2026年1月销售电缆20,000元。\n2026年2月销售电缆38,000元。')], not: [fake('20,000'), paper('calculation-sheet', '计算表\n2026年1月销售电缆10,000元。\n2026年2月销售电缆8,000元。')], says: '58,000元' },
  { rule: rule('8.2-not-added-up'), about: 'an earlier sum left out', fires: [fake('20,000'), paper('inquiry-record', '询问笔录\n答：此前还卖过一批，收了40,000元，没有处罚过，未计入。')], not: [fake('20,000'), paper('inquiry-record', '询问笔录\n答：只卖过这一批。')], says: '累计' },
  { rule: rule('8.3-penalised-before'), about: 'twice in two years', fires: [POLLUTION, FILED, paper('earlier-penalty', '以前处罚查询记录\n2025年2月10日被云浦市生态环境局行政处罚。\n2025年9月3日被云浦市生态环境局行政处罚。')], not: [POLLUTION, FILED, paper('earlier-penalty', '以前处罚查询记录\n2021年2月10日被云浦市生态环境局行政处罚。\n2025年9月3日被云浦市生态环境局行政处罚。')], says: '2次' },
  { rule: rule('8.3-repetition-not-checked'), about: 'nobody looked', fires: [POLLUTION, FILED, ...filler(8)], not: [POLLUTION, FILED, paper('earlier-penalty', '以前处罚查询记录\n无处罚记录。'), ...filler(8)], says: '查询' },
  { rule: rule('8.4-waited-for-proof'), about: 'waiting for an appraisal', fires: [MARK, paper('discussion-minutes', '集体讨论记录\n证据尚不足，暂不移送，待权利人鉴定后再考虑移送。')], not: [MARK, paper('discussion-minutes', '集体讨论记录\n未达到追诉标准，同意处罚。')], says: '合理嫌疑' },
  { rule: rule('8.5-fine-in-place-of-transfer'), about: 'the report sees a crime', fires: [fake('28,000'), paper('investigation-report', '案件调查终结报告\n经查，当事人的行为已达到刑事立案追诉标准，鉴于其配合调查，建议罚款。')], not: [fake('28,000'), paper('investigation-report', '案件调查终结报告\n经查，当事人的行为未达到刑事立案追诉标准，建议罚款。')], says: '追诉标准' },
  { rule: rule('8.6-transfer-late'), about: 'five days after the approval', fires: [paper('transfer-paper', TRANSFER), paper('transfer-check', '移送审批表\n局长意见：同意移送。王强　2026年3月31日')], not: [paper('transfer-paper', TRANSFER), paper('transfer-check', '移送审批表\n局长意见：同意移送。王强　2026年4月5日')], says: '二十四小时' },
  { rule: rule('8.6-transfer-decided-late'), about: 'eight days on the head’s desk', fires: [paper('transfer-check', '移送审批表\n承办人意见：建议移送公安机关。周立、吴敏　2026年3月20日\n局长意见：同意移送。王强　2026年3月28日')], not: [paper('transfer-check', '移送审批表\n承办人意见：建议移送公安机关。周立、吴敏　2026年3月26日\n局长意见：同意移送。王强　2026年3月28日')], says: '2026年3月28日' },
  { rule: rule('8.6-deputy-approved'), about: 'a deputy signs', fires: [paper('transfer-check', '移送审批表\n副局长：同意移送。李强　2026年3月28日')], not: [paper('transfer-check', '移送审批表\n局长：同意移送。王强　2026年3月28日')], says: '副职' },
  { rule: rule('8.7-attachments-missing'), about: 'no list of goods', fires: [paper('transfer-paper', TRANSFER.replace('2.涉案物品清单；', '')), SEIZED], not: [paper('transfer-paper', TRANSFER), SEIZED], says: '清单' },
  { rule: rule('8.8-goods-kept'), about: 'the goods stay', fires: [paper('transfer-paper', TRANSFER.replace('2.涉案物品清单；', '')), SEIZED], not: [paper('transfer-paper', `${TRANSFER}\n扣押物品随案移送，并已书面告知当事人。`), SEIZED], says: '随案移送' },
  { rule: rule('8.9-misconduct-not-passed-on'), about: 'a bribe mentioned', fires: [paper('inquiry-record', '询问笔录\n答：监管人员每个月收受我两千元。')], not: [paper('inquiry-record', '询问笔录\n答：监管人员每个月收受我两千元。'), paper('other', '问题线索移送函\n现将有关线索移送县监察委员会。')], says: '收受' },
  { rule: rule('8.10-not-filed-and-idle'), about: 'nothing after the police said no', fires: [paper('other', '不予立案通知书\n河西县公安局决定不予立案。')], not: [paper('other', '不予立案通知书\n河西县公安局决定不予立案。'), paper('other', '复议申请\n提请河西县公安局复议。')], says: '不予立案' },
  { rule: rule('8.11-reverse-case-out-of-time'), about: 'handed back five years later', fires: [decision(REVERSE), FILED, paper('other', '不起诉决定书\n河西县人民检察院')], not: [decision({ facts: REVERSE.facts.replace('2021', '2026') }), FILED, paper('other', '不起诉决定书\n河西县人民检察院')], says: '2021年1月5日' },
  { rule: rule('8.11-reverse-case-without-opinion'), about: 'the procuratorate’s paper missing', fires: [paper('clue-form', '线索登记表\n来源：河西县人民检察院移送。'), ...filler(6)], not: [paper('clue-form', '线索登记表\n来源：河西县人民检察院移送。'), paper('other', '检察意见书\n河检意〔2026〕1号', '检察意见书.pdf'), ...filler(6)], says: '检察意见书' },
  {
    rule: rule('8.2-earlier-acts-left-out'), about: 'earlier catches that nobody punished', says: '80公斤',
    fires: [decision({ facts: '经查，你于2026年4月2日在禁渔期用地笼捕捞水产品30公斤。' }), paper('inquiry-record', '询问笔录\n答：今年3月也下过两次网，捕了80公斤，村里批评过我，没有罚款。')],
    not: [decision({ facts: '经查，你于2026年3月至4月在禁渔期用地笼捕捞水产品，4月2日30公斤，3月80公斤。' }), paper('inquiry-record', '询问笔录\n答：今年3月也下过两次网，捕了80公斤，村里批评过我，没有罚款。')],
  },
  { rule: rule('8.5-fine-in-place-of-transfer'), about: 'a line reached and only a fine', fires: [fake('68,000')], not: [fake('28,000')], says: '追诉标准' },
  { rule: rule('8.5-fine-in-place-of-transfer'), about: 'fined first, transferred later', fires: [fake('68,000'), paper('transfer-paper', TRANSFER.replace('2026年4月5日', '2026年6月5日'))], not: [fake('68,000'), paper('transfer-paper', TRANSFER)], says: '公安机关' },
  { rule: rule('8.3-penalised-before'), about: 'months that the party tells', fires: [{ ...POLLUTION }, FILED, paper('inquiry-record', '询问笔录\n答：2025年2月和2025年9月因为排放废水被生态环境局罚过款。')], not: [POLLUTION, FILED, paper('inquiry-record', '询问笔录\n答：2019年2月和2025年9月因为排放废水被生态环境局罚过款。')], says: '2次' },
]

testPairs(CRIME_RULES, PAIRS)
