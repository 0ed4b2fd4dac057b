/** Drawing a reviewer (随机分派): who stands in the draw, the draw, and its record. */
import { Button, Modal, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import type { ActProps } from '../workspace/act-props.ts'
import { CandidateList } from './candidate-list.tsx'
import { DrawRecord } from './draw-record.tsx'
import { ExcludedList } from './excluded-list.tsx'
import './assignment.css'

export function DrawDialog({ detail, onClose, onDone }: ActProps): ReactNode {
  const { t } = useLanguage()
  const candidates = useRead('assignment.candidates', { caseId: detail.id }, { staleTime: 0 })
  const draw = useWrite('assignment.draw')
  const { data } = candidates
  const drawn = draw.data
  const footer =
    drawn === undefined ? (
      <>
        <Button onClick={onClose}>{t('ui:cancel')}</Button>
        <Button
          type="primary"
          disabled={data === undefined || data.eligible.length === 0}
          loading={draw.isPending}
          onClick={() => draw.mutate({ caseId: detail.id })}
        >
          {t('assignment:act.assign')}
        </Button>
      </>
    ) : (
      <Button type="primary" onClick={onDone}>
        {t('ui:close')}
      </Button>
    )
  return (
    <Modal open title={t('assignment:drawTitle')} onCancel={drawn === undefined ? onClose : onDone} mask={{ closable: false }} footer={footer}>
      {drawn === undefined ? (
        <>
          <p>{t('assignment:drawExplain')}</p>
          {data === undefined && candidates.error === null && <Skeleton active />}
          <ErrorNotice error={candidates.error} onRetry={() => void candidates.refetch()} />
          {data !== undefined && (
            <>
              <CandidateList candidates={data.eligible} urgent />
              <ExcludedList excluded={data.excluded} />
            </>
          )}
        </>
      ) : (
        <div role="status">
          <p className="assignment-result">{t('assignment:result', { name: drawn.name })}</p>
          <DrawRecord assignment={drawn} caseId={detail.id} open />
        </div>
      )}
      <ErrorNotice error={draw.error} />
    </Modal>
  )
}
