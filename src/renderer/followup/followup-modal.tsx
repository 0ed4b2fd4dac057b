/** The frame of every form here: what it does, the fields, what went wrong. */
import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import '../cases/form/form.css'
import './followup.css'

export interface FollowupModalProps {
  readonly title: string
  readonly explanation?: ReactNode
  readonly confirmLabel?: string | undefined
  readonly busy: boolean
  readonly error: unknown
  readonly wide?: boolean | undefined
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

export function FollowupModal({ title, explanation, confirmLabel, busy, error, wide = false, onConfirm, onClose, children }: FollowupModalProps): ReactNode {
  const { t } = useLanguage()
  const footer = (
    <>
      <Button onClick={onClose}>{t('ui:cancel')}</Button>
      <Button type="primary" loading={busy} onClick={onConfirm}>
        {confirmLabel ?? title}
      </Button>
    </>
  )
  return (
    <Modal open title={title} onCancel={onClose} mask={{ closable: false }} width={wide ? '62rem' : '40rem'} footer={footer}>
      {explanation === undefined ? null : <p>{explanation}</p>}
      <div className="followup-form">{children}</div>
      <ErrorNotice error={error} />
    </Modal>
  )
}
