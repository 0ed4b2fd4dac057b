/** The annual report from the first look in January to its publication, as head and administrator do it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { MethodInput } from '../../../src/shared/contract/contract.ts'
import type { AnnualReport } from '../../../src/shared/annual-report/contract.ts'
import { ANNUAL_TABLE_IDS } from '../../../src/shared/catalogue/annual-report.ts'
import { isBlocking } from '../../../src/shared/annual-report/report.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { issuedCase } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'
import { pdfTexts } from '../documents/rendered.ts'

let now = new Date('2026-06-02T01:00:00Z')
let station: TestStation
beforeAll(async () => {
  station = await createTestStation({ now: () => now })
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const head = () => station.as('head')
const figureOf = ({ tables }: AnnualReport, key: string) => tables.flatMap(({ figures }) => figures).find((one) => one.key === key)
const set = (key: string, value: number | null, note = '执法综合科年报') => head().call('annualReport.setFigure', { year: 2026, key, value, note })

it('an issued review is in it at once; the year still runs', async () => {
  await issuedCase(station)
  const report = await head().call('annualReport.get', { year: 2026 })
  expect(report).toMatchObject({ dueOn: '2027-01-31', dutyVerified: true, publication: null, remindDays: 30 })
  expect(figureOf(report, 'penalty.reviewed')).toMatchObject({ value: 1, origin: 'station', enterable: false })
  expect(report.missing).toContainEqual({ kind: 'yearRuns', until: '2026-12-31' })
  expect(report.missing).toContainEqual({ kind: 'undecided', count: 1 })
  expect(await head().call('annualReport.reminder', {})).toBe(null)
})

it('is called to mind from the chosen day on, to head and administrator', async () => {
  now = new Date('2026-12-20T01:00:00Z')
  expect(await head().call('annualReport.reminder', {})).toBe(null)
  await station.as('admin').call('annualReport.setReminder', { days: 60 })
  expect(await head().call('annualReport.reminder', {})).toMatchObject({ year: 2026, dueOn: '2027-01-31', daysLeft: 42 })
  await refusal(station.as('reviewer').call('annualReport.reminder', {}), 'not-allowed')
})

it('takes by hand what the station cannot know, with where it comes from, and keeps each value in the record', async () => {
  now = new Date('2027-01-12T01:00:00Z')
  await set('inspection.times', 300)
  const report = await set('inspection.times', 312)
  expect(figureOf(report, 'inspection.times')).toMatchObject({ value: 312, origin: 'entered', entered: { note: '执法综合科年报', by: '韩正' } })
  const { reader } = station.workstation.workbench
  const acts = reader.all<{ content: string }>("SELECT content FROM audit WHERE act = 'annualReport.setFigure' ORDER BY seq")
  expect(acts.map(({ content }) => (JSON.parse(content) as { content: { value: number } }).content.value)).toEqual([300, 312])
  expect(figureOf(await set('inspection.times', null, ''), 'inspection.times')).toMatchObject({ value: null, origin: 'missing' })
})

it.each([
  ['half a case', 'penalty.fine', 1.5, 'invalid-input'],
  ['a third of a fen', 'penalty.amount', 0.333, 'invalid-input'],
  ['a total', 'penalty.total', 3, 'not-found'],
  ['a number of reviews', 'penalty.reviewed', 3, 'not-found'],
  ['a figure that there is not', 'penalty.nothing', 3, 'not-found'],
] as const)('refuses %s', async (_, key, value, code) => {
  await refusal(set(key, value), code)
})

it('is closed to who only reads', async () => {
  const input: MethodInput<'annualReport.setFigure'> = { year: 2026, key: 'inspection.times', value: 1, note: '' }
  for (const login of ['reviewer', 'supervisor', 'agencyHead'] as const) await refusal(station.as(login).call('annualReport.setFigure', input), 'not-allowed')
  await refusal(station.as('handler').call('annualReport.get', { year: 2026 }), 'not-allowed')
})

it('its text follows the figures; what means nothing is refused and nothing is lost', async () => {
  await set('inspection.times', 312)
  const report = await head().call('annualReport.saveText', { year: 2026, section: 'text.next', text: '检查{{inspection.times}}次，明年继续。' })
  expect(report.sections.find(({ id }) => id === 'text.next')).toMatchObject({ filled: '检查312次，明年继续。', written: { by: '韩正' }, takenOver: false })
  const data = await refusal(head().call('annualReport.saveText', { year: 2026, section: 'text.next', text: '{{inspection.tims}}' }), 'annual-report-places')
  expect(data).toEqual({ places: ['{{inspection.tims}}'] })
  // the next year begins with it, and asks for its own
  const next = await head().call('annualReport.get', { year: 2027 })
  expect(next.sections.find(({ id }) => id === 'text.next')).toMatchObject({ takenOver: true, written: null })
  expect(next.missing).toContainEqual(expect.objectContaining({ kind: 'text', section: 'text.next' }))
})

it('is a draft on paper that lists what is missing, and none when nothing is', async () => {
  const draft = await head().call('annualReport.make', { year: 2026, format: 'pdf' })
  expect(draft.name).toBe('清川县生态环境局2026年度行政执法统计年报.pdf')
  const text = pdfTexts(await head().read(draft.reference)).join('')
  for (const words of ['行政处罚实施情况统计表', '待补内容', '未填', '312', '表式和口径未核实']) expect(text).toContain(words)
  await refusal(station.as('supervisor').read(draft.reference), 'not-found')

  for (const table of ANNUAL_TABLE_IDS) await head().call('annualReport.setStanding', { year: 2026, table, standing: table === 'requisition' ? 'noDuty' : 'whole' })
  let report = await head().call('annualReport.get', { year: 2026 })
  for (const one of report.missing) if (one.kind === 'figure') report = await set(one.key, one.key.endsWith('amount') ? 12_345.6 : 2)
  expect(report.missing.filter(isBlocking)).toEqual([])
  const made = await head().call('annualReport.make', { year: 2026, format: 'pdf' })
  const whole = pdfTexts(await head().read(made.reference)).join('')
  expect(whole).not.toContain('待补内容')
  expect(whole).toContain('本机关没有行政征用职责。')
  const word = await head().call('annualReport.make', { year: 2026, format: 'docx' })
  expect((await head().read(word.reference)).subarray(0, 2).toString()).toBe('PK')
})

it('is published once, keeps the proof’s hash and its figures, and is closed after that', async () => {
  const staged = await head().stage('公布网页截图.png', 'proof')
  const input: MethodInput<'annualReport.publish'> = { year: 2026, publishedOn: '2027-01-12', place: '县政府门户网站', proofId: staged.id }
  await refusal(head().call('annualReport.publish', { ...input, publishedOn: '2026-12-31' }), 'annual-report-day')
  await refusal(head().call('annualReport.publish', { ...input, publishedOn: '2027-01-13' }), 'annual-report-day')
  const report = await head().call('annualReport.publish', input)
  expect(report.publication).toMatchObject({ publishedOn: '2027-01-12', place: '县政府门户网站', proof: { name: '公布网页截图.png', sha256: staged.sha256 }, changedSince: [] })
  expect(await head().call('annualReport.reminder', {})).toBe(null)
  await refusal(set('inspection.times', 1), 'annual-report-published')
  await refusal(head().call('annualReport.publish', input), 'annual-report-published')
  // the year after is compared with what was published
  const next = await head().call('annualReport.get', { year: 2027 })
  expect(next.beforePublished).toBe(true)
  expect(figureOf(next, 'inspection.times')?.before).toBe(312)
})

it('is opened again with a reason, and called to mind again', async () => {
  now = new Date('2027-02-03T01:00:00Z')
  const report = await head().call('annualReport.takeBack', { year: 2026, reason: '罚没金额漏计一件' })
  expect(report.publication).toBe(null)
  expect(await head().call('annualReport.reminder', {})).toMatchObject({ year: 2026, daysLeft: -3, missing: 0 })
  await refusal(head().call('annualReport.takeBack', { year: 2026, reason: '再撤一次' }), 'not-found')
})
