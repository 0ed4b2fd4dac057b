/** A card with a heading; part of a screen. */
import { useId, type ReactNode } from 'react'

export interface PanelProps {
  readonly title?: ReactNode
  readonly extra?: ReactNode
  /** No padding around the content, for tables and lists. */
  readonly flush?: boolean | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}

export function Panel({ title, extra, flush = false, className, children }: PanelProps): ReactNode {
  const id = useId()
  return (
    <section className={`fs-panel ${className ?? ''}`} {...(title === undefined ? {} : { 'aria-labelledby': id })}>
      {title === undefined ? null : (
        <div className="fs-panel-head">
          <h2 id={id}>{title}</h2>
          {extra === undefined ? null : <div className="fs-panel-extra">{extra}</div>}
        </div>
      )}
      <div className={flush ? '' : 'fs-panel-body'}>{children}</div>
    </section>
  )
}
