/** Home over a store of several hundred cases: every number is that of a plain count, and that of the list it opens. */
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CASE_STATES, type CaseState } from '../../../src/shared/cases/state-machine-terms.ts'
import type { HomeSummary, Lights } from '../../../src/shared/home/contract.ts'
import { scopeFilter, type HomeFilter } from '../../../src/shared/home/home-filter.ts'
import { filtersOf } from '../../../src/shared/home/month.ts'
import type { CaseId, IsoDate, PersonId } from '../../../src/shared/values/values.ts'
import { isoInstant } from '../../../src/shared/values/values.ts'
import { caseOrder } from '../../../src/main/cases/case-list.ts'
import { insertCase } from '../../../src/main/cases/case-record.ts'
import { BOARD_QUERY, byDayQuery, countLights, dayOf, issuedCountQuery, issuesQuery, lightsByStateQuery, lightsQuery } from '../../../src/main/home/case-counts.ts'
import { listFilter } from '../../../src/main/home/home-cases.ts'
import type { Condition } from '../../../src/main/cases/case-conditions.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { accept, answerAll, approve, assign, attach, caseFields, issuedCase, registerCase, submit } from '../../support/test-case.ts'
import { createTestStation, personFields, type TestStation } from '../../support/test-station.ts'

const MANY = 700
/** A Wednesday; the Labour Day holiday begins on the Friday. */
const NOW = new Date(2026, 3, 29, 10)
const WORKING: readonly CaseState[] = ['received', 'returned', 'accepted', 'assigned', 'underReview', 'drafted', 'approved']

/** What the reference knows of a case, read past the code under test. */
interface Known {
  readonly id: string
  readonly state: CaseState
  readonly receivedOn: string
  readonly dueOn: string | null
  readonly reviewerId: string | null
  readonly handlers: readonly string[]
  readonly sentBack: boolean
  readonly issued: readonly { readonly on: string; readonly inTime: boolean }[]
}

let station: TestStation
let known: Known[]
const chance = ((seed) => () => ((seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31), seed / 2 ** 31))(11)
const below = (limit: number): number => Math.floor(chance() * limit)
const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item
const someDay = (from: number, to: number): string => new Date(Date.UTC(2026, 3, 29 + from + below(to - from))).toISOString().slice(0, 10)
/** Often within minutes of midnight, where a day of another place would be another day. */
const someMoment = (): Date => new Date(2026, 3, 29 - below(45), pick([0, 0, 9, 15, 23]), pick([0, 1, 59]))

function addCase(writer: Parameters<Parameters<TestStation['workstation']['workbench']['withoutAudit']>[1]>[0]): Known {
  const id = uuidv7() as CaseId
  const handlerId = pick([null, station.ids.get('handler') ?? null, station.ids.get('handler2') ?? null])
  const reviewerId = pick([null, station.ids.get('reviewer') ?? null, station.ids.get('reviewer2') ?? null, station.ids.get('both') ?? null])
  const receivedOn = someDay(-60, 1)
  const state = pick([...WORKING, ...CASE_STATES])
  const dueOn = WORKING.includes(state) && below(5) > 0 ? someDay(-12, 25) : null
  const fields = caseFields({ receivedOn, handlers: [{ personId: handlerId, name: '田禾', certificateNumber: '' }] })
  insertCase(writer, { id, fields, state: 'received', createdBy: '', at: isoInstant(NOW) })
  writer.run('UPDATE cases SET state = ?, reviewer_id = ?, due_on = ? WHERE id = ?', state, reviewerId, dueOn ?? '9999-12-31', id)
  const issued: { on: string; inTime: boolean }[] = []
  const opinion = (round: number, of: 'draft' | 'issued', remarks: string, at: Date | null): void => {
    writer.run(
      `INSERT INTO opinions (case_id, round, version, state, type, sections, remarks, signatures, issued_at) VALUES (?, ?, 1, ?, 'T-OK', '[]', ?, '[]', ?)`,
      id,
      round,
      of,
      remarks,
      at === null ? null : isoInstant(at),
    )
  }
  const rounds = pick([0, 1, 1, 2])
  for (let round = 1; round <= rounds; round += 1) {
    const at = someMoment()
    const on = dayOf(isoInstant(at))
    const due = below(6) === 0 ? null : someDay(-45, 5)
    if (round > 1) writer.run('INSERT INTO rounds (case_id, round, submitted_on) VALUES (?, ?, ?)', id, round, receivedOn)
    writer.run('UPDATE rounds SET due_on = ? WHERE case_id = ? AND round = ?', due, id, round)
    opinion(round, 'issued', "[{\"text\":\"改\"}]", at)
    issued.push({ on, inTime: due !== null && on <= due })
  }
  const sentBack = state === 'underReview' && below(2) === 0
  if (state === 'underReview' || state === 'withdrawn') {
    const round = rounds + 1
    if (round > 1) writer.run('INSERT INTO rounds (case_id, round, submitted_on) VALUES (?, ?, ?)', id, round, receivedOn)
    opinion(round, 'draft', sentBack || state === 'withdrawn' ? '[{"text":"改"}]' : '[]', null)
  }
  return { id, state, receivedOn, dueOn, reviewerId, handlers: handlerId === null ? [] : [handlerId], sentBack, issued }
}

beforeAll(async () => {
  station = await createTestStation({ now: () => NOW })
  await station.addPerson(personFields('both', '双任', ['head', 'reviewer', 'handler']))
  known = station.workstation.workbench.withoutAudit('test', (writer) => Array.from({ length: MANY }, () => addCase(writer)))
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const within = (day: string | null, from: string | undefined, to: string | undefined): boolean =>
  (from === undefined && to === undefined) || (day !== null && (from === undefined || day >= from) && (to === undefined || day <= to))

/** The filter, asked of each case in plain words. */
function matches(one: Known, filter: HomeFilter): boolean {
  const { states, reviewerId, handlerId, issuedFrom, issuedTo, inTime, sentBack } = filter
  const asksIssued = issuedFrom !== undefined || issuedTo !== undefined || inTime === true
  return (
    (states === undefined || states.length === 0 || states.includes(one.state)) &&
    (reviewerId === undefined || one.reviewerId === reviewerId) &&
    (handlerId === undefined || one.handlers.includes(handlerId)) &&
    within(one.receivedOn, filter.receivedFrom, filter.receivedTo) &&
    within(one.dueOn, filter.dueFrom, filter.dueTo) &&
    (sentBack !== true || one.sentBack) &&
    (!asksIssued || one.issued.some((issue) => within(issue.on, issuedFrom, issuedTo) && (inTime !== true || issue.inTime)))
  )
}

function plainLights(filter: HomeFilter): Lights {
  const found = known.filter((one) => matches(one, filter))
  const due = (from: string, to: string): number => found.filter(({ dueOn }) => dueOn !== null && dueOn >= from && dueOn <= to).length
  return { count: found.length, late: due('', '2026-04-28'), near: due('2026-04-29', '2026-05-06') }
}

const listed = (filter: HomeFilter): number =>
  caseOrder(station.workstation.workbench.reader, { filter: listFilter(filter), sort: { by: 'dueOn', descending: false } }).length

/** Each number of an answer, with the filter that it opens. */
function numbersOf({ figures, queues, board, month, scope }: HomeSummary, personId: PersonId): [what: string, count: number, filter: HomeFilter][] {
  const own = scope === null ? {} : scopeFilter(scope, personId)
  const spans = [...month.weeks, month.total].flatMap((span) => {
    const filters = filtersOf(span, own)
    return (['received', 'issued', 'inTime'] as const).map((name): [string, number, HomeFilter] => [`${span.from} ${name}`, span[name], filters[name]])
  })
  return [
    ...figures.map(({ id, count, filter }): [string, number, HomeFilter] => [id, count, filter]),
    ...queues.map(({ id, count, filter }): [string, number, HomeFilter] => [id, count, filter]),
    ...(board?.stages ?? []).flatMap(({ states }) => states.map(({ state, count }): [string, number, HomeFilter] => [state, count, { states: [state] }])),
    ...month.days.map(({ day, due }): [string, number, HomeFilter] => [`due ${day}`, due, { ...own, dueFrom: day, dueTo: day }]),
    ...spans,
  ]
}

const PEOPLE = ['handler', 'reviewer', 'reviewer2', 'head', 'agencyHead', 'supervisor', 'both'] as const

describe('every number', () => {
  it.each(PEOPLE)('of %s is what a plain count gives, and what the list behind it holds', async (login) => {
    const person = station.as(login).person
    const scopes = (await station.as(login).call('home.summary', { scope: null })).scopes
    expect(scopes.length).toBeGreaterThan(0)
    let counted = 0
    for (const { scope, waiting } of scopes) {
      const summary = await station.as(login).call('home.summary', { scope })
      expect(summary.scope).toBe(scope)
      for (const [what, count, filter] of numbersOf(summary, person.id)) {
        expect([what, count]).toEqual([what, plainLights(filter).count])
        expect([what, listed(filter)]).toEqual([what, count])
        counted += count
      }
      expect(waiting).toBe(summary.figures.find(({ id }) => id === 'waiting')?.count ?? 0)
    }
    expect(counted).toBeGreaterThan(10)
  })

  it('is found by the list itself, too', async () => {
    const { figures } = await station.as('both').call('home.summary', { scope: 'station' })
    for (const { count, filter } of figures) {
      const input = { filter: listFilter(filter), sort: { by: 'dueOn' as const, descending: false }, after: null, size: 1 }
      const { total } = await station.as('both').call('cases.list', input)
      expect(total.atLeast ? count >= total.count : count === total.count).toBe(true)
    }
  })

  it('of red and amber is right in every queue and on the board', async () => {
    for (const login of PEOPLE) {
      const { queues, board } = await station.as(login).call('home.summary', { scope: null })
      for (const { id, filter, count, late, near } of queues) {
        // what was issued has no clock any more
        const expected = filter.issuedFrom === undefined ? plainLights(filter) : { count, late: 0, near: 0 }
        expect([login, id, { count, late, near }]).toEqual([login, id, expected])
      }
      for (const { state, ...lights } of board?.stages.flatMap(({ states }) => states) ?? []) {
        expect([state, lights]).toEqual([state, plainLights({ states: [state] })])
      }
      expect(board === null).toBe(login === 'handler' || login.startsWith('reviewer'))
      if (board !== null) expect(board.total).toBe(MANY)
    }
  })
})

describe('what is shown', () => {
  it('of a queue are its first cases, the earliest due first, each with its light', async () => {
    const { queues, lights, days } = await station.as('head').call('home.summary', { scope: null })
    expect(days).toEqual({ today: '2026-04-29', nearTo: '2026-05-06' })
    for (const { filter, count, cases } of queues) {
      expect(cases.length).toBe(Math.min(5, count))
      for (const { row } of cases) expect(matches(known.find(({ id }) => id === row.id) as Known, filter)).toBe(true)
    }
    const dues = lights.map(({ row }) => row.dueOn ?? '')
    expect(dues).toEqual([...dues].sort())
    expect(lights[0]).toMatchObject({ due: { light: 'late' } })
    for (const { row, due } of lights) {
      expect(due?.workingDays ?? 0).toBeLessThanOrEqual(2)
      expect(due?.clock).toBe(row.state === 'returned' ? 'supplement' : 'reviewLimit')
    }
  })

  it('of somebody without a part in cases is the calendar alone', async () => {
    const summary = await station.as('admin').call('home.summary', { scope: 'station' })
    expect(summary).toMatchObject({ scope: null, figures: [], queues: [], lights: [], board: null, scopes: [] })
    expect(summary.month.days.every(({ due }) => due === 0)).toBe(true)
    expect(summary.month.total).toMatchObject({ received: 0, issued: 0 })
  })

  it('of a scope that is not theirs is their own', async () => {
    expect((await station.as('reviewer').call('home.summary', { scope: 'station' })).scope).toBe('reviewing')
    expect((await station.as('reviewer').call('home.month', { scope: 'station', month: '2026-04' })).total.received).toBe(0)
  })

  it('of a month is the statutory calendar: holidays by name, working weekends, years that nobody has published', async () => {
    const may = await station.as('supervisor').call('home.month', { scope: 'station', month: '2026-05' })
    const dayIn = (month: typeof may, day: string) => month.days.find((one) => one.day === day)
    expect(dayIn(may, '2026-05-04')).toMatchObject({ working: false, provisional: false, why: { code: 'holiday', name: { 'zh-CN': '劳动节' } } })
    expect(dayIn(may, '2026-05-09')).toMatchObject({ working: true, why: { code: 'makeUpDay' } })
    const later = await station.as('supervisor').call('home.month', { scope: 'station', month: '2031-10' })
    expect(dayIn(later, '2031-10-01')).toMatchObject({ working: false, provisional: true, why: { code: 'statutoryDay' } })
    const { provisionalFrom } = await station.as('admin').call('home.summary', { scope: null })
    expect(provisionalFrom).toBe('2026-12-25')
  })
})

describe('at a hundred thousand cases', () => {
  const days = { today: '2026-04-29' as IsoDate, nearTo: '2026-05-06' as IsoDate }
  const who = 'x' as PersonId
  const FILTERS: readonly HomeFilter[] = [
    { dueTo: days.today },
    { dueFrom: days.today, dueTo: days.nearTo },
    { states: ['received', 'accepted'] },
    { states: ['underReview'], sentBack: true },
    { states: ['underReview'], sentBack: true, reviewerId: who },
    { states: ['assigned', 'underReview'], reviewerId: who },
    { states: ['returned'], handlerId: who },
    { dueTo: days.today, handlerId: who },
    { dueTo: days.today, reviewerId: who },
  ]
  const own: readonly HomeFilter[] = [{}, { reviewerId: who }, { handlerId: who }]
  const queries: readonly Condition[] = [
    ...FILTERS.map((filter) => lightsQuery(filter, days)),
    ...own.flatMap((filter) => [
      lightsByStateQuery(['received', 'accepted', 'disclosed'], filter, days),
      byDayQuery('due_on', days.today, days.nearTo, filter),
      byDayQuery('received_on', days.today, days.nearTo, filter),
      issuedCountQuery({ ...filter, issuedFrom: days.today }),
      issuesQuery({ ...filter, issuedFrom: days.today, issuedTo: days.nearTo, inTime: true }),
    ]),
  ]

  it.each(queries.map(({ sql, values }) => [sql, values] as const))('no row of a case is read to count it: %s', (sql, values) => {
    const { reader } = station.workstation.workbench
    const plan = reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail)
    for (const step of plan.filter((detail) => /^(SCAN|SEARCH) /.test(detail))) expect(step).toMatch(/COVERING INDEX|PRIMARY KEY/)
    expect(plan.filter((detail) => detail.startsWith('SCAN'))).toEqual([])
  })

  it('the board reads one index from end to end, and no table', () => {
    const { reader } = station.workstation.workbench
    const plan = reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${BOARD_QUERY}`, '', '', '').map(({ detail }) => detail)
    expect(plan).toEqual(['SCAN c USING COVERING INDEX cases_by_state_due_on'])
  })

  it('a filter that finds nothing counts nothing', () => {
    expect(countLights(station.workstation.workbench.reader, { states: ['received'], handlerId: who }, days)).toEqual({ count: 0, late: 0, near: 0 })
  })
})

describe('along a real line', () => {
  it('a case that is returned, reviewed, sent back and issued is in its queues on the way', async () => {
    const line = await createTestStation({ now: () => NOW })
    try {
      const has = async (login: string, id: string, caseId: string): Promise<boolean> =>
        (await line.as(login).call('home.summary', { scope: null })).queues.find((queue) => queue.id === id)?.cases.some(({ row }) => row.id === caseId) ?? false
      const caseId = await registerCase(line, { receivedOn: '2026-04-27' })
      expect(await has('head', 'toAccept', caseId)).toBe(true)
      await line.as('head').call('intake.returnForSupplement', { caseId, missing: ['立案审批表'], reason: '缺少立案审批表。', replyBy: '2026-04-30' })
      const { figures, lights } = await line.as('handler').call('home.summary', { scope: null })
      expect(figures.find(({ id }) => id === 'near')?.count).toBe(1)
      expect(lights).toMatchObject([{ row: { id: caseId }, due: { light: 'near', workingDays: 1, clock: 'supplement' }, desk: 'handlingUnit' }])
      await line.as('handler').call('intake.resubmit', { caseId, receivedOn: '2026-04-29', note: '' })
      await attach(line, caseId, '调查报告.txt', '调查报告')
      await accept(line, caseId)
      await assign(line, caseId)
      await answerAll(line, caseId)
      const { version } = await submit(line, caseId)
      expect(await has('head', 'toApprove', caseId)).toBe(true)
      await line.as('head').call('opinion.sendBack', { caseId, expectedVersion: version, remarks: [{ sectionId: null, text: '请补充理由。' }] })
      expect(await has('reviewer', 'sentBack', caseId)).toBe(true)
      expect(await has('head', 'revising', caseId)).toBe(true)
      await approve(line, caseId)
      expect(await has('reviewer', 'sentBack', caseId)).toBe(false)
      expect(await has('reviewer', 'toSign', caseId)).toBe(true)
      const { caseId: issuedId } = await issuedCase(line)
      expect(await has('handler', 'toFeedBack', issuedId)).toBe(true)
      const { month } = await line.as('reviewer').call('home.summary', { scope: null })
      expect(month.total).toMatchObject({ issued: 1, inTime: 1 })
    } finally {
      line.close()
    }
  })
})
