/** The papers that were asked for during the review are in (收到补正): the review goes on where it was. */
import { App, Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { CASE_ACTION_LABELS } from '../../shared/cases/state-machine-terms.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { today } from '../ui/formats.ts'
import { TextArea } from '../ui/text-field.tsx'
import type { ActProps } from '../workspace/act-props.ts'

export function TakeSupplementDialog({ detail, onClose, onDone }: ActProps): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const take = useWrite('intake.takeSupplement')
  const [receivedOn, setReceivedOn] = useState(today())
  const [note, setNote] = useState('')
  const confirm = (): void =>
    take.mutate(
      { caseId: detail.id, receivedOn, note: note.trim() },
      {
        onSuccess: ({ dueOn }) => {
          void message.success(dueOn === null ? t('intake:supplementTaken') : t('intake:supplementTakenBy', { day: dueOn }))
          onDone()
        },
      },
    )
  return (
    <Modal
      open
      title={pick(CASE_ACTION_LABELS.takeSupplement)}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="primary" loading={take.isPending} onClick={confirm}>
            {pick(CASE_ACTION_LABELS.takeSupplement)}
          </Button>
        </>
      }
    >
      <p>{t('intake:explain.takeSupplement')}</p>
      <Field label={t('intake:receivedOn')} required>
        {(control) => <DateField {...control} value={receivedOn} onChange={(day) => setReceivedOn(day ?? today())} />}
      </Field>
      <Field label={t('intake:supplemented')}>{(control) => <TextArea {...control} value={note} onChange={setNote} maxLength={2000} />}</Field>
      <ErrorNotice error={take.error} />
    </Modal>
  )
}
