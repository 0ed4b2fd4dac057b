/** The four answers of a question, by click or by the keys 1 to 4. */
import type { ReactNode } from 'react'
import { ANSWER_VALUES, type AnswerValue } from '../../shared/checklist/answers.ts'
import { useLanguage } from '../language/language.ts'
import { ANSWER_LABELS } from '../ui/vocabulary-labels.ts'

interface AnswerButtonsProps {
  readonly questionId: string
  readonly answer: AnswerValue | null
  readonly editable: boolean
  /** Whether “not applicable” is an answer to this question at all. */
  readonly mayNotApply: boolean
  readonly onAnswer: (answer: AnswerValue) => void
}

export function AnswerButtons({ questionId, answer, editable, mayNotApply, onAnswer }: AnswerButtonsProps): ReactNode {
  const { t, pick } = useLanguage()
  return (
    <div className="answers" role="radiogroup" aria-label={t('checklist:answerTo', { id: questionId })}>
      {ANSWER_VALUES.map((value, index) => {
        const impossible = value === 'notApplicable' && !mayNotApply
        return (
          <button
            key={value}
            type="button"
            role="radio"
            aria-checked={answer === value}
            className={`answer answer-${value}`}
            disabled={!editable || impossible}
            title={impossible ? t('checklist:alwaysApplies') : undefined}
            onClick={() => onAnswer(value)}
          >
            {pick(ANSWER_LABELS[value])}
            <kbd aria-hidden>{index + 1}</kbd>
          </button>
        )
      })}
    </div>
  )
}
