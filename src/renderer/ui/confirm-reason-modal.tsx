/** Asks for a reason before an act that leaves a mark. The confirming button is never the default one. */
import { Button, Modal } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { ErrorNotice } from './error-notice.tsx'
import { Field } from './field.tsx'
import { TextArea } from './text-field.tsx'

export interface ConfirmReasonModalProps {
  readonly open: boolean
  readonly title: string
  /** What will happen, and what cannot be undone. */
  readonly explanation?: ReactNode
  /** What the confirming button does, as a verb. */
  readonly confirmLabel: string
  readonly reasonLabel?: string | undefined
  readonly placeholder?: string | undefined
  /** Characters that the reason needs at least, and may have at most. */
  readonly minimum?: number | undefined
  readonly maximum?: number | undefined
  readonly destructive?: boolean | undefined
  readonly onConfirm: (reason: string) => Promise<unknown> | void
  readonly onCancel: () => void
  /** More fields above the reason. */
  readonly children?: ReactNode
}

export function ConfirmReasonModal(props: ConfirmReasonModalProps): ReactNode {
  const { open, title, explanation, confirmLabel, minimum = 2, maximum = 500, destructive = true } = props
  const { t } = useLanguage()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    if (!open) return
    setReason('')
    setTried(false)
    setError(null)
  }, [open])
  const short = [...reason.trim()].length < minimum
  const confirm = (): void => {
    setTried(true)
    if (short) return
    setBusy(true)
    setError(null)
    Promise.resolve(props.onConfirm(reason.trim()))
      .catch(setError)
      .finally(() => setBusy(false))
  }
  const footer = (
    <>
      <Button onClick={props.onCancel}>{t('ui:cancel')}</Button>
      <Button danger={destructive} type={destructive ? 'default' : 'primary'} loading={busy} onClick={confirm}>
        {confirmLabel}
      </Button>
    </>
  )
  return (
    <Modal
      open={open}
      title={title}
      onCancel={props.onCancel}
      mask={{ closable: false }}
      destroyOnHidden
      footer={footer}
      width="37rem"
    >
      {explanation === undefined ? null : <p>{explanation}</p>}
      {props.children}
      <Field
        label={props.reasonLabel ?? t('ui:reason')}
        required
        error={tried && short ? t('ui:reasonTooShort', { minimum }) : undefined}
      >
        {(control) => (
          <TextArea
            {...control}
            autoFocus
            value={reason}
            onChange={setReason}
            maxLength={maximum}
            placeholder={props.placeholder}
          />
        )}
      </Field>
      <ErrorNotice error={error} />
    </Modal>
  )
}
