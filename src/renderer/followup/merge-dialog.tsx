/** Merges the case into another (并案): which one, and why. */
import { App, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { EMPTY_CASE_FILTER, NEWEST_FIRST } from '../../shared/cases/case-filter.ts'
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { TextArea } from '../ui/text-field.tsx'
import type { ActProps } from '../workspace/act-props.ts'
import { FollowupModal } from './followup-modal.tsx'

/** Cases that can still take another one in. */
const OPEN: readonly CaseState[] = ['received', 'returned', 'accepted', 'assigned', 'underReview', 'supplementing']
const SHOWN = 20

export function MergeDialog({ detail, onClose, onDone }: ActProps): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const write = useWrite('followup.merge')
  const [text, setText] = useState(detail.fields.party.name)
  const [into, setInto] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const found = useRead('cases.list', { filter: { ...EMPTY_CASE_FILTER, states: [...OPEN], text }, sort: NEWEST_FIRST, after: null, size: SHOWN }, { keepPrevious: true })
  const options = (found.data?.rows ?? [])
    .filter(({ id }) => id !== detail.id)
    .map((row) => ({ value: row.id as string, label: [row.title, row.fileNumber].filter((part) => part !== '').join(' · ') }))
  const short = reason.trim().length < 2
  const confirm = (): void => {
    setTried(true)
    if (into === null || short) return
    write.mutate(
      { caseId: detail.id, intoCaseId: into, reason },
      {
        onSuccess: () => {
          void message.success(t('followup:done.saved'))
          onDone()
        },
      },
    )
  }
  return (
    <FollowupModal title={t('followup:act.merge')} explanation={t('followup:form.merge')} busy={write.isPending} error={write.error} onConfirm={confirm} onClose={onClose}>
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      <Field label={t('followup:form.mergeInto')} required error={tried && into === null ? t('followup:form.required') : undefined}>
        {({ id }) => (
          <Select<string>
            id={id}
            showSearch={{ filterOption: false, onSearch: setText }}
            value={into}
            options={options}
            placeholder={t('followup:form.mergeSearch')}
            notFoundContent={t('followup:form.mergeNone')}
            onChange={setInto}
          />
        )}
      </Field>
      <Field label={t('followup:form.reason')} required error={tried && short ? t('followup:form.required') : undefined}>
        {(control) => <TextArea {...control} value={reason} maxLength={2000} onChange={setReason} />}
      </Field>
    </FollowupModal>
  )
}
