/** How errors are shown: what happened, what was kept, what to do next. Never a code. */
import { Component, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { errorInWords } from './error-words.ts'
import { PlainButton } from './plain-button.tsx'

export interface ErrorNoticeProps {
  /** Anything that was thrown; nothing is shown for null and undefined. */
  readonly error: unknown
  /** Shown as a “try again” button. */
  readonly onRetry?: (() => void) | undefined
  readonly className?: string | undefined
}

interface NoticeProps {
  readonly what: string
  readonly next?: string | undefined
  readonly again: string
  readonly onRetry?: (() => void) | undefined
  readonly className?: string | undefined
}

/** Without the component library: it is also shown before that is loaded, and when it cannot be. */
function Notice({ what, next, again, onRetry, className }: NoticeProps): ReactNode {
  return (
    <div role="alert" className={`fs-error fs-notice ${className ?? ''}`}>
      <div className="fs-grow">
        <div className="fs-error-what">{what}</div>
        {next === undefined ? null : <div>{next}</div>}
      </div>
      {onRetry === undefined ? null : (
        <PlainButton small onClick={onRetry}>
          {again}
        </PlainButton>
      )}
    </div>
  )
}

export function ErrorNotice({ error, onRetry, className }: ErrorNoticeProps): ReactNode {
  const { language, t } = useLanguage()
  if (error === null || error === undefined) return null
  const { what, next } = errorInWords(error, language)
  return <Notice what={what} next={next} again={t('ui:retry')} onRetry={onRetry} className={className} />
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
    const { title, explain, retry, children } = this.props
    if (!this.state.failed) return children
    return <Notice what={title} next={explain} again={retry} onRetry={() => this.setState({ failed: false })} />
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
