/** Who reviews (分案): the reviewer, how the choice came about, who could be chosen, and recusals. */
import { Button, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { PersonId } from '../../shared/values/values.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { ConfirmReasonModal } from '../ui/confirm-reason-modal.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { mayDo, type HeaderAct } from '../workspace/case-acts.ts'
import { CandidateList } from './candidate-list.tsx'
import { DrawCheck } from './draw-check.tsx'
import { DrawRecord } from './draw-record.tsx'
import { KeptApart } from './kept-apart.tsx'
import './assignment.css'

interface AssignmentPanelProps {
  readonly detail: CaseDetail
  readonly person: SignedInPerson | null
  readonly onAct: (act: HeaderAct) => void
}

/** While in one of these, who reviews can still change. */
const OPEN: ReadonlySet<string> = new Set(['received', 'returned', 'accepted', 'assigned', 'underReview', 'supplementing'])

export function AssignmentPanel({ detail, person, onAct }: AssignmentPanelProps): ReactNode {
  const { t } = useLanguage()
  const candidates = useRead('assignment.candidates', { caseId: detail.id })
  const recuse = useWrite('assignment.recuse')
  const [leaving, setLeaving] = useState<{ readonly id: PersonId; readonly name: string } | null>(null)
  const { data } = candidates
  const mayRecuse = (id: PersonId): boolean => OPEN.has(detail.state) && (data?.presides === true || person?.id === id)
  const acts = (['assign', 'assignManually', 'reassign'] as const).filter((act) => mayDo(detail.offers, act))
  return (
    <Panel
      title={t('assignment:title')}
      extra={acts.map((act) => (
        <Button key={act} size="small" type={act === 'assign' ? 'primary' : 'default'} onClick={() => onAct(act)}>
          {t(`assignment:act.${act}`)}
        </Button>
      ))}
    >
      <ErrorNotice error={candidates.error} onRetry={() => void candidates.refetch()} />
      {data === undefined && candidates.error === null && <Skeleton active paragraph={{ rows: 2 }} />}
      {data?.past.map((assignment) => <DrawRecord key={`${assignment.round}/${assignment.at}`} assignment={assignment} caseId={detail.id} />)}
      {data?.past.some(({ draw }) => draw !== null) === true && <DrawCheck caseId={detail.id} />}
      {detail.reviewer !== null && mayRecuse(detail.reviewer.id) && (
        <div className="assignment-recuse">
          <Button size="small" type="link" onClick={() => setLeaving(detail.reviewer)}>
            {t('assignment:recuseReviewer', { name: detail.reviewer.name })}
          </Button>
        </div>
      )}
      {data !== undefined && OPEN.has(detail.state) && (
        <>
          <h3 className="assignment-heading">{t(detail.reviewer === null ? 'assignment:eligible' : 'assignment:others', { count: data.eligible.length })}</h3>
          <CandidateList
            candidates={data.eligible}
            assigned={detail.reviewer !== null}
            mayRecuse={mayRecuse}
            onRecuse={({ personId, name }) => setLeaving({ id: personId, name })}
          />
          <KeptApart caseId={detail.id} excluded={data.excluded} recusals={data.recusals} presides={data.presides} />
        </>
      )}
      <ConfirmReasonModal
        open={leaving !== null}
        title={t('assignment:recuseTitle', { name: leaving?.name ?? '' })}
        explanation={t('assignment:recuseExplain')}
        confirmLabel={t('assignment:recuse')}
        onCancel={() => setLeaving(null)}
        onConfirm={async (reason) => {
          if (leaving === null) return
          await recuse.mutateAsync({ caseId: detail.id, personId: leaving.id, reason })
          setLeaving(null)
        }}
      />
    </Panel>
  )
}
