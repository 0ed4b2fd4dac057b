/** What is still being read of the papers, and holding back or going on with the recognition of scans. */
import { PauseOutlined, CaretRightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { ReadingState } from '../../shared/intake/reading-contract.ts'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useWrite } from '../transport/calls.ts'
import { useErrorToast } from '../ui/error-toast.ts'
import { waiting } from './reading-words.ts'

export function RecognitionBar({ reading }: { readonly reading: ReadingState | undefined }): ReactNode {
  const { t } = useLanguage()
  const toast = useErrorToast()
  const pause = useWrite('intake.pauseRecognition')
  const resume = useWrite('intake.resumeRecognition')
  const mayControl = useMayCall('intake.pauseRecognition')
  if (reading === undefined) return null
  const { queued, pages } = waiting(reading.files)
  if (queued + pages === 0) return null
  const { paused } = reading
  return (
    <div className="recognition-bar">
      <span role="status">
        {queued > 0 && t('materials:reading.queuedCount', { count: queued })} {pages > 0 && t(paused ? 'materials:reading.paused' : 'materials:reading.recognising', { count: pages })}
      </span>
      {pages > 0 && mayControl && (
        <Button
          size="small"
          icon={paused ? <CaretRightOutlined aria-hidden /> : <PauseOutlined aria-hidden />}
          loading={pause.isPending || resume.isPending}
          onClick={() => (paused ? resume : pause).mutate({}, { onError: toast })}
        >
          {t(paused ? 'materials:reading.resume' : 'materials:reading.pause')}
        </Button>
      )}
      {pages > 0 && <span className="fs-soft">{t('materials:reading.background')}</span>}
    </div>
  )
}
