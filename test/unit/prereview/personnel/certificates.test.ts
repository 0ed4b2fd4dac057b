import { describe, expect, it } from 'vitest'
import {
  NUMBER_DIFFERS,
  NUMBER_SHARED,
  NUMBERS_UNPAIRED,
} from '../../../../src/shared/prereview/rules/personnel/certificate-numbers.ts'
import {
  CERTIFICATE_EXPIRED,
  NO_CERTIFICATE,
  NOT_ON_THE_LIST,
  UNKNOWN_TO_REGISTER,
  WORK_CARD_ONLY,
} from '../../../../src/shared/prereview/rules/personnel/certificates.ts'
import type { IsoDate } from '../../../../src/shared/values/values.ts'
import { findingsOf } from '../../../support/case-files.ts'

const record = (officers: string, name = '现场检查笔录.docx') => ({
  name,
  kind: 'inspection-record',
  text: `现场检查笔录\n检查时间：2026年3月4日9时30分至10时50分\n检查地点：城东路1号\n检查人员：${officers}\n执法人员出示执法证件，告知申请回避的权利。\n检查情况：正在生产。`,
})
const TWO = '田禾（执法证号：43000010001）、白露（执法证号：43000010002）'
const cards = (rows: string) => ({
  name: '执法人员证件信息.docx',
  kind: 'officer-certificates',
  text: `执法人员证件信息\n姓名\t单位\t执法证号\t有效期\n${rows}`,
})
const known = (name: string, certificateNumber: string, validTo: string | null = null) => ({ name, certificateNumber, validFrom: null, validTo: validTo as IsoDate | null })

describe('2.2 certificates', () => {
  it('are found expired by the papers in the file', () => {
    const expired = cards('田禾\t执法大队\t43000010001\t2021年1月1日至2025年12月31日\n白露\t执法大队\t43000010002\t2023年1月1日至2027年12月31日')
    const valid = cards('田禾\t执法大队\t43000010001\t2023年1月1日至2027年12月31日\n白露\t执法大队\t43000010002\t2023年1月1日至2027年12月31日')
    const found = findingsOf(CERTIFICATE_EXPIRED, [record(TWO), expired])
    expect(found.map(({ message }) => message['zh-CN'].slice(0, 2))).toEqual(['田禾'])
    expect(findingsOf(CERTIFICATE_EXPIRED, [record(TWO), valid])).toEqual([])
  })

  it('are found expired by a copied card, and by words beside the name', () => {
    const card = { name: '执法证.pdf', kind: 'officer-certificates', text: '行政执法证\n姓名：田禾\n证号：43000010001\n有效期至：2025年12月31日\n姓名：白露\n证号：43000010002\n有效期至：2027年12月31日' }
    expect(findingsOf(CERTIFICATE_EXPIRED, [record(TWO), card]).map(({ message }) => message['zh-CN'].slice(0, 2))).toEqual(['田禾'])
    const beside = record('田禾（执法证号：43000010001，有效期至2025年12月31日）、白露（执法证号：43000010002，有效期至2027年12月31日）')
    expect(findingsOf(CERTIFICATE_EXPIRED, [beside]).map(({ message }) => message['zh-CN'].slice(0, 2))).toEqual(['田禾'])
  })

  it('are found expired by the station’s register', () => {
    expect(findingsOf(CERTIFICATE_EXPIRED, [record(TWO)], { officers: [known('田禾', '43000010001', '2026-03-03')] })).toHaveLength(1)
    expect(findingsOf(CERTIFICATE_EXPIRED, [record(TWO)], { officers: [known('田禾', '43000010001', '2026-03-04')] })).toEqual([])
  })

  it('are found to be mere work cards', () => {
    const [found] = findingsOf(WORK_CARD_ONLY, [record('江小满（工作证号BS-012）、江立秋（工作证号BS-027）')])
    expect(found?.evidence).toHaveLength(2)
    expect(findingsOf(WORK_CARD_ONLY, [record(TWO)])).toEqual([])
  })

  it('are found missing for somebody who acts', () => {
    expect(findingsOf(NO_CERTIFICATE, [record('田禾（执法证号：43000010001）、江小满')])).toHaveLength(1)
    expect(findingsOf(NO_CERTIFICATE, [record(TWO)])).toEqual([])
  })

  it('are found unknown to a register that knows the others', () => {
    expect(findingsOf(UNKNOWN_TO_REGISTER, [record(TWO)], { officers: [known('田禾', '43000010001')] })).toHaveLength(1)
    expect(findingsOf(UNKNOWN_TO_REGISTER, [record(TWO)], { officers: [known('江小满', '43000019999')] })).toEqual([])
    expect(findingsOf(UNKNOWN_TO_REGISTER, [record(TWO)], { officers: [known('田禾', '43000010001'), known('白露', '43000010002')] })).toEqual([])
  })

  it('are found missing from the list of the case', () => {
    expect(findingsOf(NOT_ON_THE_LIST, [record(TWO), cards('田禾\t执法大队\t43000010001\t2023年1月1日至2027年12月31日')])).toHaveLength(1)
    expect(findingsOf(NOT_ON_THE_LIST, [record(TWO), cards('田禾\t大队\t43000010001\n白露\t大队\t43000010002')])).toEqual([])
  })
})

describe('2.4 names and numbers', () => {
  it('differ between papers', () => {
    const other = record('田禾（执法证号：43000010007）、白露（执法证号：43000010002）', '复查.docx')
    expect(findingsOf(NUMBER_DIFFERS, [record(TWO), other])).toHaveLength(1)
    expect(findingsOf(NUMBER_DIFFERS, [record(TWO), record(TWO, '复查.docx')])).toEqual([])
  })

  it('share one number', () => {
    expect(findingsOf(NUMBER_SHARED, [record('田禾（执法证号：43000010001）、白露（执法证号：43000010001）')])).toHaveLength(1)
    expect(findingsOf(NUMBER_SHARED, [record(TWO)])).toEqual([])
  })

  it('do not pair up', () => {
    const unpaired = record('田禾（执法证号：43000010001）、白露', '复查.docx')
    expect(findingsOf(NUMBERS_UNPAIRED, [record(TWO), unpaired])).toHaveLength(1)
    expect(findingsOf(NUMBERS_UNPAIRED, [record(TWO)])).toEqual([])
  })
})
