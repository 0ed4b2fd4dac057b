/** The line above the list that narrows it. */
import { Button, Checkbox, Select } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { CASE_STATE_LABELS, CASE_STATES, type CaseState } from '../../shared/cases/state-machine-terms.ts'
import { ACTION_KINDS, type ActionKind } from '../../shared/catalogue/vocabulary.ts'
import { useLanguage } from '../language/language.ts'
import { DateField } from '../ui/date-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ACTION_KIND_LABELS } from '../ui/vocabulary-labels.ts'
import { isFiltered, listView, type ListView } from './list-view.ts'

/** Milliseconds after the last key before the list is asked for what was typed. */
const PAUSE = 250

function SearchText({ text }: { text: string }): ReactNode {
  const { t } = useLanguage()
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  useEffect(() => {
    if (typed === text) return undefined
    const timer = setTimeout(() => listView.change({ text: typed.trim().slice(0, 100) }), PAUSE)
    return () => clearTimeout(timer)
  }, [typed, text])
  return (
    <TextField
      label={t('cases:list.text')}
      placeholder={t('cases:list.text')}
      maxLength={100}
      allowClear
      value={typed}
      onChange={setTyped}
      onEnter={() => listView.change({ text: typed.trim().slice(0, 100) })}
    />
  )
}

export function CaseFilter({
  view,
  personId,
  mayReview,
}: {
  view: ListView
  personId: string
  mayReview: boolean
}): ReactNode {
  const { t, pick } = useLanguage()
  const { filter } = view
  return (
    <div className="fs-filter" role="group" aria-label={t('cases:list.filter')}>
      <div className="fs-filter-text">
        <SearchText text={filter.text} />
      </div>
      <Select<CaseState[]>
        mode="multiple"
        className="fs-filter-states"
        aria-label={t('cases:list.states')}
        placeholder={t('cases:list.allStates')}
        allowClear
        maxTagCount="responsive"
        showSearch={{ optionFilterProp: 'label' }}
        value={[...filter.states]}
        options={CASE_STATES.map((state) => ({ value: state, label: pick(CASE_STATE_LABELS[state]) }))}
        onChange={(states) => listView.change({ states })}
      />
      <Select<ActionKind>
        className="fs-filter-kind"
        aria-label={t('cases:list.kind')}
        placeholder={t('cases:list.allKinds')}
        allowClear
        {...(filter.actionKind === null ? {} : { value: filter.actionKind })}
        options={ACTION_KINDS.map((kind) => ({ value: kind, label: pick(ACTION_KIND_LABELS[kind]) }))}
        onChange={(kind: ActionKind | undefined) => listView.change({ actionKind: kind ?? null })}
      />
      <div className="fs-filter-date">
        <DateField
          label={t('cases:list.receivedFrom')}
          value={filter.receivedFrom}
          onChange={(receivedFrom) => listView.change({ receivedFrom })}
        />
      </div>
      <div className="fs-filter-date">
        <DateField
          label={t('cases:list.receivedTo')}
          value={filter.receivedTo}
          onChange={(receivedTo) => listView.change({ receivedTo })}
        />
      </div>
      {mayReview ? (
        <Checkbox
          checked={filter.reviewerId === personId}
          onChange={(event) => listView.change({ reviewerId: event.target.checked ? personId : null })}
        >
          {t('cases:list.mine')}
        </Checkbox>
      ) : null}
      {isFiltered(filter) ? (
        <Button type="link" onClick={() => listView.show({}, view.sort)}>
          {t('cases:list.clear')}
        </Button>
      ) : null}
    </div>
  )
}
