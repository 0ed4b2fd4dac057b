import { describe, expect, it } from 'vitest'
import {
  ANOTHER_DID_IT,
  BRANCH_WITHOUT_COMPANY,
  NOTIFIED_ANOTHER,
  OPERATOR_NOT_NAMED,
  PARTY_ENDED,
  PARTY_MISSING,
  PARTY_NOT_INVESTIGATED,
  PARTY_NOT_THE_LICENSEE,
  PARTY_WITHOUT_STANDING,
  REPRESENTATIVE_PUNISHED,
} from '../../../../src/shared/prereview/rules/subject/party.ts'
import { INTERESTED_PAPER_IGNORED, LICENCE_NEIGHBOURS_NOT_HEARD, OWNER_NOT_HEARD, THIRD_PARTY_NOT_HEARD } from '../../../../src/shared/prereview/rules/subject/third-parties.ts'
import { findingsOf } from '../../../support/case-files.ts'

const A = '清川县碧波印染有限公司'
const B = '江原市宏远建材有限公司'

const decision = (party: string, more = '') => ({
  name: '决定书.docx',
  kind: 'decision',
  text: `清川县生态环境局\n行政处罚决定书\n清环罚〔2026〕8号\n当事人：${party}\n地址：清川县城东路1号\n${more}我局决定罚款20000元。\n清川县生态环境局（印章）\n2026年4月8日`,
})
const notice = (party: string) => ({
  name: '告知书.docx',
  kind: 'prior-notice',
  text: `清川县生态环境局\n行政处罚事先告知书\n当事人：${party}\n地址：清川县城东路1号\n拟罚款20000元。\n清川县生态环境局（印章）\n2026年3月20日`,
})
const filing = (party: string, more = '') => ({
  name: '立案审批表.docx',
  kind: 'filing-form',
  text: `立案审批表\n案由\t未取得排污许可证排放污染物\n当事人\t${party}\n${more}承办人\t田禾（执法证号：4300001） 白露（执法证号：4300002）  2026年3月10日`,
})
const licence = (name: string) => ({
  name: '营业执照.docx',
  kind: 'identity-papers',
  text: `营业执照\n统一社会信用代码：91430121MA4L1T2X3C\n名称：${name}\n类型：有限责任公司\n法定代表人：白露\n住所：清川县城东路1号`,
})

describe('1.8 the party', () => {
  it('is found to be another than the investigation concerns', () => {
    expect(findingsOf(PARTY_NOT_INVESTIGATED, [filing(B), decision(A)])[0]?.message['zh-CN']).toContain(B)
    expect(findingsOf(PARTY_NOT_INVESTIGATED, [filing(A), decision(A)])).toEqual([])
  })

  it('is not taken for another because of a slip of the pen', () => {
    expect(findingsOf(PARTY_NOT_INVESTIGATED, [filing('清川县碧波印染有限责任公司'), decision(A)])).toEqual([])
  })

  it('is found to be another than the licence names', () => {
    expect(findingsOf(PARTY_NOT_THE_LICENSEE, [licence(B), decision(A)])).toHaveLength(1)
    expect(findingsOf(PARTY_NOT_THE_LICENSEE, [licence(A), decision(A)])).toEqual([])
  })

  it('is found to be another than was notified', () => {
    expect(findingsOf(NOTIFIED_ANOTHER, [notice(B), decision(A)])).toHaveLength(1)
    expect(findingsOf(NOTIFIED_ANOTHER, [notice(A), decision(A)])).toEqual([])
  })

  it('is found to be a shop name without the person who runs it', () => {
    expect(findingsOf(OPERATOR_NOT_NAMED, [decision('清川县顺发粮油店（个体工商户）')])).toHaveLength(1)
    expect(findingsOf(OPERATOR_NOT_NAMED, [decision('清川县顺发粮油店（个体工商户）', '经营者：田禾\n')])).toEqual([])
    expect(findingsOf(OPERATOR_NOT_NAMED, [decision(A)])).toEqual([])
  })

  it('is found to be the representative in the place of the company', () => {
    const form = filing(A, '法定代表人\t田禾\n')
    expect(findingsOf(REPRESENTATIVE_PUNISHED, [form, decision('田禾')])).toHaveLength(1)
    expect(findingsOf(REPRESENTATIVE_PUNISHED, [form, decision('田禾', '田禾系直接负责的主管人员。')])).toEqual([])
    expect(findingsOf(REPRESENTATIVE_PUNISHED, [form, decision(A)])).toEqual([])
  })

  it('is found missing', () => {
    expect(findingsOf(PARTY_MISSING, [{ name: 'x', kind: 'decision', text: '行政处罚决定书\n经查，存在违法行为，决定罚款1000元。' }])).toHaveLength(1)
    expect(findingsOf(PARTY_MISSING, [decision(A)])).toEqual([])
  })
})

describe('1.8 another did the act', () => {
  const record = (answer: string) => ({ name: '询问笔录.docx', kind: 'inquiry-record', text: `询问笔录\n被询问人：仇志远，男\n问：屋顶的房子是谁建的？\n答：${answer}` })

  it('is found where the tenant is dealt with and the owner was never asked', () => {
    const found = findingsOf(ANOTHER_DID_IT, [decision('仇志远'), record('是房东薛桂芳去年请人盖的，我今年才租进来住。')])
    expect(found[0]?.message['zh-CN']).toContain('薛桂芳')
    expect(findingsOf(ANOTHER_DID_IT, [decision('仇志远'), record('是我去年请人盖的。')])).toEqual([])
  })
})

describe('1.11 what an interested person wrote', () => {
  const letter = { name: '情况反映.docx', kind: 'interested-party-paper', text: '情况反映\n我是602室业主林秋月，房子压坏防水层，我家漏水，请听取我的意见。\n林秋月\n2026年3月11日' }

  it('is found where nobody takes it up', () => {
    expect(findingsOf(INTERESTED_PAPER_IGNORED, [letter, decision('仇志远')])[0]?.message['zh-CN']).toContain('林秋月')
    expect(findingsOf(INTERESTED_PAPER_IGNORED, [letter, decision('仇志远', '我局已听取业主林秋月的意见。')])).toEqual([])
  })
})

describe('1.10 the party’s existence', () => {
  const query = (words: string) => ({ name: '登记查询.docx', kind: 'other', text: `企业登记信息查询单\n企业名称\t${A}\n${words}` })

  it('is found to have ended', () => {
    expect(findingsOf(PARTY_ENDED, [query('登记状态\t注销'), decision(A)])).toHaveLength(1)
    expect(findingsOf(PARTY_ENDED, [query(`${A}已于2026年2月1日办理注销登记。`), decision(A)])).toHaveLength(1)
    expect(findingsOf(PARTY_ENDED, [query('登记状态\t存续'), decision(A)])).toEqual([])
  })

  it('is not mixed up with a permit or another company that ended', () => {
    expect(findingsOf(PARTY_ENDED, [query(`${A}的排污许可证已于2025年7月28日注销。`), decision(A)])).toEqual([])
    expect(findingsOf(PARTY_ENDED, [query('原经营单位通力厂于2025年7月31日注销登记。'), decision(A)])).toEqual([])
  })

  it('is found to be that of a part of a company', () => {
    expect(findingsOf(PARTY_WITHOUT_STANDING, [decision('江原建工集团清川项目部')])).toHaveLength(1)
    expect(findingsOf(PARTY_WITHOUT_STANDING, [decision(A)])).toEqual([])
    expect(findingsOf(BRANCH_WITHOUT_COMPANY, [decision('江原建工集团有限公司清川分公司')])).toHaveLength(1)
    expect(findingsOf(BRANCH_WITHOUT_COMPANY, [decision('江原建工集团有限公司清川分公司'), licence('江原建工集团有限公司清川分公司')])).toEqual([])
  })
})

describe('1.11 third persons', () => {
  const report = (words: string) => ({ name: '报告.docx', kind: 'investigation-report', text: `案件调查终结报告\n${words}` })

  it('are found named but not heard', () => {
    expect(findingsOf(THIRD_PARTY_NOT_HEARD, [report('该处理涉及利害关系人江原物业的通行权益。')])).toHaveLength(1)
    expect(findingsOf(THIRD_PARTY_NOT_HEARD, [report('该处理涉及利害关系人江原物业。已告知利害关系人并听取其意见。')])).toEqual([])
    expect(findingsOf(THIRD_PARTY_NOT_HEARD, [report('本案没有第三人、利害关系人。')])).toEqual([])
    expect(findingsOf(THIRD_PARTY_NOT_HEARD, [report('参加人员与本案有利害关系的，应当回避。')])).toEqual([])
  })

  it('are found to own the goods', () => {
    const seizure = { name: '扣押决定书.docx', kind: 'measure-decision', text: `扣押决定书\n当事人：${A}\n决定扣押货车1辆。` }
    const inquiry = (words: string) => ({ name: '询问笔录.docx', kind: 'inquiry-record', text: `询问笔录\n问：车是谁的？\n答：${words}` })
    expect(findingsOf(OWNER_NOT_HEARD, [seizure, inquiry('登记车主是江小满，我向他租的。')])).toHaveLength(1)
    expect(findingsOf(OWNER_NOT_HEARD, [seizure, inquiry(`登记车主是${A}。`)])).toEqual([])
  })

  it('are found beside a licence', () => {
    const licenceDecision = { name: '许可决定.docx', kind: 'licence-decision', text: '准予行政许可决定书\n申请人：清川置业有限公司' }
    const inspected = (words: string) => ({ name: '核查.docx', kind: 'inspection-record', text: `现场核查记录\n${words}` })
    expect(findingsOf(LICENCE_NEIGHBOURS_NOT_HEARD, [licenceDecision, inspected('北侧毗邻住户提出异议，称采光受影响。')])).toHaveLength(1)
    expect(findingsOf(LICENCE_NEIGHBOURS_NOT_HEARD, [licenceDecision, inspected('场地平整，符合要求。')])).toEqual([])
  })
})
