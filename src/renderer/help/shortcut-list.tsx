/** The keys at a glance. */
import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { SHORTCUTS, type ShortcutGroup } from './shortcuts.ts'

function Keys({ group }: { group: ShortcutGroup }): ReactNode {
  const { t, pick } = useLanguage()
  return (
    <dl className="fs-keys">
      {group.keys.map(({ keys, what }) => (
        <div key={keys.join(' ')}>
          <dt>{keys.map((one) => (one === '…' ? <span key={one}>…</span> : <kbd key={one}>{one}</kbd>))}</dt>
          <dd>{typeof what === 'string' ? t(what) : pick(what)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The groups with these titles, without them: for a page that speaks of one screen. */
export function ShortcutGroups({ titles }: { titles: readonly ShortcutGroup['title'][] }): ReactNode {
  return SHORTCUTS.filter((group) => titles.includes(group.title)).map((group) => <Keys key={group.title} group={group} />)
}

export function ShortcutTables(): ReactNode {
  const { t } = useLanguage()
  return (
    <div className="fs-columns">
      {SHORTCUTS.map((group) => (
        <section key={group.title}>
          <h3>{t(group.title)}</h3>
          <Keys group={group} />
        </section>
      ))}
      <div className="fs-soft">{t('help:shortcutsHint')}</div>
    </div>
  )
}

export function ShortcutList({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  return (
    <Modal open={open} title={t('help:shortcuts')} onCancel={onClose} footer={null} width="58rem" destroyOnHidden>
      <ShortcutTables />
    </Modal>
  )
}
