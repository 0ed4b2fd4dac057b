/** The text of the report (执法情况说明): as printed, and as the station words it. Half-written text is kept as a draft. */
import { Button, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import type { AnnualReport, AnnualSection } from '../../shared/annual-report/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { useDraft } from '../ui/draft.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { formatMoment } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { TextArea } from '../ui/text-field.tsx'

/** Where the list of what is missing leads. */
export const TEXT_PLACE = 'annual-text'

export function TextPanel({ report, editable }: { readonly report: AnnualReport; readonly editable: boolean }): ReactNode {
  const { t } = useLanguage()
  const [editing, setEditing] = useState<string | null>(null)
  return (
    <div id={TEXT_PLACE} tabIndex={-1} className="annual-table">
      <Panel title={t('annualReport:text.title')}>
        {report.sections.map((section) =>
          editing === section.id && editable ? (
            <SectionEditor key={section.id} report={report} section={section} onClose={() => setEditing(null)} />
          ) : (
            <Shown key={section.id} section={section} editable={editable} onEdit={() => setEditing(section.id)} />
          ),
        )}
      </Panel>
    </div>
  )
}

function Shown({ section, editable, onEdit }: { readonly section: AnnualSection; readonly editable: boolean; readonly onEdit: () => void }): ReactNode {
  const { t, pick, language } = useLanguage()
  const { title, filled, written, takenOver } = section
  return (
    <section className="annual-section">
      <h3>
        {pick(title)} {takenOver ? <Mark tone="amber">{t('annualReport:text.takenOver')}</Mark> : null}
        {editable ? (
          <Button size="small" aria-label={t('annualReport:text.editOf', { label: pick(title) })} onClick={onEdit}>
            {t('annualReport:text.edit')}
          </Button>
        ) : null}
      </h3>
      {filled.split('\n').map((line, at) => (
        // lines have no name but their place
        <p key={`${at}/${line}`} lang="zh-CN">
          {line}
        </p>
      ))}
      {written === null ? null : <p className="fs-soft">{t('annualReport:text.writtenBy', { by: written.by, at: formatMoment(written.at, language) })}</p>}
    </section>
  )
}

function SectionEditor({ report, section, onClose }: { readonly report: AnnualReport; readonly section: AnnualSection; readonly onClose: () => void }): ReactNode {
  const { t, pick } = useLanguage()
  const write = useWrite('annualReport.saveText')
  const draft = useDraft(`annual/${report.year}/${section.id}`, section.text)
  const send = (text: string | null): void =>
    write.mutate({ year: report.year, section: section.id, text }, { onSuccess: () => void draft.discard().then(onClose) })
  const add = (name: string): void => draft.set((now) => `${now}{{${name}}}`)
  const own = section.written !== null || section.takenOver
  return (
    <section className="annual-section">
      <Field label={pick(section.title)} hint={t('annualReport:text.hint')}>
        {(control) => <TextArea {...control} autoFocus rows={6} value={draft.value} maxLength={20_000} onChange={draft.set} />}
      </Field>
      <details>
        <summary>{t('annualReport:text.places')}</summary>
        <div className="annual-places">
          {report.places.flatMap(({ name, value, change }) => [name, ...(change ? [`${name}.change`] : [])].map((one) => (
            <Tag key={one}>
              <button type="button" className="annual-place" onClick={() => add(one)}>
                {`{{${one}}}`}
                {one === name ? ` = ${value ?? t('annualReport:origin.missing')}` : ''}
              </button>
            </Tag>
          )))}
        </div>
      </details>
      <ErrorNotice error={write.error} />
      <div className="annual-acts">
        <Button type="primary" loading={write.isPending} disabled={draft.value.trim() === ''} onClick={() => send(draft.value)}>
          {t('annualReport:text.save')}
        </Button>
        {own ? (
          <Button loading={write.isPending} onClick={() => send(null)}>
            {t('annualReport:text.back')}
          </Button>
        ) : null}
        <Button onClick={() => void draft.discard().then(onClose)}>{t('ui:cancel')}</Button>
      </div>
    </section>
  )
}
