/** The built-in register of laws (法规登记): names and days without any text; what is not verified is marked. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { RegisteredLaw } from '../../shared/laws/contract.ts'
import { hasWords } from '../catalogue/catalogue-search.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { DataTable } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'
import type { LawFilter } from './law-filter.tsx'
import { StandingMark } from './law-words.tsx'

function matches(row: RegisteredLaw, { text, kind, standing }: LawFilter): boolean {
  return (kind === null || row.kind === kind) && (standing === null || row.standing === standing) && hasWords(text, [row.title, ...row.aliases])
}

export function LawRegister({ filter }: { readonly filter: LawFilter }): ReactNode {
  const { t, pick } = useLanguage()
  const register = useRead('laws.register', {})
  if (register.error !== null) return <ErrorNotice error={register.error} onRetry={() => void register.refetch()} />
  const rows = (register.data ?? []).filter((row) => matches(row, filter))
  if (register.data !== undefined && rows.length === 0) return <Empty title={t('laws:nothing')} hint={t('ui:noMatchHint')} />
  return (
    <Panel flush>
      <DataTable
        label={t('laws:part.register')}
        rows={rows}
        rowKey={({ id }) => id}
        loading={register.data === undefined}
        columns={[
          {
            key: 'title',
            title: t('laws:column.title'),
            render: (row) => (
              <>
                {row.law === null ? <strong>{pick(row.title)}</strong> : <Link href={`/laws/${row.law}`} className="laws-title">{pick(row.title)}</Link>}{' '}
                {row.law === null ? <Mark title={t('laws:noTextWhy')}>{t('laws:noText')}</Mark> : <Mark tone="navy">{t('laws:hasText')}</Mark>}{' '}
                {!row.verified && <UnverifiedMark />}
                {row.replacedBy !== null && <div className="fs-soft">{t('laws:replacedBy', { title: pick(row.replacedBy) })}</div>}
                <div className="fs-soft">{row.aliases.join(t('ui:listSeparator'))}</div>
              </>
            ),
          },
          { key: 'kind', title: t('laws:column.kind'), narrow: true, render: ({ kind }) => t(`laws:kind.${kind}`) },
          { key: 'standing', title: t('laws:column.standing'), narrow: true, render: ({ standing }) => <StandingMark standing={standing} /> },
          { key: 'versions', title: t('laws:column.inForceFrom'), render: (row) => <Versions row={row} /> },
          { key: 'articles', title: t('laws:column.articles'), narrow: true, render: ({ versions }) => versions.at(-1)?.highestArticle ?? '—' },
        ]}
      />
    </Panel>
  )
}

function Versions({ row }: { readonly row: RegisteredLaw }): ReactNode {
  const { t } = useLanguage()
  return (
    <ul className="laws-uses laws-days">
      {row.versions.toReversed().map(({ inForceFrom, endedOn, verified }) => (
        <li key={`${inForceFrom}`}>
          <DateText value={inForceFrom} /> {!verified && <UnverifiedMark />}
          {endedOn !== null && <span className="fs-soft"> {t('laws:endedOn', { day: endedOn })}</span>}
        </li>
      ))}
    </ul>
  )
}
