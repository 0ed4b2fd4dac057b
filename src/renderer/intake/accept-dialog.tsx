/** Accepting a case (受理): at once when the papers are complete, otherwise only with a reason. */
import { App, Button, Modal, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { formatDay } from '../ui/formats.ts'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'
import { TextArea } from '../ui/text-field.tsx'
import type { ActProps } from '../workspace/act-props.ts'
import { Unread } from './completeness-panel.tsx'

/** Characters that a reason for accepting incomplete papers needs at least; as in the contract. */
const SHORTEST_REASON = 5

export function AcceptDialog({ detail, onClose, onDone }: ActProps & { readonly catalogue: Catalogue }): ReactNode {
  const { language, t, pick } = useLanguage()
  const { message } = App.useApp()
  const completeness = useRead('intake.completeness', { caseId: detail.id }, { staleTime: 0 })
  const accept = useWrite('intake.accept')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { data } = completeness
  const short = data?.complete === false && [...reason.trim()].length < SHORTEST_REASON
  const confirm = (): void => {
    setTried(true)
    if (data === undefined || short) return
    accept.mutate(
      { caseId: detail.id, incompleteReason: data.complete ? null : reason.trim() },
      {
        onSuccess: ({ dueOn }) => {
          void message.success(t('intake:accepted', { day: formatDay(dueOn, language) }))
          onDone()
        },
      },
    )
  }
  return (
    <Modal
      open
      title={t('intake:acceptTitle')}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="primary" disabled={data === undefined} loading={accept.isPending} onClick={confirm}>
            {t(data?.complete === false ? 'intake:acceptIncomplete' : 'intake:accept')}
          </Button>
        </>
      }
    >
      {data === undefined && completeness.error === null && <Skeleton active />}
      <ErrorNotice error={completeness.error} onRetry={() => void completeness.refetch()} />
      {data !== undefined && (
        <>
          <p>
            {t('intake:acceptExplain', { day: formatDay(data.limit.dueOn, language) })}{' '}
            {data.limit.provisional && <Mark tone="amber">{t('ui:provisional')}</Mark>} {!data.limit.verified && <UnverifiedMark />}
            <br />
            <span className="fs-soft">{data.limit.basis}</span>
          </p>
          {data.complete ? (
            <p>{t('intake:allThere')}</p>
          ) : (
            <>
              <Unread completeness={data} />
              <p>
                <b className="fs-red">{t('intake:notComplete')}</b>{' '}
                {data.needs
                  .filter((need) => data.missing.includes(need.kind))
                  .map((need) => pick(need.label))
                  .join(t('ui:listSeparator'))}
              </p>
              <Field
                label={t('intake:incompleteReason')}
                required
                error={tried && short ? t('ui:reasonTooShort', { minimum: SHORTEST_REASON }) : undefined}
              >
                {(control) => <TextArea {...control} value={reason} onChange={setReason} maxLength={1000} autoFocus />}
              </Field>
            </>
          )}
        </>
      )}
      <ErrorNotice error={accept.error} />
    </Modal>
  )
}
