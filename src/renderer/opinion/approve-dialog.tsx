/** The head agrees with the draft (同意意见书稿). What was departed from is shown once more. */
import { Alert, App, Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import type { ActProps } from '../workspace/act-props.ts'
import { typeName } from './type-panel.tsx'

export function ApproveDialog({ detail, catalogue, onClose, onDone }: ActProps & { readonly catalogue: Catalogue }): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const opinion = useRead('opinion.get', { caseId: detail.id, round: null }, { staleTime: 0 })
  const approve = useWrite('opinion.approve')
  const { data } = opinion
  const derived = data?.derived.type ?? null
  const confirm = (): void => {
    if (data === undefined || data === null) return
    approve.mutate(
      { caseId: detail.id, expectedVersion: data.version },
      {
        onSuccess: () => {
          void message.success(t('opinion:approved'))
          onDone()
        },
      },
    )
  }
  return (
    <Modal
      open
      title={t('opinion:approveTitle')}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="primary" disabled={data === undefined || data === null} loading={approve.isPending} onClick={confirm}>
            {t('opinion:approve')}
          </Button>
        </>
      }
    >
      {data !== undefined && data !== null && <p>{t('opinion:approveExplain', { type: typeName(catalogue, data.type, pick) })}</p>}
      {data !== undefined && data !== null && derived !== null && derived !== data.type && (
        <Alert
          type="warning"
          showIcon
          title={t('opinion:departs', { type: typeName(catalogue, derived, pick) })}
          description={data.overrideReason === null || data.overrideReason === '' ? undefined : t('opinion:overrideReason', { reason: data.overrideReason })}
        />
      )}
      <ErrorNotice error={opinion.error} onRetry={() => void opinion.refetch()} />
      <ErrorNotice error={approve.error} />
    </Modal>
  )
}
