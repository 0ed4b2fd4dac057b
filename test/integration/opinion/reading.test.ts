/** Reading an opinion: its pages while it is written, remarks at their place with answers, what changed since it was read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineText, type LaidOutDocument } from '../../../src/shared/documents/laid-out.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { NO, reviewedCase, submit } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

let station: TestStation
beforeAll(async () => {
  station = await createTestStation()
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const reviewer = () => station.as('reviewer')
const head = () => station.as('head')
const textOf = (pages: LaidOutDocument | null): string => pages?.pages.flatMap(({ lines }) => lines.filter(({ artifact }) => !artifact).map(lineText)).join('') ?? ''
const REMARK = { sectionId: 'facts', paragraph: '当事人未取得排污许可证，于二〇二六年三月向清川河排放印染废水。', text: '时间写明到日。' }

async function sentBack(): Promise<{ caseId: string; version: number }> {
  const caseId = await reviewedCase(station)
  const { version } = await submit(station, caseId)
  const back = await head().call('opinion.sendBack', { caseId, expectedVersion: version, remarks: [REMARK, { sectionId: null, text: '全文再校。' }] })
  return { caseId, version: back.version }
}

describe('the pages while it is written', () => {
  it('hold what is being typed, before it is stored; the stored text is untouched', async () => {
    const caseId = await reviewedCase(station)
    expect(await reviewer().call('opinion.pages', { caseId, round: null, texts: [] })).toBeNull()
    const opinion = await reviewer().call('opinion.compose', { caseId })
    const pages = await reviewer().call('opinion.pages', { caseId, round: null, texts: [{ sectionId: 'facts', text: '正在输入的事实。' }] })
    expect(textOf(pages)).toContain('正在输入的事实。')
    expect(textOf(pages)).not.toContain('排放印染废水')
    expect(textOf(await reviewer().call('opinion.pages', { caseId, round: null, texts: [] }))).toContain('排放印染废水')
    expect((await reviewer().call('opinion.get', { caseId, round: null }))?.version).toBe(opinion.version)
    const outlines = await reviewer().call('opinion.outlines', { face: pages?.faces[0] ?? '', characters: ['审', '核'] })
    expect(Object.keys(outlines)).toEqual(['审', '核'])
  })

  it('tell of a character that no font has, where it stands', async () => {
    const caseId = await reviewedCase(station)
    await reviewer().call('opinion.compose', { caseId })
    const data = await refusal(reviewer().call('opinion.pages', { caseId, round: null, texts: [{ sectionId: 'facts', text: '怪字\u{10FFFD}。' }] }), 'glyph-missing')
    expect(data['codePoint']).toBe('U+10FFFD')
  })
})

describe('remarks', () => {
  it('stand at their paragraph, and the head sees what the reviewer did about them', async () => {
    const { caseId, version } = await sentBack()
    const draft = await reviewer().call('opinion.get', { caseId, round: null })
    expect(draft?.remarks).toMatchObject([
      { ...REMARK, by: '韩正', answer: null },
      { sectionId: null, paragraph: null, text: '全文再校。', answer: null },
    ])
    const [first, second] = draft?.remarks ?? []
    const answered = await reviewer().call('opinion.answerRemark', { caseId, expectedVersion: version, remarkId: first?.id ?? '', text: '已写明。', resolved: true })
    const both = await reviewer().call('opinion.answerRemark', { caseId, expectedVersion: answered.version, remarkId: second?.id ?? '', text: '', resolved: true })
    await reviewer().call('opinion.submit', { caseId, expectedVersion: both.version })
    const seen = await head().call('opinion.get', { caseId, round: null })
    expect(seen?.remarks.map(({ answer }) => answer)).toMatchObject([
      { by: '顾盼', text: '已写明。', resolved: true },
      { by: '顾盼', text: '', resolved: true },
    ])
    const acts = (await head().call('cases.history', { caseId })).map(({ act }) => act)
    expect(acts.filter((act) => act === 'opinion.answerRemark')).toHaveLength(2)
  })

  it('are answered by who drafts, while it is a draft, and not with nothing', async () => {
    const { caseId, version } = await sentBack()
    const remarkId = (await reviewer().call('opinion.get', { caseId, round: null }))?.remarks[0]?.id ?? ''
    const say = { caseId, expectedVersion: version, remarkId, text: '已改。', resolved: false }
    await refusal(station.as('reviewer2').call('opinion.answerRemark', say), 'not-your-part')
    await refusal(head().call('opinion.answerRemark', say), 'not-allowed')
    await refusal(reviewer().call('opinion.answerRemark', { ...say, text: '' }), 'invalid-input')
    await refusal(reviewer().call('opinion.answerRemark', { ...say, remarkId: 'none' }), 'not-found')
    await refusal(reviewer().call('opinion.answerRemark', { ...say, expectedVersion: 1 }), 'conflict')
    const { version: next } = await reviewer().call('opinion.submit', { caseId, expectedVersion: version })
    await refusal(reviewer().call('opinion.answerRemark', { ...say, expectedVersion: next }), 'transition-refused')
  })
})

describe('what changed since the head read it', () => {
  it('is nothing known before they have read it', async () => {
    const caseId = await reviewedCase(station)
    await submit(station, caseId)
    expect(await head().call('opinion.changes', { caseId, round: null })).toBeNull()
  })

  it('is what was rewritten and answered otherwise after it was sent back', async () => {
    const { caseId, version } = await sentBack()
    expect(await head().call('opinion.changes', { caseId, round: null })).toMatchObject({ by: '韩正', round: 1, type: null, sections: [], answers: [] })
    await reviewer().call('opinion.saveSection', { caseId, expectedVersion: version, sectionId: 'facts', text: '当事人于二〇二六年三月九日排放印染废水。' })
    const { headings } = await reviewer().call('checklist.get', { caseId, round: null })
    const question = headings.flatMap(({ questions }) => questions).find(({ questionId }) => questionId.startsWith('8.'))
    if (question === undefined) throw new Error('no question of heading 8')
    await reviewer().call('checklist.answer', { caseId, questionId: question.questionId, expectedVersion: question.answer?.version ?? 0, fields: NO })
    const latest = await reviewer().call('opinion.get', { caseId, round: null })
    await reviewer().call('opinion.submit', { caseId, expectedVersion: latest?.version ?? 0 })
    const changes = await head().call('opinion.changes', { caseId, round: null })
    expect(changes?.answers).toMatchObject([{ questionId: question.questionId, before: { answer: 'yes' }, after: { answer: 'no', finding: NO.finding } }])
    expect(changes?.sections.find(({ id }) => id === 'facts')).toMatchObject({ before: REMARK.paragraph, after: '当事人于二〇二六年三月九日排放印染废水。' })
    expect(changes?.type).toMatchObject({ before: 'T-OK' })
  })
})
