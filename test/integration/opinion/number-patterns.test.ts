/** What an administrator changes of the number patterns: it holds for numbers given later, which stay gapless and single. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CASE_PATTERN, OPINION_PATTERN, type Numbering } from '../../../src/shared/numbering/number-pattern.ts'
import { EMPTY_CASE_FILTER, NEWEST_FIRST } from '../../../src/shared/cases/case-filter.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { approve, registerCase, reviewedCase, signAsHead, signAsReviewer } from '../../support/test-case.ts'
import { createTestStation, STATION_FIELDS, type TestStation } from '../../support/test-station.ts'

let station: TestStation
let now = new Date('2026-04-07T02:00:00Z')
beforeAll(async () => {
  station = await createTestStation({ now: () => now })
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const change = (numbering: Numbering, numberPrefix = STATION_FIELDS.numberPrefix) =>
  station.as('admin').call('station.update', { station: { ...STATION_FIELDS, numberPrefix, numbering } })
async function issued(): Promise<string | null> {
  const caseId = await reviewedCase(station)
  await approve(station, caseId)
  await signAsReviewer(station, caseId)
  return (await signAsHead(station, caseId)).number
}
const given = async (year: number, kind: 'opinion' | 'case') =>
  (await station.as('head').call('opinion.numbers', { year })).filter((row) => row.kind === kind).map(({ number }) => number)

it('a new form goes on in the same run, and what was given stays as it was', async () => {
  expect(await issued()).toBe('清环法审〔2026〕1号')
  await change({ opinion: { form: '{agency}法审（{year}）第{serial}号', width: 3, restart: 'yearly' }, caseNumber: null })
  expect(await issued()).toBe('清环法审（2026）第002号')
  await change({ opinion: OPINION_PATTERN, caseNumber: null })
  expect(await issued()).toBe('清环法审〔2026〕3号')
  expect(await given(2026, 'opinion')).toEqual(['清环法审〔2026〕1号', '清环法审（2026）第002号', '清环法审〔2026〕3号'])
})

it('where numbers run on, the new year continues, and begins at 1 only where a year begins anew', async () => {
  await change({ opinion: { ...OPINION_PATTERN, restart: 'never' }, caseNumber: null })
  now = new Date('2027-01-04T02:00:00Z')
  expect(await issued()).toBe('清环法审〔2027〕4号')
  await change({ opinion: OPINION_PATTERN, caseNumber: null })
  expect(await issued()).toBe('清环法审〔2027〕5号')
  now = new Date('2028-01-04T02:00:00Z')
  expect(await issued()).toBe('清环法审〔2028〕1号')
})

it('cases are numbered when they are registered, from the day it is wanted, and found by their number', async () => {
  const before = await registerCase(station, { title: '以前登记的案件' })
  await change({ opinion: OPINION_PATTERN, caseNumber: { ...CASE_PATTERN, width: 2 } })
  const ids = [await registerCase(station, { title: '甲案' }), await registerCase(station, { title: '乙案' })]
  const head = station.as('head')
  expect((await head.call('cases.get', { caseId: before })).caseNumber).toBeNull()
  for (const [index, caseId] of ids.entries()) {
    expect((await head.call('cases.get', { caseId })).caseNumber).toBe(`清环审登〔2028〕0${index + 1}号`)
  }
  expect(await given(2028, 'case')).toEqual(['清环审登〔2028〕01号', '清环审登〔2028〕02号'])
  expect(await given(2028, 'opinion')).toEqual(['清环法审〔2028〕1号'])
  const list = { filter: { ...EMPTY_CASE_FILTER, text: '审登〔2028〕02号' }, sort: NEWEST_FIRST, after: null, offset: null, size: 10 }
  expect((await head.call('cases.list', list)).rows.map(({ title, caseNumber }) => [title, caseNumber])).toEqual([['乙案', '清环审登〔2028〕02号']])
})

it('a pattern without year or serial, or with words of the other kind, is refused and nothing changes', async () => {
  const kept = station.workstation.workbench.station()
  const wrong = (form: string): Promise<unknown> => change({ opinion: { ...OPINION_PATTERN, form }, caseNumber: null })
  expect(await refusal(wrong('{agency}法审{serial}号'), 'invalid-input')).toMatchObject({ problem: 'number-no-year' })
  expect(await refusal(wrong('{agency}法审〔{year}〕号'), 'invalid-input')).toMatchObject({ problem: 'number-no-serial' })
  expect(await refusal(change({ opinion: OPINION_PATTERN, caseNumber: OPINION_PATTERN }), 'invalid-input')).toMatchObject({ problem: 'number-same-word' })
  // the words that cases had are not the opinions' later, nor by way of another code
  expect(await refusal(wrong('清环审登〔{year}〕{serial}号'), 'invalid-input')).toMatchObject({ problem: 'number-word-taken' })
  expect(await refusal(change({ opinion: { ...OPINION_PATTERN, form: '{agency}登〔{year}〕{serial}号' }, caseNumber: null }, '清环审'), 'invalid-input')).toMatchObject({
    problem: 'number-word-taken',
  })
  expect(station.workstation.workbench.station()).toEqual(kept)
})
