/** 补正通知书: what is missing, why, until when, and what it means for the review's clock (DOMAIN 3.4). */
import type { CaseRecord } from '../cases/case-record.ts'
import { paragraph, text, type OfficialDocument } from '../../shared/documents/model.ts'
import { contactFacts, signingOrgan, titleUnder } from '../../shared/station/letterhead.ts'
import type { Station } from '../../shared/station/contract.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import { chineseDate } from '../../shared/documents/numbering.ts'

export interface SupplementNotice {
  readonly missing: readonly string[]
  readonly reason: string
  readonly replyBy: IsoDate
  readonly on: IsoDate
}

export function supplementNotice(record: CaseRecord, station: Station, notice: SupplementNotice): OfficialDocument {
  const { fields } = record
  return {
    title: titleUnder('重大行政执法决定法制审核\n送审材料补正通知书', station),
    number: null,
    addressee: fields.submittingUnit,
    blocks: [
      paragraph(
        `你单位于${chineseDate(fields.receivedOn)}送审的“${fields.title}”（当事人：${fields.party.name}），经审查，送审材料不齐全或者不符合要求，现退回补正。`,
      ),
      paragraph('需要补正的材料如下：'),
      {
        kind: 'table',
        columns: [
          { header: '序号', width: 1, align: 'center' },
          { header: '需要补正的材料', width: 7 },
        ],
        rows: notice.missing.map((item, index) => [[text(String(index + 1))], [text(item)]]),
      },
      paragraph(`补正理由：${notice.reason}`),
      paragraph(`请于${chineseDate(notice.replyBy)}前（含当日）补正后重新提交。补正期间审核期限的计算，按照本地区、本部门的规定执行。`),
    ],
    attachments: [],
    signOff: { signers: [], organ: signingOrgan(station), date: notice.on },
    footer: contactFacts(station),
    watermark: null,
  }
}
