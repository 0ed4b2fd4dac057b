/** The clocks of a stored case, what is granted and left out, and the board over all cases: through the contract. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { CaseId, IsoInstant } from '../../../src/shared/values/values.ts'
import { LIGHT_OF_STATE } from '../../../src/shared/deadlines/clock.ts'
import { countInBackground, staleCases } from '../../../src/main/deadlines/due-index.ts'
import { COUNTS_QUERY, ROWS_QUERY, TOTAL_QUERY } from '../../../src/main/deadlines/board.ts'
import { OWN_COUNTS_QUERY } from '../../../src/main/deadlines/own-clocks.ts'
import type { BoardFilter } from '../../../src/shared/deadlines/contract.ts'
import { footprint } from '../../support/footprint.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { accept, assign, registerCase } from '../../support/test-case.ts'
import { createTestStation, STATION_FIELDS, type TestStation } from '../../support/test-station.ts'

let station: TestStation
/** Wednesday 2026-04-08, ten in the morning in China. */
let now = new Date('2026-04-08T02:00:00.000Z')
const at = (moment: string): void => void (now = new Date(moment))

beforeAll(async () => {
  station = await createTestStation({ now: () => now, fields: { ...STATION_FIELDS, sector: 'market-regulation' } })
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const ALL: BoardFilter = { light: null, subject: null, desk: null, personId: null }
const clocksOf = async (caseId: CaseId, login = 'reviewer') => (await station.as(login).call('deadlines.ofCase', { caseId })).clocks
const clockOf = async (caseId: CaseId, key: string) => {
  const clocks = await clocksOf(caseId)
  const found = clocks.find((clock) => clock.key === key)
  if (found === undefined) throw new Error(`no clock ${key}: ${clocks.map((clock) => clock.key).join(' ')}`)
  return found
}
/** As the screen does: while cases are still being counted, it asks again. */
async function boardOf(filter: Partial<BoardFilter> = {}) {
  for (;;) {
    const board = await station.as('head').call('deadlines.board', { filter: { ...ALL, ...filter }, offset: 0 })
    if (board.pending === 0) return board
  }
}
const extension = { length: 5, approvedBy: '周局长', approvedOn: '2026-04-10', reason: '案情复杂', materialId: null }

describe('the clocks of a case', () => {
  let caseId: CaseId
  beforeAll(async () => {
    at('2026-04-08T02:00:00.000Z')
    caseId = await registerCase(station)
  })

  it('are the decision from the filing, and the review from the acceptance', async () => {
    expect(await clockOf(caseId, 'decision/1')).toMatchObject({ start: { day: '2026-03-10' }, due: '2026-06-08', state: 'running' })
    await accept(station, caseId)
    await assign(station, caseId)
    expect(await clockOf(caseId, 'review/1')).toMatchObject({ start: { day: '2026-04-08' }, due: '2026-04-22', state: 'running', verified: true })
    expect(await station.as('reviewer').call('cases.get', { caseId })).toMatchObject({ dueOn: '2026-04-22' })
  })

  it('are extended once, by who may, while they run, and the case carries the new day', async () => {
    at('2026-04-10T02:00:00.000Z')
    const before = footprint(station.workstation.workbench.reader)
    await expect(station.as('supervisor').call('deadlines.extend', { caseId, clock: 'review/1', ...extension })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(station.as('handler2').call('deadlines.extend', { caseId, clock: 'review/1', ...extension })).rejects.toMatchObject({ code: 'not-your-part' })
    const reviewer = station.as('reviewer')
    await expect(reviewer.call('deadlines.extend', { caseId, clock: 'review/7', ...extension })).rejects.toMatchObject({ code: 'clock-unknown' })
    await expect(reviewer.call('deadlines.extend', { caseId, clock: 'review/1', ...extension, approvedOn: '2026-04-11' })).rejects.toMatchObject({ code: 'clock-day-wrong' })
    await expect(reviewer.call('deadlines.extend', { caseId, clock: 'review/1', ...extension, approvedOn: '2026-04-07' })).rejects.toMatchObject({ code: 'clock-day-wrong' })
    expect(footprint(station.workstation.workbench.reader)).toEqual(before)
    expect(await reviewer.call('deadlines.extend', { caseId, clock: 'review/1', ...extension })).toMatchObject({ due: '2026-04-29' })
    expect(await reviewer.call('cases.get', { caseId })).toMatchObject({ dueOn: '2026-04-29' })
    await expect(reviewer.call('deadlines.extend', { caseId, clock: 'review/1', ...extension })).rejects.toMatchObject({ code: 'extension-beyond-ladder' })
    const { extensions } = await reviewer.call('deadlines.ofCase', { caseId })
    expect(extensions).toMatchObject([{ clock: 'review/1', length: { kind: 'workingDays', n: 5 }, approvedBy: '周局长', by: '顾盼', takenBack: null }])
    const timeline = await reviewer.call('timeline.get', { caseId })
    expect(timeline.limits.find(({ subject }) => subject === 'review')?.due).toBe('2026-04-29')
    const history = await reviewer.call('cases.history', { caseId })
    expect(history.at(-1)).toMatchObject({ act: 'clock.extend' })
  })

  it('are as before when the extension is taken back, which stays to be seen', async () => {
    const reviewer = station.as('reviewer')
    const [first] = (await reviewer.call('deadlines.ofCase', { caseId })).extensions
    await reviewer.call('deadlines.takeBack', { caseId, kind: 'extension', id: first?.id ?? '', reason: '批准人填写有误' })
    await expect(reviewer.call('deadlines.takeBack', { caseId, kind: 'extension', id: first?.id ?? '', reason: '再次' })).rejects.toMatchObject({ code: 'not-found' })
    expect(await clockOf(caseId, 'review/1')).toMatchObject({ due: '2026-04-22', nextExtension: { length: null } })
    expect(await reviewer.call('cases.get', { caseId })).toMatchObject({ dueOn: '2026-04-22' })
    expect((await reviewer.call('deadlines.ofCase', { caseId })).extensions).toMatchObject([{ takenBack: { by: '顾盼', reason: '批准人填写有误' } }])
  })

  it('leave out only what the rule names, with its basis, and rest while it lasts', async () => {
    const reviewer = station.as('reviewer')
    const span = { caseId, clock: 'decision/1', from: '2026-04-01', to: null, reason: '组织听证' }
    await expect(reviewer.call('deadlines.exclude', { ...span, of: 'audit' })).rejects.toMatchObject({ code: 'exclusion-without-basis' })
    await expect(reviewer.call('deadlines.exclude', { ...span, clock: 'review/1', of: 'hearing' })).rejects.toMatchObject({ code: 'exclusion-without-basis' })
    await expect(reviewer.call('deadlines.exclude', { ...span, of: 'hearing', from: '2026-03-01' })).rejects.toMatchObject({ code: 'exclusion-outside' })
    const { id } = await reviewer.call('deadlines.exclude', { ...span, of: 'hearing' })
    expect(await clockOf(caseId, 'decision/1')).toMatchObject({ state: 'suspended', suspendedSince: '2026-04-01' })
    at('2026-04-20T02:00:00.000Z')
    await expect(reviewer.call('deadlines.endExclusion', { caseId, id, to: '2026-04-21' })).rejects.toMatchObject({ code: 'invalid-input' })
    await reviewer.call('deadlines.endExclusion', { caseId, id, to: '2026-04-11' })
    const clock = await clockOf(caseId, 'decision/1')
    expect(clock).toMatchObject({ state: 'running', due: '2026-06-18', excluded: [{ of: 'hearing', days: 10 }] })
    expect(clock.excluded[0]?.basis.length).toBeGreaterThan(0)
  })

  it('that were over before the case rested are red on the board all the while', async () => {
    at('2026-04-08T02:00:00.000Z')
    const late = await registerCase(station, { filedOn: '2026-01-08' })
    expect(await clockOf(late, 'decision/1')).toMatchObject({ state: 'amber', due: '2026-04-08' })
    at('2026-04-20T02:00:00.000Z')
    await station.as('head').call('followup.suspend', { caseId: late, on: '2026-04-20', basis: '《市场监督管理行政处罚程序规定》第四十六条', reason: '等待另案裁判', approvedBy: '周局长' })
    expect(await clockOf(late, 'decision/1')).toMatchObject({ state: 'red', suspendedSince: null })
    const isLate = ({ caseId: of, clock }: { caseId: CaseId | null; clock: { key: string } }) => of === late && clock.key === 'decision/1'
    expect((await boardOf({ light: 'red' })).rows.filter(isLate)).toHaveLength(1)
    expect((await boardOf({ light: 'suspended' })).rows.filter(isLate)).toEqual([])
  })

  it('go on from days that people write down, never in the future', async () => {
    const handler = station.as('handler')
    const day = { caseId, event: 'served' as const, on: '2026-04-16', at: null, note: '', materialId: null }
    await expect(handler.call('deadlines.recordDay', { ...day, on: '2026-04-21' })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(handler.call('deadlines.recordDay', { ...day, event: 'urgentMeasureTaken', on: '2026-04-16', at: '2026-04-16T16:30:00.000Z' })).rejects.toMatchObject({ code: 'invalid-input' })
    await handler.call('deadlines.recordDay', { ...day, event: 'decided', on: '2026-04-14' })
    await handler.call('deadlines.recordDay', { ...day, on: '2026-04-17' })
    const { id } = await handler.call('deadlines.recordDay', day)
    expect(await clockOf(caseId, 'payment/1')).toMatchObject({ start: { day: '2026-04-16' }, rolledFrom: '2026-05-01', due: '2026-05-06', limit: 'atLeast' })
    expect(await clockOf(caseId, 'publication/1')).toMatchObject({ due: '2026-04-23' })
    await handler.call('deadlines.takeBack', { caseId, kind: 'day', id, reason: '日期有误' })
    expect(await clockOf(caseId, 'payment/1')).toMatchObject({ start: { day: '2026-04-17' } })
  })
})

describe('the board', () => {
  it('shows what is red and amber over all cases, as each case shows it, whose and by how much', async () => {
    at('2026-06-01T02:00:00.000Z')
    const ids: CaseId[] = []
    for (const filedOn of ['2026-01-05', '2026-03-10', '2026-05-20', null]) ids.push(await registerCase(station, { filedOn, receivedOn: '2026-05-28' }))
    at('2026-06-02T02:00:00.000Z')
    for (const id of ids.slice(0, 3)) await accept(station, id)
    await assign(station, ids[0] as CaseId)
    at('2026-06-12T02:00:00.000Z')
    const head = station.as('head')
    const board = await boardOf()
    const everything = await head.call('cases.list', { filter: { states: [], actionKind: null, reviewerId: null, receivedFrom: null, receivedTo: null, text: '' }, sort: { by: 'title', descending: false }, after: null, size: 50 })
    const expected: string[] = []
    for (const { id, state } of everything.rows) {
      if (['archived', 'withdrawn', 'dropped'].includes(state)) continue
      for (const clock of await clocksOf(id, 'head')) if (clock.state === 'red' || clock.state === 'amber') expected.push(`${id} ${clock.key} ${clock.state} ${clock.left?.n ?? ''}`)
    }
    expect(expected.length).toBeGreaterThan(3)
    expect(board.rows.map(({ caseId, clock }) => `${caseId} ${clock.key} ${clock.state} ${clock.left?.n ?? ''}`).toSorted()).toEqual(expected.toSorted())
    expect(board.total).toBe(expected.length)
    expect(board.rows.map(({ clock }) => clock.dueAt)).toEqual(board.rows.map(({ clock }) => clock.dueAt).toSorted())
    expect(board.counts.reduce((sum, { red, amber }) => sum + red + amber, 0)).toBe(expected.length)
    const review = board.rows.find(({ caseId, clock }) => caseId === ids[0] && clock.subject === 'review')
    expect(review).toMatchObject({ person: { name: '顾盼' }, clock: { desk: 'reviewer', state: 'amber', left: { n: 2 } } })
    // nobody reviews the second yet: it lies with the head
    expect(board.rows.find(({ caseId, clock }) => caseId === ids[1] && clock.subject === 'review')).toMatchObject({ person: null, clock: { desk: 'head' } })
    expect(board.rows.every(({ clock }) => clock.left !== null && (clock.left.n >= 0 || LIGHT_OF_STATE[clock.state] === 'red'))).toBe(true)
  })

  it('filters by light, subject, desk and person, and follows every act', async () => {
    const head = station.as('head')
    const rows = async (filter: Partial<BoardFilter>) => (await boardOf(filter)).rows
    expect((await rows({ light: 'red' })).every(({ clock }) => clock.state === 'red')).toBe(true)
    expect((await rows({ light: 'amber' })).every(({ clock }) => clock.state === 'amber')).toBe(true)
    const reviews = await rows({ subject: 'review' })
    expect(reviews.length).toBeGreaterThan(0)
    expect(reviews.every(({ clock }) => clock.subject === 'review')).toBe(true)
    const personId = station.ids.get('reviewer') ?? null
    expect((await rows({ personId })).every(({ person }) => person?.name === '顾盼')).toBe(true)
    const [withdrawn] = reviews
    await head.call('cases.withdraw', { caseId: withdrawn?.caseId ?? '', reason: '单位撤回' })
    expect((await rows({})).some(({ caseId }) => caseId === withdrawn?.caseId)).toBe(false)
    await expect(station.as('handler').call('deadlines.board', { filter: ALL, offset: 0 })).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('turns amber when the station says, and tells each person their own', async () => {
    const head = station.as('head')
    const early = async () => (await boardOf({ light: 'amber', subject: 'decision' })).total
    const before = await early()
    await head.call('deadlines.setWarning', { subject: 'decision', warning: { n: 60, unit: 'workingDays' } })
    expect(await early()).toBeGreaterThan(before)
    expect((await head.call('deadlines.warnings', {})).find(({ subject }) => subject === 'decision')).toMatchObject({ chosen: true, warning: { n: 60 } })
    await head.call('deadlines.setWarning', { subject: 'decision', warning: null })
    expect(await early()).toBe(before)
    await expect(head.call('deadlines.setWarning', { subject: 'decision', warning: { n: 200, unit: 'workingDays' } })).rejects.toMatchObject({ code: 'invalid-input' })
    const mine = await station.as('reviewer').call('deadlines.mine', {})
    expect(mine.rows.every(({ person }) => person?.name === '顾盼')).toBe(true)
    const handlers = await station.as('handler').call('deadlines.mine', {})
    expect(handlers.rows.length).toBeGreaterThan(0)
    expect(handlers.rows.every(({ person }) => person?.name === '田禾')).toBe(true)
    // the second handler of a case is reminded as well as the first
    const [first, second] = ['handler', 'handler2'].map((login) => ({ personId: station.ids.get(login) ?? null, name: login, certificateNumber: '' }))
    const shared = await registerCase(station, { filedOn: '2026-03-01', handlers: [first, second] })
    expect((await station.as('handler2').call('deadlines.mine', {})).rows.map(({ caseId }) => caseId)).toEqual([shared])
  })
})

describe('the board’s questions', () => {
  it('are answered from indexes, and read only the rows that are shown', () => {
    const { reader } = station.workstation.workbench
    const plan = (sql: string, ...values: (string | number)[]) => reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail)
    const where = "d.suspended = 0 AND d.amber_at <= '2026-06-12' AND d.person_id = 'x' AND d.subject = 'review'"
    const latest = plan(ROWS_QUERY(where, 'd.amber_at DESC'), 1, 0)
    for (const steps of [plan(COUNTS_QUERY, '', '', ''), plan(TOTAL_QUERY(where)), plan(ROWS_QUERY(where), 1, 0), latest, plan(OWN_COUNTS_QUERY(where), '', '')]) {
      const touching = steps.filter((step) => /(?:SCAN|SEARCH) (?:d|clock_dues|c)\b/u.test(step))
      expect(touching.length).toBeGreaterThan(0)
      expect(touching.filter((step) => !/COVERING INDEX clock_dues_|INTEGER PRIMARY KEY|INDEX sqlite_autoindex_cases_1/u.test(step))).toEqual([])
    }
  })
})

describe('cases that wait to be counted', () => {
  it('are counted in the background, without anybody asking for the board', async () => {
    const { workbench } = station.workstation
    await registerCase(station, { filedOn: '2026-03-01' })
    expect(staleCases(workbench)).toBeGreaterThan(0)
    const trouble: string[] = []
    const end = countInBackground(workbench, (line) => void trouble.push(line))
    await vi.waitUntil(() => staleCases(workbench) === 0, { timeout: 20_000 })
    end()
    expect(trouble).toEqual([])
  })
})

describe('a computer with another time', () => {
  it('that was set back wins nobody time, and is told', async () => {
    at('2026-06-12T02:00:00.000Z')
    const caseId = await registerCase(station, { filedOn: '2026-03-10' })
    const lastEntry = now.toISOString()
    at('2026-05-01T02:00:00.000Z')
    const { clocks, behind, asOf } = await station.as('reviewer').call('deadlines.ofCase', { caseId })
    expect(behind).toEqual({ computer: '2026-05-01T02:00:00.000Z', lastEntry })
    expect(asOf).toBe(lastEntry)
    expect(clocks.find(({ key }) => key === 'decision/1')).toMatchObject({ state: 'red' })
    expect((await station.as('head').call('deadlines.board', { filter: ALL, offset: 0 })).behind).not.toBeNull()
    at('2026-06-12T02:00:30.000Z')
    expect((await station.as('reviewer').call('deadlines.ofCase', { caseId })).behind).toBeNull()
  })

  it('in another zone counts the days of China: half past midnight there is the new day', async () => {
    at('2026-06-15T16:30:00.000Z')
    const caseId = await registerCase(station, { filedOn: '2026-03-10', receivedOn: '2026-06-15' })
    await accept(station, caseId)
    expect((await clocksOf(caseId)).find(({ key }) => key === 'review/1')).toMatchObject({ start: { day: '2026-06-16' } })
    expect(station.workstation.workbench.instant() as IsoInstant).toBe('2026-06-15T16:30:00.000Z')
  })
})
