/** The keys at a glance. */
import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { SHORTCUTS } from './shortcuts.ts'

export function ShortcutTables(): ReactNode {
  const { t, pick } = useLanguage()
  return (
    <div className="fs-columns">
      {SHORTCUTS.map((group) => (
        <section key={group.title}>
          <h3>{t(group.title)}</h3>
          <dl className="fs-keys">
            {group.keys.map(({ keys, what }) => (
              <div key={keys.join(' ')}>
                <dt>{keys.map((one) => (one === '…' ? <span key={one}>…</span> : <kbd key={one}>{one}</kbd>))}</dt>
                <dd>{pick(what)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <div className="fs-soft">{t('help:shortcutsHint')}</div>
    </div>
  )
}

export function ShortcutList({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  return (
    <Modal open={open} title={t('help:shortcuts')} onCancel={onClose} footer={null} width="46rem" destroyOnHidden>
      <ShortcutTables />
    </Modal>
  )
}
