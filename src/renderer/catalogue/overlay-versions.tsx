/** The versions of an overlay, the newest first, each beside what changed from the one before. */
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { compareOverlays } from '../../shared/catalogue/station-overlay.ts'
import { useLanguage, type LanguageInUse } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatMoment } from '../ui/formats.ts'
import { Mark } from '../ui/state-tag.tsx'
import { fieldInWords, valueInWords } from './row-values.ts'

export function OverlayVersions({ overlayId }: { readonly overlayId: string }): ReactNode {
  const words = useLanguage()
  const { t, language } = words
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
            {differences.map(({ operation, field, before: old, after }) => (
              <div key={`${operation} ${field}`} className="catalogue-difference">
                <span>{[operationInWords(operation, words), field === null ? '' : fieldInWords(field, words)].filter((part) => part !== '').join(' · ')}</span>
                <del>{field === null ? wholeInWords(old, words) : valueInWords(old, words)}</del>
                <ins>{field === null ? wholeInWords(after, words) : valueInWords(after, words)}</ins>
              </div>
            ))}
            {before !== undefined && differences.length === 0 ? <div className="fs-soft">{t('catalogue:own.sameContent')}</div> : null}
          </li>
        )
      })}
    </ol>
  )
}

function operationInWords(name: string | null, { t }: LanguageInUse): string {
  const [operation, , id = ''] = (name ?? '').split(' ')
  if (operation !== 'add' && operation !== 'tighten' && operation !== 'hide') return ''
  return `${t(`catalogue:operation.${operation}`)} ${id}`
}

/** An operation that came or went, by what a person knows it by. */
function wholeInWords(value: unknown, words: LanguageInUse): string {
  if (value === undefined) return '—'
  const { text, name, reason, source } = Object(value) as Readonly<Record<string, unknown>>
  return valueInWords(text ?? name ?? reason ?? source, words)
}
