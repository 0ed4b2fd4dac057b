/**
 * Asks before what cannot be undone, and only before that: what can be taken back is done at once and offers to. The
 * focus stands on the button that does nothing, and Enter presses that one.
 */
import { Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { ErrorNotice } from './error-notice.tsx'

export interface ConfirmModalProps {
  readonly title: string
  /** What will be lost. */
  readonly explanation?: ReactNode
  /** What the confirming button does, as a verb. */
  readonly confirmLabel: string
  /** The dialog stays, with the error, where it rejects. */
  readonly onConfirm: () => Promise<unknown> | void
  readonly onClose: () => void
}

export function ConfirmModal({ title, explanation, confirmLabel, onConfirm, onClose }: ConfirmModalProps): ReactNode {
  const { t } = useLanguage()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const confirm = (): void => {
    setBusy(true)
    setError(null)
    Promise.resolve(onConfirm())
      .then(onClose, setError)
      .finally(() => setBusy(false))
  }
  const footer = (
    <>
      <Button autoFocus onClick={onClose}>
        {t('ui:cancel')}
      </Button>
      <Button danger loading={busy} onClick={confirm}>
        {confirmLabel}
      </Button>
    </>
  )
  return (
    <Modal open title={title} onCancel={onClose} mask={{ closable: false }} footer={footer} width="31rem">
      {explanation === undefined ? null : <p>{explanation}</p>}
      <ErrorNotice error={error} />
    </Modal>
  )
}
