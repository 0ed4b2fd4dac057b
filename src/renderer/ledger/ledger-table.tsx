/**
 * The rows of the ledger, every column beside the other. Only those on screen are in the page, so that a hundred thousand
 * scroll like ten. The keyboard stays on the table: arrow keys move the row cursor, Enter opens, F2 changes the remark.
 */
import { Spin } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'
import { LEDGER_COLUMNS, LEDGER_COLUMN_LABELS, LEDGER_FORMATS, type LedgerColumn } from '../../shared/ledger/ledger-columns.ts'
import { useAppearance } from '../app/appearance.ts'
import { useLanguage } from '../language/language.ts'
import { AmountText } from '../ui/amount-text.tsx'
import { Mark, RedMark } from '../ui/state-tag.tsx'
import { steppedTo, useRowList, WaitingRow } from '../ui/row-list.tsx'
import { isComposingKey } from '../ui/text-field.tsx'
import type { LedgerPages, ShownEntry } from './ledger-pages.ts'
import { ledgerView, type LedgerView } from './ledger-view.ts'
import '../cases/cases.css'

const ROW_REM = 3.4
const HEAD_REM = 3
/** Rows drawn above and below those on screen. */
const SPARE = 6
/** In rem. */
const USUAL_WIDTH = 8
const WIDTHS: Partial<Record<LedgerColumn, number>> = {
  serial: 7, round: 5.2, received: 7.2, unit: 9, caseNumber: 12, title: 18, party: 12, kinds: 9.6, trigger: 13, amount: 8.5, handler: 7.5, reviewer: 6.5, due: 7.2, extension: 11, opinionDate: 8.2,
  opinionType: 10, defects: 7.5, decision: 14, published: 7.2, remedy: 15, transfer: 9, archived: 7.2, remark: 16,
}
const widthOf = (column: LedgerColumn): number => WIDTHS[column] ?? USUAL_WIDTH
const TEMPLATE = LEDGER_COLUMNS.map((column) => `${widthOf(column)}rem`).join(' ')
const LEAST = LEDGER_COLUMNS.reduce((sum, column) => sum + widthOf(column), 0.8)
const SHORT: ReadonlySet<LedgerColumn> = new Set(['serial', 'round', 'received', 'amount', 'due', 'opinionDate', 'published', 'archived'])

export interface LedgerTableProps {
  readonly pages: LedgerPages
  readonly view: LedgerView
  readonly onOpen: (row: ShownEntry) => void
  /** Absent: the person may not. */
  readonly onRemark: ((row: ShownEntry) => void) | undefined
}

/** What stands in a cell, in a list or in a dialog. */
export function LedgerCellText({ row, column }: { readonly row: ShownEntry; readonly column: LedgerColumn }): ReactNode {
  const { t } = useLanguage()
  const cell = row.cells[column]
  if (column === 'serial' && row.imported !== null) {
    return (
      <>
        <Mark tone="plain">{t('ledger:imported')}</Mark> {cell}
      </>
    )
  }
  if (column === 'title' && row.red) {
    return (
      <>
        <RedMark /> {cell}
      </>
    )
  }
  if (cell === null) return null
  if (typeof cell === 'number') return LEDGER_FORMATS[column] === 'amount' ? <AmountText value={cell} /> : <span className="fs-figures">{cell}</span>
  return SHORT.has(column) ? <span className="fs-figures">{cell}</span> : cell
}

interface RowProps {
  readonly row: ShownEntry | undefined
  readonly index: number
  readonly here: boolean
  readonly top: number
  readonly height: number
  readonly onOpen: (row: ShownEntry) => void
  readonly onRemark: ((row: ShownEntry) => void) | undefined
}

function TableRow({ row, index, here, top, height, onOpen, onRemark }: RowProps): ReactNode {
  const { t } = useLanguage()
  const style = { height, transform: `translateY(${top}px)`, gridTemplateColumns: TEMPLATE, minWidth: `${LEAST}rem` }
  if (row === undefined) return <WaitingRow index={index} style={style} />
  return (
    <div
      id={`entry-${row.id}`}
      role="row"
      aria-rowindex={index + 2}
      data-here={here}
      className="fs-case-row"
      style={style}
      onClick={() => {
        ledgerView.select(index)
        onOpen(row)
      }}
    >
      {LEDGER_COLUMNS.map((column, at) => {
        const text = row.cells[column]
        const editable = column === 'remark' && onRemark !== undefined
        return (
          <div
            key={column}
            role="gridcell"
            aria-colindex={at + 1}
            className={`${SHORT.has(column) ? '' : 'fs-case-text'} ${editable ? 'ledger-remark' : ''}`}
            {...(typeof text === 'string' && !SHORT.has(column) ? { title: text } : {})}
            {...(editable
              ? {
                  title: `${t('ledger:remark.edit')}${text === null ? '' : ` · ${text}`}`,
                  onClick: (event) => {
                    event.stopPropagation()
                    ledgerView.select(index)
                    onRemark(row)
                  },
                }
              : {})}
          >
            <LedgerCellText row={row} column={column} />
          </div>
        )
      })}
    </div>
  )
}

export function LedgerTable({ pages, view, onOpen, onRemark }: LedgerTableProps): ReactNode {
  const { t, pick } = useLanguage()
  const { textSize } = useAppearance()
  const root = (14 * textSize) / 100
  const [rowHeight, headHeight] = [ROW_REM * root, HEAD_REM * root]
  const count = pages.count ?? 0
  const asked = `${JSON.stringify(view.filter)} ${view.descending}`
  const { box, rows, items, first } = useRowList({ pages, asked, at: view.at, rowHeight, headHeight, spare: SPARE })
  const goTo = (index: number): void => {
    const at = Math.max(0, Math.min(count - 1, index))
    ledgerView.select(at)
    rows.scrollToIndex(at)
  }
  const here = pages.rowAt(view.at)
  const rowsInView = (): number => ((box.current?.clientHeight ?? 0) - headHeight) / rowHeight
  const move = (event: KeyboardEvent): void => {
    if (isComposingKey(event) || event.target !== box.current || event.altKey) return
    const to = steppedTo(event, view.at, count, rowsInView())
    if (to !== undefined) goTo(to)
    else if (event.key === 'Enter' && here !== undefined) onOpen(here)
    else if (event.key === 'F2' && here !== undefined) onRemark?.(here)
    // the columns do not fit: the arrows to the side move them, as a browser does
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={box}
      className="fs-case-table ledger-table"
      role="grid"
      tabIndex={0}
      aria-label={t('ledger:table')}
      aria-rowcount={count + 1}
      aria-colcount={LEDGER_COLUMNS.length}
      aria-busy={pages.loading}
      data-stale={pages.stale}
      {...(here === undefined ? {} : { 'aria-activedescendant': `entry-${here.id}` })}
      onKeyDown={move}
      onFocus={(event) => {
        if (event.target === box.current && view.at < 0 && count > 0) goTo(first)
      }}
    >
      <div role="rowgroup" className="ledger-head">
        <div role="row" aria-rowindex={1} className="fs-case-head" style={{ gridTemplateColumns: TEMPLATE, minWidth: `${LEAST}rem`, height: headHeight }}>
          {LEDGER_COLUMNS.map((column, at) => (
            <div key={column} role="columnheader" aria-colindex={at + 1}>
              {pick(LEDGER_COLUMN_LABELS[column])}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="fs-case-rows" style={{ height: rows.getTotalSize(), minWidth: `${LEAST}rem` }}>
        {items.map(({ index, key, start }) => (
          <TableRow
            key={key}
            row={pages.rowAt(index)}
            index={index}
            here={index === view.at}
            top={start - headHeight}
            height={rowHeight}
            onOpen={onOpen}
            onRemark={onRemark}
          />
        ))}
      </div>
      {pages.count === undefined ? (
        <div className="fs-case-more">
          <Spin size="small" />
        </div>
      ) : null}
    </div>
  )
}
