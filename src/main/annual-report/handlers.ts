/** The annual report: read, completed by hand, written, made as a paper, marked as published, and called to mind. */
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { figureKey, tablesOf } from '../../shared/annual-report/known-figures.ts'
import { isBlocking, isEnterable } from '../../shared/annual-report/report.ts'
import { reportDocument } from '../../shared/annual-report/report-document.ts'
import { unknownPlaces } from '../../shared/annual-report/report-text.ts'
import { dutyOf, reminderOf } from '../../shared/annual-report/reminder.ts'
import type { annualReportContract } from '../../shared/annual-report/contract.ts'
import type { MadePaper, PaperFormat } from '../../shared/documents/made-paper.ts'
import { sha256Schema, type IsoDate, type IsoInstant } from '../../shared/values/values.ts'
import { sha256Hex } from '../audit/chain.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { makePaper } from '../documents/held-papers.ts'
import { insertRecord, publicationOf, publishedYears, remindDaysOf, type NewRecord } from './annual-record.ts'
import { annualReportOf, figuresNow, placesIn } from './annual-view.ts'
import { yearSpan } from './annual-facts.ts'

type Recorded = Omit<NewRecord<'figure'>, 'by' | 'at'> | Omit<NewRecord<'standing'>, 'by' | 'at'> | Omit<NewRecord<'text'>, 'by' | 'at'> | Omit<NewRecord<'publication'>, 'by' | 'at'>

/** One row and its audit entry; whoever shows the report asks again. */
function record(context: CallContext, act: string, row: Recorded, more: Readonly<Record<string, unknown>> = {}): void {
  const { year, key, content } = row
  context.act({ act: `annualReport.${act}`, subject: `annualReport/${year}`, content: { key, content, ...more } }, (writer) =>
    insertRecord(writer, { ...row, by: context.person.id, at: context.instant() } as NewRecord<'figure'>),
  )
  context.emit({ kind: 'changed', subject: 'annualReport' })
}

/** What is published is not changed under it; the mark is taken back first, with a reason. */
function requireOpen(context: CallContext, year: number): void {
  const published = publicationOf(context.reader, year)
  if (published !== null) throw new FashenError('annual-report-published', { year: String(year), day: published.publishedOn })
}

function requireFigure({ catalogue }: CallContext, key: string, value: number | null): void {
  const item = tablesOf(catalogue.annualReport).flatMap(({ table, items }) => items.filter(({ id }) => figureKey(table, id) === key))[0]
  if (item === undefined || !isEnterable(item.source.how)) throw new FashenError('not-found', { subject: 'annualFigure', id: key })
  const fits = value === null || (item.unit === 'amount' ? Math.round(value * 100) / 100 === value : Number.isInteger(value))
  if (!fits) throw new FashenError('invalid-input', { method: 'annualReport.setFigure', field: 'value', problem: item.unit === 'amount' ? 'more-than-two-decimals' : 'not-whole' })
}

export const annualReportHandlers: Handlers<typeof annualReportContract> = {
  'annualReport.get': (context, { year }) => annualReportOf(context, year),

  'annualReport.setFigure': (context, { year, key, value, note }) => {
    requireOpen(context, year)
    requireFigure(context, key, value)
    record(context, 'setFigure', { year, kind: 'figure', key, content: value === null ? null : { value, note } })
    return annualReportOf(context, year)
  },

  'annualReport.setStanding': (context, { year, table, standing }) => {
    requireOpen(context, year)
    record(context, 'setStanding', { year, kind: 'standing', key: table, content: { standing } })
    return annualReportOf(context, year)
  },

  'annualReport.saveText': (context, { year, section, text }) => {
    requireOpen(context, year)
    if (!context.catalogue.annualReport.some(({ kind, id }) => kind === 'text' && id === section)) throw new FashenError('not-found', { subject: 'section', id: section })
    const unknown = text === null ? [] : unknownPlaces(text, placesIn(context, year))
    if (unknown.length > 0) throw new FashenError('annual-report-places', { places: unknown.map((one) => `{{${one}}}`) })
    record(context, 'saveText', { year, kind: 'text', key: section, content: text === null ? null : { text } })
    return annualReportOf(context, year)
  },

  'annualReport.setReminder': (context, { days }) => {
    context.act({ act: 'annualReport.setReminder', subject: 'annualReport', content: { days } }, (writer) =>
      insertRecord(writer, { year: null, kind: 'reminder', key: '', content: { days }, by: context.person.id, at: context.instant() }),
    )
    context.emit({ kind: 'changed', subject: 'annualReport' })
    return { days }
  },

  'annualReport.publish': (context, { year, publishedOn, place, proofId }) => {
    requireOpen(context, year)
    const [first, last] = [`${year + 1}-01-01`, context.today()]
    if (publishedOn < first || publishedOn > last) throw new FashenError('annual-report-day', { year: String(year), first, last })
    const staged = proofId === null ? null : context.staging.find(context.caller.connection, proofId, place)
    const proof = staged === null ? null : { name: staged.name, sha256: sha256Schema.parse(staged.sha256) }
    const missing = annualReportOf(context, year).missing.filter(isBlocking).length
    const figures = Object.fromEntries(figuresNow(context, year))
    record(context, 'publish', { year, kind: 'publication', key: '', content: { publishedOn, place, proof, figures } }, { missing })
    return annualReportOf(context, year)
  },

  'annualReport.takeBack': (context, { year, reason }) => {
    if (publicationOf(context.reader, year) === null) throw new FashenError('not-found', { subject: 'publication', id: String(year) })
    record(context, 'takeBack', { year, kind: 'publication', key: '', content: null }, { reason })
    return annualReportOf(context, year)
  },

  'annualReport.make': (context, { year, format }) => make(context, year, format),

  'annualReport.reminder': (context) => {
    const { reader, catalogue } = context
    const today = context.today()
    const thisYear = Number(today.slice(0, 4))
    const published = publishedYears(reader, [thisYear - 1, thisYear])
    const reminder = reminderOf(dutyOf(catalogue.annualReport), { today, remindDays: remindDaysOf(reader), published, since: beganOn(context, today) })
    return reminder === null ? null : { ...reminder, missing: annualReportOf(context, reminder.year).missing.filter(isBlocking).length }
  },
}

/** The day of the first entry of the chain: set-up. */
function beganOn({ reader }: CallContext, today: IsoDate): IsoDate {
  const first = reader.get<{ at: IsoInstant }>('SELECT at FROM audit ORDER BY seq LIMIT 1')
  return first === undefined ? today : civilDayOf(first.at)
}

async function make(context: CallContext, year: number, format: PaperFormat): Promise<MadePaper> {
  const report = annualReportOf(context, year)
  const { agency } = context.station()
  const paper = await makePaper(context, reportDocument(report, agency, context.today()), `${agency}${yearSpan(year).from.slice(0, 4)}年度行政执法统计年报`, format)
  // the act is written after the paper: an entry says what was made
  const content = { format, sha256: sha256Hex(paper.bytes), missing: report.missing.filter(isBlocking).length }
  context.act({ act: 'annualReport.make', subject: `annualReport/${year}`, content }, () => undefined)
  return paper.made
}
