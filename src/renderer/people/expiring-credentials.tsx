/** For the administrator's home: whose certificates have ended or soon will. Nothing where all is well. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { today } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { CredentialMark } from './credential-mark.tsx'
import { credentialState } from './credential-state.ts'

export function ExpiringCredentials(): ReactNode {
  const { t } = useLanguage()
  const people = useRead('people.list', {})
  const now = today()
  const warned = (people.data ?? [])
    .filter((person) => person.active)
    .flatMap((person) => person.credentials.map((credential) => ({ person, credential })))
    .filter(({ credential }) => ['expired', 'ending'].includes(credentialState(credential, now).kind))
  if (warned.length === 0) return null
  return (
    <Panel title={t('people:expiringTitle')} flush>
      <ul className="fs-queue">
        {warned.map(({ person, credential }) => (
          <li key={`${person.id}/${credential.kind}/${credential.number}`}>
            <Link href="/people">
              <span className="fs-queue-title">
                {person.name} · {t(`people:kind.${credential.kind}`)} {credential.number}
              </span>
              <CredentialMark credential={credential} />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
