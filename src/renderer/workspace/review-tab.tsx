/** The review tab: the checklist, or what comes before there is one to answer. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { ChecklistReview } from '../checklist/checklist-review.tsx'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { mayDo, type HeaderAct } from './case-acts.ts'
import { JUST_ASKED } from './opening-ahead.ts'

interface ReviewTabProps {
  readonly detail: CaseDetail
  readonly catalogue: Catalogue
  readonly startAt: string | null
  readonly onAct: (act: HeaderAct) => void
}

const BEFORE_REVIEW: ReadonlySet<string> = new Set(['received', 'returned', 'accepted', 'assigned'])

export function ReviewTab({ detail, catalogue, startAt, onAct }: ReviewTabProps): ReactNode {
  const { t } = useLanguage()
  const begun = !BEFORE_REVIEW.has(detail.state)
  const checklist = useRead('checklist.get', { caseId: detail.id, round: null }, { enabled: begun, staleTime: JUST_ASKED })
  if (!begun) {
    const mine = mayDo(detail.offers, 'startReview')
    return (
      <Empty
        title={t(mine ? 'checklist:begin' : 'checklist:notBegun')}
        hint={t(mine ? 'checklist:beginHint' : 'checklist:notBegunHint')}
        action={
          mine ? (
            <Button type="primary" onClick={() => onAct('startReview')}>
              {t('checklist:begin')}
            </Button>
          ) : undefined
        }
      />
    )
  }
  if (checklist.data === undefined) {
    return checklist.error === null ? (
      <Waiting className="case-loading" rows={8} />
    ) : (
      <ErrorNotice error={checklist.error} onRetry={() => void checklist.refetch()} />
    )
  }
  return <ChecklistReview detail={detail} checklist={checklist.data} catalogue={catalogue} startAt={startAt} />
}
