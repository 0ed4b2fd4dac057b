/** Notices of the system for the clocks of the person's cases. Draws nothing; silent where the shell has no notices. */
import { useEffect, type ReactNode } from 'react'
import type { BoardRow } from '../../shared/deadlines/contract.ts'
import type { SystemNotice } from '../../shared/shell/desktop-api.ts'
import type { IsoInstant } from '../../shared/values/values.ts'
import { clockPlace, stateWords } from '../deadlines/clock-words.ts'
import { useLanguage, type LanguageInUse } from '../language/language.ts'
import { useKeepPreference, usePreferences } from '../preferences/preferences.ts'
import { useRead, useTransport } from '../transport/calls.ts'
import { dueReminders, MOST_AT_ONCE, reminderKind, REMINDED } from './due-reminders.ts'

/** Hours pass without any act, and a day begins. */
const EVERY = 60_000

/** The title names the case and nothing else: it is read by whoever passes the screen. */
function noticeOf(row: BoardRow, asOf: IsoInstant, speech: LanguageInUse): SystemNotice {
  const { t, pick } = speech
  const name = pick(row.clock.name)
  const body = reminderKind(row, asOf) === 'today' ? t('reminders:today', { name }) : t('reminders:state', { name, state: stateWords(row.clock, speech) })
  return { title: row.title, body, path: clockPlace(row) }
}

export function Reminders(): ReactNode {
  const speech = useLanguage()
  const { t } = speech
  const { notify } = useTransport()
  const preferences = usePreferences()
  const keepPreference = useKeepPreference()
  const kept = preferences === undefined ? undefined : (preferences.reminders ?? REMINDED)
  const enabled = notify !== undefined && kept?.on === true
  const { data, refetch } = useRead('deadlines.mine', {}, { enabled, keep: true })
  useEffect(() => {
    if (!enabled) return
    const timer = setInterval(() => void refetch(), EVERY)
    return () => clearInterval(timer)
  }, [enabled, refetch])
  useEffect(() => {
    if (!enabled || kept === undefined || data === undefined) return
    const due = dueReminders(data.rows, kept, data.asOf)
    if (due === null) return
    keepPreference('reminders', due.keep)
    const { rows } = due
    if (rows.length <= MOST_AT_ONCE) for (const row of rows) notify(noticeOf(row, data.asOf, speech))
    else notify({ title: t('reminders:several', { count: rows.length === data.rows.length ? data.red + data.amber : rows.length }), body: t('reminders:severalHint'), path: '/' })
  }, [enabled, kept, data, notify, keepPreference, speech, t])
  return null
}
