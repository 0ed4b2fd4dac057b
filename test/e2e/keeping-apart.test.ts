/** Who is kept out of a review, in the window: a handler's namesake until the head has told them apart, and a recusal that is taken back. */
import { expect, it } from 'vitest'
import { axeViolations } from './axe-violations.ts'
import { openCase } from './case-screen.ts'
import { button, dialog, fillIn } from './form.ts'
import { openDesk } from './open-desk.ts'
import { REVIEWER } from './sample-station.ts'
import { wordTroubles } from './words-on-screen.ts'

const { station, people } = await openDesk('keeping-apart')
const name = station.sample.people.find(({ login }) => login === REVIEWER)?.name ?? ''
const caseId = await station.register(1)
const head = await station.as(station.loginOf('head'))
const { version, fields } = await head.call('cases.get', { caseId })
await head.call('cases.update', { caseId, expectedVersion: version, fields: { ...fields, handlers: [...fields.handlers, { personId: null, name, certificateNumber: '' }] } })
await head.call('intake.accept', { caseId, incompleteReason: '其余材料不影响审核，已经说明。' })

it('a namesake is named as such, cleared with a reason, recused, and taken back', async () => {
  const page = await people.windowOf(station.loginOf('head'))
  await openCase(page, caseId)
  const panel = page.getByRole('region', { name: '审核人' })
  await panel.getByText(/^未列入的人员/).click()
  const excluded = panel.getByRole('listitem').filter({ hasText: '与承办人同名，尚未核实' })
  await excluded.getByText(name).waitFor()
  expect(await wordTroubles(page, 'zh-CN')).toEqual([])
  expect(await axeViolations(page)).toEqual([])
  await button(excluded, '核实为同名的另一人').click()
  await fillIn(dialog(page), { 理由: '经核对执法证，系同名的另一人。' })
  await button(dialog(page), '核实为同名的另一人').click()

  const candidate = panel.getByRole('listitem').filter({ hasText: name }).filter({ hasText: '在办' })
  await candidate.getByRole('button', { name: /^回避：/ }).click()
  await fillIn(dialog(page), { 理由: '与当事人有亲属关系' })
  await button(dialog(page), '回避').click()
  const recused = panel.getByRole('listitem').filter({ hasText: '与当事人有亲属关系' })
  await button(recused, '撤销回避').click()
  await fillIn(dialog(page), { 理由: '经核实不是亲属。' })
  await button(dialog(page), '撤销回避').click()
  await candidate.waitFor()
  expect(await recused.count()).toBe(0)
})
