/** What the station changes of one form, beside the empty form as it would be printed. */
import { App, Button, Checkbox, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { allParts, type Form } from '../../shared/catalogue/forms.ts'
import { formatCitation } from '../../shared/catalogue/citation.ts'
import type { FormInStation } from '../../shared/forms/contract.ts'
import { AS_SHIPPED, settingsProblems, type FormSettings } from '../../shared/forms/form-settings.ts'
import { PagePreview } from '../opinion/page-preview.tsx'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { PROBLEM_LABELS } from '../ui/error-terms.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field, FieldGroup } from '../ui/field.tsx'
import { UnverifiedMark } from '../ui/state-tag.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { keptForm, shownForm } from '../station/number-form.ts'
import { useDrawnPages } from './form-pages.ts'
import { Printed } from './printed.tsx'
import { WordingField } from './wording-field.tsx'
import '../opinion/opinion.css'
import './forms.css'

const isShipped = (settings: FormSettings): boolean => JSON.stringify(settings) === JSON.stringify(AS_SHIPPED)

interface DialogProps {
  readonly row: FormInStation
  readonly onClose: () => void
}

export function FormSettingsDialog({ row, onClose }: DialogProps): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const save = useWrite('forms.saveSettings')
  const [draft, setDraft] = useState(row.settings)
  const [previewed, setPreviewed] = useState(row.settings)
  const [resets, setResets] = useState(0)
  const { form, seq } = row
  const name = pick(form.name)
  const problems = settingsProblems(form, draft)
  const changed = JSON.stringify(draft) !== JSON.stringify(row.settings)
  const change = (part: Partial<FormSettings>): void => setDraft((current) => ({ ...current, ...part }))
  const store = (): void =>
    save.mutate(
      { form: form.id, expectedSeq: seq, settings: isShipped(draft) ? null : draft },
      {
        onSuccess: () => {
          void message.success(t('forms:settings.saved'))
          onClose()
        },
      },
    )
  const footer = (
    <>
      <Button
        disabled={isShipped(draft)}
        onClick={() => {
          setDraft(AS_SHIPPED)
          setPreviewed(AS_SHIPPED)
          setResets((count) => count + 1)
        }}
      >
        {t('forms:settings.reset')}
      </Button>
      <Button onClick={onClose}>{t('ui:cancel')}</Button>
      <Button onClick={() => setPreviewed(draft)} disabled={problems.length > 0}>
        {t('forms:settings.showPreview')}
      </Button>
      <Button type="primary" loading={save.isPending} disabled={!changed || problems.length > 0} onClick={store}>
        {t('ui:save')}
      </Button>
    </>
  )
  return (
    <Modal open title={t('forms:settings.editOf', { name })} onCancel={onClose} mask={{ closable: false }} width="70rem" footer={footer}>
      <div className="forms-settings">
        <SettingsFields key={resets} form={form} draft={draft} onChange={change} />
        <SettingsPreview row={row} settings={previewed} />
      </div>
      <ErrorNotice error={save.error} />
    </Modal>
  )
}

function SettingsPreview({ row, settings }: { readonly row: FormInStation; readonly settings: FormSettings }): ReactNode {
  const { t } = useLanguage()
  const preview = useRead('forms.previewSettings', { form: row.form.id, settings }, { keepPrevious: true })
  const shown = useDrawnPages(preview.data, preview.error, () => void preview.refetch())
  return (
    <section className="forms-pages" aria-label={t('forms:settings.preview')}>
      <PagePreview shown={shown} />
    </section>
  )
}

interface FieldsProps {
  readonly form: Form
  readonly draft: FormSettings
  readonly onChange: (part: Partial<FormSettings>) => void
}

function SettingsFields(props: FieldsProps): ReactNode {
  const { t } = useLanguage()
  const { form, draft, onChange } = props
  return (
    <div className="forms-settings-fields">
      <Field label={t('forms:settings.heading')} hint={t('forms:settings.headingHint')}>
        {(control) => (
          <TextArea {...control} maxLength={80} rows={2} value={draft.title ?? form.title} onChange={(title) => onChange({ title: title.trim().length < 2 || title === form.title ? null : title })} />
        )}
      </Field>
      <NumberFields {...props} />
      {form.wording.map((block) => (
        <WordingField
          key={block.id}
          block={block}
          text={draft.wording.find(({ id }) => id === block.id)?.text ?? block.text}
          onChange={(text) => {
            const others = draft.wording.filter(({ id }) => id !== block.id)
            onChange({ wording: text === block.text ? others : [...others, { id: block.id, text }] })
          }}
        />
      ))}
      <PartFields {...props} />
      <RequiredList form={form} />
    </div>
  )
}

function NumberFields({ form, draft, onChange }: FieldsProps): ReactNode {
  const { t, language, pick } = useLanguage()
  if (form.number === null) return null
  const shipped = form.number
  const pattern = draft.number === 'shipped' ? shipped : draft.number
  const [problem] = settingsProblems(form, draft).filter(({ kind }) => kind === 'number')
  const words = problem === undefined ? undefined : PROBLEM_LABELS[problem.name]
  return (
    <>
      <Checkbox checked={pattern !== null} onChange={(event) => onChange({ number: event.target.checked ? 'shipped' : null })}>
        {t('forms:settings.number')}
      </Checkbox>
      {pattern === null ? null : (
        <Field label={t('forms:settings.numberForm')} hint={t('forms:settings.numberHint')} error={words === undefined ? undefined : pick(words)}>
          {(control) => (
            <TextField
              {...control}
              maxLength={60}
              value={shownForm(pattern.form, language)}
              onChange={(shown) => {
                const kept = keptForm(shown)
                onChange({ number: kept === shipped.form ? 'shipped' : { ...pattern, form: kept } })
              }}
            />
          )}
        </Field>
      )}
    </>
  )
}

/** Rows that can be left out, further pages, rows of the station's own. */
function PartFields({ form, draft, onChange }: FieldsProps): ReactNode {
  const { t, pick } = useLanguage()
  const placed = new Set(allParts(form).flatMap((part) => (part.kind === 'rows' ? part.rows.flat() : part.kind === 'table' ? part.columns.map(({ element }) => element) : [])))
  const free = form.elements.filter(({ id, required }) => !required && placed.has(id))
  const pages = form.pages.filter(({ optional }) => optional)
  const printed = draft.pages ?? form.pages.filter((page) => page.optional && page.printed).map(({ id }) => id)
  const toggled = (list: readonly string[], id: string): string[] => (list.includes(id) ? list.filter((one) => one !== id) : [...list, id])
  return (
    <>
      {free.length > 0 && (
        <FieldGroup label={t('forms:settings.leftOut')} hint={t('forms:settings.leftOutHint')}>
          <div className="forms-inserts">
            {free.map(({ id, label }) => (
              <Checkbox key={id} checked={draft.leftOut.includes(id)} onChange={() => onChange({ leftOut: toggled(draft.leftOut, id) })}>
                <Printed>{label}</Printed>
              </Checkbox>
            ))}
          </div>
        </FieldGroup>
      )}
      {pages.length > 0 && (
        <FieldGroup label={t('forms:settings.pages')}>
          <div className="forms-inserts">
            {pages.map((page) => (
              <Checkbox key={page.id} checked={printed.includes(page.id)} onChange={() => onChange({ pages: toggled(printed, page.id) })}>
                {pick(page.name)}
              </Checkbox>
            ))}
          </div>
        </FieldGroup>
      )}
      <OwnRows draft={draft} onChange={onChange} />
    </>
  )
}

function OwnRows({ draft, onChange }: Omit<FieldsProps, 'form'>): ReactNode {
  const { t } = useLanguage()
  const [text, setText] = useState(draft.ownRows.join('\n'))
  const typed = (value: string): void => {
    setText(value)
    const rows = value.split('\n').map((line) => line.trim().slice(0, 20))
    onChange({ ownRows: rows.filter((line) => line !== '').slice(0, 10) })
  }
  return (
    <Field label={t('forms:settings.ownRows')} hint={t('forms:settings.ownRowsHint')}>
      {(control) => <TextArea {...control} maxLength={220} rows={2} value={text} onChange={typed} />}
    </Field>
  )
}

function RequiredList({ form }: { readonly form: Form }): ReactNode {
  const { t, language } = useLanguage()
  const required = form.elements.filter((element) => element.required)
  return (
    <FieldGroup label={t('forms:settings.required')}>
      <ul className="forms-required">
        {required.map(({ id, label, basis, verified }) => (
          <li key={id}>
            <Printed>{label}</Printed>{' '}
            <span className="fs-soft">
              {basis.length === 0 ? t('forms:settings.practice') : basis.map((citation) => formatCitation(citation, language)).join(t('ui:listSeparator'))}
            </span>{' '}
            {verified ? null : <UnverifiedMark />}
          </li>
        ))}
      </ul>
    </FieldGroup>
  )
}
