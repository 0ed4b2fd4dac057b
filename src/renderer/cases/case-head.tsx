/** The head of the list: a click sorts, the edge sets the width, also by the arrow keys. */
import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons'
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { CASE_COLUMN_LABELS, COLUMN_SORTS, type CaseColumn } from '../../shared/cases/case-columns.ts'
import type { CaseSorting } from '../../shared/cases/case-filter.ts'
import { useLanguage } from '../language/language.ts'
import { changed, type Columns } from './columns.ts'
import { listView } from './list-view.ts'

/** In rem. */
const [NARROWEST, WIDEST, STEP] = [3.4, 60, 1]
/** Sorts that begin with the smallest. */
const RISING: readonly CaseSorting['by'][] = ['title', 'dueOn', 'party', 'unit', 'fileNumber']

function SortButton({ column, sort }: { readonly column: CaseColumn; readonly sort: CaseSorting }): ReactNode {
  const { t, pick } = useLanguage()
  const name = pick(CASE_COLUMN_LABELS[column])
  const by = COLUMN_SORTS[column]
  if (by === undefined) return <span>{name}</span>
  const sorted = sort.by === by
  return (
    <button
      type="button"
      tabIndex={-1}
      title={t('cases:list.sortedBy', { column: name })}
      onClick={() => listView.sort({ by, descending: sorted ? !sort.descending : !RISING.includes(by) })}
    >
      {name}
      {sorted && !sort.descending ? <CaretUpFilled aria-hidden /> : <CaretDownFilled aria-hidden className={sorted ? '' : 'fs-faint'} />}
    </button>
  )
}

function WidthEdge({ column, columns }: { readonly column: CaseColumn; readonly columns: Columns }): ReactNode {
  const { t, pick } = useLanguage()
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const set = (rem: number): void => {
    const width = Math.round(Math.min(WIDEST, Math.max(NARROWEST, rem)) * 10) / 10
    columns.keep(changed(columns.all, column, { width }))
  }
  const remOf = (element: Element): number => {
    const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    return (element.parentElement?.getBoundingClientRect().width ?? 0) / root
  }
  const drag = (event: PointerEvent<HTMLSpanElement>): void => {
    if (from.current === null) return
    const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    const width = from.current.width + (event.clientX - from.current.x) / root
    from.current = null
    set(width)
  }
  const press = (event: KeyboardEvent<HTMLSpanElement>): void => {
    const by = event.key === 'ArrowRight' ? STEP : event.key === 'ArrowLeft' ? -STEP : 0
    if (by === 0) return
    event.preventDefault()
    event.stopPropagation()
    set(remOf(event.currentTarget) + by)
  }
  return (
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={t('cases:list.widthOf', { column: pick(CASE_COLUMN_LABELS[column]) })}
      aria-valuenow={columns.all.find((one) => one.column === column)?.width ?? 0}
      tabIndex={-1}
      className="fs-case-edge"
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { x: event.clientX, width: remOf(event.currentTarget) }
      }}
      onPointerUp={drag}
      onDoubleClick={() => columns.keep(changed(columns.all, column, { width: null }))}
      onKeyDown={press}
    />
  )
}

export interface CaseHeadProps {
  readonly columns: Columns
  readonly sort: CaseSorting
  readonly tick: ReactNode
  readonly template: string
  readonly least: number
}

export function CaseHead({ columns, sort, tick, template, least }: CaseHeadProps): ReactNode {
  return (
    <div className="fs-case-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template, minWidth: `${least + 0.8}rem` }}>
      <div role="columnheader" aria-colindex={1}>
        {tick}
      </div>
      {columns.shown.map(({ column }, index) => {
        const by = COLUMN_SORTS[column]
        const order = by === undefined ? undefined : sort.by === by ? (sort.descending ? 'descending' : 'ascending') : 'none'
        return (
          <div key={column} role="columnheader" aria-colindex={index + 2} {...(order === undefined ? {} : { 'aria-sort': order })}>
            <SortButton column={column} sort={sort} />
            <WidthEdge column={column} columns={columns} />
          </div>
        )
      })}
    </div>
  )
}
