/** Case files of invented cases without a defect, and ways to put one in: a rule must be quiet on the one and fire on the other. */
import { expect } from 'vitest'
import type { PrereviewRule } from '../../../../../src/shared/prereview/rule.ts'
import type { Finding } from '../../../../../src/shared/prereview/finding.ts'
import type { CaseFile } from '../../../../../src/shared/prereview/case-file.ts'
import { runRules } from '../../../../../src/shared/prereview/engine.ts'
import { caseFileOf, type TestCaseFile, type TestDocument } from '../../../../support/case-files.ts'

/** Papers by a short name. */
export type Papers = Readonly<Record<string, TestDocument>>
export type Change = (papers: Papers) => Papers

/** Puts other words in the place of some that must be there. */
export function swap(paper: string, words: string | RegExp, instead: string): Change {
  return (papers) => {
    const before = papers[paper]
    if (before === undefined) throw new Error(`no paper ${paper}`)
    const text = before.text.replace(words, instead)
    if (text === before.text) throw new Error(`${paper} does not say ${String(words)}`)
    return { ...papers, [paper]: { ...before, text } }
  }
}

export function without(...names: readonly string[]): Change {
  return (papers) => {
    for (const name of names) if (papers[name] === undefined) throw new Error(`no paper ${name}`)
    return Object.fromEntries(Object.entries(papers).filter(([name]) => !names.includes(name)))
  }
}

export function adding(name: string, kind: string, text: string): Change {
  return (papers) => ({ ...papers, [name]: { name: `${name}.docx`, kind, text } })
}

export const changes =
  (...all: readonly Change[]): Change =>
  (papers) =>
    all.reduce((before, change) => change(before), papers)

const built = new WeakMap<Papers, CaseFile>()

function caseFile(papers: Papers, more: TestCaseFile | undefined): CaseFile {
  const known = more === undefined ? built.get(papers) : undefined
  if (known !== undefined) return known
  const file = caseFileOf(Object.values(papers), more)
  if (more === undefined) built.set(papers, file)
  return file
}

/** What the rules find in the papers. A rule that throws fails the test. */
export function found(rules: readonly PrereviewRule[], papers: Papers, more?: TestCaseFile): Finding[] {
  return runRules(caseFile(papers, more), rules, ({ ruleId, reason }) => {
    throw new Error(`${ruleId}: ${reason}`)
  })
}

/** A rule, what makes it fire, words that its message must have, and the papers to start from. */
export interface RuleCase {
  readonly rule: PrereviewRule
  readonly change: Change
  readonly says: string
  readonly papers?: Papers
  readonly quiet?: Change
  readonly more?: TestCaseFile
}

/** Quiet on the file without the defect, one finding or more with it, in both languages and at a place. */
export function expectRule({ rule, change, says, papers = SEED_CASE, quiet, more }: RuleCase): void {
  const clean = quiet === undefined ? papers : quiet(papers)
  expect(found([rule], clean, more).map(({ message }) => message['zh-CN'])).toEqual([])
  const findings = found([rule], change(papers), more)
  expect(findings.length, rule.id).toBeGreaterThan(0)
  const [first] = findings
  expect(first?.ruleId).toBe(rule.id)
  expect(first?.message['zh-CN']).toContain(says)
  expect(first?.message.en).not.toBe('')
  expect(first?.evidence.length).toBeGreaterThan(0)
  expect(first?.evidence[0]?.quote).not.toBe('')
}

function papers(entries: Readonly<Record<string, readonly [kind: string, text: string]>>): Papers {
  return Object.fromEntries(Object.entries(entries).map(([name, [kind, text]]) => [name, { name: `${name}.docx`, kind, text }]))
}

const PARTY = `当事人：云溪县丰穗种业有限公司
统一社会信用代码：91350100M000100Y43
住所：云溪县城南路18号
法定代表人：蒋立`

/** A whole case: clue, filing, inspection, seizure with extension and release, hearing, review, discussion, decision. */
export const SEED_CASE: Papers = papers({
  线索登记表: ['clue-form', `案件线索登记表
登记时间：2026年3月2日
线索来源：群众举报
处理意见：建议核查。　秦岭　2026年3月2日`],
  立案审批表: ['filing-form', `行政处罚立案审批表
云农（种子）立〔2026〕5号
案由：涉嫌经营劣种子
当事人：云溪县丰穗种业有限公司
简要案情：2026年3月3日检查发现涉嫌经营劣种子。
承办人意见：建议立案。　秦岭　2026年3月4日
负责人审批意见：同意立案。　许可　2026年3月5日`],
  现场检查笔录: ['inspection-record', `现场检查（勘验）笔录
检查时间：2026年3月3日9时10分至10时20分
检查地点：云溪县城南路18号
检查人员：秦岭（执法证号：35070101）、柳岸（执法证号：35070102）
现场负责人：蒋立
检查情况：仓库存放水稻种子200袋。检查全程录像。
现场负责人（签名）：蒋立　2026年3月3日`],
  先行登记保存: ['preservation-paper', `先行登记保存证据通知书
云农登保〔2026〕2号
云溪县丰穗种业有限公司：
经本机关负责人批准，对你公司的销售台账予以先行登记保存。
保存时间：2026年3月5日
云溪县农业农村局（印章）
2026年3月5日`],
  先行登记保存处理: ['preservation-paper', `先行登记保存证据处理通知书
云农登处〔2026〕2号
云溪县丰穗种业有限公司：
对先行登记保存的销售台账作出如下处理决定：复制后退还。
云溪县农业农村局（印章）
2026年3月10日`],
  强制措施审批表: ['measure-approval', `行政强制措施审批表
当事人：云溪县丰穗种业有限公司
承办人意见：建议扣押水稻种子200袋。　秦岭　2026年3月5日8时30分
负责人意见：同意扣押。　许可　2026年3月5日9时00分`],
  扣押决定书: ['measure-decision', `云溪县农业农村局
扣押决定书
云农扣〔2026〕3号
${PARTY}
你公司涉嫌经营劣种子。依据《中华人民共和国种子法》第四十九条第一款第（四）项的规定，本机关决定对水稻种子200袋予以扣押，期限三十日，自2026年3月5日至2026年4月3日。财物清单附后。
你公司可以进行陈述和申辩。如不服本决定，可以自收到本决定书之日起六十日内向云溪县人民政府申请行政复议，也可以自收到本决定书之日起六个月内向云溪县人民法院提起行政诉讼。
云溪县农业农村局（印章）
2026年3月5日
签收：蒋立　2026年3月5日`],
  强制措施现场笔录: ['measure-record', `行政强制措施现场笔录
实施时间：2026年3月5日10时00分至11时20分
实施地点：云溪县城南路18号
执法人员：秦岭（执法证号：35070101）、柳岸（执法证号：35070102）
执法人员出示证件，说明扣押的理由和依据，告知陈述、申辩的权利和申请行政复议、提起行政诉讼的途径。当事人到场，全程录像。
当事人（签名）：蒋立　2026年3月5日
执法人员（签名）：秦岭　柳岸　2026年3月5日`],
  扣押清单: ['goods-list', `扣押物品清单
序号\t名称\t数量\t单价（元）\t金额（元）
1\t水稻种子甲\t120袋\t50\t6000
2\t水稻种子乙\t80袋\t60\t4800
合计\t\t200袋\t\t10800
当事人（签名）：蒋立　2026年3月5日`],
  检验期间告知书: ['test-notice', `检验期间告知书
云溪县丰穗种业有限公司：
对扣押的水稻种子进行质量检验，检验期间自2026年3月6日至2026年3月20日，不计入扣押期限。
云溪县农业农村局（印章）
2026年3月5日
签收：蒋立　2026年3月5日`],
  抽样记录: ['sampling-record', `抽样取证记录
抽样时间：2026年3月5日11时30分
被抽样单位：云溪县丰穗种业有限公司
抽样人：秦岭　柳岸
2026年3月5日`],
  检验报告: ['test-report', `检验报告
报告编号：ZJ-2026-031
样品：水稻种子
检验结论：发芽率不合格。
签发日期：2026年3月20日`],
  延长扣押期限决定书: ['measure-extension', `云溪县农业农村局
延长扣押期限决定书
云农延扣〔2026〕3号
${PARTY}
因案情复杂，经本机关负责人批准，对扣押的水稻种子延长扣押期限三十日，自2026年4月4日至2026年5月3日。
云溪县农业农村局（印章）
2026年4月2日
签收：蒋立　2026年4月2日`],
  解除扣押决定书: ['measure-release', `解除扣押决定书
云农解扣〔2026〕3号
云溪县丰穗种业有限公司：
本机关决定解除对水稻种子200袋的扣押。
云溪县农业农村局（印章）
2026年4月28日
签收：蒋立　2026年4月28日`],
  询问笔录: ['inquiry-record', `询问笔录
询问时间：2026年3月9日9时30分至10时40分
询问地点：云溪县农业农村局
询问人：秦岭（执法证号：35070101）　记录人：柳岸（执法证号：35070102）
被询问人：蒋立
问：种子从哪里购进？
答：从外县购进，没有检验。
被询问人（签名）：蒋立　2026年3月9日`],
  调查终结报告: ['investigation-report', `案件调查终结报告
案件名称：云溪县丰穗种业有限公司经营劣种子案
立案日期：2026年3月5日
经查，当事人于2026年2月10日销售劣种子30袋，违法所得1800元。
建议罚款50000元，吊销种子经营许可证。
承办人：秦岭　柳岸
2026年4月3日`],
  告知书: ['prior-notice', `云溪县农业农村局
行政处罚事先（听证）告知书
云农罚告〔2026〕5号
${PARTY}
经查，你公司于2026年2月10日销售劣种子30袋，以上事实有现场检查笔录、询问笔录、检验报告为证。
你公司的行为违反了《中华人民共和国种子法》第四十八条第一款的规定，依据《中华人民共和国种子法》第七十五条第一款，拟对你公司作出如下行政处罚：1.罚款50000元（大写：伍万元整）；2.吊销种子生产经营许可证。
你公司可以自收到本告知书之日起五个工作日内进行陈述、申辩，可以自收到本告知书之日起五个工作日内要求听证。
云溪县农业农村局（印章）
2026年4月7日`],
  告知书送达回证: ['service-receipt', `送达回证
送达文书：行政处罚事先（听证）告知书（云农罚告〔2026〕5号）
受送达人：云溪县丰穗种业有限公司
送达时间：2026年4月8日10时00分
送达方式：直接送达
收件人（签名）：蒋立　2026年4月8日
送达人：秦岭　柳岸`],
  陈述申辩书: ['defence', `陈述申辩书
云溪县农业农村局：
我公司销售数量很少，已经召回，请求从轻处罚。
云溪县丰穗种业有限公司（盖章）
2026年4月10日`],
  听证申请书: ['hearing-request', `听证申请书
云溪县农业农村局：
我公司申请对本案举行听证。
云溪县丰穗种业有限公司（盖章）
2026年4月13日`],
  听证通知书: ['hearing-notice', `云溪县农业农村局
行政处罚听证通知书
云农听通〔2026〕1号
云溪县丰穗种业有限公司：
根据你公司2026年4月13日提出的听证申请，定于2026年4月28日9时举行听证。
云溪县农业农村局（印章）
2026年4月15日`],
  听证通知送达回证: ['service-receipt', `送达回证
送达文书：行政处罚听证通知书（云农听通〔2026〕1号）
受送达人：云溪县丰穗种业有限公司
送达时间：2026年4月15日15时00分
送达方式：直接送达
收件人（签名）：蒋立　2026年4月15日
送达人：秦岭　柳岸`],
  听证笔录: ['hearing-record', `听证笔录
听证时间：2026年4月28日9时00分至11时00分
主持人：温岚　记录人：易安
当事人：云溪县丰穗种业有限公司
当事人陈述：数量少，已召回。
当事人（签名）：蒋立　2026年4月28日
主持人（签名）：温岚`],
  听证报告: ['hearing-report', `听证报告
听证时间：2026年4月28日
主持人：温岚
处理意见：事实清楚，建议按告知的内容处罚。
2026年4月29日`],
  复核意见: ['recheck-opinion', `陈述申辩复核意见
当事人提出数量少、已经召回。经复核，召回发生在检查之后，不属于主动消除危害后果，不予采纳。
秦岭　柳岸　2026年4月30日`],
  法制审核意见书: ['review-opinion', `重大执法决定法制审核意见书
云农法审〔2026〕3号
案件：云溪县丰穗种业有限公司经营劣种子案
拟作决定：罚款50000元，吊销种子生产经营许可证
审核意见：同意按送审意见作出决定。
审核人：苏荷　2026年5月8日`],
  集体讨论记录: ['discussion-minutes', `案件集体讨论记录
讨论时间：2026年5月11日9时00分至10时00分
主持人：许可（局长）
参加人员：许可（局长）、方圆（副局长）、何林（副局长）
列席人员：秦岭（承办人）
方圆：事实清楚，同意。
何林：同意处罚意见。
许可：同意，罚款50000元，吊销许可证。
讨论结论：罚款50000元，吊销种子生产经营许可证。
签名：许可　方圆　何林
2026年5月11日`],
  决定书: ['decision', `云溪县农业农村局
行政处罚决定书
云农罚〔2026〕5号
${PARTY}
本机关于2026年3月5日对你公司涉嫌经营劣种子一案立案调查。
经查，你公司于2026年2月10日销售劣种子30袋。以上事实有现场检查笔录、询问笔录、检验报告等证据证明。
本机关于2026年4月8日送达行政处罚事先（听证）告知书，你公司提出陈述、申辩并要求听证，本机关于2026年4月28日举行听证。你公司提出数量少、已经召回，经复核不予采纳。
你公司的行为违反了《中华人民共和国种子法》第四十八条第一款的规定。鉴于你公司初次违法，危害后果较轻，依据《中华人民共和国种子法》第七十五条第一款，决定对你公司作出如下行政处罚：
1.罚款50000元（大写：伍万元整）；
2.吊销种子生产经营许可证。
你公司应当自收到本决定书之日起十五日内，将罚款缴至云溪县农村商业银行。逾期不缴纳的，每日按罚款数额的百分之三加处罚款。
如不服本决定，可以自收到本决定书之日起六十日内向云溪县人民政府申请行政复议，也可以自收到本决定书之日起六个月内向云溪县人民法院提起行政诉讼。
云溪县农业农村局（印章）
2026年5月12日`],
  决定书送达回证: ['service-receipt', `送达回证
送达文书：行政处罚决定书（云农罚〔2026〕5号）
受送达人：云溪县丰穗种业有限公司
送达时间：2026年5月14日10时00分
送达方式：直接送达
收件人（签名）：蒋立　2026年5月14日
送达人：秦岭　柳岸`],
  公示表: ['other', `行政处罚信息公示表
公示时间：2026年5月19日
行政相对人名称：云溪县丰穗种业有限公司
法定代表人：蒋某
决定书文号：云农罚〔2026〕5号`],
  音像记录目录: ['recordings-index', `执法全过程音像记录目录
1\t扣押现场录像\t2026年3月5日`],
  材料清单: ['materials-list', `送审材料清单
序号\t材料名称\t页数
1\t立案审批表\t2
2\t询问笔录\t3
3\t听证报告\t2`],
})

/** An application for a licence, decided in time. */
export const LICENCE_CASE: Papers = papers({
  申请书: ['licence-application', `行政许可申请书
申请人：青峦县明德诊所
申请时间：2026年3月2日
申请事项：设置诊所
2026年3月2日`],
  补正告知书: ['other', `行政许可申请材料补正告知书
青峦县明德诊所：
请补正房屋产权证明。
青峦县卫生健康局（印章）
2026年3月6日`],
  受理通知书: ['other', `行政许可受理通知书
青峦县明德诊所：
你单位的申请符合要求，受理日期：2026年3月12日。
青峦县卫生健康局（印章）
2026年3月12日`],
  许可决定: ['licence-decision', `准予行政许可决定书
青峦县明德诊所：
受理日期：2026年3月12日。经审查，准予许可。
如不服本决定，可以自收到本决定书之日起六十日内向青峦县人民政府申请行政复议，也可以自收到本决定书之日起六个月内向青峦县人民法院提起行政诉讼。
青峦县卫生健康局（印章）
2026年4月8日`],
})

/** Execution of a decision by the agency itself, after urging. */
export const EXECUTION_CASE: Papers = papers({
  催告书: ['urging-notice', `履行行政决定催告书
青峦县城北搅拌站：
请自收到本催告书之日起十日内拆除违法设施，逾期不履行的，本机关将依法强制执行。你单位有权进行陈述和申辩。
青峦县城市管理局（印章）
2026年6月1日
签收：邹平　2026年6月1日`],
  强制执行决定书: ['execution-decision', `强制执行决定书
青峦县城北搅拌站：
经催告，你单位逾期不履行。本机关决定强制执行，执行时间：2026年6月24日9时。全程录像。
如不服本决定，可以自收到本决定书之日起六十日内向青峦县人民政府申请行政复议，也可以自收到本决定书之日起六个月内向青峦县人民法院提起行政诉讼。
青峦县城市管理局（印章）
2026年6月18日`],
})

/** An inspection, and nothing that followed from it. */
export const INSPECTION_CASE: Papers = papers({
  检查计划: ['inspection-plan', `2026年度行政检查计划
青峦县应急管理局
2026年1月8日`],
  现场检查记录: ['inspection-record', `现场检查记录
检查时间：2026年5月12日9时00分至10时00分
被检查单位：青峦县顺达加油站
检查人员：田心（执法证号：36010201）、古月（执法证号：36010202）
检查结果：未发现问题，已当场告知被检查单位。
被检查单位负责人（签名）：路遥　2026年5月12日`],
})
