/** Drafting: composed from the answers, rewritten by the officer, submitted, sent back, approved by a second person. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SHORTEST_OVERRIDE_REASON } from '../../../src/shared/opinion/override.ts'
import type { Opinion } from '../../../src/shared/opinion/contract.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { approve, assign, accept, answerAll, assignedCase, attach, NO, registerCase, reviewedCase, submit, YES } from '../../support/test-case.ts'
import { createTestStation, personFields, type TestStation } from '../../support/test-station.ts'

let station: TestStation
/** A question whose “no” is fatal, and one whose “no” can be put right. */
let fatal: string
let correctable: string

beforeAll(async () => {
  station = await createTestStation()
  await station.addPerson(personFields('both', '史兼', ['reviewer', 'head']))
  const caseId = await reviewedCase(station)
  const { headings } = await station.as('reviewer').call('checklist.get', { caseId, round: null })
  const asked = new Set(headings.flatMap(({ questions }) => questions.map(({ questionId }) => questionId)))
  const { questions } = station.workstation.workbench.catalogue
  fatal = questions.find(({ id, severity }) => severity === 'F' && asked.has(id))?.id ?? ''
  correctable = questions.find(({ id, severity, heading }) => severity === 'C' && heading === 'documents' && asked.has(id))?.id ?? ''
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const reviewer = () => station.as('reviewer')
const head = () => station.as('head')
async function answer(caseId: string, questionId: string, fields = NO) {
  const { headings } = await reviewer().call('checklist.get', { caseId, round: null })
  const known = headings.flatMap(({ questions }) => questions).find((one) => one.questionId === questionId)
  await reviewer().call('checklist.answer', { caseId, questionId, expectedVersion: known?.answer?.version ?? 0, fields })
}
const textOf = (opinion: { sections: readonly { id: string; text: string }[] }, id: string) => opinion.sections.find((one) => one.id === id)?.text ?? ''

describe('composing', () => {
  it('needs every answer, and names those that lack', async () => {
    const caseId = await assignedCase(station)
    await reviewer().call('checklist.begin', { caseId })
    const data = await refusal(reviewer().call('opinion.compose', { caseId }), 'answers-incomplete')
    expect((data['questions'] as string[]).length).toBeGreaterThan(20)
    expect(await reviewer().call('opinion.get', { caseId, round: null })).toBeNull()
  })

  it('says each of the eight headings and what the answers lead to; a defect shows with its finding', async () => {
    const passed = await reviewer().call('opinion.compose', { caseId: await reviewedCase(station) })
    expect(passed).toMatchObject({ state: 'draft', type: 'T-OK', number: null, signatures: [] })
    expect(passed.sections.filter(({ id }) => id.startsWith('heading.'))).toHaveLength(8)
    const no = new Map([[correctable, { ...NO, finding: '告知书没有写明救济途径', suggestion: '补写救济途径' }]])
    const opinion = await reviewer().call('opinion.compose', { caseId: await reviewedCase(station, {}, no) })
    expect(opinion.type).not.toBe('T-OK')
    expect(textOf(opinion, 'heading.documents')).toContain('告知书没有写明救济途径。')
    expect(textOf(opinion, 'problems')).toContain('补写救济途径')
  })
})

describe('what the officer rewrote', () => {
  it('stays when the answers change, and what they would lead to now stands beside it', async () => {
    const caseId = await reviewedCase(station)
    const { version } = await reviewer().call('opinion.compose', { caseId })
    const own = '经审核，文书部分另有说明，详见附件。'
    const saved = await reviewer().call('opinion.saveSection', { caseId, expectedVersion: version, sectionId: 'heading.documents', text: own })
    await answer(caseId, correctable, { ...NO, finding: '文书日期有误' })
    for (const opinion of [await reviewer().call('opinion.get', { caseId, round: null }), await reviewer().call('opinion.compose', { caseId })]) {
      const section = opinion?.sections.find(({ id }) => id === 'heading.documents')
      expect(section).toMatchObject({ text: own, edited: true })
      expect(section?.composed).toContain('文书日期有误')
      expect(opinion === null ? '' : textOf(opinion, 'problems')).not.toBe('')
    }
    const latest = await reviewer().call('opinion.get', { caseId, round: null })
    expect(latest?.version).toBeGreaterThan(saved.version)
    const back = await reviewer().call('opinion.saveSection', { caseId, expectedVersion: latest?.version ?? 0, sectionId: 'heading.documents', text: null })
    expect(back.sections.find(({ id }) => id === 'heading.documents')).toMatchObject({ edited: false })
    expect(textOf(back, 'heading.documents')).toContain('文书日期有误')
  })

  it('is asked about once: what the answers compose anew is offered until it is taken note of', async () => {
    const caseId = await reviewedCase(station)
    const composed = await reviewer().call('opinion.compose', { caseId })
    const of = (opinion: Opinion | null) => opinion?.sections.find(({ id }) => id === 'heading.documents')
    const own = '经审核，文书部分另有说明，详见附件。'
    const save = (version: number, text: string, base?: string) =>
      reviewer().call('opinion.saveSection', { caseId, expectedVersion: version, sectionId: 'heading.documents', text, ...(base === undefined ? {} : { base }) })
    const saved = await save(composed.version, own)
    expect(of(saved)?.base).toBe(of(saved)?.composed)
    await answer(caseId, correctable, { ...NO, finding: '文书日期有误' })
    const offered = await reviewer().call('opinion.get', { caseId, round: null })
    expect(of(offered)).toMatchObject({ text: own, base: of(saved)?.composed })
    expect(of(offered)?.base).not.toBe(of(offered)?.composed)
    // typing on does not take note of it
    const typed = await save(offered?.version ?? 0, `${own}另行补充。`)
    expect(of(typed)?.base).toBe(of(saved)?.composed)
    const noted = await save(typed.version, `${own}另行补充。`, of(offered)?.composed)
    expect(of(noted)).toMatchObject({ text: `${own}另行补充。`, edited: true, base: of(noted)?.composed })
  })

  it('of another window is not overwritten', async () => {
    const caseId = await reviewedCase(station)
    const { version } = await reviewer().call('opinion.compose', { caseId })
    const save = (login: string, text: string) => station.connect(login).call('opinion.saveSection', { caseId, expectedVersion: version, sectionId: 'facts', text })
    await save('reviewer', '第一个窗口写的事实')
    expect(await refusal(save('reviewer', '第二个窗口写的事实'), 'conflict')).toMatchObject({ subject: 'opinion', expected: version, actual: version + 1 })
    const opinion = await reviewer().call('opinion.get', { caseId, round: null })
    expect(opinion === null ? '' : textOf(opinion, 'facts')).toBe('第一个窗口写的事实')
    await refusal(save('reviewer2', '别人写的'), 'not-your-part')
  })

  it('may not be a section that there is not, and not nothing', async () => {
    const caseId = await reviewedCase(station)
    const { version } = await reviewer().call('opinion.compose', { caseId })
    await refusal(reviewer().call('opinion.saveSection', { caseId, expectedVersion: version, sectionId: 'no-such', text: 'x' }), 'not-found')
    const emptied = await reviewer().call('opinion.saveSection', { caseId, expectedVersion: version, sectionId: 'facts', text: '  ' })
    const data = await refusal(reviewer().call('opinion.submit', { caseId, expectedVersion: emptied.version }), 'opinion-incomplete')
    expect(data['missing']).toHaveLength(1)
  })
})

describe('another opinion type than the answers lead to', () => {
  it('a milder one needs a typed reason, which stands in the opinion and before the head', async () => {
    const caseId = await reviewedCase(station, {}, new Map([[fatal, NO]]))
    const { version, type } = await reviewer().call('opinion.compose', { caseId })
    const choose = (reason: string, expectedVersion = version) => reviewer().call('opinion.chooseType', { caseId, expectedVersion, type: 'T-COND', reason })
    expect(await refusal(choose(''), 'override-needs-reason')).toEqual({ questions: [fatal] })
    await refusal(choose('短'.repeat(SHORTEST_OVERRIDE_REASON - 1)), 'override-needs-reason')
    const reason = '经集体研究，该问题不影响处罚决定的成立，理由详见讨论记录'
    const chosen = await choose(reason)
    expect(chosen).toMatchObject({ type: 'T-COND', overrideReason: reason, derived: { type } })
    expect(textOf(chosen, 'conclusion')).toContain(reason)
    const submitted = await reviewer().call('opinion.submit', { caseId, expectedVersion: chosen.version })
    const seen = await head().call('opinion.get', { caseId, round: null })
    expect(seen).toMatchObject({ overrideReason: reason, derived: { openFatal: [fatal] } })
    await head().call('opinion.approve', { caseId, expectedVersion: submitted.version })
    const entry = (await head().call('cases.history', { caseId })).at(-1)
    expect(JSON.parse(entry?.content ?? '{}')).toMatchObject({ type: 'T-COND', overrideReason: reason })
  })

  it('a stricter one needs none; an unknown one is not found', async () => {
    const caseId = await reviewedCase(station)
    const { version } = await reviewer().call('opinion.compose', { caseId })
    expect(await reviewer().call('opinion.chooseType', { caseId, expectedVersion: version, type: 'T-SUP', reason: '' })).toMatchObject({ type: 'T-SUP' })
    await refusal(reviewer().call('opinion.chooseType', { caseId, expectedVersion: version + 1, type: 'T-NONE', reason: '' }), 'not-found')
  })

  it('does not outlive its reason: composed anew after a fatal “no” more, the reason is asked for again or still covers it', async () => {
    const caseId = await reviewedCase(station)
    const { version } = await reviewer().call('opinion.compose', { caseId })
    const stricter = await reviewer().call('opinion.chooseType', { caseId, expectedVersion: version, type: 'T-COND', reason: '' })
    await answer(caseId, fatal)
    await refusal(reviewer().call('opinion.submit', { caseId, expectedVersion: stricter.version }), 'override-needs-reason')
    const again = await reviewer().call('opinion.compose', { caseId })
    expect(again).toMatchObject({ overrideReason: null, type: again.derived.type })
  })
})

describe('submitting', () => {
  it('is refused while an answer is open again', async () => {
    const caseId = await reviewedCase(station)
    const { version } = await reviewer().call('opinion.compose', { caseId })
    await answer(caseId, fatal, { ...YES, answer: null })
    expect(await refusal(reviewer().call('opinion.submit', { caseId, expectedVersion: version }), 'answers-incomplete')).toEqual({ questions: [fatal] })
  })

  it('ends answering and rewriting, until it is sent back with remarks', async () => {
    const caseId = await reviewedCase(station)
    const { version } = await submit(station, caseId)
    await refusal(answer(caseId, fatal), 'not-your-part')
    await refusal(reviewer().call('opinion.saveSection', { caseId, expectedVersion: version, sectionId: 'facts', text: 'x' }), 'transition-refused')
    const before = footprint(station.workstation.workbench.reader)
    await refusal(head().call('opinion.sendBack', { caseId, expectedVersion: version + 5, remarks: [{ sectionId: null, text: '改' }] }), 'conflict')
    expect(footprint(station.workstation.workbench.reader)).toEqual(before)
    const remarks = [
      { sectionId: 'facts', text: '事实部分请写明排放去向。' },
      { sectionId: null, text: '全文请再校对。' },
    ]
    const back = await head().call('opinion.sendBack', { caseId, expectedVersion: version, remarks })
    expect(back).toMatchObject({ state: 'draft', remarks: remarks.map((remark) => ({ ...remark, by: '韩正' })) })
    expect((await head().call('cases.get', { caseId })).state).toBe('underReview')
    await answer(caseId, fatal, { ...YES, note: '改后' })
    const again = await submit(station, caseId)
    expect(again.remarks).toHaveLength(2)
    expect((await head().call('opinion.approve', { caseId, expectedVersion: again.version })).state).toBe('approved')
  })

  it('needs remarks to be sent back', async () => {
    const caseId = await reviewedCase(station)
    const { version } = await submit(station, caseId)
    const reply = await station.workstation.dispatch('opinion.sendBack', { caseId, expectedVersion: version, remarks: [] }, head().caller)
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input', data: { field: 'remarks' } } })
  })
})

describe('approving', () => {
  it('is a second person’s: the reviewer who is also a head cannot approve or sign their own', async () => {
    const caseId = await registerCase(station)
    await attach(station, caseId, '一.txt', '一')
    await accept(station, caseId)
    await assign(station, caseId, 'both')
    await answerAll(station, caseId, new Map(), 'both')
    const both = station.as('both')
    const { version } = await both.call('opinion.compose', { caseId })
    const submitted = await both.call('opinion.submit', { caseId, expectedVersion: version })
    await refusal(both.call('opinion.approve', { caseId, expectedVersion: submitted.version }), 'not-your-part')
    await refusal(both.call('opinion.sendBack', { caseId, expectedVersion: submitted.version, remarks: [{ sectionId: null, text: '改' }] }), 'not-your-part')
    await head().call('opinion.approve', { caseId, expectedVersion: submitted.version })
    const { id } = await both.call('signing.issueFromStation', { signingPassword: 'qianming-2026' })
    await both.call('opinion.signAsReviewer', { caseId, certificateId: id, signingPassword: 'qianming-2026' })
    await refusal(both.call('opinion.signAsHead', { caseId, certificateId: id, signingPassword: 'qianming-2026' }), 'same-person-signs-twice')
  })

  it('is not possible before submitting, nor of a version that was not seen', async () => {
    const caseId = await reviewedCase(station)
    const { version } = await reviewer().call('opinion.compose', { caseId })
    await refusal(head().call('opinion.approve', { caseId, expectedVersion: version }), 'transition-refused')
    const submitted = await reviewer().call('opinion.submit', { caseId, expectedVersion: version })
    await refusal(head().call('opinion.approve', { caseId, expectedVersion: version }), 'conflict')
    expect(submitted.version).toBe(version + 1)
  })

  it('can be taken back with a reason as long as nobody has signed', async () => {
    const caseId = await reviewedCase(station)
    await approve(station, caseId)
    const recalled = await reviewer().call('opinion.recall', { caseId, reason: '发现笔误' })
    expect(recalled).toMatchObject({ state: 'draft', number: null })
    expect((await head().call('cases.get', { caseId })).state).toBe('underReview')
    expect((await approve(station, caseId)).state).toBe('approved')
  })
})
