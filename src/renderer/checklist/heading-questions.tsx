/** The questions of one heading with their findings; those that do not apply stand below. */
import type { ReactNode } from 'react'
import type { Checklist } from '../../shared/checklist/contract.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { DecidedFinding } from '../../shared/prereview/contract.ts'
import { useLanguage } from '../language/language.ts'
import { FindingBox } from '../prereview/finding-box.tsx'
import { Empty } from '../ui/empty.tsx'
import { FoldedQuestions } from './folded-questions.tsx'
import { QuestionCard, type QuestionCardProps } from './question-card.tsx'

const NO_FINDINGS: readonly DecidedFinding[] = []

interface HeadingQuestionsProps extends Omit<QuestionCardProps, 'questionId' | 'question' | 'previous' | 'current' | 'findings'> {
  readonly heading: Checklist['headings'][number] | undefined
  readonly catalogue: Catalogue
  readonly current: string | null
  readonly findings: ReadonlyMap<string, readonly DecidedFinding[]>
}

export function HeadingQuestions({ heading, catalogue, current, findings, ...card }: HeadingQuestionsProps): ReactNode {
  const { t, pick } = useLanguage()
  const { questions } = card
  const row = catalogue.headings.find((one) => one.id === heading?.headingId)
  const inFolded = heading?.folded.flatMap(({ questionId }) => findings.get(questionId) ?? NO_FINDINGS) ?? NO_FINDINGS
  return (
    <>
      {row !== undefined && <h2 className="questions-title">{pick(row.title)}</h2>}
      {!card.editable && <p className="fs-soft questions-note">{t('checklist:readOnly')}</p>}
      {heading?.questions.length === 0 && <Empty title={t('checklist:nothingApplies')} hint={t('checklist:nothingAppliesHint')} />}
      {heading?.questions.map(({ questionId, previous }) => (
        <QuestionCard
          key={questionId}
          {...card}
          questionId={questionId}
          question={questions.get(questionId)}
          previous={previous}
          current={questionId === current}
          findings={findings.get(questionId) ?? NO_FINDINGS}
        />
      ))}
      {heading !== undefined && <FoldedQuestions folded={heading.folded} questions={questions} />}
      {inFolded.length > 0 && <p className="fs-soft questions-note">{t('prereview:inFolded')}</p>}
      {inFolded.map((decided) => (
        <FindingBox key={decided.finding.key} {...card.findingBox} decided={decided} folded current={decided.finding.key === card.currentFinding} />
      ))}
    </>
  )
}
