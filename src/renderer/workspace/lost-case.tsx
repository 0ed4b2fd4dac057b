/** Shown where a case cannot be opened: what is the matter, and the way back to the list. */
import { Button } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { FashenError } from '../../shared/errors/errors.ts'
import { useLanguage } from '../language/language.ts'
import { openCases } from '../open-cases/open-cases.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'

interface LostCaseProps {
  readonly caseId: string
  readonly error: unknown
  readonly onRetry: () => void
}

/** Asking again does not help: the case is not there, not for this person, or the address is none of a case. */
const FOR_GOOD = ['not-found', 'not-allowed', 'invalid-input'] as const

export function LostCase({ caseId, error, onRetry }: LostCaseProps): ReactNode {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const isGone = FOR_GOOD.some((code) => FashenError.is(error, code))
  useEffect(() => {
    // a tab that leads nowhere is taken away; where the core only failed, it stays
    if (isGone) openCases.close(caseId)
  }, [isGone, caseId])
  // a mistyped address is no mistake in a form
  const told = FashenError.is(error, 'invalid-input') ? new FashenError('not-found', { subject: 'case', id: caseId }) : error
  return (
    <Page title={t('workspace:lost')} width="reading">
      <div className="fs-stack">
        <ErrorNotice error={told} onRetry={isGone ? undefined : onRetry} />
        <div>
          <Button type="primary" onClick={() => navigate('/cases', { replace: true })}>
            {t('workspace:toList')}
          </Button>
        </div>
      </div>
    </Page>
  )
}
