/** Disclosure of the case's decision (公开): what is owed by when, the masked text, publications, what came down again. */
import { Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import { DISCLOSURE_STATUS_LABELS, type DisclosureStatus } from '../../shared/disclosure/standing.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Mark, type MarkTone } from '../ui/state-tag.tsx'
import { ChangesPanel } from './changes-panel.tsx'
import { DutiesPanel } from './duties-panel.tsx'
import { MaskingDesk } from './masking-desk.tsx'
import { MaskingsPanel } from './maskings-panel.tsx'
import { PublicationsPanel } from './publications-panel.tsx'
import { WithholdingPanel } from './withholding-panel.tsx'
import './disclosure.css'

const TONES: Readonly<Record<DisclosureStatus, MarkTone>> = { none: 'plain', due: 'amber', published: 'green', withheld: 'plain', toWithdraw: 'red', withdrawn: 'plain' }

export function DisclosureTab({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const { t, pick } = useLanguage()
  const disclosure = useRead('disclosure.get', { caseId: detail.id })
  const [masking, setMasking] = useState<string | null>(null)
  const { data } = disclosure
  if (masking !== null) return <MaskingDesk id={masking} onClose={() => setMasking(null)} />
  if (data === undefined) return disclosure.error === null ? <Skeleton active className="case-loading" /> : <ErrorNotice error={disclosure.error} onRetry={() => void disclosure.refetch()} />
  const { decision } = data
  return (
    <div className="disclosure">
      <ErrorNotice error={disclosure.error} onRetry={() => void disclosure.refetch()} />
      {decision === null ? (
        <Empty title={t('disclosure:nothing')} hint={t('disclosure:nothingHint')} />
      ) : (
        <p className="fs-row disclosure-line">
          <Mark tone={TONES[data.status]}>{pick(DISCLOSURE_STATUS_LABELS[data.status])}</Mark>
          {t('disclosure:decisionLine', { number: decision.number, on: decision.decidedOn })}
          {decision.irregular && <Mark tone="red">{t('disclosure:irregular')}</Mark>}
        </p>
      )}
      {data.laterDefect && (
        <p className="disclosure-warning" role="note">
          {t('disclosure:laterDefect')}
        </p>
      )}
      {decision !== null && <DutiesPanel disclosure={data} />}
      <div className="disclosure-columns">
        <div className="disclosure-column">
          <MaskingsPanel disclosure={data} caseId={detail.id} onOpen={setMasking} />
          {decision !== null && <PublicationsPanel disclosure={data} caseId={detail.id} />}
        </div>
        {decision !== null && (
          <div className="disclosure-column">
            <WithholdingPanel disclosure={data} caseId={detail.id} />
            <ChangesPanel disclosure={data} caseId={detail.id} />
          </div>
        )}
      </div>
    </div>
  )
}
