/** Who reviews the next round: the re-review of an objection, or the reviewer of the round before; and coordination. */
import { App, Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { CASE_ACTION_LABELS } from '../../shared/cases/state-machine-terms.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { ConfirmReasonModal } from '../ui/confirm-reason-modal.tsx'
import type { ActProps } from '../workspace/act-props.ts'
import { FollowupModal } from './followup-modal.tsx'

export function ReReviewDialog({ detail, onClose, onDone }: ActProps): ReactNode {
  const { t, pick } = useLanguage()
  const write = useWrite('followup.reReview')
  const title = pick(CASE_ACTION_LABELS.reReview)
  const next = write.data
  if (next !== undefined) {
    return (
      <Modal
        open
        title={title}
        onCancel={onDone}
        footer={
          <Button type="primary" onClick={onDone}>
            {t('ui:close')}
          </Button>
        }
      >
        <p role="status">{t('followup:form.reReviewDone', { round: next.round, name: next.reviewer })}</p>
        {next.reason !== null && <p>{next.reason}</p>}
      </Modal>
    )
  }
  return (
    <FollowupModal
      title={title}
      explanation={t('followup:form.reReview', { round: detail.round + 1 })}
      busy={write.isPending}
      error={write.error}
      onConfirm={() => write.mutate({ caseId: detail.id })}
      onClose={onClose}
    />
  )
}

export function KeepReviewerDialog({ detail, onClose, onDone }: ActProps): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const write = useWrite('followup.keepReviewer')
  const confirm = (): void =>
    write.mutate(
      { caseId: detail.id },
      {
        onSuccess: ({ round, reviewer }) => {
          void message.success(t('followup:form.reReviewDone', { round, name: reviewer }))
          onDone()
        },
      },
    )
  return (
    <FollowupModal
      title={pick(CASE_ACTION_LABELS.assignSameReviewer)}
      explanation={t('followup:form.keep', { round: detail.round })}
      busy={write.isPending}
      error={write.error}
      onConfirm={confirm}
      onClose={onClose}
    />
  )
}

export function CoordinateDialog({ detail, onClose, onDone }: ActProps): ReactNode {
  const { t, pick } = useLanguage()
  const write = useWrite('followup.coordinate')
  return (
    <ConfirmReasonModal
      open
      title={pick(CASE_ACTION_LABELS.coordinate)}
      explanation={t('followup:form.coordinate')}
      confirmLabel={pick(CASE_ACTION_LABELS.coordinate)}
      destructive={false}
      maximum={2000}
      onConfirm={async (reason) => {
        await write.mutateAsync({ caseId: detail.id, reason })
        onDone()
      }}
      onCancel={onClose}
    />
  )
}
