/** Tightening or hiding a row that is there. */
import { Checkbox, InputNumber } from 'antd'
import type { ReactNode } from 'react'
import type { Catalogue, MajorTrigger, MaterialKind, Question } from '../../shared/catalogue/schema.ts'
import { SEVERITIES } from '../../shared/catalogue/vocabulary.ts'
import { useLanguage, type LanguageInUse } from '../language/language.ts'
import { Field } from '../ui/field.tsx'
import { formatYuan } from '../ui/formats.ts'
import { SEVERITY_LABELS } from '../ui/vocabulary-labels.ts'
import { BasisFields, Choice, Line, SourceFields, type RowFormProps } from './operation-fields.tsx'
import type { Row } from './overlay-draft.ts'

export const CHANGEABLE = ['questions', 'majorTriggers', 'materials'] as const
type Changeable = (typeof CHANGEABLE)[number]

function rowsOf(catalogue: Catalogue, subject: Changeable, pick: LanguageInUse['pick']): { value: string; label: string }[] {
  // what this very overlay hides is not among the rows, and can still be named
  const hidden = catalogue.hidden.filter((one) => one.subject === subject).map(({ row }) => row)
  if (subject === 'questions') return [...catalogue.questions, ...(hidden as Question[])].map(({ id, text }) => ({ value: id, label: `${id} ${pick(text)}` }))
  return [...catalogue[subject], ...(hidden as (MajorTrigger | MaterialKind)[])].map(({ id, name }) => ({ value: id, label: `${pick(name)} · ${id}` }))
}

function WhichRow({ row, catalogue, onChange, problem }: RowFormProps): ReactNode {
  const { t, pick } = useLanguage()
  const subject = CHANGEABLE.find((one) => one === row['subject']) ?? 'questions'
  const words = { questions: 'catalogue:questions', majorTriggers: 'catalogue:triggers', materials: 'catalogue:materials' } as const
  return (
    <>
      <Choice
        className="fs-span-4"
        label={t('catalogue:own.subject')}
        value={subject}
        options={CHANGEABLE.map((value) => ({ value, label: t(words[value]) }))}
        onChange={(next) => onChange({ ...row, subject: next, id: '', ...(row['operation'] === 'tighten' ? { set: {} } : {}) })}
      />
      <Choice
        className="fs-span-8"
        label={t('catalogue:own.row')}
        value={String(row['id'])}
        options={rowsOf(catalogue, subject, pick)}
        search
        error={problem('id') ?? problem('operation')}
        onChange={(id) => onChange({ ...row, id, ...(row['operation'] === 'tighten' ? { set: {} } : {}) })}
      />
    </>
  )
}

export function HiddenRowForm(props: RowFormProps): ReactNode {
  const { row, onChange, problem } = props
  const { t } = useLanguage()
  return (
    <>
      <WhichRow {...props} />
      <Line label={t('catalogue:own.reason')} value={row['reason']} error={problem('reason')} onChange={(reason) => onChange({ ...row, reason })} />
      <Line label={t('catalogue:own.source')} value={row['source']} error={problem('source')} onChange={(source) => onChange({ ...row, source })} />
    </>
  )
}

export function TightenedRowForm(props: RowFormProps): ReactNode {
  const { row, onChange } = props
  const set = Object(row['set']) as Row
  const change = (field: string, value: unknown): void => {
    const { [field]: _, ...rest } = set
    onChange({ ...row, set: value === undefined ? rest : { ...rest, [field]: value } })
  }
  return (
    <>
      <WhichRow {...props} />
      <Stricter {...props} set={set} change={change} />
      <BasisFields {...props} reason={false} onChange={(next) => onChange(withoutReason(next))} />
      <SourceFields {...props} />
    </>
  )
}

/** A row that is tightened always has a basis, so there is no reason for having none. */
function withoutReason(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([field]) => field !== 'noBasisBecause'))
}

interface StricterProps extends RowFormProps {
  readonly set: Row
  readonly change: (field: string, value: unknown) => void
}

function Stricter({ row, catalogue, set, change, problem }: StricterProps): ReactNode {
  const { t, pick, language } = useLanguage()
  if (row['subject'] === 'questions') {
    const question = catalogue.questions.find(({ id }) => id === row['id'])
    return (
      <>
        <Choice
          className="fs-span-4"
          label={t('catalogue:own.severityTo')}
          value={String(set['severity'] ?? '')}
          hint={question === undefined ? undefined : t('catalogue:own.now', { value: pick(SEVERITY_LABELS[question.severity]) })}
          error={problem('severity')}
          options={[{ value: '-', label: t('catalogue:own.unchanged') }, ...SEVERITIES.map((value) => ({ value, label: pick(SEVERITY_LABELS[value]) }))]}
          onChange={(severity) => change('severity', severity === '-' ? undefined : severity)}
        />
        <div className="fs-span-8 catalogue-check">
          <Checkbox checked={'onlyWhen' in set} onChange={(event) => change('onlyWhen', event.target.checked ? [] : undefined)}>
            {t('catalogue:own.always')}
          </Checkbox>
          <Checkbox checked={'mayNotApply' in set} onChange={(event) => change('mayNotApply', event.target.checked ? false : undefined)}>
            {t('catalogue:own.mustAnswer')}
          </Checkbox>
        </div>
      </>
    )
  }
  if (row['subject'] === 'materials') {
    return (
      <div className="fs-span-8 catalogue-check">
        <Checkbox checked={'need' in set} onChange={(event) => change('need', event.target.checked ? 'required' : undefined)}>
          {t('catalogue:own.required')}
        </Checkbox>
      </div>
    )
  }
  const trigger = catalogue.majorTriggers.find(({ id }) => id === row['id'])
  return (
    <>
      {trigger?.kind === 'amount' ? (
        <Field
          className="fs-span-4"
          label={t('catalogue:own.thresholdTo')}
          hint={t('catalogue:own.now', { value: formatYuan(trigger.threshold, language) })}
          error={problem('threshold')}
        >
          {({ id }) => (
            <InputNumber id={id} min={0} value={(set['threshold'] as number | undefined) ?? null} onChange={(value) => change('threshold', value ?? undefined)} />
          )}
        </Field>
      ) : null}
      <div className="fs-span-8 catalogue-check">
        <Checkbox checked={'consequence' in set} onChange={(event) => change('consequence', event.target.checked ? 'major' : undefined)}>
          {t('catalogue:own.becomesMajor')}
        </Checkbox>
      </div>
    </>
  )
}
