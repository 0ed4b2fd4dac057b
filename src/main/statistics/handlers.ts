/** Statistics: asked for a period, computed from the issued reviews; defects found later are recorded here. */
import { v7 as uuidv7 } from 'uuid'
import { FashenError } from '../../shared/errors/errors.ts'
import type { MadePaper } from '../../shared/documents/made-paper.ts'
import { RULES } from '../../shared/prereview/rules.ts'
import {
  NO_OUTCOMES,
  type FigureGroup,
  type LaterDefect,
  type OutcomeGroup,
  type Statistics,
  type statisticsContract,
  type StatisticsFormat,
  type StatisticsQuery,
} from '../../shared/statistics/contract.ts'
import { statisticsDocument, type StatisticsPaper } from '../../shared/statistics/statistics-document.ts'
import { TABLE_WORDS } from '../../shared/statistics/table-words.ts'
import { yearBefore } from '../../shared/statistics/figures.ts'
import type { CaseId, Language } from '../../shared/values/values.ts'
import { sha256Hex } from '../audit/chain.ts'
import { requireCase } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { calendarOf } from '../deadlines/review-clock.ts'
import { XLSX } from '../cases/workbook-job.ts'
import { holdPaper, makePaper } from '../documents/held-papers.ts'
import { fileNameOf } from '../documents/made-documents.ts'
import { personName } from '../people/people.ts'
import type { Reader } from '../store/database.ts'
import { foundLater, redCases, ruleFigures, workloadOf } from './case-figures.ts'
import { outcomesOf } from './case-outcomes.ts'
import { walkReviews } from './review-walk.ts'
import { statisticsWorkbook } from './statistics-workbook.ts'

export const statisticsHandlers: Handlers<typeof statisticsContract> = {
  'statistics.get': (context, { query }) => statisticsOf(context, query),

  'statistics.make': (context, { query, format, language }) => make(context, query, format, language),

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
     FROM later_defects l JOIN people p ON p.id = l.recorded_by WHERE l.case_id = ? AND NOT EXISTS (SELECT 1 FROM later_defects_taken_back b WHERE b.defect_id = l.id) ORDER BY l.id`,
    caseId,
  )
}

export function statisticsOf({ reader, catalogue }: Pick<CallContext, 'reader' | 'catalogue'>, query: StatisticsQuery): Statistics {
  const before = { from: yearBefore(query.from), to: yearBefore(query.to) }
  const walked = walkReviews(reader, calendarOf(catalogue), query)
  const [now, earlier] = [outcomesOf(reader, query, query.from, query.to), outcomesOf(reader, query, before.from, before.to)]
  const withOutcomes = <Key extends string>(groups: readonly FigureGroup<Key>[], way: 'byUnit' | 'byKind' | 'byReviewer'): OutcomeGroup<Key>[] =>
    groups.map((group) => ({ ...group, outcomes: now[way].get(group.key) ?? NO_OUTCOMES, outcomesBefore: earlier[way].get(group.key) ?? NO_OUTCOMES }))
  const byReviewer = withOutcomes(walked.byReviewer.groups(), 'byReviewer')
  return {
    query,
    before,
    period: { ...walked.period.figures(), ...now.all, received: now.received, decided: now.decided, red: redCases(reader, query, query.from, query.to) },
    periodBefore: { ...walked.periodBefore.figures(), ...earlier.all, received: earlier.received, decided: earlier.decided, red: redCases(reader, query, before.from, before.to) },
    byMonth: walked.byMonth.groups().sort((one, other) => (one.key < other.key ? -1 : 1)),
    byUnit: withOutcomes(walked.byUnit.groups(), 'byUnit'),
    byKind: withOutcomes(walked.byKind.groups(), 'byKind'),
    byReviewer: byReviewer.map((group) => ({ ...group, name: personName(reader, group.key) })),
    byType: walked.byType.groups().map(({ key, figures, before: inYearBefore }) => ({ key, reviews: figures.reviews, before: inYearBefore.reviews })),
    foundLater: foundLater(reader, query, query.from, query.to),
    foundLaterBefore: foundLater(reader, query, before.from, before.to),
    rules: ruleFigures(reader, query),
    workload: workloadOf(reader, new Map(byReviewer.map(({ key, figures, before: inYearBefore }) => [key, [figures.reviews, inYearBefore.reviews]]))),
    provisionalYears: walked.provisionalYears,
  }
}

async function makeWorkbook(context: CallContext, title: string, got: Statistics, paper: StatisticsPaper): Promise<{ readonly made: MadePaper; readonly bytes: Uint8Array }> {
  const bytes = await statisticsWorkbook(got, paper)
  return { made: holdPaper(context, { name: fileNameOf(title, 'xlsx'), mediaType: XLSX, bytes }), bytes }
}

async function make(context: CallContext, query: StatisticsQuery, format: StatisticsFormat, language: Language): Promise<MadePaper> {
  const { catalogue } = context
  const rules = new Map(RULES.map(({ id, name }) => [id, name]))
  const names = {
    type: (code: string): string => catalogue.opinionTypes.find(({ id }) => id === code)?.name[language] ?? code,
    rule: (id: string): string => rules.get(id)?.[language] ?? id,
  }
  const { agency } = context.station()
  const paper = { agency, language, names, today: context.today() }
  const got = statisticsOf(context, query)
  const title = `${TABLE_WORDS.title[language]} ${query.from}–${query.to}`
  const { made, bytes } = format === 'xlsx' ? await makeWorkbook(context, title, got, paper) : await makePaper(context, statisticsDocument(got, paper), title, format)
  // who took which figures out of the station; written after the paper, so that the entry says what was made
  context.act({ act: 'statistics.make', subject: 'statistics', content: { query, format, sha256: sha256Hex(bytes) } }, () => undefined)
  return made
}
