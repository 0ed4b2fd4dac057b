/** The stages of a transfer as they are drawn. */
import { describe, expect, it } from 'vitest'
import { drawnStages, STAGES } from '../../../src/renderer/transfer/track-stages.ts'
import { TRANSFER_ACTIONS, TRANSFER_STATES, type TransferAction, type TransferState } from '../../../src/shared/cases/state-machine-transfer.ts'
import type { ShownStep } from '../../../src/shared/transfer/contract.ts'
import type { IsoInstant, PersonId } from '../../../src/shared/values/values.ts'

const step = (seq: number, action: TransferAction): ShownStep => {
  const at = `2026-04-${String(seq).padStart(2, '0')}T01:00:00.000Z` as IsoInstant
  return { seq, action, from: 'none', to: 'none', happenedAt: at, recordedAt: at, byName: '田禾', content: { action: 'clearSuspicion', reason: '' } }
}
const TEAM = [{ id: 'a' as PersonId, name: '方正' }, { id: 'b' as PersonId, name: '林立' }]
const drawn = (state: TransferState, actions: readonly TransferAction[], team = TEAM) =>
  Object.fromEntries(drawnStages({ state, team, clocks: [], steps: actions.map((action, index) => step(index + 1, action)) }).map(({ stage, status }) => [stage, status]))

describe('the track', () => {
  it('is empty while nothing was raised', () => {
    expect(drawnStages({ state: 'none', team: [], clocks: [], steps: [] })).toEqual([])
  })

  it('asks for the team first, then for the report', () => {
    expect(drawn('suspected', ['raiseSuspicion'], [])).toMatchObject({ suspicion: 'done', team: 'current', report: 'open' })
    expect(drawn('suspected', ['raiseSuspicion', 'nameTeam'])).toMatchObject({ team: 'done', report: 'current', decision: 'open' })
  })

  it('marks what is under way in every state, and nothing where it is settled', () => {
    for (const state of TRANSFER_STATES) {
      if (state === 'none') continue
      const current = Object.values(drawn(state, ['raiseSuspicion'])).filter((status) => status === 'current')
      expect([state, current.length]).toEqual([state, ['cleared', 'notApproved', 'resumed'].includes(state) ? 0 : 1])
    }
  })

  it('does not need a remedy where the police filed, nor anything after it was cleared', () => {
    const way: TransferAction[] = ['raiseSuspicion', 'nameTeam', 'reportTransfer', 'approveTransfer', 'deliver', 'recordReceipt', 'recordFiling']
    expect(drawn('filed', way)).toMatchObject({ filing: 'done', remedy: 'skipped', handover: 'current', end: 'open' })
    expect(drawn('cleared', ['raiseSuspicion', 'clearSuspicion'])).toMatchObject({ suspicion: 'done', team: 'skipped', delivery: 'skipped', end: 'done' })
  })

  it('shows the suspicion that was raised last, not the steps of one before', () => {
    expect(drawn('suspected', ['raiseSuspicion', 'nameTeam', 'clearSuspicion', 'raiseAgain'], [])).toMatchObject({ suspicion: 'done', team: 'current', end: 'open' })
  })

  it('has a stage for every act', () => {
    for (const action of TRANSFER_ACTIONS) {
      const found = drawnStages({ state: 'suspected', team: [], clocks: [], steps: [step(1, 'raiseSuspicion'), step(2, action)] }).filter((one) => one.step?.seq === 2 || (one.step !== null && action.startsWith('raise')))
      expect(found.length, action).toBe(1)
    }
    expect(STAGES).toHaveLength(10)
  })
})
