/** The discretion tab (裁量) of a case: one sheet for each round. */
import { Segmented, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { DiscretionDesk } from './discretion-desk.tsx'
import './discretion.css'

export function DiscretionTab({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const { t } = useLanguage()
  const [chosen, setChosen] = useState<number | null>(null)
  const round = chosen ?? detail.round
  const view = useRead('discretion.get', { caseId: detail.id, round }, { staleTime: 0 })
  return (
    <div className="discretion">
      {detail.rounds.length > 1 && (
        <Segmented
          size="small"
          className="discretion-rounds"
          aria-label={t('discretion:rounds')}
          value={round}
          options={detail.rounds.map((one) => ({ value: one.round, label: t('ui:round', { round: one.round }) }))}
          onChange={setChosen}
        />
      )}
      {view.error !== null && <ErrorNotice error={view.error} onRetry={() => void view.refetch()} />}
      {view.data === undefined && view.error === null && <Skeleton active className="case-loading" />}
      {view.data !== undefined && <DiscretionDesk key={`${view.data.round}/${view.data.version}/${view.data.editable}`} detail={detail} view={view.data} onStale={() => void view.refetch()} />}
    </div>
  )
}
