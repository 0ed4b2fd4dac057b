/** The annual report (年度报告): six tables, text, what is missing, the paper, and its publication. */
import { Button, Select, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import type { AnnualReport } from '../../shared/annual-report/contract.ts'
import type { AnnualFigure } from '../../shared/annual-report/report.ts'
import { PAPER_FORMATS, type PaperFormat } from '../../shared/documents/made-paper.ts'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { useSavePaper } from '../transport/save-paper.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatDay, thisYear, today } from '../ui/formats.ts'
import { Page } from '../ui/page.tsx'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'
import { AnnualTablePanel } from './annual-table-panel.tsx'
import { FigureDialog } from './figure-dialog.tsx'
import { MissingPanel } from './missing-panel.tsx'
import { PublicationPanel, PublishDialog } from './publication.tsx'
import { ReminderDialog } from './reminder-dialog.tsx'
import { TextPanel } from './text-panel.tsx'
import './annual-report.css'

/** Years that can be chosen, this one and those before. */
const YEARS = 6
/** In the first months it is the year before that is reported. */
const LAST_MONTH_OF_REPORTING = '06'

function firstYear(): number {
  return today().slice(5, 7) <= LAST_MONTH_OF_REPORTING ? thisYear() - 1 : thisYear()
}

export function AnnualReportPage(): ReactNode {
  const { t, language } = useLanguage()
  const mayWrite = useMayCall('annualReport.setFigure')
  const [year, setYear] = useState(firstYear)
  const read = useRead('annualReport.get', { year }, { keepPrevious: true })
  const [entering, setEntering] = useState<AnnualFigure | null>(null)
  const [dialog, setDialog] = useState<'publish' | 'reminder' | null>(null)
  const report = read.data?.year === year ? read.data : undefined
  const editable = mayWrite && report !== undefined && report.publication === null
  const years = Array.from({ length: YEARS }, (_, at) => thisYear() - at)
  const extra = (
    <>
      <Select aria-label={t('annualReport:year')} value={year} options={years.map((value) => ({ value, label: t('annualReport:yearOf', { year: value }) }))} onChange={setYear} />
      <Papers report={report} />
      {mayWrite ? <Button disabled={report === undefined} onClick={() => setDialog('reminder')}>{t('annualReport:reminder.button')}</Button> : null}
      {editable ? (
        <Button type="primary" onClick={() => setDialog('publish')}>
          {t('annualReport:publish.act')}
        </Button>
      ) : null}
    </>
  )
  return (
    <Page title={t('annualReport:title')} subtitle={report === undefined ? '' : t('annualReport:dueOn', { due: formatDay(report.dueOn, language) })} marks={report === undefined ? undefined : <Standing report={report} />} extra={extra}>
      <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
      {report === undefined && read.error === null ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
      {report === undefined ? null : (
        <>
          <PublicationPanel report={report} may={mayWrite} />
          <MissingPanel report={report} editable={editable} onEnter={setEntering} />
          <p className="fs-soft">{t(report.beforePublished ? 'annualReport:beforePublished' : 'annualReport:beforeComputed')}</p>
          {report.tables.map((table) => (
            <AnnualTablePanel key={table.table} year={year} table={table} editable={editable} onEnter={setEntering} />
          ))}
          <TextPanel key={year} report={report} editable={editable} />
        </>
      )}
      {entering === null ? null : <FigureDialog key={entering.key} year={year} figure={entering} onClose={() => setEntering(null)} />}
      {dialog === 'publish' && report !== undefined ? <PublishDialog report={report} onClose={() => setDialog(null)} /> : null}
      {dialog === 'reminder' && report !== undefined ? <ReminderDialog days={report.remindDays} onClose={() => setDialog(null)} /> : null}
    </Page>
  )
}

function Standing({ report }: { readonly report: AnnualReport }): ReactNode {
  const { t } = useLanguage()
  return (
    <>
      <Mark tone={report.publication === null ? 'amber' : 'green'}>{t(report.publication === null ? 'annualReport:publish.open' : 'annualReport:publish.done')}</Mark>
      {report.dutyVerified ? null : <UnverifiedMark />}
    </>
  )
}

function Papers({ report }: { readonly report: AnnualReport | undefined }): ReactNode {
  const { t } = useLanguage()
  const make = useWrite('annualReport.make')
  const save = useSavePaper()
  const [error, setError] = useState<unknown>(null)
  const get = (format: PaperFormat): void => {
    if (report === undefined) return
    setError(null)
    make.mutateAsync({ year: report.year, format }).then(save).catch(setError)
  }
  return (
    <>
      {PAPER_FORMATS.map((format) => (
        <Button key={format} disabled={report === undefined} loading={make.isPending && make.variables.format === format} onClick={() => get(format)}>
          {t(`annualReport:paper.${format}`)}
        </Button>
      ))}
      <ErrorNotice error={error} />
    </>
  )
}
