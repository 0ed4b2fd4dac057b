/** Fields of conditions that narrow a list: one of several, both ends of a span, an amount, words. */
import { CloseCircleFilled } from '@ant-design/icons'
import { Select } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { DateField } from '../ui/date-field.tsx'
import { parseDay } from '../ui/parse-day.ts'
import { TextField } from '../ui/text-field.tsx'
import { parseAmount } from './parse-amount.ts'

export type Bound = 'from' | 'to'

/** What empties a choice, named in the language in use: the component library has one name for all. */
export function useClearing(): { readonly clearIcon: ReactNode; readonly label: string } {
  const { t } = useLanguage()
  return { clearIcon: <CloseCircleFilled />, label: t('ui:clear') }
}

/** What stands above the fields is for the eyes: each field carries its whole name itself. */
export function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="fs-condition">
      <span aria-hidden className="fs-soft">
        {label}
      </span>
      <div className="fs-condition-fields">{children}</div>
    </div>
  )
}

export interface ChoiceProps {
  readonly label: string
  readonly value: string | null
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string | null) => void
}

export function Choice({ label, value, options, onChange }: ChoiceProps): ReactNode {
  const { t } = useLanguage()
  return (
    <Labelled label={label}>
      <Select<string>
        aria-label={label}
        placeholder={t('cases:list.any')}
        allowClear={useClearing()}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        {...(value === null ? {} : { value })}
        options={[...options]}
        onChange={(next: string | undefined) => onChange(next ?? null)}
      />
    </Labelled>
  )
}

interface SpanProps<Value> {
  readonly label: string
  readonly from: Value | null
  readonly to: Value | null
  readonly onChange: (bound: Bound, value: Value | null) => void
}

/** The heading stands above: the fields themselves say no more than which end each of them is. */
export function DaySpan({ label, from, to, onChange }: SpanProps<string>): ReactNode {
  const { t } = useLanguage()
  return (
    <Labelled label={label}>
      {(['from', 'to'] as const).map((bound) => (
        <DateField
          key={bound}
          label={t(`cases:list.${bound}`, { what: label })}
          placeholder={t(`cases:list.bound.${bound}`)}
          value={bound === 'from' ? from : to}
          // what is no day stays in the field, marked, and narrows nothing
          onChange={(value) => {
            if (value === null || parseDay(value) === value) onChange(bound, value)
          }}
        />
      ))}
    </Labelled>
  )
}

interface AmountProps {
  readonly label: string
  readonly placeholder: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

function Amount({ label, placeholder, value, onChange }: AmountProps): ReactNode {
  const [typed, setTyped] = useState(value === null ? '' : String(value))
  useEffect(() => setTyped(value === null ? '' : String(value)), [value])
  const parsed = typed.trim() === '' ? null : parseAmount(typed)
  const take = (): void => {
    if (parsed !== value && parsed !== undefined) onChange(parsed)
  }
  return (
    <TextField
      label={label}
      placeholder={placeholder}
      inputMode="decimal"
      maxLength={20}
      status={parsed === undefined ? 'error' : ''}
      value={typed}
      onChange={setTyped}
      onBlur={take}
      onEnter={take}
    />
  )
}

export function AmountSpan({ label, from, to, onChange }: SpanProps<number>): ReactNode {
  const { t } = useLanguage()
  return (
    <Labelled label={label}>
      {(['from', 'to'] as const).map((bound) => (
        <Amount
          key={bound}
          label={t(`cases:list.${bound}`, { what: label })}
          placeholder={t(`cases:list.bound.${bound}`)}
          value={bound === 'from' ? from : to}
          onChange={(value) => onChange(bound, value)}
        />
      ))}
    </Labelled>
  )
}

interface WordsProps {
  readonly label: string
  readonly placeholder: string
  readonly maxLength: number
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Narrows when the field is left, with Enter, or when it is emptied: not with each key. */
export function Words({ label, placeholder, maxLength, value, onChange }: WordsProps): ReactNode {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const take = (): void => {
    if (typed.trim() !== value) onChange(typed.trim())
  }
  return (
    <Labelled label={label}>
      <TextField
        label={label}
        placeholder={placeholder}
        maxLength={maxLength}
        allowClear
        value={typed}
        onChange={(text) => {
          setTyped(text)
          if (text === '' && value !== '') onChange('')
        }}
        onBlur={take}
        onEnter={take}
      />
    </Labelled>
  )
}
