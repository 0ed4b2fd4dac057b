/** Clocks that go on when their case is over, that have no case, or that cannot be counted: all of them through the contract. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MethodInput } from '../../../src/shared/contract/contract.ts'
import type { BoardFilter } from '../../../src/shared/deadlines/contract.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { insertExclusion } from '../../../src/main/deadlines/clock-records.ts'
import { countInBackground } from '../../../src/main/deadlines/due-index.ts'
import { issuedQuickly } from '../../support/followed-case.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { NO, registerCase } from '../../support/test-case.ts'
import { createTransferStation, STEPS, Track, type TransferStation } from '../transfer/transferring.ts'

let here: TransferStation
beforeAll(async () => void (here = await createTransferStation()))
beforeEach(() => here.at('2026-04-07T09:00'))
afterAll(() => {
  here.station.close()
  removeTemporaryFolders()
})

const as = (login: string) => here.station.as(login)
const ALL: BoardFilter = { light: null, subject: null, desk: null, personId: null }
async function boardOf(filter: Partial<BoardFilter> = {}, offset = 0) {
  for (;;) {
    const board = await as('head').call('deadlines.board', { filter: { ...ALL, ...filter }, offset })
    if (board.pending === 0) return board
  }
}
const onBoard = async (caseId: CaseId) => (await boardOf()).rows.filter((row) => row.caseId === caseId).map(({ clock }) => `${clock.key} ${clock.state}`)
const mine = async (login: string) => (await as(login).call('deadlines.mine', {})).rows
const remindedOf = async (login: string, caseId: CaseId) => (await mine(login)).filter((row) => row.caseId === caseId).map(({ clock }) => `${clock.key} ${clock.state}`)

type Fields = MethodInput<'transfer.registerReturn'>['fields']
let serial = 0
const returned = (change: Partial<Fields> = {}): Fields => ({
  caseId: null, kind: 'opinion', number: `清检行意〔2026〕${++serial}号`, procuratorate: '清川县人民检察院', issuedOn: '2026-01-10', receivedOn: '2026-01-14',
  decisionNumber: '清检刑不诉〔2026〕2号', decidedOn: '2026-01-08', ground: 'discretionary', party: '清川县碧波印染有限公司', offence: '污染环境罪', asked: '建议依法给予行政处罚', answerBy: null, ...change,
})
const register = (change: Partial<Fields> = {}, login = 'handler') => as(login).call('transfer.registerReturn', { fields: returned(change) })

async function approved(caseId: CaseId): Promise<Track> {
  const track = new Track(here.station, caseId)
  await track.raise()
  await track.team()
  await track.report()
  await track.decide()
  return track
}
const NEXT_DAY_LATE = '2026-04-08T11:00'
const DROP = { kind: 'closed' as const, on: '2026-04-07', reason: '移送公安机关，撤销案件。' }

async function adopted(): Promise<CaseId> {
  const caseId = await issuedQuickly(here.station, new Map([['4.1', NO]]))
  await as('handler').call('followup.adopt', { caseId, answeredBy: '田禾', answeredOn: '2026-04-07', replies: [{ number: 1, answer: 'adopted', reason: '' }] })
  return caseId
}
const archive = (caseId: CaseId) =>
  as('handler').call('followup.archive', { caseId, on: '2026-04-07', archive: { place: '2026-环-018', pages: 96, excuses: [{ item: 'submission', reason: '原件另卷保存。' }] } })

const SPAN = { of: 'hearing', name: { 'zh-CN': '听证', en: 'hearing' }, from: '2026-04-01', to: null, basis: [{ lawId: 'apl', article: 63 }] }

describe('one registered return', () => {
  it('leaves the board, the reminders and the page of disclosures standing, and is counted once', async () => {
    const { caseId } = await here.newCase()
    await register({ caseId })
    expect((await as('reviewer').call('deadlines.ofCase', { caseId })).clocks.filter(({ subject }) => subject === 'returnAnswer')).toHaveLength(1)
    expect(await onBoard(caseId)).toContain('returnAnswer/1 red')
    expect(await remindedOf('handler', caseId)).toContain('returnAnswer/1 red')
    expect((await as('head').call('disclosure.list', { show: 'open', offset: 0 })).pending).toBe(0)
  })
})

describe('a case that cannot be counted', () => {
  it('is named, and takes nothing else off the board; counted again, it is named no more', async () => {
    const [good, bad] = [await here.newCase(), await here.newCase()]
    const { workbench } = here.station.workstation
    // a record that no program of ours writes
    workbench.withoutAudit('test', (writer) => {
      writer.run('INSERT OR IGNORE INTO clock_stale (case_id) VALUES (?)', bad.caseId)
      writer.run(
        `INSERT INTO clock_exclusions (id, case_id, clock, ground, name, basis, from_on, reason, recorded_by, recorded_at)
         VALUES ('broken', ?, 'decision/1', 'hearing', '{', '[1]', '2026-04-01', '', '', '')`,
        bad.caseId,
      )
    })
    await register({ caseId: good.caseId })
    const board = await boardOf()
    expect(board.uncounted.map(({ caseId }) => caseId)).toEqual([bad.caseId])
    expect(board.uncounted[0]?.title.length).toBeGreaterThan(0)
    expect(board.rows.some(({ caseId }) => caseId === good.caseId)).toBe(true)
    expect((await mine('handler')).some(({ caseId }) => caseId === good.caseId)).toBe(true)
    const said: string[] = []
    countInBackground(workbench, (line) => void said.push(line))()
    expect(said.join('\n')).toContain(bad.caseId)
    workbench.withoutAudit('test', (writer) => {
      writer.run('DROP TRIGGER clock_exclusions_no_delete')
      writer.run("DELETE FROM clock_exclusions WHERE id = 'broken'")
    })
    await register({ caseId: bad.caseId })
    expect((await boardOf()).uncounted).toEqual([])
    expect(await onBoard(bad.caseId)).toContain('returnAnswer/1 red')
  })
})

describe('a case whose clocks the table does not take', () => {
  it('is named too, and those that were counted with it are kept', async () => {
    const [good, bad] = [await here.newCase(), await here.newCase()]
    const { workbench } = here.station.workstation
    workbench.withoutAudit('test', (writer) =>
      writer.run(`CREATE TRIGGER broken BEFORE INSERT ON clock_dues WHEN NEW.case_id = '${bad.caseId}' BEGIN SELECT RAISE(ABORT, 'broken'); END`),
    )
    for (const { caseId } of [good, bad]) await register({ caseId })
    const { uncounted } = await boardOf()
    expect(uncounted.map(({ caseId }) => caseId)).toEqual([bad.caseId])
    expect(await onBoard(good.caseId)).toContain('returnAnswer/1 red')
    workbench.withoutAudit('test', (writer) => writer.run('DROP TRIGGER broken'))
    expect((await boardOf()).uncounted).toEqual([])
    expect(await onBoard(bad.caseId)).toContain('returnAnswer/1 red')
  })
})

describe('the hours of a transfer', () => {
  it.each([
    ['withdrawn', async () => {
      const { caseId } = await approved(await registerCase(here.station))
      await as('handler').call('cases.withdraw', { caseId, reason: '移送公安机关，撤回送审' })
      return caseId
    }],
    ['merged into another', async () => {
      const into = await registerCase(here.station)
      const { caseId } = await approved(await registerCase(here.station))
      await as('handler').call('followup.merge', { caseId, intoCaseId: into, reason: '同一当事人的同一违法行为。' })
      return caseId
    }],
    ['dropped', async () => {
      const { caseId } = await approved(await adopted())
      await as('handler').call('followup.drop', { caseId, ...DROP })
      return caseId
    }],
    ['archived before the crime was suspected', async () => {
      const caseId = await adopted()
      await as('handler').call('followup.drop', { caseId, ...DROP })
      await archive(caseId)
      await approved(caseId)
      return caseId
    }],
  ])('run on when the case is %s, on the board and in reminders, and nothing else of it does', async (_, end) => {
    const caseId = await end()
    here.at(NEXT_DAY_LATE)
    expect(await onBoard(caseId)).toEqual(['transfer/1 red'])
    expect(await remindedOf('handler', caseId)).toEqual(['transfer/1 red'])
    const track = new Track(here.station, caseId)
    track.view = await track.look()
    await track.step(STEPS.deliver('2026-04-08T11:00'))
    expect((await onBoard(caseId)).some((line) => line.startsWith('transfer/'))).toBe(false)
  })

  it('and the two months of a procuratorate’s opinion come to the board of a case that was archived long ago', async () => {
    const caseId = await adopted()
    await as('handler').call('followup.drop', { caseId, ...DROP })
    await archive(caseId)
    expect(await onBoard(caseId)).toEqual([])
    await register({ caseId })
    expect(await onBoard(caseId)).toEqual(['returnAnswer/1 red'])
  })

  it('come back to a station whose earlier program had taken them off', async () => {
    const { caseId } = await approved(await registerCase(here.station))
    await as('handler').call('cases.withdraw', { caseId, reason: '撤回送审' })
    await boardOf()
    const { workbench } = here.station.workstation
    workbench.withoutAudit('test', (writer) => writer.run('DELETE FROM clock_dues WHERE case_id = ?', caseId))
    here.at(NEXT_DAY_LATE)
    expect(await onBoard(caseId)).toEqual([])
    countInBackground(workbench, () => {})()
    expect(await onBoard(caseId)).toEqual(['transfer/1 red'])
  })
})

describe('an opinion of the procuratorate about no case of the station', () => {
  it('has its light on the board, in its order, and reminds who registered it and the head', async () => {
    const before = await boardOf()
    const { id } = await register({ receivedOn: '2026-01-02' }, 'reviewer2')
    const board = await boardOf()
    expect(board.total).toBe(before.total + 1)
    const row = board.rows.find(({ returnId }) => returnId === id)
    expect(row).toMatchObject({ caseId: null, state: null, person: { name: as('reviewer2').person.name }, clock: { subject: 'returnAnswer', state: 'red' } })
    expect(row?.title).toContain('清川县碧波印染有限公司')
    expect(board.rows.map(({ clock }) => clock.dueAt)).toEqual(board.rows.map(({ clock }) => clock.dueAt).toSorted())
    const reds = (counts: typeof board.counts) => counts.filter(({ subject }) => subject === 'returnAnswer').reduce((sum, { red }) => sum + red, 0)
    expect(reds(board.counts)).toBe(reds(before.counts) + 1)
    const count = (await boardOf({ subject: 'returnAnswer', light: 'red' })).total
    expect((await boardOf({ subject: 'returnAnswer' })).total).toBeGreaterThanOrEqual(count)
    expect((await boardOf({ subject: 'review' })).rows.every(({ returnId }) => returnId === null)).toBe(true)
    expect((await boardOf({ light: 'suspended' })).rows.every(({ returnId }) => returnId === null)).toBe(true)
    // every row once, whatever the page begins with
    const keys = board.rows.map(({ caseId, returnId, clock }) => `${caseId ?? returnId}/${clock.key}`)
    for (const offset of [1, 2, 3]) expect((await boardOf({}, offset)).rows.map(({ caseId, returnId, clock }) => `${caseId ?? returnId}/${clock.key}`)).toEqual(keys.slice(offset))
    for (const [login, told] of [['reviewer2', true], ['head', true], ['supervisor', true], ['handler2', false]] as const) {
      expect([login, (await mine(login)).some(({ returnId }) => returnId === id)]).toEqual([login, told])
    }
    await as('reviewer').call('transfer.setAssessment', { id, expectedVersion: 1, assessment: { actEndedOn: '2026-01-01', discoveredOn: '2026-01-01', limitationId: 'period.limitation.national', basis: '', competent: false, explanation: '不属于本机关管辖。' } })
    await as('head').call('transfer.decideReturn', { id, expectedVersion: 2, decision: { outcome: 'toOthers', reason: '移送有管辖权的机关。' } })
    await as('handler').call('transfer.answerReturn', { id, expectedVersion: 3, answer: { number: '清环函〔2026〕5号', answeredOn: '2026-04-07', result: '已移送。' } })
    expect((await boardOf()).total).toBe(before.total)
  })
})

describe('a decision whose change was written down by hand', () => {
  it('has its publication taken down, on the board of a case that is over too, until that is written down or taken back', async () => {
    const caseId = await registerCase(here.station, { filedOn: '2026-03-10' })
    await as('handler').call('cases.withdraw', { caseId, reason: '撤回送审' })
    const day = (event: 'decisionChanged' | 'publicationWithdrawn') => as('handler').call('deadlines.recordDay', { caseId, event, on: '2026-04-01', at: null, note: '', materialId: null })
    const { id } = await day('decisionChanged')
    here.at('2026-04-20T09:00')
    expect(await onBoard(caseId)).toEqual(['publicationWithdrawal/1 red'])
    expect(await remindedOf('handler', caseId)).toEqual(['publicationWithdrawal/1 red'])
    // an earlier program had taken it off the board
    const { workbench } = here.station.workstation
    workbench.withoutAudit('test', (writer) => writer.run('DELETE FROM clock_dues WHERE case_id = ?', caseId))
    countInBackground(workbench, () => undefined)()
    expect(await onBoard(caseId)).toEqual(['publicationWithdrawal/1 red'])
    await as('handler').call('deadlines.takeBack', { caseId, kind: 'day', id, reason: '日期有误' })
    expect(await onBoard(caseId)).toEqual([])
    await day('decisionChanged')
    await day('publicationWithdrawn')
    expect(await onBoard(caseId)).toEqual([])
  })
})

describe('reminders', () => {
  it('of what lies with the police come to who waits for it, and those of the board to supervisors', async () => {
    const track = await approved(await registerCase(here.station))
    await track.step(STEPS.deliver('2026-04-07T09:00'))
    await track.step(STEPS.receipt('2026-04-07T09:00'))
    here.at('2026-04-20T09:00')
    expect(await onBoard(track.caseId)).toContain('policeDecision/1 red')
    expect(await remindedOf('handler', track.caseId)).toContain('policeDecision/1 red')
    expect(await remindedOf('handler2', track.caseId)).toEqual([])
    expect(await remindedOf('supervisor', track.caseId)).toContain('policeDecision/1 red')
    const told = await as('supervisor').call('deadlines.mine', {})
    const board = await boardOf()
    expect(told.red + told.amber).toBe(board.total)
  })

  it('of what is near come also behind more than a hundred that are over', async () => {
    here.at('2026-04-07T09:00')
    for (let n = 0; n < 105; n += 1) await register({ answerBy: '2026-02-10' }, 'reviewer')
    const { id } = await register({ answerBy: '2026-04-08', receivedOn: '2026-04-07' }, 'reviewer')
    const told = await as('reviewer').call('deadlines.mine', {})
    expect(told.red).toBeGreaterThan(100)
    expect(told.rows.find(({ returnId }) => returnId === id)?.clock.state).toBe('amber')
  })
})

describe('what is written down for the clocks of a case that is over', () => {
  const day = (event: 'served' | 'decisionChanged', caseId: CaseId) => ({ caseId, event, on: '2026-04-07', at: null, note: '', materialId: null })

  it('is refused unless the clock outlives the case, and leaves no trace', async () => {
    const { caseId } = await approved(await registerCase(here.station, { filedOn: '2026-03-10' }))
    const handler = as('handler')
    const { workbench } = here.station.workstation
    const id = workbench.withoutAudit('test', (writer) => insertExclusion(writer, 'decision/1', SPAN as never, '组织听证', { caseId, by: handler.person.id, at: workbench.instant() }))
    await handler.call('cases.withdraw', { caseId, reason: '撤回送审' })
    const before = footprint(here.station.workstation.workbench.reader)
    expect(await refusal(handler.call('deadlines.recordDay', day('served', caseId)), 'clock-case-over')).toEqual({ state: 'withdrawn' })
    const extension = { length: 5, approvedBy: '周局长', approvedOn: '2026-04-07', reason: '案情复杂', materialId: null }
    await refusal(handler.call('deadlines.extend', { caseId, clock: 'decision/1', ...extension }), 'clock-case-over')
    await refusal(handler.call('deadlines.exclude', { caseId, clock: 'decision/1', of: 'hearing', from: '2026-04-01', to: null, reason: '组织听证' }), 'clock-case-over')
    await refusal(handler.call('deadlines.endExclusion', { caseId, id, to: '2026-04-07' }), 'clock-case-over')
    expect(footprint(here.station.workstation.workbench.reader)).toEqual(before)
    // whether the transfer's hours can be extended is for their own rule to say
    await refusal(handler.call('deadlines.extend', { caseId, clock: 'transfer/1', ...extension }), 'extension-beyond-ladder')
    await handler.call('deadlines.recordDay', day('decisionChanged', caseId))
  })

})
