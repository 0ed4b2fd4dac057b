/**
 * What stands in for lines that come in a moment. It does not move: the movement is painted in every frame, on the thread that
 * is waited for.
 */
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'

export function Waiting({ rows, className }: { readonly rows: number; readonly className?: string | undefined }): ReactNode {
  return <Skeleton paragraph={{ rows }} className={className} />
}
