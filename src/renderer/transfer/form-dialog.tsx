/** A form in a dialog: what is typed is a draft until it is handed in, and what is wrong stands at its field. */
import { App, Button, Checkbox, Modal, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { IsoInstant } from '../../shared/values/values.ts'
import { civilDayOf, civilTimeOf } from '../../shared/deadlines/civil-time.ts'
import { useLanguage } from '../language/language.ts'
import { DateField } from '../ui/date-field.tsx'
import { DraftMark } from '../ui/draft-mark.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field, FieldGroup } from '../ui/field.tsx'
import { TextArea, TextField, useDraft } from '../ui/text-field.tsx'
import { chosenOf, emptyValues, optionsOf, problemsOf, textOf, type FieldSpec, type FormValue, type FormValues } from './form-fields.ts'

export interface FormDialogProps {
  /** Key of the draft. */
  readonly draftKey: string
  readonly title: string
  readonly explanation?: string | undefined
  readonly fields: readonly FieldSpec[]
  /** What the form begins with, beside what is empty. */
  readonly initial?: FormValues | undefined
  readonly confirmLabel: string
  readonly onSubmit: (values: FormValues) => Promise<unknown>
  readonly onClose: () => void
  /** More of the form, above its fields. `tried`: the person has tried to hand it in. */
  readonly renderBefore?: ((form: OpenForm) => ReactNode) | undefined
  readonly renderAfter?: ((form: OpenForm) => ReactNode) | undefined
  /** False keeps the form from being handed in. */
  readonly complete?: ((values: FormValues) => boolean) | undefined
}

export interface OpenForm {
  readonly values: FormValues
  readonly set: (name: string, value: FormValue) => void
  readonly tried: boolean
}

export function nowInChina(): { readonly day: string; readonly time: string } {
  const now = new Date().toISOString() as IsoInstant
  return { day: civilDayOf(now), time: civilTimeOf(now) }
}

export function FormDialog(props: FormDialogProps): ReactNode {
  const { draftKey, title, explanation, fields, initial, confirmLabel, onSubmit, onClose, renderBefore, renderAfter, complete } = props
  const { t } = useLanguage()
  const { message } = App.useApp()
  const [first] = useState<FormValues>(() => ({ ...emptyValues(fields, nowInChina()), ...initial }))
  const draft = useDraft<FormValues>(draftKey, first)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { value: values, ready } = draft
  const problems = problemsOf(fields, values)
  const set = (name: string, value: FormValue): void => draft.set((old) => ({ ...old, [name]: value }))
  const form = { values, set, tried }
  const confirm = async (): Promise<void> => {
    setTried(true)
    if (Object.keys(problems).length > 0 || complete?.(values) === false) return
    setBusy(true)
    setError(null)
    try {
      await onSubmit(values)
      await draft.discard()
      void message.success(t('transfer:done'))
      onClose()
    } catch (thrown) {
      setError(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      mask={{ closable: false }}
      width="44rem"
      footer={
        <>
          <span className="transfer-draft">{ready && <DraftMark status={draft.status} />}</span>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="primary" loading={busy} disabled={!ready} onClick={() => void confirm()}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {explanation !== undefined && <p>{explanation}</p>}
      {ready && (
        <>
          {renderBefore?.(form)}
          {fields.map((field) => (
            <FormField key={field.name} field={field} form={form} problem={tried ? problems[field.name] : undefined} />
          ))}
          {renderAfter?.(form)}
        </>
      )}
      <ErrorNotice error={error} />
    </Modal>
  )
}

interface FormFieldProps {
  readonly field: FieldSpec
  readonly form: OpenForm
  readonly problem: ReturnType<typeof problemsOf>[string] | undefined
}

function FormField({ field, form, problem }: FormFieldProps): ReactNode {
  const { t } = useLanguage()
  const { name, label, kind, required, longest, rows, hint } = field
  const { values, set } = form
  const error = problem === undefined ? undefined : t(`transfer:dialog.${problem}`)
  if (kind === 'check') {
    return (
      <div className="fs-field">
        <Checkbox className="threshold-check" checked={values[name] === true} onChange={(event) => set(name, event.target.checked)}>
          {label}
        </Checkbox>
      </div>
    )
  }
  if (kind === 'moment') {
    return (
      <FieldGroup label={label} required hint={hint ?? t('transfer:dialog.momentHint')} error={error}>
        <div className="transfer-moment">
          <DateField label={t('transfer:dialog.day')} value={textOf(values, name) || null} onChange={(day) => set(name, day ?? '')} />
          <TextField
            label={t('transfer:dialog.time')}
            value={textOf(values, `${name}Time`)}
            maxLength={8}
            placeholder="09:30"
            onChange={(time) => set(`${name}Time`, time)}
          />
        </div>
      </FieldGroup>
    )
  }
  return (
    <Field label={label} required={required} hint={hint} error={error}>
      {(control) => {
        const value = typeof values[name] === 'string' ? values[name] : ''
        if (kind === 'day') return <DateField {...control} value={value === '' ? null : value} onChange={(day) => set(name, day ?? '')} />
        if (kind === 'text') return <TextArea {...control} value={value} rows={rows ?? 3} maxLength={longest ?? 4000} onChange={(typed) => set(name, typed)} />
        if (kind === 'choice') {
          return (
            <Select
              id={control.id}
              status={control.status}
              value={chosenOf(field, values) || null}
              options={[...optionsOf(field, values)]}
              className="transfer-select"
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(chosen: string | null) => set(name, chosen ?? '')}
            />
          )
        }
        return <TextField {...control} value={value} maxLength={longest ?? 200} inputMode={kind === 'amount' ? 'decimal' : 'text'} onChange={(typed) => set(name, typed)} />
      }}
    </Field>
  )
}
