/** What changed since the head last read the opinion: type, answers and sections, each leading to its place. */
import type { ReactNode } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { isUnchanged, type OpinionChanges, type ReadAnswer } from '../../shared/opinion/changes.ts'
import { useLanguage } from '../language/language.ts'
import { DateText } from '../ui/date-text.tsx'
import { ANSWER_LABELS } from '../ui/vocabulary-labels.ts'
import { Difference } from './difference.tsx'
import { typeName } from './type-panel.tsx'

interface ChangesPanelProps {
  readonly changes: OpinionChanges
  readonly catalogue: Catalogue
  readonly round: number
  readonly onQuestion: (questionId: string) => void
}

export function ChangesPanel({ changes, catalogue, round, onQuestion }: ChangesPanelProps): ReactNode {
  const { t, pick } = useLanguage()
  const { type, overrideReason, answers, sections } = changes
  const nameOf = (code: string): string => typeName(catalogue, code, pick)
  return (
    <section className="opinion-changes" aria-label={t('opinion:changes')}>
      <div className="opinion-changes-head">
        <strong>{t('opinion:changes')}</strong>
        <span className="fs-soft">
          {changes.round !== round && `${t('ui:round', { round: changes.round })} · `}
          {t('opinion:readBy', { name: changes.by })} <DateText value={changes.since} />
        </span>
      </div>
      {isUnchanged(changes) && <p className="fs-soft">{t('opinion:nothingChanged')}</p>}
      {type !== null && <p>{t('opinion:typeChanged', { before: nameOf(type.before), after: nameOf(type.after) })}</p>}
      {overrideReason !== null && (
        <div>
          {t('opinion:reasonChanged')}
          <Difference before={overrideReason.before ?? ''} after={overrideReason.after ?? ''} />
        </div>
      )}
      {answers.length > 0 && (
        <details open={answers.length <= 5}>
          <summary>{t('opinion:answersChanged', { count: answers.length })}</summary>
          <ul className="changed-answers">
            {answers.map(({ questionId, before, after }) => (
              <li key={questionId}>
                <button type="button" className="reason" onClick={() => onQuestion(questionId)}>
                  {questionId}
                </button>{' '}
                <AnswerWords answer={before} /> → <AnswerWords answer={after} />
                <Difference before={wordsOf(before)} after={wordsOf(after)} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {sections.length > 0 && (
        <p>
          {t('opinion:sectionsChanged', { count: sections.length })}{' '}
          {sections.map(({ id, title }) => (
            <button key={id} type="button" className="reason" onClick={() => document.querySelector(`[id="section-${id}"]`)?.scrollIntoView({ block: 'start' })}>
              {title}
            </button>
          ))}
        </p>
      )}
    </section>
  )
}

function AnswerWords({ answer }: { readonly answer: ReadAnswer | null }): ReactNode {
  const { t, pick } = useLanguage()
  const given = answer?.answer ?? null
  return given === null ? t('opinion:noAnswer') : pick(ANSWER_LABELS[given])
}

function wordsOf(answer: ReadAnswer | null): string {
  return answer === null ? '' : [answer.finding, answer.suggestion].filter((text) => text !== '').join('\n')
}
