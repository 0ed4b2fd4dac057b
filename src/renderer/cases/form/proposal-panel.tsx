/** How far the papers are read, and what they put into the form. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'

interface ProposalPanelProps {
  /** Papers read of those chosen; null where all are read. */
  readonly progress: { readonly done: number; readonly total: number; readonly scans: number } | null
  readonly filled: number
  readonly differing: number
  /** Empty fields that the documents could fill. */
  readonly offered: number
  readonly error: unknown
  readonly onRetry: () => void
  readonly onFill: (() => void) | undefined
  readonly onTakeBack: (() => void) | undefined
}

export function ProposalPanel({ progress, filled, differing, offered, error, onRetry, onFill, onTakeBack }: ProposalPanelProps): ReactNode {
  const { t } = useLanguage()
  if (progress === null && filled + differing + offered === 0 && error === null) return null
  return (
    <div className="fs-proposal">
      <div role="status">
        {progress !== null && progress.done < progress.total && <div>{t('cases:fill.reading', { done: progress.done, total: progress.total })}</div>}
        {progress !== null && progress.scans > 0 && <div>{t('cases:fill.scans', { count: progress.scans })}</div>}
        {filled > 0 && <div>{t('cases:fill.done', { count: filled })}</div>}
        {differing > 0 && <div className="fs-amber">{t('cases:fill.differing', { count: differing })}</div>}
        {offered > 0 && filled === 0 && <div>{t('cases:fill.offer', { count: offered })}</div>}
      </div>
      <ErrorNotice error={error} onRetry={onRetry} />
      <div className="fs-row">
        {onFill !== undefined && offered > 0 && (
          <Button size="small" onClick={onFill}>
            {t('cases:fill.fill')}
          </Button>
        )}
        {onTakeBack !== undefined && filled > 0 && (
          <Button size="small" onClick={onTakeBack}>
            {t('cases:fill.takeBack')}
          </Button>
        )}
      </div>
    </div>
  )
}
