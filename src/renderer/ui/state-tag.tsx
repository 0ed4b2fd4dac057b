/** Small marks: state of a case, severity of a question, answer, not verified. Never by colour alone. */
import type { ReactNode } from 'react'
import { CASE_STATE_LABELS, type CaseState } from '../../shared/cases/state-machine-terms.ts'
import type { Severity } from '../../shared/catalogue/vocabulary.ts'
import type { AnswerValue } from '../../shared/checklist/answers.ts'
import { useLanguage } from '../language/language.ts'
import { ANSWER_LABELS, SEVERITY_LABELS } from './vocabulary-labels.ts'

export type MarkTone = 'plain' | 'navy' | 'red' | 'green' | 'amber'

export function Mark({
  tone = 'plain',
  children,
  title,
}: {
  tone?: MarkTone
  children: ReactNode
  title?: string
}): ReactNode {
  // the browser's own hint: these stand on a screen by the dozen
  return (
    <span className={`fs-mark fs-mark-${tone}`} title={title}>
      {children}
    </span>
  )
}

const STATE_TONES: Record<CaseState, MarkTone> = {
  received: 'navy',
  returned: 'amber',
  accepted: 'navy',
  assigned: 'navy',
  underReview: 'navy',
  supplementing: 'amber',
  drafted: 'amber',
  approved: 'amber',
  issued: 'green',
  adopted: 'green',
  objected: 'red',
  coordination: 'red',
  decided: 'green',
  dropped: 'plain',
  disclosed: 'plain',
  archived: 'plain',
  withdrawn: 'plain',
}

export function StateTag({ state }: { state: CaseState }): ReactNode {
  const { pick } = useLanguage()
  return <Mark tone={STATE_TONES[state]}>{pick(CASE_STATE_LABELS[state])}</Mark>
}

/** A decision was registered that broke a rule on the review (红灯). */
export function RedMark(): ReactNode {
  const { t } = useLanguage()
  return (
    <Mark tone="red" title={t('ui:redWhy')}>
      {t('ui:red')}
    </Mark>
  )
}

const SEVERITY_TONES: Record<Severity, MarkTone> = { F: 'red', C: 'amber', A: 'plain' }

export function SeverityMark({ severity }: { severity: Severity }): ReactNode {
  const { pick } = useLanguage()
  return <Mark tone={SEVERITY_TONES[severity]}>{pick(SEVERITY_LABELS[severity])}</Mark>
}

const ANSWER_TONES: Record<AnswerValue, MarkTone> = {
  yes: 'green',
  no: 'red',
  notApplicable: 'plain',
  cannotTell: 'amber',
}

export function AnswerMark({ answer }: { answer: AnswerValue }): ReactNode {
  const { pick } = useLanguage()
  return <Mark tone={ANSWER_TONES[answer]}>{pick(ANSWER_LABELS[answer])}</Mark>
}

export function UnverifiedMark(): ReactNode {
  const { t } = useLanguage()
  return (
    <Mark tone="amber" title={t('ui:unverifiedWhy')}>
      {t('ui:unverified')}
    </Mark>
  )
}
