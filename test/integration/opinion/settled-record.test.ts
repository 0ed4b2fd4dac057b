/** What was approved and issued stays as it was, whatever happens to case, station, people and papers afterwards. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyDataSchema } from '../../../src/main/export/verify-data.ts'
import { YES, answerAll, approve, attach, caseFields, certificateOf, issuedCase, registerCase, reviewedCase, signAsHead, signAsReviewer, submit, accept, assign } from '../../support/test-case.ts'
import { createTestStation, STATION_FIELDS, type TestStation } from '../../support/test-station.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { refusal } from '../../support/refusals.ts'

let station: TestStation
beforeAll(async () => void (station = await createTestStation()))
afterAll(() => station.close())

const head = () => station.as('head')
const handler = () => station.as('handler')
const reviewer = () => station.as('reviewer')

async function exported(caseId: string, login = 'head') {
  const folder = temporaryFolder('export')
  const { folder: made } = await station.as(login).call('export.caseFile', { caseId, folder })
  const read = (name: string): unknown => JSON.parse(readFileSync(join(made, name), 'utf8'))
  return { names: readdirSync(made), checklist: read('3 法制审核清单.json') as { answers: { id: string; answer: object | null }[] }, data: verifyDataSchema.parse(read('verify.json')) }
}

describe('an issued round', () => {
  it('keeps its questions and answers when the next round changes the case, and the agency its sector', async () => {
    const { caseId } = await issuedCase(station, {}, new Map([['3.8', { ...YES, answer: 'no' }]]))
    const before = await exported(caseId)
    await handler().call('intake.resubmit', { caseId, receivedOn: '2026-05-06', note: '', corrections: [{ number: 1, corrected: '已经重新告知。' }] })
    const detail = await handler().call('cases.get', { caseId })
    const fields = { ...detail.fields, actionKinds: ['licence' as const], title: '改名后的案件' }
    await handler().call('cases.update', { caseId, expectedVersion: detail.version, fields })
    await station.as('admin').call('station.update', { station: { ...STATION_FIELDS, sector: 'market-regulation' } })
    const after = await exported(caseId)
    await station.as('admin').call('station.update', { station: STATION_FIELDS })
    expect(after.checklist).toEqual(before.checklist)
    expect(after.checklist.answers.every(({ answer }) => answer !== null)).toBe(true)
    const round = await head().call('checklist.get', { caseId, round: 1 })
    expect(round.derived.unanswered).toEqual([])
  })

  it('has its own day of receipt: changing the case in round 2 does not turn it back', async () => {
    const { caseId } = await issuedCase(station, {}, new Map([['3.8', { ...YES, answer: 'no' }]]))
    await handler().call('intake.resubmit', { caseId, receivedOn: '2026-05-06', note: '', corrections: [{ number: 1, corrected: '已经重新告知。' }] })
    const detail = await handler().call('cases.get', { caseId })
    await handler().call('cases.update', { caseId, expectedVersion: detail.version, fields: { ...detail.fields, cause: '改正后的案由' } })
    const { rounds } = await handler().call('cases.get', { caseId })
    expect(rounds.map(({ submittedOn }) => submittedOn)).toEqual(['2026-04-07', '2026-05-06'])
  })
})

describe('an approved opinion', () => {
  it('is signed word for word as the head approved it', async () => {
    const caseId = await reviewedCase(station)
    const approved = await approve(station, caseId)
    await station.as('admin').call('station.update', { station: { ...STATION_FIELDS, agency: '改名后的生态环境局', reviewBody: '改名后的股室' } })
    const signed = await signAsReviewer(station, caseId)
    await station.as('admin').call('station.update', { station: STATION_FIELDS })
    expect(signed.document.blocks).toEqual(approved.document.blocks)
    expect(signed.document.signOff?.organ).toBe('清川县生态环境局法制审核股')
    expect(signed.document).toMatchObject({ watermark: null, number: signed.number })
  })

  it('is signed by the head who approved it, whose name it prints, and by no other', async () => {
    const caseId = await reviewedCase(station)
    await approve(station, caseId)
    await signAsReviewer(station, caseId)
    expect(await refusal(signAsHead(station, caseId, 'head2'), 'other-head-approved')).toEqual({ name: '韩正' })
    expect((await signAsHead(station, caseId)).state).toBe('issued')
  })

  it('withdrawn after the first signature leaves a void number, none in between', async () => {
    const caseId = await reviewedCase(station)
    await approve(station, caseId)
    const { number } = await signAsReviewer(station, caseId)
    await head().call('cases.withdraw', { caseId, reason: '当事人已经注销' })
    const register = await head().call('opinion.numbers', { year: Number(/〔(\d{4})〕/.exec(number ?? '')?.[1]) })
    expect(register.find((row) => row.number === number)).toMatchObject({ state: 'void', reason: '当事人已经注销' })
  })
})

describe('evidence', () => {
  it('that was removed is not cited: the draft is refused with the questions', async () => {
    const caseId = await registerCase(station)
    const material = await attach(station, caseId, '证据.txt', '证据内容')
    await accept(station, caseId)
    await assign(station, caseId)
    const pinned = { ...YES, evidence: [{ materialId: material.id, page: 1, passage: null }] }
    await answerAll(station, caseId, new Map([['4.1', pinned]]))
    await reviewer().call('materials.remove', { materialId: material.id, reason: '重复收入' })
    expect(await refusal(submit(station, caseId), 'evidence-removed')).toEqual({ questions: ['4.1'] })
  })

  it('is not touched by who has no part in the review: not another reviewer, not one recused, not the handler', async () => {
    const caseId = await registerCase(station)
    const material = await attach(station, caseId, '证据.txt', '别人的证据')
    await accept(station, caseId)
    await assign(station, caseId)
    await answerAll(station, caseId)
    const remove = (login: string) => station.as(login).call('materials.remove', { materialId: material.id, reason: '不该由我移除' })
    for (const login of ['reviewer2', 'handler', 'handler2']) await refusal(remove(login), 'not-your-part')
    await attach(station, caseId, '补充.txt', '承办人补充')
    await remove('reviewer')
  })
})

describe('an export', () => {
  it('is not for a handler without a part in the case, nor for a recused reviewer', async () => {
    const { caseId } = await issuedCase(station)
    await refusal(exported(caseId, 'handler2'), 'not-your-part')
    await head().call('assignment.recuse', { caseId, personId: station.ids.get('reviewer2') ?? '', reason: '近亲属' })
    await refusal(exported(caseId, 'reviewer2'), 'not-your-part')
    expect((await exported(caseId, 'handler')).names).toContain('verify.json')
  })

  it('keeps back what was written in confidence', async () => {
    const secret = '仅供审核人自己看的备注'
    const { caseId } = await issuedCase(station, {}, new Map([['1.1', { ...YES, note: secret }]]))
    const { data, checklist } = await exported(caseId)
    expect(JSON.stringify([data, checklist])).not.toContain(secret)
    expect(data.chain.find(({ act }) => act === 'answer.save')?.content).toBeNull()
    expect(data.chain.find(({ act }) => act === 'opinion.issue')?.content).toContain('pdf')
  })
})

describe('a certificate', () => {
  it('belongs to one person: the same file is not taken for a second one', async () => {
    const certificateId = await certificateOf(reviewer())
    const row = station.workstation.workbench.reader.get<{ certificate: Uint8Array }>('SELECT certificate FROM certificates WHERE id = ?', certificateId)
    const { holderOf } = await import('../../../src/main/signing/certificate-record.ts')
    expect(holderOf(station.workstation.workbench.reader, row?.certificate ?? new Uint8Array())).toBe(station.ids.get('reviewer'))
  })
})

it('a case that never came to an opinion has none to export', async () => {
  const caseId = await registerCase(station, { title: caseFields().title })
  await refusal(exported(caseId), 'not-found')
})
