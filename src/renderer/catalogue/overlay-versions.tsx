/** The versions of an overlay, the newest first, each beside what changed from the one before. */
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { compareOverlays } from '../../shared/catalogue/station-overlay.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatMoment } from '../ui/formats.ts'
import { Mark } from '../ui/state-tag.tsx'

export function OverlayVersions({ overlayId }: { readonly overlayId: string }): ReactNode {
  const { t, language } = useLanguage()
  const read = useRead('catalogue.overlayVersions', { overlayId })
  if (read.error !== null) return <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
  if (read.data === undefined) return <Skeleton active />
  const versions = read.data
  return (
    <ol className="fs-catalogue-rows catalogue-versions">
      {versions.map(({ seq, state, overlay, note, savedBy, savedAt }, index) => {
        const before = versions[index + 1]
        const differences = before === undefined ? [] : compareOverlays(before.overlay, overlay)
        return (
          <li key={seq}>
            <div className="fs-row">
              <strong>{overlay.version}</strong>
              {state === 'withdrawn' ? <Mark tone="amber">{t('catalogue:own.standing.withdrawn')}</Mark> : null}
              <span>
                {formatMoment(savedAt, language)} · {savedBy}
              </span>
              <span className="fs-soft">{note}</span>
            </div>
            {differences.map(({ field, before: old, after }) => (
              <div key={field} className="catalogue-difference">
                <span>{fieldName(field, t)}</span>
                <del>{said(old)}</del>
                <ins>{said(after)}</ins>
              </div>
            ))}
            {before !== undefined && differences.length === 0 ? <div className="fs-soft">{t('catalogue:own.sameContent')}</div> : null}
          </li>
        )
      })}
    </ol>
  )
}

function fieldName(field: string, t: ReturnType<typeof useLanguage>['t']): string {
  const [operation, , id] = field.split(' ')
  if (operation === 'add' || operation === 'tighten' || operation === 'hide') return `${t(`catalogue:operation.${operation}`)} ${id ?? ''}`
  const words = {
    title: 'catalogue:own.title',
    source: 'catalogue:own.source',
    version: 'catalogue:own.version',
    level: 'catalogue:own.level',
    validFrom: 'catalogue:own.from',
    validTo: 'catalogue:own.to',
  } as const
  const known = Object.entries(words).find(([name]) => name === field)
  return known === undefined ? field : t(known[1])
}

/** Data as it is kept: what changed inside a row is found by reading both. */
function said(value: unknown): string {
  if (value === undefined || value === null) return '—'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
