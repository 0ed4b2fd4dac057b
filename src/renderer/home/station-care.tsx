/** For the administrator: who has no part in cases looks after people, settings and the calendar. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { BackupDue } from '../backup/backup-due.tsx'
import { useLanguage } from '../language/language.ts'
import { credentialState, WARNED_BEFORE } from '../people/credential-state.ts'
import { ExpiringCredentials } from '../people/expiring-credentials.tsx'
import { useRead } from '../transport/calls.ts'
import { formatDay, today } from '../ui/formats.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'

const PLACES = [
  ['people', '/people'],
  ['settings', '/settings'],
  ['catalogue', '/catalogue'],
  ['audit', '/audit'],
] as const

export function StationCare({ provisionalFrom }: { provisionalFrom: string | null }): ReactNode {
  const { t, language } = useLanguage()
  const people = useRead('people.list', {})
  const now = today()
  const warned = (people.data ?? [])
    .filter(({ active }) => active)
    .some(({ credentials }) => credentials.some((credential) => ['expired', 'ending'].includes(credentialState(credential, now).kind)))
  return (
    <>
      <ExpiringCredentials />
      <Panel title={t('home:care.title')} flush>
        <ErrorNotice error={people.error} onRetry={() => void people.refetch()} />
        {people.data === undefined || warned ? null : <p className="fs-queue-empty fs-soft">{t('home:care.credentialsFine', { days: WARNED_BEFORE })}</p>}
        {provisionalFrom === null ? null : (
          <p className="fs-queue-empty home-care-warning">{t('home:calendar.provisionalFrom', { day: formatDay(provisionalFrom, language) })}</p>
        )}
        <BackupDue />
        <ul className="fs-queue">
          {PLACES.map(([name, path]) => (
            <li key={name}>
              <Link href={path}>{t(`home:care.${name}`)}</Link>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}
