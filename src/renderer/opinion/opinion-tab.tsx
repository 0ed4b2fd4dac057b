/** The opinion tab: compose the first draft, write it, approve it, sign it, take it away. */
import { Button, Segmented, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import { DerivedBox } from '../checklist/derived-box.tsx'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { isTheirs, type HeaderAct } from '../workspace/case-acts.ts'
import { OpinionDesk } from './opinion-desk.tsx'
import './opinion.css'

interface OpinionTabProps {
  readonly detail: CaseDetail
  readonly catalogue: Catalogue
  readonly person: SignedInPerson | null
  readonly onAct: (act: HeaderAct) => void
  readonly onQuestion: (questionId: string) => void
}

export function OpinionTab({ detail, catalogue, person, onQuestion }: OpinionTabProps): ReactNode {
  const { t } = useLanguage()
  const [chosen, setChosen] = useState<number | null>(null)
  const round = chosen ?? detail.round
  const opinion = useRead('opinion.get', { caseId: detail.id, round }, { staleTime: 0 })
  const rounds = detail.rounds.filter((one) => one.round === detail.round || one.opinionNumber !== null)
  const chooser =
    rounds.length < 2 ? null : (
      <Segmented
        size="small"
        className="opinion-rounds"
        aria-label={t('opinion:rounds')}
        value={round}
        options={rounds.map((one) => ({ value: one.round, label: t('ui:round', { round: one.round }) }))}
        onChange={setChosen}
      />
    )
  return (
    <div className="opinion">
      {chooser}
      {opinion.error !== null && <ErrorNotice error={opinion.error} onRetry={() => void opinion.refetch()} />}
      {opinion.data === undefined && opinion.error === null && <Skeleton active className="case-loading" />}
      {opinion.data === null && <Unwritten detail={detail} catalogue={catalogue} onQuestion={onQuestion} />}
      {opinion.data !== undefined && opinion.data !== null && (
        <OpinionDesk
          key={round}
          detail={detail}
          catalogue={catalogue}
          person={person}
          opinion={opinion.data}
          editable={opinion.data.state === 'draft' && round === detail.round && isTheirs(detail.offers, 'submitDraft')}
          onQuestion={onQuestion}
        />
      )}
    </div>
  )
}

function Unwritten({ detail, catalogue, onQuestion }: Pick<OpinionTabProps, 'detail' | 'catalogue' | 'onQuestion'>): ReactNode {
  const { t } = useLanguage()
  const mine = isTheirs(detail.offers, 'submitDraft')
  const checklist = useRead('checklist.get', { caseId: detail.id, round: null }, { enabled: mine, staleTime: 0 })
  const compose = useWrite('opinion.compose')
  const derived = checklist.data?.derived
  const open = derived?.unanswered.length ?? 0
  const [firstOpen] = derived?.unanswered ?? []
  if (!mine) return <Empty title={t('opinion:unwritten')} hint={t('opinion:unwrittenHint')} />
  const action =
    firstOpen === undefined ? (
      <Button type="primary" disabled={derived === undefined} loading={compose.isPending} onClick={() => compose.mutate({ caseId: detail.id })}>
        {t('opinion:compose')}
      </Button>
    ) : (
      <Button type="primary" onClick={() => onQuestion(firstOpen)}>
        {t('opinion:toUnanswered', { id: firstOpen })}
      </Button>
    )
  return (
    <div className="opinion-unwritten">
      <Empty
        title={t(open > 0 ? 'opinion:notYet' : 'opinion:ready')}
        hint={open > 0 ? t('opinion:stillOpen', { count: open }) : t('opinion:composeHint')}
        action={action}
      />
      {derived !== undefined && <DerivedBox derived={derived} catalogue={catalogue} onQuestion={onQuestion} />}
      <ErrorNotice error={checklist.error} onRetry={() => void checklist.refetch()} />
      <ErrorNotice error={compose.error} />
    </div>
  )
}
