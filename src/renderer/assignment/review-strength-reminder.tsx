/** One line for who answers for the review body: there are fewer reviewers than the share of the staff asks for. Nothing where there are enough. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { reviewStrength } from '../../shared/assignment/review-strength.ts'
import { shareRuleOn } from '../../shared/catalogue/reviewer-rules.ts'
import { isoDate } from '../../shared/values/values.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { usePerson } from '../session/session.tsx'
import { useRead } from '../transport/calls.ts'
import { today } from '../ui/formats.ts'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'
import './assignment.css'

const TOLD = ['head', 'agencyHead', 'supervisor'] as const

export function ReviewStrengthReminder(): ReactNode {
  const { t } = useLanguage()
  const { roles } = usePerson()
  const told = TOLD.some((role) => roles.includes(role))
  const people = useRead('people.list', {}, { enabled: told })
  const settings = useRead('assignment.settings', {}, { enabled: told })
  const rule = shareRuleOn(useCatalogue()?.reviewerRules ?? [], isoDate(today()))
  const staff = settings.data?.enforcementStaff ?? null
  // a reminder that cannot be read is no reminder: the panel under 人员 says what went wrong
  if (!told || people.data === undefined || staff === null || rule === undefined) return null
  const { own, needed } = reviewStrength(people.data, staff.count, rule.perHundred)
  if (needed === null || own >= needed) return null
  return (
    <p className="assignment-reminder" role="status">
      <Mark tone="amber">{t('assignment:strength')}</Mark> <Link href="/people">{t('assignment:belowShare', { share: rule.perHundred, own, needed, staff: staff.count, countedOn: staff.countedOn })}</Link>{' '}
      {!rule.verified && <UnverifiedMark />}
    </p>
  )
}
