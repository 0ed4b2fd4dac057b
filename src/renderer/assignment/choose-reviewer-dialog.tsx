/** Choosing the reviewer by hand (指定、变更审核人), with the reason that stays on record. */
import { App, Button, Modal, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { CASE_ACTION_LABELS } from '../../shared/cases/state-machine-terms.ts'
import type { PersonId } from '../../shared/values/values.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { TextArea } from '../ui/text-field.tsx'
import type { ActProps } from '../workspace/act-props.ts'
import { ExcludedList } from './excluded-list.tsx'
import './assignment.css'

/** As in the contract. */
const SHORTEST_REASON = 5

export function ChooseReviewerDialog(props: ActProps & { readonly act: 'assignManually' | 'reassign' }): ReactNode {
  const { act, detail, onClose, onDone } = props
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const candidates = useRead('assignment.candidates', { caseId: detail.id }, { staleTime: 0 })
  const choose = useWrite('assignment.choose')
  const earlier = [...detail.rounds].reverse().find((round) => round.round < detail.round && round.reviewerId !== null)?.reviewerId ?? null
  const eligible = (candidates.data?.eligible ?? []).filter((one) => one.personId !== detail.reviewer?.id)
  const [chosen, setChosen] = useState<PersonId | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const personId = chosen ?? eligible.find((one) => one.personId === earlier)?.personId ?? null
  const short = [...reason.trim()].length < SHORTEST_REASON
  const confirm = (): void => {
    setTried(true)
    if (personId === null || short) return
    choose.mutate(
      { caseId: detail.id, personId, reason: reason.trim() },
      {
        onSuccess: ({ name }) => {
          void message.success(t('assignment:chosen', { name }))
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
      footer={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="primary" loading={choose.isPending} onClick={confirm}>
            {pick(CASE_ACTION_LABELS[act])}
          </Button>
        </>
      }
    >
      <p>{t(`assignment:explain.${detail.state === 'supplementing' ? 'reassignWaiting' : act}`)}</p>
      {eligible.some((one) => one.wroteDisputed) && <p className="fs-amber">{t('assignment:onlyDisputed')}</p>}
      <Field label={t('assignment:reviewer')} required error={tried && personId === null ? t('assignment:choosePerson') : undefined}>
        {(control) => (
          <Select
            id={control.id}
            status={control.status}
            loading={candidates.isPending}
            value={personId}
            notFoundContent={t('assignment:nobody')}
            options={eligible.map((one) => ({
              value: one.personId,
              label: `${one.name} · ${t(one.personId === earlier ? 'assignment:earlierReviewer' : 'assignment:openCases', { count: one.openCases })}`,
            }))}
            onChange={setChosen}
          />
        )}
      </Field>
      <Field
        label={t('ui:reason')}
        required
        hint={t('assignment:reasonHint')}
        error={tried && short ? t('ui:reasonTooShort', { minimum: SHORTEST_REASON }) : undefined}
      >
        {(control) => <TextArea {...control} value={reason} onChange={setReason} maxLength={500} />}
      </Field>
      <ExcludedList excluded={candidates.data?.excluded ?? []} />
      <ErrorNotice error={candidates.error} onRetry={() => void candidates.refetch()} />
      <ErrorNotice error={choose.error} />
    </Modal>
  )
}
