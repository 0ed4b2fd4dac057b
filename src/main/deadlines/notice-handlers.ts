/** Notices of days off: read, checked with what they would move, kept. */
import { makeCalendar, type StatutoryCalendar } from '../../shared/deadlines/calendar.ts'
import type { deadlinesContract } from '../../shared/deadlines/contract.ts'
import { holidayYearOf, makeUpBalance, NOTICE_PROBLEMS, noticeProblems, type HolidayNotice } from '../../shared/deadlines/holiday-notice.ts'
import { readNotice } from '../../shared/deadlines/read-notice.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { requireHappened } from '../followup/given-days.ts'
import { countAllStale, staleCases } from './due-index.ts'
import { insertNotice, keptNotices } from './holiday-record.ts'
import { effectOf, recountUnder, writeRecount, type Recount } from './notice-effect.ts'
import { recountingOf, whileTold } from './recounting.ts'

type NoticeMethods = 'deadlines.readNotice' | 'deadlines.checkNotice' | 'deadlines.saveNotice' | 'deadlines.notices' | 'deadlines.recounting'

function calendarWith({ holidays, statutoryHolidays }: Catalogue, notice: HolidayNotice): StatutoryCalendar {
  return makeCalendar([...holidays.filter(({ year }) => year !== notice.year), holidayYearOf(notice)], statutoryHolidays)
}

function recountFor(context: CallContext, notice: HolidayNotice): Promise<Recount> {
  return whileTold(context, async (say) => {
    const total = staleCases(context)
    await countAllStale(context, (left) => say({ step: 'cases', done: Math.max(0, total - left), total: Math.max(total, left) }))
    return recountUnder(context, calendarWith(context.catalogue, notice), notice.year, (done, of) => say({ step: 'clocks', done, total: of }))
  })
}

/** Throws `holiday-notice-refused` with the first thing that is wrong and its place. */
function requireGood(context: CallContext, notice: HolidayNotice, despite: string): void {
  const [first] = noticeProblems(notice, context.catalogue.statutoryHolidays)
  if (first !== undefined) {
    const { 'zh-CN': zh, en } = NOTICE_PROBLEMS[first.code]
    throw new FashenError('holiday-notice-refused', { year: String(notice.year), place: first.day ?? first.place, problem: `${zh} (${en})` })
  }
  const balance = makeUpBalance(notice, context.catalogue.statutoryHolidays)
  if (balance !== 0 && despite === '') throw new FashenError('holiday-notice-unbalanced', { year: String(notice.year), days: Math.abs(balance) })
}

export const noticeHandlers: Pick<Handlers<typeof deadlinesContract>, NoticeMethods> = {
  'deadlines.readNotice': (_context, { text }) => readNotice(text),

  'deadlines.checkNotice': async (context, { notice }) => {
    const problems = noticeProblems(notice, context.catalogue.statutoryHolidays)
    const balance = makeUpBalance(notice, context.catalogue.statutoryHolidays)
    return { problems, balance, effect: problems.length > 0 ? null : effectOf(await recountFor(context, notice)) }
  },

  'deadlines.saveNotice': async (context, { notice, expectedSeq, despite }) => {
    requireHappened(context, 'deadlines.saveNotice', { publishedOn: notice.publishedOn })
    requireGood(context, notice, despite)
    const actual = keptNotices(context.reader).find((one) => one.notice.year === notice.year)?.seq ?? 0
    if (actual !== expectedSeq) throw new FashenError('conflict', { subject: 'holidayNotice', id: String(notice.year), expected: expectedSeq, actual })
    const recount = await recountFor(context, notice)
    const effect = effectOf(recount)
    const content = { seq: expectedSeq + 1, despite, notice, moved: recount.clocks.filter(({ isMoved }) => isMoved).map(({ caseId, clock, before, after }) => ({ caseId, clock, before: before.due, after: after.due })) }
    context.act({ act: 'calendar.saveNotice', subject: `calendar/${notice.year}`, content }, (writer) => {
      insertNotice(writer, notice, expectedSeq + 1, despite, context.person.id, context.instant())
      writeRecount(writer, recount, notice.year)
    })
    context.catalogueInForce.changed()
    context.emit({ kind: 'changed', subject: 'station' })
    context.emit({ kind: 'changed', subject: 'case' })
    return effect
  },

  'deadlines.notices': ({ reader }) => keptNotices(reader),

  'deadlines.recounting': (context) => recountingOf(context),
}
