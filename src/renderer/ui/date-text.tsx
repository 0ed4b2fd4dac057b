/** Days and moments as text, and what is left of a time limit. */
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { formatDay, formatMoment } from './formats.ts'
import { Mark } from './state-tag.tsx'

export interface DateTextProps {
  /** `YYYY-MM-DD`, or a moment in UTC. */
  readonly value: string | null
  /** `written`: 2026年5月8日; `plain` (default): 2026-05-08, which lines up in tables. */
  readonly form?: 'plain' | 'written' | undefined
}

export function DateText({ value, form = 'plain' }: DateTextProps): ReactNode {
  const { language } = useLanguage()
  if (value === null) return <span className="fs-soft">—</span>
  const isMoment = value.includes('T')
  const text = isMoment ? formatMoment(value, language) : form === 'written' ? formatDay(value, language) : value
  return (
    <time dateTime={value} className="fs-figures">
      {text}
    </time>
  )
}

/** `days`: working days left; negative when it is over. */
export function DaysLeft({ days, provisional = false }: { days: number; provisional?: boolean }): ReactNode {
  const { t } = useLanguage()
  const late = -days
  const text =
    days === 0
      ? t('ui:dueToday')
      : days > 0
        ? days === 1
          ? t('ui:dueInOne')
          : t('ui:dueIn', { days })
        : late === 1
          ? t('ui:overdueOne')
          : t('ui:overdue', { days: late })
  const tone = days < 0 ? 'red' : days <= 2 ? 'amber' : 'plain'
  return (
    <>
      <Mark tone={tone}>{text}</Mark>
      {provisional ? (
        <Mark tone="amber" title={t('ui:provisionalWhy')}>
          {t('ui:provisional')}
        </Mark>
      ) : null}
    </>
  )
}
