/** How far one paper is read; what could not be read, why, and what to do. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { wordsOf } from '../../shared/intake/reading/report.ts'
import type { FileReading, ReadMaterial } from '../../shared/intake/reading-contract.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { useErrorToast } from '../ui/error-toast.ts'
import { Mark } from '../ui/state-tag.tsx'
import { doubtfulPages, recognisingProgress } from './reading-words.ts'

interface ReadingLineProps {
  readonly material: ReadMaterial | undefined
  readonly reading: FileReading | undefined
  readonly paused: boolean
  readonly editable: boolean
}

/** Page numbers named before the rest is only counted. */
const PAGES_NAMED = 6

export function ReadingLine({ material, reading, paused, editable }: ReadingLineProps): ReactNode {
  const { language, t } = useLanguage()
  if (reading === undefined) return null
  const { state, problem } = reading
  const progress = recognisingProgress(material, reading.toRecognise)
  const doubtful = material === undefined ? [] : doubtfulPages(material)
  const words = problem === null ? null : wordsOf(problem, language)
  const pages = doubtful.slice(0, PAGES_NAMED).join(t('ui:listSeparator'))
  return (
    <div className="reading-line">
      {state === 'queued' && <Mark>{t('materials:reading.queued')}</Mark>}
      {state === 'absent' && <Mark>{t('materials:reading.absent')}</Mark>}
      {state === 'recognising' && <Mark tone="navy">{t(paused ? 'materials:reading.pausedAt' : 'materials:reading.at', { ...progress })}</Mark>}
      {state === 'failed' && <Mark tone="red">{t('materials:reading.failed')}</Mark>}
      {doubtful.length > 0 && (
        <Mark tone="amber" title={t('materials:reading.doubtfulWhy')}>
          {t(doubtful.length > PAGES_NAMED ? 'materials:reading.doubtfulMore' : 'materials:reading.doubtful', { pages, count: doubtful.length })}
        </Mark>
      )}
      {words !== null && (
        <span className={state === 'failed' ? 'reading-problem fs-red' : 'reading-problem fs-amber'}>
          {words.what} {words.next !== undefined && <span className="fs-soft">{words.next}</span>}
        </span>
      )}
      {editable && (state === 'failed' || state === 'absent') && material !== undefined && <ReadAgain materialId={material.materialId} name={material.name} />}
    </div>
  )
}

function ReadAgain({ materialId, name }: { readonly materialId: string; readonly name: string }): ReactNode {
  const { t } = useLanguage()
  const toast = useErrorToast()
  const again = useWrite('intake.readAgain')
  return (
    <Button
      type="link"
      size="small"
      loading={again.isPending}
      aria-label={t('materials:reading.againOf', { name })}
      onClick={() => again.mutate({ materialId }, { onError: toast })}
    >
      {t('materials:reading.again')}
    </Button>
  )
}
