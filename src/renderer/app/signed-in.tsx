/** Everything behind the sign-in. */
import type { ReactNode } from 'react'
import { Router } from 'wouter'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import type { StationStatus } from '../../shared/station/contract.ts'
import { PersonProvider } from '../session/session.tsx'
import { DraftProvider } from '../ui/draft.tsx'
import { useCaseLocation } from './case-location.ts'
import { Dressed } from './dressed.tsx'
import { Frame } from './frame.tsx'
import { Screens } from './screens.tsx'

export interface SignedInProps {
  readonly status: StationStatus
  readonly person: SignedInPerson
}

export function SignedIn({ status, person }: SignedInProps): ReactNode {
  const location = useCaseLocation()
  return (
    <Dressed>
      <Router hook={location}>
        <PersonProvider person={person}>
          <DraftProvider personId={person.id}>
            <Frame status={status}>
              <Screens />
            </Frame>
          </DraftProvider>
        </PersonProvider>
      </Router>
    </Dressed>
  )
}
