/** How a reviewer was found: drawn, with everything needed to draw again, or chosen by hand with the reason. */
import type { ReactNode } from 'react'
import type { ToldAssignment } from '../../shared/assignment/contract.ts'
import { useLanguage } from '../language/language.ts'
import { DateText } from '../ui/date-text.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { ExcludedList } from './excluded-list.tsx'

interface DrawRecordProps {
  readonly assignment: ToldAssignment
  readonly caseId: string
  /** Shows the proof at once, right after the draw. */
  readonly open?: boolean | undefined
}

export function DrawRecord({ assignment, caseId, open = false }: DrawRecordProps): ReactNode {
  const { t } = useLanguage()
  const { draw, drawnFrom } = assignment
  return (
    <div className="assignment-record">
      <div>
        <b>{assignment.name}</b> <Mark>{t(`assignment:mode.${assignment.mode}`)}</Mark>{' '}
        <span className="fs-soft">
          {t('ui:round', { round: assignment.round })} · <DateText value={assignment.at} />
        </span>
      </div>
      {assignment.reason !== null && <div className="fs-soft">{t('assignment:because', { reason: assignment.reason })}</div>}
      {draw !== null && (
        <details open={open}>
          <summary>{t('assignment:proof', { count: draw.eligible.length })}</summary>
          <dl className="fs-facts assignment-proof">
            <dt>{t('assignment:seed')}</dt>
            <dd className="fs-mono">{draw.seed}</dd>
            <dt>{t('assignment:commitment')}</dt>
            <dd className="fs-mono">{draw.commitment}</dd>
            <dt>{t('assignment:caseId')}</dt>
            <dd className="fs-mono">{caseId}</dd>
            <dt>{t('assignment:pool')}</dt>
            <dd className="fs-mono">
              {drawnFrom.map(({ personId, name }) => (
                <div key={personId}>
                  {personId} {name}
                </div>
              ))}
            </dd>
          </dl>
          <p className="fs-soft">{t('assignment:recompute')}</p>
          <ExcludedList excluded={assignment.excluded} />
        </details>
      )}
    </div>
  )
}
