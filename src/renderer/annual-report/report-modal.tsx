/** The frame of the small forms of the annual report. */
import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'

export interface ReportModalProps {
  readonly title: string
  readonly explanation?: ReactNode
  readonly confirmLabel: string
  readonly busy: boolean
  readonly error: unknown
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

export function ReportModal({ title, explanation, confirmLabel, busy, error, onConfirm, onClose, children }: ReportModalProps): ReactNode {
  const { t } = useLanguage()
  const footer = (
    <>
      <Button onClick={onClose}>{t('ui:cancel')}</Button>
      <Button type="primary" loading={busy} onClick={onConfirm}>
        {confirmLabel}
      </Button>
    </>
  )
  return (
    <Modal open title={title} onCancel={onClose} mask={{ closable: false }} width="37rem" footer={footer}>
      {explanation === undefined ? null : <p>{explanation}</p>}
      {children}
      <ErrorNotice error={error} />
    </Modal>
  )
}
