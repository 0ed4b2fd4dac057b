/** A person changes their own password. */
import { App, Button, Modal } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { PASSWORD_MINIMUM } from '../../shared/people/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'

export function ChangePassword({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const change = useWrite('session.changePassword')
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const { reset } = change
  useEffect(() => {
    if (!open) return
    for (const set of [setCurrent, setNext, setAgain]) set('')
    setTried(false)
    reset()
  }, [open, reset])
  const short = [...next].length < PASSWORD_MINIMUM
  const submit = (): void => {
    setTried(true)
    if (current === '' || short || next !== again) return
    change.mutate(
      { current, next },
      {
        onSuccess: () => {
          void message.success(t('session:change.done'))
          onClose()
        },
      },
    )
  }
  const minimum = PASSWORD_MINIMUM
  const footer = (
    <>
      <Button onClick={onClose}>{t('ui:cancel')}</Button>
      <Button type="primary" loading={change.isPending} onClick={submit}>
        {t('session:change.submit')}
      </Button>
    </>
  )
  return (
    <Modal
      open={open}
      title={t('session:change.title')}
      onCancel={onClose}
      footer={footer}
      destroyOnHidden
      width="30rem"
    >
      <div className="fs-stack">
        <Field
          label={t('session:change.current')}
          error={tried && current === '' ? t('session:noPassword') : undefined}
        >
          {(control) => (
            <TextField
              {...control}
              autoFocus
              type="password"
              autoComplete="current-password"
              value={current}
              onChange={setCurrent}
            />
          )}
        </Field>
        <Field
          label={t('session:change.next')}
          hint={t('session:change.hint', { minimum })}
          error={tried && short ? t('session:change.short', { minimum }) : undefined}
        >
          {(control) => (
            <TextField {...control} type="password" autoComplete="new-password" value={next} onChange={setNext} />
          )}
        </Field>
        <Field
          label={t('session:change.again')}
          error={tried && next !== again ? t('session:change.differ') : undefined}
        >
          {(control) => (
            <TextField
              {...control}
              type="password"
              autoComplete="new-password"
              value={again}
              onChange={setAgain}
              onEnter={submit}
            />
          )}
        </Field>
        <ErrorNotice error={change.error} />
      </div>
    </Modal>
  )
}
