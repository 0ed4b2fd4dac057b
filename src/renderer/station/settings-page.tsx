/** Settings: the agency's data, how things look on this computer, what this station is. */
import { App, Button, Segmented, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Station } from '../../shared/station/contract.ts'
import { TEXT_SIZES, THEME_CHOICES, useAppearance, type ThemeChoice } from '../app/appearance.ts'
import { BackupPanel } from '../backup/backup-panel.tsx'
import { WarningsPanel } from '../deadlines/warnings-panel.tsx'
import { FormSettingsPanel } from '../forms/form-settings-panel.tsx'
import { useLanguage } from '../language/language.ts'
import { PhrasesDialog } from '../phrases/phrases-dialog.tsx'
import { useSignOut } from '../session/sign-out.ts'
import { ReminderSwitch } from '../reminders/reminder-switch.tsx'
import { ChangePassword } from '../session/change-password.tsx'
import { useMayCall, usePerson } from '../session/session.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field, FieldGroup } from '../ui/field.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { CalendarPanel } from './calendar-panel.tsx'
import { ComputerPanel } from './computer-panel.tsx'
import { LetterheadPanel } from './letterhead-panel.tsx'
import { NumberingPanel } from './numbering-panel.tsx'
import { NumberRegister } from './number-register.tsx'
import { draftOf, fieldsOf, wrongStationFields } from './station-draft.ts'
import { StationFacts } from './station-facts.tsx'
import { StationFieldsForm } from './station-fields.tsx'

function StationToRead({ station }: { station: Station }): ReactNode {
  const { t } = useLanguage()
  return (
    <Panel
      title={t('station:settings.station')}
      extra={<span className="fs-soft">{t('station:settings.onlyAdmin')}</span>}
    >
      <StationFacts station={draftOf(station)} />
    </Panel>
  )
}

function StationForm({ station }: { station: Station }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const update = useWrite('station.update')
  const [draft, setDraft] = useState(() => draftOf(station))
  const [tried, setTried] = useState(false)
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOf(station))
  const save = (): void => {
    setTried(true)
    if (wrongStationFields(draft).size > 0) return
    update.mutate(
      { station: fieldsOf(draft) },
      { onSuccess: () => void message.success(t('station:settings.stationSaved')) },
    )
  }
  return (
    <Panel title={t('station:settings.station')}>
      <form
        className="fs-stack"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <StationFieldsForm
          value={draft}
          showErrors={tried}
          onChange={(part) => setDraft((current) => ({ ...current, ...part }))}
        />
        <ErrorNotice error={update.error} />
        <div className="fs-row fs-end">
          <Button type="primary" htmlType="submit" disabled={!changed} loading={update.isPending}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

const THEME_WORDS = {
  system: 'station:settings.themeSystem',
  light: 'station:settings.themeLight',
  dark: 'station:settings.themeDark',
} as const satisfies Record<ThemeChoice, string>

function DisplayPanel(): ReactNode {
  const { t, language, choose } = useLanguage()
  const { theme, textSize, chooseTheme, chooseTextSize } = useAppearance()
  return (
    <Panel title={t('station:settings.appearance')}>
      <div className="fs-stack">
        <FieldGroup label={t('station:settings.language')}>
          <Segmented
            aria-label={t('station:settings.language')}
            value={language}
            options={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(value) => choose(value === 'en' ? 'en' : 'zh-CN')}
          />
        </FieldGroup>
        <FieldGroup label={t('station:settings.theme')}>
          <Segmented<ThemeChoice>
            aria-label={t('station:settings.theme')}
            value={theme}
            options={THEME_CHOICES.map((choice) => ({ value: choice, label: t(THEME_WORDS[choice]) }))}
            onChange={chooseTheme}
          />
        </FieldGroup>
        <Field label={t('station:settings.textSize')}>
          {({ id }) => (
            <Select
              id={id}
              value={textSize}
              options={TEXT_SIZES.map((size) => ({ value: size, label: `${size} %` }))}
              onChange={chooseTextSize}
            />
          )}
        </Field>
      </div>
    </Panel>
  )
}

function PhrasesPanel(): ReactNode {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  return (
    <Panel title={t('phrases:title')}>
      <div className="fs-row">
        <span className="fs-grow fs-soft">{t('station:settings.phrases')}</span>
        <Button onClick={() => setOpen(true)}>{t('station:settings.openPhrases')}</Button>
      </div>
      {open ? <PhrasesDialog onClose={() => setOpen(false)} /> : null}
    </Panel>
  )
}

function AccountPanel(): ReactNode {
  const { t } = useLanguage()
  const person = usePerson()
  const signOut = useSignOut()
  const [changing, setChanging] = useState(false)
  return (
    <Panel title={t('station:settings.account')}>
      <div className="fs-stack">
        <ReminderSwitch />
        <div>{t('station:settings.signedInAs', { name: person.name, login: person.login })}</div>
        <div className="fs-row">
          <Button onClick={() => setChanging(true)}>{t('app:changePassword')}</Button>
          <Button onClick={() => void signOut()}>{t('app:signOut')}</Button>
        </div>
      </div>
      <ChangePassword open={changing} onClose={() => setChanging(false)} />
    </Panel>
  )
}

export function SettingsPage(): ReactNode {
  const { t } = useLanguage()
  const status = useRead('station.status', {})
  const mayChange = useMayCall('station.update')
  const mayBackUp = useMayCall('backup.start')
  const station = status.data?.station ?? null
  return (
    <Page title={t('station:settings.title')}>
      <ErrorNotice error={status.error} onRetry={() => void status.refetch()} />
      {station !== null && mayChange ? <StationForm key={JSON.stringify(station)} station={station} /> : null}
      {station !== null && !mayChange ? <StationToRead station={station} /> : null}
      <div className="fs-columns">
        <div className="fs-stack">
          <DisplayPanel />
          <PhrasesPanel />
        </div>
        <div className="fs-stack">
          <AccountPanel />
          {status.data === undefined ? null : <ComputerPanel status={status.data} />}
        </div>
      </div>
      {mayBackUp ? <BackupPanel /> : null}
      {station !== null && mayChange ? <LetterheadPanel key={JSON.stringify(station)} station={station} /> : null}
      {station !== null && mayChange ? <NumberingPanel key={`numbering ${JSON.stringify(station)}`} station={station} /> : null}
      <CalendarPanel />
      <WarningsPanel />
      <FormSettingsPanel />
      <NumberRegister />
    </Page>
  )
}
