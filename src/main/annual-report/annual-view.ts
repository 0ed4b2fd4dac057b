/** The report of a year as it stands: tables, text, what is missing, and the year before. */
import type { AnnualTextRow } from '../../shared/catalogue/annual-report.ts'
import type { AnnualReport, AnnualSection, Publication } from '../../shared/annual-report/contract.ts'
import { knownFigures, type FigureKey } from '../../shared/annual-report/known-figures.ts'
import { annualTables, missingFromTables, reportedFigures, type Missing } from '../../shared/annual-report/report.ts'
import { filledText, placesOf, type Places } from '../../shared/annual-report/report-text.ts'
import { dueDayOf, dutyOf } from '../../shared/annual-report/reminder.ts'
import type { CallContext } from '../core/handler.ts'
import { statisticsOf } from '../statistics/handlers.ts'
import { annualFacts, undecidedOf, yearSpan } from './annual-facts.ts'
import { entriesOf, publicationOf, remindDaysOf, textOf } from './annual-record.ts'

export type AnnualContext = Pick<CallContext, 'reader' | 'catalogue' | 'today' | 'station'>

type Figures = ReadonlyMap<FigureKey, number | null>

const knownOf = ({ reader, catalogue }: AnnualContext, year: number): Figures => knownFigures(catalogue.annualReport, annualFacts(reader, yearSpan(year)))

/** What the report of a year says now, whether published or not. */
export function figuresNow(context: AnnualContext, year: number, known = knownOf(context, year)): Figures {
  return reportedFigures(context.catalogue.annualReport, known, entriesOf(context.reader, year))
}

function textRows({ catalogue }: AnnualContext): AnnualTextRow[] {
  return catalogue.annualReport.filter((row) => row.kind === 'text').sort((one, other) => one.order - other.order)
}

interface Section {
  readonly section: AnnualSection
  readonly unwritten: boolean
}

function sectionsOf(context: AnnualContext, year: number, places: Places): Section[] {
  return textRows(context).map(({ id, title, text, toWrite }) => {
    const own = textOf(context.reader, year, id)
    const takenOver = own !== undefined && own.content !== null && own.year !== year
    const written = own !== undefined && own.content !== null && !takenOver ? { by: own.by, at: own.at } : null
    const used = own?.content?.text ?? text
    // what is to be written each year is not written because last year's stands there
    const section = { id, title, text: used, filled: filledText(used, places), written, takenOver }
    return { section, unwritten: toWrite && written === null }
  })
}

export function placesIn(context: AnnualContext, year: number): Places {
  return assembled(context, year).places
}

function assembled(context: AnnualContext, year: number) {
  const known = knownOf(context, year)
  const { reader, catalogue } = context
  const rows = catalogue.annualReport
  const publishedBefore = publicationOf(reader, year - 1)
  const before: Figures = publishedBefore === null ? figuresNow(context, year - 1) : (new Map(Object.entries(publishedBefore.figures)) as Figures)
  const tables = annualTables(rows, known, entriesOf(reader, year), before)
  const { period, periodBefore } = statisticsOf(context, { ...yearSpan(year), unit: null, kind: null, reviewerId: null })
  const places = placesOf({ year, agency: context.station().agency, tables, review: period, reviewBefore: periodBefore })
  return { known, tables, places, beforePublished: publishedBefore !== null }
}

function publicationView(context: AnnualContext, year: number, known: Figures): Publication | null {
  const found = publicationOf(context.reader, year)
  if (found === null) return null
  const { figures, ...publication } = found
  const now = figuresNow(context, year, known)
  return { ...publication, changedSince: [...now].filter(([key, value]) => (figures[key] ?? null) !== value).map(([key]) => key) }
}

export function annualReportOf(context: AnnualContext, year: number): AnnualReport {
  const { reader, catalogue } = context
  const { known, tables, places, beforePublished } = assembled(context, year)
  const all = sectionsOf(context, year, places)
  const duty = dutyOf(catalogue.annualReport)
  const span = yearSpan(year)
  const passing = catalogue.opinionTypes.filter(({ passes }) => passes).map(({ id }) => id)
  const undecided = undecidedOf(reader, span, passing)
  const missing: Missing[] = [
    ...(context.today() <= span.to ? [{ kind: 'yearRuns' as const, until: span.to }] : []),
    ...missingFromTables(tables),
    ...all.filter(({ unwritten }) => unwritten).map(({ section: { id, title } }) => ({ kind: 'text' as const, section: id, label: title })),
    ...(undecided === 0 ? [] : [{ kind: 'undecided' as const, count: undecided }]),
  ]
  return {
    year,
    dueOn: dueDayOf(duty, year),
    dutyVerified: duty.verified,
    dutySource: duty.source,
    tables,
    sections: all.map(({ section }) => section),
    places: [...places].map(([name, { now, change }]) => ({ name, value: now, change: change !== null })),
    missing,
    publication: publicationView(context, year, known),
    beforePublished,
    remindDays: remindDaysOf(reader),
  }
}
