/** For Home: that it is time for a backup. Nothing where there is no need, or for who may not make one. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useRead } from '../transport/calls.ts'

export function BackupDue(): ReactNode {
  const { t } = useLanguage()
  const may = useMayCall('backup.status')
  const status = useRead('backup.status', {}, { enabled: may }).data
  if (status === undefined || !status.due) return null
  const said = status.age === null ? t('backup:never') : t('backup:due', { days: status.age, after: status.remindAfter })
  return (
    <p className="fs-queue-empty home-care-warning">
      <Link href="/settings">{said}</Link>
    </p>
  )
}
