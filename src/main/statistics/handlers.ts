/** Statistics: asked for a period, computed from the issued reviews; defects found later are recorded here. */
import { v7 as uuidv7 } from 'uuid'
import { FashenError } from '../../shared/errors/errors.ts'
import type { LaterDefect, Statistics, statisticsContract, StatisticsQuery } from '../../shared/statistics/contract.ts'
import { yearBefore } from '../../shared/statistics/figures.ts'
import type { CaseId } from '../../shared/values/values.ts'
import { requireCase } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { calendarOf } from '../deadlines/review-clock.ts'
import { personName } from '../people/people.ts'
import type { Reader } from '../store/database.ts'
import { caseFigures, ruleFigures, workloadOf } from './case-figures.ts'
import { walkReviews } from './review-walk.ts'

export const statisticsHandlers: Handlers<typeof statisticsContract> = {
  'statistics.get': (context, { query }) => statisticsOf(context, query),

  'statistics.units': ({ reader }) =>
    reader.all<{ unit: string }>('SELECT unit FROM issued_reviews GROUP BY unit ORDER BY count(*) DESC, unit LIMIT 200').map(({ unit }) => unit),

  'statistics.laterDefects': ({ reader }, { caseId }) => laterDefectsOf(reader, requireCase(reader, caseId).id),

  'statistics.recordLaterDefect': (context, { caseId, defect }) => {
    const { reader } = context
    const record = requireCase(reader, caseId)
    const last = reader.get<{ round: number; issued_on: string }>(
      'SELECT round, issued_on FROM issued_reviews WHERE case_id = ? ORDER BY round DESC LIMIT 1',
      caseId,
    )
    if (last === undefined) throw new FashenError('not-found', { subject: 'opinion', id: caseId })
    if (defect.foundOn < last.issued_on || defect.foundOn > context.today()) {
      throw new FashenError('invalid-input', { method: 'statistics.recordLaterDefect', field: 'defect.foundOn', problem: `${last.issued_on}…${context.today()}` })
    }
    const id = uuidv7()
    context.act({ act: 'case.laterDefect', subject: `case/${record.id}`, content: { id, round: last.round, ...defect } }, (writer) =>
      writer.run(
        `INSERT INTO later_defects (id, case_id, round, source, found_on, heading, severity, description, recorded_by, recorded_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        id,
        record.id,
        last.round,
        defect.source,
        defect.foundOn,
        defect.heading,
        defect.severity,
        defect.description,
        context.person.id,
        context.instant(),
      ),
    )
    context.emit({ kind: 'changed', subject: 'case', id: caseId })
    return { id }
  },
}

function laterDefectsOf(reader: Reader, caseId: CaseId): LaterDefect[] {
  return reader.all<LaterDefect>(
    `SELECT l.id, l.round, l.source, l.found_on AS foundOn, l.heading, l.severity, l.description, p.name AS recordedBy, l.recorded_at AS recordedAt
     FROM later_defects l JOIN people p ON p.id = l.recorded_by WHERE l.case_id = ? ORDER BY l.id`,
    caseId,
  )
}

export function statisticsOf({ reader, catalogue }: Pick<CallContext, 'reader' | 'catalogue'>, query: StatisticsQuery): Statistics {
  const before = { from: yearBefore(query.from), to: yearBefore(query.to) }
  const walked = walkReviews(reader, calendarOf(catalogue), query)
  const byReviewer = walked.byReviewer.groups()
  return {
    query,
    before,
    period: { ...walked.period.figures(), ...caseFigures(reader, query, query.from, query.to) },
    periodBefore: { ...walked.periodBefore.figures(), ...caseFigures(reader, query, before.from, before.to) },
    byMonth: walked.byMonth.groups().sort((one, other) => (one.key < other.key ? -1 : 1)),
    byUnit: walked.byUnit.groups(),
    byKind: walked.byKind.groups(),
    byReviewer: byReviewer.map((group) => ({ ...group, name: personName(reader, group.key) })),
    byType: walked.byType.groups().map(({ key, figures, before: earlier }) => ({ key, reviews: figures.reviews, before: earlier.reviews })),
    rules: ruleFigures(reader, query),
    workload: workloadOf(reader, new Map(byReviewer.map(({ key, figures }) => [key, figures.reviews]))),
    provisionalYears: walked.provisionalYears,
  }
}
