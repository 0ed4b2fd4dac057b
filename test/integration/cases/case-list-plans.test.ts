/** How the list of cases is asked of the store: no query scans, and a whole order is made in steps. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CASE_SORTS } from '../../../src/shared/cases/case.ts'
import type { CaseListInput } from '../../../src/shared/cases/contract.ts'
import type { CaseId, IsoDate } from '../../../src/shared/values/values.ts'
import { caseOrder, listQuery, orderQuery, prepareOrder } from '../../../src/main/cases/case-list.ts'
import { connect } from '../../../src/main/store/database.ts'
import { databasePath } from '../../../src/main/store/open-store.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { caseFields } from '../../support/test-case.ts'
import type { TestStation } from '../../support/test-station.ts'
import { everything, inputOf, listedCases, type Known } from './listed-cases.ts'

let station: TestStation
let known: Known[]
beforeAll(async () => {
  station = await listedCases()
  known = everything(station)
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

describe('query plans', () => {
  const FILTERS: readonly (readonly [name: string, filter: Partial<CaseListInput['filter']>])[] = [
    ['nothing', {}],
    ['a big state', { states: ['issued'] }],
    ['a small state', { states: ['withdrawn'] }],
    ['several states', { states: ['issued', 'received'] }],
    ['a big kind', { actionKind: 'penalty' }],
    ['a small kind', { actionKind: 'inspection' }],
    ['a reviewer', { reviewerId: 'reviewer' as never }],
    ['a reviewer of few', { reviewerId: 'reviewer2' as never }],
    ['from a day', { receivedFrom: '2025-02-01' as IsoDate }],
    ['to a day', { receivedTo: '2025-01-05' as IsoDate }],
    ['a span', { receivedFrom: '2025-02-01' as IsoDate, receivedTo: '2026-10-01' as IsoDate }],
    ['a rare word', { text: '299号' }],
    ['a common word', { text: '案' }],
    ['state and word', { states: ['issued'], text: '万象' }],
    ['state and kind', { states: ['issued'], actionKind: 'penalty' }],
    ['reviewer, state, span', { reviewerId: 'reviewer' as never, states: ['issued'], receivedFrom: '2025-02-01' as IsoDate }],
    ['a unit', { unit: '执法一大队' }],
    ['a cause', { cause: '违法排污' }],
    ['a handler', { handlerId: 'handler' as never }],
    ['due', { dueFrom: '2026-02-10' as IsoDate }],
    ['overdue', { overdue: true }],
    ['issued', { issuedFrom: '2026-02-10' as IsoDate }],
    ['a type of opinion', { opinionType: 'T-OK' }],
    ['a type of opinion in a span', { opinionType: 'T-OK', issuedFrom: '2026-02-10' as IsoDate, issuedTo: '2026-03-10' as IsoDate }],
    ['an amount', { amountFrom: 100, amountTo: 5001 }],
    ['a round', { round: 2 }],
    ['flags', { flags: ['majorRights', 'hearingHeld'] }],
    ['red cases', { red: true }],
    ['all of them', { states: ['issued'], actionKind: 'penalty', reviewerId: 'reviewer' as never, receivedFrom: '2025-02-01' as IsoDate, receivedTo: '2026-11-01' as IsoDate, text: '排污' }],
  ]
  const cells = FILTERS.flatMap(([name, filter]) => CASE_SORTS.flatMap((by) => [true, false].map((descending) => [name, by, descending, filter] as const)))

  it.each([false, true])('no list page scans a table, for any filter and sort (statistics gathered: %s)', (analysed) => {
    const { reader } = station.workstation.workbench
    const database = connect(databasePath(station.folder), station.dataKey, 'write')
    try {
      if (analysed) database.exec('ANALYZE')
      for (const [name, by, descending, filter] of cells) {
        const idOf = (login: string | null | undefined) => (login === undefined || login === null ? null : (station.ids.get(login) ?? null))
        const narrowed = { ...filter, reviewerId: idOf(filter.reviewerId), handlerId: idOf(filter.handlerId) }
        for (const after of [null, { value: by === 'amount' ? 100 : '2026-01-01', id: known[0]?.row.id as CaseId }]) {
          const query = listQuery(reader, inputOf({ filter: narrowed, sort: { by, descending }, after, size: 50 }))
          const plan = database.prepare(`EXPLAIN QUERY PLAN ${query.sql}`).all(...query.values) as { detail: string }[]
          const scans = plan.map(({ detail }) => detail).filter((detail) => /^SCAN (?!.*(USING|VIRTUAL TABLE INDEX))/.test(detail))
          expect([name, by, descending, scans]).toEqual([name, by, descending, []])
          const whole = orderQuery(reader, inputOf({ filter: narrowed, sort: { by, descending } }))
          const walk = database.prepare(`EXPLAIN QUERY PLAN ${whole.sql}`).all(...whole.values) as { detail: string }[]
          expect([name, by, walk.map(({ detail }) => detail).filter((detail) => /^SCAN (?!.*(USING|VIRTUAL TABLE INDEX))/.test(detail))]).toEqual([name, by, []])
          // a walk in the order of the sort needs no sorting; a sort is only for the few
          const walks = plan.some(({ detail }) => detail.startsWith('SCAN c USING'))
          const sorts = plan.some(({ detail }) => detail.includes('USE TEMP B-TREE FOR ORDER BY'))
          expect([name, by, descending, walks && sorts]).toEqual([name, by, descending, false])
        }
      }
    } finally {
      if (analysed) database.exec('DROP TABLE IF EXISTS sqlite_stat1')
      database.close()
    }
  })

  it('counting by state and by due day scans no table either', () => {
    const { reader } = station.workstation.workbench
    const plans = [
      'SELECT state, count(*) AS n FROM cases GROUP BY state',
      "SELECT count(*) AS n FROM cases WHERE due_on < '2026-01-01'",
      "SELECT count(*) AS n FROM cases WHERE reviewer_id = 'x' AND state IN ('assigned', 'underReview')",
    ].flatMap((sql) => reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`))
    for (const { detail } of plans) expect(detail).toMatch(/USING (COVERING )?INDEX/)
  })
})

describe('the whole order, made in steps', () => {
  const aside = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

  it('is the order of one query, for any sort, while others are answered between the steps', async () => {
    const { reader } = station.workstation.workbench
    const FILTERS: Partial<CaseListInput['filter']>[] = [{}, { states: ['issued'] }, { text: '排污' }, { flags: ['majorRights'] }, { round: 2 }]
    for (const filter of FILTERS) {
      for (const by of CASE_SORTS) {
        const asked = inputOf({ filter, sort: { by, descending: by === 'dueOn' } })
        const { sql, values } = orderQuery(reader, asked)
        const work = { made: false, turns: 0 }
        const making = prepareOrder(reader, asked, undefined, 700).then(() => (work.made = true))
        for (; !work.made; work.turns += 1) await aside()
        await making
        const order = caseOrder(reader, asked)
        expect([by, filter, [...order]]).toEqual([by, filter, reader.numbers(sql, ...values)])
        // as many pauses as there are full steps
        expect(work.turns).toBeGreaterThanOrEqual(Math.floor(order.length / 700) - 1)
      }
    }
  })

  it('begins anew when something is written meanwhile', async () => {
    const { reader } = station.workstation.workbench
    const asked = inputOf({ sort: { by: 'fileNumber', descending: true } })
    const making = prepareOrder(reader, asked, undefined, 700)
    await aside()
    await station.as('head').call('cases.register', { fields: caseFields({ title: '其间登记案', fileNumber: '其间登记' }) })
    await making
    const { sql, values } = orderQuery(reader, asked)
    expect([...caseOrder(reader, asked)]).toEqual(reader.numbers(sql, ...values))
  })
})
