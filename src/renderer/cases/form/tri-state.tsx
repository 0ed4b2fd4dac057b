/** 有 · 无 · 不清楚: whether a circumstance is there, is not there, or is not known. */
import { useId, type ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'

export interface TriStateProps {
  readonly label: string
  /** Undefined: not known. */
  readonly value: boolean | undefined
  readonly onChange: (value: boolean | undefined) => void
}

const CHOICES = [
  { value: true, word: 'cases:form.present' },
  { value: false, word: 'cases:form.absent' },
  { value: undefined, word: 'cases:form.notKnown' },
] as const

export function TriState({ label, value, onChange }: TriStateProps): ReactNode {
  const { t } = useLanguage()
  const id = useId()
  return (
    <div className="fs-tri" role="radiogroup" aria-labelledby={id}>
      <span id={id}>{label}</span>
      <span className="fs-tri-choices">
        {CHOICES.map((choice) => (
          <label key={choice.word} className={value === choice.value ? 'fs-tri-chosen' : ''}>
            <input type="radio" name={id} checked={value === choice.value} onChange={() => onChange(choice.value)} />
            {t(choice.word)}
          </label>
        ))}
      </span>
    </div>
  )
}
