/** How the agency settles the dispute: its head alone, or the heads together with each one's view (集体讨论). */
import { App, Radio, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { CASE_ACTION_LABELS } from '../../shared/cases/state-machine-terms.ts'
import type { MethodInput } from '../../shared/contract/contract.ts'
import { SETTLEMENT_OUTCOME_LABELS, SETTLEMENT_OUTCOMES, type SettlementOutcome } from '../../shared/followup/disagreement.ts'
import { changeAt, RepeatedRows, without } from '../cases/form/repeated-rows.tsx'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { DraftMark } from '../ui/draft-mark.tsx'
import { useDraft } from '../ui/draft.tsx'
import { Field, FieldGroup } from '../ui/field.tsx'
import { today } from '../ui/formats.ts'
import { TextArea, TextField } from '../ui/text-field.tsx'
import type { ActProps } from '../workspace/act-props.ts'
import { AbsentRows } from './absent-rows.tsx'
import { isUnnamedAbsent } from './discussion-draft.ts'
import { FollowupModal } from './followup-modal.tsx'
import { isPastDay } from './given-day.ts'

interface AttendeeDraft {
  readonly name: string
  readonly post: string
  readonly view: string
  readonly stance: SettlementOutcome
}

interface SettleDraft {
  readonly by: 'head' | 'collective'
  readonly settledOn: string | null
  readonly reason: string
  readonly chair: string
  readonly recorder: string
  readonly attendees: readonly AttendeeDraft[]
  readonly absent: readonly { readonly name: string; readonly reason: string }[]
}

const short = (words: string, least = 2): boolean => words.trim().length < least

/** Something is told of somebody whom nobody named: left out, it would be lost without a word. */
const isNameless = ({ name, post, view }: AttendeeDraft): boolean => short(name, 1) && !(short(post, 1) && short(view, 1))

export function SettleDialog({ act, detail, onClose, onDone }: ActProps & { readonly act: 'upholdOpinion' | 'orderClosingRound' }): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const outcome: SettlementOutcome = act === 'upholdOpinion' ? 'uphold' : 'closingRound'
  const write = useWrite('followup.settle')
  const [tried, setTried] = useState(false)
  const someone: AttendeeDraft = { name: '', post: '', view: '', stance: outcome }
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
  const attendees = value.attendees.filter(({ name }) => name.trim() !== '')
  const lacking = collective && (attendees.length < 2 || attendees.some(({ view }) => short(view)))
  const unnamed = collective && (short(value.chair, 1) || short(value.recorder, 1) || value.attendees.some(isNameless) || value.absent.some(isUnnamedAbsent))
  const confirm = (): void => {
    setTried(true)
    if (short(value.reason) || lacking || unnamed || !isPastDay(value.settledOn)) return
    const common = { outcome, settledOn: value.settledOn, reason: value.reason }
    const settlement: MethodInput<'followup.settle'>['settlement'] = collective
      ? {
          ...common,
          by: 'collective',
          chair: value.chair,
          recorder: value.recorder,
          attendees: attendees.map((one) => ({ ...one })),
          absent: value.absent.filter(({ name }) => name.trim() !== '').map((one) => ({ ...one })),
        }
      : { ...common, by: 'head' }
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
      {collective && <CollectiveFields value={value} set={set} tried={tried} lacking={lacking} someone={someone} />}
      <Field label={t('followup:form.settleReason')} required error={tried && short(value.reason) ? t('followup:form.required') : undefined}>
        {(control) => <TextArea {...control} value={value.reason} maxLength={4000} onChange={(reason) => set({ reason })} />}
      </Field>
    </FollowupModal>
  )
}

interface CollectiveFieldsProps {
  readonly value: SettleDraft
  readonly set: (part: Partial<SettleDraft>) => void
  readonly tried: boolean
  readonly lacking: boolean
  readonly someone: AttendeeDraft
}

function CollectiveFields({ value, set, tried, lacking, someone }: CollectiveFieldsProps): ReactNode {
  const { t, pick } = useLanguage()
  return (
    <>
      <div className="fs-form">
        {(['chair', 'recorder'] as const).map((who) => (
          <Field key={who} className="fs-span-6" label={t(`followup:${who}`)} required error={tried && short(value[who], 1) ? t('followup:form.required') : undefined}>
            {(control) => <TextField {...control} value={value[who]} maxLength={60} onChange={(name) => set({ [who]: name })} />}
          </Field>
        ))}
      </div>
      <RepeatedRows
        title={t('followup:attendees')}
        addLabel={t('followup:form.addAttendee')}
        count={value.attendees.length}
        maximum={60}
        minimum={2}
        error={tried && lacking ? t('followup:form.attendeesNeeded') : undefined}
        onAdd={() => set({ attendees: [...value.attendees, someone] })}
        onRemove={(index) => set({ attendees: without(value.attendees, index) })}
      >
        {(index) => {
          const one = value.attendees[index] ?? someone
          const change = (part: Partial<AttendeeDraft>): void => set({ attendees: changeAt(value.attendees, index, part) })
          return (
            <>
              <Field className="fs-span-4" label={t('followup:form.person')} required error={tried && isNameless(one) ? t('followup:discussion.nameNeeded') : undefined}>
                {(control) => <TextField {...control} value={one.name} maxLength={60} onChange={(name) => change({ name })} />}
              </Field>
              <Field className="fs-span-4" label={t('followup:form.post')}>
                {(control) => <TextField {...control} value={one.post} maxLength={100} onChange={(post) => change({ post })} />}
              </Field>
              <Field className="fs-span-4" label={t('followup:form.stance')}>
                {({ id }) => (
                  <Select<SettlementOutcome>
                    id={id}
                    value={one.stance}
                    options={SETTLEMENT_OUTCOMES.map((stance) => ({ value: stance, label: pick(SETTLEMENT_OUTCOME_LABELS[stance]) }))}
                    onChange={(stance) => change({ stance })}
                  />
                )}
              </Field>
              <Field label={t('followup:form.view')} required>
                {(control) => <TextArea {...control} value={one.view} maxLength={4000} onChange={(view) => change({ view })} />}
              </Field>
            </>
          )
        }}
      </RepeatedRows>
      <AbsentRows
        absent={value.absent}
        nameError={(one) => (tried && isUnnamedAbsent(one) ? t('followup:discussion.nameNeeded') : undefined)}
        onChange={(absent) => set({ absent })}
      />
    </>
  )
}
