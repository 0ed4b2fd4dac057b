/** How errors are shown: what happened, what was kept, what to do next. Never a code. */
import { Alert, App, Button, Modal } from 'antd'
import { Component, useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { useTransportState } from '../transport/calls.ts'
import { errorInWords } from './error-words.ts'

export interface ErrorNoticeProps {
  /** Anything that was thrown; nothing is shown for null and undefined. */
  readonly error: unknown
  /** Shown as a “try again” button. */
  readonly onRetry?: (() => void) | undefined
  readonly className?: string | undefined
}

export function ErrorNotice({ error, onRetry, className }: ErrorNoticeProps): ReactNode {
  const { language, t } = useLanguage()
  if (error === null || error === undefined) return null
  const { what, next } = errorInWords(error, language)
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className={`fs-notice ${className ?? ''}`}
      title={what}
      description={next}
      action={
        onRetry === undefined ? undefined : (
          <Button size="small" onClick={onRetry}>
            {t('ui:retry')}
          </Button>
        )
      }
    />
  )
}

/** For errors of acts without a place of their own on the screen: `showError(error)`. */
export function useErrorToast(): (error: unknown) => void {
  const { notification } = App.useApp()
  const { language } = useLanguage()
  return useCallback(
    (error: unknown) => {
      const { what, next } = errorInWords(error, language)
      notification.error({ title: what, description: next, duration: 8, placement: 'bottomRight' })
    },
    [notification, language],
  )
}

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

interface BoundaryProps {
  readonly title: string
  readonly explain: string
  readonly retry: string
  readonly children: ReactNode
}

class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override componentDidCatch(error: Error): void {
    reportError(error)
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    const again = (
      <Button size="small" onClick={() => this.setState({ failed: false })}>
        {this.props.retry}
      </Button>
    )
    return (
      <Alert
        type="error"
        showIcon
        className="fs-notice"
        title={this.props.title}
        description={this.props.explain}
        action={again}
      />
    )
  }
}

/** Keeps a mistake in one screen from taking the window down. */
export function ScreenBoundary({ children }: { children: ReactNode }): ReactNode {
  const { t } = useLanguage()
  return (
    <Boundary title={t('ui:crashed.title')} explain={t('ui:crashed.explain')} retry={t('ui:retry')}>
      {children}
    </Boundary>
  )
}
