/** Recording an extension that was granted (延长审批): who, when, how long, why, with its paper. */
import { App, Button, InputNumber, Modal, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { Clock } from '../../shared/deadlines/clock.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { today } from '../ui/formats.ts'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { lengthWords } from './clock-words.ts'

export interface ExtendDialogProps {
  readonly detail: CaseDetail
  readonly clock: Clock
  readonly onClose: () => void
}

export function ExtendDialog({ detail, clock, onClose }: ExtendDialogProps): ReactNode {
  const speech = useLanguage()
  const { t, pick } = speech
  const { message } = App.useApp()
  const step = clock.nextExtension
  const [length, setLength] = useState<number | null>(step?.length ?? null)
  const [approvedBy, setApprovedBy] = useState('')
  const [approvedOn, setApprovedOn] = useState<string | null>(today())
  const [paper, setPaper] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const send = useWrite('deadlines.extend')
  if (step === null) return null
  const lacks = { length: length === null || length < 1, by: approvedBy.trim() === '', on: approvedOn === null, reason: reason.trim().length < 2 }
  const confirm = (): void => {
    setTried(true)
    if (length === null || approvedOn === null || Object.values(lacks).some(Boolean)) return
    send.mutate(
      { caseId: detail.id, clock: clock.key, length, approvedBy: approvedBy.trim(), approvedOn, reason: reason.trim(), materialId: paper },
      {
        onSuccess: ({ due }) => {
          void message.success(due === null ? t('deadlines:extend.doneOpen') : t('deadlines:extend.done', { due }))
          onClose()
        },
      },
    )
  }
  const most = step.length === null ? '' : t('deadlines:extend.most', { length: lengthWords({ kind: step.unit, n: step.length }, speech) })
  const papers = detail.materials.filter(({ removed }) => removed === null)
  const required = (lacking: boolean): string | undefined => (tried && lacking ? t('ui:required') : undefined)
  return (
    <Modal
      open
      title={t('deadlines:extend.title', { name: pick(clock.name) })}
      onCancel={onClose}
      mask={{ closable: false }}
      width="37rem"
      footer={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="primary" loading={send.isPending} onClick={confirm}>
            {t('deadlines:extend.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('deadlines:extend.explain', { approver: pick(step.approver), most })}</p>
      <div className="fs-field-row">
        <Field label={t('deadlines:extend.length', { unit: lengthWords({ kind: step.unit, n: 0 }, speech).replace('0', '').trim() })} required error={required(lacks.length)}>
          {({ id, describedBy }) => (
            <InputNumber id={id} aria-describedby={describedBy} min={1} max={step.length ?? 3650} precision={0} value={length} onChange={setLength} />
          )}
        </Field>
        <Field label={t('deadlines:extend.approvedBy')} required error={required(lacks.by)}>
          {(control) => <TextField {...control} maxLength={60} value={approvedBy} onChange={setApprovedBy} />}
        </Field>
        <Field label={t('deadlines:extend.approvedOn')} required error={required(lacks.on)}>
          {(control) => <DateField {...control} value={approvedOn} onChange={setApprovedOn} />}
        </Field>
      </div>
      <PaperChoice label={t('deadlines:extend.paper')} papers={papers} value={paper} onChange={setPaper} />
      <Field label={t('deadlines:extend.reason')} required error={required(lacks.reason)}>
        {(control) => <TextArea {...control} maxLength={1000} value={reason} onChange={setReason} />}
      </Field>
      <ErrorNotice error={send.error} />
    </Modal>
  )
}

export interface PaperChoiceProps {
  readonly label: string
  readonly papers: readonly { readonly id: string; readonly name: string }[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

export function PaperChoice({ label, papers, value, onChange }: PaperChoiceProps): ReactNode {
  const { t } = useLanguage()
  if (papers.length === 0) return null
  return (
    <Field label={label}>
      {({ id }) => (
        <Select
          id={id}
          value={value ?? ''}
          onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
          options={[{ value: '', label: t('deadlines:extend.noPaper') }, ...papers.map((one) => ({ value: one.id, label: one.name }))]}
        />
      )}
    </Field>
  )
}
