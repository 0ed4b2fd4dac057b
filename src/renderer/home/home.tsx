/**
 * Home: what is the person's today, by role. One answer of the core holds all of it; the last one is shown at once and
 * then refreshed, quietly, whenever a case changes.
 */
import { Button, Segmented, Skeleton } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { HomeSummary } from '../../shared/home/contract.ts'
import { scopeFilter, type Scope } from '../../shared/home/home-filter.ts'
import { AnnualReminder } from '../annual-report/annual-reminder.tsx'
import { ReviewStrengthReminder } from '../assignment/review-strength-reminder.tsx'
import { FirstSteps } from '../help/first-steps.tsx'
import { DropToRegister } from '../intake/drop-to-register.tsx'
import { useLanguage } from '../language/language.ts'
import { useMayCall, usePerson } from '../session/session.tsx'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatDay, formatWeekday, today } from '../ui/formats.ts'
import { Page } from '../ui/page.tsx'
import { Board } from './board.tsx'
import { DeadlineCalendar } from './deadline-calendar.tsx'
import { Figures } from './figures.tsx'
import './home.css'
import { LightsPanel } from './lights-panel.tsx'
import { MonthPanel } from './month-panel.tsx'
import { OwnClocksPanel } from './own-clocks-panel.tsx'
import { QueuePanels } from './queue-panel.tsx'
import { StationCare } from './station-care.tsx'

const MINUTE = 60_000

/** The scope chosen last, while the window is open. */
let lastScope: { readonly personId: string; readonly scope: Scope } | null = null

/** Asks again when a new day has begun: what was due today is then late. */
function useNewDay(summary: HomeSummary | undefined, ask: () => void): void {
  const shown = summary?.days.today
  useEffect(() => {
    const timer = setInterval(() => {
      if (shown !== undefined && shown !== today()) ask()
    }, MINUTE)
    return () => clearInterval(timer)
  }, [shown, ask])
}

function ScopeChoice({ summary, onChoose }: { summary: HomeSummary; onChoose: (scope: Scope) => void }): ReactNode {
  const { t } = useLanguage()
  if (summary.scopes.length < 2 || summary.scope === null) return null
  const options = summary.scopes.map(({ scope, waiting }) => {
    const label = t(`home:scope.${scope}`)
    return { value: scope, label: waiting === 0 ? label : t('home:scope.waiting', { scope: label, count: waiting }) }
  })
  return <Segmented<Scope> aria-label={t('home:scope.label')} options={options} value={summary.scope} onChange={onChoose} />
}

function Content({ summary, personId }: { summary: HomeSummary; personId: ReturnType<typeof usePerson>['id'] }): ReactNode {
  const { scope, figures, queues, board, days, month, provisionalFrom } = summary
  const own = scope === null ? {} : scopeFilter(scope, personId)
  return (
    <>
      {scope === null ? null : <Figures figures={figures} />}
      <div className="home-columns">
        <div className="home-main">
          <OwnClocksPanel />
          {scope === null ? <StationCare provisionalFrom={provisionalFrom} /> : <LightsPanel summary={summary} own={own} />}
          {board === null ? null : <Board board={board} days={days} />}
          <QueuePanels queues={queues} days={days} />
        </div>
        <div className="home-side">
          <DeadlineCalendar key={`${scope ?? ''}/${days.today}`} current={month} days={days} own={own} provisionalFrom={provisionalFrom} />
          {scope === null ? null : <MonthPanel month={month} own={own} />}
        </div>
      </div>
    </>
  )
}

export function Home(): ReactNode {
  const { t, language } = useLanguage()
  const [, navigate] = useLocation()
  const person = usePerson()
  const mayRegister = useMayCall('cases.register')
  const [scope, setScope] = useState<Scope | null>(lastScope?.personId === person.id ? lastScope.scope : null)
  const summary = useRead('home.summary', { scope }, { keep: true, keepPrevious: true })
  const { refetch } = summary
  useNewDay(summary.data, refetch)
  const choose = (next: Scope): void => {
    lastScope = { personId: person.id, scope: next }
    setScope(next)
  }
  const extra = (
    <>
      {summary.data === undefined ? null : <ScopeChoice summary={summary.data} onChoose={choose} />}
      {mayRegister ? (
        <Button type="primary" onClick={() => navigate('/cases/new')}>
          {t('app:newCase')}
        </Button>
      ) : null}
    </>
  )
  return (
    <DropToRegister>
      <Page title={t('home:title', { name: person.name })} subtitle={`${formatDay(today(), language)} ${formatWeekday(today(), language)}`} extra={extra}>
        <FirstSteps roles={person.roles} />
        <AnnualReminder />
        <ReviewStrengthReminder />
        <ErrorNotice error={summary.error} onRetry={() => void refetch()} />
        {summary.data !== undefined ? (
          <>
            <Content summary={summary.data} personId={person.id} />
            {summary.data.scope !== null && person.roles.includes('admin') ? <StationCare provisionalFrom={summary.data.provisionalFrom} /> : null}
          </>
        ) : summary.error === null ? (
          <Skeleton active paragraph={{ rows: 8 }} />
        ) : null}
      </Page>
    </DropToRegister>
  )
}
