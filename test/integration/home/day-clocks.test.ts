/** The calendar of Home counts every clock of one's own, not only review and supplement, and shows which they are. */
import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertCase } from '../../../src/main/cases/case-record.ts'
import { dayClockCountsQuery } from '../../../src/main/home/day-clocks.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { clockDays } from '../../../src/main/store/migrations/0270-clock-days.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { isTouchedBy } from '../../../src/renderer/transport/changed-queries.ts'
import type { CoreEvent } from '../../../src/shared/contract/reply.ts'
import { isOpen } from '../../../src/shared/deadlines/clock.ts'
import type { Scope } from '../../../src/shared/home/home-filter.ts'
import { gridSpan } from '../../../src/shared/home/month.ts'
import type { CaseId, IsoDate, PersonId } from '../../../src/shared/values/values.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { accept, assign, caseFields, registerCase } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

const MONTHS = ['2026-04', '2026-05', '2026-06', '2026-07'] as const
let station: TestStation
let ids: string[]

beforeAll(async () => {
  station = await createTestStation({ now: () => new Date(2026, 3, 29, 10) })
  const other = station.ids.get('handler2') ?? null
  ids = [
    await registerCase(station),
    await registerCase(station, { filedOn: '2026-03-24' }),
    await registerCase(station, { filedOn: '2026-04-01', handlers: [{ personId: other, name: '苗青', certificateNumber: '4300002' }] }),
  ]
  await accept(station, ids[0] ?? '')
  await assign(station, ids[0] ?? '')
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

/** By day, what the page of each case says that runs, without review and supplement. */
async function ofPages(caseIds: readonly string[], month: string): Promise<Map<string, string[]>> {
  const { from, to } = gridSpan(month)
  const days = new Map<string, string[]>()
  for (const caseId of caseIds) {
    const { clocks } = await station.as('head').call('deadlines.ofCase', { caseId: caseId as never })
    for (const clock of clocks.filter((one) => isOpen(one) && one.state !== 'suspended' && one.limit === 'atMost')) {
      if (clock.subject === 'review' || clock.subject === 'supplement' || clock.due === null) continue
      if (clock.due >= from && clock.due <= to) days.set(clock.due, [...(days.get(clock.due) ?? []), `${caseId}/${clock.key}`])
    }
  }
  return days
}

async function ofCalendar(login: string, scope: Scope, month: string): Promise<Map<string, string[]>> {
  const days = new Map<string, string[]>()
  for (const { day, others } of (await station.as(login).call('home.month', { scope, month })).days) {
    if (others === 0) continue
    const { rows, count } = await station.as(login).call('home.dayClocks', { scope, day })
    expect([day, count, rows.length]).toEqual([day, others, others])
    days.set(day, rows.map(({ caseId, clock }) => `${caseId}/${clock.key}`))
  }
  return days
}

const sorted = (days: Map<string, string[]>) => [...days].map(([day, keys]) => [day, keys.toSorted()]).toSorted()

describe('the calendar', () => {
  it('counts for who sees the station what the pages of all cases say', async () => {
    let seen = 0
    for (const month of MONTHS) {
      const expected = await ofPages(ids, month)
      expect(sorted(await ofCalendar('head', 'station', month))).toEqual(sorted(expected))
      seen += expected.size
    }
    expect(seen).toBeGreaterThan(2)
  })

  it('counts for who handles cases what runs in theirs, and nothing of another’s', async () => {
    for (const month of MONTHS) {
      expect(sorted(await ofCalendar('handler', 'handling', month))).toEqual(sorted(await ofPages(ids.slice(0, 2), month)))
      expect(sorted(await ofCalendar('handler2', 'handling', month))).toEqual(sorted(await ofPages(ids.slice(2), month)))
    }
  })

  it('tells nobody of a scope that is not theirs', async () => {
    const day = (await station.as('head').call('home.month', { scope: 'station', month: '2026-06' })).days.find(({ others }) => others > 0)?.day
    if (day === undefined) throw new Error('nothing ends in June')
    expect(await station.as('reviewer').call('home.dayClocks', { scope: 'station', day })).toEqual({ rows: [], count: 0 })
    expect(await station.as('admin').call('home.dayClocks', { scope: 'station', day })).toEqual({ rows: [], count: 0 })
    expect((await station.as('admin').call('home.month', { scope: 'station', month: '2026-06' })).days.every(({ others }) => others === 0)).toBe(true)
  })
})

describe('where more changed cases wait than are counted before an answer', () => {
  it('the calendar is told once they are counted, and then says what ends', async () => {
    const other = await createTestStation({ now: () => new Date(2026, 3, 29, 10) })
    const { workbench } = other.workstation
    for (let n = 0; n < 2; n += 1) await registerCase(other, { filedOn: '2026-03-24' })
    const asked = async () => (await other.as('head').call('home.month', { scope: 'station', month: '2026-06' })).days.reduce((sum, { others }) => sum + others, 0)
    const whole = await asked()
    expect(whole).toBeGreaterThan(0)
    // as an update leaves them: nothing is counted, and every case waits
    workbench.withoutAudit('test', (writer) => {
      for (let n = 0; n < 320; n += 1) insertCase(writer, { id: uuidv7() as CaseId, fields: caseFields(), state: 'archived', createdBy: '', at: workbench.instant() })
      writer.run('DELETE FROM clock_dues')
      writer.run('INSERT OR IGNORE INTO clock_stale (case_id) SELECT id FROM cases')
    })
    const told: CoreEvent[] = []
    other.workstation.subscribe(other.as('head').caller, (event) => told.push(event))
    expect(await asked()).toBe(0)
    while ((await other.as('handler').call('deadlines.mine', {})).pending > 0) expect(told).toEqual([])
    expect(told).toEqual([{ kind: 'changed', subject: 'clocks' }])
    expect(isTouchedBy(['home.summary', { scope: 'station' }], { kind: 'changed', subject: 'clocks' })).toBe(true)
    expect(await asked()).toBe(whole)
    // who asks then is not told again
    await other.as('handler').call('deadlines.mine', {})
    expect(told).toHaveLength(1)
    other.close()
  })
})

it.each(['station', 'reviewing', 'handling'] as const)('no row of a clock is read to count %s', (scope) => {
  const { sql, values } = dayClockCountsQuery({ scope, personId: 'x' as PersonId }, '2026-04-01' as IsoDate, '2026-05-31' as IsoDate)
  const plan = station.workstation.workbench.reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail)
  for (const step of plan.filter((detail) => /^(SCAN|SEARCH) /.test(detail))) expect(step).toMatch(/^SEARCH .*(COVERING INDEX|PRIMARY KEY)/)
})

it('a store from before keeps its clocks and finds them by day', () => {
  const [folder, key] = [temporaryFolder('clock-days'), new Uint8Array(randomBytes(32))]
  const before = openStore(folder, key, MIGRATIONS.filter(({ version }) => version < clockDays.version))
  before.transaction('test', (writer) => {
    writer.run(
      `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on, due_provisional, amount,
        version, created_by, created_at, updated_at, fields) VALUES ('a', '', '', '', '', '[]', 'accepted', 1, '2026-03-02', '9999-12-31', 0, -1, 1, '', '', '', '{}')`,
    )
    writer.run(
      `INSERT INTO clock_dues (case_id, clock, subject, desk, person_id, due_on, due_at, amber_at, provisional, suspended, run)
       VALUES ('a', 'decision', 'decision', 'handler', 'me', '2026-05-06', '2026-05-06T15:59:59.999Z', '2026-04-20T16:00:00.000Z', 0, 0, '{}')`,
    )
  })
  before.close()
  const after = openStore(folder, key, MIGRATIONS)
  const { sql, values } = dayClockCountsQuery({ scope: 'reviewing', personId: 'me' as PersonId }, '2026-05-01' as IsoDate, '2026-05-31' as IsoDate)
  expect(after.reader.all(sql, ...values)).toEqual([{ day: '2026-05-06', n: 1 }])
  after.close()
})
