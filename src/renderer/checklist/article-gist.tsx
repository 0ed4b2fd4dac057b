/** The gist (条文要旨) of a provision, marked as what it is: the catalogue's own words, not those of the law. */
import type { ReactNode } from 'react'
import { formatCitation, type LawTitles } from '../../shared/catalogue/citation.ts'
import type { ArticleGist } from '../../shared/laws/citations-contract.ts'
import { useLanguage } from '../language/language.ts'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'

interface GistProps {
  /** Null: the catalogue has none. */
  readonly gist: ArticleGist | null
  readonly laws: LawTitles
}

export function Gist({ gist, laws }: GistProps): ReactNode {
  const { language, t, pick } = useLanguage()
  if (gist === null) return <p className="fs-soft">{t('checklist:noGist')}</p>
  const { text, place, exact, verified, versionDate } = gist
  return (
    <p>
      <Mark tone="navy">{t('checklist:gist')}</Mark> {!verified && <UnverifiedMark />} {pick(text)}{' '}
      {!exact && <span className="fs-soft">{t('checklist:gistAround', { place: formatCitation(place, language, laws) })}</span>}{' '}
      {versionDate !== null && <span className="fs-soft fs-figures">{t('checklist:gistVersion', { day: versionDate })}</span>}
    </p>
  )
}
