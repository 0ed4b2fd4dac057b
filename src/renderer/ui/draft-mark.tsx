/** The quiet mark that tells whether what is typed is on disk. */
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import type { DraftStatus } from './draft-keeper.ts'
import { formatMoment } from './formats.ts'
import { Mark } from './state-tag.tsx'

export function DraftMark({ status }: { status: DraftStatus }): ReactNode {
  const { language, t } = useLanguage()
  if (status.failed && status.pending) return <Mark tone="amber">{t('ui:saveWaiting')}</Mark>
  if (status.pending) return <Mark>{t('ui:saving')}</Mark>
  if (status.savedAt === null) return null
  return <Mark>{t('ui:savedAt', { time: formatMoment(status.savedAt, language).slice(11) })}</Mark>
}
