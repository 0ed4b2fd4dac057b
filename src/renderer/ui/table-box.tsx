/** Around a table: where it is wider than its room it is scrolled, and then it is a stop of the Tab key, so that the arrow keys can do that. */
import { useCallback, useState, type ReactNode } from 'react'

interface TableBoxProps {
  /** The name of the table. */
  readonly label: string
  readonly children: ReactNode
}

export function TableBox({ label, children }: TableBoxProps): ReactNode {
  const [wider, setWider] = useState(false)
  const measured = useCallback((box: HTMLDivElement) => {
    const observer = new ResizeObserver(() => setWider(box.scrollWidth > box.clientWidth))
    for (const one of [box, ...box.children]) observer.observe(one)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={measured} className="fs-table-box" {...(wider ? { tabIndex: 0, role: 'region', 'aria-label': label } : { tabIndex: -1 })}>
      {children}
    </div>
  )
}
