/** The case itself: what it is called, who sends it, which act, when. */
import { Button, Select } from 'antd'
import { memo, type ReactNode } from 'react'
import { ACTION_KINDS, type ActionKind } from '../../../shared/catalogue/vocabulary.ts'
import { useLanguage } from '../../language/language.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { ACTION_KIND_LABELS } from '../../ui/vocabulary-labels.ts'
import { composeTitle, type CaseDraft, type CaseDraftChange } from '../case-draft.ts'
import { SourceOf } from './field-source.tsx'
import { useFieldError, type SectionErrors } from './section-errors.ts'

type Basic = Pick<
  CaseDraft,
  | 'title'
  | 'cause'
  | 'submittingUnit'
  | 'fileNumber'
  | 'actionKinds'
  | 'facts'
  | 'actFrom'
  | 'actTo'
  | 'filedOn'
  | 'receivedOn'
>

export interface BasicSectionProps {
  readonly value: Basic
  readonly partyName: string
  readonly errors: SectionErrors
  readonly onChange: CaseDraftChange
}

type DateName = 'actFrom' | 'actTo' | 'filedOn' | 'receivedOn'

function DateOf({
  name,
  value,
  errors,
  onChange,
}: { name: DateName } & Omit<BasicSectionProps, 'partyName'>): ReactNode {
  const { t } = useLanguage()
  const error = useFieldError(errors)
  return (
    <Field className="fs-span-3" label={t(`cases:form.${name}`)} required={name === 'receivedOn'} error={error(name)} after={name === 'receivedOn' ? undefined : <SourceOf path={name} />}>
      {(control) => <DateField {...control} value={value[name]} onChange={(day) => onChange({ [name]: day })} />}
    </Field>
  )
}

export const BasicSection = memo(function BasicSection({
  value,
  partyName,
  errors,
  onChange,
}: BasicSectionProps): ReactNode {
  const { t, pick } = useLanguage()
  const error = useFieldError(errors)
  const composed = composeTitle(partyName, value.cause)
  const compose =
    composed === '' || composed === value.title ? undefined : (
      <Button type="link" size="small" className="fs-link-button" onClick={() => onChange({ title: composed })}>
        {t('cases:form.compose')}
      </Button>
    )
  return (
    <Panel title={t('cases:form.basic')}>
      <div className="fs-form">
        <Field className="fs-span-6" label={t('cases:form.cause')} required error={error('cause')} after={<SourceOf path="cause" />}>
          {(control) => (
            <TextField
              {...control}
              autoFocus
              maxLength={200}
              value={value.cause}
              onChange={(cause) => onChange({ cause })}
            />
          )}
        </Field>
        <Field className="fs-span-3" label={t('cases:form.submittingUnit')} required error={error('submittingUnit')} after={<SourceOf path="submittingUnit" />}>
          {(control) => (
            <TextField
              {...control}
              maxLength={100}
              value={value.submittingUnit}
              onChange={(submittingUnit) => onChange({ submittingUnit })}
            />
          )}
        </Field>
        <Field className="fs-span-3" label={t('cases:form.fileNumber')} error={error('fileNumber')} after={<SourceOf path="fileNumber" />}>
          {(control) => (
            <TextField
              {...control}
              maxLength={60}
              value={value.fileNumber}
              onChange={(fileNumber) => onChange({ fileNumber })}
            />
          )}
        </Field>
        <Field
          className="fs-span-8"
          label={t('cases:form.title')}
          required
          hint={compose ?? t('cases:form.titleHint')}
          error={error('title')} after={<SourceOf path="title" />}
        >
          {(control) => (
            <TextField {...control} maxLength={200} value={value.title} onChange={(title) => onChange({ title })} />
          )}
        </Field>
        <Field className="fs-span-4" label={t('cases:form.actionKinds')} required error={error('actionKinds')} after={<SourceOf path="actionKinds" />}>
          {({ id, status }) => (
            <Select<ActionKind[]>
              id={id}
              mode="multiple"
              status={status}
              value={[...value.actionKinds]}
              options={ACTION_KINDS.map((kind) => ({ value: kind, label: pick(ACTION_KIND_LABELS[kind]) }))}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(actionKinds) => onChange({ actionKinds })}
            />
          )}
        </Field>
        {(['receivedOn', 'filedOn', 'actFrom', 'actTo'] as const).map((name) => (
          <DateOf key={name} name={name} value={value} errors={errors} onChange={onChange} />
        ))}
        <Field label={t('cases:form.facts')} error={error('facts')} after={<SourceOf path="facts" />}>
          {(control) => (
            <TextArea
              {...control}
              rows={4}
              maxLength={20_000}
              value={value.facts}
              onChange={(facts) => onChange({ facts })}
            />
          )}
        </Field>
      </div>
    </Panel>
  )
})
