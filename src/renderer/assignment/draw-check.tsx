/** Computing the draws of a case again (验算), with what came of each. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { CaseId } from '../../shared/values/values.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { DateText } from '../ui/date-text.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'

export function DrawCheck({ caseId }: { readonly caseId: CaseId }): ReactNode {
  const { t } = useLanguage()
  const [asked, setAsked] = useState(false)
  const check = useRead('assignment.checkDraws', { caseId }, { enabled: asked, staleTime: 0 })
  return (
    <div className="assignment-check">
      <Button size="small" loading={check.isFetching} onClick={() => (asked ? void check.refetch() : setAsked(true))}>
        {t('assignment:checkDraws')}
      </Button>
      <ErrorNotice error={check.error} onRetry={() => void check.refetch()} />
      <ul className="assignment-people" role="status">
        {(check.data ?? []).map((one) => (
          <li key={`${one.round}/${one.at}`} className={one.fault === null ? undefined : 'fs-red'}>
            <span>
              {t('ui:round', { round: one.round })} · <DateText value={one.at} /> · {one.name}
            </span>
            <span>
              {one.fault === null
                ? t('assignment:soundDraw', { seq: one.committedIn ?? 0 })
                : t(`assignment:faultyDraw.${one.fault}`)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
