/** Statistics (统计): a period beside the year before, as pictures with the numbers under them; printed and exported. */
import { Button, Segmented, Select, Skeleton } from 'antd'
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react'
import { ACTION_KINDS, HEADING_IDS, SEVERITIES } from '../../shared/catalogue/vocabulary.ts'
import { LONGEST_SPAN_YEARS, STATISTICS_FORMATS, statisticsQuerySchema, type Statistics, type StatisticsFormat, type StatisticsQuery } from '../../shared/statistics/contract.ts'
import { figureTables, quantityText, type Figure, type FigureRow, type FigureTable } from '../../shared/statistics/figure-tables.ts'
import { yearBefore } from '../../shared/statistics/figures.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { useSavePaper } from '../transport/save-paper.ts'
import { DataTable } from '../ui/data-table.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { today } from '../ui/formats.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { PictureBoundary } from '../ui/picture-boundary.tsx'
import { saveFile } from '../ui/save-file.ts'
import { ACTION_KIND_LABELS, SHORT_HEADING_LABELS } from '../ui/vocabulary-labels.ts'
import { csvOf } from './export-tables.ts'
import './statistics.css'

const NO_FIGURE: Figure = { now: { value: null, as: 'count' }, before: null }

const BarPicture = lazy(async () => ({ default: (await import('../ui/bar-picture.tsx')).BarPicture }))

/** Bars of a picture; the table below has all groups. */
const MOST_BARS = 10

const SPANS = ['year', 'lastYear', 'month', 'own'] as const
type Span = (typeof SPANS)[number]

function spanOf(span: Exclude<Span, 'own'>, day: string): { from: IsoDate; to: IsoDate } {
  const to = day as IsoDate
  if (span === 'month') return { from: `${day.slice(0, 7)}-01` as IsoDate, to }
  const year = span === 'year' ? day.slice(0, 4) : yearBefore(to).slice(0, 4)
  return { from: `${year}-01-01` as IsoDate, to: span === 'year' ? to : (`${year}-12-31` as IsoDate) }
}

interface Asked {
  readonly from: string | null
  readonly to: string | null
  readonly unit: string | null
  readonly kind: StatisticsQuery['kind']
  readonly reviewerId: StatisticsQuery['reviewerId']
}

function Filters(props: { readonly asked: Asked; readonly onChange: (change: Partial<Asked>) => void }): ReactNode {
  const { asked, onChange } = props
  const { t, pick } = useLanguage()
  const [span, setSpan] = useState<Span>('year')
  const units = useRead('statistics.units', {})
  const people = useRead('people.list', {})
  const choose = (next: Span): void => {
    setSpan(next)
    if (next !== 'own') onChange(spanOf(next, today()))
  }
  const reviewers = (people.data ?? []).filter(({ roles }) => roles.includes('reviewer'))
  return (
    <div className="statistics-filters">
      <Segmented<Span>
        aria-label={t('statistics:period')}
        value={span}
        options={SPANS.map((value) => ({ value, label: t(`statistics:span.${value}`) }))}
        onChange={choose}
      />
      {span === 'own' && (
        <>
          <DateField label={t('statistics:from')} value={asked.from} onChange={(from) => onChange({ from })} />
          <DateField label={t('statistics:to')} value={asked.to} onChange={(to) => onChange({ to })} />
          <span className="fs-soft">{t('statistics:longest', { years: LONGEST_SPAN_YEARS })}</span>
        </>
      )}
      <Select
        aria-label={t('statistics:unit')}
        placeholder={t('statistics:anyUnit')}
        allowClear
        popupMatchSelectWidth={false}
        value={asked.unit}
        options={(units.data ?? []).map((value) => ({ value, label: value }))}
        onChange={(unit) => onChange({ unit: unit ?? null })}
      />
      <Select
        aria-label={t('statistics:kind')}
        placeholder={t('statistics:anyKind')}
        allowClear
        popupMatchSelectWidth={false}
        value={asked.kind}
        options={ACTION_KINDS.map((value) => ({ value, label: pick(ACTION_KIND_LABELS[value]) }))}
        onChange={(kind) => onChange({ kind: kind ?? null })}
      />
      <Select
        aria-label={t('statistics:reviewer')}
        placeholder={t('statistics:anyReviewer')}
        allowClear
        popupMatchSelectWidth={false}
        value={asked.reviewerId}
        options={reviewers.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(reviewerId) => onChange({ reviewerId: reviewerId ?? null })}
      />
    </div>
  )
}

function Pictures({ got }: { readonly got: Statistics }): ReactNode {
  const { t, pick } = useLanguage()
  const months = useMemo(
    () => ({
      categories: got.byMonth.map(({ key }) => key.slice(2)),
      series: [
        { name: t('statistics:thisPeriod'), tone: '--fs-navy', values: got.byMonth.map(({ figures }) => figures.reviews) },
        { name: t('statistics:yearBefore'), tone: '--fs-line-strong', values: got.byMonth.map(({ before }) => before.reviews) },
      ],
    }),
    [got, t],
  )
  const headings = useMemo(
    () => ({
      categories: HEADING_IDS.map((id) => pick(SHORT_HEADING_LABELS[id])),
      series: SEVERITIES.map((severity, at) => ({
        name: t(`statistics:severity.${severity}`),
        tone: ['--fs-red', '--fs-amber', '--fs-navy'][at] ?? '--fs-navy',
        values: HEADING_IDS.map((_, heading) => got.period.defects[heading * SEVERITIES.length + at] ?? 0),
        stack: 'defects',
      })),
    }),
    [got, t, pick],
  )
  const divided = useMemo(() => {
    const of = (groups: readonly { readonly name: string; readonly figures: { readonly reviews: number }; readonly before: { readonly reviews: number } }[]) => {
      const shown = groups.slice(0, MOST_BARS)
      return {
        categories: shown.map(({ name }) => name),
        series: [
          { name: t('statistics:thisPeriod'), tone: '--fs-navy', values: shown.map(({ figures }) => figures.reviews) },
          { name: t('statistics:yearBefore'), tone: '--fs-line-strong', values: shown.map(({ before }) => before.reviews) },
        ],
      }
    }
    return { units: of(got.byUnit.map((one) => ({ ...one, name: one.key }))), reviewers: of(got.byReviewer) }
  }, [got, t])
  return (
    <div className="statistics-pictures">
      {[
        { id: 'months', title: t('statistics:picture.months'), ...months },
        { id: 'headings', title: t('statistics:picture.headings'), ...headings },
        { id: 'units', title: t('statistics:picture.units'), ...divided.units },
        { id: 'reviewers', title: t('statistics:picture.reviewers'), ...divided.reviewers },
      ].map(({ id, title, categories, series }) => (
        <Panel key={id} title={title}>
          <div className="statistics-picture" role="img" aria-label={title}>
            <PictureBoundary>
              <Suspense fallback={null}>
                <BarPicture categories={categories} series={series} />
              </Suspense>
            </PictureBoundary>
          </div>
        </Panel>
      ))}
    </div>
  )
}

/** Its own figure above that of the year before: side by side they would take twice the width of the window. */
function Compared({ now, before }: Figure): ReactNode {
  const { t, language } = useLanguage()
  return (
    <span className="fs-figures statistics-figure">
      {quantityText(now, language)}
      {before === null ? null : <small className="fs-soft">{t('statistics:before', { figure: quantityText(before, language) })}</small>}
    </span>
  )
}

function FigurePanel({ table }: { readonly table: FigureTable }): ReactNode {
  const columns = [
    { key: '', title: table.first, render: (row: FigureRow): ReactNode => row.name },
    ...table.columns.map(({ title }, at) => ({
      key: String(at),
      title,
      narrow: true,
      render: (row: FigureRow): ReactNode => <Compared {...(row.figures[at] ?? NO_FIGURE)} />,
    })),
  ]
  return (
    <Panel title={table.title} flush>
      <DataTable label={table.title} columns={columns} rows={table.rows} rowKey={(row) => row.name} />
      {table.note === undefined ? null : <p className="fs-soft statistics-note">{table.note}</p>}
    </Panel>
  )
}

/** The figures as a paper (打印件), PDF or Word, or as a workbook, with the numbers that stand on the screen. */
function Papers({ query }: { readonly query: StatisticsQuery | undefined }): ReactNode {
  const { t, language } = useLanguage()
  const make = useWrite('statistics.make')
  const save = useSavePaper()
  const [error, setError] = useState<unknown>(null)
  const get = (format: StatisticsFormat): void => {
    if (query === undefined) return
    setError(null)
    make.mutateAsync({ query, format, language }).then(save).catch(setError)
  }
  return (
    <>
      {STATISTICS_FORMATS.map((format) => (
        <Button key={format} disabled={query === undefined} loading={make.isPending && make.variables.format === format} onClick={() => get(format)}>
          {t(`statistics:paper.${format}`)}
        </Button>
      ))}
      <ErrorNotice error={error} />
    </>
  )
}

export function StatisticsPage(): ReactNode {
  const { t, pick, language } = useLanguage()
  const catalogue = useCatalogue()
  const ruleUse = useRead('prereview.rules', {})
  const [asked, setAsked] = useState<Asked>(() => ({ ...spanOf('year', today()), unit: null, kind: null, reviewerId: null }))
  const query = statisticsQuerySchema.safeParse(asked)
  const statistics = useRead('statistics.get', { query: query.data ?? ({} as StatisticsQuery) }, { enabled: query.success })
  const got = query.success ? statistics.data : undefined
  const names = {
    type: (code: string) => {
      const row = catalogue?.opinionTypes.find(({ id }) => id === code)
      return row === undefined ? code : pick(row.name)
    },
    rule: (id: string) => {
      const rule = ruleUse.data?.find((one) => one.id === id)
      return rule === undefined ? id : pick(rule.name)
    },
  }
  const tables = got === undefined ? [] : figureTables(language, names, got)
  const heading = got === undefined ? '' : t('statistics:heading1', { from: got.query.from, to: got.query.to })
  const extra = (
    <>
      <Button disabled={got === undefined} onClick={() => window.print()}>
        {t('statistics:print')}
      </Button>
      <Button disabled={got === undefined} onClick={() => saveFile(`${t('statistics:title')} ${asked.from}–${asked.to}.csv`, csvOf(heading, tables, language))}>
        {t('statistics:export')}
      </Button>
      <Papers query={got?.query} />
    </>
  )
  return (
    <Page title={t('statistics:title')} subtitle={heading} extra={extra}>
      <Filters asked={asked} onChange={(change) => setAsked({ ...asked, ...change })} />
      {query.success ? null : <p className="fs-red">{t('statistics:wrongSpan', { years: LONGEST_SPAN_YEARS })}</p>}
      <ErrorNotice error={statistics.error} onRetry={() => void statistics.refetch()} />
      {query.success && got === undefined && statistics.error === null && <Skeleton active />}
      {got !== undefined && got.period.reviews + got.periodBefore.reviews + got.period.received === 0 ? (
        <Empty title={t('statistics:nothing')} hint={t('statistics:nothingHint')} />
      ) : null}
      {got !== undefined && got.period.reviews + got.periodBefore.reviews > 0 ? <Pictures got={got} /> : null}
      {got !== undefined && got.provisionalYears.some((year) => year >= Number(got.query.from.slice(0, 4))) ? (
        <p className="fs-amber">{t('statistics:provisional', { years: got.provisionalYears.join('、') })}</p>
      ) : null}
      {tables.map((table) => (
        <FigurePanel key={table.id} table={table} />
      ))}
    </Page>
  )
}
