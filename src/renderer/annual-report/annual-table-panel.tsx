/** One of the six tables: what is reported, from where, beside the year before, and what can be entered. */
import { Button, Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import type { AnnualFigure, AnnualTable, FigureOrigin, Standing } from '../../shared/annual-report/report.ts'
import { STANDINGS } from '../../shared/annual-report/report.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { DataTable, type DataColumn } from '../ui/data-table.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatMoment } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark, UnverifiedMark, type MarkTone } from '../ui/state-tag.tsx'
import { changeSigned, figureWords } from './figure-words.ts'

const TONES: Record<FigureOrigin, MarkTone> = { station: 'plain', entered: 'navy', sum: 'plain', missing: 'red', noDuty: 'plain' }

interface AnnualTablePanelProps {
  readonly year: number
  readonly table: AnnualTable
  /** False for who only reads, and once the report is published. */
  readonly editable: boolean
  readonly onEnter: (figure: AnnualFigure) => void
}

export function AnnualTablePanel({ year, table, editable, onEnter }: AnnualTablePanelProps): ReactNode {
  const { t, pick, language } = useLanguage()
  const [openNotes, setOpenNotes] = useState(false)
  const { standing, settled, figures, notes, verified, source } = table
  return (
    <div id={table.table} tabIndex={-1} className="annual-table">
      <Panel title={pick(table.title)} extra={verified ? undefined : <UnverifiedMark />} flush>
        <StandingChoice year={year} table={table} editable={editable} />
        {standing === 'noDuty' ? <p className="annual-line fs-soft">{table.noDuty}</p> : <Figures table={table} figures={figures} editable={editable} onEnter={onEnter} />}
        {settled === null || standing === 'open' ? null : (
          <p className="annual-line fs-soft">{t('annualReport:standing.settled', { by: settled.by, at: formatMoment(settled.at, language) })}</p>
        )}
        <p className="annual-line">
          <Button type="link" size="small" className="annual-notes-button" aria-expanded={openNotes} onClick={() => setOpenNotes(!openNotes)}>
            {t('annualReport:notes')}
          </Button>
        </p>
        {openNotes ? (
          <ol className="annual-notes fs-soft">
            {[...notes.map((one) => pick(one)), t('annualReport:source', { source })].map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ol>
        ) : null}
      </Panel>
    </div>
  )
}

function StandingChoice({ year, table, editable }: { readonly year: number; readonly table: AnnualTable; readonly editable: boolean }): ReactNode {
  const { t } = useLanguage()
  const write = useWrite('annualReport.setStanding')
  return (
    <div className="annual-standing">
      <Segmented<Standing>
        size="small"
        aria-label={t('annualReport:standing.label')}
        disabled={!editable || write.isPending}
        value={table.standing}
        options={STANDINGS.map((value) => ({ value, label: t(`annualReport:standing.${value}`) }))}
        onChange={(standing) => write.mutate({ year, table: table.table, standing })}
      />
      <span className="fs-soft">{t(`annualReport:standing.explain.${table.standing}`)}</span>
      <ErrorNotice error={write.error} />
    </div>
  )
}

function Figures({ table, figures, editable, onEnter }: Pick<AnnualTablePanelProps, 'table' | 'editable' | 'onEnter'> & { readonly figures: readonly AnnualFigure[] }): ReactNode {
  const { t, pick, language } = useLanguage()
  const number = (text: string): ReactNode => <span className="fs-figures">{text}</span>
  const columns: DataColumn<AnnualFigure>[] = [
    { key: 'label', title: t('annualReport:column.item'), render: ({ label, measure }) => `${pick(label)}${language === 'zh-CN' ? `（${pick(measure)}）` : ` (${pick(measure)})`}` },
    { key: 'value', title: t('annualReport:column.value'), narrow: true, render: ({ value, unit }) => <b>{number(figureWords(value, unit))}</b> },
    { key: 'before', title: t('annualReport:column.before'), narrow: true, render: ({ before, unit }) => number(figureWords(before, unit)) },
    { key: 'change', title: t('annualReport:column.change'), narrow: true, render: ({ value, before, unit }) => number(changeSigned(value, before, unit)) },
    { key: 'known', title: t('annualReport:column.known'), narrow: true, render: ({ known, unit }) => number(figureWords(known, unit)) },
    { key: 'origin', title: t('annualReport:column.origin'), render: (figure) => <Origin figure={figure} /> },
    {
      key: 'enter',
      title: t('annualReport:column.act'),
      narrow: true,
      render: (figure) =>
        editable && figure.enterable ? (
          <Button size="small" aria-label={t('annualReport:enterOf', { label: pick(figure.label) })} onClick={() => onEnter(figure)}>
            {t(figure.entered === null ? 'annualReport:enter' : 'annualReport:change')}
          </Button>
        ) : null,
    },
  ]
  return <DataTable label={pick(table.title)} columns={columns} rows={figures} rowKey={({ key }) => key} />
}

function Origin({ figure }: { readonly figure: AnnualFigure }): ReactNode {
  const { t, language } = useLanguage()
  const { origin, entered, below } = figure
  return (
    <>
      <Mark tone={TONES[origin]}>{t(`annualReport:origin.${origin}`)}</Mark>{' '}
      {below ? <Mark tone="amber">{t('annualReport:below')}</Mark> : null}
      {entered === null ? null : <span className="fs-soft"> {t('annualReport:enteredBy', { by: entered.by, at: formatMoment(entered.at, language), note: entered.note })}</span>}
    </>
  )
}
