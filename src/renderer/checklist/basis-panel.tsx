/**
 * The basis (依据) of a question, opened: for each article its gist, which ships, then its text where the law library has
 * it, else how to import it.
 */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { formatCitation, type Citation, type LawTitles } from '../../shared/catalogue/citation.ts'
import type { Question } from '../../shared/catalogue/schema.ts'
import type { ArticleGist, ResolvedCitation } from '../../shared/laws/citations-contract.ts'
import { articleText, paragraphLines } from '../../shared/laws/law-words.ts'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'
import { Gist } from './article-gist.tsx'
import { otherQuestionsOn } from './other-questions.ts'

interface BasisPanelProps {
  readonly question: Question
  readonly questions: ReadonlyMap<string, Question>
  readonly laws: LawTitles
}

export function BasisPanel({ question, questions, laws }: BasisPanelProps): ReactNode {
  const { language, t, pick } = useLanguage()
  const { basis } = question
  const citations = basis.map(({ law, article, paragraph, item }) => ({
    law,
    article: String(article ?? ''),
    paragraph: String(paragraph ?? ''),
    item: String(item ?? ''),
  }))
  const asked = { enabled: citations.length > 0, staleTime: Infinity }
  const gists = useRead('laws.gists', { citations: basis }, asked)
  const found = useRead('laws.checkCitations', { citations, act: null, decision: null }, asked)
  const missing = found.data?.filter(({ law }) => law === null).length ?? 0
  return (
    <div className="basis-panel" id={`basis-panel-${question.id}`}>
      <div>
        <span className="fs-soft">{t('checklist:typicalDefect')}</span> {pick(question.typicalDefect)}
      </div>
      {missing > 0 && <HowToImport />}
      <ErrorNotice error={gists.error} onRetry={() => void gists.refetch()} />
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      {basis.map((citation, index) => (
        <section key={index} className="basis-article">
          <h4>
            {formatCitation(citation, language, laws)} {!question.verified && <UnverifiedMark />}
          </h4>
          {gists.data !== undefined && <Gist gist={gists.data[index] ?? null} laws={laws} />}
          <Text citation={citation} place={found.data?.[index]} gist={gists.data?.[index] ?? null} allMissing={missing === basis.length} />
          <OtherQuestions rows={otherQuestionsOn(questions.values(), question, citation)} />
        </section>
      ))}
    </div>
  )
}

interface TextProps {
  readonly citation: Citation
  /** Undefined while it is being looked up, or could not be. */
  readonly place: ResolvedCitation | undefined
  readonly gist: ArticleGist | null
  /** The library has none of the laws, which is said once above them. */
  readonly allMissing: boolean
}

function Text({ citation, place, gist, allMissing }: TextProps): ReactNode {
  const { t } = useLanguage()
  const { law = null, version = null, article = null } = place ?? {}
  const there = law !== null && version !== null && article !== null && citation.article !== undefined
  const [number = 1, sub = 0] = (article ?? '').split('-').map(Number)
  const read = useRead(
    'laws.article',
    { law: law ?? '', version, article: { number, sub } },
    { enabled: there, staleTime: Infinity },
  )
  if (!there) {
    if (place === undefined || allMissing) return null
    const words = law === null ? t('checklist:noLawText') : t('checklist:noArticleText')
    return <p className="fs-soft">{words}</p>
  }
  if (read.data === undefined) return <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
  const { article: body, version: row } = read.data
  const cited = citation.paragraph === undefined ? undefined : body.paragraphs[citation.paragraph - 1]
  const held = gist?.versionDate ?? null
  const otherVersion = held !== null && row.versionDate !== null && held !== row.versionDate
  return (
    <>
      {otherVersion && <p className="fs-amber">{t('checklist:gistOfOther')}</p>}
      <div className="basis-text">
        <Mark>{t('checklist:wording')}</Mark> {/* laws are Chinese texts in either language */}
        <span lang="zh-CN">{cited === undefined ? articleText(body) : paragraphLines(cited).join('\n')}</span>
      </div>
      <p className="fs-soft">
        {row.inForceFrom !== null && t('laws:inForceFrom', { day: row.inForceFrom })} {row.inForceFrom !== null && !row.inForceCertain && <UnverifiedMark />}{' '}
        <Link href={`/laws/${law}/${version}/${article}`}>{t('checklist:openLaw')}</Link>
      </p>
    </>
  )
}

/** Once above the articles, however many of them have no text. */
function HowToImport(): ReactNode {
  const { t } = useLanguage()
  const mayImport = useMayCall('laws.import')
  return (
    <p className="fs-soft">
      {mayImport ? t('checklist:importLaws') : t('checklist:othersImportLaws')} <Link href="/laws">{t('checklist:toLaws')}</Link>
    </p>
  )
}

function OtherQuestions({ rows }: { readonly rows: readonly Question[] }): ReactNode {
  const { t, pick } = useLanguage()
  if (rows.length === 0) return null
  return (
    <div className="basis-others">
      <span className="fs-soft">{t('checklist:otherQuestions')}</span>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <span className="question-id">{row.id}</span> {pick(row.text)}
          </li>
        ))}
      </ul>
    </div>
  )
}
