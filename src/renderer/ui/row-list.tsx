/**
 * What long lists of rows have in common, whatever their columns: only the rows on screen are in the page, the list stands
 * where it was left, and the arrow keys move the row cursor.
 */
import { useVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type CSSProperties, type KeyboardEvent, type ReactNode, type RefObject } from 'react'

interface ListedRows {
  /** Undefined until the first page is there. */
  readonly count: number | undefined
  /** What is shown belongs to the question before. */
  readonly stale: boolean
  readonly lookAt: (first: number, last: number) => void
}

interface RowListOptions {
  readonly pages: ListedRows
  /** The question whose answer is shown: a new one begins at its first row. */
  readonly asked: string
  /** Place of the row cursor; -1: nowhere yet. */
  readonly at: number
  readonly rowHeight: number
  readonly headHeight: number
  /** Rows drawn above and below those on screen. */
  readonly spare: number
}

export interface RowList {
  readonly box: RefObject<HTMLDivElement | null>
  readonly rows: Virtualizer<HTMLDivElement, Element>
  readonly items: readonly VirtualItem[]
  /** The first row that is drawn. */
  readonly first: number
}

export function useRowList({ pages, asked, at, rowHeight, headHeight, spare }: RowListOptions): RowList {
  const { stale, lookAt } = pages
  const count = pages.count ?? 0
  const box = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- what it returns is read in the component that draws and handed to no memo
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: spare,
    scrollPaddingStart: headHeight,
    scrollMargin: headHeight,
    useFlushSync: false,
  })
  const items = rows.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => lookAt(first, last), [lookAt, first, last])
  useEffect(() => rows.measure(), [rows, rowHeight])
  // coming back from a case, the list stands where it was left
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (count === 0 || stale || shown.current === asked) return
    shown.current = asked
    rows.scrollToIndex(Math.max(0, at), { align: at > 0 ? 'center' : 'start' })
  }, [asked, count, stale, rows, at])
  return { box, rows, items, first }
}

/** Where a key moves the row cursor; undefined where it moves nothing. */
export function steppedTo({ key }: KeyboardEvent, at: number, count: number, rowsInView: number): number | undefined {
  const page = Math.max(1, Math.floor(rowsInView) - 1)
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? 0 : at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }
  return steps[key]
}

/** Stands where a row is that was not read yet. */
export function WaitingRow({ index, style }: { readonly index: number; readonly style: CSSProperties }): ReactNode {
  return (
    <div role="row" aria-rowindex={index + 2} aria-busy className="fs-case-row fs-case-row-waiting" style={style}>
      <div role="gridcell" aria-colindex={1} className="fs-soft fs-figures">
        {index + 1}
      </div>
      <div role="gridcell" aria-colindex={2}>
        <span className="fs-case-bar" />
      </div>
    </div>
  )
}

/** Coming back from a case, the list has the focus on the row that was left. */
export function useFocusOnRows(ready: boolean, left: boolean): void {
  const first = useRef(true)
  useEffect(() => {
    if (!first.current || !ready) return
    first.current = false
    if (left) document.querySelector<HTMLElement>('.fs-case-table')?.focus()
  }, [ready, left])
}
