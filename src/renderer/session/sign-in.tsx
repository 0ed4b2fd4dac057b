/** Signing in: choose who you are, type the password. While the key chain opens the station, both can be typed already. */
import { useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react'
import type { StationStatus } from '../../shared/station/contract.ts'
import { Usable } from '../app/usable.tsx'
import { useLanguage } from '../language/language.ts'
import { Door } from '../station/door.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { PlainButton } from '../ui/plain-button.tsx'
import { SecretField } from '../ui/secret-field.tsx'
import { ROLE_LABELS } from '../ui/vocabulary-labels.ts'
import { useWelcome } from './become.ts'

export function SignIn({ status }: { status: StationStatus }): ReactNode {
  const { t, pick } = useLanguage()
  const opening = status.phase === 'opening'
  const people = useRead('session.people', {}, { enabled: !opening })
  const signIn = useWrite('session.signIn')
  const welcome = useWelcome()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const options = useMemo(
    () =>
      (people.data ?? []).map((person) => ({
        value: person.login,
        name: person.name,
        detail: `${person.login} · ${person.roles.map((role) => pick(ROLE_LABELS[role])).join(t('ui:listSeparator'))}`,
      })),
    [people.data, pick, t],
  )
  useEffect(() => {
    if (options.length === 1 && options[0] !== undefined) setLogin(options[0].value)
  }, [options])
  const enter = (): void => {
    const typed =
      form.current?.querySelector<HTMLInputElement>('input[autocomplete="current-password"]')?.value ?? password
    const chosen = options.find((option) => option.name === login.trim())?.value ?? login.trim()
    if (chosen === '' || typed === '') return
    signIn.mutate(
      { login: chosen, password: typed },
      {
        onSuccess: welcome,
        onError: () =>
          form.current?.querySelector<HTMLInputElement>('input[autocomplete="current-password"]')?.select(),
      },
    )
  }
  const [wanted, setWanted] = useState(false)
  const submit = (): void => {
    setTried(true)
    if (opening) setWanted(login.trim() !== '' && password !== '')
    else enter()
  }
  // pressed before the station was open: done as soon as it is, and the people are known whose names may be typed
  const known = !opening && !people.isPending
  const enterNow = useEffectEvent(enter)
  useEffect(() => {
    if (!wanted || !known) return
    setWanted(false)
    enterNow()
  }, [wanted, known])
  const station = status.station
  const subtitle =
    station === null ? t('session:opening') : t('session:subtitle', { agency: station.agency, reviewBody: station.reviewBody })
  return (
    <Door title={t('session:title')} subtitle={subtitle} foot={status.demo ? t('app:demo') : status.folder}>
      <form
        ref={form}
        className="fs-stack fs-door-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Field
          label={t('session:who')}
          error={tried && login.trim() === '' ? t('session:nobody') : undefined}
          hint={t('session:loginHint')}
        >
          {(control) => (
            <ChoiceField
              {...control}
              autoFocus
              value={login}
              choices={options}
              listLabel={t('session:people')}
              placeholder={t('session:login')}
              onChange={setLogin}
            />
          )}
        </Field>
        <Field label={t('session:password')} error={tried && password === '' ? t('session:noPassword') : undefined}>
          {(control) => <SecretField {...control} value={password} onChange={setPassword} />}
        </Field>
        <ErrorNotice error={signIn.error} />
        <PlainButton kind="primary" type="submit" busy={wanted || signIn.isPending} block>
          {t('session:submit')}
        </PlainButton>
      </form>
      <Usable />
    </Door>
  )
}
