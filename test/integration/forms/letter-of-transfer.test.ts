/** The letter of transfer that was made as a form is the one that is delivered: its number and addressee are known by then. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { createTransferStation, STEPS, type TransferStation } from '../transfer/transferring.ts'
import { makeForm } from './made-cases.ts'

let here: TransferStation
beforeAll(async () => void (here = await createTransferStation()))
afterAll(() => {
  here.station.close()
  removeTemporaryFolders()
})

it('is told before the delivery, the last one that is not void, and none of an earlier suspicion', async () => {
  const track = await here.newCase()
  const letter = async () => (await track.look()).letter
  const make = (given: Parameters<typeof makeForm>[4] = []) => makeForm(here.station, 'handler', track.caseId, 'transferLetter', given)
  const approve = async () => {
    await track.team()
    await track.report()
    await track.decide()
  }
  await track.raise()
  await approve()
  expect(await letter()).toBeNull()
  const first = (await make([{ fact: 'policeOrgan', value: '清川县公安局' }])).made
  expect(await letter()).toEqual({ number: first.number, policeOrgan: '清川县公安局' })
  const second = (await make()).made
  expect(await letter()).toEqual({ number: second.number, policeOrgan: '' })
  await here.station.as('handler').call('forms.void', { id: second.id, reason: '公安机关名称没有填' })
  expect(await letter()).toEqual({ number: first.number, policeOrgan: '清川县公安局' })

  here.at('2026-04-07T10:00')
  await track.step(STEPS.deliver('2026-04-07T10:00'))
  here.at('2026-04-20T10:00')
  for (const step of [STEPS.receipt('2026-04-07T11:00'), STEPS.nonFiling('2026-04-09T10:00'), STEPS.resume('2026-04-15T10:00')]) await track.step(step)
  await track.raise({ newFacts: '查获另一处暗管' })
  expect(await letter()).toBeNull()
  await approve()
  const third = (await make()).made
  expect(await letter()).toMatchObject({ number: third.number })
  expect(new Set([first.number, second.number, third.number]).size).toBe(3)
})
