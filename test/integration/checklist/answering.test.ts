/** Answering the checklist: kept with evidence and version, never over somebody else's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { assignedCase, attach, NO, registerCase, YES } from '../../support/test-case.ts'
import { createTestStation, type TestClient, type TestStation } from '../../support/test-station.ts'
import type { AnswerFields } from '../../../src/shared/checklist/contract.ts'

let station: TestStation
let caseId: string
beforeAll(async () => {
  station = await createTestStation()
  caseId = await assignedCase(station)
  await station.as('reviewer').call('checklist.begin', { caseId })
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const save = (client: TestClient, questionId: string, expectedVersion: number, fields: AnswerFields = YES) =>
  client.call('checklist.answer', { caseId, questionId, expectedVersion, fields })

describe('an answer', () => {
  it('is there again as it was given, with its evidence, and counts towards the opinion at once', async () => {
    const { materials } = await station.as('reviewer').call('cases.get', { caseId })
    const fields: AnswerFields = {
      answer: 'no',
      finding: '未见主体资格文件。\n第二行',
      suggestion: '补充',
      note: '自己看的备注',
      evidence: [{ materialId: materials[0]?.id as never, page: 3, passage: '“原文”' }],
    }
    const { answer, derived } = await save(station.as('reviewer'), '1.1', 0, fields)
    expect(answer).toMatchObject({ ...fields, version: 1, answeredBy: '顾盼' })
    expect([...derived.openFatal, ...derived.openCorrectable, ...derived.openAdvisory]).toContain('1.1')
    const checklist = await station.as('head').call('checklist.get', { caseId, round: null })
    expect(checklist.editable).toBe(false)
    expect(checklist.headings.map(({ headingId }) => headingId)).toHaveLength(8)
    expect(checklist.headings[0]?.questions.find(({ questionId }) => questionId === '1.1')?.answer).toEqual(answer)
    expect(checklist.derived).toEqual(derived)
  })

  it('can be left open while notes are written, and does not count then', async () => {
    const { derived } = await save(station.as('reviewer'), '1.2', 0, { ...YES, answer: null, note: '还要核实' })
    expect(derived.unanswered).toContain('1.2')
  })

  it('of another window is not overwritten: the second is told, and both see the first', async () => {
    const [one, other] = [station.connect('reviewer'), station.connect('reviewer')]
    await save(one, '1.3', 0, { ...YES, note: '第一个窗口' })
    const before = footprint(station.workstation.workbench.reader)
    expect(await refusal(save(other, '1.3', 0, { ...NO, note: '第二个窗口' }), 'conflict')).toEqual({ subject: 'answer', id: '1.3', expected: 0, actual: 1 })
    expect(footprint(station.workstation.workbench.reader)).toEqual(before)
    const { headings } = await other.call('checklist.get', { caseId, round: null })
    expect(headings[0]?.questions.find(({ questionId }) => questionId === '1.3')?.answer).toMatchObject({ note: '第一个窗口', version: 1 })
    await save(other, '1.3', 1, { ...NO, note: '看过之后再改' })
    await refusal(save(one, '1.3', 7), 'conflict')
  })

  it('two at the same moment: one is kept, the other told', async () => {
    const windows = Array.from({ length: 8 }, () => station.connect('reviewer'))
    const outcomes = await Promise.allSettled(windows.map((client, index) => save(client, '1.4', 0, { ...YES, note: `窗口${index}` })))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('rests on materials of this case only, and on none that was taken out', async () => {
    const other = await registerCase(station)
    const foreign = await attach(station, other, '别案.txt', '别案')
    const evidence = (id: string): AnswerFields => ({ ...YES, evidence: [{ materialId: id as never, page: 1, passage: null }] })
    expect(await refusal(save(station.as('reviewer'), '2.1', 0, evidence(foreign.id)), 'not-found')).toEqual({ subject: 'material', id: foreign.id })
    const own = await attach(station, caseId, '本案.txt', '本案', 'reviewer')
    await station.as('reviewer').call('materials.remove', { materialId: own.id, reason: '误传' })
    await refusal(save(station.as('reviewer'), '2.1', 0, evidence(own.id)), 'not-found')
    const page = { ...YES, evidence: [{ materialId: foreign.id, page: 0, passage: null }] }
    const reply = await station.workstation.dispatch('checklist.answer', { caseId, questionId: '2.1', expectedVersion: 0, fields: page }, station.as('reviewer').caller)
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  })

  it('is for a question of the catalogue, and of a kind that the question takes', async () => {
    await refusal(save(station.as('reviewer'), '8.99', 0), 'not-found')
    const must = station.workstation.workbench.catalogue.questions.find(({ mayNotApply, id }) => !mayNotApply && id.startsWith('1.'))
    expect(must).toBeDefined()
    expect(await refusal(save(station.as('reviewer'), must?.id ?? '', 0, { ...YES, answer: 'notApplicable' }), 'invalid-input')).toMatchObject({ problem: 'must-apply' })
  })
})

describe('a pinned region', () => {
  const region = { page: 2, x: 0.1, y: 0.25, width: 0.5, height: 0.125 }

  it('is there again as it was marked, and an answer of before regions has none', async () => {
    const { materials } = await station.as('reviewer').call('cases.get', { caseId })
    const materialId = materials.find(({ removed }) => removed === null)?.id as never
    const pins: AnswerFields['evidence'] = [{ materialId, page: 2, passage: null, region }, { materialId, page: 2, passage: '无区域' }]
    await save(station.as('reviewer'), '3.1', 0, { ...YES, evidence: pins })
    const { headings } = await station.as('head').call('checklist.get', { caseId, round: null })
    const answer = headings.flatMap(({ questions }) => questions).find(({ questionId }) => questionId === '3.1')?.answer
    expect(JSON.stringify(answer?.evidence)).toBe(JSON.stringify(pins))
  })

  it.each([
    ['beyond the page', { x: 0.6 }],
    ['without an extent', { width: 0 }],
    ['on no page', { page: 0 }],
    ['in pixels', { y: 300 }],
    ['with a field more', { rotation: 90 }],
  ])('%s is refused', async (_, change) => {
    const { materials } = await station.as('reviewer').call('cases.get', { caseId })
    const evidence = [{ materialId: materials[0]?.id, page: 2, passage: null, region: { ...region, ...change } }]
    const input = { caseId, questionId: '3.2', expectedVersion: 0, fields: { ...YES, evidence } }
    const reply = await station.workstation.dispatch('checklist.answer', input, station.as('reviewer').caller)
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  })
})

describe('a question that does not concern the case', () => {
  it('takes no answer, since the opinion would not look at it', async () => {
    const { headings } = await station.as('reviewer').call('checklist.get', { caseId, round: null })
    const folded = headings.flatMap((heading) => heading.folded)[0]?.questionId ?? ''
    const before = footprint(station.workstation.workbench.reader)
    expect(await refusal(save(station.as('reviewer'), folded, 0), 'invalid-input')).toMatchObject({ field: 'questionId', problem: 'does-not-apply' })
    expect(footprint(station.workstation.workbench.reader)).toEqual(before)
  })
})

describe('what follows from the answers', () => {
  it('is told with the answer as it is told by the checklist afterwards', async () => {
    for (const [questionId, fields] of [['1.4', NO], ['1.4', YES], ['1.4', { ...YES, answer: null }]] as const) {
      const { headings } = await station.as('reviewer').call('checklist.get', { caseId, round: null })
      const known = headings.flatMap(({ questions }) => questions).find((one) => one.questionId === questionId)
      const { answer, derived } = await save(station.as('reviewer'), questionId, known?.answer?.version ?? 0, fields)
      const after = await station.as('reviewer').call('checklist.get', { caseId, round: null })
      expect(after.derived).toEqual(derived)
      expect(after.headings.flatMap(({ questions }) => questions).find((one) => one.questionId === questionId)?.answer).toEqual(answer)
    }
  })
})

describe('who answers', () => {
  it('the assigned reviewer, and nobody else, while the case is under review', async () => {
    await refusal(save(station.as('reviewer2'), '2.2', 0), 'not-your-part')
    await refusal(station.as('reviewer2').call('checklist.begin', { caseId }), 'transition-refused')
    const assigned = await assignedCase(station)
    await refusal(station.as('reviewer2').call('checklist.begin', { caseId: assigned }), 'not-your-part')
    await refusal(station.as('reviewer').call('checklist.answer', { caseId: assigned, questionId: '1.1', expectedVersion: 0, fields: YES }), 'not-your-part')
  })

  it('a round that the case does not have is not found', async () => {
    await refusal(station.as('reviewer').call('checklist.get', { caseId, round: 2 }), 'not-found')
  })
})
