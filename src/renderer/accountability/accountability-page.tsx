/** 责任与档案: interference, retention and destruction, the agency's registers, each for those who have business there. */
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { mayCall } from '../session/session.tsx'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { InterferencePanel } from './interference-panel.tsx'
import { CertificatesRegister, PowersRegister } from './register-panels.tsx'
import { RetentionPanels } from './retention-panels.tsx'
import './accountability.css'

export function AccountabilityPage(): ReactNode {
  const { t } = useLanguage()
  const session = useRead('session.current', {})
  const person = session.data ?? null
  return (
    <Page title={t('accountability:page')}>
      <p className="fs-soft">{t('accountability:pageLead')}</p>
      <ErrorNotice error={session.error} onRetry={() => void session.refetch()} />
      {person !== null && (
        <div className="acc">
          {mayCall(person.roles, 'accountability.recordInterference') && <InterferencePanel person={person} caseId={null} />}
          {mayCall(person.roles, 'accountability.retention') && <RetentionPanels person={person} />}
          <PowersRegister person={person} />
          <CertificatesRegister person={person} />
        </div>
      )}
    </Page>
  )
}
