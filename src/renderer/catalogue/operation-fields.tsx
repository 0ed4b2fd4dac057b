/** Small fields that the forms of an overlay are made of. */
import { Checkbox, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { useLanguage } from '../language/language.ts'
import { Field } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { withBasis, type Row } from './overlay-draft.ts'

export interface RowFormProps {
  readonly row: Row
  readonly catalogue: Catalogue
  readonly onChange: (row: Row) => void
  readonly problem: (field: string) => string | undefined
}

export interface LineProps {
  readonly label: string
  readonly value: unknown
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly hint?: string | undefined
  readonly className?: string
  readonly maxLength?: number
}

export function Line({ label, value, onChange, error, hint, className = 'fs-span-6', maxLength = 300 }: LineProps): ReactNode {
  return (
    <Field className={className} label={label} error={error} hint={hint}>
      {(control) => <TextField {...control} maxLength={maxLength} value={String(value ?? '')} onChange={onChange} />}
    </Field>
  )
}

/** A text in both languages, side by side; the English one may stay empty. */
export function BilingualLine({ label, value, onChange, error }: { readonly label: string; readonly value: unknown; readonly onChange: (value: Row) => void; readonly error?: string | undefined }): ReactNode {
  const { t } = useLanguage()
  const text = Object(value) as { readonly 'zh-CN'?: string; readonly en?: string }
  const { 'zh-CN': zh = '', en = '' } = text
  return (
    <>
      <Line label={label} value={zh} error={error} onChange={(next) => onChange({ 'zh-CN': next, en })} />
      <Line label={t('catalogue:own.english', { label })} value={en} onChange={(next) => onChange({ 'zh-CN': zh, en: next })} />
    </>
  )
}

export interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly hint?: string | undefined
  readonly className?: string
  readonly search?: boolean
}

export function Choice({ label, value, options, onChange, error, hint, className = 'fs-span-6', search = false }: ChoiceProps): ReactNode {
  return (
    <Field className={className} label={label} error={error} hint={hint}>
      {({ id, status }) => (
        <Select
          id={id}
          status={status}
          value={value === '' ? null : value}
          options={[...options]}
          {...(search ? { showSearch: { optionFilterProp: 'label' } } : {})}
          onChange={(next: string) => onChange(next)}
        />
      )}
    </Field>
  )
}

/** Law and article; a row without one says why there is none. */
export function BasisFields({ row, catalogue, onChange, problem, reason }: RowFormProps & { readonly reason: boolean }): ReactNode {
  const { t, pick } = useLanguage()
  const [first] = (row['basis'] ?? []) as readonly { readonly law: string; readonly article?: number }[]
  const laws = catalogue.laws.map((law) => ({ value: law.title['zh-CN'], label: pick(law.title) }))
  return (
    <>
      <Choice
        label={t('catalogue:own.law')}
        value={first?.law ?? ''}
        options={reason ? [{ value: '-', label: t('catalogue:own.noLaw') }, ...laws] : laws}
        search
        error={problem('basis')}
        onChange={(law) => onChange(withBasis(row, law === '-' ? '' : law, null))}
      />
      <Field className="fs-span-6" label={t('catalogue:own.article')}>
        {({ id }) => (
          <InputNumber
            id={id}
            min={1}
            precision={0}
            disabled={first === undefined}
            value={first?.article ?? null}
            onChange={(article) => onChange(withBasis(row, first?.law ?? '', article))}
          />
        )}
      </Field>
      {reason && first === undefined ? (
        <BilingualLine
          label={t('catalogue:own.noBasis')}
          value={row['noBasisBecause']}
          error={problem('noBasisBecause')}
          onChange={(noBasisBecause) => onChange({ ...row, noBasisBecause })}
        />
      ) : null}
    </>
  )
}

export function SourceFields({ row, onChange, problem }: Omit<RowFormProps, 'catalogue'>): ReactNode {
  const { t } = useLanguage()
  return (
    <>
      <Line label={t('catalogue:own.source')} value={row['source']} error={problem('source')} onChange={(source) => onChange({ ...row, source })} />
      <div className="fs-span-6 catalogue-check">
        <Checkbox checked={row['verified'] === true} onChange={(event) => onChange({ ...row, verified: event.target.checked })}>
          {t('catalogue:own.verified')}
        </Checkbox>
      </div>
    </>
  )
}
