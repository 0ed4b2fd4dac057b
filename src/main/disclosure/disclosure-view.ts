/** Everything that the tab 公开 shows of one case. */
import { rulesOfKind } from '../../shared/catalogue/disclosure-rules.ts'
import type { DecisionChange, Disclosure } from '../../shared/disclosure/contract.ts'
import type { Clock } from '../../shared/deadlines/clock.ts'
import { runClock } from '../../shared/deadlines/run-clock.ts'
import { exceptionsFor } from '../../shared/disclosure/duties.ts'
import { metBy, statusOf } from '../../shared/disclosure/standing.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { clockRunsOf } from '../deadlines/case-clocks.ts'
import { presentMoment } from '../deadlines/present-moment.ts'
import { calendarOf } from '../deadlines/review-clock.ts'
import { chosenWarnings } from '../deadlines/warnings.ts'
import type { Reader } from '../store/database.ts'
import { caseDisclosure, type CaseDisclosure } from './case-disclosure.ts'
import { mayHandleDisclosure } from './handling.ts'
import { maskSources } from './masking-handlers.ts'
import { maskingsOf, summaryOf } from './masking-record.ts'

function clocksOf(context: CallContext, record: CaseRecord): ReadonlyMap<string, Clock> {
  const { asOf } = presentMoment(context)
  const calendar = calendarOf(context.catalogue)
  const warnings = chosenWarnings(context.reader)
  const runs = clockRunsOf(context, record, asOf).filter(({ subject }) => subject === 'publication' || subject === 'publicationWithdrawal')
  return new Map(runs.map((run) => [run.key, runClock(run, calendar, asOf, warnings)]))
}

/** A defect that was found by reconsideration or a court: was the decision changed too? */
function hasLaterDefect(reader: Reader, caseId: string): boolean {
  return reader.get("SELECT 1 FROM later_defects WHERE case_id = ? AND source IN ('reconsideration', 'court') LIMIT 1", caseId) !== undefined
}

function changesIn(standing: CaseDisclosure, clocks: ReadonlyMap<string, Clock>): DecisionChange[] {
  return standing.changes.map((change, index) => ({
    ...change,
    publications: standing.registered.changes[index]?.publications ?? [],
    clock: clocks.get(`publicationWithdrawal/${index + 1}`) ?? null,
  }))
}

export function disclosureView(context: CallContext, record: CaseRecord): Disclosure {
  const { reader, catalogue, person } = context
  const standing = caseDisclosure(context, record)
  const { decision, registered, publications, withholdings } = standing
  const clocks = clocksOf(context, record)
  const changes = changesIn(standing, clocks)
  const may = mayHandleDisclosure(context, record)
  const withheld = registered.withheldOn !== null
  const waiting = withholdings.find(({ settled }) => settled === null)
  const down = (id: string): string | null => registered.changes.find(({ publications: up }) => up.includes(id))?.withdrawnOn ?? null
  return {
    status: statusOf(registered),
    decision: decision === null ? null : { number: decision.number, decidedOn: decision.decidedOn, irregular: decision.irregular },
    duties: registered.duties.flatMap((rule, index) => {
      const clock = clocks.get(`publication/${index + 1}`)
      return clock === undefined ? [] : [{ rule, clock, metBy: metBy(rule, registered.publications)?.id ?? null }]
    }),
    places: rulesOfKind(catalogue.disclosureRules, 'place'),
    exceptions: decision === null ? [] : exceptionsFor(catalogue.disclosureRules, decision, changes.length > 0),
    publications: publications.map((one) => ({ ...one, withdrawnOn: down(one.id) as Disclosure['publications'][number]['withdrawnOn'] })),
    withholdings: withholdings.map(({ proposedBy, settledOn: _on, rule: _rule, ...one }) => ({ ...one, own: proposedBy === person.id })),
    changes,
    maskings: maskingsOf(reader, record.id).map(summaryOf),
    sources: maskSources(reader, record.id),
    laterDefect: changes.length === 0 && hasLaterDefect(reader, record.id),
    may: {
      publish: may && decision !== null && !withheld && changes.every(({ withdrawal }) => withdrawal === null),
      propose: may && decision !== null && publications.length === 0 && !withheld && waiting === undefined,
      settle: may && waiting !== undefined && waiting.proposedBy !== person.id && (person.roles.includes('reviewer') || person.roles.includes('head')),
      mask: may,
      change: may && decision !== null,
    },
  }
}
