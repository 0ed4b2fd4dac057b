/**
 * Asking for papers: with the case returned (退回补正), or in the middle of its review (要求补正). What is missing, why, until
 * when; the notice is printed at once.
 */
import { App, Button, Modal } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { CASE_ACTION_LABELS } from '../../shared/cases/state-machine-terms.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { makeCalendar } from '../../shared/deadlines/calendar.ts'
import { replyDays, replyDayTrouble, type ReplyDays } from '../../shared/intake/reply-day.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import { useLanguage } from '../language/language.ts'
import { documentReference } from '../materials/viewer/evidence-document.ts'
import { EvidenceViewer } from '../materials/viewer/evidence-viewer.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { useDraft } from '../ui/draft.tsx'
import { DraftMark } from '../ui/draft-mark.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Field } from '../ui/field.tsx'
import { today } from '../ui/formats.ts'
import { parseDay } from '../ui/parse-day.ts'
import { TextArea } from '../ui/text-field.tsx'
import type { ActProps } from '../workspace/act-props.ts'
import { Unread } from './completeness-panel.tsx'
import { linesOf, missingNames } from './missing-names.ts'
import './intake.css'

interface ReturnForm {
  readonly missing: string | null
  readonly reason: string
  readonly replyBy: string | null
}

const EMPTY: ReturnForm = { missing: null, reason: '', replyBy: null }

interface ReturnDialogProps extends ActProps {
  readonly act: 'returnForSupplement' | 'askSupplement'
  readonly catalogue: Catalogue
}

export function ReturnDialog({ act, detail, catalogue, onClose, onDone }: ReturnDialogProps): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const completeness = useRead('intake.completeness', { caseId: detail.id }, { staleTime: 0 })
  const draft = useDraft<ReturnForm>(`case/${detail.id}/${act === 'askSupplement' ? 'ask' : 'return'}`, EMPTY)
  const sendBack = useWrite('intake.returnForSupplement')
  const ask = useWrite('intake.askSupplement')
  const send = act === 'askSupplement' ? ask : sendBack
  const [tried, setTried] = useState(false)
  const [printed, setPrinted] = useState<string | null>(null)
  const { data } = completeness
  const { set, ready } = draft
  const { missing, reason, replyBy } = draft.value
  // proposed once: an emptied day stays empty while more papers are read
  const proposed = useRef(false)

  useEffect(() => {
    if (data === undefined || !ready || missing !== null) return
    const usual = replyDaysOf(catalogue)?.proposed ?? null
    // what is missing is known once everything is read
    const named = data.unread > 0 ? null : missingNames(data).join('\n')
    const day = proposed.current ? null : usual
    proposed.current = true
    set((old) => (named === null && (old.replyBy !== null || day === null) ? old : { ...old, missing: named, replyBy: old.replyBy ?? day }))
  }, [data, ready, missing, set, catalogue])

  const items = linesOf(missing ?? '')
  const shortReason = [...reason.trim()].length < 2
  const days = replyDaysOf(catalogue)
  const wrongDay = replyBy === null ? null : wrongReplyDay(replyBy, days)
  const confirm = (): void => {
    setTried(true)
    if (items.length === 0 || shortReason || replyBy === null || wrongDay !== null) return
    send.mutate(
      { caseId: detail.id, missing: [...items], reason: reason.trim(), replyBy },
      {
        onSuccess: ({ documentId }) => {
          void draft.discard()
          void message.success(t(`intake:asked.${act}`))
          setPrinted(documentId)
        },
      },
    )
  }
  if (printed !== null) return <PrintedNotice documentId={printed} onClose={onDone} />
  return (
    <Modal
      open
      title={pick(CASE_ACTION_LABELS[act])}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <>
          <DraftMark status={draft.status} />
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="primary" loading={send.isPending} onClick={confirm}>
            {t(`intake:askAndPrint.${act}`)}
          </Button>
        </>
      }
    >
      <p>{t(`intake:explain.${act}`)}</p>
      {data !== undefined && <Unread completeness={data} />}
      <Field
        label={t('intake:missingItems')}
        required
        hint={t('intake:oneALine')}
        error={tried && items.length === 0 ? t('intake:nameOne') : undefined}
      >
        {(control) => (
          <TextArea {...control} rows={4} value={missing ?? ''} onChange={(text) => draft.set((old) => ({ ...old, missing: text }))} />
        )}
      </Field>
      <Field label={t(`intake:askReason.${act}`)} required error={tried && shortReason ? t('ui:reasonTooShort', { minimum: 2 }) : undefined}>
        {(control) => (
          <TextArea {...control} maxLength={2000} value={reason} onChange={(text) => draft.set((old) => ({ ...old, reason: text }))} />
        )}
      </Field>
      <Field
        label={t('intake:replyBy')}
        required
        error={tried && replyBy === null ? t('intake:chooseDay') : wrongDay === null ? undefined : t(`intake:wrongReplyDay.${wrongDay}`, { day: days?.latest ?? '' })}
      >
        {(control) => (
          <DateField {...control} value={replyBy} onChange={(day) => draft.set((old) => ({ ...old, replyBy: day }))} />
        )}
      </Field>
      <ErrorNotice error={completeness.error} onRetry={() => void completeness.refetch()} />
      <ErrorNotice error={send.error} />
    </Modal>
  )
}

const replyDaysOf = ({ supplementRules, holidays, statutoryHolidays }: Catalogue): ReplyDays | null =>
  replyDays(supplementRules, makeCalendar(holidays, statutoryHolidays), today() as IsoDate)

/** As the core judges it; `notADay`, as it was typed, never gets there. */
function wrongReplyDay(typed: string, days: ReplyDays | null): 'notADay' | 'past' | 'tooLate' | null {
  return parseDay(typed) === typed ? replyDayTrouble(typed, today() as IsoDate, days) : 'notADay'
}

function PrintedNotice({ documentId, onClose }: { readonly documentId: string; readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const reference = documentReference(documentId)
  const paper = { reference, name: t('intake:noticeName'), mediaType: 'application/pdf', size: 0 }
  return (
    <Modal
      open
      title={t('intake:noticeTitle')}
      width="min(900px, 94vw)"
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('ui:close')}
        </Button>
      }
    >
      <p className="fs-soft">{t('intake:noticeHint')}</p>
      <div className="intake-notice">
        <EvidenceViewer documents={[paper]} target={{ reference, page: 1, turn: 0 }} />
      </div>
    </Modal>
  )
}
