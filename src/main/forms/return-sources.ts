/** 检察意见回复函: of each opinion or suggestion of the procuratorate that was registered (行刑反向衔接), as far as it came. */
import { presentMoment } from '../deadlines/present-moment.ts'
import { decisionOf } from '../followup/decision-record.ts'
import { requireReturn, returnIds } from '../transfer/return-record.ts'
import { aboutRecords, dayText, type FormDesk, type FormSource } from './form-source.ts'
import { replyFacts } from './return-facts.ts'

export function procuratorialReply(desk: FormDesk): FormSource {
  const { context, record } = desk
  const { reader, catalogue } = context
  const { asOf: now } = presentMoment(context)
  return aboutRecords(
    'nothingCameBack',
    returnIds(reader, record.id).map((id) => {
      const view = requireReturn({ reader, catalogue, now }, id)
      return { key: id, label: { 'zh-CN': view.fields.number, en: view.fields.number }, facts: () => replyFacts(view, decidedText(desk)) }
    }),
  )
}

/** The decision that this station registered, as a proposal for the result. */
function decidedText({ context, record }: FormDesk): string {
  const decision = decisionOf(context.reader, record.id)
  return decision === null ? '' : `本机关于${dayText(decision.decidedOn)}作出${decision.number}决定。`
}
