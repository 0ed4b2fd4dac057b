/**
 * What is known of the case's circumstances: facts that make the decision a major one, and circumstances that decide
 * what is asked.
 */
import { Checkbox, Collapse } from 'antd'
import { memo, useMemo, type ReactNode } from 'react'
import { CASE_FLAGS, type CaseFlag, type ConditionKind } from '../../../shared/catalogue/vocabulary.ts'
import { useCatalogue } from '../../catalogue/use-catalogue.ts'
import { useLanguage } from '../../language/language.ts'
import { Panel } from '../../ui/panel.tsx'
import { CASE_FLAG_LABELS } from '../../ui/vocabulary-labels.ts'
import type { CaseDraft, CaseDraftChange } from '../case-draft.ts'
import { conditionGroups } from '../condition-groups.ts'
import { SourceOf } from './field-source.tsx'
import { TriState } from './tri-state.tsx'

export const FlagsSection = memo(function FlagsSection({
  value,
  onChange,
}: {
  value: CaseDraft['flags']
  onChange: CaseDraftChange
}): ReactNode {
  const { t, pick } = useLanguage()
  const chosen = CASE_FLAGS.filter((flag) => value[flag])
  return (
    <Panel title={t('cases:form.flags')}>
      <div className="fs-soft fs-rows-hint">{t('cases:form.flagsHint')}</div>
      <Checkbox.Group<CaseFlag>
        className="fs-flags"
        value={chosen}
        options={CASE_FLAGS.map((flag) => ({ value: flag, label: pick(CASE_FLAG_LABELS[flag]) }))}
        onChange={(flags) => {
          const next = Object.fromEntries(CASE_FLAGS.map((flag) => [flag, flags.includes(flag)]))
          onChange({ flags: next as Record<CaseFlag, boolean> })
        }}
      />
      {CASE_FLAGS.map((flag) => (
        <SourceOf key={flag} path={`flags.${flag}`} label={pick(CASE_FLAG_LABELS[flag])} />
      ))}
    </Panel>
  )
})

export interface ConditionsSectionProps {
  readonly value: CaseDraft['conditions']
  readonly onChange: CaseDraftChange
}

export const ConditionsSection = memo(function ConditionsSection({
  value,
  onChange,
}: ConditionsSectionProps): ReactNode {
  const { t, pick } = useLanguage()
  const catalogue = useCatalogue()
  const names = useMemo(
    () => new Map((catalogue?.conditions ?? []).map((condition) => [condition.id, condition.name])),
    [catalogue],
  )
  const put = (kind: ConditionKind, known: boolean | undefined): void => {
    const { [kind]: _, ...rest } = value
    onChange({ conditions: known === undefined ? rest : { ...rest, [kind]: known } })
  }
  const items = conditionGroups().flatMap(({ id, kinds }) => {
    const shown = kinds.filter((kind) => names.has(kind))
    if (shown.length === 0) return []
    const known = shown.filter((kind) => value[kind] !== undefined).length
    return [
      {
        key: id,
        label: t(`cases:form.groups.${id}`),
        extra: <span className="fs-soft">{t('cases:form.known', { count: known, total: shown.length })}</span>,
        children: (
          <div className="fs-conditions">
            {shown.map((kind) => {
              const name = names.get(kind)
              return name === undefined ? null : (
                <div key={kind}>
                  <TriState label={pick(name)} value={value[kind]} onChange={(next) => put(kind, next)} />
                  <SourceOf path={`conditions.${kind}`} />
                </div>
              )
            })}
          </div>
        ),
      },
    ]
  })
  return (
    <Panel title={t('cases:form.conditions')}>
      <div className="fs-soft fs-rows-hint">{t('cases:form.conditionsHint')}</div>
      <Collapse size="small" items={items} />
    </Panel>
  )
})
