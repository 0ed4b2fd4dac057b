/** How a person stands to a case, read from the tables: what the acts of a history may expect, apart from what the core says. */
import type { CaseState } from '../../src/shared/cases/state-machine-terms.ts'
import type { Role } from '../../src/shared/people/roles.ts'
import type { CaseId } from '../../src/shared/values/values.ts'
import type { Acting, HistoryStation } from './history-station.ts'

export interface Standing {
  readonly state: CaseState
  readonly round: number
  /** Whether the person has one of the roles. */
  is(...roles: readonly Role[]): boolean
  /** Named among its handlers (承办人). */
  readonly handler: boolean
  /** Its reviewer (审核人). */
  readonly reviewer: boolean
  /** Somebody reviews it. */
  readonly assigned: boolean
  /** 回避 */
  readonly recused: boolean
  /** 中止 */
  readonly suspended: boolean
}

export function standingOf({ reader, station, idOf }: HistoryStation, login: Acting, caseId: CaseId): Standing {
  const row = reader.get<{ state: CaseState; round: number; reviewer: string | null }>('SELECT state, round, reviewer_id AS reviewer FROM cases WHERE id = ?', caseId)
  if (row === undefined) throw new Error(`the case ${caseId} is gone`)
  const id = idOf(login)
  const has = (sql: string, ...values: string[]): boolean => reader.get(sql, caseId, ...values) !== undefined
  const { roles } = station.as(login).person
  return {
    state: row.state,
    round: row.round,
    is: (...wanted) => wanted.some((role) => roles.includes(role)),
    handler: has('SELECT 1 FROM case_handlers WHERE case_id = ? AND person_id = ?', id),
    reviewer: row.reviewer === id,
    assigned: row.reviewer !== null,
    recused: has('SELECT 1 FROM recusals WHERE case_id = ? AND person_id = ?', id),
    suspended: has('SELECT 1 FROM suspensions WHERE case_id = ? AND resumed_on IS NULL'),
  }
}

/** Who adds to the papers and clocks of a case: its handler, and of the review desk who is not kept out of it. */
export function addsTo({ is, handler, reviewer, recused, state }: Standing): boolean {
  if (handler) return true
  if (recused) return false
  const open = state === 'received' || state === 'returned' || state === 'accepted'
  return is('head') || (is('reviewer') && (open || reviewer))
}
