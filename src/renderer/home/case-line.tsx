/** One case in a list of Home: its name, its light, and where asked why and on whose desk. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { HomeCase } from '../../shared/home/contract.ts'
import { CASE_CLOCKS } from '../../shared/cases/state-machine-terms.ts'
import { useLanguage } from '../language/language.ts'
import { DaysLeft } from '../ui/date-text.tsx'
import { formatDay } from '../ui/formats.ts'
import { RedMark, StateTag } from '../ui/state-tag.tsx'

function useDeskWords(): (of: HomeCase) => string {
  const { t } = useLanguage()
  return ({ desk, row }) => {
    switch (desk) {
      case 'handlingUnit':
        return t('home:desk.handlingUnit', { name: row.submittingUnit })
      case 'reviewer':
        return row.reviewerName === null ? t('home:desk.reviewerUnknown') : t('home:desk.reviewer', { name: row.reviewerName })
      default:
        return t(`home:desk.${desk}`)
    }
  }
}

function Why({ one }: { one: HomeCase }): ReactNode {
  const { t, pick, language } = useLanguage()
  const desk = useDeskWords()
  const { due, row } = one
  return (
    <span className="home-case-why fs-soft">
      {due === null || row.dueOn === null ? null : (
        <span>{t('home:lights.why', { clock: pick(CASE_CLOCKS[due.clock]), day: formatDay(row.dueOn, language) })}</span>
      )}
      <span>{desk(one)}</span>
    </span>
  )
}

export interface CaseLineProps {
  readonly one: HomeCase
  readonly withState: boolean
  /** Which limit, until when, and whose desk it lies on. */
  readonly withWhy?: boolean
}

export function CaseLine({ one, withState, withWhy = false }: CaseLineProps): ReactNode {
  const { t } = useLanguage()
  const { row, due } = one
  return (
    <li>
      <Link href={`/cases/${row.id}`} className={due === null || due.light === 'clear' ? '' : `home-case-${due.light}`}>
        <span className="fs-queue-title" title={row.title}>
          {row.title}
        </span>
        <span className="fs-queue-marks">
          {withState ? <StateTag state={row.state} /> : null}
          {row.red ? <RedMark /> : null}
          {due === null ? (
            <span className="fs-soft fs-figures">{row.opinionNumber ?? t('home:received', { day: row.receivedOn })}</span>
          ) : (
            <DaysLeft days={due.workingDays} provisional={due.provisional} />
          )}
        </span>
        {withWhy ? <Why one={one} /> : null}
      </Link>
    </li>
  )
}
