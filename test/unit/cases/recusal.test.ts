/**
 * Who is recused from a case (回避, 行政处罚法 43) keeps out of it: no act of either table that judges it, decides on it or
 * publishes it is theirs, in any role, however they stand to the case otherwise.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, applyTransfer } from '../../../src/shared/cases/state-machine.ts'
import { CASE_CONDITIONS, RELATIONS, type CaseCondition, type Relation } from '../../../src/shared/cases/state-machine-terms.ts'
import { TRANSFER_CONDITIONS, TRANSFER_TRANSITIONS, type TransferCondition } from '../../../src/shared/cases/state-machine-transfer.ts'
import { CASE_TRANSITIONS } from '../../../src/shared/cases/state-machine-transitions.ts'
import { ROLES, type Role } from '../../../src/shared/people/roles.ts'

/** What a recused person may do all the same, in which role, and why that is no judgement of theirs. */
const EXCEPTIONS: Readonly<Record<string, { readonly roles: readonly Role[]; readonly because: string }>> = {
  register: { roles: ['handler', 'reviewer', 'head'], because: 'there is no case yet that anybody could be recused from' },
  resubmit: { roles: ['handler'], because: 'papers that were asked for are brought in; whether they suffice is judged by others' },
  takeSupplement: { roles: ['handler'], because: 'the same, in the middle of the review' },
  raiseSuspicion: { roles: ['handler', 'reviewer', 'head', 'agencyHead'], because: 'nobody who sees a crime may look away (行政处罚法 82, 刑法 402); others clear or report it' },
  raiseAgain: { roles: ['handler', 'reviewer', 'head', 'agencyHead'], because: 'the same, on new facts' },
}

const ALL = new Set(Object.keys(CASE_CONDITIONS) as CaseCondition[])
const ALL_TRANSFER = new Set(Object.keys(TRANSFER_CONDITIONS) as TransferCondition[])
const RECUSED: readonly Relation[] = RELATIONS.filter((relation) => relation !== 'notRecused')

const CASE_ROWS = CASE_TRANSITIONS.flatMap(({ action, from }) =>
  from.map((state) => ({ action, state, by: (roles: readonly Role[], relations: readonly Relation[]) => apply(state, action, { roles, relations }, ALL) })),
)
const TRANSFER_ROWS = TRANSFER_TRANSITIONS.flatMap(({ action, from }) =>
  from.map((state) => ({ action, state, by: (roles: readonly Role[], relations: readonly Relation[]) => applyTransfer(state, action, { roles, relations }, ALL_TRANSFER) })),
)
const ROWS = [...CASE_ROWS, ...TRANSFER_ROWS]

describe('who is recused', () => {
  it.each(ROWS.map((row) => [row.action, row.state, row] as const))('does not %s in state %s, but for the exceptions', (action, _, row) => {
    const excepted = EXCEPTIONS[action]?.roles ?? []
    for (const role of ROLES) {
      const { ok } = row.by([role], RECUSED)
      expect([role, ok]).toEqual([role, excepted.includes(role)])
    }
  })

  it('gains nothing by several roles, or by any other relation to the case', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROWS), fc.subarray([...ROLES]), fc.subarray([...RECUSED]), ({ action, by }, roles, relations) => {
        const excepted = EXCEPTIONS[action]?.roles ?? []
        if (by(roles, relations).ok) expect(roles.some((role) => excepted.includes(role))).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })

  it('is told that this is the reason', () => {
    for (const { action, by } of ROWS) {
      if (EXCEPTIONS[action] !== undefined) continue
      expect([action, by(ROLES, RECUSED)]).toEqual([action, { ok: false, refusal: { kind: 'relation', needs: ['notRecused'] } }])
    }
  })

  it('leaves nothing that nobody can do: somebody else has the same part', () => {
    for (const { action, by } of ROWS) expect([action, by(ROLES, RELATIONS).ok]).toEqual([action, true])
    // what is excepted is in the tables, and why is told
    const actions = new Set<string>(ROWS.map(({ action }) => action))
    for (const [action, { because }] of Object.entries(EXCEPTIONS)) expect([action, actions.has(action), because !== '']).toEqual([action, true, true])
  })
})
