/** The calendar of deadlines: a month of the statutory calendar, what ends on each day, and the cases of one day. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { CalendarDay, HomeMonth } from '../../shared/home/contract.ts'
import { shiftDays } from '../../shared/deadlines/day-arithmetic.ts'
import type { HomeFilter } from '../../shared/home/home-filter.ts'
import { lightOf, type LightDays } from '../../shared/home/lights.ts'
import { monthOf } from '../../shared/home/month.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { formatDay, formatWeekday } from '../ui/formats.ts'
import { shiftMonth } from '../ui/month-grid.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { DayDues } from './day-dues.tsx'

const numberOf = (day: string): string => String(Number(day.slice(8)))

const KEY_STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** Off or worked against the week, in one character beside the number. */
function useDayMark(): (day: CalendarDay) => string | null {
  const { t } = useLanguage()
  return ({ why }) => (why.name !== null ? t('home:calendar.markOff') : why.code === 'makeUpDay' ? t('home:calendar.markWorking') : null)
}

/** The name of a day: what is seen of it, then what that means. */
function useDayWords(): (day: CalendarDay) => string {
  const { t, pick, language } = useLanguage()
  const markOf = useDayMark()
  return (one) => {
    const { day, working, provisional, why, due, others } = one
    const ends = others > 0 ? t('home:calendar.ends', { count: due + others }) : due > 0 ? t('home:calendar.due', { count: due }) : null
    // what is seen stands in the name as it is seen: the number of the day, its mark, the sum of both
    const seen = [numberOf(day), markOf(one), ends].filter((part) => part !== null).join(' ')
    const kind =
      why.name !== null ? t('home:calendar.holiday', { name: pick(why.name) }) : why.code === 'makeUpDay' ? t('home:calendar.makeUp') : t(working ? 'home:calendar.working' : 'home:calendar.off')
    const words = [seen, formatDay(day, language), formatWeekday(day, language), kind]
    if (due > 0 && others > 0) words.push(t('home:calendar.cases', { count: due }))
    if (others > 0) words.push(t('home:calendar.others', { count: others }))
    if (provisional) words.push(t('home:calendar.provisional'))
    return words.join(' · ')
  }
}

interface DayCellProps {
  readonly one: CalendarDay
  readonly days: LightDays
  readonly inMonth: boolean
  readonly chosen: boolean
  readonly reachable: boolean
  readonly onChoose: () => void
}

function DayCell({ one, days, inMonth, chosen, reachable, onChoose }: DayCellProps): ReactNode {
  const { pick } = useLanguage()
  const words = useDayWords()
  const mark = useDayMark()(one)
  const { day, working, provisional, why, due, others } = one
  const classes = [
    'home-day',
    working ? '' : 'home-day-off',
    inMonth ? '' : 'home-day-other',
    day === days.today ? 'home-day-today' : '',
    provisional ? 'home-day-provisional' : '',
  ]
  return (
    <button
      type="button"
      data-day={day}
      className={classes.join(' ')}
      tabIndex={reachable ? 0 : -1}
      aria-label={words(one)}
      aria-pressed={chosen}
      aria-current={day === days.today ? 'date' : undefined}
      title={why.name === null ? undefined : pick(why.name)}
      onClick={onChoose}
    >
      <span className="home-day-number">
        {numberOf(day)} {mark === null ? null : <small>{mark}</small>}
      </span>{' '}
      {due + others === 0 ? null : <span className={`home-day-due home-day-${lightOf(days, day)}`}>{due + others}</span>}
    </button>
  )
}

export interface DeadlineCalendarProps {
  /** The month of today. */
  readonly current: HomeMonth
  readonly days: LightDays
  /** The scope as a filter. */
  readonly own: HomeFilter
  readonly provisionalFrom: IsoDate | null
}

export function DeadlineCalendar({ current, days, own, provisionalFrom }: DeadlineCalendarProps): ReactNode {
  const { t, language } = useLanguage()
  const [month, setMonth] = useState(monthOf(days.today))
  const [day, setDay] = useState<IsoDate>(days.today)
  const grid = useRef<HTMLDivElement>(null)
  const here = month === current.month
  const { scope } = current
  const other = useRead('home.month', { scope, month }, { enabled: !here, keepPrevious: true, keep: true })
  const shown = here ? current : (other.data ?? current)
  const name = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.parse(`${month}-01T00:00:00Z`))
  const show = (next: string): void => {
    if (next < '1950-01' || next > '2099-11') return
    setMonth(next)
    setDay(next === monthOf(days.today) ? days.today : (`${next}-01` as IsoDate))
  }
  const choose = (next: IsoDate): void => {
    if (monthOf(next) !== month) show(monthOf(next))
    setDay(next)
  }
  const move = (event: KeyboardEvent): void => {
    const step = KEY_STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    choose(shiftDays(day, step))
    setTimeout(() => grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus())
  }
  const weekday = (one: string): string => new Intl.DateTimeFormat(language, { weekday: 'narrow', timeZone: 'UTC' }).format(Date.parse(`${one}T00:00:00Z`))
  const extra = (
    <>
      <Button type="text" size="small" icon={<LeftOutlined />} aria-label={t('home:calendar.back')} onClick={() => show(shiftMonth(month, -1))} />
      <span className="home-month-name" aria-live="polite">
        {name}
      </span>
      <Button type="text" size="small" icon={<RightOutlined />} aria-label={t('home:calendar.on')} onClick={() => show(shiftMonth(month, 1))} />
      <Button size="small" disabled={here} onClick={() => show(monthOf(days.today))}>
        {t('home:calendar.today')}
      </Button>
    </>
  )
  const isSoon = provisionalFrom !== null && monthOf(provisionalFrom) <= shiftMonth(month, 1)
  const chosen = shown.days.find((one) => one.day === day)
  return (
    <Panel title={t(scope === null ? 'home:calendar.plainTitle' : 'home:calendar.title')} extra={extra} className="home-calendar">
      {here ? null : <ErrorNotice error={other.error} onRetry={() => void other.refetch()} />}
      <div ref={grid} className="home-days" role="group" aria-label={t('home:calendar.label', { month: name })} onKeyDown={move}>
        {shown.days.slice(0, 7).map((one) => (
          <span key={one.day} className="fs-soft" aria-hidden>
            {weekday(one.day)}
          </span>
        ))}
        {shown.days.map((one) => (
          <DayCell
            key={one.day}
            one={one}
            days={days}
            inMonth={one.day.startsWith(month)}
            chosen={one.day === day}
            reachable={one.day === day}
            onChoose={() => choose(one.day)}
          />
        ))}
      </div>
      {scope === null ? null : <DayDues day={day} due={chosen?.due ?? 0} others={chosen?.others ?? 0} own={own} scope={scope} />}
      <p className="home-legend fs-soft">
        <span>{t('home:calendar.legend')}</span>
        {shown.days.some(({ provisional }) => provisional) ? <span>{t('home:calendar.provisionalLegend')}</span> : null}
        {isSoon ? <span>{t('home:calendar.provisionalFrom', { day: formatDay(provisionalFrom, language) })}</span> : null}
      </p>
    </Panel>
  )
}
