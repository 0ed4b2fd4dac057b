/** Writes down that the heads discussed the decision (登记集体讨论): who was there, what each said, what came of it. */
import { App, Radio } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Followup } from '../../shared/followup/contract.ts'
import { DISCUSSION_OUTCOME_LABELS, DISCUSSION_OUTCOMES, type DiscussionOutcome } from '../../shared/followup/discussion.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { DraftMark } from '../ui/draft-mark.tsx'
import { useDraft } from '../ui/draft.tsx'
import { Field, FieldGroup } from '../ui/field.tsx'
import { today } from '../ui/formats.ts'
import { TextArea, TextField } from '../ui/text-field.tsx'
import type { ActProps } from '../workspace/act-props.ts'
import { AttendanceFields } from './attendance-fields.tsx'
import { discussionDays, type DayOffer } from './day-offers.ts'
import { EMPTY_DISCUSSION, recordOfDraft, SOMEONE, USUAL_STANCE, type DiscussionDraft } from './discussion-draft.ts'
import { FollowupModal } from './followup-modal.tsx'
import { isPastDay } from './given-day.ts'
import { OfferedDays } from './offered-days.tsx'

interface DiscussionDialogProps extends ActProps {
  /** What is on record, and the minutes among the papers. */
  readonly discussed: Followup['discussion']
}

export function DiscussionDialog({ detail, discussed, onClose, onDone }: DiscussionDialogProps): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const write = useWrite('followup.recordDiscussion')
  const [tried, setTried] = useState(false)
  const draft = useDraft<DiscussionDraft>(`case/${detail.id}/discussion-${detail.round}`, { ...EMPTY_DISCUSSION, discussedOn: today() })
  const { value } = draft
  const set = (part: Partial<DiscussionDraft>): void => draft.set((now) => ({ ...now, ...part }))
  const confirm = (): void => {
    setTried(true)
    const discussion = recordOfDraft(value)
    if (discussion === null || !isPastDay(value.discussedOn)) return
    write.mutate(
      { caseId: detail.id, discussion },
      {
        onSuccess: () => {
          void draft.discard()
          void message.success(t('followup:done.saved'))
          onDone()
        },
      },
    )
  }
  const offers = discussionDays(discussed, today())
  if (!draft.ready) return null
  return (
    <FollowupModal
      wide
      title={t('followup:discussion.record')}
      explanation={
        <>
          {t('followup:discussion.explain')} <DraftMark status={draft.status} />
        </>
      }
      busy={write.isPending}
      error={write.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <MeetingFields value={value} set={set} tried={tried} offers={offers} />
      <AttendanceFields value={value} stances={DISCUSSION_OUTCOME_LABELS} someone={SOMEONE} usual={USUAL_STANCE} tried={tried} onChange={set} />
      <OutcomeFields value={value} set={set} tried={tried} />
    </FollowupModal>
  )
}

interface FieldsProps {
  readonly value: DiscussionDraft
  readonly set: (part: Partial<DiscussionDraft>) => void
  readonly tried: boolean
}

function MeetingFields({ value, set, tried, offers }: FieldsProps & { readonly offers: readonly DayOffer[] }): ReactNode {
  const { t } = useLanguage()
  return (
    <div className="fs-form">
      <Field
        className="fs-span-4"
        label={t('followup:discussion.on')}
        required
        error={tried && !isPastDay(value.discussedOn) ? t('followup:form.wrongDay') : undefined}
        after={<OfferedDays offers={offers} value={value.discussedOn} onTake={(discussedOn) => set({ discussedOn })} />}
      >
        {(control) => <DateField {...control} value={value.discussedOn} onChange={(discussedOn) => set({ discussedOn })} />}
      </Field>
      <Field className="fs-span-8" label={t('followup:form.place')}>
        {(control) => <TextField {...control} value={value.place} maxLength={200} onChange={(place) => set({ place })} />}
      </Field>
    </div>
  )
}

function OutcomeFields({ value, set, tried }: FieldsProps): ReactNode {
  const { t, pick } = useLanguage()
  const required = (missing: boolean): string | undefined => (tried && missing ? t('followup:form.required') : undefined)
  return (
    <>
      <FieldGroup label={t('followup:discussion.outcome')}>
        <Radio.Group
          value={value.outcome}
          options={DISCUSSION_OUTCOMES.map((one) => ({ value: one, label: pick(DISCUSSION_OUTCOME_LABELS[one]) }))}
          onChange={({ target }) => set({ outcome: target.value as DiscussionOutcome })}
        />
      </FieldGroup>
      {value.outcome === 'change' && (
        <Field label={t('followup:discussion.changedTo')} required error={required(value.changedTo.trim() === '')}>
          {(control) => <TextArea {...control} value={value.changedTo} maxLength={4000} onChange={(changedTo) => set({ changedTo })} />}
        </Field>
      )}
      <Field label={t('followup:discussion.reason')} required error={required(value.reason.trim().length < 2)}>
        {(control) => <TextArea {...control} value={value.reason} maxLength={4000} onChange={(reason) => set({ reason })} />}
      </Field>
    </>
  )
}
