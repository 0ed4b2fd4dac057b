/** One provision that a case cites: what became of checking it, and where it is cited. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { CitedIn } from '../../shared/laws/case-citations.ts'
import type { ResolvedCaseCitation } from '../../shared/laws/citations-contract.ts'
import { useLanguage } from '../language/language.ts'
import { useOpenEvidence } from '../timeline/evidence-opener.tsx'
import { shortName } from '../timeline/timeline-words.ts'
import { Mark, type MarkTone } from '../ui/state-tag.tsx'
import { CITATION_ROLE_LABELS } from '../ui/vocabulary-labels.ts'
import type { CitationStanding } from './citation-standing.ts'

const TONES: Record<CitationStanding, MarkTone> = { wrong: 'red', weigh: 'amber', misprint: 'amber', unsure: 'plain', unknown: 'plain', ok: 'green' }
const TROUBLE_CLASSES = { wrong: 'fs-red', weigh: 'fs-amber', unsure: 'fs-soft' } as const

/** So many places are named at once; the rest on demand. */
const NAMED_AT_ONCE = 3

interface CaseCitationRowProps {
  readonly citation: ResolvedCaseCitation
  readonly standing: CitationStanding
  readonly words: string
}

export function CaseCitationRow({ citation, standing, words }: CaseCitationRowProps): ReactNode {
  const { t, pick } = useLanguage()
  const { library, roles, troubles, unread } = citation
  const { law, version, article } = library
  const roleWords = (roles.length > 1 ? roles.filter((role) => role !== 'other') : roles)
    .map((role) => (role === 'other' || role === 'remedy' ? t(`laws:checks.role.${role}`) : pick(CITATION_ROLE_LABELS[role])))
    .join(t('ui:listSeparator'))
  return (
    <li>
      {law === null || version === null ? (
        words
      ) : (
        <Link href={`/laws/${law}/${version}${article === null ? '' : `/${article}`}`} aria-label={t('laws:checks.open', { place: words })}>
          {words}
        </Link>
      )}{' '}
      <span className="fs-soft">{roleWords}</span> <Mark tone={TONES[standing]}>{t(`laws:checks.${standing}`)}</Mark>
      {unread && <div className="case-citation-trouble fs-soft">{t('laws:checks.partly')}</div>}
      {/* of a law that is not known the mark says all there is */}
      {troubles.filter(({ kind }) => kind !== 'unknown-law').map((trouble) => (
        <div key={trouble.kind} className={`case-citation-trouble ${TROUBLE_CLASSES[trouble.weight]}`}>
          {pick(trouble.words)}
        </div>
      ))}
      <Places citation={citation} />
    </li>
  )
}

/** A page that cites the place twice is named once. */
function onePerPage(places: readonly CitedIn[]): CitedIn[] {
  const first = new Map<string, CitedIn>()
  for (const place of places) {
    const page = `${place.fileId}/${place.passage.page}`
    if (!first.has(page)) first.set(page, place)
  }
  return [...first.values()]
}

function Places({ citation: { registered, places } }: Pick<CaseCitationRowProps, 'citation'>): ReactNode {
  const { t } = useLanguage()
  const pages = onePerPage(places)
  const rest = pages.slice(NAMED_AT_ONCE)
  const link = (place: CitedIn): ReactNode => <PlaceLink key={`${place.fileId}/${place.passage.page}`} place={place} />
  return (
    <div className="case-citation-places">
      {registered && <span className="fs-soft">{t('laws:checks.registered')}</span>}
      {pages.slice(0, NAMED_AT_ONCE).map(link)}
      {rest.length > 0 && (
        <details>
          <summary className="fs-soft">{t('laws:checks.more', { count: rest.length })}</summary>
          <span className="case-citation-places">{rest.map(link)}</span>
        </details>
      )}
    </div>
  )
}

function PlaceLink({ place }: { readonly place: CitedIn }): ReactNode {
  const { t } = useLanguage()
  const open = useOpenEvidence()
  const { fileName, passage, quote, certain } = place
  const name = shortName(fileName)
  const { page } = passage
  return (
    <button type="button" className="timeline-link" title={quote} aria-label={t('prereview:openEvidence', { name, page, words: quote })} onClick={() => open(place)}>
      {t('prereview:evidenceAt', { name, page })}
      {certain ? '' : ` （${t('crossTable:uncertain')}）`}
    </button>
  )
}
