/** Days at which calendars are odd, people who leave while cases are theirs, and what cannot be done twice: refused or carried on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chainHolds, numbersHold } from '../../histories/invariants.ts'
import { createHistoryStation, storedCase, type HistoryStation } from '../../histories/history-station.ts'
import { assignedQuickly, issueRound } from '../../support/followed-case.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { accept, answerAll, assign, registerCase, signAsHead, signAsReviewer } from '../../support/test-case.ts'
import { createTestStation } from '../../support/test-station.ts'
import { STEPS, SUSPICION } from '../transfer/transferring.ts'

afterAll(removeTemporaryFolders)

/** Milliseconds: a station with four certificates and signed opinions takes its time on a busy machine. */
const PATIENCE = 240_000

async function within<Result>(begins: string, zone: string, work: (the: HistoryStation) => Promise<Result>): Promise<Result> {
  const before = process.env['TZ']
  process.env['TZ'] = zone
  const the = await createHistoryStation(begins)
  try {
    return await work(the)
  } finally {
    the.close()
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  }
}

/** Days of the first round as they are stored. */
const roundOf = (the: HistoryStation, caseId: string) =>
  the.reader.get<{ accepted_on: string; due_on: string }>('SELECT accepted_on, due_on FROM rounds WHERE case_id = ? AND round = 1', caseId)

describe('odd days', () => {
  it('the turn of the year in China is the turn of the numbers, also on a computer in New York', async () => {
    // 23:50 on 31 December in China, still the morning of that day in New York; half an hour later it is the new year there
    await within('2026-12-31T15:50:00.000Z', 'America/New_York', async (the) => {
      const old = await assignedQuickly(the.station, { receivedOn: '2026-12-31', filedOn: '2026-12-01' })
      expect(roundOf(the, old)?.accepted_on).toBe('2026-12-31')
      await issueRound(the.station, old)
      the.pass(30)
      const fresh = await assignedQuickly(the.station, { receivedOn: '2027-01-01', filedOn: '2026-12-01' })
      expect(roundOf(the, fresh)?.accepted_on).toBe('2027-01-01')
      await issueRound(the.station, fresh)
      const numbers = the.reader.all<{ number: string }>("SELECT number FROM opinions WHERE state = 'issued' ORDER BY issued_at").map(({ number }) => number)
      expect(numbers).toEqual(['清环法审〔2026〕1号', '清环法审〔2027〕1号'])
      numbersHold(the)
    })
  }, PATIENCE)

  it('a case accepted on the eve of a leap day has its review days counted through it', async () => {
    // Monday 28 February 2028
    const station = await createTestStation({ now: () => new Date('2028-02-28T02:00:00.000Z') })
    const caseId = await registerCase(station, { receivedOn: '2028-02-28', filedOn: '2028-02-01' })
    await accept(station, caseId)
    const { clocks } = await station.as('head').call('deadlines.ofCase', { caseId })
    const review = clocks.find(({ subject }) => subject === 'review')
    expect(review?.start?.day).toBe('2028-02-28')
    const days = review?.length?.kind === 'workingDays' ? review.length.n : 0
    expect(days).toBeGreaterThan(1)
    // counted one by one, with the 29th and without any holiday in between
    const due = new Date('2028-02-28T00:00:00Z')
    for (let left = days; left > 0; ) {
      due.setUTCDate(due.getUTCDate() + 1)
      if (![0, 6].includes(due.getUTCDay())) left -= 1
    }
    expect(review?.due).toBe(due.toISOString().slice(0, 10))
    station.close()
  })
})

describe('a person removed while cases are theirs', () => {
  let the: HistoryStation
  const remove = async (login: string, active = false): Promise<void> => {
    const person = (await the.station.as('admin').call('people.list', {})).find((one) => one.login === login)
    await the.station.as('admin').call('people.setActive', { personId: the.idOf(login), expectedVersion: person?.version ?? 0, active })
  }

  beforeAll(async () => {
    the = await createHistoryStation('2026-04-07T01:00:00.000Z')
  }, PATIENCE)
  afterAll(() => the.close())

  it('as reviewer: can do nothing more, the case waits and is given to another with its answers', async () => {
    const caseId = await assignedQuickly(the.station)
    await answerAll(the.station, caseId)
    await remove('reviewer')
    const before = footprint(the.reader)
    expect(await the.ask('reviewer', 'opinion.compose', { caseId })).toMatchObject({ ok: false, error: { code: 'not-signed-in' } })
    await refusal(the.station.as('head').call('assignment.choose', { caseId, personId: the.idOf('reviewer'), reason: '仍由其审核' }), 'reviewer-not-eligible')
    expect(footprint(the.reader)).toEqual(before)
    const { eligible, excluded } = await the.do('head', 'assignment.candidates', { caseId })
    expect(eligible.map(({ personId }) => personId)).toEqual([the.idOf('reviewer2')])
    expect(excluded.find(({ personId }) => personId === the.idOf('reviewer'))?.reasons).toContain('inactive')
    await assign(the.station, caseId, 'reviewer2')
    expect(storedCase(the, caseId)).toMatchObject({ state: 'assigned', reviewer: 'reviewer2' })
    // what the one who left answered is still theirs, and the other can go on from it
    expect(the.reader.get('SELECT 1 FROM answers WHERE case_id = ? AND answered_by = ?', caseId, the.idOf('reviewer'))).toBeDefined()
    await issueRound(the.station, caseId, { login: 'reviewer2' })
    expect(storedCase(the, caseId).state).toBe('issued')
    await remove('reviewer', true)
    chainHolds(the)
  })

  it('as the head who approved: another head takes the draft back and approves it, and no number is lost', async () => {
    // the one who was removed and came back signs in anew
    const reviewing = the.station.connect('reviewer2')
    const caseId = await registerCase(the.station)
    await accept(the.station, caseId)
    await assign(the.station, caseId, 'reviewer2')
    await answerAll(the.station, caseId, new Map(), 'reviewer2')
    const draft = await reviewing.call('opinion.compose', { caseId })
    const { version } = await reviewing.call('opinion.submit', { caseId, expectedVersion: draft.version })
    await the.station.as('head2').call('opinion.approve', { caseId, expectedVersion: version })
    await signAsReviewer(the.station, caseId, 'reviewer2')
    await remove('head2')
    const before = footprint(the.reader)
    expect(await the.ask('head2', 'opinion.recall', { caseId, reason: '已离岗' })).toMatchObject({ ok: false, error: { code: 'not-signed-in' } })
    await refusal(signAsHead(the.station, caseId), 'other-head-approved')
    expect(footprint(the.reader)).toEqual(before)
    const back = await the.station.as('head').call('opinion.recall', { caseId, reason: '原审批人离岗，重新审批' })
    const again = await reviewing.call('opinion.submit', { caseId, expectedVersion: back.version })
    await the.station.as('head').call('opinion.approve', { caseId, expectedVersion: again.version })
    await signAsReviewer(the.station, caseId, 'reviewer2')
    await signAsHead(the.station, caseId)
    expect(storedCase(the, caseId).state).toBe('issued')
    numbersHold(the)
    chainHolds(the)
    await remove('head2', true)
  })

  it('as handler: the review side carries the answer in, and the name stays with the case', async () => {
    const caseId = await registerCase(the.station)
    await accept(the.station, caseId)
    await assign(the.station, caseId, 'reviewer2')
    await issueRound(the.station, caseId, { login: 'reviewer2' })
    await remove('handler')
    const answer = { caseId, answeredBy: '田禾', answeredOn: '2026-04-07', replies: [] }
    expect(await the.ask('handler', 'followup.adopt', answer)).toMatchObject({ ok: false, error: { code: 'not-signed-in' } })
    await the.do('head', 'followup.adopt', answer)
    expect((await the.do('head', 'cases.get', { caseId })).fields.handlers).toMatchObject([{ name: '田禾' }])
    await remove('handler', true)
  })
})

describe('what cannot be done twice', () => {
  let the: HistoryStation
  beforeAll(async () => {
    the = await createHistoryStation('2026-04-07T01:00:00.000Z')
  }, PATIENCE)
  afterAll(() => the.close())

  it('a transfer that was delivered is not delivered again, by the same window or another, and nothing is written', async () => {
    const caseId = await registerCase(the.station)
    const step = async () => (await the.do('handler', 'transfer.get', { caseId })).version
    await the.do('handler', 'transfer.raise', { caseId, expectedVersion: 0, suspicion: SUSPICION })
    await the.do('handler', 'transfer.setTeam', { caseId, expectedVersion: await step(), team: { members: [the.idOf('officer1'), the.idOf('officer2')], reason: '' } })
    await the.do('handler', 'transfer.submitReport', { caseId, expectedVersion: await step(), report: { text: '关于移送涉嫌犯罪案件的报告', materialId: null } })
    await the.do('agencyHead', 'transfer.decide', { caseId, expectedVersion: await step(), decision: { outcome: 'approve', capacity: 'chief', reason: '' } })
    the.pass(60)
    const delivery = { caseId, expectedVersion: await step(), step: STEPS.deliver('2026-04-07T10:00') }
    await the.do('handler', 'transfer.addStep', delivery)
    const before = footprint(the.reader)
    // the other window still shows what was before
    expect(await the.ask('handler', 'transfer.addStep', delivery)).toMatchObject({ ok: false, error: { code: 'transition-refused' } })
    expect(await the.ask('handler', 'transfer.addStep', { ...delivery, expectedVersion: await step() })).toMatchObject({ ok: false, error: { code: 'transition-refused' } })
    expect(await the.ask('head', 'transfer.raise', { caseId, expectedVersion: await step(), suspicion: SUSPICION })).toMatchObject({ ok: false, error: { code: 'transition-refused' } })
    expect(footprint(the.reader)).toEqual(before)
    chainHolds(the)
  })

  it('of two windows that send the same act at once, one has done it and the other is told', async () => {
    const caseId = await registerCase(the.station)
    const accepting = { caseId, incompleteReason: '其余材料不影响审核，已经说明。' }
    const answers = await Promise.all([the.ask('head', 'intake.accept', accepting), the.ask('head2', 'intake.accept', accepting)])
    expect(answers.map(({ ok }) => ok)).toEqual([true, false])
    expect(answers[1]).toMatchObject({ error: { code: 'transition-refused' } })
    expect(the.reader.all("SELECT seq FROM audit WHERE act = 'case.accept' AND subject = ?", `case/${caseId}`)).toHaveLength(1)
  })
})
