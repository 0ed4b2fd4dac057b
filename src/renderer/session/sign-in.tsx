/** Signing in: choose who you are, type the password. */
import { AutoComplete, Button } from 'antd'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { StationStatus } from '../../shared/station/contract.ts'
import { useLanguage } from '../language/language.ts'
import { Door } from '../station/door.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ROLE_LABELS } from '../ui/vocabulary-labels.ts'
import { useWelcome } from './sign.ts'

export function SignIn({ status }: { status: StationStatus }): ReactNode {
  const { t, pick } = useLanguage()
  const people = useRead('session.people', {})
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
        label: (
          <span className="fs-row">
            <span>{person.name}</span>
            <span className="fs-soft">
              {person.login} · {person.roles.map((role) => pick(ROLE_LABELS[role])).join(t('ui:listSeparator'))}
            </span>
          </span>
        ),
        name: person.name,
      })),
    [people.data, pick, t],
  )
  useEffect(() => {
    if (options.length === 1 && options[0] !== undefined) setLogin(options[0].value)
  }, [options])
  const submit = (): void => {
    setTried(true)
    const typed =
      form.current?.querySelector<HTMLInputElement>('input[type="password"], input[autocomplete="current-password"]')
        ?.value ?? password
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
  const station = status.station
  const subtitle =
    station === null ? undefined : t('session:subtitle', { agency: station.agency, reviewBody: station.reviewBody })
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
          {({ id, status: state }) => (
            <AutoComplete
              id={id}
              autoFocus
              status={state}
              value={login}
              options={options}
              placeholder={t('session:login')}
              showSearch={{
                filterOption: (text, option) =>
                  `${option?.name ?? ''} ${option?.value ?? ''}`.toLowerCase().includes(text.trim().toLowerCase()),
              }}
              onChange={setLogin}
            />
          )}
        </Field>
        <Field label={t('session:password')} error={tried && password === '' ? t('session:noPassword') : undefined}>
          {(control) => (
            <TextField
              {...control}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={setPassword}
            />
          )}
        </Field>
        <ErrorNotice error={signIn.error} />
        <Button type="primary" htmlType="submit" loading={signIn.isPending} block>
          {t('session:submit')}
        </Button>
      </form>
    </Door>
  )
}
