/** A month to choose a day from. */
import { DoubleLeftOutlined, DoubleRightOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { EARLIEST_DATE, LATEST_DATE } from '../../shared/values/values.ts'
import { useLanguage } from '../language/language.ts'
import { formatDay, today } from './formats.ts'

const DAY_MS = 86_400_000
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** The 42 days shown for a month, from a Monday on. @param month `YYYY-MM` */
export function daysShown(month: string): readonly string[] {
  const first = timeOf(`${month}-01`)
  const weekday = (new Date(first).getUTCDay() + 6) % 7
  return Array.from({ length: 42 }, (_, index) => iso(first + (index - weekday) * DAY_MS))
}

/** `YYYY-MM`, `by` months later. */
export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return iso(Date.UTC(year, number - 1 + by, 1)).slice(0, 7)
}

const KEY_STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

export function MonthGrid({ value, onChoose }: { value: string | null; onChoose: (day: string) => void }): ReactNode {
  const { language, t } = useLanguage()
  const now = today()
  const [cursor, setCursor] = useState(value ?? now)
  const month = cursor.slice(0, 7)
  const go = (by: number): void => {
    const next = `${shiftMonth(month, by)}-01`
    if (next <= LATEST_DATE && shiftMonth(month, by) >= EARLIEST_DATE.slice(0, 7)) setCursor(next)
  }
  const move = (event: KeyboardEvent): void => {
    const step = KEY_STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = iso(timeOf(cursor) + step * DAY_MS)
    if (next < EARLIEST_DATE || next > LATEST_DATE) return
    setCursor(next)
    const grid = event.currentTarget
    setTimeout(() => grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus())
  }
  const name = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    timeOf(`${month}-01`),
  )
  const weekdays = daysShown('2026-06').slice(0, 7)
  const weekdayName = (day: string): string =>
    new Intl.DateTimeFormat(language, { weekday: 'narrow', timeZone: 'UTC' }).format(timeOf(day))
  return (
    <div className="fs-month">
      <div className="fs-month-head">
        <Button
          type="text"
          size="small"
          icon={<DoubleLeftOutlined />}
          aria-label={t('ui:month.yearBack')}
          onClick={() => go(-12)}
        />
        <Button
          type="text"
          size="small"
          icon={<LeftOutlined />}
          aria-label={t('ui:month.back')}
          onClick={() => go(-1)}
        />
        <span aria-live="polite">{name}</span>
        <Button type="text" size="small" icon={<RightOutlined />} aria-label={t('ui:month.on')} onClick={() => go(1)} />
        <Button
          type="text"
          size="small"
          icon={<DoubleRightOutlined />}
          aria-label={t('ui:month.yearOn')}
          onClick={() => go(12)}
        />
      </div>
      <div className="fs-month-days" role="group" aria-label={name} onKeyDown={move}>
        {weekdays.map((day) => (
          <span key={day} className="fs-soft" aria-hidden>
            {weekdayName(day)}
          </span>
        ))}
        {daysShown(month).map((day) => (
          <button
            key={day}
            type="button"
            tabIndex={day === cursor ? 0 : -1}
            aria-label={formatDay(day, language)}
            aria-pressed={day === value}
            disabled={day < EARLIEST_DATE || day > LATEST_DATE}
            className={`${day.startsWith(month) ? '' : 'fs-month-other'} ${day === now ? 'fs-month-today' : ''}`}
            onClick={() => onChoose(day)}
          >
            {Number(day.slice(8))}
          </button>
        ))}
      </div>
      <Button type="link" size="small" onClick={() => onChoose(now)}>
        {t('ui:month.today')}
      </Button>
    </div>
  )
}
