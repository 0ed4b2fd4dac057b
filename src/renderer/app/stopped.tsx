/** The dialog over everything while the core is gone, with what it is made of. */
import type { ReactNode } from 'react'
import { CoreStopped } from '../ui/core-stopped.tsx'
import { Dressed } from './dressed.tsx'

export function Stopped(): ReactNode {
  return (
    <Dressed>
      <CoreStopped />
    </Dressed>
  )
}
