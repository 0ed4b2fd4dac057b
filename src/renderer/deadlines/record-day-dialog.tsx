/** Writing down a day that no act here and no paper tells (登记节点日期). */
import { App, Button, Modal, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import { recordableEvents } from '../../shared/deadlines/case-over.ts'
import { EVENTS_OF_DISCLOSURE, EVENTS_WITH_TIME, RECORDED_EVENTS, type RecordedEvent } from '../../shared/deadlines/clock-events.ts'
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { PaperChoice } from './extend-dialog.tsx'
import { beijingMoment } from './beijing-moment.ts'

/** A decision is registered: its publication and withdrawal are registered in the tab 公开, with proof. */
const WITH_DECISION: readonly CaseState[] = ['decided', 'disclosed', 'archived']

/** What a person may write down in this state of the case; empty where nothing is left. */
export const offeredEvents = (state: CaseState): readonly RecordedEvent[] =>
  recordableEvents(state).filter((one) => !WITH_DECISION.includes(state) || !EVENTS_OF_DISCLOSURE.has(one))

export function RecordDayDialog({ detail, onClose }: { readonly detail: CaseDetail; readonly onClose: () => void }): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const [event, setEvent] = useState<RecordedEvent>(offeredEvents(detail.state).find((one) => one === 'served') ?? offeredEvents(detail.state)[0] ?? 'served')
  const [on, setOn] = useState<string | null>(null)
  const [time, setTime] = useState('')
  const [note, setNote] = useState('')
  const [paper, setPaper] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const send = useWrite('deadlines.recordDay')
  const withTime = EVENTS_WITH_TIME.has(event)
  const at = withTime && on !== null ? beijingMoment(on, time) : null
  const offered = offeredEvents(detail.state)
  const wrongTime = withTime && at === null
  const confirm = (): void => {
    setTried(true)
    if (on === null || wrongTime) return
    send.mutate(
      { caseId: detail.id, event, on, at, note: note.trim(), materialId: paper },
      {
        onSuccess: () => {
          void message.success(t('deadlines:day.done'))
          onClose()
        },
      },
    )
  }
  return (
    <Modal
      open
      title={t('deadlines:day.title')}
      onCancel={onClose}
      mask={{ closable: false }}
      width="37rem"
      footer={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="primary" loading={send.isPending} onClick={confirm}>
            {t('deadlines:day.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('deadlines:day.explain')}</p>
      <Field label={t('deadlines:day.event')} required>
        {({ id }) => (
          <Select<RecordedEvent> id={id} value={event} onChange={setEvent} options={offered.map((value) => ({ value, label: pick(RECORDED_EVENTS[value]) }))} />
        )}
      </Field>
      <div className="fs-field-row">
        <Field label={t('deadlines:day.on')} required error={tried && on === null ? t('ui:required') : undefined}>
          {(control) => <DateField {...control} value={on} onChange={setOn} />}
        </Field>
        {withTime ? (
          <Field label={t('deadlines:day.time')} required error={tried && wrongTime ? t('deadlines:day.wrongTime') : undefined}>
            {(control) => <TextField {...control} maxLength={5} value={time} onChange={setTime} />}
          </Field>
        ) : null}
      </div>
      <PaperChoice label={t('deadlines:day.paper')} papers={detail.materials.filter(({ removed }) => removed === null)} value={paper} onChange={setPaper} />
      <Field label={t('deadlines:day.note')}>{(control) => <TextField {...control} maxLength={500} value={note} onChange={setNote} />}</Field>
      <ErrorNotice error={send.error} />
    </Modal>
  )
}
