/**
 * The rows of the list. Only those on screen are in the page, so that a hundred thousand scroll like ten. The keyboard
 * stays on the table: arrow keys move the row cursor, Enter opens.
 */
import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons'
import { Spin } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject, type UIEvent } from 'react'
import type { CaseRow, CaseSort } from '../../shared/cases/case.ts'
import { useAppearance } from '../app/appearance.ts'
import { useLanguage } from '../language/language.ts'
import { AmountText } from '../ui/amount-text.tsx'
import { DateText, DaysLeft } from '../ui/date-text.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { isComposingKey } from '../ui/text-field.tsx'
import { listView, type ListView } from './list-view.ts'
import { useDaysLeft } from './working-days.ts'

const COLUMNS = ['title', 'party', 'unit', 'state', 'round', 'received', 'due', 'reviewer', 'amount', 'number'] as const
type Column = (typeof COLUMNS)[number]

/** Columns whose text may take two lines. */
const TEXTS: readonly Column[] = ['title', 'party', 'unit', 'number', 'due']

const SORTS: Partial<Record<Column, CaseSort>> = {
  title: 'title',
  received: 'receivedOn',
  due: 'dueOn',
  amount: 'amount',
}
const ROW_REM = 3.2
const CARD_REM = 6.4
/** Rows drawn above and below those on screen. */
const SPARE = 8

export interface CaseTableProps {
  readonly rows: readonly CaseRow[]
  readonly sort: ListView['sort']
  readonly selected: string | null
  readonly loading: boolean
  readonly loadingMore: boolean
  readonly hasMore: boolean
  readonly onMore: () => void
  readonly onOpen: (id: string) => void
}

function HeadCell({ column, sort }: { column: Column; sort: ListView['sort'] }): ReactNode {
  const { t } = useLanguage()
  const by = SORTS[column]
  const name = t(`cases:list.columns.${column}`)
  if (by === undefined) return <div role="columnheader">{name}</div>
  const sorted = sort.by === by
  const order = sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'
  return (
    <div role="columnheader" aria-sort={order}>
      <button
        type="button"
        title={t('cases:list.sortedBy', { column: name })}
        onClick={() => listView.sort({ by, descending: sorted ? !sort.descending : by !== 'title' && by !== 'dueOn' })}
      >
        {name}
        {sorted && !sort.descending ? (
          <CaretUpFilled aria-hidden />
        ) : (
          <CaretDownFilled aria-hidden className={sorted ? '' : 'fs-faint'} />
        )}
      </button>
    </div>
  )
}

function Due({ row }: { row: CaseRow }): ReactNode {
  const daysLeft = useDaysLeft()
  if (row.dueOn === null) return <DateText value={null} />
  const left = daysLeft?.(row.dueOn)
  return (
    <span className={left !== undefined && left.days < 0 ? 'fs-red' : ''}>
      <DateText value={row.dueOn} /> {left !== undefined && left.days <= 5 ? <DaysLeft {...left} /> : null}
    </span>
  )
}

function Cell({ row, column }: { row: CaseRow; column: Column }): ReactNode {
  switch (column) {
    case 'title':
      return <strong>{row.title}</strong>
    case 'party':
      return row.partyName
    case 'unit':
      return row.submittingUnit
    case 'state':
      return <StateTag state={row.state} />
    case 'round':
      return row.round
    case 'received':
      return <DateText value={row.receivedOn} />
    case 'due':
      return <Due row={row} />
    case 'reviewer':
      return row.reviewerName ?? '—'
    case 'amount':
      return <AmountText value={row.amount} />
    case 'number':
      return row.opinionNumber ?? '—'
  }
}

function Card({ row }: { row: CaseRow }): ReactNode {
  const { t } = useLanguage()
  return (
    <div role="gridcell" className="fs-case-card">
      <strong>{row.title}</strong>
      <div className="fs-row">
        <StateTag state={row.state} />
        <span className="fs-soft">{t('ui:round', { round: row.round })}</span>
        <AmountText value={row.amount} />
        <Due row={row} />
      </div>
      <div className="fs-soft">
        {[row.partyName, row.submittingUnit, row.reviewerName]
          .filter((part) => part !== null && part !== '')
          .join(' · ')}
      </div>
    </div>
  )
}

/** Which rows to draw, from where the box is scrolled to. */
function useWindow(
  count: number,
  rowHeight: number,
): { box: RefObject<HTMLDivElement | null>; first: number; last: number; onScroll: (event: UIEvent) => void } {
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ top: 0, height: 600 })
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const measure = (): void => setPlace({ top: element.scrollTop, height: element.clientHeight })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])
  const first = Math.max(0, Math.floor(place.top / rowHeight) - SPARE)
  const last = Math.min(count, Math.ceil((place.top + place.height) / rowHeight) + SPARE)
  const onScroll = (event: UIEvent): void => {
    const { scrollTop, clientHeight } = event.currentTarget
    setPlace({ top: scrollTop, height: clientHeight })
  }
  return { box, first, last, onScroll }
}

export function CaseTable(props: CaseTableProps): ReactNode {
  const { rows, selected, hasMore, onMore, onOpen } = props
  const { t } = useLanguage()
  const { narrow, textSize } = useAppearance()
  const rowHeight = ((narrow ? CARD_REM : ROW_REM) * 14 * textSize) / 100
  const { box, first, last, onScroll } = useWindow(rows.length, rowHeight)
  const at = rows.findIndex((row) => row.id === selected)

  useEffect(() => {
    if (hasMore && last >= rows.length - SPARE) onMore()
  }, [hasMore, last, rows.length, onMore])
  useEffect(() => {
    const element = box.current
    if (element === null || at < 0) return
    const top = at * rowHeight
    const head = narrow ? 0 : rowHeight
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + rowHeight + head > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeight + head - element.clientHeight
  }, [at, box, rowHeight, narrow])

  const select = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (row !== undefined) listView.select(row.id)
  }
  const move = (event: KeyboardEvent): void => {
    if (isComposingKey(event) || event.target instanceof HTMLButtonElement) return
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 2)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    }
    const to = steps[event.key]
    if (to !== undefined) {
      event.preventDefault()
      select(to)
    } else if (event.key === 'Enter' && selected !== null && at >= 0) {
      event.preventDefault()
      onOpen(selected)
    }
  }
  return (
    <div
      ref={box}
      className="fs-case-table"
      role="grid"
      tabIndex={0}
      aria-label={t('cases:list.table')}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      aria-busy={props.loading}
      {...(at < 0 ? {} : { 'aria-activedescendant': `case-${selected}` })}
      onScroll={onScroll}
      onKeyDown={move}
      onFocus={(event) => {
        if (event.target === box.current && at < 0 && rows.length > 0) select(0)
      }}
    >
      {narrow ? null : (
        <div className="fs-case-head" role="row">
          {COLUMNS.map((column) => (
            <HeadCell key={column} column={column} sort={props.sort} />
          ))}
        </div>
      )}
      <div role="rowgroup" style={{ paddingTop: first * rowHeight, paddingBottom: (rows.length - last) * rowHeight }}>
        {rows.slice(first, last).map((row, index) => (
          <div
            key={row.id}
            id={`case-${row.id}`}
            role="row"
            aria-rowindex={first + index + 2}
            aria-selected={row.id === selected}
            className={narrow ? 'fs-case-row fs-case-row-card' : 'fs-case-row'}
            style={{ height: rowHeight }}
            onClick={() => onOpen(row.id)}
          >
            {narrow ? (
              <Card row={row} />
            ) : (
              COLUMNS.map((column) => (
                <div key={column} role="gridcell" className={TEXTS.includes(column) ? 'fs-case-text' : ''}>
                  <Cell row={row} column={column} />
                </div>
              ))
            )}
          </div>
        ))}
      </div>
      {props.loading || props.loadingMore ? (
        <div className="fs-case-more">
          <Spin size="small" />
        </div>
      ) : null}
    </div>
  )
}
