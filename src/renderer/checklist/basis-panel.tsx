/** The basis (依据) of a question, opened: the articles with what they are held to mean here, and their text where the law library has it. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { formatCitation, type Citation, type LawTitles } from '../../shared/catalogue/citation.ts'
import type { Question } from '../../shared/catalogue/schema.ts'
import type { ResolvedCitation } from '../../shared/laws/contract.ts'
import { articleText, paragraphLines } from '../../shared/laws/law-words.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { UnverifiedMark } from '../ui/state-tag.tsx'
import { otherQuestionsOn } from './article-gist.ts'

interface BasisPanelProps {
  readonly question: Question
  readonly questions: ReadonlyMap<string, Question>
  readonly laws: LawTitles
}

export function BasisPanel({ question, questions, laws }: BasisPanelProps): ReactNode {
  const { language, t, pick } = useLanguage()
  const citations = question.basis.map(({ law, article, paragraph, item }) => ({
    law,
    article: String(article ?? ''),
    paragraph: String(paragraph ?? ''),
    item: String(item ?? ''),
  }))
  const found = useRead('laws.checkCitations', { citations, act: null, decision: null }, { enabled: citations.length > 0, staleTime: Infinity })
  return (
    <div className="basis-panel" id={`basis-panel-${question.id}`}>
      <div>
        <span className="fs-soft">{t('checklist:typicalDefect')}</span> {pick(question.typicalDefect)}
      </div>
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      {question.basis.map((citation, index) => (
        <section key={index} className="basis-article">
          <h4>
            {formatCitation(citation, language, laws)} {!question.verified && <UnverifiedMark />}
          </h4>
          <Text citation={citation} place={found.data?.[index]} waiting={found.isPending} />
          <Gist rows={otherQuestionsOn(questions.values(), question, citation)} />
        </section>
      ))}
    </div>
  )
}

interface TextProps {
  readonly citation: Citation
  readonly place: ResolvedCitation | undefined
  readonly waiting: boolean
}

function Text({ citation, place, waiting }: TextProps): ReactNode {
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
    if (waiting) return null
    const words = law === null ? t('checklist:noLawText') : t('checklist:noArticleText')
    return <p className="fs-soft">{words}</p>
  }
  if (read.data === undefined) return <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
  const { article: body, version: row } = read.data
  const cited = citation.paragraph === undefined ? undefined : body.paragraphs[citation.paragraph - 1]
  return (
    <>
      {/* laws are Chinese texts in either language */}
      <div lang="zh-CN" className="basis-text">
        {cited === undefined ? articleText(body) : paragraphLines(cited).join('\n')}
      </div>
      <p className="fs-soft">
        {row.inForceFrom !== null && t('laws:inForceFrom', { day: row.inForceFrom })} {row.inForceFrom !== null && !row.inForceCertain && <UnverifiedMark />}{' '}
        <Link href={`/laws/${law}/${version}/${article}`}>{t('checklist:openLaw')}</Link>
      </p>
    </>
  )
}

function Gist({ rows }: { readonly rows: readonly Question[] }): ReactNode {
  const { t, pick } = useLanguage()
  if (rows.length === 0) return null
  return (
    <div className="basis-gist">
      <span className="fs-soft">{t('checklist:gist')}</span>
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
