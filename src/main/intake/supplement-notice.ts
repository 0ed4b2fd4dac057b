/** Asking for papers (补正通知): the notice is printed and numbered, kept with the case, and the case waits from then on. */
import { withFacts } from '../../shared/forms/form-facts.ts'
import type { Permission } from '../cases/case-flow.ts'
import { changeCase, type CaseRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { presentMoment } from '../deadlines/present-moment.ts'
import { formDesk } from '../forms/form-sources.ts'
import { generalFacts } from '../forms/general-facts.ts'
import { printForm } from '../forms/make-form.ts'
import { supplementFacts, type Supplement } from '../forms/submission-sources.ts'
import type { Writer } from '../store/database.ts'
import { insertReturn, newReturnId } from './supplement-record.ts'

/**
 * @param also written in the same act
 * @returns the id of the printed notice
 */
export async function askForPapers(
  context: CallContext,
  record: CaseRecord,
  asked: Omit<Supplement, 'round'>,
  { next, audit }: Pick<Permission, 'next' | 'audit'>,
  also: (writer: Writer) => void = () => undefined,
): Promise<string> {
  const { missing, reason, replyBy, inReview } = asked
  const id = newReturnId()
  const desk = formDesk(context, record)
  const facts = withFacts(generalFacts(desk), supplementFacts(desk, { ...asked, round: record.round }))
  const notice = await printForm(context, record, { form: 'supplementNotice', about: id, facts, given: [], pdfKind: 'supplementNotice' })
  const paper = notice.pdf
  // by the clock that judges the day by which to reply: a computer that was set back asks no earlier than the station knows
  const at = presentMoment(context).asOf
  const content = { missing, reason, replyBy, document: { id: paper.id, sha256: paper.sha256 }, form: notice.content }
  context.act({ act: audit, subject: `case/${record.id}`, content }, (writer) => {
    // the clock that runs now is the one of the supplement (补正期限)
    changeCase(writer, record, { state: next, due: { on: replyBy, provisional: false } }, context.instant())
    notice.keep(writer)
    insertReturn(writer, { id, caseId: record.id, round: record.round, at, missing, reason, replyBy, inReview })
    also(writer)
  })
  return paper.id
}
