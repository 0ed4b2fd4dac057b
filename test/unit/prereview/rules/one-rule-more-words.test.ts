/** Wordings of other agencies, each with the rule that reads it and a file, as near as can be, on which it must be silent. */
import { describe, expect, it } from 'vitest'
import type { PrereviewRule } from '../../../../src/shared/prereview/rule.ts'
import { RULES } from '../../../../src/shared/prereview/rules.ts'
import { findingsOf, type TestDocument } from '../../../support/case-files.ts'
import { decision, notice, paper } from './pairs.ts'

interface Wording {
  readonly rule: string
  readonly about: string
  readonly fires: readonly TestDocument[]
  readonly not: readonly TestDocument[]
}

const rule = (id: string): PrereviewRule => {
  const found = RULES.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no rule ${id}`)
  return found
}
const messages = (id: string, documents: readonly TestDocument[]): readonly string[] =>
  findingsOf(rule(id), documents).map(({ message }) => message['zh-CN'])

const minutes = (people: string): TestDocument =>
  paper('discussion-minutes', `案件集体讨论记录\n时间：2026年4月28日9时至9时40分\n主持人：王强（局长）　记录人：孙莉\n参加人员：${people}\n王强：同意。\n讨论结论：罚款50000元。`)
const filing = (head: string): TestDocument =>
  paper('filing-form', `立案报告\n案由：涉嫌销售超过保质期的食品\n科室负责人意见：同意立案。侯健　2026年3月9日\n${head}`)
const DEFENCE = paper('defence', '陈述申辩书\n我店已经改正，请求从轻处罚。\n何平\n2026年4月22日')
const receipt = (receiver: string): TestDocument =>
  paper('service-receipt', `送达回证\n受送达人：河西县诚信副食店\n送达文书：行政处罚决定书（河市监罚〔2026〕8号）\n送达时间：2026年5月10日\n送达方式：直接送达\n${receiver}\n送达人：周立、吴敏`)
const record = (about: string, answer: string, name: string): TestDocument =>
  paper('inquiry-record', `询问笔录\n时间：2026年4月9日15时至16时\n问：${about}\n答：${answer}\n问：还有什么补充？\n答：没有。`, name)
const sheetOf = (fine: string): TestDocument =>
  paper('discretion-sheet', `裁量计算说明\n法定幅度：50000元以上100000元以下。\n计算结果：罚款${fine}元。`)
const samples = (kind: string, title: string, last: string): TestDocument =>
  paper(kind, `${title}\n序号\t采样时间\t样品编号\n1\t10:25\tFQ0303-1\n2\t10:50\tFQ0303-2\n3\t11:12\t${last}`)
const demolition = decision({ orders: '限你自收到本决定书之日起七日内自行拆除。' })
const planning = (words: string): TestDocument => paper('expert-opinion', `关于建设行为的复函\n该房屋属于${words}的情形。`)
const CITIZEN = '当事人：徐良才，公民身份号码：140123196609181537\n住址：晋原市阳曲县石楼街道26号院'

const WORDINGS: readonly Wording[] = [
  { rule: '3.14-too-few-heads', about: 'the head of a team inside the agency is no head', fires: [minutes('王强（局长）、韦志强（执法大队大队长）')], not: [minutes('王强（局长）、韦志强（副局长）')] },
  { rule: '3.2-filing-unapproved', about: 'the section agreed and the head left it open', fires: [filing('主管领导批准：　　　　年　月　日')], not: [filing('主管领导批准：同意。王强　2026年3月9日')] },
  { rule: '3.10-heavier-than-notice', about: 'above the upper end of the range that was told', fires: [notice({ orders: '罚款30000元以上50000元以下。' }), DEFENCE, decision({ orders: '罚款80000元（大写：捌万元整）。' })], not: [notice({ orders: '罚款30000元以上50000元以下。' }), DEFENCE, decision({ orders: '罚款40000元（大写：肆万元整）。' })] },
  { rule: '3.9-no-recheck', about: 'that the reviewer asks for a re-check is none', fires: [DEFENCE, paper('review-opinion', '法制审核意见书\n审核意见：建议补充陈述申辩复核意见。\n审核人：米兰　2026年4月25日'), decision()], not: [DEFENCE, paper('recheck-opinion', '陈述申辩复核意见\n经复核，已经改正的理由成立，予以采纳。\n2026年4月25日'), decision()] },
  { rule: '3.13-review-after-decision', about: 'the order to pull down is the decision of a case without a penalty', fires: [paper('correction-order', '河西县综合行政执法局\n责令限期拆除决定书\n张三：\n限你七日内自行拆除。\n河西县综合行政执法局\n2026年3月1日'), paper('review-opinion', '法制审核意见书\n审核意见：同意。\n审核人：米兰\n2026年3月9日')], not: [paper('correction-order', '河西县综合行政执法局\n责令限期拆除决定书\n张三：\n限你七日内自行拆除。\n河西县综合行政执法局\n2026年3月12日'), paper('review-opinion', '法制审核意见书\n审核意见：同意。\n审核人：米兰\n2026年3月9日')] },
  { rule: '7.4-act-day', about: 'the act ends on another day than was told', fires: [notice({ facts: '经查，你店自2026年2月10日至3月5日在中山路8号店内销售超过保质期的饼干20盒。' }), decision({ facts: '经查，你店自2026年2月10日至3月15日在中山路8号店内销售超过保质期的饼干20盒。' })], not: [notice({ facts: '经查，你店自2026年2月10日至3月5日在中山路8号店内销售超过保质期的饼干20盒。' }), decision({ facts: '经查，你店自2026年2月10日至3月5日在中山路8号店内销售超过保质期的饼干20盒。' })] },
  { rule: '7.4-act-quantity', about: 'thirty found, twenty told', fires: [notice(), decision({ facts: '经查，你店于2026年3月2日在中山路8号店内销售超过保质期的饼干30盒，违法所得300元，货值金额300元。' })], not: [notice(), decision()] },
  { rule: '7.7-defence-unanswered', about: 'refused in a word', fires: [DEFENCE, decision({ more: '你店提出陈述申辩意见，我局不予采纳。' })], not: [DEFENCE, decision({ more: '你店提出已经改正，经复核，改正发生在查处之后，不影响处罚，对其意见不予采纳。' })] },
  { rule: '7.7-bare-conclusion', about: 'the sheet weighs the amount and the decision does not say so', fires: [sheetOf('50000'), decision()], not: [decision()] },
  { rule: '7.9-wrong-recipient', about: 'the cleaner signed', fires: [receipt('签收人：水清（保洁员）　2026年5月10日')], not: [receipt('签收人：何平（经营者）　2026年5月10日')] },
  { rule: '7.9-announced-at-once', about: 'the notice by post is no attempt to serve the decision', fires: [paper('service-announcement', '送达公告\n河西县诚信副食店：现依法公告送达行政处罚决定书（河市监罚〔2026〕8号）。自发布之日起经过三十日，即视为送达。\n河西县市场监督管理局\n2026年5月10日'), paper('service-receipt', '送达回证\n送达文书：行政处罚事先告知书\n送达方式：邮寄送达', 'a.docx')], not: [paper('service-announcement', '送达公告\n河西县诚信副食店：现依法公告送达行政处罚决定书（河市监罚〔2026〕8号）。自发布之日起经过三十日，即视为送达。\n河西县市场监督管理局\n2026年5月10日'), paper('service-receipt', '送达回证\n送达文书：行政处罚决定书\n送达方式：邮寄送达\n备注：退回', 'a.docx')] },
  { rule: '4.10-accounts-differ', about: 'the beginning told twelve days apart', fires: [record('塔吊什么时候使用？', '3月16日开始用。', 'a.docx'), record('你从哪天开始开？', '3月28日开始开的。', 'b.docx')], not: [record('塔吊什么时候使用？', '3月16日开始用。', 'a.docx'), record('你哪天来上班？', '3月28日开始来上班的。', 'b.docx')] },
  { rule: '4.9-sample-not-taken', about: 'a sample of the report that nobody took', fires: [samples('sampling-record', '采样记录', 'FQ0303-3'), samples('test-report', '检测报告', 'FQ0303-4')], not: [samples('sampling-record', '采样记录', 'FQ0303-3'), samples('test-report', '检测报告', 'FQ0303-3')] },
  { rule: '5.8-fine-not-in-sheet', about: 'the fine is an end of the range, not what the sheet comes to', fires: [sheetOf('65000'), decision()], not: [sheetOf('50000'), decision()] },
  { rule: '5.4-demolition-though-correctable', about: 'the planning office says that it can be put right', fires: [planning('尚可采取改正措施消除对规划实施影响'), demolition], not: [planning('无法采取改正措施消除对规划实施影响'), demolition] },
  { rule: '1.8-joint-actor-left-out', about: 'two paid for the building', fires: [decision({ head: CITIZEN }), record('是谁的房子？', '是我和我弟弟徐良德一起出钱盖的，一人一半。', 'a.docx')], not: [decision({ head: CITIZEN }), record('是谁的房子？', '是我自己出钱盖的。', 'a.docx')] },
  { rule: '1.1-section-in-own-name', about: 'a station signs under the heading of its bureau', fires: [paper('correction-order', '云屏县住房和城乡建设局\n责令整改通知书\n张三：\n责令立即停止使用。\n云屏县建设工程质量安全监督站（印章）\n2026年4月8日')], not: [paper('correction-order', '云屏县住房和城乡建设局\n责令整改通知书\n张三：\n责令立即停止使用。\n云屏县住房和城乡建设局（印章）\n2026年4月8日')] },
  { rule: '2.6-recusal-not-told', about: 'an inspection that counts the rights told without it', fires: [record('什么时候？', '告知申请回避的权利，清楚。', 'a.docx'), paper('inspection-record', '现场检查笔录\n检查人员出示执法证件，告知陈述、申辩的权利。')], not: [record('什么时候？', '告知申请回避的权利，清楚。', 'a.docx'), paper('inspection-record', '现场检查笔录\n检查人员出示执法证件，告知申请回避和陈述、申辩的权利。')] },
  { rule: '2.3-not-shown-at-measure', about: 'shown at the inspection just before, or not at all', fires: [paper('measure-record', '行政强制措施现场笔录\n时间：2026年3月2日15时\n实施人员：周立（执法证号51102524001）、吴敏（执法证号51102524002）\n当场扣押饼干20盒。')], not: [paper('inspection-record', '现场检查笔录\n时间：2026年3月2日14时\n检查人员：周立（执法证号51102524001）、吴敏（执法证号51102524002）\n检查人员出示执法证件。'), paper('measure-record', '行政强制措施现场笔录\n时间：2026年3月2日15时\n实施人员：周立（执法证号51102524001）、吴敏（执法证号51102524002）\n当场扣押饼干20盒。')] },
  { rule: '2.3-not-shown-at-measure', about: 'a demolition is carried out, no measure taken', fires: [paper('measure-record', '查封现场笔录\n时间：2026年3月2日15时\n实施人员：周立（执法证号51102524001）、吴敏（执法证号51102524002）\n当场查封仓库。')], not: [paper('measure-record', '强制拆除现场笔录\n时间：2026年3月2日15时\n实施人员：周立（执法证号51102524001）、吴敏（执法证号51102524002）\n拆除棚房。')] },
  { rule: '4.10-accounts-differ', about: 'the beginning told by a feast', fires: [record('什么时候开始加工的？', '今年7月10日开始的。', 'a.docx'), record('你们哪天开始做的？', '五一过后就开始做了。', 'b.docx')], not: [record('什么时候开始加工的？', '今年5月10日开始的。', 'a.docx'), record('你们哪天开始做的？', '五一过后就开始做了。', 'b.docx')] },
  { rule: '4.10-accounts-differ', about: 'a report that calls it agreement', fires: [record('卖了多少？', '一共卖了300箱。', 'a.docx'), record('卖了多少？', '卖了500箱。', 'b.docx'), paper('investigation-report', '案件调查终结报告\n以上证据能够相互印证。')], not: [record('卖了多少？', '一共卖了300箱。', 'a.docx'), record('卖了多少？', '卖了500箱。', 'b.docx'), paper('investigation-report', '案件调查终结报告\n两人陈述不一致，以送货单为准。')] },
  { rule: '4.10-accounts-differ', about: 'two prices of one thing', fires: [record('多少钱卖的？', '每盒卖18元的时候多，卖18元一盒。', 'a.docx'), record('多少钱卖的？', '卖25元一盒。', 'b.docx')], not: [record('多少钱卖的？', '卖18元一盒。', 'a.docx'), record('进价多少？', '进价12元一盒，卖18元一盒。', 'b.docx')] },
  { rule: '4.11-product-wrong', about: 'a sum told behind two products', fires: [decision({ facts: '经查，你店售出饼干20盒，每盒5元；糖果30袋，每袋2元，违法所得190元。' })], not: [decision({ facts: '经查，你店售出饼干20盒，每盒5元；糖果30袋，每袋2元，违法所得160元。' })] },
  { rule: '4.11-table-total-wrong', about: 'small figures that do not add up', fires: [paper('calculation-sheet', '材积计算表\n径阶\t株数\t材积\n12\t10\t1.2\n14\t8\t2.3\n合计\t18\t3.9')], not: [paper('calculation-sheet', '材积计算表\n径阶\t株数\t材积\n12\t10\t1.2\n14\t8\t2.3\n合计\t18\t3.5')] },
  { rule: '2.6-recusal-not-decided-by-head', about: 'refused on the spot by the head of a team', fires: [record('是否申请回避？', '我申请周立回避。（执法一大队大队长孙强当场答复：不影响办案，驳回回避申请。）', 'a.docx')], not: [record('是否申请回避？', '我申请周立回避。（询问中止，报局长王强决定，局长王强当日作出驳回回避申请的决定。）', 'a.docx')] },
  { rule: '2.8-reviewer-unqualified', about: 'not yet obtained', fires: [paper('review-opinion', '法制审核意见书\n审核人：雍慧（首次从事法制审核，法律职业资格：尚未取得）')], not: [paper('review-opinion', '法制审核意见书\n审核人：雍慧（首次从事法制审核，法律职业资格证书编号：A20165110250011）')] },
  { rule: '3.14-circulated', about: 'a form that went round', fires: [paper('discussion-minutes', '案件集体审议表\n审议方式\t以文件传阅方式征求局领导意见\n王强\t同意')], not: [paper('discussion-minutes', '案件集体审议表\n审议方式\t召开会议\n王强\t同意')] },
  { rule: '7.7-defence-unanswered', about: 'answered in the sentence before', fires: [DEFENCE, decision({ more: '你店提出陈述申辩，我局不予采纳。' })], not: [DEFENCE, decision({ more: '经复核：改正情况裁量时已经考虑。上述意见不予采纳。' })] },
  { rule: '8.1-over-filing-line', about: 'below the line in so many words', fires: [paper('investigation-report', '调查报告\n当事人滥伐林木，立木蓄积二十二立方米。'), decision({ agency: '河西县林业局', facts: '经查，你滥伐林木。' })], not: [paper('investigation-report', '调查报告\n当事人滥伐林木，立木蓄积不足二十立方米。'), decision({ agency: '河西县林业局', facts: '经查，你滥伐林木。' })] },
  { rule: '8.1-near-filing-line', about: 'what the licence covers is not counted', fires: [paper('test-report', '鉴定意见书\n滥伐林木，立木蓄积17.6立方米。\n2026年4月8日'), decision({ agency: '河西县林业局', facts: '经查，你滥伐林木。' })], not: [paper('test-report', '鉴定意见书\n滥伐林木，立木蓄积17.6立方米，超出许可采伐11.6立方米。\n2026年4月8日'), decision({ agency: '河西县林业局', facts: '经查，你滥伐林木。' })] },
  { rule: '4.9-retest-right-not-told', about: 'a notice of the time that testing takes', fires: [paper('test-notice', '检验结果告知书\n河西县诚信副食店：你店被扣押的饼干经检验不合格，现将检验结果告知你店，特此告知。检验费用由本局承担。')], not: [paper('test-notice', '检验期间告知书\n河西县诚信副食店：你店被扣押的饼干送检，检验期间为2026年3月5日至3月20日，不计入扣押期限，检验费用由本局承担。')] },
  { rule: '3.7-no-facts', about: 'facts told without 经查', fires: [notice({ facts: '你店的违法行为清楚。', evidence: '' })], not: [notice({ facts: '当事人自2026年3月2日至3月9日在未取得许可的情况下生产饼干20盒。' })] },
  { rule: '4.8-signature-line-missing', about: 'labels with names on the last line', fires: [paper('inspection-record', `现场勘验笔录\n时间：2026年3月2日9时至10时\n${'逐桩检尺，记录如下，当事人在场。'.repeat(12)}\n勘验人：周立　吴敏\n2026年3月2日`)], not: [paper('inspection-record', `现场勘验笔录\n时间：2026年3月2日9时至10时\n${'逐桩检尺，记录如下，当事人在场。'.repeat(12)}\n当事人：何平\n勘验人：周立　吴敏\n2026年3月2日`)] },
  { rule: '7.4-name-beside-code', about: 'another character in the notice', fires: [decision({ head: '当事人：何平贵，男，公民身份号码：511025198003124518' }), paper('filing-form', '立案审批表\n当事人：何平贵，男，公民身份号码：511025198003124518'), paper('other', '告知材料\n何平桂，男，1980年3月12日出生，公民身份号码：511025198003124518')], not: [decision({ head: '当事人：何平贵，男，公民身份号码：511025198003124518' }), paper('filing-form', '立案审批表\n当事人：何平贵，男，公民身份号码：511025198003124518'), paper('other', '告知材料\n何平贵，男，1980年3月12日出生，公民身份号码：511025198003124518')] },
  { rule: '6.8-executed-without-power', about: 'a letter to a bank', fires: [paper('execution-decision', '河西县林业局\n协助划拨存款通知书\n城关信用社：决定从何平的账户划拨存款5000元，请予协助。\n河西县林业局\n2026年5月8日')], not: [paper('execution-decision', '河西县林业局\n查询通知书\n城关信用社：请协助提供何平的住址。\n河西县林业局\n2026年5月8日')] },
  { rule: '3.21-no-video', about: 'an application to the court', fires: [paper('execution-decision', '强制拆除决定书\n决定于2026年6月8日9时强制拆除棚房。')], not: [paper('execution-decision', '强制执行申请书\n申请人：河西县林业局\n此致 河西县人民法院')] },
  { rule: '4.11-product-wrong', about: 'a row that breaks what the others keep', fires: [paper('calculation-sheet', '材积计算表\n径阶\t株数\t单株材积\t材积\n12\t30\t0.07\t2.1\n14\t34\t0.11\t3.74\n16\t28\t0.16\t4.98\n18\t16\t0.22\t3.52')], not: [paper('calculation-sheet', '材积计算表\n径阶\t株数\t单株材积\t材积\n12\t30\t0.07\t2.1\n14\t34\t0.11\t3.74\n16\t28\t0.16\t4.48\n18\t16\t0.22\t3.52')] },
  { rule: '7.3-court-level', about: 'a middle court for a bureau of a county', fires: [paper('correction-order', '河西县林业局\n责令改正决定书\n如不服本决定，可以在六个月内向东川市中级人民法院提起行政诉讼。\n河西县林业局\n2026年5月8日')], not: [paper('correction-order', '河西县人民政府\n责令改正决定书\n如不服本决定，可以在六个月内向东川市中级人民法院提起行政诉讼。\n河西县人民政府\n2026年5月8日')] },
]

describe.each(WORDINGS.map((one) => [one.rule, one.about, one] as const))('%s: %s', (_rule, _about, wording) => {
  it('is found', () => {
    expect(messages(wording.rule, wording.fires)).not.toEqual([])
  })

  it('is silent where it is right', () => {
    expect(messages(wording.rule, wording.not)).toEqual([])
  })
})
