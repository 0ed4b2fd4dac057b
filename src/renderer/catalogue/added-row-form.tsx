/** A question or a trigger (an amount) that the agency adds. */
import { Checkbox, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { ACTION_KINDS, HEADING_IDS, SEVERITIES } from '../../shared/catalogue/vocabulary.ts'
import { useLanguage } from '../language/language.ts'
import { DateField } from '../ui/date-field.tsx'
import { Field } from '../ui/field.tsx'
import { ACTION_KIND_LABELS, EFFECT_KIND_LABELS, PARTY_KIND_LABELS, SEVERITY_LABELS } from '../ui/vocabulary-labels.ts'
import { BasisFields, BilingualLine, Choice, Line, SourceFields, type RowFormProps } from './operation-fields.tsx'

const TEXTS = ['text', 'lookIn', 'typicalDefect', 'finding', 'suggestion'] as const
const WORDS = {
  text: 'catalogue:own.text',
  lookIn: 'catalogue:lookIn',
  typicalDefect: 'catalogue:typicalDefect',
  finding: 'catalogue:finding',
  suggestion: 'catalogue:suggestion',
} as const

export function AddedQuestion(props: RowFormProps): ReactNode {
  const { row, catalogue, onChange, problem } = props
  const { t, pick } = useLanguage()
  const headings = catalogue.headings.map((heading) => ({ value: heading.id as string, label: `${heading.number} ${pick(heading.title)}` }))
  const chooseHeading = (id: string): void => {
    const number = HEADING_IDS.findIndex((one) => one === id) + 1
    onChange({ ...row, heading: id, id: `${number}.${String(row['id']).split('.')[1] ?? '901'}` })
  }
  return (
    <>
      <Line className="fs-span-3" label={t('catalogue:own.number')} value={row['id']} error={problem('id')} onChange={(id) => onChange({ ...row, id })} />
      <Choice className="fs-span-3" label={t('catalogue:own.heading')} value={String(row['heading'])} options={headings} error={problem('heading')} onChange={chooseHeading} />
      <Choice
        className="fs-span-3"
        label={t('catalogue:own.severity')}
        value={String(row['severity'])}
        options={SEVERITIES.map((value) => ({ value, label: pick(SEVERITY_LABELS[value]) }))}
        onChange={(severity) => onChange({ ...row, severity })}
      />
      <Kinds {...props} />
      {TEXTS.map((field) => (
        <BilingualLine key={field} label={t(WORDS[field])} value={row[field]} error={problem(field)} onChange={(value) => onChange({ ...row, [field]: value })} />
      ))}
      <BasisFields {...props} reason />
      <SourceFields {...props} />
      <RowDates {...props} />
      <div className="fs-span-6 catalogue-check">
        <Checkbox checked={row['mayNotApply'] === true} onChange={(event) => onChange({ ...row, mayNotApply: event.target.checked })}>
          {t('catalogue:own.mayNotApply')}
        </Checkbox>
      </div>
    </>
  )
}

export function AddedTrigger(props: RowFormProps): ReactNode {
  const { row, onChange, problem } = props
  const { t, pick } = useLanguage()
  const [effect] = (row['effectKinds'] ?? []) as readonly string[]
  return (
    <>
      <Line className="fs-span-3" label={t('catalogue:own.id')} value={row['id']} error={problem('id')} onChange={(id) => onChange({ ...row, id })} />
      <Choice
        className="fs-span-3"
        label={t('catalogue:own.consequence')}
        value={String(row['consequence'])}
        options={[
          { value: 'major', label: t('catalogue:major') },
          { value: 'hearingLine', label: t('catalogue:hearingLine') },
        ]}
        onChange={(consequence) => onChange({ ...row, consequence })}
      />
      <Kinds {...props} />
      <span className="fs-span-3" />
      <BilingualLine label={t('catalogue:own.name')} value={row['name']} error={problem('name')} onChange={(name) => onChange({ ...row, name })} />
      <BilingualLine label={t('catalogue:own.explanation')} value={row['explanation']} error={problem('explanation')} onChange={(explanation) => onChange({ ...row, explanation })} />
      {row['kind'] === 'amount' ? (
        <>
          <Choice
            className="fs-span-3"
            label={t('catalogue:own.party')}
            value={String(row['partyKind'])}
            options={Object.entries(PARTY_KIND_LABELS).map(([value, label]) => ({ value, label: pick(label) }))}
            onChange={(partyKind) => onChange({ ...row, partyKind })}
          />
          <Choice
            className="fs-span-3"
            label={t('catalogue:own.effect')}
            value={effect ?? ''}
            options={Object.entries(EFFECT_KIND_LABELS).map(([value, label]) => ({ value, label: pick(label) }))}
            onChange={(kind) => onChange({ ...row, effectKinds: [kind] })}
          />
          <Field className="fs-span-3" label={t('catalogue:own.threshold')} error={problem('threshold')}>
            {({ id }) => <InputNumber id={id} min={0} value={Number(row['threshold'])} onChange={(threshold) => onChange({ ...row, threshold: threshold ?? 0 })} />}
          </Field>
          <span className="fs-span-3" />
        </>
      ) : null}
      <BasisFields {...props} reason />
      <SourceFields {...props} />
      <RowDates {...props} />
    </>
  )
}

function Kinds({ row, onChange, problem }: RowFormProps): ReactNode {
  const { t, pick } = useLanguage()
  return (
    <Field className="fs-span-3" label={t('catalogue:kind')} error={problem('actionKinds')}>
      {({ id }) => (
        <Select
          id={id}
          mode="multiple"
          value={[...((row['actionKinds'] ?? []) as readonly string[])]}
          options={ACTION_KINDS.map((value) => ({ value: value as string, label: pick(ACTION_KIND_LABELS[value]) }))}
          onChange={(actionKinds: string[]) => onChange({ ...row, actionKinds })}
        />
      )}
    </Field>
  )
}

function RowDates({ row, onChange, problem }: RowFormProps): ReactNode {
  const { t } = useLanguage()
  return (
    <>
      <Field className="fs-span-3" label={t('catalogue:own.rowFrom')} error={problem('validFrom')}>
        {(control) => <DateField {...control} value={String(row['validFrom'] ?? '')} onChange={(day) => onChange({ ...row, validFrom: day ?? '' })} />}
      </Field>
      <Field className="fs-span-3" label={t('catalogue:own.rowTo')} error={problem('validTo')}>
        {(control) => <DateField {...control} value={row['validTo'] as string | null} onChange={(validTo) => onChange({ ...row, validTo })} />}
      </Field>
    </>
  )
}
