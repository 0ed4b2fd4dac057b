/** The papers that were asked for during the review are in (收到补正): the review goes on where it was. */
import { App, Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { CASE_ACTION_LABELS } from '../../shared/cases/state-machine-terms.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import { isPastDay } from '../followup/given-day.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { useDraft } from '../ui/draft.tsx'
import { DraftMark } from '../ui/draft-mark.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { today } from '../ui/formats.ts'
import { TextArea } from '../ui/text-field.tsx'
import type { ActProps } from '../workspace/act-props.ts'

interface TakingForm {
  readonly receivedOn: string | null
  readonly note: string
}

export function TakeSupplementDialog({ detail, onClose, onDone }: ActProps): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const take = useWrite('intake.takeSupplement')
  const [tried, setTried] = useState(false)
  const draft = useDraft<TakingForm>(`case/${detail.id}/taking-${detail.round}`, { receivedOn: today(), note: '' })
  const { receivedOn, note } = draft.value
  const asked = detail.returns.find(({ inReview, endedOn }) => inReview && endedOn === null)
  const askedOn = asked === undefined ? null : civilDayOf(asked.at)
  const isDay = (day: string | null): day is IsoDate => isPastDay(day) && (askedOn === null || day >= askedOn)
  const confirm = (): void => {
    setTried(true)
    if (!isDay(receivedOn)) return
    take.mutate(
      { caseId: detail.id, receivedOn, note: note.trim() },
      {
        onSuccess: ({ dueOn }) => {
          void draft.discard()
          void message.success(dueOn === null ? t('intake:supplementTaken') : t('intake:supplementTakenBy', { day: dueOn }))
          onDone()
        },
      },
    )
  }
  const wrong = askedOn === null ? t('intake:wrongDay') : t('intake:wrongDaySince', { day: askedOn })
  if (!draft.ready) return null
  return (
    <Modal
      open
      title={pick(CASE_ACTION_LABELS.takeSupplement)}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <>
          <DraftMark status={draft.status} />
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="primary" loading={take.isPending} onClick={confirm}>
            {pick(CASE_ACTION_LABELS.takeSupplement)}
          </Button>
        </>
      }
    >
      <p>{t('intake:explain.takeSupplement')}</p>
      <Field label={t('intake:receivedOn')} required error={tried && !isDay(receivedOn) ? wrong : undefined}>
        {(control) => <DateField {...control} value={receivedOn} onChange={(day) => draft.set((old) => ({ ...old, receivedOn: day }))} />}
      </Field>
      <Field label={t('intake:supplemented')}>
        {(control) => <TextArea {...control} value={note} maxLength={2000} onChange={(text) => draft.set((old) => ({ ...old, note: text }))} />}
      </Field>
      <ErrorNotice error={take.error} />
    </Modal>
  )
}
