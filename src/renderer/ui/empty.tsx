import type { ReactNode } from 'react'

/** What is said where a list has nothing: why, and what would fill it. */
export function Empty({ title, hint, action }: { title: string; hint: ReactNode; action?: ReactNode }): ReactNode {
  return (
    <div className="fs-empty">
      <div className="fs-empty-title">{title}</div>
      <div className="fs-soft">{hint}</div>
      {action === undefined ? null : <div className="fs-empty-action">{action}</div>}
    </div>
  )
}
