import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'

/** Since when a row holds and where it was read. */
export function RowFoot({
  row,
}: {
  row: { readonly validFrom: string; readonly validTo: string | null; readonly source: string }
}): ReactNode {
  const { t } = useLanguage()
  const { validFrom: from, validTo: to, source } = row
  return (
    <div className="fs-soft fs-row-foot">
      {to === null ? t('catalogue:validFrom', { from }) : t('catalogue:validBetween', { from, to })} ·{' '}
      {t('catalogue:source')}: {source}
    </div>
  )
}
