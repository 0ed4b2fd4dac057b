/** Everything else that the list can be narrowed by: people, units, days, amounts, opinions, flags, what followed. */
import { Checkbox, Select } from 'antd'
import type { ReactNode } from 'react'
import { CASE_FLAGS, type CaseFlag } from '../../shared/catalogue/vocabulary.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { ColumnConditions } from '../ledger/column-conditions.tsx'
import { useRead } from '../transport/calls.ts'
import { CASE_FLAG_LABELS } from '../ui/vocabulary-labels.ts'
import { AmountCondition, DaysCondition, HandlerChoice, RoundChoice, TriggerChoice } from './case-conditions.tsx'
import { Choice, Labelled, useClearing, type ChoiceProps } from './condition-fields.tsx'
import { listView, type ListFilter } from './list-view.ts'

/** Conditions that are on or off. */
export const SWITCHES = ['overdue', 'inTime', 'sentBack', 'problems', 'undecided', 'red'] as const

const change = (filter: object): void => listView.change(filter)

function PeopleAndUnits({ filter }: { readonly filter: ListFilter }): ReactNode {
  const { t } = useLanguage()
  const choices = useRead('cases.choices', {}).data
  const people = (all: readonly { readonly id: string; readonly name: string }[] = []) => all.map(({ id, name }) => ({ value: id, label: name }))
  const texts = (all: readonly string[] = []) => all.map((text) => ({ value: text, label: text }))
  const one = (label: string, name: 'reviewerId' | 'unit' | 'cause', options: ChoiceProps['options']): ReactNode => (
    <Choice label={label} value={filter[name]} options={options} onChange={(value) => change({ [name]: value })} />
  )
  return (
    <>
      {one(t('cases:list.reviewer'), 'reviewerId', people(choices?.reviewers))}
      <HandlerChoice filter={filter} people={choices?.handlers ?? []} onChange={change} />
      {one(t('cases:list.unit'), 'unit', texts(choices?.units))}
      {one(t('cases:list.cause'), 'cause', texts(choices?.causes))}
    </>
  )
}

function OpinionAndFlags({ filter }: { readonly filter: ListFilter }): ReactNode {
  const { t, pick } = useLanguage()
  const catalogue = useCatalogue()
  const types = catalogue?.opinionTypes ?? []
  return (
    <>
      <Choice
        label={t('cases:list.opinionType')}
        value={filter.opinionType}
        options={types.map(({ id, name }) => ({ value: id, label: pick(name) }))}
        onChange={(opinionType) => change({ opinionType })}
      />
      <RoundChoice filter={filter} onChange={change} />
      <TriggerChoice filter={filter} onChange={change} />
      <Labelled label={t('cases:list.flags')}>
        <Select<CaseFlag[]>
          mode="multiple"
          aria-label={t('cases:list.flags')}
          placeholder={t('cases:list.any')}
          allowClear={useClearing()}
          maxTagCount="responsive"
          popupMatchSelectWidth={false}
          value={[...filter.flags]}
          options={CASE_FLAGS.map((flag) => ({ value: flag, label: pick(CASE_FLAG_LABELS[flag]) }))}
          onChange={(flags) => change({ flags })}
        />
      </Labelled>
    </>
  )
}

export function MoreConditions({ filter }: { readonly filter: ListFilter }): ReactNode {
  const { t } = useLanguage()
  return (
    <div className="fs-conditions fs-list-conditions">
      <PeopleAndUnits filter={filter} />
      <DaysCondition name="received" filter={filter} onChange={change} />
      <DaysCondition name="due" filter={filter} onChange={change} />
      <DaysCondition name="issued" filter={filter} onChange={change} />
      <AmountCondition filter={filter} onChange={change} />
      <OpinionAndFlags filter={filter} />
      <ColumnConditions filter={filter} onChange={change} />
      <div className="fs-condition fs-condition-check">
        {SWITCHES.map((name) => (
          <Checkbox key={name} checked={filter[name]} onChange={(event) => change({ [name]: event.target.checked })}>
            {t(`cases:list.${name}`)}
          </Checkbox>
        ))}
        <Checkbox checked={filter.extended} onChange={(event) => change({ extended: event.target.checked })}>
          {t('ledger:columns.extended')}
        </Checkbox>
      </div>
    </div>
  )
}
