/** The proposed decision: its effects with amounts, and the provisions it cites. */
import { AutoComplete, Select } from 'antd'
import { memo, useMemo, type ReactNode } from 'react'
import type { Citation } from '../../../shared/cases/case.ts'
import { EFFECT_KINDS, type EffectKind } from '../../../shared/catalogue/vocabulary.ts'
import { useCatalogue } from '../../catalogue/use-catalogue.ts'
import { useLanguage } from '../../language/language.ts'
import { Field } from '../../ui/field.tsx'
import { formatYuan } from '../../ui/formats.ts'
import { TextField } from '../../ui/text-field.tsx'
import { CITATION_ROLE_LABELS, EFFECT_KIND_LABELS } from '../../ui/vocabulary-labels.ts'
import { EMPTY_CITATION, EMPTY_EFFECT, type CaseDraft, type CaseDraftChange } from '../case-draft.ts'
import { parseAmount } from '../parse-amount.ts'
import { SourceOf } from './field-source.tsx'
import { changeAt, RepeatedRows, without } from './repeated-rows.tsx'
import { useFieldError, type SectionErrors } from './section-errors.ts'

interface SectionProps<Value> {
  readonly value: Value
  readonly errors: SectionErrors
  readonly onChange: CaseDraftChange
}

const EFFECTS_MAXIMUM = 30
const CITATIONS_MAXIMUM = 60
const CITATION_ROLES = ['violated', 'basis', 'discretion', 'procedure'] as const

export const EffectsSection = memo(function EffectsSection({
  value,
  errors,
  onChange,
}: SectionProps<CaseDraft['effects']>): ReactNode {
  const { t, pick, language } = useLanguage()
  const error = useFieldError(errors)
  const readBack = (typed: string): string | undefined => {
    const amount = parseAmount(typed)
    return amount === null || amount === undefined ? undefined : formatYuan(amount, language)
  }
  return (
    <RepeatedRows
      title={t('cases:form.effects')}
      hint={t('cases:form.effectsHint')}
      addLabel={t('cases:form.addEffect')}
      none={t('cases:form.noEffects')}
      source={<SourceOf path="effects" />}
      count={value.length}
      maximum={EFFECTS_MAXIMUM}
      onAdd={() => onChange({ effects: [...value, EMPTY_EFFECT] })}
      onRemove={(index) => onChange({ effects: without(value, index) })}
    >
      {(index) => {
        const effect = value[index] ?? EMPTY_EFFECT
        return (
          <>
            <Field className="fs-span-4" label={t('cases:form.effectKind')}>
              {({ id }) => (
                <Select<EffectKind>
                  id={id}
                  value={effect.kind}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={EFFECT_KINDS.map((kind) => ({ value: kind, label: pick(EFFECT_KIND_LABELS[kind]) }))}
                  onChange={(kind) => onChange({ effects: changeAt(value, index, { kind }) })}
                />
              )}
            </Field>
            <Field
              className="fs-span-3"
              label={t('cases:form.amount')}
              hint={readBack(effect.amount)}
              error={error(`effects.${index}.amount`)}
            >
              {(control) => (
                <TextField
                  {...control}
                  inputMode="decimal"
                  maxLength={24}
                  value={effect.amount}
                  onChange={(amount) => onChange({ effects: changeAt(value, index, { amount }) })}
                />
              )}
            </Field>
            <Field className="fs-span-5" label={t('cases:form.detail')} error={error(`effects.${index}.detail`)}>
              {(control) => (
                <TextField
                  {...control}
                  maxLength={500}
                  value={effect.detail}
                  onChange={(detail) => onChange({ effects: changeAt(value, index, { detail }) })}
                />
              )}
            </Field>
          </>
        )
      }}
    </RepeatedRows>
  )
})

export const CitationsSection = memo(function CitationsSection({
  value,
  errors,
  onChange,
}: SectionProps<CaseDraft['citations']>): ReactNode {
  const { t, pick } = useLanguage()
  const error = useFieldError(errors)
  const catalogue = useCatalogue()
  const laws = useMemo(
    () =>
      (catalogue?.laws ?? []).map((law) => ({
        value: law.title['zh-CN'],
        search: `${law.title['zh-CN']} ${law.title.en} ${law.aliases.join(' ')}`,
      })),
    [catalogue],
  )
  return (
    <RepeatedRows
      title={t('cases:form.citations')}
      addLabel={t('cases:form.addCitation')}
      none={t('cases:form.noCitations')}
      source={<SourceOf path="citations" />}
      count={value.length}
      maximum={CITATIONS_MAXIMUM}
      onAdd={() => onChange({ citations: [...value, EMPTY_CITATION] })}
      onRemove={(index) => onChange({ citations: without(value, index) })}
    >
      {(index) => {
        const citation = value[index] ?? EMPTY_CITATION
        const change = (part: Partial<Citation>): void => onChange({ citations: changeAt(value, index, part) })
        return (
          <>
            <Field className="fs-span-6" label={t('cases:form.law')} required error={error(`citations.${index}.law`)}>
              {({ id, status }) => (
                <AutoComplete
                  id={id}
                  status={status}
                  value={citation.law}
                  options={laws}
                  maxLength={100}
                  showSearch={{
                    filterOption: (text, option) =>
                      (option?.search ?? '').toLowerCase().includes(text.trim().toLowerCase()),
                  }}
                  onChange={(law: string) => change({ law })}
                />
              )}
            </Field>
            {(['article', 'paragraph', 'item'] as const).map((part) => (
              <Field
                key={part}
                className="fs-span-fifth"
                label={t(`cases:form.${part}`)}
                error={error(`citations.${index}.${part}`)}
              >
                {(control) => (
                  <TextField
                    {...control}
                    maxLength={20}
                    value={citation[part]}
                    onChange={(text) => change({ [part]: text })}
                  />
                )}
              </Field>
            ))}
            <Field className="fs-span-3" label={t('cases:form.citationRole')}>
              {({ id }) => (
                <Select
                  id={id}
                  value={citation.role}
                  options={CITATION_ROLES.map((role) => ({ value: role, label: pick(CITATION_ROLE_LABELS[role]) }))}
                  onChange={(role) => change({ role })}
                />
              )}
            </Field>
          </>
        )
      }}
    </RepeatedRows>
  )
})
