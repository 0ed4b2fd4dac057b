/** What the window says when the core is gone. */
import { Alert, Button, Modal } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { useTransportState } from '../transport/calls.ts'

/** Over everything while the core is gone. The screens stay mounted behind it, so what was typed stays. */
export function CoreStopped(): ReactNode {
  const { stopped, reopen } = useTransportState()
  const { t } = useLanguage()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const tryAgain = (): void => {
    setBusy(true)
    setFailed(false)
    reopen()
      .catch(() => setFailed(true))
      .finally(() => setBusy(false))
  }
  useEffect(() => {
    if (stopped) setTimeout(() => button.current?.focus(), 50)
  }, [stopped])
  return (
    <Modal
      open={stopped}
      title={t('ui:stopped.title')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      zIndex={3000}
      width="34rem"
      footer={
        <Button ref={button} type="primary" loading={busy} onClick={tryAgain}>
          {busy ? t('ui:stopped.reopening') : t('ui:stopped.reopen')}
        </Button>
      }
    >
      <p>{t('ui:stopped.explain')}</p>
      {failed ? <Alert type="error" role="alert" showIcon title={t('ui:stopped.failed')} /> : null}
    </Modal>
  )
}
