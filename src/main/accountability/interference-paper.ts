/** 干预记录表 of one record: printed for who may read it, held for their connection only, and never among the papers of the case. */
import type { InterferenceForm } from '../../shared/forms/interference-form.ts'
import { interferenceDocument } from '../../shared/forms/interference-form.ts'
import type { InterferenceRecord, InterferenceWay } from '../../shared/accountability/interference.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { chineseDate } from '../../shared/documents/numbering.ts'
import type { OfficialDocument } from '../../shared/documents/model.ts'
import type { CallContext } from '../core/handler.ts'
import { formToPrint } from '../forms/form-settings-record.ts'

const WAYS: Readonly<Record<InterferenceWay, string>> = { inPerson: '当面', phone: '电话', message: '短信、网络', inWriting: '书面', throughOthers: '托人转达', other: '其他' }

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('，')

function formOf({ fields, caseTitle, by, recordedAt, additions, entry }: InterferenceRecord): InterferenceForm {
  const reported = fields.reportedOn ?? additions.find((one) => one.fields.reportedOn !== null)?.fields.reportedOn ?? null
  const added = additions.map((one) => `补充（${chineseDate(civilDayOf(one.at))}，${one.by.name}）：${one.fields.text}`)
  const asked = `向${fields.ofName}${fields.ofPost === '' ? '' : `（${fields.ofPost}）`}提出：${fields.demand}`
  return {
    caseTitle,
    occurredOn: joined(chineseDate(fields.happenedOn), fields.happenedAt, fields.place),
    who: fields.byName,
    post: fields.byPost === '' ? null : fields.byPost,
    how: WAYS[fields.way],
    content: [asked, ...(fields.witness === '' ? [] : [`在场人员：${fields.witness}`])].join('\n'),
    response: [fields.response, ...added].join('\n'),
    reportedOn: reported === null ? null : joined(chineseDate(reported), fields.reportedTo),
    recordedBy: `${by.name}，${chineseDate(civilDayOf(recordedAt))}（审计链 #${entry.seq} ${entry.hash.slice(0, 12)}）`,
  }
}

export function interferencePaper(context: Pick<CallContext, 'reader' | 'catalogue' | 'station'>, record: InterferenceRecord): OfficialDocument {
  return interferenceDocument(formToPrint(context, 'interferenceRecord').form, context.station(), formOf(record))
}
