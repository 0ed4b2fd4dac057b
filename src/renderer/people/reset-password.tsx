/** An administrator gives a person a new password. */
import { App, Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { PASSWORD_MINIMUM, type Person } from '../../shared/people/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { isPasswordLongEnough } from './person-draft.ts'

export function ResetPassword({ person, onClose }: { person: Person; onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const reset = useWrite('people.resetPassword')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const minimum = PASSWORD_MINIMUM
  const submit = (): void => {
    setTried(true)
    if (!isPasswordLongEnough(password)) return
    reset.mutate(
      { personId: person.id, password },
      {
        onSuccess: () => {
          void message.success(t('people:resetDone'))
          onClose()
        },
      },
    )
  }
  const footer = (
    <>
      <Button onClick={onClose}>{t('ui:cancel')}</Button>
      <Button type="primary" loading={reset.isPending} onClick={submit}>
        {t('people:resetPassword')}
      </Button>
    </>
  )
  return (
    <Modal open title={t('people:resetTitle', { name: person.name })} onCancel={onClose} footer={footer} width="30rem">
      <Field
        label={t('people:newPassword')}
        required
        hint={t('people:passwordHint', { minimum })}
        error={tried && !isPasswordLongEnough(password) ? t('people:errors.password', { minimum }) : undefined}
      >
        {(control) => (
          <TextField
            {...control}
            autoFocus
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={setPassword}
            onEnter={submit}
          />
        )}
      </Field>
      <ErrorNotice error={reset.error} />
    </Modal>
  )
}
