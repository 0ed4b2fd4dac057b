/** The papers come again: after a return (补正后再送), or after an opinion for the next round (整改后重新送审). */
import { App, Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { CASE_ACTION_LABELS } from '../../shared/cases/state-machine-terms.ts'
import { CorrectionFields, givenCorrections, openCorrections, type Corrections } from '../followup/correction-fields.tsx'
import { isPastDay } from '../followup/given-day.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { useDraft } from '../ui/draft.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Field } from '../ui/field.tsx'
import { today } from '../ui/formats.ts'
import { TextArea } from '../ui/text-field.tsx'
import type { ActProps } from '../workspace/act-props.ts'

export function ResubmitDialog(props: ActProps & { readonly act: 'resubmit' | 'resubmitAfterCorrection' }): ReactNode {
  const { act, detail, onClose, onDone } = props
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const resubmit = useWrite('intake.resubmit')
  const [receivedOn, setReceivedOn] = useState<string | null>(today())
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  // what was corrected has to be told before a new round; a supplement speaks for itself
  const needsNote = act === 'resubmitAfterCorrection'
  const draft = useDraft<Corrections>(`case/${detail.id}/corrections-${detail.round}`, {})
  const corrections = draft.value
  const followup = useRead('followup.get', { caseId: detail.id }, { staleTime: 0, enabled: needsNote })
  const round = followup.data?.rounds.find((one) => one.round === detail.round)
  const given = givenCorrections(round, corrections)
  const lacking = needsNote && note.trim() === '' && given.length === 0
  const confirm = (): void => {
    setTried(true)
    if (!isPastDay(receivedOn) || lacking || openCorrections(round, corrections).length > 0) return
    resubmit.mutate(
      { caseId: detail.id, receivedOn, note: note.trim(), corrections: given },
      {
        onSuccess: ({ round }) => {
          void draft.discard()
          void message.success(t('intake:resubmitted', { round }))
          onDone()
        },
      },
    )
  }
  return (
    <Modal
      open
      title={pick(CASE_ACTION_LABELS[act])}
      onCancel={onClose}
      mask={{ closable: false }}
      width={needsNote ? '48rem' : undefined}
      footer={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="primary" loading={resubmit.isPending || (needsNote && followup.isPending)} onClick={confirm}>
            {pick(CASE_ACTION_LABELS[act])}
          </Button>
        </>
      }
    >
      <p>{t(`intake:explain.${act}`)}</p>
      <Field label={t('intake:receivedOn')} required error={tried && !isPastDay(receivedOn) ? t('intake:wrongDay') : undefined}>
        {(control) => <DateField {...control} value={receivedOn} onChange={setReceivedOn} />}
      </Field>
      <ErrorNotice error={followup.error} onRetry={() => void followup.refetch()} />
      {round !== undefined && draft.ready && (
        <CorrectionFields round={round} value={corrections} tried={tried} onChange={(number, corrected) => draft.set((now) => ({ ...now, [number]: corrected }))} />
      )}
      <Field
        label={t(needsNote ? (given.length > 0 ? 'intake:correctedOtherwise' : 'intake:corrected') : 'intake:supplemented')}
        required={needsNote && given.length === 0}
        error={tried && lacking ? t('intake:tellCorrection') : undefined}
      >
        {(control) => <TextArea {...control} value={note} onChange={setNote} maxLength={2000} />}
      </Field>
      <ErrorNotice error={resubmit.error} />
    </Modal>
  )
}
