/** The opinion type that the answers lead to, with its reasons; each reason leads to its question. */
import { memo, type ReactNode } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { DerivedOpinion, Reason } from '../../shared/opinion/derivation.ts'
import { useLanguage } from '../language/language.ts'
import { ANSWER_LABELS, SEVERITY_LABELS } from '../ui/vocabulary-labels.ts'

/** Reasons shown before the rest is only counted. */
const REASONS_SHOWN = 6

interface DerivedBoxProps {
  readonly derived: DerivedOpinion
  readonly catalogue: Catalogue
  readonly onQuestion?: ((questionId: string) => void) | undefined
  /** No title where what stands around it tells what it is. */
  readonly bare?: boolean | undefined
}

export const DerivedBox = memo(function DerivedBox({ derived, catalogue, onQuestion, bare = false }: DerivedBoxProps): ReactNode {
  const { t, pick } = useLanguage()
  const nameOf = (code: string): string => {
    const row = catalogue.opinionTypes.find((one) => one.id === code)
    return row === undefined ? code : pick(row.name)
  }
  const passes = catalogue.opinionTypes.find((one) => one.id === derived.type)?.passes ?? false
  const tone = derived.type === null ? 'open' : passes ? 'passes' : 'refuses'
  const unanswered = derived.unanswered.length
  return (
    <section className="derived" aria-label={t('checklist:derivedTitle')} aria-live="polite">
      {!bare && <div className="derived-title">{t('checklist:derivedTitle')}</div>}
      <div className={`derived-box derived-${tone}`}>
        <strong>{derived.type === null ? t('checklist:derivedOpen') : nameOf(derived.type)}</strong>
        <Reasons reasons={derived.because} onQuestion={onQuestion} />
        {unanswered > 0 && <div>{t('checklist:stillUnanswered', { count: unanswered })}</div>}
      </div>
      {derived.attached.map((advice) => (
        <div key={advice.type} className="derived-attached">
          <span>{t('checklist:alsoAdvised', { type: nameOf(advice.type) })}</span>
          <Reasons reasons={advice.because} onQuestion={onQuestion} />
        </div>
      ))}
    </section>
  )
})

function Reasons(props: { readonly reasons: readonly Reason[]; readonly onQuestion: ((questionId: string) => void) | undefined }): ReactNode {
  const { reasons, onQuestion } = props
  const { t, pick } = useLanguage()
  if (reasons.length === 0) return null
  const more = reasons.length - REASONS_SHOWN
  return (
    <ul className="reasons">
      {reasons.slice(0, REASONS_SHOWN).map((reason) => {
        const text = t('checklist:because', {
          id: reason.questionId,
          answer: pick(ANSWER_LABELS[reason.answer]),
          severity: pick(SEVERITY_LABELS[reason.severity]),
        })
        return (
          <li key={reason.questionId}>
            {onQuestion === undefined ? (
              text
            ) : (
              <button type="button" className="reason" onClick={() => onQuestion(reason.questionId)}>
                {text}
              </button>
            )}
          </li>
        )
      })}
      {more > 0 && <li>{t('checklist:moreReasons', { count: more })}</li>}
    </ul>
  )
}
