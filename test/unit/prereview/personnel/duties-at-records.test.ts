import { describe, expect, it } from 'vitest'
import {
  ASSISTANT_ACTS,
  CERTIFICATES_NOT_SHOWN,
  CERTIFICATES_NOT_SHOWN_AT_MEASURE,
  RECUSAL_NOT_DECIDED_BY_HEAD,
  RECUSAL_NOT_TOLD,
  RECUSAL_NOT_TOLD_AT_HEARING,
} from '../../../../src/shared/prereview/rules/personnel/duties-at-records.ts'
import { findingsOf } from '../../../support/case-files.ts'

const SHOWN = '问：我们是执法人员田禾、白露，这是我们的执法证件，请你过目。你有权申请我们回避，是否申请？\n答：看过了，不申请回避。'
const inquiry = (opening = SHOWN, asks = '田禾（执法证号：43000010001）') => ({
  name: '询问笔录.docx',
  kind: 'inquiry-record',
  text: `询问笔录\n询问时间：2026年3月9日9时10分至10时25分\n询问地点：询问室\n询问人：${asks}\n记录人：白露（执法证号：43000010002）\n被询问人：江小满\n${opening}\n问：什么时候开始生产的？\n答：二月。`,
})
const inspection = (words: string, officers = '田禾（执法证号：43000010001）、白露（执法证号：43000010002）') => ({
  name: '现场检查笔录.docx',
  kind: 'inspection-record',
  text: `现场检查笔录\n检查时间：2026年3月4日9时30分至10时50分\n检查人员：${officers}\n${words}`,
})
const measure = (words: string, officers = '田禾（执法证号：43000010001）、白露（执法证号：43000010002）') => ({
  name: '现场笔录.docx',
  kind: 'measure-record',
  text: `行政强制措施现场笔录\n时间：2026年3月4日9时30分至10时50分\n实施人员：${officers}\n${words}`,
})

describe('2.3 certificates shown', () => {
  it('is missing from a record', () => {
    expect(findingsOf(CERTIFICATES_NOT_SHOWN, [inquiry('问：是否申请回避？\n答：不申请。')])).toHaveLength(1)
    expect(findingsOf(CERTIFICATES_NOT_SHOWN, [inquiry()])).toEqual([])
  })

  it('is not mixed up with what the party was asked to show', () => {
    expect(findingsOf(CERTIFICATES_NOT_SHOWN, [inspection('执法人员要求当事人出示排污许可证。')])).toHaveLength(1)
    expect(findingsOf(CERTIFICATES_NOT_SHOWN, [inspection('执法人员出示了执法证件，说明来意。')])).toEqual([])
    expect(findingsOf(CERTIFICATES_NOT_SHOWN, [inspection('执法人员未出示执法证件。')])).toHaveLength(1)
  })

  it('is missing at a measure, unless those who act have no certificate at all', () => {
    expect(findingsOf(CERTIFICATES_NOT_SHOWN_AT_MEASURE, [measure('说明了理由和依据。')])).toHaveLength(1)
    expect(findingsOf(CERTIFICATES_NOT_SHOWN_AT_MEASURE, [measure('出示执法证件，说明了理由和依据。')])).toEqual([])
    expect(findingsOf(CERTIFICATES_NOT_SHOWN_AT_MEASURE, [measure('说明了理由和依据。', '田禾（工作证号A-1）、白露（工作证号A-2）')])).toEqual([])
  })
})

describe('2.5 auxiliary personnel', () => {
  it('is found where one acts as an officer', () => {
    expect(findingsOf(ASSISTANT_ACTS, [inspection('', '田禾（执法证号：43000010001）、江立秋（执法辅助人员）')])).toHaveLength(1)
    expect(findingsOf(ASSISTANT_ACTS, [inspection('辅警江立秋对店主进行询问并制作笔录。')])).toHaveLength(1)
  })

  it('is not found where they help', () => {
    expect(findingsOf(ASSISTANT_ACTS, [inspection('协管员江立秋协助维持秩序。')])).toEqual([])
    expect(findingsOf(ASSISTANT_ACTS, [inspection('')])).toEqual([])
  })
})

describe('2.6 recusal', () => {
  it('was not told', () => {
    expect(findingsOf(RECUSAL_NOT_TOLD, [inquiry('问：这是执法证件，请过目。\n答：看过了。')])).toHaveLength(1)
    expect(findingsOf(RECUSAL_NOT_TOLD, [inquiry()])).toEqual([])
  })

  it('need not be told when the conditions of a licence are checked', () => {
    const application = { name: '申请书.docx', kind: 'licence-application', text: '行政许可申请书' }
    expect(findingsOf(RECUSAL_NOT_TOLD, [inspection('执法人员出示证件。')])).toHaveLength(1)
    expect(findingsOf(RECUSAL_NOT_TOLD, [inspection('执法人员出示证件。'), application])).toEqual([])
  })

  it('was not told at the hearing', () => {
    const hearing = (words: string) => ({ name: '听证笔录.docx', kind: 'hearing-record', text: `听证笔录\n主持人：江立秋\n${words}` })
    expect(findingsOf(RECUSAL_NOT_TOLD_AT_HEARING, [hearing('主持人宣布听证开始。')])).toHaveLength(1)
    expect(findingsOf(RECUSAL_NOT_TOLD_AT_HEARING, [hearing('主持人：是否申请回避？')])).toEqual([])
  })

  it('was asked for and decided by the wrong person, or by nobody', () => {
    const asked = inquiry('问：你有权申请回避，是否申请？\n答：我申请田禾回避，他是对方的亲戚。')
    expect(findingsOf(RECUSAL_NOT_DECIDED_BY_HEAD, [asked])).toHaveLength(1)
    expect(findingsOf(RECUSAL_NOT_DECIDED_BY_HEAD, [inquiry('答：我申请田禾回避。大队长口头决定驳回回避申请。')])).toHaveLength(1)
    const decided = { name: '回避决定.docx', kind: 'other', text: '回避申请决定\n经局长江春分决定，田禾不予回避。' }
    expect(findingsOf(RECUSAL_NOT_DECIDED_BY_HEAD, [asked, decided])).toEqual([])
    expect(findingsOf(RECUSAL_NOT_DECIDED_BY_HEAD, [inquiry()])).toEqual([])
  })
})
