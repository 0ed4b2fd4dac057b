/** How the agency settles the dispute: its head alone, or the heads together with each one's view (集体讨论). */
import { App, Radio } from 'antd'
import { useState, type ReactNode } from 'react'
import { CASE_ACTION_LABELS } from '../../shared/cases/state-machine-terms.ts'
import type { MethodInput } from '../../shared/contract/contract.ts'
import { SETTLEMENT_OUTCOME_LABELS, type SettlementOutcome } from '../../shared/followup/disagreement.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { DraftMark } from '../ui/draft-mark.tsx'
import { useDraft } from '../ui/draft.tsx'
import { Field, FieldGroup } from '../ui/field.tsx'
import { today } from '../ui/formats.ts'
import { TextArea } from '../ui/text-field.tsx'
import type { ActProps } from '../workspace/act-props.ts'
import { AttendanceFields } from './attendance-fields.tsx'
import { attendanceOf, type AttendanceDraft } from './attendance.ts'
import { FollowupModal } from './followup-modal.tsx'
import { isPastDay } from './given-day.ts'

interface SettleDraft extends AttendanceDraft<SettlementOutcome> {
  readonly by: 'head' | 'collective'
  readonly settledOn: string | null
  readonly reason: string
}

/** Both acts share one draft, and each has another usual stance: that alone tells nothing of a row. */
const NO_USUAL_STANCE = null

export function SettleDialog({ act, detail, onClose, onDone }: ActProps & { readonly act: 'upholdOpinion' | 'orderClosingRound' }): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const outcome: SettlementOutcome = act === 'upholdOpinion' ? 'uphold' : 'closingRound'
  const write = useWrite('followup.settle')
  const [tried, setTried] = useState(false)
  const someone = { name: '', post: '', view: '', stance: outcome }
  const draft = useDraft<SettleDraft>(`case/${detail.id}/settlement-${detail.round}`, {
    by: 'head',
    settledOn: today(),
    reason: '',
    chair: '',
    recorder: '',
    attendees: [someone, someone],
    absent: [],
  })
  const { value } = draft
  const set = (part: Partial<SettleDraft>): void => draft.set((now) => ({ ...now, ...part }))
  const collective = value.by === 'collective'
  const short = value.reason.trim().length < 2
  const confirm = (): void => {
    setTried(true)
    const attendance = collective ? attendanceOf(value, NO_USUAL_STANCE) : null
    if (short || (collective && attendance === null) || !isPastDay(value.settledOn)) return
    const common = { outcome, settledOn: value.settledOn, reason: value.reason }
    const settlement: MethodInput<'followup.settle'>['settlement'] = attendance === null ? { ...common, by: 'head' } : { ...common, by: 'collective', ...attendance }
    write.mutate(
      { caseId: detail.id, settlement },
      {
        onSuccess: ({ next }) => {
          void draft.discard()
          void message.success(next === null ? t('followup:done.saved') : t('followup:form.reReviewDone', { round: next.round, name: next.reviewer }))
          onDone()
        },
      },
    )
  }
  if (!draft.ready) return null
  return (
    <FollowupModal
      wide={collective}
      title={pick(CASE_ACTION_LABELS[act])}
      explanation={
        <>
          {t('followup:form.settle')} <DraftMark status={draft.status} />
        </>
      }
      busy={write.isPending}
      error={write.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <FieldGroup label={t('followup:form.settleBy')}>
        <Radio.Group
          value={value.by}
          options={[
            { value: 'head', label: t('followup:form.byHead') },
            { value: 'collective', label: t('followup:form.byCollective') },
          ]}
          onChange={({ target }) => set({ by: target.value as SettleDraft['by'] })}
        />
      </FieldGroup>
      <Field label={t('followup:form.settledOn')} required error={tried && !isPastDay(value.settledOn) ? t('followup:form.wrongDay') : undefined}>
        {(control) => <DateField {...control} value={value.settledOn} onChange={(settledOn) => set({ settledOn })} />}
      </Field>
      {collective && <AttendanceFields value={value} stances={SETTLEMENT_OUTCOME_LABELS} someone={someone} usual={NO_USUAL_STANCE} tried={tried} onChange={set} />}
      <Field label={t('followup:form.settleReason')} required error={tried && short ? t('followup:form.required') : undefined}>
        {(control) => <TextArea {...control} value={value.reason} maxLength={4000} onChange={(reason) => set({ reason })} />}
      </Field>
    </FollowupModal>
  )
}
