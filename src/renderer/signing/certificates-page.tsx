/** The person's own signing certificates. */
import { App, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { SigningCertificate } from '../../shared/signing/contract.ts'
import { groupedSerial, readableName } from '../../shared/signing/distinguished-name.ts'
import { algorithmName } from '../../shared/signing/signer.ts'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { ConfirmReasonModal } from '../ui/confirm-reason-modal.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatDayOf } from '../ui/formats.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark, type MarkTone } from '../ui/state-tag.tsx'
import { PicturePanel } from './kept-picture.tsx'
import { ImportCertificate, IssueCertificate } from './new-certificate.tsx'

const TONES: Record<SigningCertificate['state'], MarkTone> = {
  valid: 'green',
  expired: 'red',
  notYetValid: 'amber',
  revoked: 'plain',
}

/** Whom a name in a certificate means: the person, then the organisation and its unit. */
function NameInWords({ text }: { readonly text: string }): ReactNode {
  const { name, organisation, unit } = readableName(text)
  return (
    <>
      {name}
      {[organisation, unit].map((one) => one !== null && <span key={one} className="fs-soft"> · {one}</span>)}
    </>
  )
}

function CertificatePanel({
  certificate,
  onRevoke,
}: {
  certificate: SigningCertificate
  onRevoke: (() => void) | undefined
}): ReactNode {
  const { t } = useLanguage()
  const { state, origin } = certificate
  const { name, personNumber } = readableName(certificate.subject)
  const title = (
    <span className="fs-row">
      {name}
      <Mark tone={TONES[state]}>{t(`signing:state.${state}`)}</Mark>
      <Mark>{t(`signing:origin.${origin}`)}</Mark>
    </span>
  )
  const extra =
    onRevoke === undefined || state === 'revoked' ? undefined : (
      <Button size="small" danger onClick={onRevoke}>
        {t('signing:revoke')}
      </Button>
    )
  return (
    <Panel title={title} extra={extra}>
      <dl className="fs-facts">
        <dt>{t('signing:subject')}</dt>
        <dd>
          <NameInWords text={certificate.subject} />
        </dd>
        {personNumber === null ? null : (
          <>
            <dt>{t('signing:personNumber')}</dt>
            <dd className="fs-mono">{personNumber}</dd>
          </>
        )}
        <dt>{t('signing:issuer')}</dt>
        <dd>
          <NameInWords text={certificate.issuer} />
        </dd>
        <dt>{t('signing:period')}</dt>
        <dd>
          {t('signing:periodOf', { from: formatDayOf(certificate.notBefore), to: formatDayOf(certificate.notAfter) })}
        </dd>
        <dt>{t('signing:algorithm')}</dt>
        <dd>{algorithmName(certificate.algorithm)}</dd>
        <dt>{t('signing:serial')}</dt>
        <dd className="fs-mono">{groupedSerial(certificate.serial)}</dd>
      </dl>
    </Panel>
  )
}

export function CertificatesPage(): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const certificates = useRead('signing.certificates', {})
  const revoke = useWrite('signing.revoke')
  const mayGet = useMayCall('signing.importPkcs12')
  const maySeal = useMayCall('signing.keepSeal')
  const [dialog, setDialog] = useState<'import' | 'issue' | null>(null)
  const [revoking, setRevoking] = useState<SigningCertificate | null>(null)
  const buttons = mayGet ? (
    <>
      <Button onClick={() => setDialog('import')}>{t('signing:import')}</Button>
      <Button type="primary" onClick={() => setDialog('issue')}>
        {t('signing:issue')}
      </Button>
    </>
  ) : undefined
  const confirm = async (reason: string): Promise<void> => {
    if (revoking === null) return
    await revoke.mutateAsync({ certificateId: revoking.id, reason })
    void message.success(t('signing:revoked'))
    setRevoking(null)
  }
  return (
    <Page title={t(mayGet ? 'signing:title' : 'signing:sealPage')} subtitle={t(mayGet ? 'signing:subtitle' : 'signing:sealSubtitle')} extra={buttons} width="reading">
      <ErrorNotice error={certificates.error} onRetry={() => void certificates.refetch()} />
      {mayGet && certificates.data?.length === 0 ? (
        <Panel>
          <Empty title={t('signing:none')} hint={t('signing:noneHint')} />
        </Panel>
      ) : null}
      {certificates.data?.map((certificate) => (
        <CertificatePanel
          key={certificate.id}
          certificate={certificate}
          onRevoke={mayGet ? () => setRevoking(certificate) : undefined}
        />
      ))}
      {mayGet && <PicturePanel kind="signature" />}
      {maySeal && <PicturePanel kind="seal" />}
      {dialog === 'import' ? <ImportCertificate onClose={() => setDialog(null)} /> : null}
      {dialog === 'issue' ? <IssueCertificate onClose={() => setDialog(null)} /> : null}
      <ConfirmReasonModal
        open={revoking !== null}
        title={t('signing:revokeTitle')}
        explanation={t('signing:revokeExplain')}
        confirmLabel={t('signing:revoke')}
        onConfirm={confirm}
        onCancel={() => setRevoking(null)}
      />
    </Page>
  )
}
