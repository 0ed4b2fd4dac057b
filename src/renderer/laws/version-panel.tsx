/** Versions of a law with their days and standing, which one was in force on a day, and what else is known of it. */
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { LawDetail } from '../../shared/laws/contract.ts'
import { isoDateSchema } from '../../shared/values/values.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'
import { LawUsesList } from './law-uses.tsx'
import { problemWords, StandingMark, VersionDays, versionName } from './law-words.tsx'

export function VersionPanel({ detail }: { readonly detail: LawDetail }): ReactNode {
  const { t } = useLanguage()
  const { law, versions, shown } = detail
  return (
    <>
      <Panel title={t('laws:about')}>
        <ul className="law-versions">
          {versions.map((row) => (
            <li key={row.version}>
              <div className="fs-row">
                {row.version === shown.version ? (
                  <strong title={t('laws:shownVersion')}>{versionName(row.version, t)}</strong>
                ) : (
                  <Link href={`/laws/${law}/${row.version}`} title={t('laws:otherVersion')}>
                    {versionName(row.version, t)}
                  </Link>
                )}
                <StandingMark standing={row.standing} />
                {row.version === shown.version && <Mark tone="navy">{t('laws:shownVersion')}</Mark>}
              </div>
              <VersionDays row={row} />
            </li>
          ))}
        </ul>
        <OnDay detail={detail} />
      </Panel>
      <Panel title={t('laws:history')}>
        <LawFacts detail={detail} />
        <h3 className="laws-subtitle">{t('laws:usedHere')}</h3>
        <LawUsesList law={law} article={null} />
      </Panel>
    </>
  )
}

function OnDay({ detail }: { readonly detail: LawDetail }): ReactNode {
  const { t } = useLanguage()
  const [day, setDay] = useState<string | null>(null)
  const wanted = isoDateSchema.safeParse(day)
  const found = useRead('laws.inForceOn', { law: detail.law, day: wanted.success ? wanted.data : ('2000-01-01' as never) }, { enabled: wanted.success })
  return (
    <div className="law-on-day">
      <Field label={t('laws:onDay')}>{(control) => <DateField {...control} value={day} onChange={setDay} />}</Field>
      <div role="status">
        {wanted.success && found.data === null && <span className="fs-amber">{t('laws:onDayNone')}</span>}
        {wanted.success && found.data !== undefined && found.data !== null && (
          <>
            {t('laws:onDayResult')}{' '}
            <Link href={`/laws/${detail.law}/${found.data.version}`}>{versionName(found.data.version, t)}</Link> <VersionDays row={found.data} />
          </>
        )}
      </div>
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
    </div>
  )
}

function LawFacts({ detail }: { readonly detail: LawDetail }): ReactNode {
  const { t } = useLanguage()
  const { register } = detail
  const separator = t('ui:listSeparator')
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('laws:issuer'), detail.issuer],
    [t('laws:number'), detail.number],
    [t('laws:highest'), detail.shown.highestArticle === null ? null : t('laws:highestAt', { count: detail.shown.highestArticle })],
    [t('laws:aliases'), detail.aliases.join(separator)],
    [
      t('laws:history'),
      detail.history.length === 0 ? null : (
        <ul className="laws-uses">
          {detail.history.map((event, index) => (
            <li key={index} title={event.text}>
              <span className="fs-figures">{event.day}</span> {t(`laws:event.${event.kind}`)}
            </li>
          ))}
        </ul>
      ),
    ],
    [t('laws:repeals'), detail.repeals.map(({ title, on }) => `《${title}》${on === null ? '' : ` ${on}`}`).join(separator)],
    [
      t('laws:problems'),
      detail.problems.length === 0 ? null : (
        <ul className="laws-uses fs-amber">
          {detail.problems.map((problem, index) => (
            <li key={index}>{problemWords(problem, t)}</li>
          ))}
        </ul>
      ),
    ],
    [
      t('laws:registered'),
      register === null ? null : (
        <>
          {t('laws:registeredFrom', { from: register.inForceFrom })} {!register.verified && <UnverifiedMark />}
          {register.repealedOn !== null && <div>{t('laws:registeredRepealed', { on: register.repealedOn })}</div>}
          {register.replacedBy !== null && <div>{t('laws:replacedBy', { title: register.replacedBy })}</div>}
        </>
      ),
    ],
    [t('laws:sources'), detail.files.map(({ source, path }) => `${source}/${path}`).join('\n')],
  ]
  return (
    <dl className="fs-facts law-facts">
      {rows.map(([name, value]) =>
        value === null || value === '' ? null : (
          <div key={name} className="fs-fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
