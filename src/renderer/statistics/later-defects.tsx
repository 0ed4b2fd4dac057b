/** Defects that somebody found after the opinion (漏检): in evaluation, reconsideration, court or supervision. */
import { App, Button, Modal, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import { HEADING_IDS, SEVERITIES } from '../../shared/catalogue/vocabulary.ts'
import { LATER_SOURCES, laterDefectSchema, type LaterSource } from '../../shared/statistics/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { DateText } from '../ui/date-text.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { today } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { SeverityMark } from '../ui/state-tag.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { HEADING_LABELS } from '../ui/vocabulary-labels.ts'

interface Draft {
  readonly source: LaterSource
  readonly foundOn: string | null
  readonly heading: number
  readonly severity: (typeof SEVERITIES)[number]
  readonly description: string
}

function RecordDialog({ detail, onClose }: { readonly detail: CaseDetail; readonly onClose: () => void }): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const record = useWrite('statistics.recordLaterDefect')
  const [draft, setDraft] = useState<Draft>({ source: 'evaluation', foundOn: today(), heading: 3, severity: 'C', description: '' })
  const [tried, setTried] = useState(false)
  const given = laterDefectSchema.safeParse(draft)
  const wrong = new Set(given.success ? [] : given.error.issues.map(({ path }) => path[0]))
  const save = (): void => {
    setTried(true)
    if (!given.success) return
    record.mutate(
      { caseId: detail.id, defect: given.data },
      {
        onSuccess: () => {
          void message.success(t('statistics:later.saved'))
          onClose()
        },
      },
    )
  }
  const footer = (
    <>
      <Button onClick={onClose}>{t('ui:cancel')}</Button>
      <Button type="primary" loading={record.isPending} onClick={save}>
        {t('statistics:later.record')}
      </Button>
    </>
  )
  return (
    <Modal open title={t('statistics:later.title')} onCancel={onClose} mask={{ closable: false }} footer={footer}>
      <p className="fs-soft">{t('statistics:later.explain')}</p>
      <Field label={t('statistics:later.source')}>
        {({ id }) => (
          <Select
            id={id}
            value={draft.source}
            options={LATER_SOURCES.map((value) => ({ value, label: t(`statistics:later.sources.${value}`) }))}
            onChange={(source) => setDraft({ ...draft, source })}
          />
        )}
      </Field>
      <Field label={t('statistics:later.foundOn')} required error={tried && wrong.has('foundOn') ? t('statistics:later.wrongDay') : undefined}>
        {(control) => <DateField {...control} value={draft.foundOn} onChange={(foundOn) => setDraft({ ...draft, foundOn })} />}
      </Field>
      <Field label={t('statistics:heading')}>
        {({ id }) => (
          <Select
            id={id}
            value={draft.heading}
            options={HEADING_IDS.map((heading, at) => ({ value: at + 1, label: `${at + 1}. ${pick(HEADING_LABELS[heading])}` }))}
            onChange={(heading) => setDraft({ ...draft, heading })}
          />
        )}
      </Field>
      <Field label={t('statistics:later.severity')}>
        {({ id }) => (
          <Select
            id={id}
            value={draft.severity}
            options={SEVERITIES.map((value) => ({ value, label: t(`statistics:severity.${value}`) }))}
            onChange={(severity) => setDraft({ ...draft, severity })}
          />
        )}
      </Field>
      <Field
        label={t('statistics:later.description')}
        required
        error={tried && wrong.has('description') ? t('statistics:later.tooShort') : undefined}
      >
        {(control) => <TextArea {...control} value={draft.description} maxLength={1000} onChange={(description) => setDraft({ ...draft, description })} />}
      </Field>
      <ErrorNotice error={record.error} />
    </Modal>
  )
}

/** Nothing before an opinion was issued: there is nothing that could have been missed. */
export function LaterDefects({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const { t, pick } = useLanguage()
  const mayRecord = useMayCall('statistics.recordLaterDefect')
  const issued = detail.documents.some(({ kind }) => kind === 'opinionPdf')
  const found = useRead('statistics.laterDefects', { caseId: detail.id }, { enabled: issued })
  const [recording, setRecording] = useState(false)
  if (!issued) return null
  const extra = mayRecord ? (
    <Button size="small" onClick={() => setRecording(true)}>
      {t('statistics:later.record')}
    </Button>
  ) : undefined
  return (
    <Panel title={t('statistics:later.panel')} extra={extra}>
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      {found.data?.length === 0 && <p className="fs-soft">{t('statistics:later.none')}</p>}
      <ul className="later-defects">
        {(found.data ?? []).map((one) => {
          const heading = HEADING_IDS[one.heading - 1]
          return (
            <li key={one.id}>
              <SeverityMark severity={one.severity} /> {heading === undefined ? '' : pick(HEADING_LABELS[heading])} · {one.description}
              <div className="fs-soft">
                {t(`statistics:later.sources.${one.source}`)} · <DateText value={one.foundOn} /> · {one.recordedBy}
              </div>
            </li>
          )
        })}
      </ul>
      {recording && <RecordDialog detail={detail} onClose={() => setRecording(false)} />}
    </Panel>
  )
}
