/** The steps of setting up a station after the agency's data: administrator, passphrase, summary. */
import { Alert, Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { loginSchema, PASSWORD_MINIMUM, personNameSchema } from '../../shared/people/contract.ts'
import { PASSPHRASE_MINIMUM } from '../../shared/station/contract.ts'
import { useLanguage } from '../language/language.ts'
import { Field } from '../ui/field.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { TextField } from '../ui/text-field.tsx'
import { strengthOf, suggestPassphrase } from './passphrase.ts'
import { EMPTY_STATION, type StationDraft } from './station-draft.ts'
import { StationFacts } from './station-facts.tsx'

export interface SetUpDraft {
  readonly station: StationDraft
  readonly name: string
  readonly login: string
  readonly password: string
  readonly passwordAgain: string
  readonly passphrase: string
  readonly passphraseAgain: string
  /** The program made the passphrase and shows it. */
  readonly suggested: boolean
  readonly written: boolean
}

export const EMPTY_SET_UP: SetUpDraft = {
  station: EMPTY_STATION,
  name: '',
  login: '',
  password: '',
  passwordAgain: '',
  passphrase: '',
  passphraseAgain: '',
  suggested: false,
  written: false,
}

const lengthOf = (text: string): number => [...text].length

export function administratorIsFine(draft: SetUpDraft): boolean {
  return (
    personNameSchema.safeParse(draft.name).success &&
    loginSchema.safeParse(draft.login).success &&
    lengthOf(draft.password) >= PASSWORD_MINIMUM &&
    draft.password === draft.passwordAgain
  )
}

export function passphraseIsFine(draft: SetUpDraft): boolean {
  return lengthOf(draft.passphrase) >= PASSPHRASE_MINIMUM && draft.passphrase === draft.passphraseAgain && draft.written
}

interface StepProps {
  readonly draft: SetUpDraft
  readonly onChange: (part: Partial<SetUpDraft>) => void
  readonly showErrors: boolean
}

export function AdministratorStep({ draft, onChange, showErrors }: StepProps): ReactNode {
  const { t } = useLanguage()
  const minimum = PASSWORD_MINIMUM
  const when = (wrong: boolean, text: string): string | undefined => (showErrors && wrong ? text : undefined)
  return (
    <>
      <div className="fs-soft">{t('station:setUp.administratorExplain')}</div>
      <div className="fs-form">
        <Field
          className="fs-span-6"
          label={t('station:setUp.name')}
          required
          error={when(!personNameSchema.safeParse(draft.name).success, t('station:errors.name'))}
        >
          {(control) => (
            <TextField {...control} maxLength={60} value={draft.name} onChange={(name) => onChange({ name })} />
          )}
        </Field>
        <Field
          className="fs-span-6"
          label={t('station:setUp.login')}
          required
          hint={t('station:setUp.loginHint')}
          error={when(!loginSchema.safeParse(draft.login).success, t('station:errors.login'))}
        >
          {(control) => (
            <TextField
              {...control}
              maxLength={40}
              autoComplete="username"
              value={draft.login}
              onChange={(login) => onChange({ login })}
            />
          )}
        </Field>
        <Field
          className="fs-span-6"
          label={t('station:setUp.password')}
          required
          hint={t('station:setUp.passwordHint', { minimum })}
          error={when(lengthOf(draft.password) < minimum, t('station:errors.password', { minimum }))}
        >
          {(control) => (
            <TextField
              {...control}
              type="password"
              autoComplete="new-password"
              value={draft.password}
              onChange={(password) => onChange({ password })}
            />
          )}
        </Field>
        <Field
          className="fs-span-6"
          label={t('station:setUp.again')}
          required
          error={when(draft.password !== draft.passwordAgain, t('station:setUp.differ'))}
        >
          {(control) => (
            <TextField
              {...control}
              type="password"
              autoComplete="new-password"
              value={draft.passwordAgain}
              onChange={(passwordAgain) => onChange({ passwordAgain })}
            />
          )}
        </Field>
      </div>
    </>
  )
}

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))
const STRENGTH_TONES = { weak: 'red', fair: 'amber', strong: 'green' } as const

export function PassphraseStep({ draft, onChange, showErrors }: StepProps): ReactNode {
  const { t } = useLanguage()
  const missing = PASSPHRASE_MINIMUM - lengthOf(draft.passphrase)
  const strength = strengthOf(draft.passphrase)
  const when = (wrong: boolean, text: string): string | undefined => (showErrors && wrong ? text : undefined)
  const suggest = (): void => {
    const passphrase = suggestPassphrase(randomBytes)
    onChange({ passphrase, passphraseAgain: passphrase, suggested: true, written: false })
  }
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={t('station:setUp.passphraseWarning')}
        description={t('station:setUp.passphraseExplain')}
      />
      <div className="fs-form">
        <Field
          className="fs-span-6"
          label={t('station:setUp.passphrase')}
          required
          hint={t('station:setUp.passphraseHint', { minimum: PASSPHRASE_MINIMUM })}
          error={when(missing > 0, t('station:setUp.passphraseShort', { count: missing }))}
        >
          {(control) => (
            <TextField
              {...control}
              type="password"
              autoComplete="new-password"
              value={draft.passphrase}
              onChange={(passphrase) => onChange({ passphrase, suggested: false })}
            />
          )}
        </Field>
        <Field
          className="fs-span-6"
          label={t('station:setUp.again')}
          required
          error={when(draft.passphrase !== draft.passphraseAgain, t('station:setUp.differ'))}
        >
          {(control) => (
            <TextField
              {...control}
              type="password"
              autoComplete="new-password"
              value={draft.passphraseAgain}
              onChange={(passphraseAgain) => onChange({ passphraseAgain, suggested: false })}
            />
          )}
        </Field>
      </div>
      <div className="fs-row">
        <Button onClick={suggest}>{t('station:setUp.suggest')}</Button>
        {draft.passphrase === '' ? null : (
          <Mark tone={STRENGTH_TONES[strength]}>
            {t('station:setUp.strengthLabel', { strength: t(`station:setUp.strength.${strength}`) })}
          </Mark>
        )}
      </div>
      {draft.suggested ? (
        <div role="status">
          <div>{t('station:setUp.suggested')}</div>
          <output className="fs-passphrase">{draft.passphrase}</output>
        </div>
      ) : null}
      <div>
        <Checkbox checked={draft.written} onChange={(event) => onChange({ written: event.target.checked })}>
          {t('station:setUp.written')}
        </Checkbox>
        {showErrors && !draft.written ? (
          <div className="fs-field-error" role="alert">
            {t('station:setUp.writtenNeeded')}
          </div>
        ) : null}
      </div>
    </>
  )
}

export function SummaryStep({ draft }: { draft: SetUpDraft }): ReactNode {
  const { t } = useLanguage()
  const administrator = `${draft.name.trim()} (${draft.login.trim()})`
  return (
    <>
      <div className="fs-soft">{t('station:setUp.summaryExplain')}</div>
      <StationFacts station={draft.station} more={[[t('station:setUp.steps.administrator'), administrator]]} />
    </>
  )
}
