/** Getting a signing certificate: from a file, or from the station. */
import { App, Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import type { StagedFile } from '../../shared/contract/reply.ts'
import { PASSWORD_MINIMUM } from '../../shared/people/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { TextField } from '../ui/text-field.tsx'

interface Passwords {
  readonly first: string
  readonly again: string
}

const NO_PASSWORDS: Passwords = { first: '', again: '' }

function isFine({ first, again }: Passwords): boolean {
  return [...first].length >= PASSWORD_MINIMUM && first === again
}

function SigningPassword(props: {
  value: Passwords
  onChange: (value: Passwords) => void
  showErrors: boolean
}): ReactNode {
  const { t } = useLanguage()
  const { value, onChange, showErrors } = props
  const minimum = PASSWORD_MINIMUM
  const short = [...value.first].length < minimum
  return (
    <div className="fs-form">
      <Field
        className="fs-span-6"
        label={t('signing:signingPassword')}
        required
        hint={t('signing:signingPasswordHint', { minimum })}
        error={showErrors && short ? t('signing:short', { minimum }) : undefined}
      >
        {(control) => (
          <TextField
            {...control}
            type="password"
            autoComplete="new-password"
            value={value.first}
            onChange={(first) => onChange({ ...value, first })}
          />
        )}
      </Field>
      <Field
        className="fs-span-6"
        label={t('signing:again')}
        required
        error={showErrors && value.first !== value.again ? t('signing:differ') : undefined}
      >
        {(control) => (
          <TextField
            {...control}
            type="password"
            autoComplete="new-password"
            value={value.again}
            onChange={(again) => onChange({ ...value, again })}
          />
        )}
      </Field>
    </div>
  )
}

function useDone(onClose: () => void): () => void {
  const { t } = useLanguage()
  const { message } = App.useApp()
  return () => {
    void message.success(t('signing:done'))
    onClose()
  }
}

export function ImportCertificate({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const importFile = useWrite('signing.importPkcs12')
  const done = useDone(onClose)
  const [file, setFile] = useState<StagedFile | null>(null)
  const [password, setPassword] = useState('')
  const [signing, setSigning] = useState(NO_PASSWORDS)
  const [tried, setTried] = useState(false)
  const submit = (): void => {
    setTried(true)
    if (file === null || !isFine(signing)) return
    importFile.mutate({ stagedId: file.id, password, signingPassword: signing.first }, { onSuccess: done })
  }
  const footer = (
    <>
      <Button onClick={onClose}>{t('ui:cancel')}</Button>
      <Button type="primary" loading={importFile.isPending} onClick={submit}>
        {t('signing:import')}
      </Button>
    </>
  )
  return (
    <Modal
      open
      title={t('signing:importTitle')}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={footer}
      width="44rem"
    >
      <div className="fs-stack">
        <FileDrop
          compact
          multiple={false}
          accept=".p12,.pfx"
          label={file === null ? t('signing:fileDrop') : t('signing:chosen', { name: file.name })}
          hint={t('signing:fileHint')}
          onStaged={setFile}
        />
        {tried && file === null ? (
          <div className="fs-field-error" role="alert">
            {t('signing:fileNeeded')}
          </div>
        ) : null}
        <Field label={t('signing:filePassword')}>
          {(control) => (
            <TextField {...control} type="password" autoComplete="off" value={password} onChange={setPassword} />
          )}
        </Field>
        <SigningPassword value={signing} onChange={setSigning} showErrors={tried} />
        <ErrorNotice error={importFile.error} />
      </div>
    </Modal>
  )
}

export function IssueCertificate({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const issue = useWrite('signing.issueFromStation')
  const done = useDone(onClose)
  const [signing, setSigning] = useState(NO_PASSWORDS)
  const [tried, setTried] = useState(false)
  const submit = (): void => {
    setTried(true)
    if (isFine(signing)) issue.mutate({ signingPassword: signing.first }, { onSuccess: done })
  }
  const footer = (
    <>
      <Button onClick={onClose}>{t('ui:cancel')}</Button>
      <Button type="primary" loading={issue.isPending} onClick={submit}>
        {t('signing:issue')}
      </Button>
    </>
  )
  return (
    <Modal
      open
      title={t('signing:issueTitle')}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={footer}
      width="44rem"
    >
      <div className="fs-stack">
        <p>{t('signing:issueExplain')}</p>
        <SigningPassword value={signing} onChange={setSigning} showErrors={tried} />
        <ErrorNotice error={issue.error} />
      </div>
    </Modal>
  )
}
