import { describe, expect, it } from 'vitest'
import { AT_TWO_PLACES, ONE_OFFICER, ONE_SERVER, ONE_SIGNATURE, SIGNED_FOR_COLLEAGUE } from '../../../../src/shared/prereview/rules/personnel/two-officers.ts'
import { findingsOf } from '../../../support/case-files.ts'

const TIAN = '田禾（执法证号：4300001）'
const BAI = '白露（执法证号：4300002）'
const inquiry = ({ asks = TIAN, writes = BAI, signed = '询问人（签名）：田禾  记录人（签名）：白露', time = '2026年3月9日9时10分至10时25分', where = '执法大队询问室', name = '询问笔录.docx' } = {}) => ({
  name,
  kind: 'inquiry-record',
  text: `询问笔录\n询问时间：${time}\n询问地点：${where}\n询问人：${asks}\n记录人：${writes}\n被询问人：江小满，男\n问：我们是执法人员，这是执法证件，请过目。是否申请回避？\n答：看过了，不申请。\n以上笔录我看过，属实。江小满  2026年3月9日\n${signed}`,
})

describe('2.1 two officers', () => {
  it('misses the second where one both asks and writes', () => {
    const [found] = findingsOf(ONE_OFFICER, [inquiry({ writes: TIAN, signed: '询问人：田禾  记录人：田禾' })])
    expect(found?.message['zh-CN']).toContain('田禾')
    expect(findingsOf(ONE_OFFICER, [inquiry()])).toEqual([])
  })

  it('does not count a helper, and counts who takes samples', () => {
    const survey = (second: string) => ({ name: '勘验笔录.docx', kind: 'inspection-record', text: `现场勘验笔录\n勘验时间：2026年3月4日9时30分至10时50分\n勘验人：田禾（执法证号：4300001）、${second}\n记录人：白露\n勘验情况：砖混房屋一处。` })
    expect(findingsOf(ONE_OFFICER, [survey('白露（协管员）')])).toHaveLength(1)
    expect(findingsOf(ONE_OFFICER, [survey(BAI)])).toEqual([])
    const sample = (officers: string) => ({ name: '抽样取证凭证.docx', kind: 'sampling-record', text: `抽样取证凭证\n抽样时间：2026年4月8日\n当事人签名：江小满\n执法人员签名：${officers}` })
    expect(findingsOf(ONE_OFFICER, [sample('田禾')])).toHaveLength(1)
    expect(findingsOf(ONE_OFFICER, [sample('田禾、白露')])).toEqual([])
  })

  it('misses the second signature', () => {
    const record = (signed: string) => ({
      name: '现场检查笔录.docx',
      kind: 'inspection-record',
      text: `现场检查笔录\n检查时间：2026年3月4日9时30分至10时50分\n检查地点：城东路1号\n检查人员：${TIAN}、${BAI}\n检查情况：正在生产。\n当事人（签名）：江小满\n${signed}`,
    })
    expect(findingsOf(ONE_SIGNATURE, [record('执法人员（签名）：田禾')])).toHaveLength(1)
    expect(findingsOf(ONE_SIGNATURE, [record('执法人员（签名）：田禾  白露')])).toEqual([])
  })

  it('misses the second of those who served', () => {
    const receipt = (server: string) => ({ name: '送达回证.docx', kind: 'service-receipt', text: `送达回证\n受送达人\t江小满\n送达文书\t行政处罚决定书\n送达方式\t直接送达\n收件人\t江小满　2026年3月20日\n送达人\t${server}` })
    expect(findingsOf(ONE_SERVER, [inquiry(), receipt(TIAN)])).toHaveLength(1)
    expect(findingsOf(ONE_SERVER, [inquiry(), receipt(`${TIAN}　${BAI}`)])).toEqual([])
  })

  it('leaves two inquiries at one place to the records', () => {
    const second = inquiry({ name: '询问笔录2.docx', time: '2026年3月9日10时至11时30分' })
    expect(findingsOf(AT_TWO_PLACES, [inquiry({ name: '询问笔录1.docx' }), second])).toEqual([])
  })

  it('finds a signature by another hand', () => {
    expect(findingsOf(SIGNED_FOR_COLLEAGUE, [inquiry({ signed: '询问人（签名）：田禾  记录人（签名）：白露（田禾代签）' })])).toHaveLength(1)
    expect(findingsOf(SIGNED_FOR_COLLEAGUE, [inquiry()])).toEqual([])
  })

  it('finds one officer at two inquiries at once', () => {
    const first = inquiry({ name: '询问笔录1.docx' })
    const second = inquiry({ name: '询问笔录2.docx', time: '2026年3月9日10时至11时30分', where: '碧波公司会议室' })
    const later = inquiry({ name: '询问笔录3.docx', time: '2026年3月9日14时至15时30分' })
    expect(findingsOf(AT_TWO_PLACES, [first, second])).toHaveLength(1)
    expect(findingsOf(AT_TWO_PLACES, [first, later])).toEqual([])
  })
})
