/** Every act of the case's own machine stands on its accountability page under the name of its button. */
import { expect, it } from 'vitest'
import { accountedActLabel, checkOf } from '../../../src/shared/accountability/acts.ts'
import { TRANSFER_TRANSITIONS } from '../../../src/shared/cases/state-machine-transfer.ts'
import { CASE_TRANSITIONS } from '../../../src/shared/cases/state-machine-transitions.ts'

it('names each act of a case and of a transfer', () => {
  const unnamed = [...CASE_TRANSITIONS, ...TRANSFER_TRANSITIONS].map(({ audit }) => audit).filter((act) => accountedActLabel(act).en === 'Another act')
  expect(unnamed).toEqual([])
  expect(accountedActLabel('case.accept')['zh-CN']).toBe('受理')
})

it.each([
  ['opinion.submit', ['reviewer'], 'reviewer'],
  ['opinion.approve', ['head'], 'approver'],
  ['opinion.issue', ['head'], 'approver'],
  ['case.register', ['handler'], 'handler'],
  // the review desk writes down for the handling side: that makes nobody a handler
  ['case.register', ['reviewer'], null],
  ['case.export', ['supervisor'], null],
] as const)('%s by %j belongs to %s', (act, roles, check) => {
  expect(checkOf(act, roles)).toBe(check)
})
