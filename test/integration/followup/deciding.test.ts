/** The decision beside the review: registered in order, or recorded as it happened; what breaks a rule turns the case red. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorInWords } from '../../../src/renderer/ui/error-words.ts'
import { FashenError } from '../../../src/shared/errors/errors.ts'
import type { Followup } from '../../../src/shared/followup/contract.ts'
import { EMPTY_CASE_FILTER, NEWEST_FIRST } from '../../../src/shared/cases/case-filter.ts'
import type { MethodInput } from '../../../src/shared/contract/contract.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { decisionOf } from '../../../src/main/followup/decision-record.ts'
import { assignedQuickly, issuedQuickly } from '../../support/followed-case.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { caseFields, NO, registerCase } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

let station: TestStation

beforeAll(async () => {
  station = await createTestStation({ now: () => new Date('2026-05-06T01:00:00.000Z') })
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const TODAY = '2026-05-06'
type Decision = MethodInput<'followup.decide'>['decision']

/** As it was registered and reviewed. */
function decision(change: Partial<Decision> = {}): Decision {
  const { party, effects, citations, actionKinds } = caseFields()
  return {
    number: '清环罚〔2026〕8号',
    decidedOn: TODAY,
    actionKinds,
    effects: effects.map((effect) => ({ ...effect, party: party.name })),
    citations,
    facts: { changed: false, how: '' },
    ...change,
  }
}
const DEARER = decision({ effects: decision().effects.map((effect) => ({ ...effect, amount: 300_000 })) })

const view = (caseId: CaseId): Promise<Followup> => station.as('supervisor').call('followup.get', { caseId })
const detailOf = (caseId: CaseId) => station.as('head').call('cases.get', { caseId })
const trace = () => footprint(station.workstation.workbench.reader)
const listed = async (caseId: CaseId) => (await station.as('head').call('cases.rows', { ids: [caseId] }))[0]
const adopt = (caseId: CaseId, replies: MethodInput<'followup.adopt'>['replies'] = []) =>
  station.as('handler').call('followup.adopt', { caseId, answeredBy: '田禾', answeredOn: TODAY, replies })
const raiseSuspicion = (caseId: CaseId) =>
  station.as('head').call('transfer.raise', {
    caseId,
    expectedVersion: 0,
    suspicion: {
      source: 'byHand',
      questionId: null, lead: '',
      facts: '通过暗管排放含铬废水',
      offence: '污染环境罪',
      lineId: 'pollution',
      amount: null,
      basis: '刑法第三百三十八条',
      reckoning: [],
      newFacts: '',
    },
  })
const EDITS = new Map([['7.1', NO]])
const CHANGE = new Map([['5.5', NO]])

describe('a decision after a passed review', () => {
  it('as it was reviewed is registered, and the case is not red', async () => {
    const caseId = await issuedQuickly(station)
    const before = trace()
    // the opinion is there, but nobody has answered it yet
    await refusal(station.as('handler').call('followup.decide', { caseId, decision: decision() }), 'transition-refused')
    expect(trace()).toEqual(before)
    await adopt(caseId)
    expect(await station.as('handler').call('followup.decide', { caseId, decision: decision() })).toEqual({ broken: [] })
    expect(await detailOf(caseId)).toMatchObject({ state: 'decided', red: [] })
    expect(await listed(caseId)).toMatchObject({ red: false })
    expect(decisionOf(station.workstation.workbench.reader, caseId)).toMatchObject({
      number: '清环罚〔2026〕8号',
      decidedOn: TODAY,
      kinds: ['fine'],
      amount: 200_000,
      comparison: { differs: [] },
      irregular: false,
    })
    await refusal(station.as('handler').call('followup.decide', { caseId, decision: decision() }), 'transition-refused')
    await refusal(station.as('head').call('followup.recordIrregularDecision', { caseId, decision: DEARER, note: '另有决定' }), 'transition-refused')
  })

  it('that differs from the reviewed one turns the case red, says in what, and by which law it has to be reviewed again', async () => {
    const caseId = await issuedQuickly(station)
    await adopt(caseId)
    const { broken } = await station.as('handler').call('followup.decide', { caseId, decision: DEARER })
    expect(broken).toMatchObject([{ id: 'differs', basis: [{ law: '行政处罚法', article: 58 }, { item: 13 }] }])
    const followup = await view(caseId)
    expect(followup.red.map(({ id }) => id)).toEqual(['differs'])
    expect(followup.decisions[0]?.comparison).toMatchObject({ differs: ['amount'] })
    expect(await detailOf(caseId)).toMatchObject({ state: 'decided', red: [{ id: 'differs' }] })
    expect(await listed(caseId)).toMatchObject({ red: true })
    const { rows } = await station.as('head').call('cases.list', { filter: EMPTY_CASE_FILTER, sort: NEWEST_FIRST, after: null, size: 200 })
    expect(rows.filter(({ red }) => red).map(({ id }) => id)).toEqual([caseId])
    const reds = await station.as('head').call('cases.list', { filter: { ...EMPTY_CASE_FILTER, red: true }, sort: NEWEST_FIRST, after: null, size: 200 })
    expect(reds.rows.map(({ id }) => id)).toEqual([caseId])
  })

  it('dated before the opinion is not registered as usual; as it happened it turns the case red', async () => {
    const caseId = await issuedQuickly(station)
    await adopt(caseId)
    const early = decision({ decidedOn: '2026-05-05' })
    const before = trace()
    expect(await refusal(station.as('handler').call('followup.decide', { caseId, decision: early }), 'decided-before-opinion')).toEqual({ decidedOn: '2026-05-05', issuedOn: TODAY })
    expect(await refusal(station.as('handler').call('followup.decide', { caseId, decision: decision({ decidedOn: '2026-05-07' }) }), 'invalid-input')).toMatchObject({ problem: 'in-the-future' })
    await refusal(station.as('handler').call('followup.recordIrregularDecision', { caseId, decision: decision(), note: '按时作出' }), 'decision-is-regular')
    await refusal(station.as('handler').call('followup.decide', { caseId, decision: decision({ facts: { changed: true, how: '' } }) }), 'invalid-input')
    expect(trace()).toEqual(before)
    await station.as('handler').call('followup.recordIrregularDecision', { caseId, decision: early, note: '决定书在出具意见前一日签发。' })
    expect(await detailOf(caseId)).toMatchObject({ state: 'adopted', red: [{ id: 'beforeOpinion' }] })
  })
})

describe('an opinion that agrees once it is mended', () => {
  it('carries no decision before everything it names is adopted', async () => {
    const caseId = await issuedQuickly(station, EDITS)
    await adopt(caseId, [{ number: 1, answer: 'partly', reason: '其中一份无法补办。' }])
    expect((await view(caseId)).standing).toMatchObject({ is: 'editsOpen', open: [1] })
    expect(await refusal(station.as('handler').call('followup.decide', { caseId, decision: decision() }), 'not-ready')).toMatchObject({ missing: ['reviewPassed'] })
    const mended = await issuedQuickly(station, EDITS)
    await adopt(mended, [{ number: 1, answer: 'adopted', reason: '' }])
    expect(await station.as('handler').call('followup.decide', { caseId: mended, decision: decision() })).toEqual({ broken: [] })
  })
})

describe('a decision where none may be made', () => {
  it('before any opinion is refused, recorded as it happened, and stays red however the registration changes', async () => {
    const caseId = await registerCase(station)
    const handler = station.as('handler')
    const before = trace()
    expect(await refusal(handler.call('followup.decide', { caseId, decision: decision() }), 'transition-refused')).toMatchObject({ state: 'received' })
    await refusal(station.as('handler2').call('followup.recordIrregularDecision', { caseId, decision: decision(), note: '未审先作' }), 'not-your-part')
    await refusal(station.as('supervisor').call('followup.recordIrregularDecision', { caseId, decision: decision(), note: '未审先作' }), 'not-allowed')
    expect(trace()).toEqual(before)
    const { broken } = await handler.call('followup.recordIrregularDecision', { caseId, decision: decision(), note: '因赶在节前，未等审核即作出。' })
    expect(broken.map(({ id }) => id)).toEqual(['notReviewed'])
    const detail = await detailOf(caseId)
    expect(detail).toMatchObject({ state: 'received', round: 1, red: [{ id: 'notReviewed' }] })
    await handler.call('cases.update', { caseId, expectedVersion: detail.version, fields: { ...detail.fields, cause: '超标排放' } })
    expect(await listed(caseId)).toMatchObject({ red: true })
    const history = await station.as('head').call('cases.history', { caseId })
    expect(history.find(({ act }) => act === 'case.recordIrregularDecision')?.content).toContain('因赶在节前')
    expect((await view(caseId)).decisions).toMatchObject([{ irregular: true, note: '因赶在节前，未等审核即作出。' }])
  })

  it('against the opinion, while a transfer is open: both rules are named, and the flow goes on as it was', async () => {
    const caseId = await issuedQuickly(station, CHANGE)
    await adopt(caseId, [{ number: 1, answer: 'adopted', reason: '' }])
    await raiseSuspicion(caseId)
    expect(await refusal(station.as('handler').call('followup.decide', { caseId, decision: decision() }), 'not-ready')).toMatchObject({ missing: ['reviewPassed', 'transferSettled'] })
    const { broken } = await station.as('head').call('followup.recordIrregularDecision', { caseId, decision: DEARER, note: '未按审核意见办理。' })
    expect(broken.map(({ id }) => id)).toEqual(['againstOpinion', 'differs', 'transferOpen'])
    expect(await detailOf(caseId)).toMatchObject({ state: 'adopted', round: 1 })
    expect((await view(caseId)).transferSettled).toBe(false)
  })

  it('on a passed review with an open transfer waits for the transfer', async () => {
    const caseId = await issuedQuickly(station)
    await adopt(caseId)
    await raiseSuspicion(caseId)
    const before = trace()
    expect(await refusal(station.as('handler').call('followup.decide', { caseId, decision: decision() }), 'not-ready')).toMatchObject({ missing: ['transferSettled'] })
    expect(trace()).toEqual(before)
  })

  it('after a withdrawal is a decision without review', async () => {
    const caseId = await registerCase(station)
    await station.as('handler').call('cases.withdraw', { caseId, reason: '单位撤回送审' })
    const { broken } = await station.as('head').call('followup.recordIrregularDecision', { caseId, decision: decision(), note: '撤回后径行作出决定。' })
    expect(broken.map(({ id }) => id)).toEqual(['notReviewed'])
    expect((await detailOf(caseId)).state).toBe('withdrawn')
  })
})

describe('what is not decided', () => {
  it('is dropped with kind and reason, and archived when the file is whole or what lacks is explained', async () => {
    const caseId = await issuedQuickly(station, new Map([['4.1', NO]]))
    await adopt(caseId, [{ number: 1, answer: 'adopted', reason: '' }])
    const drop = { caseId, kind: 'closed' as const, on: TODAY, reason: '违法事实不能成立，撤销案件。' }
    await refusal(station.as('handler').call('followup.drop', { ...drop, on: '2026-05-05' }), 'invalid-input')
    await station.as('handler').call('followup.drop', drop)
    expect(await view(caseId)).toMatchObject({ state: 'dropped', drop: { kind: 'closed', on: TODAY, by: '田禾' } })
    const archive = { place: '2026-环-018', pages: 96, excuses: [] }
    const before = trace()
    expect(await refusal(station.as('handler').call('followup.archive', { caseId, on: TODAY, archive }), 'file-incomplete')).toEqual({ missing: ['submission'] })
    await refusal(station.as('handler').call('followup.archive', { caseId, on: '2026-05-05', archive: { ...archive, excuses: [{ item: 'submission', reason: '原件另卷保存。' }] } }), 'invalid-input')
    expect(trace()).toEqual(before)
    await station.as('handler').call('followup.archive', { caseId, on: TODAY, archive: { ...archive, excuses: [{ item: 'submission', reason: '原件另卷保存。' }] } })
    expect(await view(caseId)).toMatchObject({ state: 'archived', archive: { place: '2026-环-018', excuses: [{ item: 'submission', reason: '原件另卷保存。' }] } })
  })
})

describe('two cases that become one', () => {
  it('the merged case is closed with a pointer, the other goes on and names it', async () => {
    const [caseId, intoCaseId] = [await registerCase(station), await assignedQuickly(station, { title: '并入的案件' })]
    await station.as('handler').call('followup.merge', { caseId, intoCaseId, reason: '同一当事人的同一违法行为。' })
    expect(await detailOf(caseId)).toMatchObject({ state: 'withdrawn', mergedInto: { caseId: intoCaseId, title: '并入的案件' } })
    expect(await view(intoCaseId)).toMatchObject({ state: 'assigned', mergedFrom: [{ caseId, reason: '同一当事人的同一违法行为。', by: '田禾' }] })
    await refusal(station.as('head').call('followup.recordIrregularDecision', { caseId, decision: decision(), note: '并案后' }), 'transition-refused')
  })

  it('is refused where an opinion is issued in either, where one is closed, and with itself', async () => {
    const [open, issued, withdrawn] = [await registerCase(station), await issuedQuickly(station), await registerCase(station)]
    await station.as('head').call('cases.withdraw', { caseId: withdrawn, reason: '撤回送审' })
    const merge = (caseId: CaseId, intoCaseId: CaseId) => station.as('head').call('followup.merge', { caseId, intoCaseId, reason: '同一违法行为。' })
    const before = trace()
    expect(await refusal(merge(open, issued), 'merge-refused')).toMatchObject({ why: 'opinion-is-issued' })
    expect(await refusal(merge(issued, open), 'merge-refused')).toMatchObject({ why: 'opinion-is-issued' })
    expect(await refusal(merge(open, withdrawn), 'merge-refused')).toMatchObject({ why: 'already-closed' })
    expect(await refusal(merge(open, open), 'merge-refused')).toMatchObject({ why: 'same-case' })
    await refusal(merge(withdrawn, open), 'transition-refused')
    await refusal(station.as('handler2').call('followup.merge', { caseId: open, intoCaseId: issued, reason: '同一违法行为。' }), 'not-your-part')
    expect(trace()).toEqual(before)
  })
})

describe('a decision without effects', () => {
  it('names its party, and is red where it is for another one', async () => {
    const caseId = await issuedQuickly(station, new Map(), { effects: [] })
    await adopt(caseId)
    const bare = decision({ effects: [] })
    expect(await refusal(station.as('handler').call('followup.decide', { caseId, decision: bare }), 'invalid-input')).toMatchObject({ field: 'decision.party', problem: 'say-whom' })
    const { broken } = await station.as('handler').call('followup.decide', { caseId, decision: { ...bare, party: '清源漂染厂' } })
    expect(broken.map(({ id }) => id)).toEqual(['differs'])
    expect((await view(caseId)).decisions[0]?.comparison).toMatchObject({ differs: ['party'] })
  })
})

describe('a suspended case', () => {
  it('is suspended and resumed only by its side, and what is refused is called by its name', async () => {
    const caseId = await issuedQuickly(station)
    const suspend = { caseId, on: TODAY, basis: '《市场监督管理行政处罚程序规定》第四十六条', reason: '须以另案裁判为依据。', approvedBy: '陆离' }
    const told = async (work: Promise<unknown>) => {
      const error: unknown = await work.catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(FashenError)
      return [errorInWords(error, 'zh-CN').what, errorInWords(error, 'en').what].join('\n')
    }
    expect(await told(station.as('handler2').call('followup.suspend', suspend))).toMatch(/“中止案件”不能由您办理.*\n.*“Suspend”/su)
    expect(await told(station.as('handler2').call('followup.resume', { caseId, on: TODAY, reason: '另案已判决。' }))).toMatch(/“恢复办理”不能由您办理.*\n.*“Resume”/su)
    await adopt(caseId)
    await station.as('handler').call('followup.decide', { caseId, decision: decision() })
    expect(await told(station.as('handler').call('followup.suspend', suspend))).toMatch(/不能进行“中止案件”.*\n.*“Suspend” is not possible/su)
    expect(await told(station.as('handler').call('followup.resume', { caseId, on: TODAY, reason: '另案已判决。' }))).toMatch(/不能进行“恢复办理”/su)
  })

  it('rests with its legal basis until it is resumed: nothing is done to it, but it can be withdrawn', async () => {
    const caseId = await assignedQuickly(station)
    const handler = station.as('handler')
    const suspend = { caseId, on: '2026-05-04', basis: '《市场监督管理行政处罚程序规定》第四十六条第一款第一项', reason: '须以另案裁判为依据。', approvedBy: '陆离' }
    await refusal(handler.call('followup.suspend', { ...suspend, basis: '' }), 'invalid-input')
    await refusal(handler.call('followup.resume', { caseId, on: TODAY, reason: '另案已判决。' }), 'not-found')
    await handler.call('followup.suspend', suspend)
    const before = trace()
    await refusal(handler.call('followup.suspend', suspend), 'case-suspended')
    expect(await refusal(station.as('reviewer').call('checklist.begin', { caseId }), 'case-suspended')).toEqual({ since: '2026-05-04' })
    expect(await refusal(handler.call('followup.resume', { caseId, on: '2026-05-03', reason: '另案已判决。' }), 'invalid-input')).toMatchObject({ problem: 'before-the-suspension' })
    expect(trace()).toEqual(before)
    const detail = await detailOf(caseId)
    expect(detail).toMatchObject({ suspendedSince: '2026-05-04' })
    expect(detail.offers.map(({ action }) => action)).toEqual(['reassign', 'withdraw'])
    await handler.call('followup.resume', { caseId, on: TODAY, reason: '另案已判决。' })
    expect(await view(caseId)).toMatchObject({ suspensions: [{ from: '2026-05-04', basis: suspend.basis, approvedBy: '陆离', resumed: { on: TODAY, by: '田禾' } }] })
    await station.as('reviewer').call('checklist.begin', { caseId })
    await handler.call('followup.suspend', { ...suspend, on: TODAY })
    await handler.call('cases.withdraw', { caseId, reason: '单位撤回送审' })
  })
})

describe('the record', () => {
  it('of what followed an opinion never changes, whatever our own code tries', () => {
    const { workbench } = station.workstation
    for (const sql of [
      "UPDATE feedbacks SET outcome = 'adopted'",
      'DELETE FROM problem_answers',
      'UPDATE decisions SET red = 0',
      'DELETE FROM decisions',
      'DELETE FROM mergers',
      "UPDATE suspensions SET basis = '别的依据'",
      'UPDATE suspensions SET resumed_on = NULL WHERE resumed_on IS NOT NULL',
      'DELETE FROM suspensions',
      'UPDATE archives SET archived_on = archived_on',
    ]) {
      expect(() => workbench.withoutAudit('test', (writer) => writer.run(sql)), sql).toThrow(/never changes|not deleted|not changed/)
    }
  })
})
