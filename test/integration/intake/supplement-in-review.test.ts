/** A paper turns out to be missing on day 2 of the review: it is asked for, the review rests and goes on where it was. */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { supplementAndDiscussion } from '../../../src/main/store/migrations/0260-supplement-and-discussion.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { approve, attach, caseFields, reviewedCase, signAsHead, signAsReviewer } from '../../support/test-case.ts'
import { createTestStation, STATION_FIELDS, type TestStation } from '../../support/test-station.ts'

let now = new Date()
const at = (day: string): void => void (now = new Date(`${day}T02:00:00.000Z`))
/** Five working days, of which supplements are left out: Inner Mongolia, Order 244 art. 31. */
let north: TestStation
/** Ten working days, about supplements the rule says nothing. */
let market: TestStation
const ASKED = { missing: ['行政处罚事先告知书送达回证'], reason: '未见送达凭证，不能判断告知是否到达。', replyBy: '2026-05-13' }

beforeAll(async () => {
  at('2026-05-06')
  const options = { now: () => now }
  north = await createTestStation({ ...options, fields: { ...STATION_FIELDS, sector: null, divisionCode: '150102' } })
  market = await createTestStation({ ...options, fields: { ...STATION_FIELDS, sector: 'market-regulation' } })
})
afterAll(() => {
  north.close()
  market.close()
  removeTemporaryFolders()
})

/** Accepted and answered on Wednesday 2026-05-06, with a draft. */
async function inReview(station: TestStation): Promise<CaseId> {
  at('2026-05-06')
  const caseId = await reviewedCase(station, { receivedOn: '2026-05-06' })
  await station.as('reviewer').call('opinion.compose', { caseId })
  at('2026-05-07')
  return caseId
}
const detailOf = (station: TestStation, caseId: CaseId, login = 'reviewer') => station.as(login).call('cases.get', { caseId })
async function clockOf(station: TestStation, caseId: CaseId, key: string) {
  const { clocks } = await station.as('reviewer').call('deadlines.ofCase', { caseId })
  const found = clocks.find((clock) => clock.key === key)
  if (found === undefined) throw new Error(`no clock ${key}`)
  return found
}
/** As the screen does: while cases are still being counted, it asks again. */
async function boardOf(station: TestStation, caseId: CaseId) {
  for (;;) {
    const board = await station.as('head').call('deadlines.board', { filter: { light: null, subject: null, desk: null, personId: null }, offset: 0 })
    if (board.pending === 0) return board.rows.filter((row) => row.caseId === caseId).map(({ clock }) => `${clock.subject} ${clock.state}`)
  }
}
function textOf(pdf: Uint8Array): string {
  const file = join(temporaryFolder('notice'), 'notice.pdf')
  writeFileSync(file, pdf)
  return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/gu, '')
}
const everythingDone = async (station: TestStation, caseId: CaseId) => {
  const reviewer = station.as('reviewer')
  const { headings } = await reviewer.call('checklist.get', { caseId, round: null })
  const opinion = await reviewer.call('opinion.get', { caseId, round: 1 })
  return { answers: headings.flatMap(({ questions }) => questions.map(({ questionId, answer }) => [questionId, answer?.answer, answer?.version])), draft: [opinion?.version, opinion?.sections] }
}

describe('where the rule leaves the time out', () => {
  it('the review rests with all that was done, the notice is printed, and it goes on with the days that were left', async () => {
    const caseId = await inReview(north)
    const before = await everythingDone(north, caseId)
    expect(await detailOf(north, caseId)).toMatchObject({ state: 'underReview', dueOn: '2026-05-12' })
    const { documentId } = await north.as('reviewer').call('intake.askSupplement', { caseId, ...ASKED })

    const waiting = await detailOf(north, caseId)
    expect(waiting).toMatchObject({ state: 'supplementing', round: 1, dueOn: '2026-05-13', reviewer: { name: '顾盼' } })
    expect(waiting.returns).toMatchObject([{ missing: ASKED.missing, inReview: true, endedOn: null, endedWith: null }])
    expect(waiting.documents).toContainEqual(expect.objectContaining({ id: documentId, kind: 'supplementNotice', round: 1 }))
    const notice = textOf(await north.as('handler').read(`document/${documentId}`))
    for (const words of ['材料补正通知书', '送达回证', '2026年5月13日', '请予补正', '暂停审核', '不计入审核期限']) expect(notice).toContain(words)
    expect(notice).not.toContain('退回')

    at('2026-05-08')
    expect(await clockOf(north, caseId, 'supplement/1')).toMatchObject({ start: { day: '2026-05-07' }, due: '2026-05-13', desk: 'handler', stop: null })
    const resting = await clockOf(north, caseId, 'review/1')
    expect(resting).toMatchObject({ state: 'suspended', suspendedSince: '2026-05-07', due: '2026-05-19', excluded: [{ name: { 'zh-CN': '补充材料' } }] })
    expect(resting.excluded[0]?.basis).toMatchObject([{ law: '内蒙古自治区行政执法公示执法全过程记录重大执法决定法制审核办法', article: 31 }])

    // it lies with the handling side, and the reviewer sees what they wait for
    const handler = (await north.as('handler').call('home.summary', { scope: 'handling' })).queues
    expect(handler.find(({ id }) => id === 'toSupplement')?.cases.map(({ row, due }) => [row.id, due?.clock])).toContainEqual([caseId, 'supplement'])
    const reviewer = (await north.as('reviewer').call('home.summary', { scope: 'reviewing' })).queues
    expect(reviewer.find(({ id }) => id === 'awaitingPapers')?.cases.map(({ row, due }) => [row.id, due?.clock])).toContainEqual([caseId, 'supplement'])
    await refusal(north.as('reviewer').call('opinion.compose', { caseId }), 'transition-refused')

    at('2026-05-11')
    await attach(north, caseId, '送达回证.txt', '送达回证：已于四月二日送达。')
    expect(await north.as('handler').call('intake.takeSupplement', { caseId, receivedOn: '2026-05-11', note: '补交送达回证。' })).toEqual({ dueOn: '2026-05-15' })
    const after = await detailOf(north, caseId)
    expect(after).toMatchObject({ state: 'underReview', round: 1, dueOn: '2026-05-15', reviewer: { name: '顾盼' } })
    expect(after.returns).toMatchObject([{ endedOn: '2026-05-11', endedWith: 'papers' }])
    expect(await everythingDone(north, caseId)).toEqual(before)
    expect(await clockOf(north, caseId, 'supplement/1')).toMatchObject({ state: 'kept', stop: { day: '2026-05-11' } })
    // 05-08, 05-09 (a Saturday that is worked) and 05-11 do not count
    expect(await clockOf(north, caseId, 'review/1')).toMatchObject({ suspendedSince: null, due: '2026-05-15', excluded: [{ from: '2026-05-07', to: '2026-05-11' }] })
    expect(await boardOf(north, caseId)).toEqual([])
    expect((await north.as('reviewer').call('timeline.get', { caseId })).limits.find(({ subject }) => subject === 'review')?.due).toBe('2026-05-15')

    at('2026-05-14')
    expect(await boardOf(north, caseId)).toEqual(['review amber'])
    await approve(north, caseId)
    await signAsReviewer(north, caseId)
    await signAsHead(north, caseId)
    expect(await detailOf(north, caseId)).toMatchObject({ state: 'issued', red: [] })
    expect(await clockOf(north, caseId, 'review/1')).toMatchObject({ state: 'kept', due: '2026-05-15' })
    const ledger = await north.as('head').call('ledger.overview', {})
    expect(ledger.years).not.toEqual([])
    const reader = north.workstation.workbench.reader
    expect(reader.get('SELECT accepted_on, due_on, returns FROM issued_reviews WHERE case_id = ?', caseId)).toEqual({ accepted_on: '2026-05-06', due_on: '2026-05-15', returns: 0 })
    const acts = (await north.as('reviewer').call('cases.history', { caseId })).map(({ act }) => act)
    expect(acts.filter((act) => act.endsWith('Supplement'))).toEqual(['case.askSupplement', 'case.takeSupplement'])
  })

  it('nobody stretches the review by letting it wait: after the set day it runs, and is red when it is over', async () => {
    const caseId = await inReview(north)
    await north.as('reviewer').call('intake.askSupplement', { caseId, ...ASKED })
    expect(await boardOf(north, caseId)).toEqual([])
    at('2026-05-13')
    expect((await detailOf(north, caseId)).offers.find(({ action }) => action === 'endSupplement')?.refusal).toEqual({ kind: 'condition', missing: ['supplementOver'] })
    expect(await refusal(north.as('reviewer').call('intake.endSupplement', { caseId, reason: '现有证据足以判断。' }), 'not-ready')).toEqual({ action: 'endSupplement', missing: ['supplementOver'] })
    at('2026-05-14')
    expect((await clockOf(north, caseId, 'review/1')).suspendedSince).toBeNull()
    expect((await detailOf(north, caseId)).offers).toContainEqual({ action: 'endSupplement', refusal: null })
    at('2026-05-20')
    // nothing happened to the case meanwhile: the board turns red by itself
    expect((await boardOf(north, caseId)).toSorted()).toEqual(['review red', 'supplement red'])
    expect(await north.as('reviewer').call('intake.endSupplement', { caseId, reason: '现有证据足以判断。' })).toEqual({ dueOn: '2026-05-19' })
    expect(await detailOf(north, caseId)).toMatchObject({ state: 'underReview', dueOn: '2026-05-19', returns: [{ endedOn: '2026-05-20', endedWith: 'nothing' }] })
  })

  it('twice in one review, and withdrawn while it waits', async () => {
    const caseId = await inReview(north)
    await north.as('reviewer').call('intake.askSupplement', { caseId, ...ASKED, replyBy: '2026-05-08' })
    at('2026-05-08')
    await north.as('head').call('intake.takeSupplement', { caseId, receivedOn: '2026-05-08', note: '' })
    expect((await detailOf(north, caseId)).dueOn).toBe('2026-05-13')
    await north.as('head').call('intake.askSupplement', { caseId, ...ASKED })
    at('2026-05-11')
    expect((await north.as('reviewer').call('deadlines.ofCase', { caseId })).clocks.filter(({ subject }) => subject === 'supplement')).toMatchObject([
      { key: 'supplement/1', state: 'kept', due: '2026-05-08' }, { key: 'supplement/2', due: '2026-05-13', stop: null },
    ])
    await north.as('handler').call('cases.withdraw', { caseId, reason: '补充调查后另行送审。' })
    expect(await detailOf(north, caseId)).toMatchObject({ state: 'withdrawn', dueOn: null })
    expect(await clockOf(north, caseId, 'supplement/2')).toMatchObject({ stop: { day: '2026-05-11' } })
    expect(await boardOf(north, caseId)).toEqual([])
  })

  it('an extension that is recorded meanwhile moves the review and leaves the case the day of its supplement', async () => {
    const caseId = await inReview(north)
    await north.as('reviewer').call('intake.askSupplement', { caseId, ...ASKED })
    at('2026-05-08')
    const extension = { length: 5, approvedBy: '周局长', approvedOn: '2026-05-08', reason: '案情复杂', materialId: null }
    expect(await north.as('reviewer').call('deadlines.extend', { caseId, clock: 'review/1', ...extension })).toMatchObject({ due: '2026-05-26' })
    expect((await detailOf(north, caseId)).dueOn).toBe('2026-05-13')
    expect(await north.as('handler').call('intake.takeSupplement', { caseId, receivedOn: '2026-05-08', note: '' })).toEqual({ dueOn: '2026-05-20' })
  })
})

describe('while it rests', () => {
  it('it is amber for nobody, and is so on the day on which it goes on', async () => {
    const caseId = await inReview(north)
    at('2026-05-11')
    await north.as('reviewer').call('intake.askSupplement', { caseId, ...ASKED, replyBy: '2026-05-15' })
    const told = async (login: string) => (await north.as(login).call('deadlines.mine', {})).rows.filter((row) => row.caseId === caseId).map(({ clock }) => `${clock.subject} ${clock.state}`)
    // other cases of the station are amber too
    const counted = async () => {
      const { counts, rows } = await north.as('head').call('deadlines.board', { filter: { light: 'amber', subject: 'review', desk: null, personId: null }, offset: 0 })
      const amber = counts.filter(({ subject }) => subject === 'review').reduce((sum, count) => sum + count.amber, 0)
      return { amber, shown: rows.filter(({ clock }) => clock.state === 'amber').length }
    }
    at('2026-05-14')
    expect(await clockOf(north, caseId, 'review/1')).toMatchObject({ state: 'suspended', due: '2026-05-18', amberFrom: '2026-05-13T16:00:00.000Z' })
    expect(await boardOf(north, caseId)).toEqual(['supplement amber'])
    expect(await told('reviewer')).toEqual([])
    const resting = await counted()
    expect(resting.amber).toBe(resting.shown)
    at('2026-05-15')
    expect((await boardOf(north, caseId)).toSorted()).toEqual(['review amber', 'supplement amber'])
    expect(await told('reviewer')).toEqual(['review amber'])
    const going = await counted()
    expect(going.amber).toBe(going.shown)
  })

  it('the head gives it to another reviewer, with a reason: it waits on for the same papers, and goes on under them', async () => {
    const caseId = await inReview(north)
    const done = await everythingDone(north, caseId)
    await north.as('reviewer').call('intake.askSupplement', { caseId, ...ASKED })
    at('2026-05-08')
    const personId = north.ids.get('reviewer2') ?? ''
    const change = { caseId, personId, reason: '原审核人调离。' }
    await refusal(north.as('reviewer').call('assignment.choose', change), 'not-allowed')
    expect(await refusal(north.as('head').call('assignment.choose', { ...change, personId: north.ids.get('reviewer') ?? '' }), 'reviewer-not-eligible')).toMatchObject({ reason: 'replaced' })
    expect((await detailOf(north, caseId, 'head')).offers).toContainEqual({ action: 'reassign', refusal: null })
    const { eligible } = await north.as('head').call('assignment.candidates', { caseId })
    expect(eligible.map((one) => one.personId)).toEqual([personId])
    expect(await north.as('head').call('assignment.choose', change)).toMatchObject({ mode: 'chosen', personId, reason: '原审核人调离。', round: 1 })
    // the notice stands with its day, and nobody else's review rests
    expect(await detailOf(north, caseId, 'head')).toMatchObject({
      state: 'supplementing', dueOn: '2026-05-13', reviewer: { id: personId }, returns: [{ replyBy: '2026-05-13', endedOn: null }], rounds: [{ reviewerId: personId }],
    })
    expect((await north.as('head').call('cases.history', { caseId })).at(-1)).toMatchObject({ act: 'case.reassign' })
    expect(await clockOf(north, caseId, 'review/1')).toMatchObject({ state: 'suspended', due: '2026-05-19' })
    await refusal(north.as('reviewer').call('intake.takeSupplement', { caseId, receivedOn: '2026-05-08', note: '' }), 'not-your-part')
    // who has it now is warned of it, and the one before is not
    at('2026-05-12')
    const told = async (login: string) => (await north.as(login).call('deadlines.mine', {})).rows.filter((row) => row.caseId === caseId).map(({ clock }) => clock.subject)
    await boardOf(north, caseId)
    expect(await north.as('reviewer2').call('intake.takeSupplement', { caseId, receivedOn: '2026-05-12', note: '补齐了回证。' })).toEqual({ dueOn: '2026-05-18' })
    at('2026-05-16')
    await boardOf(north, caseId)
    expect([await told('reviewer2'), await told('reviewer')]).toEqual([['review'], []])
    // what was answered and drafted is there, and the new one goes on with it
    expect(await detailOf(north, caseId, 'reviewer2')).toMatchObject({ state: 'underReview' })
    expect(await everythingDone(north, caseId)).toEqual(done)
    expect((await north.as('reviewer2').call('checklist.get', { caseId, round: null })).editable).toBe(true)
    expect((await north.as('reviewer').call('checklist.get', { caseId, round: null })).editable).toBe(false)
    await north.as('reviewer2').call('opinion.compose', { caseId })
  })

  it('a reviewer who is recused while it waits is replaced, and the head may take in the papers meanwhile', async () => {
    const caseId = await inReview(north)
    await north.as('reviewer').call('intake.askSupplement', { caseId, ...ASKED })
    at('2026-05-08')
    await north.as('reviewer').call('assignment.recuse', { caseId, personId: north.ids.get('reviewer') ?? '', reason: '当事人的代理人是其近亲属。' })
    await refusal(north.as('reviewer').call('intake.takeSupplement', { caseId, receivedOn: '2026-05-08', note: '' }), 'not-your-part')
    await north.as('head').call('assignment.choose', { caseId, personId: north.ids.get('reviewer2') ?? '', reason: '原审核人回避。' })
    expect(await north.as('head').call('intake.takeSupplement', { caseId, receivedOn: '2026-05-08', note: '' })).toEqual({ dueOn: '2026-05-13' })
    expect(await detailOf(north, caseId, 'head')).toMatchObject({ state: 'underReview', reviewer: { id: north.ids.get('reviewer2') } })
  })

  it('the head ends it before its day, with a reason, and may give the review to somebody else then', async () => {
    const caseId = await inReview(north)
    await north.as('reviewer').call('intake.askSupplement', { caseId, ...ASKED, replyBy: '2026-10-30' })
    at('2026-05-08')
    const change = { caseId, personId: north.ids.get('reviewer2') ?? '', reason: '原审核人调离。' }
    const end = (login: string) => north.as(login).call('intake.endSupplement', { caseId, reason: '通知书的日期写错，现有证据足以判断。' })
    expect(await refusal(end('reviewer'), 'not-ready')).toEqual({ action: 'endSupplement', missing: ['supplementOver'] })
    expect((await detailOf(north, caseId, 'head')).offers).toContainEqual({ action: 'endSupplement', refusal: null })
    expect(await end('head')).toEqual({ dueOn: '2026-05-13' })
    expect(await detailOf(north, caseId)).toMatchObject({ state: 'underReview', dueOn: '2026-05-13', returns: [{ endedOn: '2026-05-08', endedWith: 'nothing' }] })
    await north.as('head').call('assignment.choose', change)
    expect(await detailOf(north, caseId, 'head')).toMatchObject({ state: 'assigned', dueOn: '2026-05-13', reviewer: { id: change.personId } })
  })

  it('a computer that is set back wins no time, and the last notice stays the last', async () => {
    const caseId = await inReview(north)
    at('2026-05-08')
    await attach(north, caseId, '说明.txt', '说明。')
    at('2026-05-07')
    await north.as('reviewer').call('intake.askSupplement', { caseId, ...ASKED })
    expect((await detailOf(north, caseId)).returns).toMatchObject([{ at: '2026-05-08T02:00:00.000Z' }])
    await north.as('head').call('intake.endSupplement', { caseId, reason: '不再等待。' })
    at('2026-05-06')
    await north.as('reviewer').call('intake.askSupplement', { caseId, ...ASKED, replyBy: '2026-05-12' })
    expect((await detailOf(north, caseId)).returns.map(({ replyBy, endedOn }) => [replyBy, endedOn === null])).toEqual([['2026-05-12', true], ['2026-05-13', false]])
    expect((await detailOf(north, caseId)).dueOn).toBe('2026-05-12')
  })
})

describe('where the rule does not', () => {
  it('the limit runs on while the case waits, the clock says why, and the notice promises nothing', async () => {
    const caseId = await inReview(market)
    const { due } = await clockOf(market, caseId, 'review/1')
    const { documentId } = await market.as('reviewer').call('intake.askSupplement', { caseId, ...ASKED })
    const clock = await clockOf(market, caseId, 'review/1')
    expect(clock).toMatchObject({ due, suspendedSince: null, excluded: [] })
    expect(clock.note?.['zh-CN']).toContain('审核中补正的时间未扣除')
    const notice = textOf(await market.as('handler').read(`document/${documentId}`))
    expect(notice).toContain('暂停审核')
    expect(notice).not.toContain('不计入')
    at('2026-05-12')
    expect(await market.as('handler').call('intake.takeSupplement', { caseId, receivedOn: '2026-05-12', note: '' })).toEqual({ dueOn: due })
  })
})

describe('who may, and when', () => {
  it('the reviewer of the case and a head ask; its handler and they take in; nothing is written by a refusal', async () => {
    const caseId = await inReview(north)
    const reader = north.workstation.workbench.reader
    let before = footprint(reader)
    const ask = (login: string) => north.as(login).call('intake.askSupplement', { caseId, ...ASKED })
    await refusal(ask('handler'), 'not-allowed')
    await refusal(ask('supervisor'), 'not-allowed')
    await refusal(ask('reviewer2'), 'not-your-part')
    expect(await refusal(north.as('reviewer').call('intake.askSupplement', { caseId, ...ASKED, replyBy: '2026-05-06' }), 'invalid-input')).toMatchObject({ field: 'replyBy', problem: 'in-the-past' })
    // a slip of the finger: the wrong year, and one that no calendar has
    const tooLate = await refusal(north.as('reviewer').call('intake.askSupplement', { caseId, ...ASKED, replyBy: '2062-05-13' }), 'reply-day-too-late')
    expect(tooLate).toEqual({ replyBy: '2062-05-13', latest: '2026-11-07' })
    expect(await refusal(north.as('reviewer').call('intake.askSupplement', { caseId, ...ASKED, replyBy: '20226-05-13' }), 'invalid-input')).toMatchObject({ field: 'replyBy' })
    await refusal(north.as('handler').call('intake.takeSupplement', { caseId, receivedOn: '2026-05-07', note: '' }), 'transition-refused')
    expect(footprint(reader)).toEqual(before)
    await ask('head')
    before = footprint(reader)
    await refusal(ask('reviewer'), 'transition-refused')
    await refusal(north.as('handler2').call('intake.takeSupplement', { caseId, receivedOn: '2026-05-07', note: '' }), 'not-your-part')
    await refusal(north.as('reviewer2').call('intake.takeSupplement', { caseId, receivedOn: '2026-05-07', note: '' }), 'not-your-part')
    await refusal(north.as('handler').call('intake.endSupplement', { caseId, reason: '不再补充。' }), 'not-allowed')
    expect(await refusal(north.as('handler').call('intake.takeSupplement', { caseId, receivedOn: '2026-05-08', note: '' }), 'invalid-input')).toMatchObject({ problem: 'in-the-future' })
    expect(await refusal(north.as('handler').call('intake.takeSupplement', { caseId, receivedOn: '2026-05-06', note: '' }), 'invalid-input')).toMatchObject({ problem: 'before-the-notice' })
    await refusal(north.as('reviewer').call('checklist.begin', { caseId }), 'transition-refused')
    expect(footprint(reader)).toEqual(before)
    await north.as('reviewer').call('intake.takeSupplement', { caseId, receivedOn: '2026-05-07', note: '' })
  })
})

describe('a reprint', () => {
  it('says what the notice said, by the rule of its round, whatever round and rule there are by then', async () => {
    const caseId = await inReview(north)
    await north.as('reviewer').call('intake.askSupplement', { caseId, ...ASKED })
    at('2026-05-08')
    await north.as('handler').call('intake.takeSupplement', { caseId, receivedOn: '2026-05-08', note: '' })
    await approve(north, caseId)
    await signAsReviewer(north, caseId)
    await signAsHead(north, caseId)
    expect(await north.as('handler').call('intake.resubmit', { caseId, receivedOn: '2026-05-08', note: '已补充。', corrections: [] })).toEqual({ round: 2 })
    const printed = async (): Promise<string> => {
      const head = north.as('head')
      const about = (await head.call('forms.ofCase', { caseId })).find(({ form }) => form === 'supplementNotice')?.abouts[0]?.key ?? ''
      const { pages } = await head.call('forms.preview', { caseId, form: 'supplementNotice', about, given: [] })
      return pages.pages.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.flatMap(({ texts }) => texts))).join('')
    }
    for (const words of ['2026年5月6日送审', '不计入审核期限']) expect(await printed()).toContain(words)
    await north.as('admin').call('station.update', { station: { ...STATION_FIELDS, sector: 'market-regulation' } })
    expect(await printed()).toContain('不计入审核期限')
    await north.as('admin').call('station.update', { station: { ...STATION_FIELDS, sector: null, divisionCode: '150102' } })
  })
})

describe('a store from before', () => {
  it('keeps its returns as what they were, and takes supplements of reviews, whose end never changes', () => {
    const [folder, dataKey] = [temporaryFolder('supplement'), new Uint8Array(randomBytes(32))]
    const older = MIGRATIONS.filter(({ version }) => version < supplementAndDiscussion.version)
    const old = openStore(folder, dataKey, older)
    old.transaction('test', (writer) => {
      writer.run(
        `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on,
          due_provisional, amount, fields, version, created_by, created_at, updated_at)
         VALUES ('old', '旧案', '', '', '', '[]', 'returned', 1, '2026-04-07', '2026-04-17', 0, -1, ?, 1, '', '', '')`,
        JSON.stringify(caseFields()),
      )
      writer.run("INSERT INTO returns (id, case_id, round, returned_at, missing, reason, reply_by) VALUES ('r', 'old', 1, '2026-04-08T02:00:00.000Z', '[]', '缺少', '2026-04-17')")
    })
    old.close()
    const store = openStore(folder, dataKey, MIGRATIONS)
    expect(store.reader.all('SELECT id, in_review, ended_on, ended_with FROM returns')).toEqual([{ id: 'r', in_review: 0, ended_on: null, ended_with: null }])
    const write = (sql: string) => store.transaction('test', (writer) => writer.run(sql))
    write("INSERT INTO returns (id, case_id, round, returned_at, missing, reason, reply_by, in_review) VALUES ('s', 'old', 1, '2026-04-20T02:00:00.000Z', '[]', '缺少', '2026-04-24', 1)")
    write("UPDATE returns SET ended_on = '2026-04-22', ended_with = 'papers' WHERE id = 's'")
    expect(() => write("UPDATE returns SET ended_on = '2026-04-30', ended_with = 'papers' WHERE id = 's'")).toThrow(/never changes/)
    expect(() => write("UPDATE returns SET reply_by = '2026-05-30' WHERE id = 'r'")).toThrow(/never changes/)
    expect(() => write("DELETE FROM returns WHERE id = 'r'")).toThrow(/stays/)
    store.close()
  })
})
