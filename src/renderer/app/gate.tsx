/** What a person meets first: set-up, the key, the sign-in, and then the screens. */
import { Spin } from 'antd'
import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { PersonProvider } from '../session/session.tsx'
import { SignIn } from '../session/sign-in.tsx'
import { Unlock } from '../station/unlock.tsx'
import { useRead } from '../transport/calls.ts'
import { signalUsable } from '../transport/connect.ts'
import { DraftProvider } from '../ui/draft.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Frame } from './frame.tsx'
import { Screens } from './screens.tsx'

const SetUpWizard = lazy(() =>
  import('../station/set-up-wizard.tsx').then((module) => ({ default: module.SetUpWizard })),
)

let usable = false

/** Tells the shell once that a person can work now. */
function Usable({ children }: { children: ReactNode }): ReactNode {
  useEffect(() => {
    if (usable) return
    usable = true
    signalUsable()
  }, [])
  return children
}

export function Waiting(): ReactNode {
  const { t } = useLanguage()
  return (
    <div className="fs-waiting" role="status">
      <Spin description={t('app:starting')} size="large">
        <div className="fs-waiting-room" />
      </Spin>
    </div>
  )
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }): ReactNode {
  const { t } = useLanguage()
  return (
    <div className="fs-door">
      <main className="fs-door-card">
        <h1>{t('app:cannotStart')}</h1>
        <ErrorNotice error={error} onRetry={onRetry} />
      </main>
    </div>
  )
}

export function Gate(): ReactNode {
  const status = useRead('station.status', {})
  const session = useRead('session.current', {}, { enabled: status.data?.phase === 'open' })
  if (status.data === undefined) {
    return status.error === null ? <Waiting /> : <Failed error={status.error} onRetry={() => void status.refetch()} />
  }
  if (status.data.phase === 'absent') {
    return (
      <Suspense fallback={<Waiting />}>
        <Usable>
          <SetUpWizard status={status.data} />
        </Usable>
      </Suspense>
    )
  }
  if (status.data.phase === 'closed') {
    return (
      <Usable>
        <Unlock status={status.data} />
      </Usable>
    )
  }
  if (session.data === undefined) {
    return session.error === null ? (
      <Waiting />
    ) : (
      <Failed error={session.error} onRetry={() => void session.refetch()} />
    )
  }
  if (session.data === null) {
    return (
      <Usable>
        <SignIn status={status.data} />
      </Usable>
    )
  }
  return (
    <PersonProvider person={session.data}>
      <DraftProvider personId={session.data.id}>
        <Usable>
          <Frame status={status.data}>
            <Screens />
          </Frame>
        </Usable>
      </DraftProvider>
    </PersonProvider>
  )
}
