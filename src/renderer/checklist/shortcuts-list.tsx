/** Every key of the review, shown on `?`. */
import { Modal } from 'antd'
import { Fragment, useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { SHORTCUTS } from './review-keys.ts'

export function ShortcutsList({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const [made, setMade] = useState(open)
  if (open && !made) setMade(true)
  if (!made) return null
  return (
    <Modal open={open} title={t('checklist:shortcuts')} onCancel={onClose} footer={null} destroyOnHidden>
      <dl className="shortcuts">
        {SHORTCUTS.map(({ keys, text }) => (
          <Fragment key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`checklist:${text}`)}</dd>
          </Fragment>
        ))}
      </dl>
    </Modal>
  )
}
