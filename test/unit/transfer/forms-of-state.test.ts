/** Each form of a transfer is offered at the step at which it is signed or sent. */
import { describe, expect, it } from 'vitest'
import { FORMS_OF_STATE } from '../../../src/renderer/transfer/forms-of-state.ts'
import { TRANSFER_TRANSITIONS, type TransferAction } from '../../../src/shared/cases/state-machine-transfer.ts'
import type { FormId } from '../../../src/shared/forms/form-ids.ts'
import { CATALOGUE } from '../../support/case-files.ts'

/** The step that each form goes with. */
const STEPS: Partial<Record<FormId, TransferAction>> = {
  transferApproval: 'approveTransfer',
  transferLetter: 'deliver',
  transferSupplement: 'supplyPapers',
  reconsiderationRequest: 'requestReconsideration',
  supervisionRequest: 'requestSupervision',
  goodsHandover: 'handOver',
}

describe('the forms of a step', () => {
  it.each(Object.entries(STEPS) as [FormId, TransferAction][])('%s stands wherever %s can be done', (form, action) => {
    const from = TRANSFER_TRANSITIONS.find((one) => one.action === action)?.from ?? []
    expect(from.length).toBeGreaterThan(0)
    for (const state of from) expect([state, FORMS_OF_STATE[state].includes(form)]).toEqual([state, true])
  })

  it('leave out none that the team of a transfer makes, but the answer that stands with what came back', () => {
    const made = CATALOGUE.forms.filter(({ side }) => side === 'transfer').map(({ id }) => id)
    expect(made.filter((id) => STEPS[id] === undefined)).toEqual(['procuratorialReply'])
    expect(Object.values(FORMS_OF_STATE).flat().filter((id) => STEPS[id] === undefined)).toEqual([])
  })
})
