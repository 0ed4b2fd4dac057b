/** Pages of a list that is asked for by cursor: forward, and back through the pages that were seen. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useCallback, useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'

export interface Pages<Cursor> {
  readonly cursor: Cursor | null
  /** Number of the page, from 0. */
  readonly page: number
  readonly forward: (next: Cursor) => void
  readonly back: () => void
}

/** Begins anew when `of` changes: the list is another one then. */
export function usePages<Cursor>(of: string): Pages<Cursor> {
  const [state, setState] = useState<{ readonly of: string; readonly seen: readonly (Cursor | null)[] }>({ of, seen: [null] })
  const seen = state.of === of ? state.seen : [null]
  const forward = useCallback((next: Cursor) => setState((old) => ({ of, seen: [...(old.of === of ? old.seen : [null]), next] })), [of])
  const back = useCallback(() => setState((old) => ({ of, seen: old.of === of && old.seen.length > 1 ? old.seen.slice(0, -1) : [null] })), [of])
  return { cursor: seen.at(-1) ?? null, page: seen.length - 1, forward, back }
}

interface PagerProps {
  readonly words: string
  readonly first: boolean
  readonly last: boolean
  readonly onBack: () => void
  readonly onForward: () => void
}

export function Pager({ words, first, last, onBack, onForward }: PagerProps): ReactNode {
  const { t } = useLanguage()
  return (
    <div className="laws-pager">
      <span className="fs-soft" role="status">
        {words}
      </span>
      {!(first && last) && (
        <>
          <Button size="small" icon={<LeftOutlined aria-hidden />} disabled={first} aria-label={t('laws:previousPage')} onClick={onBack} />
          <Button size="small" icon={<RightOutlined aria-hidden />} disabled={last} aria-label={t('laws:nextPage')} onClick={onForward} />
        </>
      )}
    </div>
  )
}
