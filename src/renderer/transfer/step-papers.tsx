/** The forms of the step at which a transfer stands (本环节文书), each with how far it is, one click from being made. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { TransferState } from '../../shared/cases/state-machine-transfer.ts'
import type { FormOffer } from '../../shared/forms/contract.ts'
import type { FormId } from '../../shared/forms/form-ids.ts'
import type { CaseId } from '../../shared/values/values.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { FORMS_OF_STATE } from './forms-of-state.ts'

interface StepPapersProps {
  readonly caseId: CaseId
  readonly state: TransferState
  readonly onForm: (form: FormId) => void
}

export function StepPapers({ caseId, state, onForm }: StepPapersProps): ReactNode {
  const { t, pick } = useLanguage()
  const wanted = FORMS_OF_STATE[state]
  const forms = useRead('forms.ofCase', { caseId }, { enabled: wanted.length > 0 })
  const offers = wanted.flatMap((form) => forms.data?.find((one) => one.form === form && one.wait === null) ?? [])
  if (forms.error !== null) return <ErrorNotice error={forms.error} onRetry={() => void forms.refetch()} />
  if (offers.length === 0) return null
  return (
    <div className="transfer-next" role="group" aria-label={t('transfer:papers')}>
      <b>{t('transfer:papers')}</b>
      {offers.map((offer) => (
        <span key={offer.form} className="transfer-paper">
          <Button size="small" onClick={() => onForm(offer.form)}>
            {pick(offer.name)}
          </Button>
          <HowFar offer={offer} />
        </span>
      ))}
    </div>
  )
}

function HowFar({ offer: { made, lacks } }: { readonly offer: FormOffer }): ReactNode {
  const { t } = useLanguage()
  const valid = made.filter(({ voided }) => voided === null).length
  if (valid > 0) return <Mark tone="green">{t('forms:state.made', { count: valid })}</Mark>
  if (lacks.length > 0) return <Mark tone="amber">{t('forms:state.lacks', { count: lacks.length })}</Mark>
  return <Mark tone="navy">{t('forms:state.ready')}</Mark>
}
