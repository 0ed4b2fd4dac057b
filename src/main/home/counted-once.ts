/**
 * The counts behind one answer of Home, each made once. Figures and queues ask for the same states again and again, and
 * each asking meets every case in them: the states of a scope are counted together, and a filter adds up its own.
 */
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'
import type { Lights } from '../../shared/home/contract.ts'
import type { HomeFilter } from '../../shared/home/home-filter.ts'
import type { LightDays } from '../../shared/home/lights.ts'
import type { Reader } from '../store/database.ts'
import { countLights, countLightsByState } from './case-counts.ts'

const NOTHING: Lights = { count: 0, late: 0, near: 0 }

/** Whose cases, where a filter asks for whole states and nothing else of them; null where it asks for more. */
function scopeOf(filter: HomeFilter): HomeFilter | null {
  const { states = [], reviewerId, handlerId, ...more } = filter
  if (states.length === 0 || Object.values(more).some((value) => value !== undefined)) return null
  return { ...(reviewerId === undefined ? {} : { reviewerId }), ...(handlerId === undefined ? {} : { handlerId }) }
}

/** @param all what will be asked: the states of it are counted together */
export function countingOnce(reader: Reader, all: readonly HomeFilter[], days: LightDays): (filter: HomeFilter) => Lights {
  const statesOf = new Map<string, Set<CaseState>>()
  for (const filter of all) {
    const scope = scopeOf(filter)
    if (scope === null) continue
    const key = JSON.stringify(scope)
    statesOf.set(key, new Set([...(statesOf.get(key) ?? []), ...(filter.states ?? [])]))
  }
  const byState = new Map<string, ReadonlyMap<CaseState, Lights>>()
  const counted = new Map<string, Lights>()
  const whole = (scope: HomeFilter, states: readonly CaseState[]): Lights => {
    const key = JSON.stringify(scope)
    const lights = byState.get(key) ?? countLightsByState(reader, [...(statesOf.get(key) ?? states)], scope, days)
    byState.set(key, lights)
    return states.map((state) => lights.get(state) ?? NOTHING).reduce((sum, one) => ({ count: sum.count + one.count, late: sum.late + one.late, near: sum.near + one.near }), NOTHING)
  }
  return (filter) => {
    const key = JSON.stringify(filter)
    const scope = scopeOf(filter)
    const lights = counted.get(key) ?? (scope === null ? countLights(reader, filter, days) : whole(scope, filter.states ?? []))
    counted.set(key, lights)
    return lights
  }
}
