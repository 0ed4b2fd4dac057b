/** Days that a person gives for what has happened: not in the future, and not before what it follows. */
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { IsoDate, IsoInstant } from '../../shared/values/values.ts'
import type { CallContext } from '../core/handler.ts'
import { presentMoment, TOLERANCE } from '../deadlines/present-moment.ts'

export interface GivenDay {
  readonly method: string
  readonly field: string
  readonly day: IsoDate
  /** The earliest day it can be; null: any. */
  readonly from: IsoDate | null
  /** Code of the problem when it is earlier. */
  readonly early: 'before-the-opinion' | 'before-the-objection' | 'before-the-talk' | 'before-the-suspension' | 'before-the-end' | 'before-the-decision' | 'before-the-change' | 'before-the-notice' | 'before-the-filing'
}

type Clock = Pick<CallContext, 'reader' | 'instant'>

/**
 * The latest day on which something can have happened: today, by the station's clock, which a computer that was set back
 * does not turn back, and as far ahead as two clocks may differ.
 */
function latestDay(context: Clock): IsoDate {
  return civilDayOf(new Date(Date.parse(presentMoment(context).asOf) + TOLERANCE).toISOString() as IsoInstant)
}

/**
 * Days on which something is said to have happened, by the path of their field; null: nothing is said. Nothing is written
 * of what has not happened yet. Throws `invalid-input`.
 */
export function requireHappened(context: Clock, method: string, days: Readonly<Record<string, IsoDate | null>>): void {
  const latest = latestDay(context)
  const early = Object.entries(days).find(([, day]) => day !== null && day > latest)
  if (early !== undefined) throw new FashenError('invalid-input', { method, field: early[0], problem: 'in-the-future' })
}

/** Throws `invalid-input`. */
export function requireDay(context: Clock, { method, field, day, from, early }: GivenDay): void {
  requireHappened(context, method, { [field]: day })
  if (from !== null && day < from) throw new FashenError('invalid-input', { method, field, problem: early })
}
