/** The set-up of a station, with what it is made of. */
import type { ReactNode } from 'react'
import type { StationStatus } from '../../shared/station/contract.ts'
import { SetUpWizard } from '../station/set-up-wizard.tsx'
import { Dressed } from './dressed.tsx'

export function FirstSetUp({ status }: { status: StationStatus }): ReactNode {
  return (
    <Dressed>
      <SetUpWizard status={status} />
    </Dressed>
  )
}
