/** A review opinion of about three pages with everything that an official document can hold. */
import { bold, checkBox, heading, note, paragraph, table, text } from '../../../src/shared/documents/model.ts'
import type { Block, OfficialDocument } from '../../../src/shared/documents/model.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import type { IsoInstant, Sha256 } from '../../../src/shared/values/values.ts'

export const CHAIN_HEAD = '9f2c4e7a1b3d5f60718293a4b5c6d7e8f90123456789abcdef0123456789abcd'

export const OPTIONS = {
  createdAt: '2026-05-14T08:30:00.000Z' as IsoInstant,
  producer: 'Fashen 0.1.0',
  stationId: '0190a5f0-7c1e-7a3b-9d2f-3b6c1e2d4f50',
  chainHead: CHAIN_HEAD,
  contentHash: '0'.repeat(64) as Sha256,
  fonts: { bundledOnly: true },
}

const HEADINGS: [title: string, finding: string][] = [
  ['执法主体与执法人员', '本案由沅江县生态环境局立案查处，该局系县级人民政府生态环境主管部门，依法具有行政处罚权（卷宗第3—5页）。'],
  ['执法程序', '《行政处罚事先告知书》于2026年4月20日直接送达，当事人未要求听证。现场检查笔录第2页缺少当事人确认意见。'],
  ['案件事实与证据', '经查，当事人自2026年1月6日至3月18日未取得排污许可证排放水污染物，累计排放生产废水约1,260吨。现场检查笔录、监测报告、排水台账等相互印证。'],
  ['法律依据与定性', '拟处罚决定引用《排污许可管理条例》第三十三条第（一）项，定性准确；“条例第33条”应改为规范引用。'],
  ['裁量基准的适用', '当事人系初次违法，主动停止排放。拟罚款20万元，为法定幅度的下限，与裁量基准表3的“轻微”档次一致。'],
  ['执法权限', '未超越级别管辖和地域管辖权限。'],
  ['执法文书', '文书要素齐全，起诉期限应写明“六个月内”。'],
  ['是否涉嫌犯罪需要移送', '未发现违法行为涉嫌犯罪、需要移送公安机关的情形。'],
]

export function sampleBlocks(): Block[] {
  return [
    paragraph('你队报送的沅江县瑨龙再生资源有限公司未取得排污许可证排放污染物案有关材料收悉。依照《中华人民共和国行政处罚法》第五十八条的规定，经对案卷材料进行法制审核，现提出如下意见：'),
    heading(1, '案件基本情况'),
    {
      kind: 'key-value',
      rows: [
        { label: '案件名称', value: [text('沅江县瑨龙再生资源有限公司未取得排污许可证排放污染物案')] },
        { label: '当事人', value: [text('沅江县瑨龙再生资源有限公司（统一社会信用代码：91430981MA4L00000X）')] },
        {
          label: '承办机构',
          value: [text('生态环境保护综合行政执法大队')],
          second: { label: '收到日期', value: [text('2026年5月6日')] },
        },
        {
          label: '承办人员',
          value: [text('陈䶮（18110981001）、吴靐（18110981002）')],
          second: { label: '审核轮次', value: [text('第1轮')] },
        },
        {
          label: '行为种类',
          value: [checkBox(true), text('行政处罚　'), checkBox(false), text('行政强制　'), checkBox(false), text('行政许可')],
        },
        { label: '拟作决定', value: [text('责令改正，罚款200,000元（人民币贰拾万元整）')] },
      ],
    },
    heading(1, '逐项审核意见'),
    ...HEADINGS.flatMap(([title, finding]): Block[] => [heading(2, title), paragraph(finding)]),
    heading(1, '存在的问题及建议'),
    table(
      [
        { header: '序号', width: 1.6, align: 'center' },
        { header: '问题', width: 5 },
        { header: '依据', width: 4 },
        { header: '建议', width: 4 },
      ],
      [
        ['①', '现场检查笔录第2页无当事人确认意见', '《行政处罚法》第五十五条', '由当事人补充确认，或者注明事由'],
        ['②', '法律条文引用不规范', '《行政处罚法》第五十九条', '写明条例全称及条、款、项'],
      ],
    ),
    note('注：问题①属于可以补正的程序瑕疵，不影响事实认定。'),
    heading(1, '审核结论'),
    paragraph(
      '综上，本机构认为：该案事实清楚、证据确凿，',
      bold('同意修改完善后作出行政处罚决定'),
      '。',
    ),
  ]
}

export function sampleOpinion(): OfficialDocument {
  return {
    title: '沅江县生态环境局\n重大行政执法决定法制审核意见书',
    number: '沅环法审〔2026〕12号',
    addressee: '生态环境保护综合行政执法大队',
    blocks: sampleBlocks(),
    attachments: ['法制审核问题清单', '送审材料目录及校验值'],
    signOff: {
      signers: [
        { signer: 'reviewer', role: '审核人', name: '欧阳明远', date: isoDate('2026-05-13') },
        { signer: 'head', role: '审核机构负责人', name: '李慧', date: isoDate('2026-05-14') },
      ],
      organ: '沅江县生态环境局法规股',
      date: isoDate('2026-05-14'),
    },
    footer: [
      { label: '审计链头', value: CHAIN_HEAD },
      { label: '审查目录版本', value: '国家目录 2026.05.01；湖南省补充目录 2026.04.12' },
    ],
    watermark: null,
  }
}
