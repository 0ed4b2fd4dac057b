/** Questions that do not concern this case, each with why. */
import { Collapse } from 'antd'
import { memo, type ReactNode } from 'react'
import type { Question } from '../../shared/catalogue/schema.ts'
import type { ChecklistHeading } from '../../shared/checklist/contract.ts'
import { useLanguage } from '../language/language.ts'

interface FoldedQuestionsProps {
  readonly folded: ChecklistHeading['folded']
  readonly questions: ReadonlyMap<string, Question>
}

export const FoldedQuestions = memo(function FoldedQuestions({ folded, questions }: FoldedQuestionsProps): ReactNode {
  const { t, pick } = useLanguage()
  if (folded.length === 0) return null
  const list = (
    <ul className="folded">
      {folded.map(({ questionId, why }) => {
        const question = questions.get(questionId)
        return (
          <li key={questionId}>
            <div>
              <span className="question-id">{questionId}</span> {question === undefined ? t('checklist:noLongerAsked') : pick(question.text)}
            </div>
            <div className="fs-soft">{pick(why)}</div>
          </li>
        )
      })}
    </ul>
  )
  return <Collapse size="small" items={[{ key: 'folded', label: t('checklist:folded', { count: folded.length }), children: list }]} />
})
