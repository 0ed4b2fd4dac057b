/** For Home of head and administrator: the annual report waits to be published. Nothing before its time, or once it is. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useRead } from '../transport/calls.ts'
import { formatDay } from '../ui/formats.ts'
import { Mark } from '../ui/state-tag.tsx'
import './annual-report.css'

export function AnnualReminder(): ReactNode {
  const { t, language } = useLanguage()
  const may = useMayCall('annualReport.reminder')
  const reminder = useRead('annualReport.reminder', {}, { enabled: may }).data
  if (reminder === undefined || reminder === null) return null
  const { year, dueOn, daysLeft, missing } = reminder
  const over = daysLeft < 0
  return (
    <p className="annual-reminder" role="status">
      <Mark tone={over ? 'red' : 'amber'}>{over ? t('annualReport:remind.over', { count: -daysLeft }) : t('annualReport:remind.left', { count: daysLeft })}</Mark>{' '}
      <Link href="/annual-report">{t('annualReport:remind.said', { year, due: formatDay(dueOn, language) })}</Link>
      {missing === 0 ? null : <span className="fs-soft"> {t('annualReport:missing.count', { count: missing })}</span>}
    </p>
  )
}
