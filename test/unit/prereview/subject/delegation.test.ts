import { describe, expect, it } from 'vitest'
import {
  DELEGATE_UNFIT,
  DELEGATES_OWN_NAME,
  DELEGATION_EXPIRED,
  DELEGATION_MISSING,
  DELEGATION_NOT_PUBLISHED,
  DELEGATION_WITHOUT_TERM,
  MEASURE_BY_DELEGATE,
  MEASURE_DELEGATED,
  REDELEGATED,
} from '../../../../src/shared/prereview/rules/subject/delegation.ts'
import { findingsOf } from '../../../support/case-files.ts'

const delegation = ({ delegate = '白沙镇综合行政执法队', matters = '对烟酒零售点进行检查', term = '委托期限：2026年1月1日至2026年12月31日。', published = '本委托书已在县人民政府网站公布。', more = '' } = {}) => ({
  name: '委托书.docx',
  kind: 'enforcement-delegation',
  text: `行政执法委托书\n委托机关：清川县城市管理局。受委托组织：${delegate}。\n委托事项：在白沙镇行政区域内，以委托机关名义${matters}。${more}\n${term}\n${published}\n清川县城市管理局（印章）\n2025年12月20日`,
})
const record = (day: string) => ({
  name: '检查记录.docx',
  kind: 'inspection-record',
  text: `现场检查记录\n检查时间：${day}9时10分至9时50分\n检查地点：白沙镇新街5号\n检查人员：白沙镇综合行政执法队田禾（执法证号：43001）、白露（执法证号：43002）\n执法人员出示执法证件，告知申请回避的权利。`,
})

describe('1.3 delegation', () => {
  it('is found expired on the day of the act', () => {
    const expired = delegation({ term: '委托期限：2025年1月1日至2025年12月31日。' })
    const [found] = findingsOf(DELEGATION_EXPIRED, [expired, record('2026年2月3日')])
    expect(found?.message['zh-CN']).toContain('2025-12-31')
    expect(findingsOf(DELEGATION_EXPIRED, [delegation(), record('2026年2月3日')])).toEqual([])
  })

  it('is found unpublished', () => {
    expect(findingsOf(DELEGATION_NOT_PUBLISHED, [delegation({ published: '' })])[0]?.answer).toBe('cannotTell')
    expect(findingsOf(DELEGATION_NOT_PUBLISHED, [delegation({ published: '本委托书未向社会公布。' })])[0]?.answer).toBe('no')
    expect(findingsOf(DELEGATION_NOT_PUBLISHED, [delegation()])).toEqual([])
  })

  it('is found without a term', () => {
    expect(findingsOf(DELEGATION_WITHOUT_TERM, [delegation({ term: '' })])).toHaveLength(1)
    expect(findingsOf(DELEGATION_WITHOUT_TERM, [delegation()])).toEqual([])
  })

  it('is found given to a company', () => {
    expect(findingsOf(DELEGATE_UNFIT, [delegation({ delegate: '清川县安保服务有限公司' })])).toHaveLength(1)
    expect(findingsOf(DELEGATE_UNFIT, [delegation()])).toEqual([])
  })

  it('is found missing where a paper says that the act was delegated', () => {
    const paper = { name: '检查记录.docx', kind: 'inspection-record', text: '现场检查记录\n我单位受清川县城市管理局委托，依法对你店进行检查。' }
    expect(findingsOf(DELEGATION_MISSING, [paper])).toHaveLength(1)
    expect(findingsOf(DELEGATION_MISSING, [paper, delegation()])).toEqual([])
    expect(findingsOf(DELEGATION_MISSING, [{ ...paper, text: '现场检查记录\n受当事人委托，张三到场。' }])).toEqual([])
  })
})

describe('1.4 the delegate', () => {
  it('is found acting in its own name', () => {
    const paper = (body: string) => ({ name: '决定书.docx', kind: 'decision', text: `${body}\n行政处罚决定书\n当事人：顺发烟酒店\n决定罚款1000元。\n${body}（印章）\n2026年3月3日` })
    expect(findingsOf(DELEGATES_OWN_NAME, [delegation(), paper('白沙镇综合行政执法队')])).toHaveLength(1)
    expect(findingsOf(DELEGATES_OWN_NAME, [delegation(), paper('清川县城市管理局')])).toEqual([])
  })

  it('is found delegating again', () => {
    expect(findingsOf(REDELEGATED, [delegation({ more: '必要时可以转委托村民委员会实施。' })])).toHaveLength(1)
    expect(findingsOf(REDELEGATED, [delegation({ more: '受委托组织不得再委托其他组织或者个人实施。' })])).toEqual([])
  })
})

describe('1.5 compulsory measures', () => {
  it('are found delegated, unless the paper leaves them out', () => {
    const [found] = findingsOf(MEASURE_DELEGATED, [delegation({ matters: '进行检查，并对违法物品实施查封、扣押' })])
    expect(found?.evidence[0]?.quote).toBe('并对违法物品实施查封、扣押')
    expect(findingsOf(MEASURE_DELEGATED, [delegation({ more: '委托事项不包括查封、扣押等行政强制措施。' })])).toEqual([])
  })

  it('are found taken by people of the delegate', () => {
    const measure = (by: string) => ({ name: '扣押决定书.docx', kind: 'measure-decision', text: `扣押决定书\n当事人：顺发烟酒店\n决定扣押卷烟20条。\n实施人员：${by}。\n2026年2月3日` })
    expect(findingsOf(MEASURE_BY_DELEGATE, [delegation(), measure('白沙镇综合行政执法队田禾、白露')])).toHaveLength(1)
    expect(findingsOf(MEASURE_BY_DELEGATE, [measure('田禾、白露（受清川县城市管理局委托实施）')])).toHaveLength(1)
    expect(findingsOf(MEASURE_BY_DELEGATE, [delegation(), measure('田禾、白露')])).toEqual([])
  })
})
