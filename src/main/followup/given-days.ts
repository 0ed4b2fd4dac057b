/** Days that a person gives for what has happened: not in the future, and not before what it follows. */
import { FashenError } from '../../shared/errors/errors.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import type { CallContext } from '../core/handler.ts'

export interface GivenDay {
  readonly method: string
  readonly field: string
  readonly day: IsoDate
  /** The earliest day it can be; null: any. */
  readonly from: IsoDate | null
  /** Code of the problem when it is earlier. */
  readonly early: 'before-the-opinion' | 'before-the-objection' | 'before-the-talk' | 'before-the-suspension' | 'before-the-end' | 'before-the-decision' | 'before-the-change'
}

/** Throws `invalid-input`. */
export function requireDay(context: Pick<CallContext, 'today'>, { method, field, day, from, early }: GivenDay): void {
  if (day > context.today()) throw new FashenError('invalid-input', { method, field, problem: 'in-the-future' })
  if (from !== null && day < from) throw new FashenError('invalid-input', { method, field, problem: early })
}
