/** Where a law or one of its articles is used in this station: rows of the catalogue, cases. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Catalogue, Subject } from '../../shared/catalogue/schema.ts'
import type { LawUses } from '../../shared/laws/contract.ts'
import { bilingualSchema, type Bilingual } from '../../shared/values/values.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import type { WordKey } from '../language/features.ts'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'

interface LawUsesListProps {
  readonly law: string
  /** Null: the law as a whole. */
  readonly article: { readonly number: number; readonly sub: number } | null
}

/** Rows shown before the rest is folded away. */
const SHOWN = 8

/** What a row of the catalogue is about, in both languages; null where it has no such words. */
function wordsOfRow(catalogue: Catalogue | undefined, subject: string, id: string): Bilingual | null {
  const row = catalogue?.[subject as Subject].find((one) => one.id === id) as Readonly<Record<string, unknown>> | undefined
  for (const field of ['text', 'name', 'title', 'explanation']) {
    const words = bilingualSchema.safeParse(row?.[field])
    if (words.success) return words.data
  }
  return null
}

export function LawUsesList({ law, article }: LawUsesListProps): ReactNode {
  const { t } = useLanguage()
  const uses = useRead('laws.usedIn', { law, article })
  if (uses.error !== null) return <ErrorNotice error={uses.error} onRetry={() => void uses.refetch()} />
  if (uses.data === undefined) return <p className="fs-soft">{t('ui:loading')}</p>
  const { catalogue, cases } = uses.data
  if (catalogue.length === 0 && cases.length === 0) return <p className="fs-soft">{t('laws:usedNowhere')}</p>
  return (
    <>
      {catalogue.length > 0 && <CatalogueUses rows={catalogue} />}
      {cases.length > 0 && <CaseUses uses={uses.data} />}
    </>
  )
}

function Folded({ rows }: { readonly rows: readonly ReactNode[] }): ReactNode {
  const { t } = useLanguage()
  return (
    <>
      <ul className="laws-uses">{rows.slice(0, SHOWN)}</ul>
      {rows.length > SHOWN && (
        <details className="laws-more">
          <summary>{t('ui:file.moreRows', { count: rows.length - SHOWN })}</summary>
          <ul className="laws-uses">{rows.slice(SHOWN)}</ul>
        </details>
      )}
    </>
  )
}

function CatalogueUses({ rows }: { readonly rows: LawUses['catalogue'] }): ReactNode {
  const { t, pick } = useLanguage()
  const catalogue = useCatalogue()
  return (
    <>
      <h4 className="laws-uses-title">
        <Link href="/catalogue">{t('laws:usedInCatalogue')}</Link>
      </h4>
      <Folded
        rows={rows.map(({ subject, id, text, place }) => {
          const words = wordsOfRow(catalogue, subject, id)
          return (
            <li key={`${subject}/${id}/${place}`}>
              <span className="fs-soft">
                {t(`laws:subject.${subject}` as WordKey)} {subject === 'questions' ? id : ''}
              </span>{' '}
              {words === null ? text : pick(words)}
            </li>
          )
        })}
      />
    </>
  )
}

const ROLES = ['violated', 'basis', 'discretion', 'procedure', 'remedy'] as const

function CaseUses({ uses }: { readonly uses: LawUses }): ReactNode {
  const { t } = useLanguage()
  return (
    <>
      <h4 className="laws-uses-title">{t('laws:usedInCases', { count: uses.caseCount })}</h4>
      <Folded
        rows={uses.cases.map(({ caseId, title, place, role }, index) => (
          <li key={`${caseId}/${index}`}>
            <Link href={`/cases/${caseId}`}>{title}</Link>{' '}
            <span className="fs-soft">
              {place} {t(`laws:role.${ROLES.find((one) => one === role) ?? 'other'}`)}
            </span>
          </li>
        ))}
      />
      {uses.cases.length < uses.caseCount && <p className="fs-soft">{t('laws:moreCases')}</p>}
    </>
  )
}
