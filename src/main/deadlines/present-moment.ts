/** The moment by which clocks are judged. A computer whose clock was set back must not win anybody time. */
import type { ClockBehind } from '../../shared/deadlines/contract.ts'
import type { IsoInstant } from '../../shared/values/values.ts'
import type { Workbench } from '../core/handler.ts'

/** So much may two clocks differ without anything being wrong. */
export const TOLERANCE = 60_000

export interface PresentMoment {
  readonly asOf: IsoInstant
  readonly behind: ClockBehind | null
}

/** Now, or the moment of the last entry of the audit chain where the computer's clock stands before it. */
export function presentMoment({ reader, instant }: Pick<Workbench, 'reader' | 'instant'>): PresentMoment {
  const computer = instant()
  const lastEntry = reader.get<{ at: IsoInstant }>('SELECT at FROM audit ORDER BY seq DESC LIMIT 1')?.at
  if (lastEntry === undefined || Date.parse(lastEntry) - Date.parse(computer) <= TOLERANCE) return { asOf: computer, behind: null }
  return { asOf: lastEntry, behind: { computer, lastEntry } }
}
