/**
 * What people do beside the track of a case, and what the record says of it beforehand: that nothing stands against it, or
 * with which codes it is refused.
 */
import type { MethodInput, MethodName } from '../../src/shared/contract/contract.ts'
import { civilDayOf } from '../../src/shared/deadlines/civil-time.ts'
import { isoInstant, type IsoDate } from '../../src/shared/values/values.ts'
import type { Doing } from './acts.ts'
import type { Answer } from './history-station.ts'

export interface Plan {
  /** Codes of which one must come; empty: it is done. */
  readonly refusals: readonly string[]
  /** Names of the entry that it leaves in the chain, one of them. */
  readonly audit: readonly string[]
  readonly call: () => Promise<Answer<never>>
  /** What must hold of the answer; throws. */
  readonly holds?: (value: never) => void
}

/** Null: there is nothing that it could be done to. The same `doing` gives the same plan: chance is drawn from its seed. */
export type FurtherAct = (doing: Doing) => Plan | null | Promise<Plan | null>

export const REASON = '随机历史：写明的理由。'
export const NOBODYS_ID = '0190a000-0000-7000-8000-000000000000'

export const todayAt = ({ the }: Pick<Doing, 'the'>): IsoDate => civilDayOf(isoInstant(the.now()))

export const asked = <Name extends MethodName>({ the, login }: Doing, name: Name, input: MethodInput<Name>): (() => Promise<Answer<never>>) =>
  () => the.ask(login, name, input) as Promise<Answer<never>>

/** The codes of what does not hold. */
export const codes = (...conditions: readonly (readonly [wrong: boolean, code: string])[]): string[] => conditions.flatMap(([wrong, code]) => (wrong ? [code] : []))
