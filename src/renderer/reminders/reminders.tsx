/** Notices of the system for the limits of the person's cases. Draws nothing; silent where the shell has no notices. */
import { useEffect, type ReactNode } from 'react'
import type { HomeCase } from '../../shared/home/contract.ts'
import type { Scope } from '../../shared/home/home-filter.ts'
import type { Role } from '../../shared/people/roles.ts'
import type { SystemNotice } from '../../shared/shell/desktop-api.ts'
import { useLanguage, type LanguageInUse } from '../language/language.ts'
import { useKeepPreference, usePreferences } from '../preferences/preferences.ts'
import { usePerson } from '../session/session.tsx'
import { useRead, useTransport } from '../transport/calls.ts'
import { dueReminders, MOST_AT_ONCE, REMINDED } from './due-reminders.ts'

/** Whose cases: one's own where one has some, else those that one looks after. */
function scopeFor(roles: readonly Role[]): Scope | null {
  if (roles.includes('reviewer')) return 'reviewing'
  return roles.includes('handler') ? 'handling' : null
}

/** The title names the case and nothing else: it is read by whoever passes the screen. */
function noticeOf(one: HomeCase, t: LanguageInUse['t']): SystemNotice {
  const days = Math.abs(one.due?.workingDays ?? 0)
  const what = one.due?.light === 'late' ? 'late' : days === 0 ? 'today' : 'near'
  return { title: one.row.title, body: t(`reminders:${what}`, { days }), path: `/cases/${one.row.id}` }
}

export function Reminders(): ReactNode {
  const { t } = useLanguage()
  const { roles } = usePerson()
  const { notify } = useTransport()
  const preferences = usePreferences()
  const keepPreference = useKeepPreference()
  const kept = preferences === undefined ? undefined : (preferences.reminders ?? REMINDED)
  const enabled = notify !== undefined && kept?.on === true
  const summary = useRead('home.summary', { scope: scopeFor(roles) }, { enabled, keep: true }).data
  useEffect(() => {
    if (!enabled || kept === undefined || summary === undefined) return
    const due = dueReminders(summary.lights, kept, summary.days.today)
    if (due === null) return
    keepPreference('reminders', due.keep)
    const [first, ...others] = due.cases
    if (first === undefined) return
    if (others.length < MOST_AT_ONCE) for (const one of due.cases) notify(noticeOf(one, t))
    else notify({ title: t('reminders:several', { count: due.cases.length }), body: t('reminders:severalHint'), path: '/' })
  }, [enabled, kept, summary, notify, keepPreference, t])
  return null
}
