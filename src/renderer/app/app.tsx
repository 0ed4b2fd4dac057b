/** The whole window: what holds for every screen, and which screen comes when. */
import { Suspense, type ReactNode } from 'react'
import type { StationStatus } from '../../shared/station/contract.ts'
import { TransportProvider, useTransportState } from '../transport/calls.ts'
import type { Transport } from '../transport/transport.ts'
import { ScreenBoundary } from '../ui/error-notice.tsx'
import { AppearanceProvider } from './appearance.ts'
import { Gate } from './gate.tsx'
import { CoreStopped } from './later-screens.ts'

/** Beside the screens, which stay as they are behind it. */
function Stopped(): ReactNode {
  const { stopped } = useTransportState()
  return stopped ? (
    <Suspense>
      <CoreStopped />
    </Suspense>
  ) : null
}

export interface FashenAppProps {
  readonly transport: Transport
  /** As far as it is known already, so that the first thing drawn is the first screen. */
  readonly status: StationStatus | undefined
}

export function FashenApp({ transport, status }: FashenAppProps): ReactNode {
  return (
    <TransportProvider transport={transport} status={status}>
      <AppearanceProvider>
        <ScreenBoundary>
          <Gate />
        </ScreenBoundary>
        <ScreenBoundary>
          <Stopped />
        </ScreenBoundary>
      </AppearanceProvider>
    </TransportProvider>
  )
}
