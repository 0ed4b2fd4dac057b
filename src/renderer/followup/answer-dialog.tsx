/** The bureau's answer to an issued opinion (采纳、提出异议), problem by problem. */
import { App, Radio, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import { CASE_ACTION_LABELS } from '../../shared/cases/state-machine-terms.ts'
import type { Followup } from '../../shared/followup/contract.ts'
import { PROBLEM_ANSWER_LABELS, PROBLEM_ANSWERS, type ProblemAnswer } from '../../shared/followup/problems.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { DraftMark } from '../ui/draft-mark.tsx'
import { useDraft } from '../ui/draft.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field, FieldGroup } from '../ui/field.tsx'
import { today } from '../ui/formats.ts'
import { TextArea, TextField } from '../ui/text-field.tsx'
import type { ActProps } from '../workspace/act-props.ts'
import { FollowupModal } from './followup-modal.tsx'
import { isPastDay } from './given-day.ts'
import { ProblemWords } from './round-panel.tsx'

interface AnswerDraft {
  readonly answeredBy: string
  readonly answeredOn: string | null
  readonly reason: string
  readonly replies: Readonly<Record<string, { readonly answer: ProblemAnswer | null; readonly reason: string }>>
}

const LEAST_OBJECTION = 10

export function AnswerDialog(props: ActProps & { readonly act: 'adopt' | 'object' }): ReactNode {
  const { act, detail, onClose } = props
  const { pick } = useLanguage()
  const followup = useRead('followup.get', { caseId: detail.id }, { staleTime: 0 })
  if (followup.data !== undefined) return <AnswerForm {...props} followup={followup.data} />
  return (
    <FollowupModal title={pick(CASE_ACTION_LABELS[act])} busy error={null} onConfirm={() => undefined} onClose={onClose}>
      {followup.error === null ? <Skeleton active /> : <ErrorNotice error={followup.error} onRetry={() => void followup.refetch()} />}
    </FollowupModal>
  )
}

function AnswerForm({ act, detail, followup, onClose, onDone }: ActProps & { readonly act: 'adopt' | 'object'; readonly followup: Followup }): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const problems = followup.rounds.find(({ round }) => round === detail.round)?.problems ?? []
  const [first] = detail.fields.handlers
  const draft = useDraft<AnswerDraft>(`case/${detail.id}/answer-${detail.round}`, { answeredBy: first?.name ?? '', answeredOn: today(), reason: '', replies: {} })
  const adopt = useWrite('followup.adopt')
  const object = useWrite('followup.object')
  const [tried, setTried] = useState(false)
  const { value } = draft
  const replyTo = (number: number) => value.replies[String(number)] ?? { answer: null, reason: '' }
  const change = (number: number, part: Partial<{ answer: ProblemAnswer; reason: string }>): void =>
    draft.set((now) => ({ ...now, replies: { ...now.replies, [String(number)]: { ...(now.replies[String(number)] ?? { answer: null, reason: '' }), ...part } } }))
  const needsReason = (number: number): boolean => !['adopted', null].includes(replyTo(number).answer) && replyTo(number).reason.trim().length < 2
  const shortObjection = act === 'object' && value.reason.trim().length < LEAST_OBJECTION
  const wrong = problems.some(({ number }) => replyTo(number).answer === null || needsReason(number)) || shortObjection || !isPastDay(value.answeredOn) || value.answeredBy.trim() === ''
  const confirm = (): void => {
    setTried(true)
    if (wrong || !isPastDay(value.answeredOn)) return
    const replies = problems.flatMap(({ number }) => {
      const { answer, reason } = replyTo(number)
      return answer === null ? [] : [{ number, answer, reason: answer === 'adopted' ? '' : reason.trim() }]
    })
    const common = { caseId: detail.id, answeredBy: value.answeredBy, answeredOn: value.answeredOn, replies }
    const options = {
      onSuccess: () => {
        void draft.discard()
        void message.success(t(act === 'adopt' ? 'followup:done.adopted' : 'followup:done.objected'))
        onDone()
      },
    }
    if (act === 'adopt') adopt.mutate(common, options)
    else object.mutate({ ...common, reason: value.reason }, options)
  }
  if (!draft.ready) return null
  return (
    <FollowupModal
      wide
      title={pick(CASE_ACTION_LABELS[act])}
      explanation={
        <>
          {t(act === 'adopt' ? 'followup:form.explainAdopt' : 'followup:form.explainObject')}{' '}
          {act === 'object' && followup.objections > 0 && <b>{t('followup:form.secondObjection', { count: followup.objections })}</b>} <DraftMark status={draft.status} />
        </>
      }
      busy={adopt.isPending || object.isPending}
      error={act === 'adopt' ? adopt.error : object.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      {problems.length === 0 && <p>{t('followup:noProblems')}</p>}
      {problems.map((problem) => {
        const { number } = problem
        const reply = replyTo(number)
        return (
          <div key={number} className="followup-reply">
            <ProblemWords problem={problem} />
            <FieldGroup label={t('followup:form.answerOf', { number })} required error={tried && reply.answer === null ? t('followup:form.choose') : undefined}>
              <Radio.Group
                value={reply.answer}
                options={PROBLEM_ANSWERS.map((answer) => ({ value: answer, label: pick(PROBLEM_ANSWER_LABELS[answer]) }))}
                onChange={({ target }) => change(number, { answer: target.value as ProblemAnswer })}
              />
            </FieldGroup>
            {reply.answer !== null && reply.answer !== 'adopted' && (
              <Field label={t('followup:form.reason')} required error={tried && needsReason(number) ? t('followup:form.reasonNeeded') : undefined}>
                {(control) => <TextArea {...control} value={reply.reason} maxLength={2000} onChange={(reason) => change(number, { reason })} />}
              </Field>
            )}
          </div>
        )
      })}
      {act === 'object' && (
        <Field label={t('followup:form.objection')} required error={tried && shortObjection ? t('followup:form.objectionShort') : undefined}>
          {(control) => <TextArea {...control} value={value.reason} maxLength={4000} onChange={(reason) => draft.set((now) => ({ ...now, reason }))} />}
        </Field>
      )}
      <div className="fs-form">
        <Field className="fs-span-6" label={t('followup:form.answeredBy')} required error={tried && value.answeredBy.trim() === '' ? t('followup:form.required') : undefined}>
          {(control) => <TextField {...control} value={value.answeredBy} maxLength={60} onChange={(answeredBy) => draft.set((now) => ({ ...now, answeredBy }))} />}
        </Field>
        <Field className="fs-span-6" label={t('followup:form.answeredOn')} required error={tried && !isPastDay(value.answeredOn) ? t('followup:form.wrongDay') : undefined}>
          {(control) => <DateField {...control} value={value.answeredOn} onChange={(answeredOn) => draft.set((now) => ({ ...now, answeredOn }))} />}
        </Field>
      </div>
    </FollowupModal>
  )
}
