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
]

describe.each(WORDINGS.map((one) => [one.rule, one.about, one] as const))('%s: %s', (_rule, _about, wording) => {
  it('is found', () => {
    expect(messages(wording.rule, wording.fires)).not.toEqual([])
  })

  it('is silent where it is right', () => {
    expect(messages(wording.rule, wording.not)).toEqual([])
  })
})
