/** What the head of review remarked when sending the draft back, at its place, and what the reviewer did about it. */
import { Button } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import type { Opinion, OpinionRemark } from '../../shared/opinion/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { DateText } from '../ui/date-text.tsx'
import { useDraft } from '../ui/draft.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { TextArea } from '../ui/text-field.tsx'

interface RemarksProps {
  readonly remarks: readonly OpinionRemark[]
  readonly caseId: string
  readonly opinion: Pick<Opinion, 'version'>
  /** The reviewer who may answer. */
  readonly answerable: boolean
  /** Leads to the paragraph in the text. */
  readonly onParagraph?: ((paragraph: string) => void) | undefined
}

export function Remarks({ remarks, onParagraph, ...answering }: RemarksProps): ReactNode {
  const { t } = useLanguage()
  if (remarks.length === 0) return null
  return (
    <ul className="remarks" aria-label={t('opinion:remarks')}>
      {remarks.map((remark) => (
        <li key={remark.id} data-resolved={remark.answer?.resolved === true}>
          <span className="remark-head">
            {t('opinion:remarkBy', { name: remark.by })} <DateText value={remark.at} />{' '}
            {remark.answer?.resolved === true && <Mark tone="green">{t('opinion:resolved')}</Mark>}
          </span>
          {remark.paragraph !== null && <Quote text={remark.paragraph} onGo={onParagraph} />}
          {remark.text}
          <Answer remark={remark} {...answering} />
        </li>
      ))}
    </ul>
  )
}

function Quote({ text, onGo }: { readonly text: string; readonly onGo: ((paragraph: string) => void) | undefined }): ReactNode {
  const { t } = useLanguage()
  if (onGo === undefined) return <blockquote className="remark-quote">{text}</blockquote>
  return (
    <button type="button" className="remark-quote" title={t('opinion:toParagraph')} onClick={() => onGo(text)}>
      {text}
    </button>
  )
}

function Answer({ remark, caseId, opinion, answerable }: Omit<RemarksProps, 'remarks' | 'onParagraph'> & { readonly remark: OpinionRemark }): ReactNode {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  const write = useWrite('opinion.answerRemark')
  const { answer } = remark
  const save = (text: string, resolved: boolean, done?: () => void): void =>
    write.mutate({ caseId, expectedVersion: opinion.version, remarkId: remark.id, text, resolved }, { onSuccess: () => done?.() })
  return (
    <>
      {answer !== null && answer.text !== '' && (
        <div className="remark-answer">
          <span className="remark-head">
            {t('opinion:answerBy', { name: answer.by })} <DateText value={answer.at} />
          </span>
          {answer.text}
        </div>
      )}
      {answerable && !open && (
        <div className="remark-acts">
          {answer?.resolved !== true && (
            <Button size="small" loading={write.isPending} onClick={() => save(answer?.text ?? '', true)}>
              {t('opinion:resolve')}
            </Button>
          )}
          <Button size="small" onClick={() => setOpen(true)}>
            {t('opinion:answerRemark')}
          </Button>
        </div>
      )}
      {answerable && open && <AnswerForm caseId={caseId} remark={remark} pending={write.isPending} onSave={save} onClose={() => setOpen(false)} />}
      <ErrorNotice error={write.error} />
    </>
  )
}

interface AnswerFormProps {
  readonly caseId: string
  readonly remark: OpinionRemark
  readonly pending: boolean
  readonly onSave: (text: string, resolved: boolean, done: () => void) => void
  readonly onClose: () => void
}

function AnswerForm({ caseId, remark, pending, onSave, onClose }: AnswerFormProps): ReactNode {
  const { t } = useLanguage()
  const id = useId()
  const draft = useDraft(`case/${caseId}/remark-${remark.id}`, remark.answer?.text ?? '')
  const text = draft.value.trim()
  const done = (): void => {
    void draft.discard()
    onClose()
  }
  return (
    <div className="remark-answering">
      <TextArea id={id} autoFocus label={t('opinion:answerRemark')} rows={1} maxLength={2000} value={draft.value} onChange={draft.set} />
      <div className="remark-acts">
        <Button size="small" onClick={done}>
          {t('ui:cancel')}
        </Button>
        <Button size="small" disabled={text === ''} loading={pending} onClick={() => onSave(text, false, done)}>
          {t('opinion:answerOnly')}
        </Button>
        <Button size="small" type="primary" loading={pending} onClick={() => onSave(text, true, done)}>
          {t('opinion:answerResolved')}
        </Button>
      </div>
    </div>
  )
}
