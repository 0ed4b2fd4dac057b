/** Who does not stand in the draw, and why. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { ExcludedPerson } from '../../shared/assignment/contract.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { UnverifiedMark } from '../ui/state-tag.tsx'
import { exclusionWords } from './exclusion-words.ts'

/** Reasons that rest on the catalogue's rule about the qualification. */
const OF_QUALIFICATION: ReadonlySet<string> = new Set(['noQualification', 'reviewStartUnknown', 'noProofOfEarlierReview'])

interface ExcludedListProps {
  readonly excluded: readonly ExcludedPerson[]
  /** Says that a namesake of a handler is another person; absent: the person who looks may not. */
  readonly onClear?: ((person: ExcludedPerson) => void) | undefined
}

export function ExcludedList({ excluded, onClear }: ExcludedListProps): ReactNode {
  const { t, pick } = useLanguage()
  const unverified = useCatalogue()?.reviewerRules.some((rule) => rule.kind === 'qualification' && !rule.verified) === true
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
            <span className="fs-soft">
              {one.reasons.map((reason) => pick(exclusionWords(reason))).join(t('ui:listSeparator'))} {unverified && one.reasons.some((reason) => OF_QUALIFICATION.has(reason)) && <UnverifiedMark />}
            </span>
            {onClear !== undefined && one.reasons.includes('handlersName') && (
              <Button size="small" type="link" onClick={() => onClear(one)}>
                {t('assignment:clearNamesake')}
              </Button>
            )}
          </li>
        ))}
        {others > 0 && <li className="fs-soft">{t('assignment:notReviewers', { count: others })}</li>}
      </ul>
    </details>
  )
}
