/** Setting up a station in four steps. Nothing is written before the last one. */
import { Button, Steps } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import type { StationStatus } from '../../shared/station/contract.ts'
import { useAppearance } from '../app/appearance.ts'
import { useLanguage } from '../language/language.ts'
import { useWelcome } from '../session/become.ts'
import { useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { focusFirstError } from '../ui/first-error.ts'
import { Door } from './door.tsx'
import {
  administratorIsFine,
  AdministratorStep,
  EMPTY_SET_UP,
  passphraseIsFine,
  PassphraseStep,
  SummaryStep,
  type SetUpDraft,
} from './set-up-steps.tsx'
import { fieldsOf, wrongStationFields } from './station-draft.ts'
import { StationFieldsForm } from './station-fields.tsx'

const STEPS = ['agency', 'administrator', 'passphrase', 'summary'] as const

function isFine(step: number, draft: SetUpDraft): boolean {
  if (step === 0) return wrongStationFields(draft.station).size === 0
  if (step === 1) return administratorIsFine(draft)
  return step === 2 ? passphraseIsFine(draft) : true
}

export function SetUpWizard({ status }: { status: StationStatus }): ReactNode {
  const { t } = useLanguage()
  // before anybody fills in four steps for a folder that cannot hold a station
  if (status.refusal !== null) {
    return (
      <Door wide title={t('station:setUp.title')} subtitle={t('station:setUp.explain')} foot={t('station:setUp.folder', { folder: status.folder })}>
        <ErrorNotice error={status.refusal} />
      </Door>
    )
  }
  return <SetUpForm status={status} />
}

function SetUpForm({ status }: { readonly status: StationStatus }): ReactNode {
  const { t } = useLanguage()
  const { narrow } = useAppearance()
  const setUp = useWrite('station.setUp')
  const welcome = useWelcome()
  const [draft, setDraft] = useState(EMPTY_SET_UP)
  const [step, setStep] = useState(0)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const change = (part: Partial<SetUpDraft>): void => setDraft((current) => ({ ...current, ...part }))
  const go = (to: number): void => {
    setTried(false)
    setStep(to)
    setTimeout(() => form.current?.querySelector<HTMLElement>('input, button[type="submit"]')?.focus())
  }
  const finish = (): void => {
    const { name, login, password, passphrase } = draft
    const administrator = { name: name.trim(), login: login.trim(), password }
    setUp.mutate({ station: fieldsOf(draft.station), administrator, passphrase }, { onSuccess: welcome })
  }
  const onward = (): void => {
    setTried(true)
    if (!isFine(step, draft)) {
      // at a large text size the first field that is wrong may be far above the button
      focusFirstError(form.current)
      return
    }
    if (step === STEPS.length - 1) finish()
    else go(step + 1)
  }
  return (
    <Door
      wide
      title={t('station:setUp.title')}
      subtitle={t('station:setUp.explain')}
      foot={t('station:setUp.folder', { folder: status.folder })}
    >
      <Steps
        className="fs-steps"
        size="small"
        current={step}
        orientation={narrow ? 'vertical' : 'horizontal'}
        responsive={false}
        items={STEPS.map((name) => ({ title: t(`station:setUp.steps.${name}`) }))}
      />
      <form
        ref={form}
        className="fs-stack"
        onSubmit={(event) => {
          event.preventDefault()
          onward()
        }}
      >
        {step === 0 ? (
          <StationFieldsForm
            value={draft.station}
            showErrors={tried}
            onChange={(part) => setDraft((current) => ({ ...current, station: { ...current.station, ...part } }))}
          />
        ) : null}
        {step === 1 ? <AdministratorStep draft={draft} onChange={change} showErrors={tried} /> : null}
        {step === 2 ? <PassphraseStep draft={draft} onChange={change} showErrors={tried} /> : null}
        {step === 3 ? <SummaryStep draft={draft} /> : null}
        <ErrorNotice error={setUp.error} />
        <div className="fs-row fs-end">
          {setUp.isPending ? <span className="fs-soft">{t('station:setUp.working')}</span> : null}
          {step === 0 ? null : (
            <Button disabled={setUp.isPending} onClick={() => go(step - 1)}>
              {t('ui:back')}
            </Button>
          )}
          <Button type="primary" htmlType="submit" loading={setUp.isPending}>
            {step === STEPS.length - 1 ? t('station:setUp.submit') : t('ui:next')}
          </Button>
        </div>
      </form>
    </Door>
  )
}
