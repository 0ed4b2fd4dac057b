/** One question with its basis, its answer and what was written about it. */
import { memo, useState, type ReactNode } from 'react'
import { formatCitation, type LawTitles } from '../../shared/catalogue/citation.ts'
import type { Question } from '../../shared/catalogue/schema.ts'
import type { AnswerValue, Evidence } from '../../shared/checklist/answers.ts'
import type { AnswerFields, SavedAnswer } from '../../shared/checklist/contract.ts'
import type { Material } from '../../shared/materials/contract.ts'
import type { DecidedFinding } from '../../shared/prereview/contract.ts'
import { useLanguage } from '../language/language.ts'
import { FindingBox, type FindingBoxActs } from '../prereview/finding-box.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { AnswerMark, SeverityMark, UnverifiedMark } from '../ui/state-tag.tsx'
import { AnswerButtons } from './answer-buttons.tsx'
import { withoutPin } from './answer-draft.ts'
import { AnswerTexts } from './answer-texts.tsx'
import type { AnswerKeeper } from './answer-keeper.ts'
import { BasisPanel } from './basis-panel.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import { EvidencePins, PinButton } from './evidence-pins.tsx'
import { useAnswerFields, useStuckAnswer } from './review-state.ts'

export interface QuestionCardProps {
  readonly questionId: string
  /** Undefined where today's catalogue does not have the question any more. */
  readonly question: Question | undefined
  /** Every question of the catalogue, by its number. */
  readonly questions: ReadonlyMap<string, Question>
  readonly previous: SavedAnswer | null
  readonly laws: LawTitles
  readonly materials: readonly Material[]
  readonly keeper: AnswerKeeper
  readonly editable: boolean
  readonly current: boolean
  readonly onCurrent: (questionId: string) => void
  readonly onAnswer: (questionId: string, answer: AnswerValue) => void
  readonly onOpenPin: (pin: Evidence) => void
  readonly onPin: () => void
  readonly findings: readonly DecidedFinding[]
  readonly findingBox: FindingBoxActs
  readonly currentFinding: string | null
}

export const QuestionCard = memo(function QuestionCard(props: QuestionCardProps): ReactNode {
  const { questionId, question, keeper, editable, current, materials } = props
  const { t, pick } = useLanguage()
  const fields = useAnswerFields(keeper, questionId)
  const stuck = useStuckAnswer(keeper, questionId)
  const edit = (change: (old: AnswerFields) => AnswerFields): void => keeper.edit(questionId, change)
  return (
    <article
      id={`question-${questionId}`}
      className={current ? 'question question-current' : 'question'}
      aria-current={current ? 'true' : undefined}
      aria-label={t('checklist:question', { id: questionId })}
      tabIndex={-1}
      onClick={() => props.onCurrent(questionId)}
      onFocus={() => props.onCurrent(questionId)}
    >
      <h3>
        <span className="question-id">{questionId}</span> {question === undefined ? t('checklist:noLongerAsked') : pick(question.text)}
      </h3>
      {question !== undefined && <QuestionMeta question={question} questions={props.questions} laws={props.laws} />}
      <AnswerButtons
        questionId={questionId}
        answer={fields.answer}
        editable={editable}
        mayNotApply={question?.mayNotApply ?? true}
        onAnswer={(answer) => props.onAnswer(questionId, answer)}
      />
      {props.previous !== null && <PreviousAnswer previous={props.previous} />}
      {props.findings.map((decided) => (
        <FindingBox
          key={decided.finding.key}
          {...props.findingBox}
          decided={decided}
          folded={false}
          current={current && decided.finding.key === props.currentFinding}
        />
      ))}
      {stuck !== null && <ConflictNotice questionId={questionId} kept={stuck} keeper={keeper} />}
      {stuck?.state === 'failed' && (
        <ErrorNotice className="question-notice" error={stuck.error} onRetry={() => keeper.retry(questionId)} />
      )}
      <AnswerTexts
        fields={fields}
        question={question}
        current={current}
        editable={editable}
        questionId={questionId}
        onEdit={edit}
        onComposing={(composing) => (composing ? keeper.hold(questionId) : keeper.release(questionId))}
        pins={
          <EvidencePins
            evidence={fields.evidence}
            materials={materials}
            editable={editable}
            onOpen={props.onOpenPin}
            onRemove={(index) => edit((old) => withoutPin(old, index))}
          />
        }
        more={<PinButton onPin={props.onPin} />}
      />
    </article>
  )
})

interface QuestionMetaProps {
  readonly question: Question
  readonly questions: ReadonlyMap<string, Question>
  readonly laws: LawTitles
}

const QuestionMeta = memo(function QuestionMeta({ question, questions, laws }: QuestionMetaProps): ReactNode {
  const { language, t, pick } = useLanguage()
  const [open, setOpen] = useState(false)
  const separator = t('ui:listSeparator')
  const basis = question.basis.map((citation) => formatCitation(citation, language, laws)).join(separator)
  return (
    <>
      <div className="question-meta">
        <SeverityMark severity={question.severity} />
        {!question.verified && <UnverifiedMark />}
        <button
          type="button"
          id={`basis-${question.id}`}
          className="question-basis"
          aria-expanded={open}
          aria-controls={`basis-panel-${question.id}`}
          title={basis}
          onClick={() => setOpen(!open)}
        >
          {t('checklist:basis')} <b>{basis === '' ? (question.noBasisBecause === undefined ? '—' : pick(question.noBasisBecause)) : basis}</b>
          <span className="fs-hidden">{t('checklist:openBasis', { id: question.id })}</span>
          <kbd aria-hidden>B</kbd>
        </button>
        <span className="question-where" title={pick(question.lookIn)}>
          {t('checklist:lookIn', { where: pick(question.lookIn) })}
        </span>
      </div>
      {open && <BasisPanel question={question} questions={questions} laws={laws} />}
    </>
  )
})

function PreviousAnswer({ previous }: { readonly previous: SavedAnswer }): ReactNode {
  const { t } = useLanguage()
  const words = [previous.finding, previous.suggestion].filter((text) => text !== '')
  return (
    <div className="question-previous">
      <span className="fs-soft">{t('checklist:lastRound')}</span>
      {previous.answer === null ? <span className="fs-soft">{t('checklist:unanswered')}</span> : <AnswerMark answer={previous.answer} />}
      {words.length > 0 && <span>{words.join(' ')}</span>}
    </div>
  )
}
