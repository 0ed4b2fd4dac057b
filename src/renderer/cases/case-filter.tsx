/** The line above the list that narrows it, and the conditions that unfold below it. */
import { FilterOutlined } from '@ant-design/icons'
import { Badge, Button, Checkbox, Select } from 'antd'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { EMPTY_CASE_FILTER } from '../../shared/cases/case-filter.ts'
import { CASE_STATE_LABELS, CASE_STATES, type CaseState } from '../../shared/cases/state-machine-terms.ts'
import { ACTION_KINDS, type ActionKind } from '../../shared/catalogue/vocabulary.ts'
import { useLanguage } from '../language/language.ts'
import { TextField } from '../ui/text-field.tsx'
import { ACTION_KIND_LABELS } from '../ui/vocabulary-labels.ts'
import { useClearing } from './condition-fields.tsx'
import { caseInLink } from './row-link.ts'
import { isFiltered, listView, type ListFilter, type ListView } from './list-view.ts'
import { MoreConditions } from './more-conditions.tsx'
import { ToldFilter } from './told-filter.tsx'

/** Milliseconds after the last key before the list is asked for what was typed. */
const PAUSE = 250

const IN_LINE: readonly (keyof ListFilter)[] = ['text', 'states', 'actionKind']

/** Without the end of a span whose beginning is there: both are one condition. */
export function spansOnce<Name extends string>(names: readonly Name[]): Name[] {
  const all: ReadonlySet<string> = new Set(names)
  return names.filter((name) => !(name.endsWith('To') && all.has(`${name.slice(0, -2)}From`)))
}

/** How many conditions are set that the line does not show. */
export function foldedConditions(filter: ListFilter): number {
  const names = (Object.keys(EMPTY_CASE_FILTER) as (keyof ListFilter)[]).filter((name) => !IN_LINE.includes(name))
  const set = names.filter((name) => JSON.stringify(filter[name]) !== JSON.stringify(EMPTY_CASE_FILTER[name]))
  return spansOnce(set).length
}

function SearchText({ text }: { text: string }): ReactNode {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  const type = (now: string): void => {
    const linked = caseInLink(now)
    if (linked === undefined) setTyped(now)
    else navigate(`/cases/${linked}`)
  }
  const search = (): void => {
    const wanted = typed.trim().slice(0, 100)
    if (wanted !== text) listView.change({ text: wanted })
  }
  useEffect(() => {
    if (typed.trim() === text) return undefined
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
      onChange={type}
      onEnter={search}
    />
  )
}

export interface CaseFilterProps {
  readonly view: ListView
  readonly personId: string
  readonly mayReview: boolean
  /** What stands at the end of the line. */
  readonly tools: ReactNode
}

export function CaseFilter({ view, personId, mayReview, tools }: CaseFilterProps): ReactNode {
  const { t, pick } = useLanguage()
  const { filter } = view
  const folded = foldedConditions(filter)
  const [unfolded, setUnfolded] = useState(false)
  const panel = useId()
  const more = useRef<HTMLButtonElement>(null)
  const clearing = useClearing()
  return (
    <div role="group" aria-label={t('cases:list.filter')} className="fs-filter-box">
      <div className="fs-filter">
        <div className="fs-filter-text">
          <SearchText text={filter.text} />
        </div>
        <Select<CaseState[]>
          mode="multiple"
          className="fs-filter-states"
          aria-label={t('cases:list.states')}
          placeholder={t('cases:list.allStates')}
          allowClear={clearing}
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
          allowClear={clearing}
          {...(filter.actionKind === null ? {} : { value: filter.actionKind })}
          options={ACTION_KINDS.map((kind) => ({ value: kind, label: pick(ACTION_KIND_LABELS[kind]) }))}
          onChange={(kind: ActionKind | undefined) => listView.change({ actionKind: kind ?? null })}
        />
        {mayReview ? (
          <Checkbox
            checked={filter.reviewerId === personId}
            onChange={(event) => listView.change({ reviewerId: event.target.checked ? personId : null })}
          >
            {t('cases:list.mine')}
          </Checkbox>
        ) : null}
        <Badge count={folded} size="small" color="var(--fs-navy)">
          <Button
            ref={more}
            icon={<FilterOutlined aria-hidden />}
            aria-expanded={unfolded}
            aria-controls={panel}
            onClick={() => setUnfolded(!unfolded)}
          >
            {t('cases:list.more')}
          </Button>
        </Badge>
        {isFiltered(filter) ? (
          <Button
            type="link"
            onClick={() => {
              more.current?.focus()
              listView.show({}, view.sort)
            }}
          >
            {t('cases:list.clear')}
          </Button>
        ) : null}
        <div className="fs-filter-tools">{tools}</div>
      </div>
      <ToldFilter filter={filter} more={more} />
      <div id={panel} hidden={!unfolded}>
        {unfolded ? <MoreConditions filter={filter} /> : null}
      </div>
    </div>
  )
}
