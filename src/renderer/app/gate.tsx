/** What a person meets first: set-up, the key, the sign-in, and then the screens. */
import type { UseQueryResult } from '@tanstack/react-query'
import { Suspense, useEffect, useState, type ReactNode } from 'react'
import type { FashenError } from '../../shared/errors/errors.ts'
import type { StationStatus } from '../../shared/station/contract.ts'
import { useLanguage } from '../language/language.ts'
import { SignIn } from '../session/sign-in.tsx'
import { Unlock } from '../station/unlock.tsx'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { FirstSetUp, loadLaterScreens, SignedIn } from './later-screens.ts'
import { Usable } from './usable.tsx'

/** Milliseconds after which a person who still waits is about to be let in without typing. */
const LONG_WAIT = 500

function Waiting(): ReactNode {
  const { t } = useLanguage()
  useEffect(() => {
    const timer = setTimeout(loadLaterScreens, LONG_WAIT)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="fs-waiting" role="status">
      <span className="fs-turning" aria-hidden />
      {t('app:starting')}
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

/** Asks what came of the key chain's opening: the answer comes when the station is open or waits for its passphrase. */
function useOpened(status: UseQueryResult<StationStatus, FashenError>): boolean {
  const opening = status.data?.phase === 'opening'
  const { refetch } = status
  useEffect(() => {
    if (opening) void refetch()
  }, [opening, refetch])
  // what was typed meanwhile stays: the same door is shown until it is known who is signed in
  const [waited, setWaited] = useState(false)
  if (opening && !waited) setWaited(true)
  return waited
}

export function Gate(): ReactNode {
  const status = useRead('station.status', {})
  const waited = useOpened(status)
  const session = useRead('session.current', {}, { enabled: status.data?.phase === 'open' })
  if (status.data === undefined || (status.data.phase === 'opening' && status.error !== null)) {
    return status.error === null ? <Waiting /> : <Failed error={status.error} onRetry={() => void status.refetch()} />
  }
  if (status.data.phase === 'absent') {
    return (
      <Suspense fallback={<Waiting />}>
        <FirstSetUp status={status.data} />
        <Usable />
      </Suspense>
    )
  }
  if (status.data.phase === 'closed') return <Unlock status={status.data} />
  if (session.error !== null && session.data === undefined) {
    return <Failed error={session.error} onRetry={() => void session.refetch()} />
  }
  if (session.data === null || (session.data === undefined && waited)) return <SignIn status={status.data} />
  if (session.data === undefined) return <Waiting />
  return (
    <Suspense fallback={<Waiting />}>
      <SignedIn status={status.data} person={session.data} />
    </Suspense>
  )
}
