/** Who does not stand in the draw, and why. */
import type { ReactNode } from 'react'
import type { ExcludedPerson } from '../../shared/assignment/contract.ts'
import { useLanguage } from '../language/language.ts'
import { exclusionWords } from './exclusion-words.ts'

export function ExcludedList({ excluded }: { readonly excluded: readonly ExcludedPerson[] }): ReactNode {
  const { t, pick } = useLanguage()
  // somebody who is no reviewer at all is not a candidate that was kept out
  const told = excluded.filter((one) => !one.reasons.includes('notReviewer'))
  const others = excluded.length - told.length
  if (excluded.length === 0) return null
  return (
    <details className="assignment-excluded">
      <summary>{t('assignment:excluded', { count: excluded.length })}</summary>
      <ul className="assignment-people">
        {told.map((one) => (
          <li key={one.personId}>
            <span>{one.name}</span>
            <span className="fs-soft">{one.reasons.map((reason) => pick(exclusionWords(reason))).join(t('ui:listSeparator'))}</span>
          </li>
        ))}
        {others > 0 && <li className="fs-soft">{t('assignment:notReviewers', { count: others })}</li>}
      </ul>
    </details>
  )
}
