/** What was corrected (整改情况), problem by problem of the opinion, for the next submission. */
import type { ReactNode } from 'react'
import type { FollowedRound } from '../../shared/followup/contract.ts'
import { useLanguage } from '../language/language.ts'
import { Field } from '../ui/field.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { ProblemWords } from './round-panel.tsx'
import './followup.css'

export type Corrections = Readonly<Record<string, string>>

/** Whether what was corrected may be left open: the bureau refused the problem, with its reason. */
function wasRefused(round: FollowedRound, number: number): boolean {
  return round.feedback?.replies.some((one) => one.number === number && one.answer === 'notAdopted') === true
}

/** Numbers of the problems whose correction is still to be told. */
export function openCorrections(round: FollowedRound | undefined, corrections: Corrections): number[] {
  return (round?.problems ?? []).flatMap(({ number }) => ((corrections[number] ?? '').trim().length < 2 && round !== undefined && !wasRefused(round, number) ? [number] : []))
}

/** As the core takes them: what is empty is left out. */
export function givenCorrections(round: FollowedRound | undefined, corrections: Corrections): { number: number; corrected: string }[] {
  return (round?.problems ?? []).flatMap(({ number }) => ((corrections[number] ?? '').trim().length < 2 ? [] : [{ number, corrected: corrections[number] ?? '' }]))
}

interface CorrectionFieldsProps {
  readonly round: FollowedRound
  readonly value: Corrections
  readonly tried: boolean
  readonly onChange: (number: number, corrected: string) => void
}

export function CorrectionFields({ round, value, tried, onChange }: CorrectionFieldsProps): ReactNode {
  const { t } = useLanguage()
  const open = new Set(openCorrections(round, value))
  return round.problems.map((problem) => {
    const { number } = problem
    return (
      <div key={number} className="followup-reply">
        <ProblemWords problem={problem} />
        <Field
          label={t('followup:form.correctionOf', { number })}
          required={!wasRefused(round, number)}
          error={tried && open.has(number) ? t('followup:form.correctionNeeded') : undefined}
        >
          {(control) => <TextArea {...control} value={value[number] ?? ''} maxLength={2000} onChange={(corrected) => onChange(number, corrected)} />}
        </Field>
      </div>
    )
  })
}
