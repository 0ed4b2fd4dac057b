/** Who could review, with the work in hand and where they come from. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Candidate } from '../../shared/assignment/contract.ts'
import type { PersonId } from '../../shared/values/values.ts'
import { useLanguage } from '../language/language.ts'
import { Mark } from '../ui/state-tag.tsx'
import { exclusionWords } from './exclusion-words.ts'

interface CandidateListProps {
  readonly candidates: readonly Candidate[]
  /** Nobody could review: said in red where it stops an act. */
  readonly urgent?: boolean | undefined
  /** Somebody reviews already; these are the others. */
  readonly assigned?: boolean | undefined
  /** Whom the person who looks may recuse, and what follows. */
  readonly mayRecuse?: ((personId: PersonId) => boolean) | undefined
  readonly onRecuse?: ((candidate: Candidate) => void) | undefined
}

export function CandidateList({ candidates, urgent = false, assigned = false, mayRecuse, onRecuse }: CandidateListProps): ReactNode {
  const { t, pick } = useLanguage()
  return (
    <ul className="assignment-people">
      {candidates.length === 0 && <li className={urgent ? 'fs-red' : 'fs-soft'}>{t(assigned ? 'assignment:nobodyElse' : 'assignment:nobody')}</li>}
      {candidates.map((candidate) => (
        <li key={candidate.personId}>
          <span>
            {candidate.name} {candidate.affiliation !== 'own' && <Mark>{t(`people:affiliation.${candidate.affiliation}`)}</Mark>}
          </span>
          <span className="fs-soft">
            {t('assignment:openCases', { count: candidate.openCases })}
            {!candidate.inDraw && ` · ${pick(exclusionWords('busier'))}`}
            {candidate.wroteDisputed && ` · ${t('assignment:wroteDisputed')}`}
          </span>
          {mayRecuse?.(candidate.personId) === true && (
            <Button size="small" type="link" aria-label={t('assignment:recuseOf', { name: candidate.name })} onClick={() => onRecuse?.(candidate)}>
              {t('assignment:recuse')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
