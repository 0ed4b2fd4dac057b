import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { today } from '../ui/formats.ts'
import { Mark } from '../ui/state-tag.tsx'
import { credentialState, type CredentialDates } from './credential-state.ts'

/** Nothing where all is well; otherwise what is wrong or soon will be. */
export function CredentialMark({ credential }: { credential: CredentialDates }): ReactNode {
  const { t } = useLanguage()
  const state = credentialState(credential, today())
  switch (state.kind) {
    case 'valid':
      return null
    case 'expired':
      return <Mark tone="red">{t('people:expired')}</Mark>
    case 'notYetValid':
      return <Mark tone="amber">{t('people:notYetValid')}</Mark>
    case 'ending':
      return (
        <Mark tone="amber">
          {state.days === 0 ? t('people:endingToday') : t('people:ending', { days: state.days })}
        </Mark>
      )
  }
}
