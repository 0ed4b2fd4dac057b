/** Everything else that the list can be narrowed by: people, units, days, amounts, opinions, flags. */
import { Checkbox, Select } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { ANY_TRIGGER } from '../../shared/cases/case-filter.ts'
import { CASE_FLAGS, type CaseFlag, type OpinionTypeCode } from '../../shared/catalogue/vocabulary.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { parseDay } from '../ui/parse-day.ts'
import { TextField } from '../ui/text-field.tsx'
import { CASE_FLAG_LABELS } from '../ui/vocabulary-labels.ts'
import { listView, type ListFilter } from './list-view.ts'
import { parseAmount } from './parse-amount.ts'

type DayName = 'receivedFrom' | 'receivedTo' | 'dueFrom' | 'dueTo' | 'issuedFrom' | 'issuedTo'

/** What stands above the fields is for the eyes: each field carries its whole name itself. */
function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="fs-condition">
      <span aria-hidden className="fs-soft">
        {label}
      </span>
      <div className="fs-condition-fields">{children}</div>
    </div>
  )
}

/** Beginning or end of a span; its heading stands above, so that the field itself says no more than which of both it is. */
const boundOf = (name: string): 'from' | 'to' => (name.endsWith('From') ? 'from' : 'to')

function Day({ name, filter, label }: { readonly name: DayName; readonly filter: ListFilter; readonly label: string }): ReactNode {
  const { t } = useLanguage()
  return (
    <DateField
      label={label}
      placeholder={t(`cases:list.bound.${boundOf(name)}`)}
      value={filter[name]}
      // what is no day stays in the field, marked, and narrows nothing
      onChange={(value) => {
        if (value === null || parseDay(value) === value) listView.change({ [name]: value } as Partial<ListFilter>)
      }}
    />
  )
}

function Amount({ name, filter, label }: { readonly name: 'amountFrom' | 'amountTo'; readonly filter: ListFilter; readonly label: string }): ReactNode {
  const { t } = useLanguage()
  const value = filter[name]
  const [typed, setTyped] = useState(value === null ? '' : String(value))
  useEffect(() => setTyped(value === null ? '' : String(value)), [value])
  const parsed = typed.trim() === '' ? null : parseAmount(typed)
  const take = (): void => {
    if (parsed === value || parsed === undefined) return
    listView.change({ [name]: parsed } as Partial<ListFilter>)
  }
  return (
    <TextField
      label={label}
      placeholder={t(`cases:list.bound.${boundOf(name)}`)}
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

interface ChoiceProps {
  readonly label: string
  readonly value: string | null
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string | null) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps): ReactNode {
  const { t } = useLanguage()
  return (
    <Select<string>
      aria-label={label}
      placeholder={t('cases:list.any')}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      {...(value === null ? {} : { value })}
      options={[...options]}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  )
}

function PeopleAndUnits({ filter }: { readonly filter: ListFilter }): ReactNode {
  const { t } = useLanguage()
  const choices = useRead('cases.choices', {}).data
  const people = (all: readonly { readonly id: string; readonly name: string }[] = []) => all.map(({ id, name }) => ({ value: id, label: name }))
  const texts = (all: readonly string[] = []) => all.map((text) => ({ value: text, label: text }))
  const one = (label: string, name: 'reviewerId' | 'handlerId' | 'unit' | 'cause', options: ChoiceProps['options']): ReactNode => (
    <Labelled label={label}>
      <Choice label={label} value={filter[name]} options={options} onChange={(value) => listView.change({ [name]: value } as Partial<ListFilter>)} />
    </Labelled>
  )
  return (
    <>
      {one(t('cases:list.reviewer'), 'reviewerId', people(choices?.reviewers))}
      {one(t('cases:list.handler'), 'handlerId', people(choices?.handlers))}
      {one(t('cases:list.unit'), 'unit', texts(choices?.units))}
      {one(t('cases:list.cause'), 'cause', texts(choices?.causes))}
    </>
  )
}

function OpinionAndFlags({ filter }: { readonly filter: ListFilter }): ReactNode {
  const { t, pick } = useLanguage()
  const catalogue = useCatalogue()
  const types = catalogue?.opinionTypes ?? []
  const triggers = catalogue?.majorTriggers ?? []
  return (
    <>
      <Labelled label={t('cases:list.opinionType')}>
        <Choice
          label={t('cases:list.opinionType')}
          value={filter.opinionType}
          options={types.map(({ id, name }) => ({ value: id, label: pick(name) }))}
          onChange={(opinionType) => listView.change({ opinionType: opinionType as OpinionTypeCode | null })}
        />
      </Labelled>
      <Labelled label={t('cases:list.round')}>
        <Choice
          label={t('cases:list.round')}
          value={filter.round === null ? null : String(filter.round)}
          options={[1, 2, 3, 4, 5].map((round) => ({ value: String(round), label: t('ui:round', { round }) }))}
          onChange={(round) => listView.change({ round: round === null ? null : Number(round) })}
        />
      </Labelled>
      <Labelled label={t('cases:list.trigger')}>
        <Choice
          label={t('cases:list.trigger')}
          value={filter.trigger}
          options={[{ value: ANY_TRIGGER, label: t('cases:list.anyTrigger') }, ...triggers.map(({ id, name }) => ({ value: id, label: pick(name) }))]}
          onChange={(trigger) => listView.change({ trigger })}
        />
      </Labelled>
      <Labelled label={t('cases:list.flags')}>
        <Select<CaseFlag[]>
          mode="multiple"
          aria-label={t('cases:list.flags')}
          placeholder={t('cases:list.any')}
          allowClear
          maxTagCount="responsive"
          popupMatchSelectWidth={false}
          value={[...filter.flags]}
          options={CASE_FLAGS.map((flag) => ({ value: flag, label: pick(CASE_FLAG_LABELS[flag]) }))}
          onChange={(flags) => listView.change({ flags })}
        />
      </Labelled>
    </>
  )
}

export function MoreConditions({ filter }: { readonly filter: ListFilter }): ReactNode {
  const { t } = useLanguage()
  const days = (label: string, from: DayName, to: DayName): ReactNode => (
    <Labelled label={label}>
      <Day name={from} filter={filter} label={t('cases:list.from', { what: label })} />
      <Day name={to} filter={filter} label={t('cases:list.to', { what: label })} />
    </Labelled>
  )
  return (
    <div className="fs-conditions">
      <PeopleAndUnits filter={filter} />
      {days(t('cases:list.received'), 'receivedFrom', 'receivedTo')}
      {days(t('cases:list.due'), 'dueFrom', 'dueTo')}
      {days(t('cases:list.issued'), 'issuedFrom', 'issuedTo')}
      <Labelled label={t('cases:list.amount')}>
        <Amount name="amountFrom" filter={filter} label={t('cases:list.from', { what: t('cases:list.amount') })} />
        <Amount name="amountTo" filter={filter} label={t('cases:list.to', { what: t('cases:list.amount') })} />
      </Labelled>
      <OpinionAndFlags filter={filter} />
      <div className="fs-condition fs-condition-check">
        {(['overdue', 'inTime', 'sentBack', 'problems', 'undecided', 'red'] as const).map((name) => (
          <Checkbox key={name} checked={filter[name]} onChange={(event) => listView.change({ [name]: event.target.checked } as Partial<ListFilter>)}>
            {t(`cases:list.${name}`)}
          </Checkbox>
        ))}
      </div>
    </div>
  )
}
