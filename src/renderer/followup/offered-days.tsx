/** Below a day of a form: the days that the record and the papers tell, with where they stand; taken when one asks for it. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import type { DayOffer, DaySource } from './day-offers.ts'

interface OfferedDaysProps {
  readonly offers: readonly DayOffer[]
  readonly value: string | null
  readonly onTake: (day: string) => void
}

export function OfferedDays({ offers, value, onTake }: OfferedDaysProps): ReactNode {
  const { t } = useLanguage()
  if (offers.length === 0) return null
  const source = (one: DaySource): string => {
    if (one.is === 'record') return t('followup:discussion.onRecord')
    return one.page === null ? t('followup:discussion.inPaper', { name: one.name }) : t('followup:discussion.inPaperPage', { name: one.name, page: one.page })
  }
  return (
    <div className="fs-source fs-source-offered" role="note">
      <ul>
        {offers.map(({ on, sources }) => (
          <li key={on}>
            {t('followup:discussion.dayOf')} <span className="fs-source-value">{on}</span> {sources.map(source).join(t('ui:listSeparator'))}
            {value === on ? null : (
              <Button type="link" size="small" aria-label={t('followup:discussion.takeDay', { on })} onClick={() => onTake(on)}>
                {t('followup:discussion.take')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
