/** Every provision that the case cites, checked: does it exist, was it in force, may it set a penalty (引用条款核对). */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { CaseFields } from '../../shared/cases/case.ts'
import type { ResolvedCitation } from '../../shared/laws/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Mark, type MarkTone } from '../ui/state-tag.tsx'
import { CITATION_ROLE_LABELS } from '../ui/vocabulary-labels.ts'
import { countStandings, standingOf, type CitationStanding, type Weight } from './citation-standing.ts'
import './laws.css'

const TONES: Record<Weight, MarkTone> = { wrong: 'red', weigh: 'amber', unsure: 'plain' }

interface CaseCitationsProps {
  readonly caseId: string
  readonly citations: CaseFields['citations']
  /** How a citation is written out. */
  readonly wordsOf: (citation: CaseFields['citations'][number]) => string
}

export function CaseCitations({ caseId, citations, wordsOf }: CaseCitationsProps): ReactNode {
  const { t, pick } = useLanguage()
  const checked = useRead('laws.checkCase', { caseId: caseId as never }, { enabled: citations.length > 0, staleTime: 0 })
  if (citations.length === 0) return <p className="fs-soft">{t('laws:checks.none')}</p>
  // while the case is being changed the answer may be about the citations of before
  const results = checked.data?.length === citations.length ? checked.data : undefined
  const standings =
    results &&
    citations.flatMap((citation, index) => {
      const result = results[index]
      return result === undefined ? [] : [standingOf(citation, result)]
    })
  return (
    <div className="case-citations">
      <ul className="case-list">
        {citations.map((citation, index) => (
          <Citation key={index} words={wordsOf(citation)} role={pick(CITATION_ROLE_LABELS[citation.role])} result={results?.[index]} standing={standings?.[index]} />
        ))}
      </ul>
      {standings !== undefined && (
        <p className="fs-soft" title={t('laws:checks.explain')}>
          {t('laws:checks.summary', { count: citations.length, ...countStandings(standings) })}
        </p>
      )}
      <ErrorNotice error={checked.error} onRetry={() => void checked.refetch()} />
    </div>
  )
}

interface CitationProps {
  readonly words: string
  readonly role: string
  readonly result: ResolvedCitation | undefined
  readonly standing: CitationStanding | undefined
}

function Citation({ words, role, result, standing }: CitationProps): ReactNode {
  const { t, pick } = useLanguage()
  const { law = null, version = null, article = null } = result ?? {}
  const path = law === null || version === null ? null : `/laws/${law}/${version}${article === null ? '' : `/${article}`}`
  return (
    <li>
      {path === null ? (
        words
      ) : (
        <Link href={path} aria-label={t('laws:checks.open', { place: words })}>
          {words}
        </Link>
      )}{' '}
      <span className="fs-soft">{role}</span>{' '}
      {standing !== undefined && (standing.weight === null ? <Mark tone="green">{t('laws:checks.ok')}</Mark> : <Mark tone={TONES[standing.weight]}>{t(`laws:checks.${standing.weight}`)}</Mark>)}
      {standing?.unread && <div className="case-citation-trouble fs-soft">{t('laws:checks.partly')}</div>}
      {result?.troubles.map((trouble, index) => (
        <div key={index} className={`case-citation-trouble ${trouble.weight === 'wrong' ? 'fs-red' : trouble.weight === 'weigh' ? 'fs-amber' : 'fs-soft'}`}>
          {pick(trouble.words)}
        </div>
      ))}
    </li>
  )
}
