import { describe, expect, it } from 'vitest'
import {
  INVESTIGATOR_CHAIRS,
  REVIEWED_BY_HANDLING_UNIT,
  REVIEWER_HANDLED,
  REVIEWER_UNQUALIFIED,
} from '../../../../src/shared/prereview/rules/personnel/hearing-and-review.ts'
import { ACCREDITATION_LAPSED, ACCREDITATION_NOT_SHOWN, OUTSIDE_ACCREDITATION } from '../../../../src/shared/prereview/rules/personnel/test-bodies.ts'
import { findingsOf } from '../../../support/case-files.ts'

const inspection = {
  name: '现场检查笔录.docx',
  kind: 'inspection-record',
  text: '现场检查笔录\n检查时间：2026年3月4日9时30分至10时50分\n检查人员：田禾（执法证号：43000010001）、白露（执法证号：43000010002）\n出示执法证件。',
}
const hearing = (chair: string) => ({
  name: '听证笔录.docx',
  kind: 'hearing-record',
  text: `听证笔录\n听证时间：2026年4月21日9时30分至11时35分\n主持人：${chair}\n记录人：江小满\n案件调查人员：田禾、白露\n主持人：是否申请回避？`,
})
const opinion = ({ unit = '法规股', reviewer = '江春分', qualified = '法律职业资格证书编号：A20164301210001' } = {}) => ({
  name: '审核意见书.docx',
  kind: 'review-opinion',
  text: `重大行政执法决定法制审核意见书\n送审机构\t食品安全监管股\n审核机构：${unit}\n审核意见：同意。\n审核人（签名）：${reviewer}（${qualified}）  2026年4月28日`,
})

describe('2.7 the chair', () => {
  it('is found to have investigated', () => {
    expect(findingsOf(INVESTIGATOR_CHAIRS, [inspection, hearing('田禾')])).toHaveLength(1)
    expect(findingsOf(INVESTIGATOR_CHAIRS, [inspection, hearing('江立秋')])).toEqual([])
  })
})

describe('2.8, 2.9 the reviewer', () => {
  it('is found without the qualification', () => {
    expect(findingsOf(REVIEWER_UNQUALIFIED, [opinion({ qualified: '尚未取得法律职业资格' })])).toHaveLength(1)
    expect(findingsOf(REVIEWER_UNQUALIFIED, [opinion()])).toEqual([])
    expect(findingsOf(REVIEWER_UNQUALIFIED, [opinion()], { reviewer: { name: '江春分', qualified: false } })[0]?.answer).toBe('cannotTell')
    expect(findingsOf(REVIEWER_UNQUALIFIED, [opinion()], { reviewer: { name: '江春分', qualified: true } })).toEqual([])
  })

  it('is found to have handled the case', () => {
    expect(findingsOf(REVIEWER_HANDLED, [inspection, opinion({ reviewer: '白露' })])).toHaveLength(1)
    expect(findingsOf(REVIEWER_HANDLED, [inspection], { reviewer: { name: '田禾', qualified: true } })).toHaveLength(1)
    expect(findingsOf(REVIEWER_HANDLED, [inspection, opinion()])).toEqual([])
  })

  it('is found to be the handling unit', () => {
    expect(findingsOf(REVIEWED_BY_HANDLING_UNIT, [opinion({ unit: '食品安全监管股' })])).toHaveLength(1)
    expect(findingsOf(REVIEWED_BY_HANDLING_UNIT, [opinion()])).toEqual([])
  })
})

describe('2.10 the test body', () => {
  const report = (words: string) => ({
    name: '检验报告.docx',
    kind: 'test-report',
    text: `检验报告\n检验机构：清川县检验检测中心\n${words}\n报告日期：2026年3月12日\n检验结论：不合格。`,
  })

  it('is found with a lapsed accreditation', () => {
    expect(findingsOf(ACCREDITATION_LAPSED, [report('资质认定证书编号：231800010027，有效期至2026年1月31日')])).toHaveLength(1)
    expect(findingsOf(ACCREDITATION_LAPSED, [report('资质认定证书编号：231800010027，有效期至2027年1月31日')])).toEqual([])
  })

  it('is found without any accreditation', () => {
    expect(findingsOf(ACCREDITATION_NOT_SHOWN, [report('')])[0]?.answer).toBe('cannotTell')
    expect(findingsOf(ACCREDITATION_NOT_SHOWN, [report('资质认定证书编号：231800010027')])).toEqual([])
  })

  it('is found to test outside its accreditation', () => {
    expect(findingsOf(OUTSIDE_ACCREDITATION, [report('说明：该项目不在资质认定范围内，仅供参考。')])).toHaveLength(1)
    expect(findingsOf(OUTSIDE_ACCREDITATION, [report('')])).toEqual([])
  })
})
