/** What is missing from the report, each with the place where it is entered. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { AnnualReport } from '../../shared/annual-report/contract.ts'
import { isBlocking, type AnnualFigure, type Missing } from '../../shared/annual-report/report.ts'
import { useLanguage } from '../language/language.ts'
import { formatDay } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { TEXT_PLACE } from './text-panel.tsx'

interface MissingPanelProps {
  readonly report: AnnualReport
  readonly editable: boolean
  readonly onEnter: (figure: AnnualFigure) => void
}

export function MissingPanel({ report, editable, onEnter }: MissingPanelProps): ReactNode {
  const { t, pick } = useLanguage()
  const { missing, tables } = report
  if (missing.length === 0) return null
  const figures = new Map(tables.flatMap((table) => table.figures.map((figure) => [figure.key, { figure, title: table.title }] as const)))
  const waiting = missing.filter(isBlocking).length
  // a table with many gaps is one line: its figures are named beside it
  const gaps = tables.flatMap(({ table, title }) => {
    const own = missing.flatMap((one) => (one.kind === 'figure' && one.table === table ? [figures.get(one.key)?.figure] : [])).filter((one) => one !== undefined)
    return own.length === 0 ? [] : [{ table, title, own }]
  })
  return (
    <Panel title={t('annualReport:missing.title')} extra={waiting === 0 ? <Mark tone="green">{t('annualReport:missing.none')}</Mark> : <Mark tone="red">{t('annualReport:missing.count', { count: waiting })}</Mark>}>
      <ul className="annual-missing">
        {gaps.map(({ table, title, own }) => (
          <li key={table}>
            <span>{t('annualReport:missing.figures', { table: pick(title) })}</span>{' '}
            {own.map((figure) =>
              editable ? (
                <Button key={figure.key} size="small" aria-label={t('annualReport:enterOf', { label: pick(figure.label) })} onClick={() => onEnter(figure)}>
                  {pick(figure.label)}
                </Button>
              ) : (
                <Mark key={figure.key}>{pick(figure.label)}</Mark>
              ),
            )}
          </li>
        ))}
        {missing
          .filter(({ kind }) => kind !== 'figure')
          .map((one) => (
            <li key={JSON.stringify(one)}>
              <Rest missing={one} />
            </li>
          ))}
      </ul>
    </Panel>
  )
}

/** The address names the screen (after #), so a place in it is gone to by hand; the focus goes with it. */
function GoTo({ id, children }: { readonly id: string; readonly children: ReactNode }): ReactNode {
  const go = (): void => {
    const place = document.getElementById(id)
    place?.scrollIntoView()
    place?.focus({ preventScroll: true })
  }
  return (
    <Button type="link" size="small" className="annual-goto" onClick={go}>
      {children}
    </Button>
  )
}

function Rest({ missing }: { readonly missing: Missing }): ReactNode {
  const { t, pick, language } = useLanguage()
  switch (missing.kind) {
    case 'yearRuns':
      return t('annualReport:missing.yearRuns', { until: formatDay(missing.until, language) })
    case 'undecided':
      return (
        <>
          {t('annualReport:missing.undecided', { count: missing.count })} <Link href="/cases">{t('annualReport:missing.toCases')}</Link>
        </>
      )
    case 'standing':
      return <GoTo id={missing.table}>{t('annualReport:missing.standing', { label: pick(missing.label) })}</GoTo>
    case 'text':
      return <GoTo id={TEXT_PLACE}>{t('annualReport:missing.text', { label: pick(missing.label) })}</GoTo>
    case 'figure':
    case 'below':
      return <GoTo id={missing.table}>{t('annualReport:missing.below', { label: pick(missing.label) })}</GoTo>
  }
}
