/** Somebody as of an act, with today's name and post beside it where they differ, and the entry that says so. */
import type { ReactNode } from 'react'
import type { EntryRef } from '../../shared/accountability/accountability-page.ts'
import type { PersonThen } from '../../shared/accountability/person-then.ts'
import { useLanguage } from '../language/language.ts'
import { Mark } from '../ui/state-tag.tsx'
import { ROLE_LABELS } from '../ui/vocabulary-labels.ts'

/** Digits of a hash that are shown; the whole stands in the tip and on the audit page. */
const DIGITS = 12

export function WhoThen({ who }: { readonly who: PersonThen }): ReactNode {
  const { t, pick } = useLanguage()
  const postOf = ({ department, roles }: Pick<PersonThen, 'department' | 'roles'>): string =>
    [department, roles.map((role) => pick(ROLE_LABELS[role])).join(t('ui:listSeparator'))].filter((part) => part !== '').join(' · ')
  const { today } = who
  const now = today === null ? [] : [today.name === who.name ? '' : today.name, postOf(today) === postOf(who) ? '' : postOf(today), today.active ? '' : t('accountability:left')]
  return (
    <span className="acc-who">
      <b>{who.name}</b>
      {postOf(who) === '' ? null : <span className="fs-soft">{postOf(who)}</span>}
      {today === null ? null : <span className="acc-now">{t('accountability:now', { what: now.filter((part) => part !== '').join(t('ui:listSeparator')) })}</span>}
    </span>
  )
}

export function EntryMark({ entry, until = null }: { readonly entry: EntryRef; readonly until?: EntryRef | null }): ReactNode {
  const { t } = useLanguage()
  const holds = entry.holds && until?.holds !== false
  return (
    <span className="acc-entry">
      <span className="fs-figures">{until === null ? t('accountability:entry', { seq: entry.seq }) : t('accountability:entries', { seq: entry.seq, until: until.seq })}</span>
      <span className="fs-mono" title={entry.hash}>
        {entry.hash.slice(0, DIGITS)}
      </span>
      {holds ? null : <Mark tone="red">{t('accountability:altered')}</Mark>}
    </span>
  )
}
