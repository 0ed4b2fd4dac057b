/** Asks for the password of a PDF that does not open without. */
import { Alert, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'
import { Field } from '../../ui/field.tsx'
import { SecretField } from '../../ui/secret-field.tsx'

interface PasswordFormProps {
  readonly name: string
  /** What was typed before did not open it. */
  readonly wrong: boolean
  readonly onPassword: (password: string) => void
}

export function PasswordForm({ name, wrong, onPassword }: PasswordFormProps): ReactNode {
  const { t } = useLanguage()
  const [password, setPassword] = useState('')
  return (
    <form
      className="evidence-waiting fs-stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (password !== '') onPassword(password)
      }}
    >
      <Alert type="info" showIcon title={t('materials:viewer.pdf.encrypted')} />
      <Field label={t('materials:viewer.password.label', { name })} hint={t('materials:viewer.password.hint')} error={wrong ? t('materials:viewer.password.wrong') : undefined}>
        {(control) => <SecretField {...control} autoComplete="off" autoFocus={wrong} value={password} onChange={setPassword} />}
      </Field>
      <div className="fs-row">
        <Button type="primary" htmlType="submit" disabled={password === ''}>
          {t('materials:viewer.password.open')}
        </Button>
      </div>
    </form>
  )
}
