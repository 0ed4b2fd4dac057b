/** Entering a year's notice of days off: read or typed, checked, its effect before one's eyes, then saved (放假通知). */
import { Alert, App, Button, InputNumber, Modal } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import type { KeptNotice, NoticeCheck } from '../../shared/deadlines/contract.ts'
import { LONGEST_NOTICE, type ReadNotice } from '../../shared/deadlines/read-notice.ts'
import { useLanguage } from '../language/language.ts'
import { useCallOnce, useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { NoticeEffectView } from './notice-effect-view.tsx'
import { NoticeProgress } from './notice-progress.tsx'
import { NoticeRows } from './notice-rows.tsx'
import { draftOfNotice, draftOfRead, emptyNotice, noticeOf, problemWords, type NoticeDraft } from './notice-draft.ts'
import './deadlines.css'

export interface NoticeDialogProps {
  readonly year: number
  readonly kept: readonly KeptNotice[]
  readonly onClose: () => void
}

export function NoticeDialog({ year, kept, onClose }: NoticeDialogProps): ReactNode {
  const speech = useLanguage()
  const { t } = speech
  const { message } = App.useApp()
  const call = useCallOnce()
  const before = kept.find(({ notice }) => notice.year === year)
  const [draft, setDraft] = useState<NoticeDraft>(before === undefined ? emptyNotice(year) : draftOfNotice(before.notice))
  const [text, setText] = useState('')
  const [read, setRead] = useState<ReadNotice | null>(null)
  const [check, setCheck] = useState<NoticeCheck | null>(null)
  const [despite, setDespite] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const save = useWrite('deadlines.saveNotice')
  const notice = noticeOf(draft)
  // what was checked is what is saved
  const change = (next: NoticeDraft): void => {
    setDraft(next)
    setCheck(null)
  }
  const during = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setError(null)
    await work().catch(setError)
    setBusy(false)
  }
  const readText = (given: string): Promise<void> =>
    during(async () => {
      const found = await call('deadlines.readNotice', { text: given })
      setRead(found)
      change(draftOfRead(found, draft))
    })
  const look = (): Promise<void> =>
    during(async () => {
      if (notice !== null) setCheck(await call('deadlines.checkNotice', { notice }))
    })
  const confirm = (): void => {
    if (notice === null) return
    const expectedSeq = kept.find((one) => one.notice.year === notice.year)?.seq ?? 0
    save.mutate(
      { notice, expectedSeq, despite: despite.trim() },
      {
        onSuccess: ({ movedCount }) => {
          void message.success(t('deadlines:notice.saved', { year: notice.year, moved: movedCount }))
          onClose()
        },
      },
    )
  }
  const ready = check !== null && check.problems.length === 0 && (check.balance === 0 || despite.trim() !== '')
  return (
    <Modal
      open
      title={t('deadlines:notice.title')}
      onCancel={onClose}
      mask={{ closable: false }}
      width="min(60rem, 96vw)"
      footer={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button loading={busy} disabled={notice === null} onClick={() => void look()}>
            {t('deadlines:notice.check')}
          </Button>
          <Button type="primary" disabled={!ready} loading={save.isPending} onClick={confirm}>
            {t('deadlines:notice.save')}
          </Button>
        </>
      }
    >
      <p>{t('deadlines:notice.explain')}</p>
      <Paste text={text} busy={busy} onText={setText} onRead={(given) => void readText(given)} />
      {read === null || read.problems.length === 0 ? null : <Problems lines={read.problems.map((one) => problemWords(one, speech))} />}
      <Heading draft={draft} onChange={change} />
      <NoticeRows draft={draft} onChange={change} />
      {notice === null ? <div className="fs-soft">{t('deadlines:notice.lacking')}</div> : null}
      {check === null ? null : <Checked check={check} despite={despite} onDespite={setDespite} />}
      {busy || save.isPending ? <NoticeProgress /> : null}
      <ErrorNotice error={error ?? save.error} />
    </Modal>
  )
}

function Problems({ lines }: { readonly lines: readonly string[] }): ReactNode {
  const { t } = useLanguage()
  const list = (
    <ul className="notice-problems">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
  return <Alert type="error" showIcon title={t('deadlines:notice.problems', { count: lines.length })} description={list} />
}

interface PasteProps {
  readonly text: string
  readonly busy: boolean
  readonly onText: (text: string) => void
  readonly onRead: (text: string) => void
}

function Paste({ text, busy, onText, onRead }: PasteProps): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    // four bytes are the most that a character has
    if (file.size > LONGEST_NOTICE * 4) return void message.error(t('deadlines:notice.fileTooLarge'))
    const content = await file.text()
    onText(content)
    onRead(content)
  }
  return (
    <Field label={t('deadlines:notice.paste')}>
      {(control) => (
        <>
          <TextArea {...control} rows={4} maxLength={LONGEST_NOTICE} value={text} onChange={onText} />
          <div className="fs-row notice-read">
            <Button loading={busy} disabled={text.trim() === ''} onClick={() => onRead(text)}>
              {t('deadlines:notice.read')}
            </Button>
            <Button onClick={() => input.current?.click()}>{t('deadlines:notice.choose')}</Button>
            <input
              ref={input}
              type="file"
              hidden
              accept=".txt,.csv,.json"
              aria-label={t('deadlines:notice.choose')}
              onChange={(event) => {
                void take(event.target.files?.[0])
                event.target.value = ''
              }}
            />
          </div>
        </>
      )}
    </Field>
  )
}

interface DraftProps {
  readonly draft: NoticeDraft
  readonly onChange: (draft: NoticeDraft) => void
}

function Heading({ draft, onChange }: DraftProps): ReactNode {
  const { t } = useLanguage()
  return (
    <div className="fs-field-row">
      <Field label={t('deadlines:notice.year')} required>
        {({ id }) => <InputNumber id={id} min={2000} max={2099} precision={0} value={draft.year} onChange={(year) => onChange({ ...draft, year })} />}
      </Field>
      <Field label={t('deadlines:notice.number')} required>
        {(control) => <TextField {...control} maxLength={120} value={draft.number} onChange={(number) => onChange({ ...draft, number })} />}
      </Field>
      <Field label={t('deadlines:notice.publishedOn')} required>
        {(control) => <DateField {...control} value={draft.publishedOn} onChange={(publishedOn) => onChange({ ...draft, publishedOn })} />}
      </Field>
    </div>
  )
}

interface CheckedProps {
  readonly check: NoticeCheck
  readonly despite: string
  readonly onDespite: (text: string) => void
}

function Checked({ check, despite, onDespite }: CheckedProps): ReactNode {
  const speech = useLanguage()
  const { t } = speech
  if (check.problems.length > 0) return <Problems lines={check.problems.map((one) => problemWords(one, speech))} />
  const { balance, effect } = check
  return (
    <div className="fs-stack">
      {balance === 0 ? (
        <Alert type="success" showIcon title={t('deadlines:notice.good')} />
      ) : (
        <>
          <Alert type="warning" showIcon title={t(balance > 0 ? 'deadlines:notice.balanceMore' : 'deadlines:notice.balanceFewer', { n: Math.abs(balance) })} />
          <Field label={t('deadlines:notice.despite')} required>
            {(control) => <TextField {...control} maxLength={500} value={despite} onChange={onDespite} />}
          </Field>
        </>
      )}
      {effect === null ? null : <NoticeEffectView effect={effect} />}
    </div>
  )
}
