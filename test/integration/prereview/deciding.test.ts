/** What the rules find in a stored case, and what becomes of a finding: accepted, changed, dismissed; the trail keeps all. */
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { CaseId } from '../../../src/shared/values/values.ts'
import type { Prereview } from '../../../src/shared/prereview/contract.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { accept, assign, registerCase } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

const open: TestStation[] = []
afterEach(() => {
  for (const station of open.splice(0)) station.close()
})
afterAll(removeTemporaryFolders)

/** A decision with several things wrong that need no other paper to be seen. */
const DECISION = `清川县生态环境局
行政处罚决定书
清环罚字〔2026〕9号
当事人：清川县碧波印染有限公司
统一社会信用代码：91350100M000100Y44
法定代表人：白露
经查，你公司未取得排污许可证，于2026年3月1日至3月9日向清川河排放印染废水。
上述行为违反了《排污许可管理条例》第二条第一款的规定。
依据《排污许可管理条例》第三十三条第一项的规定，我局拟对你公司作出如下行政处罚：
罚款200000元（大写：叁拾万元整）。
如不服本决定，可自收到本决定书之日起六十日内向清川县人民政府申请行政复议，也可以在六个月内向有管辖权的人民法院提起行政诉讼。
清川县生态环境局
2026年4月20日`

async function underReview(): Promise<{ the: TestStation; caseId: CaseId }> {
  const the = await createTestStation({ read: true })
  open.push(the)
  const caseId = await registerCase(the)
  const client = the.as('handler')
  const staged = await client.stage('行政处罚决定书（拟稿）.txt', DECISION)
  await client.call('materials.attach', { caseId, files: [{ stagedId: staged.id, name: '行政处罚决定书.txt', kind: null }] })
  await the.workstation.workbench.reading.idle()
  await accept(the, caseId)
  await assign(the, caseId)
  await the.as('reviewer').call('checklist.begin', { caseId })
  return { the, caseId }
}

const find = (the: TestStation, caseId: CaseId, login = 'reviewer'): Promise<Prereview> => the.as(login).call('prereview.findings', { caseId, round: null })

async function answerTo(the: TestStation, caseId: CaseId, questionId: string) {
  const { headings } = await the.as('reviewer').call('checklist.get', { caseId, round: null })
  return headings.flatMap(({ questions }) => questions).find((one) => one.questionId === questionId)?.answer ?? null
}

async function findingOn(the: TestStation, caseId: CaseId, questionId: string) {
  const found = (await find(the, caseId)).findings.find(({ finding }) => finding.questionId === questionId)
  if (found === undefined) throw new Error(`nothing was found on ${questionId}`)
  return found.finding
}

describe('the findings of a case', () => {
  it('point at the words in the paper, in the order of the headings', async () => {
    const { the, caseId } = await underReview()
    const { findings, failed, unread } = await find(the, caseId)
    expect(failed).toEqual([])
    expect(unread).toEqual([])
    const questions = findings.map(({ finding }) => finding.questionId)
    expect(questions).toEqual(expect.arrayContaining(['7.3', '7.6']))
    const headings = questions.map((id) => Number(id.split('.')[0]))
    expect(headings).toEqual(headings.toSorted((one, other) => one - other))
    const { materials } = await the.as('reviewer').call('cases.get', { caseId })
    const text = await the.as('reviewer').call('intake.text', { materialId: materials[0]?.id ?? '' })
    for (const { finding } of findings) {
      for (const { fileId, passage, quote } of finding.evidence) {
        expect(fileId).toBe(materials[0]?.id)
        const words = text.pages.find(({ number }) => number === passage.page)?.text.slice(passage.start, passage.end) ?? ''
        expect(words.trim().slice(0, 60)).toBe(quote.slice(0, 60))
      }
    }
  })

  it('name the papers that no rule has seen', async () => {
    const the = await createTestStation()
    open.push(the)
    const caseId = await registerCase(the)
    const client = the.as('handler')
    const staged = await client.stage('一.txt', DECISION)
    await client.call('materials.attach', { caseId, files: [{ stagedId: staged.id, name: '一.txt', kind: null }] })
    expect((await find(the, caseId)).unread).toEqual([{ name: '一.txt', state: 'waiting' }])
  })

  it('name a paper that was understood while they were looked for: no rule has seen it', async () => {
    const { the, caseId } = await underReview()
    const { workbench } = the.workstation
    const parts = workbench.reader.all<Record<string, string | number>>('SELECT * FROM material_documents')
    const [first = {}] = parts
    const columns = Object.keys(first)
    workbench.withoutAudit('test', (writer) => writer.run('DELETE FROM material_documents'))
    const asked = find(the, caseId)
    workbench.withoutAudit('test', (writer) => {
      const values = columns.map(() => '?').join(', ')
      for (const part of parts) writer.run(`INSERT INTO material_documents (${columns.join(', ')}) VALUES (${values})`, ...Object.values(part))
    })
    const { findings, unread } = await asked
    expect(findings.filter(({ finding }) => finding.questionId.startsWith('7.'))).toEqual([])
    expect(unread).toEqual([{ name: '行政处罚决定书.txt', state: 'waiting' }])
    expect((await find(the, caseId)).unread).toEqual([])
  })

  it('are the same each time', async () => {
    const { the, caseId } = await underReview()
    expect((await find(the, caseId)).findings).toEqual((await find(the, caseId)).findings)
  })
})

describe('a finding', () => {
  it('that is accepted fills the answer with words and evidence, in one act', async () => {
    const { the, caseId } = await underReview()
    const finding = await findingOn(the, caseId, '7.3')
    const acts = () => the.workstation.workbench.reader.all<{ act: string }>('SELECT act FROM audit ORDER BY seq').length
    const before = acts()
    await the.as('reviewer').call('prereview.decide', { caseId, key: finding.key, expectedVersion: 0, decision: { outcome: 'accepted' } })
    expect(acts()).toBe(before + 1)
    const answer = await answerTo(the, caseId, '7.3')
    expect(answer).toMatchObject({ answer: 'no', finding: finding.message['zh-CN'], suggestion: finding.suggestion['zh-CN'], version: 1 })
    expect(answer?.evidence[0]).toMatchObject({ page: finding.evidence[0]?.passage.page, passage: finding.evidence[0]?.quote })
    const decided = (await find(the, caseId)).findings.find((one) => one.finding.key === finding.key)
    expect(decided?.decision).toMatchObject({ outcome: 'accepted', by: '顾盼' })
  })

  it('that is accepted beside an answer adds to it and overwrites nothing', async () => {
    const { the, caseId } = await underReview()
    const fields = { answer: 'no' as const, finding: '复议机关写错。', suggestion: '改正。', note: '自记', evidence: [] }
    await the.as('reviewer').call('checklist.answer', { caseId, questionId: '7.3', expectedVersion: 0, fields })
    const finding = await findingOn(the, caseId, '7.3')
    await the.as('reviewer').call('prereview.decide', { caseId, key: finding.key, expectedVersion: 1, decision: { outcome: 'accepted' } })
    const answer = await answerTo(the, caseId, '7.3')
    expect(answer?.finding).toBe(`复议机关写错。\n${finding.message['zh-CN']}`)
    expect(answer?.note).toBe('自记')
  })

  it('that is changed writes the officer’s words, and the trail keeps both', async () => {
    const { the, caseId } = await underReview()
    const finding = await findingOn(the, caseId, '7.3')
    const decision = { outcome: 'changed' as const, finding: '法院名称不具体。', suggestion: '写明法院。', answer: 'cannotTell' as const }
    await the.as('reviewer').call('prereview.decide', { caseId, key: finding.key, expectedVersion: 0, decision })
    expect(await answerTo(the, caseId, '7.3')).toMatchObject({ answer: 'cannotTell', finding: '法院名称不具体。', suggestion: '写明法院。' })
    const [entry] = the.workstation.workbench.reader.all<{ content: string }>("SELECT content FROM audit WHERE act = 'finding.change'")
    expect(entry?.content).toContain(JSON.stringify(finding.message['zh-CN']).slice(1, -1))
    expect(entry?.content).toContain('法院名称不具体。')
  })

  it('that is dismissed with a reason leaves the answer alone and counts for its rule', async () => {
    const { the, caseId } = await underReview()
    const finding = await findingOn(the, caseId, '7.3')
    await the.as('reviewer').call('prereview.decide', { caseId, key: finding.key, expectedVersion: 0, decision: { outcome: 'dismissed', reason: '本地惯例另有规定' } })
    expect(await answerTo(the, caseId, '7.3')).toBeNull()
    const [first] = await the.as('supervisor').call('prereview.ruleUse', {})
    expect(first).toMatchObject({ id: finding.ruleId, dismissed: 1, accepted: 0 })
    expect(first?.lastReasons[0]?.reason).toBe('本地惯例另有规定')
  })

  it('stays in sight after its paper is gone, marked as no longer found', async () => {
    const { the, caseId } = await underReview()
    const finding = await findingOn(the, caseId, '7.3')
    await the.as('reviewer').call('prereview.decide', { caseId, key: finding.key, expectedVersion: 0, decision: { outcome: 'dismissed', reason: '另有规定' } })
    const { materials } = await the.as('reviewer').call('cases.get', { caseId })
    await the.as('reviewer').call('materials.remove', { materialId: materials[0]?.id ?? '', reason: '误传' })
    const kept = (await find(the, caseId)).findings.find((one) => one.finding.key === finding.key)
    expect(kept).toMatchObject({ stillFound: false, decision: { outcome: 'dismissed' } })
  })

  it('is not decided on an answer that somebody changed meanwhile', async () => {
    const { the, caseId } = await underReview()
    const finding = await findingOn(the, caseId, '7.3')
    const fields = { answer: 'yes' as const, finding: '', suggestion: '', note: '', evidence: [] }
    await the.as('reviewer').call('checklist.answer', { caseId, questionId: '7.3', expectedVersion: 0, fields })
    await refusal(the.as('reviewer').call('prereview.decide', { caseId, key: finding.key, expectedVersion: 0, decision: { outcome: 'accepted' } }), 'conflict')
    expect((await find(the, caseId)).findings.find((one) => one.finding.key === finding.key)?.decision).toBeNull()
  })

  it('is decided by the case’s reviewer alone', async () => {
    const { the, caseId } = await underReview()
    const finding = await findingOn(the, caseId, '7.3')
    const decision = { outcome: 'dismissed' as const, reason: '另有规定' }
    await refusal(the.as('reviewer2').call('prereview.decide', { caseId, key: finding.key, expectedVersion: 0, decision }), 'not-your-part')
    await refusal(the.as('head').call('prereview.decide', { caseId, key: finding.key, expectedVersion: 0, decision }), 'not-allowed')
    await refusal(the.as('reviewer').call('prereview.decide', { caseId, key: 'nothing-of-that-key', expectedVersion: 0, decision }), 'not-found')
  })
})
