/** Words as they stand on the paper: official documents are Chinese in either language. */
import type { ReactNode } from 'react'

export function Printed({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <span lang="zh-CN" className="forms-printed">
      {children}
    </span>
  )
}
