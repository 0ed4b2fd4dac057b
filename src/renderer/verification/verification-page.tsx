/** Verification (核验) of a PDF: is it what this station issued, whole, and signed by whom? */
import { Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import type { StagedFile } from '../../shared/contract/reply.ts'
import type { VerificationReport } from '../../shared/verification/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useCallOnce } from '../transport/calls.ts'
import { FileDrop } from '../ui/file-drop.tsx'
import { Page } from '../ui/page.tsx'
import { ReportView } from './report-view.tsx'
import './verification.css'

export function VerificationPage(): ReactNode {
  const { t } = useLanguage()
  const call = useCallOnce()
  const [report, setReport] = useState<VerificationReport | null>(null)
  const [busy, setBusy] = useState(false)
  const verify = async (file: StagedFile): Promise<void> => {
    setReport(null)
    setBusy(true)
    try {
      setReport(await call('verification.verifyFile', { stagedId: file.id }))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page title={t('verification:title')} subtitle={t('verification:subtitle')} width="reading">
      <FileDrop multiple={false} accept=".pdf,application/pdf" label={t('verification:drop')} hint={t('verification:hint')} onStaged={verify} />
      {busy && <Skeleton active paragraph={{ rows: 5 }} />}
      <div aria-live="polite">{report !== null && <ReportView report={report} />}</div>
    </Page>
  )
}
