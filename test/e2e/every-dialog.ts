/**
 * The dialogs that no screen of {@link file://./every-screen.ts} opens on its own walk: every act of a case after its
 * opinion and of a supplement, and what the tabs and pages keep behind a button. It opens and writes nothing.
 */
import type { Page } from 'playwright-core'
import { draftAndApprove, signAndIssue } from '../../src/main/samples/sample-line.ts'
import { CASE_ACTION_LABELS } from '../../src/shared/cases/state-machine-terms.ts'
import { isoDate } from '../../src/shared/values/values.ts'
import type { CaseTab } from '../../src/renderer/workspace/case-tab.ts'
import { HEADER_ACTS, type HeaderAct } from '../../src/renderer/workspace/case-acts.ts'
import { today } from '../../src/renderer/ui/formats.ts'
import { act, openCase } from './case-screen.ts'
import { over, settle, settleTab, still, type FilledStation, type Walk } from './every-screen.ts'
import { button } from './form.ts'
import { answerTheRest, REVIEWER } from './sample-station.ts'

/** Cases in the states whose acts have dialogs of their own. */
const STATES = ['returned', 'supplementing', 'adopted', 'objected', 'coordination', 'corrected', 'suspended'] as const

export interface FollowedStation extends FilledStation {
  readonly followed: Readonly<Record<(typeof STATES)[number], string>>
}

const ON = isoDate(today())
const MISSING = { missing: ['立案审批表'], reason: '缺少立案审批表。', replyBy: ON }

/** Adds the cases of {@link STATES} to a filled station. */
export async function followUp(station: FilledStation): Promise<FollowedStation> {
  const [handler, head, reviewer] = [await station.as(station.loginOf('handler')), await station.as(station.loginOf('head')), await station.as(REVIEWER)]
  const issued = async (title: string) => {
    const caseId = await station.assigned(1, { title })
    await reviewer.call('checklist.begin', { caseId })
    await answerTheRest(station, station.sample, caseId)
    await draftAndApprove(station, caseId, REVIEWER)
    await signAndIssue(station, caseId, REVIEWER)
    const problems = (await handler.call('followup.get', { caseId })).rounds.at(-1)?.problems ?? []
    return { caseId, answer: { caseId, answeredBy: '田禾', answeredOn: ON, replies: problems.map(({ number }) => ({ number, answer: 'adopted' as const, reason: '' })) }, problems }
  }
  const returned = await station.register(1, { title: '第八件：已退回' })
  await head.call('intake.returnForSupplement', { caseId: returned, ...MISSING })
  const supplementing = await station.assigned(1, { title: '第九件：审核中补正' })
  await reviewer.call('checklist.begin', { caseId: supplementing })
  await reviewer.call('intake.askSupplement', { caseId: supplementing, ...MISSING })
  const suspended = await station.assigned(1, { title: '第十件：已中止' })
  await head.call('followup.suspend', { caseId: suspended, on: ON, basis: '《行政处罚法》第二十七条', reason: '等待另案结果', approvedBy: '郑局长' })
  const adopted = await issued('第十一件：已采纳')
  await handler.call('followup.adopt', adopted.answer)
  const objection = { reason: '审核意见认定的问题与案卷不符，请求复核。' }
  const objected = await issued('第十二件：已提异议')
  await handler.call('followup.object', { ...objected.answer, ...objection })
  const coordinated = await issued('第十三件：会商中')
  const { caseId: coordination } = coordinated
  await handler.call('followup.object', { ...coordinated.answer, ...objection })
  await head.call('followup.coordinate', { caseId: coordination, reason: '双方认识不一。' })
  const participants = [{ name: '田禾', post: '', side: 'handling' as const }, { name: '顾晓岚', post: '', side: 'review' as const }]
  await head.call('followup.recordCoordination', { caseId: coordination, record: { heldOn: ON, place: '', participants, handlingView: '不认同', reviewView: '坚持', outcome: '提请决定' } })
  const { caseId: corrected, problems } = await issued('第十四件：再次送审')
  await handler.call('intake.resubmit', { caseId: corrected, receivedOn: ON, note: '', corrections: problems.map(({ number }) => ({ number, corrected: '已经改正。' })) })
  await head.call('intake.accept', { caseId: corrected, incompleteReason: '其余材料不影响审核。' })
  return { ...station, followed: { returned, supplementing, suspended, adopted: adopted.caseId, objected: objected.caseId, coordination, corrected } }
}

const actOf = (label: string): HeaderAct | undefined => HEADER_ACTS.find((one) => CASE_ACTION_LABELS[one]['zh-CN'] === label)

/** Every act that the head of a case offers this person now, in its dialog; beginning a review has none. */
async function everyAct(walk: Walk, page: Page, caseId: string): Promise<readonly HeaderAct[]> {
  await openCase(page, caseId)
  await still(page)
  const more = button(page.locator('.case-acts'), '更多')
  const aside = async (): Promise<string[]> => {
    if ((await more.count()) === 0) return []
    await more.click()
    const names = await page.getByRole('menuitem').allInnerTexts()
    await page.keyboard.press('Escape')
    await page.getByRole('menuitem').first().waitFor({ state: 'hidden' })
    return names
  }
  const seen: HeaderAct[] = []
  for (const label of await aside()) {
    await over(walk, page, `${caseId}: ${label}`, async () => {
      await more.click()
      await page.getByRole('menuitem', { name: label }).click()
    })
    seen.push(...[actOf(label) ?? []].flat())
  }
  for (const label of await page.locator('.case-acts button:enabled').allInnerTexts()) {
    const one = actOf(label.trim())
    if (one === undefined || one === 'startReview') continue
    await over(walk, page, `${caseId}: ${label}`, () => act(page, label.trim()).click())
    seen.push(one)
  }
  return seen
}

/** What stands behind buttons of one tab of a case. */
async function behind(walk: Walk, page: Page, caseId: string, tab: CaseTab, names: readonly (string | RegExp)[]): Promise<void> {
  await openCase(page, caseId)
  await settleTab(page, tab)
  for (const name of names) await over(walk, page, `${tab}: ${String(name)}`, () => pressed(page, name))
}

async function behindPage(walk: Walk, page: Page, path: string, names: readonly (string | RegExp)[]): Promise<void> {
  await settle(page, path)
  for (const name of names) await over(walk, page, `${path}: ${String(name)}`, () => pressed(page, name))
}

async function pressed(page: Page, name: string | RegExp): Promise<void> {
  await (typeof name === 'string' ? button(page, name) : page.getByRole('button', { name })).first().click()
}

/** Seen on the way of {@link file://./every-screen.ts}, or with the same form as another: the decision as an irregular one, the issue as a signature. */
const SEEN_ELSEWHERE: readonly HeaderAct[] = ['startReview', 'accept', 'returnForSupplement', 'assign', 'assignManually', 'sendBack', 'submitDraft', 'approve', 'sign', 'issue', 'decide']

/** All acts of a case from its registration to the archive, by whom they are. */
export function seeActs(station: FollowedStation): (walk: Walk) => Promise<void> {
  return async (walk) => {
    const { cases, followed, evaluation } = station
    const closed = evaluation[1]?.split('/').at(-1) ?? ''
    const seen = new Set<HeaderAct>()
    const acts = async (page: Page, ids: readonly string[]): Promise<void> => {
      for (const caseId of ids) for (const one of await everyAct(walk, page, caseId)) seen.add(one)
    }
    const handler = await walk.enter(station.loginOf('handler'))
    await acts(handler, [cases.received, followed.returned, cases.issued, followed.adopted, closed])
    await behind(walk, handler, cases.issued, 'followup', ['登记集体讨论', '记录违规作出的决定'])
    const reviewer = await walk.enter(REVIEWER)
    await acts(reviewer, [cases.reviewed, followed.supplementing, cases.drafted])
    const head = await walk.enter(station.loginOf('head'))
    await acts(head, [cases.reviewed, followed.supplementing, followed.objected, followed.corrected])
    await behind(walk, head, followed.coordination, 'followup', ['登记会商记录'])
    await behind(walk, head, cases.accepted, 'followup', ['中止', '并案'])
    await behind(walk, head, followed.suspended, 'followup', ['恢复'])
    const agencyHead = await walk.enter(station.loginOf('agencyHead'))
    await acts(agencyHead, [followed.coordination])
    const missed = HEADER_ACTS.filter((one) => !seen.has(one) && !SEEN_ELSEWHERE.includes(one))
    if (missed.length > 0) throw new Error(`acts whose dialog nobody saw: ${missed.join(', ')}`)
  }
}

/** What tabs of a case and pages of the station keep behind a button. */
export function seeBehindButtons(station: FollowedStation): (walk: Walk) => Promise<void> {
  return async (walk) => {
    const { cases } = station
    const head = await walk.enter(station.loginOf('head'))
    await behind(walk, head, cases.reviewed, 'overview', [/申请回避$/])
    await behind(walk, head, cases.issued, 'overview', ['登记问题'])
    await behind(walk, head, cases.reviewed, 'deadlines', ['登记节点日期', /^延长 /])
    await behind(walk, head, cases.reviewed, 'transfer', ['登记线索'])
    await behindPage(walk, head, '/transfers', ['登记检察意见'])
    await behindPage(walk, head, '/annual-report', [/^填报/, '提醒设置', '标记为公布'])
    await behindPage(walk, head, '/settings', ['打开常用语'])
    await behindPage(walk, head, '/certificates', ['设置图片'])
    await behindPage(walk, head, '/ledger', [])
    await over(walk, head, 'ledger: remark', async () => {
      await head.getByRole('row').nth(1).waitFor()
      await head.getByRole('grid').focus()
      await head.keyboard.press('F2')
    })
    const reviewer = await walk.enter(REVIEWER)
    await behind(walk, reviewer, cases.reviewed, 'opinion', ['改变意见类型'])
    await behind(walk, reviewer, cases.reviewed, 'transfer', [CASE_SUSPICION])
    const administrator = await walk.enter(station.sample.administrator.login)
    await behindPage(walk, administrator, '/settings', ['录入放假通知'])
    await behindPage(walk, administrator, '/people', ['设置'])
    const supervisor = await walk.enter(station.loginOf('supervisor'))
    await behindPage(walk, supervisor, '/evaluation', ['发起评查'])
  }
}

const CASE_SUSPICION = '提示涉嫌犯罪'
