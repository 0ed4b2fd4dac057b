import { describe, expect, it } from 'vitest'
import {
  AGENCY_NAME_DIFFERS,
  HEADING_AND_SEAL_DIFFER,
  ITEM_NOT_HANDED_OVER,
  POWER_CONCENTRATED_ELSEWHERE,
  SECTION_ACTS_IN_OWN_NAME,
  TOWNSHIP_WITHOUT_HANDOVER,
} from '../../../../src/shared/prereview/rules/subject/acting-body.ts'
import { findingsOf } from '../../../support/case-files.ts'

const decision = (head: string, foot = head, more = '') => ({
  name: '决定书.docx',
  kind: 'decision',
  text: `${head}\n行政处罚决定书\n清市监罚〔2026〕8号\n当事人：清川县顺发粮油店\n地址：清川县城东路3号\n${more}我局决定罚款5000元（大写：伍仟元整）。\n${foot}（印章）\n2026年4月8日`,
})
const notice = (head: string) => ({
  name: '告知书.docx',
  kind: 'prior-notice',
  text: `${head}\n行政处罚告知书\n清市监罚告〔2026〕8号\n当事人：清川县顺发粮油店\n拟罚款5000元。\n${head}（印章）\n2026年3月20日`,
})

describe('1.1 a section acts in its own name', () => {
  it('is found in a decision signed by a section', () => {
    expect(findingsOf(SECTION_ACTS_IN_OWN_NAME, [decision('清川县市场监督管理局食品安全监管股')])).toHaveLength(1)
  })

  it('is found where a team signs and its bureau notified', () => {
    expect(findingsOf(SECTION_ACTS_IN_OWN_NAME, [notice('清川县文化旅游局'), decision('清川县文化市场综合行政执法大队')])).toHaveLength(1)
    expect(findingsOf(SECTION_ACTS_IN_OWN_NAME, [decision('清川县公安局交通警察大队')])).toEqual([])
  })

  it('is not found where the agency signs', () => {
    expect(findingsOf(SECTION_ACTS_IN_OWN_NAME, [decision('清川县市场监督管理局')])).toEqual([])
    expect(findingsOf(SECTION_ACTS_IN_OWN_NAME, [decision('清川县互联网信息办公室')])).toEqual([])
  })
})

describe('1.2 the agency is named differently', () => {
  it('is found at the head of a record with the name before the reform, not at that of another agency', () => {
    const record = (head: string) => ({ name: '笔录.docx', kind: 'inspection-record', text: `${head}\n现场检查笔录\n检查时间：2026年3月2日9时至10时` })
    const papers = [notice('清川县市场监督管理局'), decision('清川县市场监督管理局')]
    expect(findingsOf(AGENCY_NAME_DIFFERS, [...papers, record('清川县食品药品监督管理局')])).toHaveLength(1)
    expect(findingsOf(AGENCY_NAME_DIFFERS, [...papers, record('清川县公安局')])).toEqual([])
  })

  it('is found where one paper has a short or an old name', () => {
    const [found] = findingsOf(AGENCY_NAME_DIFFERS, [notice('清川县市监局'), decision('清川县市场监督管理局')])
    expect(found?.message['zh-CN']).toContain('清川县市监局')
    expect(findingsOf(AGENCY_NAME_DIFFERS, [notice('清川县食品药品监督管理局'), decision('清川县市场监督管理局')])).toHaveLength(1)
  })

  it('is found in a notice of preservation under the old name', () => {
    const kept = { name: '登记保存通知书.docx', kind: 'preservation-paper', text: '清川县农业局\n证据先行登记保存通知书\n江小满：\n对你的农药1240袋先行登记保存。\n清川县农业局（印章）\n2026年3月9日' }
    expect(findingsOf(AGENCY_NAME_DIFFERS, [notice('清川县农业农村局'), decision('清川县农业农村局'), kept])).toHaveLength(1)
  })

  it('is not found where the names agree, spaces and the seal’s remark aside', () => {
    expect(findingsOf(AGENCY_NAME_DIFFERS, [notice('清川县市场监督管理局'), decision('清川县市场监督管理局')])).toEqual([])
  })

  it('is found where heading and seal are of two bodies', () => {
    expect(findingsOf(HEADING_AND_SEAL_DIFFER, [decision('清川县市场监督管理局', '清川县农业农村局')])).toHaveLength(1)
    expect(findingsOf(HEADING_AND_SEAL_DIFFER, [decision('清川县市场监督管理局')])).toEqual([])
  })
})

describe('1.6 a township penalises', () => {
  it('is found where nothing shows the handover, and not where the decision names it', () => {
    expect(findingsOf(TOWNSHIP_WITHOUT_HANDOVER, [decision('清川县白沙镇人民政府')])).toHaveLength(1)
    const named = decision('清川县白沙镇人民政府', '清川县白沙镇人民政府', '根据省人民政府关于赋权乡镇的决定，')
    expect(findingsOf(TOWNSHIP_WITHOUT_HANDOVER, [named])).toEqual([])
  })
})

describe('1.6, 1.7 power that is elsewhere', () => {
  const note = (words: string) => ({ name: '说明.docx', kind: 'explanation', text: `情况说明\n${words}` })

  it('is found where the item is not on the township’s list', () => {
    expect(findingsOf(ITEM_NOT_HANDED_OVER, [note('经查，该事项未列入赋权清单。')])).toHaveLength(1)
    expect(findingsOf(ITEM_NOT_HANDED_OVER, [note('该事项已列入赋权清单第12项。')])).toEqual([])
  })

  it('is found where it was concentrated in another body', () => {
    const words = note('自2025年1月1日起，市容管理方面的处罚权已划转至清川县综合行政执法局行使。')
    expect(findingsOf(POWER_CONCENTRATED_ELSEWHERE, [words, decision('清川县住房和城乡建设局')])).toHaveLength(1)
    expect(findingsOf(POWER_CONCENTRATED_ELSEWHERE, [words, decision('清川县综合行政执法局')])).toEqual([])
  })
})
