/** Fields for the columns of the ledger that tell of the review's end and of what followed: for the ledger and the list of cases. */
import type { ReactNode } from 'react'
import {
  ADOPTION_LABELS,
  ASSIGNMENT_LABELS,
  DEFECT_LABELS,
  PUBLISHING_LABELS,
  REMEDY_LABELS,
  TRANSFER_MARK_LABELS,
  type PlainColumnFilter,
} from '../../shared/ledger/column-filter.ts'
import type { Bilingual } from '../../shared/values/values.ts'
import { Choice, DaySpan, Words } from '../cases/condition-fields.tsx'
import { useLanguage } from '../language/language.ts'

export const CHOSEN_COLUMNS = {
  assignment: ASSIGNMENT_LABELS,
  defects: DEFECT_LABELS,
  adopted: ADOPTION_LABELS,
  published: PUBLISHING_LABELS,
  remedy: REMEDY_LABELS,
  transfer: TRANSFER_MARK_LABELS,
} as const satisfies Partial<Record<keyof PlainColumnFilter, Readonly<Record<string, Bilingual>>>>

export interface ColumnConditionsProps {
  readonly filter: PlainColumnFilter
  readonly onChange: (change: Partial<PlainColumnFilter>) => void
}

export function ColumnConditions({ filter, onChange }: ColumnConditionsProps): ReactNode {
  const { t, pick } = useLanguage()
  const choice = (name: keyof typeof CHOSEN_COLUMNS): ReactNode => (
    <Choice
      label={t(`ledger:columns.${name}`)}
      value={filter[name]}
      // a state that stands for no transfer is no choice
      options={Object.entries<Bilingual>(CHOSEN_COLUMNS[name]).flatMap(([value, label]) => (value === 'none' && name === 'transfer' ? [] : [{ value, label: pick(label) }]))}
      onChange={(value) => onChange({ [name]: value } as Partial<PlainColumnFilter>)}
    />
  )
  const days = (name: 'decided' | 'archived'): ReactNode => (
    <DaySpan
      label={t(`ledger:columns.${name}`)}
      from={filter[`${name}From`]}
      to={filter[`${name}To`]}
      onChange={(bound, value) => onChange({ [bound === 'from' ? `${name}From` : `${name}To`]: value })}
    />
  )
  const words = (name: 'serial' | 'decisionNumber' | 'remark', maxLength: number): ReactNode => (
    <Words
      label={t(`ledger:columns.${name}`)}
      placeholder={t(`ledger:columns.hint.${name}`)}
      maxLength={maxLength}
      value={filter[name]}
      onChange={(value) => onChange({ [name]: value })}
    />
  )
  return (
    <>
      {choice('assignment')}
      {choice('defects')}
      {choice('adopted')}
      {days('decided')}
      {words('decisionNumber', 100)}
      {choice('published')}
      {choice('remedy')}
      {choice('transfer')}
      {days('archived')}
      {words('serial', 40)}
      {words('remark', 100)}
    </>
  )
}
