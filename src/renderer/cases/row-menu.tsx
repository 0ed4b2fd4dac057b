/** The menu of a row: by the right button of the mouse, and by the menu key for the row of the cursor. */
import { App, Dropdown } from 'antd'
import { useState, type MouseEvent, type ReactNode, type RefObject } from 'react'
import type { CaseRow } from '../../shared/cases/case.ts'
import { useLanguage } from '../language/language.ts'
import { useErrorToast } from '../ui/error-toast.ts'
import { asLines, toClipboard } from './case-lines.ts'
import type { Columns } from './columns.ts'
import { linkTo } from './row-link.ts'

interface RowMenuProps {
  readonly columns: Columns
  /** The table, which gets the focus back. */
  readonly box: RefObject<HTMLElement | null>
  readonly onOpen: (row: CaseRow) => void
  readonly onOpenBehind: (row: CaseRow) => void
}

interface Asked {
  readonly row: CaseRow
  readonly x: number
  readonly y: number
}

export interface RowMenu {
  /** Opens the menu of this row where the mouse is; below the row where a key asked for it. */
  readonly ask: (event: MouseEvent, row: CaseRow) => void
  readonly menu: ReactNode
}

function placeOf(event: MouseEvent, row: CaseRow): Asked {
  const byKey = event.button !== 2
  const drawn = byKey ? document.getElementById(`case-${row.id}`)?.getBoundingClientRect() : undefined
  return drawn === undefined ? { row, x: event.clientX, y: event.clientY } : { row, x: drawn.left + 48, y: drawn.bottom }
}

export function useRowMenu({ columns, box, onOpen, onOpenBehind }: RowMenuProps): RowMenu {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const toast = useErrorToast()
  const [asked, setAsked] = useState<Asked | null>(null)
  const copy = (text: string, said: string): void => {
    toClipboard(text).then(() => message.success(said), toast)
  }
  const acts: Readonly<Record<string, (row: CaseRow) => void>> = {
    open: onOpen,
    behind: onOpenBehind,
    copy: (row) => copy(asLines([row], columns.shown.map(({ column }) => column), pick), t('cases:ticked.copied', { count: 1 })),
    link: ({ id }) => copy(linkTo(id), t('cases:row.linkCopied')),
  }
  const items = [
    { key: 'open', label: t('cases:row.open'), extra: 'Enter' },
    { key: 'behind', label: t('cases:row.behind'), extra: 'Ctrl+Enter' },
    { key: 'line', type: 'divider' as const },
    { key: 'copy', label: t('cases:row.copy') },
    { key: 'link', label: t('cases:row.link') },
  ]
  const close = (): void => {
    setAsked(null)
    box.current?.focus({ preventScroll: true })
  }
  const menu =
    asked === null ? null : (
      <Dropdown
        key={`${asked.row.id} ${asked.x} ${asked.y}`}
        open
        autoFocus
        trigger={['contextMenu', 'click']}
        menu={{
          items,
          'aria-label': t('cases:row.menu', { title: asked.row.title }),
          onClick: ({ key }) => {
            close()
            acts[key]?.(asked.row)
          },
        }}
        onOpenChange={(open) => {
          if (!open) close()
        }}
      >
        <span tabIndex={-1} className="fs-row-menu-place" style={{ left: asked.x, top: asked.y }} />
      </Dropdown>
    )
  return {
    ask: (event, row) => {
      event.preventDefault()
      setAsked(placeOf(event, row))
    },
    menu,
  }
}
