/** Turns the reminders of limits on and off, for the person alone. */
import { Switch } from 'antd'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { useKeepPreference, usePreferences } from '../preferences/preferences.ts'
import { useTransport } from '../transport/calls.ts'
import { Field } from '../ui/field.tsx'
import { REMINDED } from './due-reminders.ts'

export function ReminderSwitch(): ReactNode {
  const { t } = useLanguage()
  const { notify } = useTransport()
  const preferences = usePreferences()
  const keep = useKeepPreference()
  const kept = preferences?.reminders ?? REMINDED
  return (
    <Field label={t('reminders:title')} hint={t(notify === undefined ? 'reminders:desktopOnly' : 'reminders:hint')}>
      {({ id }) => (
        <Switch id={id} checked={kept.on} disabled={preferences === undefined} onChange={(on) => keep('reminders', { ...kept, on })} />
      )}
    </Field>
  )
}
