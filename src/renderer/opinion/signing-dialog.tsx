/** Signing (签署) with one's own certificate: the reviewer first, then the head. */
import { Alert, App, Button, Modal, Select, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { PictureKind, SigningCertificate } from '../../shared/signing/contract.ts'
import { readableName } from '../../shared/signing/distinguished-name.ts'
import { algorithmName } from '../../shared/signing/signer.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { formatDayOf } from '../ui/formats.ts'
import { TextField } from '../ui/text-field.tsx'
import type { ActProps } from '../workspace/act-props.ts'
import { SigningPictures } from './signing-pictures.tsx'

/** `sign`: the reviewer's signature, the first; `issue`: the head's, the second. */
export function SigningDialog({ act, detail, onClose, onDone }: ActProps & { readonly act: 'sign' | 'issue' }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const certificates = useRead('signing.certificates', {}, { staleTime: 0 })
  const asReviewer = useWrite('opinion.signAsReviewer')
  const asHead = useWrite('opinion.signAsHead')
  const [chosen, setChosen] = useState<string | null>(null)
  const [password, setPassword] = useState('')
  const pictures = useRead('signing.pictures', {}, { staleTime: 0 })
  const opinion = useRead('opinion.get', { caseId: detail.id, round: null }, { staleTime: 0 })
  const [plain, setPlain] = useState<Readonly<Record<PictureKind, boolean>>>({ signature: false, seal: false })
  const isReviewer = act === 'sign'
  const sign = isReviewer ? asReviewer : asHead
  const usable = (certificates.data ?? []).filter((one) => one.state === 'valid')
  const certificateId = chosen ?? usable[0]?.id ?? null
  const confirm = (): void => {
    if (certificateId === null || password === '' || pictures.data === undefined || sign.isPending) return
    sign.mutate(
      {
        caseId: detail.id,
        certificateId,
        signingPassword: password,
        withPicture: !plain.signature && (pictures.data?.signature ?? null) !== null,
        ...(isReviewer ? {} : { withSeal: !plain.seal && (pictures.data?.seal ?? null) !== null }),
      },
      {
        onSuccess: ({ number }) => {
          void message.success(t(isReviewer ? 'opinion:signedFirst' : 'opinion:issued', { number: number ?? '' }))
          onDone()
        },
      },
    )
  }
  const none = certificates.data !== undefined && usable.length === 0
  return (
    <Modal
      open
      title={t('opinion:signTitle')}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          {!none && (
            <Button type="primary" disabled={certificateId === null || password === '' || pictures.data === undefined} loading={sign.isPending} onClick={confirm}>
              {t('opinion:sign')}
            </Button>
          )}
        </>
      }
    >
      <p>{t(isReviewer ? 'opinion:signExplainReviewer' : 'opinion:signExplainHead')}</p>
      {(opinion.data?.overrideReason ?? '') !== '' && (
        <Alert type="warning" showIcon title={t('opinion:overrideReason', { reason: opinion.data?.overrideReason ?? '' })} />
      )}
      {certificates.data === undefined && certificates.error === null && <Skeleton active paragraph={{ rows: 2 }} />}
      <ErrorNotice error={certificates.error} onRetry={() => void certificates.refetch()} />
      <ErrorNotice
        error={opinion.error ?? pictures.error}
        onRetry={() => void Promise.all([opinion.refetch(), pictures.refetch()])}
      />
      {none && <NoCertificate onClose={onClose} />}
      {usable.length > 0 && (
        <>
          <Field label={t('opinion:certificate')} required>
            {(control) => (
              <Select
                id={control.id}
                className="signing-certificate"
                value={certificateId}
                options={usable.map((one) => ({ value: one.id, label: <Certificate certificate={one} /> }))}
                onChange={setChosen}
              />
            )}
          </Field>
          <Field label={t('opinion:signingPassword')} required hint={t('opinion:signingPasswordHint')}>
            {(control) => (
              <TextField
                {...control}
                type="password"
                autoComplete="off"
                autoFocus
                maxLength={256}
                value={password}
                onChange={setPassword}
                onEnter={confirm}
              />
            )}
          </Field>
          <SigningPictures pictures={pictures.data} head={!isReviewer} plain={plain} onChange={setPlain} />
        </>
      )}
      {sign.isPending && (
        <p role="status" className="fs-soft">
          {t('opinion:signing')}
        </p>
      )}
      <ErrorNotice error={sign.error} />
    </Modal>
  )
}

function Certificate({ certificate }: { readonly certificate: SigningCertificate }): ReactNode {
  const { t } = useLanguage()
  return (
    <>
      {readableName(certificate.subject).name}{' '}
      <span className="fs-soft">
        {t(`opinion:origin.${certificate.origin}`)} · {algorithmName(certificate.algorithm)} · {t('opinion:until', { day: formatDayOf(certificate.notAfter) })}
      </span>
    </>
  )
}

function NoCertificate({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const go = (): void => {
    onClose()
    navigate('/certificates')
  }
  return (
    <Alert
      type="info"
      showIcon
      title={t('opinion:noCertificate')}
      description={t('opinion:noCertificateHint')}
      action={
        <Button type="primary" size="small" onClick={go}>
          {t('opinion:toCertificates')}
        </Button>
      }
    />
  )
}
