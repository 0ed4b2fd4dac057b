/** What ends or rests a case: dropped, suspended, resumed. */
import { App, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { CASE_ACTION_LABELS } from '../../shared/cases/state-machine-terms.ts'
import { DROP_KIND_LABELS, DROP_KINDS, type DropKind } from '../../shared/followup/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { Field } from '../ui/field.tsx'
import { today } from '../ui/formats.ts'
import { TextArea, TextField } from '../ui/text-field.tsx'
import type { ActProps } from '../workspace/act-props.ts'
import { FollowupModal } from './followup-modal.tsx'
import { isPastDay } from './given-day.ts'

const short = (words: string, least = 2): boolean => words.trim().length < least

function useSaid(onDone: () => void): { onSuccess: () => void } {
  const { t } = useLanguage()
  const { message } = App.useApp()
  return {
    onSuccess: () => {
      void message.success(t('followup:done.saved'))
      onDone()
    },
  }
}

interface DayAndReasonProps {
  readonly day: string | null
  readonly onDay: (day: string | null) => void
  readonly reason: string
  readonly reasonLabel: string
  readonly onReason: (reason: string) => void
  readonly tried: boolean
}

function DayAndReason({ day, onDay, reason, reasonLabel, onReason, tried }: DayAndReasonProps): ReactNode {
  const { t } = useLanguage()
  return (
    <>
      <Field label={t('followup:form.day')} required error={tried && !isPastDay(day) ? t('followup:form.wrongDay') : undefined}>
        {(control) => <DateField {...control} value={day} onChange={onDay} />}
      </Field>
      <Field label={reasonLabel} required error={tried && short(reason) ? t('followup:form.required') : undefined}>
        {(control) => <TextArea {...control} value={reason} maxLength={2000} onChange={onReason} />}
      </Field>
    </>
  )
}

export function DropDialog({ detail, onClose, onDone }: ActProps): ReactNode {
  const { t, pick } = useLanguage()
  const write = useWrite('followup.drop')
  const said = useSaid(onDone)
  const [kind, setKind] = useState<DropKind>('noPenalty')
  const [on, setOn] = useState<string | null>(today())
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const confirm = (): void => {
    setTried(true)
    if (isPastDay(on) && !short(reason)) write.mutate({ caseId: detail.id, kind, on, reason }, said)
  }
  return (
    <FollowupModal title={pick(CASE_ACTION_LABELS.drop)} explanation={t('followup:form.explainDrop')} busy={write.isPending} error={write.error} onConfirm={confirm} onClose={onClose}>
      <Field label={t('followup:form.dropKind')} required>
        {({ id }) => <Select<DropKind> id={id} value={kind} options={DROP_KINDS.map((one) => ({ value: one, label: pick(DROP_KIND_LABELS[one]) }))} onChange={setKind} />}
      </Field>
      <DayAndReason day={on} onDay={setOn} reason={reason} reasonLabel={t('followup:form.dropReason')} onReason={setReason} tried={tried} />
    </FollowupModal>
  )
}

export function SuspendDialog({ detail, onClose, onDone }: ActProps): ReactNode {
  const { t } = useLanguage()
  const write = useWrite('followup.suspend')
  const said = useSaid(onDone)
  const [on, setOn] = useState<string | null>(today())
  const [basis, setBasis] = useState('')
  const [approvedBy, setApprovedBy] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const confirm = (): void => {
    setTried(true)
    if (!isPastDay(on) || short(reason) || short(basis, 4) || short(approvedBy, 1)) return
    write.mutate({ caseId: detail.id, on, basis, reason, approvedBy }, said)
  }
  return (
    <FollowupModal title={t('followup:act.suspend')} explanation={t('followup:form.explainSuspend')} busy={write.isPending} error={write.error} onConfirm={confirm} onClose={onClose}>
      <Field label={t('followup:form.legalBasis')} required hint={t('followup:form.legalBasisHint')} error={tried && short(basis, 4) ? t('followup:form.required') : undefined}>
        {(control) => <TextField {...control} value={basis} maxLength={500} onChange={setBasis} />}
      </Field>
      <Field label={t('followup:form.approvedBy')} required error={tried && short(approvedBy, 1) ? t('followup:form.required') : undefined}>
        {(control) => <TextField {...control} value={approvedBy} maxLength={60} onChange={setApprovedBy} />}
      </Field>
      <DayAndReason day={on} onDay={setOn} reason={reason} reasonLabel={t('followup:form.suspendReason')} onReason={setReason} tried={tried} />
    </FollowupModal>
  )
}

export function ResumeDialog({ detail, onClose, onDone }: ActProps): ReactNode {
  const { t } = useLanguage()
  const write = useWrite('followup.resume')
  const said = useSaid(onDone)
  const [on, setOn] = useState<string | null>(today())
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const confirm = (): void => {
    setTried(true)
    if (isPastDay(on) && !short(reason)) write.mutate({ caseId: detail.id, on, reason }, said)
  }
  return (
    <FollowupModal title={t('followup:act.resume')} explanation={t('followup:form.explainResume')} busy={write.isPending} error={write.error} onConfirm={confirm} onClose={onClose}>
      <DayAndReason day={on} onDay={setOn} reason={reason} reasonLabel={t('followup:form.resumeReason')} onReason={setReason} tried={tried} />
    </FollowupModal>
  )
}
