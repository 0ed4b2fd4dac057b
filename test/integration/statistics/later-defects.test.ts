/** An issued opinion counts at once, with its defects; what is found later is recorded against it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { StatisticsQuery } from '../../../src/shared/statistics/contract.ts'
import type { IsoDate } from '../../../src/shared/values/values.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { issuedCase, NO, registerCase } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

let station: TestStation
beforeAll(async () => {
  station = await createTestStation()
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const DEFECT = { source: 'court', heading: 3, severity: 'C', description: '听证告知书未载明申请听证的期限。' } as const

it('from the issue of an opinion to a defect that the court found', async () => {
  const head = station.as('head')
  const { caseId, opinion } = await issuedCase(station, {}, new Map([['7.2', NO]]))
  const issuedOn = station.workstation.workbench.reader.get<{ day: IsoDate }>('SELECT issued_on AS day FROM issued_reviews WHERE case_id = ?', caseId)?.day
  if (issuedOn === undefined) throw new Error('the issued opinion was not counted')
  const query: StatisticsQuery = { from: issuedOn, to: issuedOn, unit: null, kind: 'penalty', reviewerId: null }
  const { period, byType, workload } = await head.call('statistics.get', { query })
  expect(period).toMatchObject({ reviews: 1, escaped: 0, transferred: 0 })
  // one question answered “no”, under heading 7
  expect(period.defects.slice(18, 21).reduce((sum, count) => sum + count, 0)).toBe(1)
  expect(period.defects.reduce((sum, count) => sum + count, 0)).toBe(1)
  expect(byType).toEqual([{ key: opinion.type, reviews: 1, before: 0 }])
  expect(workload.find(({ issued }) => issued === 1)?.personId).toBe(station.ids.get('reviewer'))
  expect(await head.call('statistics.units', {})).toEqual(['清川县生态环境保护综合行政执法大队'])

  await head.call('statistics.recordLaterDefect', { caseId, defect: { ...DEFECT, foundOn: issuedOn } })
  expect(await station.as('handler').call('statistics.laterDefects', { caseId })).toMatchObject([{ ...DEFECT, foundOn: issuedOn, round: 1 }])
  expect((await head.call('statistics.get', { query })).period.escaped).toBe(1)
  const entry = (await head.call('cases.history', { caseId })).at(-1)
  expect([entry?.act, JSON.parse(entry?.content ?? '{}').heading]).toEqual(['case.laterDefect', 3])
})

it('a defect before the opinion, in the future, or of a case without one is refused', async () => {
  const { caseId } = await issuedCase(station)
  const record = (foundOn: string, of: string = caseId) =>
    station.as('head').call('statistics.recordLaterDefect', { caseId: of as typeof caseId, defect: { ...DEFECT, foundOn: foundOn as IsoDate } })
  expect(await refusal(record('2020-01-01'), 'invalid-input')).toMatchObject({ field: 'defect.foundOn' })
  await refusal(record('2199-01-01'), 'invalid-input')
  await refusal(record('2026-06-30', await registerCase(station)), 'not-found')
  expect(await station.as('head').call('statistics.laterDefects', { caseId })).toEqual([])
})

it('a span that is the wrong way round, or longer than five years, is refused', async () => {
  const ask = (from: string, to: string) =>
    station.workstation.dispatch('statistics.get', { query: { from, to, unit: null, kind: null, reviewerId: null } }, station.as('head').caller)
  for (const [from, to] of [['2026-02-01', '2026-01-31'], ['2020-01-01', '2026-01-01'], ['2026-02-30', '2026-03-01']] as const) {
    expect(await ask(from, to)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  }
})
