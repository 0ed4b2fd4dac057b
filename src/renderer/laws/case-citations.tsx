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
import './laws.css'

const WEIGHTS = ['wrong', 'weigh', 'unsure'] as const
type Weight = (typeof WEIGHTS)[number]
const TONES: Record<Weight, MarkTone> = { wrong: 'red', weigh: 'amber', unsure: 'plain' }

/** The gravest of its troubles; null where nothing is wrong. */
function gravest({ troubles }: ResolvedCitation): Weight | null {
  return WEIGHTS.find((weight) => troubles.some((one) => one.weight === weight)) ?? null
}

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
  const counts = WEIGHTS.map((weight) => [weight, results?.filter((one) => gravest(one) === weight).length ?? 0] as const)
  return (
    <div className="case-citations">
      <ul className="case-list">
        {citations.map((citation, index) => (
          <Citation key={index} words={wordsOf(citation)} role={pick(CITATION_ROLE_LABELS[citation.role])} result={results?.[index]} plain={citation.paragraph === '' && citation.item === ''} />
        ))}
      </ul>
      {results !== undefined && (
        <p className="fs-soft" title={t('laws:checks.explain')}>
          {t('laws:checks.summary', { count: citations.length, ...Object.fromEntries(counts) })}
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
  /** It names neither paragraph nor item. */
  readonly plain: boolean
}

function Citation({ words, role, result, plain }: CitationProps): ReactNode {
  const { t, pick } = useLanguage()
  const weight = result === undefined ? null : gravest(result)
  const { law = null, version = null, article = null } = result ?? {}
  const path = law === null || version === null ? null : `/laws/${law}/${version}${article === null ? '' : `/${article}`}`
  // without the text of the law its paragraphs and items cannot be counted, and that is said
  const unread = result !== undefined && weight === null && path === null && !plain
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
      {result !== undefined && (weight === null ? <Mark tone={unread ? 'plain' : 'green'}>{t(unread ? 'laws:checks.unsure' : 'laws:checks.ok')}</Mark> : <Mark tone={TONES[weight]}>{t(`laws:checks.${weight}`)}</Mark>)}
      {unread && <div className="case-citation-trouble fs-soft">{t('laws:checks.partly')}</div>}
      {result?.troubles.map((trouble, index) => (
        <div key={index} className={`case-citation-trouble ${trouble.weight === 'wrong' ? 'fs-red' : trouble.weight === 'weigh' ? 'fs-amber' : 'fs-soft'}`}>
          {pick(trouble.words)}
        </div>
      ))}
    </li>
  )
}
