/** Every cell of state × action × role, against a table written by hand in another shape than the machine's own. */
import { describe, expect, it } from 'vitest'
import { apply, applyTransfer, permitted, type CaseSource } from '../../../src/shared/cases/state-machine.ts'
import {
  CASE_ACTIONS,
  CASE_CONDITIONS,
  CASE_STATES,
  RELATIONS,
  UNREGISTERED,
  type CaseCondition,
} from '../../../src/shared/cases/state-machine-terms.ts'
import {
  TRANSFER_ACTIONS,
  TRANSFER_CONDITIONS,
  TRANSFER_STATES,
  type TransferCondition,
  type TransferState,
} from '../../../src/shared/cases/state-machine-transfer.ts'
import { ROLES, type Role } from '../../../src/shared/people/roles.ts'

/** H handler, R reviewer, D head of review, A agency head, S supervisor, M administrator. */
const LETTERS: Record<Role, string> = {
  handler: 'H',
  reviewer: 'R',
  head: 'D',
  agencyHead: 'A',
  supervisor: 'S',
  admin: 'M',
}

/** From each state: `action roles next`. What is not listed is refused. */
const CASE_CELLS: Record<CaseSource, string> = {
  unregistered: 'register HRD received',
  received: 'returnForSupplement RD returned; accept RD accepted; withdraw HD withdrawn',
  returned: 'resubmit HRD received; withdraw HD withdrawn',
  accepted: 'assign D assigned; assignManually D assigned; assignSameReviewer D assigned; withdraw HD withdrawn',
  assigned: 'startReview R underReview; reassign D assigned; withdraw HD withdrawn',
  underReview: 'submitDraft R drafted; askSupplement RD supplementing; reassign D assigned; withdraw HD withdrawn',
  supplementing: 'takeSupplement HRD underReview; endSupplement RD underReview; reassign D supplementing; withdraw HD withdrawn',
  drafted:
    'approve D approved; sendBack D underReview; recall RD underReview; reassign D assigned; withdraw HD withdrawn',
  approved: 'sign R approved; issue D issued; recall RD underReview; withdraw HD withdrawn',
  issued: 'adopt HRD adopted; object HRD objected; resubmitAfterCorrection HRD received; withdraw HD withdrawn',
  adopted: 'decide HDA decided; drop HDA dropped; resubmitAfterCorrection HRD received; withdraw HD withdrawn',
  objected: 'reReview RD underReview; coordinate HDA coordination; withdraw HD withdrawn',
  coordination: 'upholdOpinion A adopted; orderClosingRound A underReview; withdraw HD withdrawn',
  decided: 'disclose HRD disclosed',
  dropped: 'archive HRD archived',
  disclosed: 'archive HRD archived',
  archived: '',
  withdrawn: '',
}

const TRANSFER_CELLS: Record<TransferState, string> = {
  none: 'raiseSuspicion HRDA suspected',
  suspected: 'clearSuspicion DA cleared; nameTeam HDA suspected; reportTransfer HRD reported',
  cleared: 'raiseAgain HRDA suspected',
  reported: 'nameTeam HDA reported; approveTransfer A approved; refuseTransfer A notApproved',
  notApproved: 'raiseAgain HRDA suspected',
  approved: 'nameTeam HDA approved; deliver HRD delivered',
  delivered: 'nameTeam HDA delivered; recordForwarding HRD delivered; recordReceipt HRD acceptedByPolice',
  acceptedByPolice:
    'recordSupplementNotice HRD supplementAsked; recordFiling HRD filed; recordNonFiling HRD notFiled; requestSupervision HRD supervisionRequested',
  supplementAsked: 'supplyPapers HRD acceptedByPolice; recordFiling HRD filed; recordNonFiling HRD notFiled',
  filed: 'handOver HRD handedOver; recordJudgment HRD judged; resume HRD resumed',
  notFiled:
    'requestReconsideration HRD reconsideration; requestSupervision HRD supervisionRequested; resume HRD resumed',
  reconsideration: 'recordFiling HRD filed; recordUpheld HRD upheld; requestSupervision HRD supervisionRequested',
  upheld: 'requestSupervision HRD supervisionRequested; resume HRD resumed',
  supervisionRequested: 'recordFiling HRD filed; resume HRD resumed',
  handedOver: 'recordJudgment HRD judged; resume HRD resumed',
  judged: 'resume HRD resumed',
  resumed: 'raiseAgain HRDA suspected',
}

function expectedCells(row: string): Map<string, { roles: string; next: string }> {
  const cells = row.split('; ').filter((cell) => cell !== '')
  return new Map(
    cells.map((cell) => {
      const [action = '', roles = '', next = ''] = cell.split(' ')
      return [action, { roles, next }]
    }),
  )
}

const ALL_CONDITIONS = new Set(Object.keys(CASE_CONDITIONS) as CaseCondition[])
const ALL_TRANSFER_CONDITIONS = new Set(Object.keys(TRANSFER_CONDITIONS) as TransferCondition[])

describe('every cell of the case machine', () => {
  for (const state of [UNREGISTERED, ...CASE_STATES] as const) {
    const cells = expectedCells(CASE_CELLS[state])
    for (const role of ROLES) {
      it(`${state}: a ${role} may do exactly what the table says`, () => {
        const actor = { roles: [role], relations: RELATIONS }
        const seen = CASE_ACTIONS.map((action) => {
          const outcome = apply(state, action, actor, ALL_CONDITIONS)
          return `${action} ${outcome.ok ? outcome.next : outcome.refusal.kind}`
        })
        const wanted = CASE_ACTIONS.map((action) => {
          const cell = cells.get(action)
          if (cell === undefined) return `${action} state`
          return `${action} ${cell.roles.includes(LETTERS[role]) ? cell.next : 'role'}`
        })
        expect(seen).toEqual(wanted)
        const allowed = permitted(state, actor, ALL_CONDITIONS).filter((verdict) => verdict.allowed)
        expect(allowed.map(({ action }) => action).sort()).toEqual(
          [...cells].filter(([, { roles }]) => roles.includes(LETTERS[role])).map(([action]) => action).sort(),
        )
      })
    }
  }
})

describe('every cell of the transfer track', () => {
  for (const state of TRANSFER_STATES) {
    const cells = expectedCells(TRANSFER_CELLS[state])
    for (const role of ROLES) {
      it(`${state}: a ${role} may do exactly what the table says`, () => {
        const actor = { roles: [role], relations: RELATIONS }
        const seen = TRANSFER_ACTIONS.map((action) => {
          const outcome = applyTransfer(state, action, actor, ALL_TRANSFER_CONDITIONS)
          return `${action} ${outcome.ok ? outcome.next : outcome.refusal.kind}`
        })
        const wanted = TRANSFER_ACTIONS.map((action) => {
          const cell = cells.get(action)
          if (cell === undefined) return `${action} state`
          return `${action} ${cell.roles.includes(LETTERS[role]) ? cell.next : 'role'}`
        })
        expect(seen).toEqual(wanted)
      })
    }
  }
})
