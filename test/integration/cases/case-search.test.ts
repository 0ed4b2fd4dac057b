/** Searching cases by what their papers and opinions say. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EMPTY_CASE_FILTER, NEWEST_FIRST } from '../../../src/shared/cases/case-filter.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { documentText } from '../../../src/main/cases/opinion-index.ts'
import { queueReading, writePages } from '../../../src/main/intake/file-reading-record.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { accept, answerAll, assign, attach, caseFields, NO, registerCase } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

let station: TestStation

beforeAll(async () => {
  station = await createTestStation()
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

async function found(text: string, login = 'head') {
  return station.as(login).call('cases.list', { filter: { ...EMPTY_CASE_FILTER, text }, sort: NEWEST_FIRST, after: null, size: 50 })
}

/** As if the reader had read it. */
function readAs(sha256: string, pages: readonly string[]): void {
  const { workbench } = station.workstation
  workbench.withoutAudit('test', (writer) => {
    queueReading(writer, { sha256, name: '一.pdf' }, workbench.instant())
    writePages(writer, sha256, pages.map((text, index) => ({ number: index + 1, source: 'plain' as const, text, confidence: null })))
  })
}

describe('the papers of a case', () => {
  let caseId: CaseId
  let material: { readonly id: string; readonly sha256: string; readonly name: string }
  beforeAll(async () => {
    caseId = await registerCase(station, { title: '甲厂案' })
    await registerCase(station, { title: '乙厂案' })
    material = await attach(station, caseId, '监测报告.txt', '监测报告')
    readAs(material.sha256, ['第一页没有。', '经采样监测，\n总铬浓度超标二点三倍，鼂某在场。'])
  })

  it.each(['鼂', '总铬', '采样监测', '浓度超标'])('are found by %s, with the page and the words around', async (text) => {
    const { rows, hits } = await found(text)
    expect(rows.map(({ id }) => id)).toEqual([caseId])
    const hit = hits[caseId]
    expect(hit?.place).toEqual({ kind: 'paper', materialId: material.id, name: '监测报告.txt', page: 2 })
    expect(hit?.snippet.match).toBe(text)
    expect(`${hit?.snippet.before}${hit?.snippet.match}${hit?.snippet.after}`).toContain('总铬')
  })

  it('narrow together with the other conditions', async () => {
    const list = (state: 'received' | 'issued') =>
      station.as('head').call('cases.list', { filter: { ...EMPTY_CASE_FILTER, states: [state], text: '总铬' }, sort: { by: 'title', descending: false }, after: null, size: 50 })
    expect((await list('received')).rows).toHaveLength(1)
    expect((await list('issued')).rows).toHaveLength(0)
    expect(await station.as('head').call('cases.total', { filter: { ...EMPTY_CASE_FILTER, text: '总铬' }, sort: NEWEST_FIRST })).toEqual({ count: 1 })
  })

  it('that were removed are not searched any more', async () => {
    const other = await attach(station, caseId, '误传.txt', '误传')
    readAs(other.sha256, ['独一无二的词：薮猫。'])
    expect((await found('薮猫')).rows).toHaveLength(1)
    await station.as('handler').call('materials.remove', { materialId: other.id, reason: '误传' })
    expect((await found('薮猫')).rows).toHaveLength(0)
  })

  it('of a row that shows the words itself need no place', async () => {
    readAs((await attach(station, caseId, '三.txt', '三')).sha256, ['甲厂案的材料'])
    expect((await found('甲厂案')).hits).toEqual({})
  })
})

describe('the opinion of a case', () => {
  it('is found while it is a draft, by what is answered and by what was rewritten; not by what it no longer says', async () => {
    const caseId = await registerCase(station, { title: '丙厂案' })
    await accept(station, caseId)
    await assign(station, caseId)
    await answerAll(station, caseId, new Map([['3.8', { ...NO, finding: '未见告知书的貘字回证。' }]]))
    const reviewer = station.as('reviewer')
    let opinion = await reviewer.call('opinion.compose', { caseId })
    const drafted = await found('貘字回证')
    expect(drafted.rows.map(({ id }) => id)).toEqual([caseId])
    expect(drafted.hits[caseId]?.place).toEqual({ kind: 'opinion', round: 1, issued: false })
    const section = opinion.sections[0]
    if (section === undefined) throw new Error('no section')
    opinion = await reviewer.call('opinion.saveSection', { caseId, expectedVersion: opinion.version, sectionId: section.id, text: '改写为：犰狳。' })
    expect((await found('犰狳')).rows.map(({ id }) => id)).toEqual([caseId])
    await reviewer.call('opinion.saveSection', { caseId, expectedVersion: opinion.version, sectionId: section.id, text: null })
    expect((await found('犰狳')).rows).toEqual([])
  })

  it('is searched by the whole text of its document', () => {
    const text = documentText({ kind: 'x', title: '意见书', blocks: [{ kind: 'paragraph', inlines: [{ kind: 'text', text: '同意' }] }, { kind: 'table', rows: [[[{ kind: 'text', text: '单元格' }]]] }] } as never)
    expect(text.split('\n')).toEqual(['意见书', '同意', '单元格'])
  })
})

describe('words asked for one after another', () => {
  it('each answer is to its own words, though the earlier ones were given up', async () => {
    const words = ['总', '总铬', '总铬浓', '总铬浓度', '没有的词']
    const answers = await Promise.all(words.map((text) => found(text)))
    expect(answers.at(-1)?.rows).toEqual([])
    expect((await found('总铬浓度')).rows).toHaveLength(1)
  })

  it('two people at once get whole answers', async () => {
    const [one, other] = await Promise.all([found('总铬', 'head'), found('鼂某', 'reviewer')])
    expect([one.rows.length, other.rows.length]).toEqual([1, 1])
    expect(one.textsComplete && other.textsComplete).toBe(true)
  })
})

it('says what there is to choose from', async () => {
  await registerCase(station, { submittingUnit: '另一个大队', cause: '另一个案由' })
  const choices = await station.as('reviewer').call('cases.choices', {})
  expect(choices.units).toEqual([...choices.units].toSorted())
  expect(choices.units).toEqual(expect.arrayContaining(['另一个大队', caseFields().submittingUnit]))
  expect(choices.causes).toEqual(expect.arrayContaining(['另一个案由', caseFields().cause]))
  expect(choices.reviewers.map(({ name }) => name)).toEqual(expect.arrayContaining(['顾盼', '贺知']))
})
