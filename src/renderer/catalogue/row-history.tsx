/** How a row came to be what it is: the base, then each overlay; and how many waiting cases it counts in. Asked when opened. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Subject } from '../../shared/catalogue/schema.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { fieldInWords, valueInWords } from './row-values.ts'

export function RowHistoryButton({ subject, id }: { readonly subject: Subject; readonly id: string }): ReactNode {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  return (
    <div className="catalogue-history">
      <Button size="small" type="link" aria-expanded={open} aria-label={t('catalogue:history.of', { id })} onClick={() => setOpen(!open)}>
        {t('catalogue:history.title')}
      </Button>
      {open ? <History subject={subject} id={id} /> : null}
    </div>
  )
}

function History({ subject, id }: { readonly subject: Subject; readonly id: string }): ReactNode {
  const words = useLanguage()
  const { t } = words
  const read = useRead('catalogue.rowHistory', { subject, id })
  if (read.error !== null) return <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
  if (read.data === undefined) return <span className="fs-soft">{t('ui:loading')}</span>
  const { steps, usedIn } = read.data
  return (
    <>
      <ol className="fs-catalogue-rows">
        {steps.map(({ overlay, version, operation, source, reason, row }, index) => (
          <li key={`${overlay ?? ''} ${index}`}>
            <div className="fs-row">
              <Mark tone={operation === null ? 'plain' : operation === 'hide' ? 'amber' : 'navy'}>
                {operation === null ? t('catalogue:history.base') : t(`catalogue:operation.${operation}`)}
              </Mark>
              <span>{overlay === null ? version : t('catalogue:overlayVersion', { id: overlay, version })}</span>
              <span className="fs-soft">
                {t('catalogue:source')}: {source}
              </span>
            </div>
            {reason === null ? null : <div>{reason}</div>}
            {changedFields(steps[index - 1]?.row ?? null, row).map(([field, before, after]) => (
              <div key={field} className="catalogue-difference">
                <span>{fieldInWords(field, words)}</span>
                <del>{valueInWords(before, words)}</del>
                <ins>{valueInWords(after, words)}</ins>
              </div>
            ))}
          </li>
        ))}
      </ol>
      {usedIn === null ? null : <div className="fs-soft">{t('catalogue:history.usedIn', { count: usedIn })}</div>}
    </>
  )
}

type RowData = Readonly<Record<string, unknown>>

/** Fields that differ between two states of a row, source aside: it is told in words. */
export function changedFields(before: RowData | null, after: RowData | null): readonly (readonly [field: string, before: unknown, after: unknown])[] {
  if (before === null || after === null) return []
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => field !== 'source' && JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => [field, before[field], after[field]])
}
