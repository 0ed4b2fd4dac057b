/** The record of a coordination (会商记录): who took part, both views, what came of it. */
import { App, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { SIDE_LABELS, SIDES, type Side } from '../../shared/followup/disagreement.ts'
import { changeAt, RepeatedRows, without } from '../cases/form/repeated-rows.tsx'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { DraftMark } from '../ui/draft-mark.tsx'
import { useDraft } from '../ui/draft.tsx'
import { Field } from '../ui/field.tsx'
import { today } from '../ui/formats.ts'
import { TextArea, TextField } from '../ui/text-field.tsx'
import type { ActProps } from '../workspace/act-props.ts'
import { FollowupModal } from './followup-modal.tsx'
import { isPastDay } from './given-day.ts'

interface Participant {
  readonly name: string
  readonly post: string
  readonly side: Side
}

interface RecordDraft {
  readonly heldOn: string | null
  readonly place: string
  readonly participants: readonly Participant[]
  readonly handlingView: string
  readonly reviewView: string
  readonly outcome: string
}

const VIEWS = ['handlingView', 'reviewView', 'outcome'] as const

export function CoordinationDialog({ detail, onClose, onDone }: ActProps): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const write = useWrite('followup.recordCoordination')
  const [tried, setTried] = useState(false)
  const draft = useDraft<RecordDraft>(`case/${detail.id}/coordination-${detail.round}`, {
    heldOn: today(),
    place: '',
    participants: [
      { name: detail.fields.handlers[0]?.name ?? '', post: '', side: 'handling' },
      { name: detail.reviewer?.name ?? '', post: '', side: 'review' },
    ],
    handlingView: '',
    reviewView: '',
    outcome: '',
  })
  const { value } = draft
  const set = (part: Partial<RecordDraft>): void => draft.set((now) => ({ ...now, ...part }))
  const people = value.participants.filter(({ name }) => name.trim() !== '')
  const oneSided = (['handling', 'review'] as const).some((side) => !people.some((one) => one.side === side))
  const short = (words: string): boolean => words.trim().length < 2
  // somebody of whom only the post is told would be left out without a word
  const isNameless = ({ name, post }: Participant): boolean => name.trim() === '' && post.trim() !== ''
  const confirm = (): void => {
    setTried(true)
    if (oneSided || value.participants.some(isNameless) || VIEWS.some((view) => short(value[view])) || !isPastDay(value.heldOn)) return
    write.mutate(
      { caseId: detail.id, record: { ...value, heldOn: value.heldOn, participants: people.map((one) => ({ ...one })) } },
      {
        onSuccess: () => {
          void draft.discard()
          void message.success(t('followup:done.saved'))
          onDone()
        },
      },
    )
  }
  if (!draft.ready) return null
  return (
    <FollowupModal
      wide
      title={t('followup:act.recordCoordination')}
      explanation={
        <>
          {t('followup:form.explainRecord')} <DraftMark status={draft.status} />
        </>
      }
      busy={write.isPending}
      error={write.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className="fs-form">
        <Field className="fs-span-4" label={t('followup:form.heldOn')} required error={tried && !isPastDay(value.heldOn) ? t('followup:form.wrongDay') : undefined}>
          {(control) => <DateField {...control} value={value.heldOn} onChange={(heldOn) => set({ heldOn })} />}
        </Field>
        <Field className="fs-span-8" label={t('followup:form.place')}>
          {(control) => <TextField {...control} value={value.place} maxLength={200} onChange={(place) => set({ place })} />}
        </Field>
      </div>
      <RepeatedRows
        title={t('followup:participants')}
        addLabel={t('followup:form.addPerson')}
        count={value.participants.length}
        maximum={60}
        minimum={2}
        error={tried && oneSided ? t('followup:form.bothSides') : undefined}
        onAdd={() => set({ participants: [...value.participants, { name: '', post: '', side: 'other' }] })}
        onRemove={(index) => set({ participants: without(value.participants, index) })}
      >
        {(index) => {
          const one = value.participants[index] ?? { name: '', post: '', side: 'other' as const }
          const change = (part: Partial<Participant>): void => set({ participants: changeAt(value.participants, index, part) })
          return (
            <>
              <Field className="fs-span-4" label={t('followup:form.person')} required error={tried && isNameless(one) ? t('followup:discussion.nameNeeded') : undefined}>
                {(control) => <TextField {...control} value={one.name} maxLength={60} onChange={(name) => change({ name })} />}
              </Field>
              <Field className="fs-span-4" label={t('followup:form.post')}>
                {(control) => <TextField {...control} value={one.post} maxLength={100} onChange={(post) => change({ post })} />}
              </Field>
              <Field className="fs-span-4" label={t('followup:form.side')}>
                {({ id }) => (
                  <Select<Side> id={id} value={one.side} options={SIDES.map((side) => ({ value: side, label: pick(SIDE_LABELS[side]) }))} onChange={(side) => change({ side })} />
                )}
              </Field>
            </>
          )
        }}
      </RepeatedRows>
      {VIEWS.map((view) => (
        <Field key={view} label={t(`followup:form.${view}`)} required error={tried && short(value[view]) ? t('followup:form.required') : undefined}>
          {(control) => <TextArea {...control} value={value[view]} maxLength={4000} onChange={(words) => set({ [view]: words })} />}
        </Field>
      ))}
    </FollowupModal>
  )
}
