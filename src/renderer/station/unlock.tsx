/**
 * Opening a station that is there: with its passphrase, or with the system's key chain. The core has asked the key chain
 * when it started; this screen comes where it did not open the station.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import type { StationStatus } from '../../shared/station/contract.ts'
import { Usable } from '../app/usable.tsx'
import { useLanguage } from '../language/language.ts'
import { readKey, useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { PlainButton } from '../ui/plain-button.tsx'
import { SecretField } from '../ui/secret-field.tsx'
import { Door } from './door.tsx'

export function Unlock({ status }: { status: StationStatus }): ReactNode {
  const { t } = useLanguage()
  const client = useQueryClient()
  const unlock = useWrite('station.unlock')
  const withKeyChain = useWrite('station.unlockWithKeyChain')
  const [passphrase, setPassphrase] = useState('')
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const opened = (now: StationStatus): void => {
    client.setQueryData(readKey('station.status', {}), now)
    void client.invalidateQueries({ queryKey: ['session.current'] })
  }
  const fromKeyChain = (): void => withKeyChain.mutate({}, { onSuccess: opened })
  const submit = (): void => {
    setTried(true)
    if (passphrase === '') return
    unlock.mutate({ passphrase }, { onSuccess: opened, onError: () => form.current?.querySelector('input')?.select() })
  }
  return (
    <Door
      title={t('station:unlock.title')}
      subtitle={t('station:unlock.explain')}
      foot={t('station:unlock.folder', { folder: status.folder })}
    >
      <form
        ref={form}
        className="fs-stack fs-door-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Field
          label={t('station:unlock.passphrase')}
          error={tried && passphrase === '' ? t('station:unlock.empty') : undefined}
        >
          {(control) => <SecretField {...control} autoFocus value={passphrase} onChange={setPassphrase} />}
        </Field>
        <ErrorNotice error={unlock.error ?? withKeyChain.error} />
        <PlainButton kind="primary" type="submit" block busy={unlock.isPending}>
          {t('station:unlock.submit')}
        </PlainButton>
        {status.keyChain === null ? null : (
          <PlainButton block busy={withKeyChain.isPending} onClick={fromKeyChain}>
            {withKeyChain.isPending
              ? t('station:unlock.opening')
              : t('station:unlock.keyChain', { name: status.keyChain })}
          </PlainButton>
        )}
        <div className="fs-soft">{t('station:unlock.lost')}</div>
      </form>
      <Usable />
    </Door>
  )
}
