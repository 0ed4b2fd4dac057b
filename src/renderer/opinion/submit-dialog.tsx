/** Handing the draft to the head of review (提交意见书稿). */
import { Alert, App, Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import type { ActProps } from '../workspace/act-props.ts'
import { typeName } from './type-panel.tsx'

export function SubmitDialog({ detail, catalogue, onClose, onDone }: ActProps & { readonly catalogue: Catalogue }): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const opinion = useRead('opinion.get', { caseId: detail.id, round: null }, { staleTime: 0 })
  const submit = useWrite('opinion.submit')
  const { data } = opinion
  const openRemarks = data?.remarks.filter(({ answer }) => answer?.resolved !== true).length ?? 0
  const confirm = (): void => {
    if (data === undefined || data === null) return
    submit.mutate(
      { caseId: detail.id, expectedVersion: data.version },
      {
        onSuccess: () => {
          void message.success(t('opinion:submitted'))
          onDone()
        },
      },
    )
  }
  return (
    <Modal
      open
      title={t('opinion:submitTitle')}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="primary" disabled={data === undefined || data === null} loading={submit.isPending} onClick={confirm}>
            {t('opinion:submit')}
          </Button>
        </>
      }
    >
      <p>
        {data === null || data === undefined ? '' : t('opinion:submitExplain', { type: typeName(catalogue, data.type, pick) })}
      </p>
      {openRemarks > 0 && <Alert type="info" showIcon title={t('opinion:openRemarks', { count: openRemarks })} />}
      <ErrorNotice error={opinion.error} onRetry={() => void opinion.refetch()} />
      <ErrorNotice error={submit.error} />
    </Modal>
  )
}
