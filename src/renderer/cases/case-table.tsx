/**
 * The rows of the list. Only those on screen are in the page, so that a hundred thousand scroll like ten, and the scroll
 * bar spans all of them. The keyboard stays on the table: arrow keys move the row cursor, Enter opens, Space ticks.
 */
import { Checkbox, Spin } from 'antd'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import type { CaseRow } from '../../shared/cases/case.ts'
import { useAppearance } from '../app/appearance.ts'
import { useLanguage } from '../language/language.ts'
import { steppedTo, useRowList, WaitingRow } from '../ui/row-list.tsx'
import { isComposingKey } from '../ui/text-field.tsx'
import { Card, Cell, TEXTS } from './case-cell.tsx'
import { CaseHead } from './case-head.tsx'
import type { CasePages } from './case-pages.ts'
import { gridOf, type Columns } from './columns.ts'
import { listView, type ListView } from './list-view.ts'
import { useRowMenu } from './row-menu.tsx'
import { ALL_TICKED, countTicked, isTicked, NOTHING_TICKED, toggled, withTicked } from './ticked.ts'

const ROW_REM = 3.2
const CARD_REM = 6.4
const HEAD_REM = 2.6
/** Rows drawn above and below those on screen. */
const SPARE = 8

export interface CaseTableProps {
  readonly pages: CasePages
  readonly view: ListView
  readonly columns: Columns
  readonly onOpen: (row: CaseRow) => void
  readonly onOpenBehind: (row: CaseRow) => void
}

interface RowProps extends Pick<CaseTableProps, 'pages' | 'view' | 'columns'> {
  readonly index: number
  readonly top: number
  readonly height: number
  readonly template: string
  readonly least: number
  readonly narrow: boolean
  readonly onPress: (event: MouseEvent, row: CaseRow, index: number) => void
  readonly onMenu: (event: MouseEvent, row: CaseRow, index: number) => void
}

function TableRow({ pages, view, columns, index, top, height, template, least, narrow, onPress, onMenu }: RowProps): ReactNode {
  const { t } = useLanguage()
  const row = pages.rowAt(index)
  const style = {
    height,
    transform: `translateY(${top}px)`,
    gridTemplateColumns: narrow ? '2.4rem minmax(0, 1fr)' : template,
    minWidth: narrow ? undefined : `${least + 0.8}rem`,
  }
  if (row === undefined) return <WaitingRow index={index} style={style} />
  const ticked = isTicked(view.ticked, row.id)
  const hit = pages.hitOf(row.id)
  return (
    <div
      id={`case-${row.id}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={ticked}
      data-here={index === view.at}
      className={narrow ? 'fs-case-row fs-case-row-card' : hit === undefined ? 'fs-case-row' : 'fs-case-row fs-case-row-hit'}
      style={style}
      onClick={(event) => onPress(event, row, index)}
      onAuxClick={(event) => onPress(event, row, index)}
      onContextMenu={(event) => onMenu(event, row, index)}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        className="fs-case-tick"
        onClick={(event) => {
          event.stopPropagation()
          listView.select(row.id, index)
          listView.tick(toggled(view.ticked, row.id))
        }}
      >
        <input type="checkbox" tabIndex={-1} readOnly checked={ticked} aria-label={t('cases:list.tick', { title: row.title })} />
      </div>
      {narrow ? (
        <Card row={row} hit={hit} />
      ) : (
        columns.shown.map(({ column }, place) => (
          <div key={column} role="gridcell" aria-colindex={place + 2} className={TEXTS.includes(column) ? 'fs-case-text' : ''}>
            <Cell row={row} column={column} hit={hit} />
          </div>
        ))
      )}
    </div>
  )
}

export function CaseTable(props: CaseTableProps): ReactNode {
  const { pages, view, columns, onOpen, onOpenBehind } = props
  const { t, language } = useLanguage()
  const { narrow, textSize } = useAppearance()
  const root = (14 * textSize) / 100
  const rowHeight = (narrow ? CARD_REM : ROW_REM) * root
  const headHeight = narrow ? 0 : HEAD_REM * root
  const count = pages.count ?? 0
  const asked = `${JSON.stringify(view.filter)} ${JSON.stringify(view.sort)}`
  const { box, rows, items, first } = useRowList({ pages, asked, at: view.at, rowHeight, headHeight, spare: SPARE })
  const { template, least } = gridOf(columns.shown, language === 'en')
  const goTo = (index: number, extending = false): void => {
    const at = Math.max(0, Math.min(count - 1, index))
    const from = pages.rowAt(view.at)
    const to = pages.rowAt(at)
    listView.select(to?.id ?? null, at)
    if (extending) listView.tick(withTicked(view.ticked, [from, to].flatMap((row) => (row === undefined ? [] : [row.id]))))
    rows.scrollToIndex(at)
  }
  const here = pages.rowAt(view.at)
  const rowsInView = (): number => ((box.current?.clientHeight ?? 0) - headHeight) / rowHeight
  const move = (event: KeyboardEvent): void => {
    if (isComposingKey(event) || event.target !== box.current) return
    const mod = event.ctrlKey || event.metaKey
    const to = event.altKey || (mod && !['Home', 'End'].includes(event.key)) ? undefined : steppedTo(event, view.at, count, rowsInView())
    if (to !== undefined) goTo(to, event.shiftKey && event.key.startsWith('Arrow'))
    else if (event.key.toLowerCase() === 'a' && mod) listView.tick(ALL_TICKED)
    else if (event.key === 'Escape' && countTicked(view.ticked, count) > 0) listView.tick(NOTHING_TICKED)
    else if (event.key === ' ' && here !== undefined) listView.tick(toggled(view.ticked, here.id))
    else if (event.key === 'Enter' && here !== undefined) (mod ? onOpenBehind : onOpen)(here)
    else return
    event.preventDefault()
  }
  const press = (event: MouseEvent, row: CaseRow, index: number): void => {
    if (event.button === 2) return
    const between = event.shiftKey && view.at >= 0
    const middle = event.button === 1
    if (between) {
      const [from, to] = [Math.min(view.at, index), Math.max(view.at, index)]
      const ids = Array.from({ length: to - from + 1 }, (_, at) => pages.rowAt(from + at)?.id).filter((id) => id !== undefined)
      listView.tick(withTicked(view.ticked, ids))
    } else if (event.ctrlKey || event.metaKey) listView.tick(toggled(view.ticked, row.id))
    listView.select(row.id, index)
    if (middle) onOpenBehind(row)
    else if (!between && !event.ctrlKey && !event.metaKey) onOpen(row)
  }
  const { ask, menu } = useRowMenu({ columns, box, onOpen, onOpenBehind })
  const showMenu = (event: MouseEvent, row: CaseRow, index: number): void => {
    listView.select(row.id, index)
    ask(event, row)
  }
  const chosen = countTicked(view.ticked, count)
  const tick = (
    <Checkbox
      aria-label={t('cases:list.tickAll')}
      checked={count > 0 && chosen === count}
      indeterminate={chosen > 0 && chosen < count}
      onChange={(event) => listView.tick(event.target.checked ? ALL_TICKED : NOTHING_TICKED)}
    />
  )
  return (
    <div
      ref={box}
      className="fs-case-table"
      role="grid"
      tabIndex={0}
      aria-label={t('cases:list.table')}
      aria-rowcount={pages.atLeast ? -1 : count + 1}
      aria-colcount={columns.shown.length + 1}
      aria-multiselectable
      aria-busy={pages.loading}
      data-stale={pages.stale}
      {...(here === undefined ? {} : { 'aria-activedescendant': `case-${here.id}` })}
      onKeyDown={move}
      onContextMenu={(event) => {
        // the menu key is pressed on the table, not on a row
        if (event.target === box.current && event.button !== 2 && here !== undefined) ask(event, here)
      }}
      onFocus={(event) => {
        if (event.target === box.current && view.at < 0 && count > 0) goTo(first)
      }}
    >
      {narrow ? null : <CaseHead columns={columns} sort={view.sort} tick={tick} template={template} least={least} />}
      <div role="rowgroup" className="fs-case-rows" style={{ height: rows.getTotalSize(), minWidth: narrow ? undefined : `${least + 0.8}rem` }}>
        {items.map(({ index, key, start }) => (
          <TableRow
            key={key}
            {...{ pages, view, columns, index, template, least, narrow }}
            top={start - headHeight}
            height={rowHeight}
            onPress={press}
            onMenu={showMenu}
          />
        ))}
      </div>
      {menu}
      {pages.count === undefined ? (
        <div className="fs-case-more">
          <Spin size="small" />
        </div>
      ) : null}
    </div>
  )
}
