/** The menu of a document: by the right button of the mouse, by the menu key, and behind “…”. */
import { Dropdown, type MenuProps } from 'antd'
import { useMemo, type ReactNode, type RefObject } from 'react'
import { useLanguage } from '../../language/language.ts'
import type { CopyText } from './document-acts.ts'
import type { DocumentCommand } from './document-keys.ts'

interface MenuSource {
  readonly acts: Readonly<Record<DocumentCommand, (() => void) | undefined>>
  /** Null where the document has no pages of its own. */
  readonly page: number | null
  readonly copy: CopyText
  readonly onPin: (() => void) | undefined
  readonly save: () => void
}

export function useMenuItems({ acts, page, copy, onPin, save }: MenuSource): MenuProps {
  const { t } = useLanguage()
  const entries: readonly (readonly [key: string, label: string, act: (() => void) | undefined, hint?: string] | 'line')[] = [
    ['copySelection', t('materials:menu.copySelection'), copy.selection, 'Ctrl+C'],
    ['copyPage', t('materials:menu.copyPage'), page === null ? undefined : () => copy.text(page)],
    ['copyAll', t('materials:menu.copyAll'), () => copy.text(null)],
    'line',
    ['pin', t('materials:menu.pin'), onPin, 'P'],
    ['mark', t('materials:menu.mark'), acts.mark, 'M'],
    'line',
    ['beside', t('materials:menu.beside'), acts.beside, 'H'],
    ['turnLeft', t('materials:viewer.turnLeft'), acts.turnLeft, 'Shift+R'],
    ['find', t('materials:find.open'), acts.find, 'Ctrl+F'],
    ['findAll', t('materials:find.all'), acts.findAll, 'Ctrl+Shift+F'],
    'line',
    ['print', t('materials:menu.print'), acts.print, 'Ctrl+P'],
    ['save', t('materials:saveCopy'), save],
  ]
  const there = entries.filter((entry) => entry === 'line' || entry[2] !== undefined)
  return {
    className: 'evidence-menu',
    items: there.map((entry, index) =>
      entry === 'line' ? { key: `line-${index}`, type: 'divider' as const } : { key: entry[0], label: entry[1], extra: entry[3] },
    ),
    onClick: ({ key }) => {
      const entry = there.find((one) => one !== 'line' && one[0] === key)
      if (entry !== undefined && entry !== 'line') entry[2]?.()
    },
  }
}

interface DocumentMenuProps {
  readonly menu: MenuProps
  readonly frame: RefObject<HTMLDivElement | null>
  readonly children: ReactNode
}

export function DocumentMenu({ menu, frame, children }: DocumentMenuProps): ReactNode {
  const body = useMemo(() => <div className="evidence-frame" ref={frame}>{children}</div>, [children, frame])
  return (
    <Dropdown trigger={['contextMenu']} menu={menu}>
      {body}
    </Dropdown>
  )
}
