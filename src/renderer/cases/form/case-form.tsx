/** The form of a case, for registering and for changing. It holds nothing itself: the draft does. */
import { Alert } from 'antd'
import { useMemo, type KeyboardEvent, type ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'
import type { CaseDraft, CaseDraftChange, CaseErrors } from '../case-draft.ts'
import { BasicSection } from './basic-section.tsx'
import { ConditionsSection, FlagsSection } from './circumstances-section.tsx'
import { CitationsSection, EffectsSection } from './decision-sections.tsx'
import './form.css'
import { HandlersSection } from './handlers-section.tsx'
import { PartySection } from './party-section.tsx'

export const NO_ERRORS: CaseErrors = new Map()

export interface CaseFormProps {
  readonly draft: CaseDraft
  readonly errors: CaseErrors
  readonly onChange: CaseDraftChange
}

/** In a form this long, Enter in one field is no wish to hand everything in; Ctrl+Enter is. */
export function keepEnterFromSubmitting(event: KeyboardEvent): void {
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.target instanceof HTMLInputElement)
    event.preventDefault()
}

export function ErrorSummary({ errors }: { errors: CaseErrors }): ReactNode {
  const { t } = useLanguage()
  if (errors.size === 0) return null
  const lines = [...new Set([...errors.values()].map((word) => t(word)))]
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t('cases:form.wrong', { count: errors.size })}
      description={
        <ul className="fs-error-lines">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    />
  )
}

export function CaseForm({ draft, errors, onChange }: CaseFormProps): ReactNode {
  const { title, cause, submittingUnit, fileNumber, actionKinds, facts, actFrom, actTo, filedOn, receivedOn } = draft
  // Sections are drawn again only when their own part changed: a key in one does not touch the others.
  const basic = useMemo(
    () => ({ title, cause, submittingUnit, fileNumber, actionKinds, facts, actFrom, actTo, filedOn, receivedOn }),
    [title, cause, submittingUnit, fileNumber, actionKinds, facts, actFrom, actTo, filedOn, receivedOn],
  )
  return (
    <>
      <BasicSection value={basic} partyName={draft.party.name} errors={errors} onChange={onChange} />
      <PartySection value={draft.party} errors={errors} onChange={onChange} />
      <EffectsSection value={draft.effects} errors={errors} onChange={onChange} />
      <CitationsSection value={draft.citations} errors={errors} onChange={onChange} />
      <HandlersSection value={draft.handlers} errors={errors} onChange={onChange} />
      <FlagsSection value={draft.flags} onChange={onChange} />
      <ConditionsSection value={draft.conditions} onChange={onChange} />
    </>
  )
}
