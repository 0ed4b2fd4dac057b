/** Asking for papers (补正通知): the notice is printed and numbered, kept with the case, and the case waits from then on. */
import { FashenError } from '../../shared/errors/errors.ts'
import { withFacts } from '../../shared/forms/form-facts.ts'
import { replyDays, replyDayTrouble } from '../../shared/intake/reply-day.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import type { Permission } from '../cases/case-flow.ts'
import { changeCase, type CaseRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { presentMoment } from '../deadlines/present-moment.ts'
import { calendarOf } from '../deadlines/review-clock.ts'
import { formDesk } from '../forms/form-sources.ts'
import { generalFacts } from '../forms/general-facts.ts'
import { printForm } from '../forms/make-form.ts'
import { supplementFacts, type Supplement } from '../forms/submission-sources.ts'
import type { Writer } from '../store/database.ts'
import { dayNow, insertReturn, newReturnId } from './supplement-record.ts'

/** A day that is over, or that nobody can have meant, stands in no notice. Throws `invalid-input`, `reply-day-too-late`. */
export function requireReplyDay(context: CallContext, method: string, replyBy: IsoDate): void {
  const today = dayNow(context)
  const days = replyDays(context.catalogue.supplementRules, calendarOf(context.catalogue), today)
  const trouble = replyDayTrouble(replyBy, today, days)
  // nothing can be supplied until a day that is over, and no time would be left out for it
  if (trouble === 'past') throw new FashenError('invalid-input', { method, field: 'replyBy', problem: 'in-the-past' })
  if (trouble === 'tooLate') throw new FashenError('reply-day-too-late', { replyBy, latest: days?.latest ?? replyBy })
}

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
