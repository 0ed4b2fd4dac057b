/** Every clock of a stored case. */
import type { Clock, ClockRun } from '../../shared/deadlines/clock.ts'
import { runsOf } from '../../shared/deadlines/clocks-of.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { runClock } from '../../shared/deadlines/run-clock.ts'
import type { CaseId, IsoInstant } from '../../shared/values/values.ts'
import { requireCase, type CaseRecord } from '../cases/case-record.ts'
import type { Workbench } from '../core/handler.ts'
import { clockFactsOf, type ClockDesk } from './case-clock-facts.ts'
import { presentMoment } from './present-moment.ts'
import { calendarOf } from './review-clock.ts'
import { chosenWarnings } from './warnings.ts'

export function clockRunsOf(desk: ClockDesk, record: CaseRecord, asOf: IsoInstant): ClockRun[] {
  const facts = clockFactsOf(desk, record, civilDayOf(asOf))
  return runsOf(facts, calendarOf(desk.catalogue), desk.catalogue.periods, asOf)
}

/** As they stand now. Throws `not-found`. */
export function caseClocks(context: ClockDesk & Pick<Workbench, 'instant'>, caseId: CaseId): Clock[] {
  const { asOf } = presentMoment(context)
  const warnings = chosenWarnings(context.reader)
  const calendar = calendarOf(context.catalogue)
  return clockRunsOf(context, requireCase(context.reader, caseId), asOf).map((run) => runClock(run, calendar, asOf, warnings))
}
