/** The discretion sheet of a review: filled in by its reviewer, held against law and benchmark, and compared with similar cases. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DiscretionView } from '../../../src/shared/discretion/contract.ts'
import { EMPTY_SHEET, type DiscretionSheet } from '../../../src/shared/discretion/discretion-sheet.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { answerAll, approve, assignedCase, attach, registerCase, signAsHead, signAsReviewer } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'
import { importBenchmarks } from './benchmark-workbook.ts'

let station: TestStation
let own: string
beforeAll(async () => {
  station = await createTestStation()
  own = (await importBenchmarks(station.as('head')))[0] ?? ''
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const reviewer = () => station.as('reviewer')
const view = (caseId: string, login = 'reviewer', round: number | null = null) => station.as(login).call('discretion.get', { caseId, round })
const save = (caseId: string, expectedVersion: number, sheet: DiscretionSheet, login = 'reviewer') => station.as(login).call('discretion.save', { caseId, expectedVersion, sheet })

async function underReview(change: Parameters<typeof assignedCase>[1] = {}): Promise<string> {
  const caseId = await assignedCase(station, change)
  await reviewer().call('checklist.begin', { caseId })
  return caseId
}

const graded = (reviewerGrade: string, departure = ''): DiscretionSheet => ({ ...EMPTY_SHEET, benchmarkId: own, submittedGrade: 'g1', reviewerGrade, departure })

/** Every factor of the sample, with the first cell or the one named. */
function weighed({ candidates }: DiscretionView, cells: Readonly<Record<string, string>> = {}): DiscretionSheet {
  const sample = candidates.find(({ origin }) => origin === 'catalogue')
  if (sample === undefined) throw new Error('no sample among the candidates')
  const rows = sample.factors.map(({ id, cells: all }) => ({ factorId: id, fact: '', evidence: null, submittedCell: null, reviewerCell: cells[id] ?? all[0]?.id ?? null, reason: '' }))
  return { ...EMPTY_SHEET, benchmarkId: sample.id, rows }
}

describe('a case under review', () => {
  it('is offered the benchmarks of the clause that it rests on, the agency’s own first, and none for another clause', async () => {
    const caseId = await underReview()
    expect((await view(caseId)).candidates.map(({ origin }) => origin)).toEqual(['imported', 'catalogue'])
    const other = await underReview({ citations: [{ law: '水污染防治法', article: '八十三', paragraph: '', item: '二', role: 'basis' }] })
    expect(await view(other)).toMatchObject({ candidates: [], benchmark: null, version: 0, statutory: { range: null, verdict: 'unknown' } })
  })

  it('keeps its sheet as it was filled in, and says where the fine lies', async () => {
    const caseId = await underReview()
    const material = await attach(station, caseId, '现场笔录.txt', '现场检查笔录', 'reviewer')
    const evidence = { materialId: material.id, page: 2, passage: '废水直排' }
    const adjustments = [{ id: 'harmRemoved', present: true, reason: '已停产并补办', evidence }, { id: 'under14', present: false, reason: '', evidence: null }]
    const saved = await save(caseId, 0, { ...graded('g1'), adjustments })
    expect(saved).toMatchObject({ version: 1, fine: 200_000, editable: true, benchmark: { id: own }, sheet: { adjustments, reviewerGrade: 'g1' } })
    expect(saved.statutory).toEqual({ range: { low: 200_000, high: 1_000_000 }, verdict: 'inside', place: 0 })
    expect(saved.reviewerGrade).toMatchObject({ range: { low: 200_000, high: 400_000 }, verdict: 'inside' })
    expect(await view(caseId, 'handler')).toEqual({ ...saved, editable: false })
    expect(saved.adjustments.every(({ basis, source }) => basis.length > 0 && source !== '')).toBe(true)
  })

  it('may depart from the benchmark only with the reason', async () => {
    const caseId = await underReview()
    const before = footprint(station.workstation.workbench.reader)
    expect(await refusal(save(caseId, 0, graded('g2')), 'invalid-input')).toMatchObject({ field: 'departure', problem: 'required' })
    await refusal(save(caseId, 0, graded('g2', '   ')), 'invalid-input')
    expect(footprint(station.workstation.workbench.reader)).toEqual(before)
    expect((await save(caseId, 0, graded('g2', '首次违法，已集体讨论。'))).reviewerGrade.verdict).toBe('below')
  })

  it('weighs the factors of a benchmark that weighs: the same amount needs no reason, another does', async () => {
    const caseId = await underReview()
    const empty = await view(caseId)
    // all first cells: 2 % of 800,000 above 200,000
    await refusal(save(caseId, 0, weighed(empty)), 'invalid-input')
    const fitting = await underReview({ effects: [{ kind: 'fine', amount: 216_000, detail: '' }] })
    expect((await save(fitting, 0, weighed(await view(fitting)))).version).toBe(1)
  })

  it('has a sheet that fits its benchmark, and evidence among its own papers', async () => {
    const caseId = await underReview()
    const foreign = await attach(station, await registerCase(station), '别案.txt', '别案', 'handler')
    const sheet = graded('g1')
    expect(await refusal(save(caseId, 0, { ...sheet, reviewerGrade: 'g9' }), 'invalid-input')).toMatchObject({ problem: 'grade-of-another-benchmark' })
    const row = { factorId: 'f9', fact: '', evidence: null, submittedCell: null, reviewerCell: null, reason: '' }
    expect(await refusal(save(caseId, 0, { ...sheet, rows: [row] }), 'invalid-input')).toMatchObject({ problem: 'cell-of-another-benchmark' })
    const answer = { id: 'merit', present: true, reason: '', evidence: { materialId: foreign.id, page: 1, passage: null } }
    await refusal(save(caseId, 0, { ...sheet, adjustments: [answer] }), 'not-found')
    await refusal(save(caseId, 0, { ...sheet, adjustments: [{ ...answer, id: 'noSuchThing', evidence: null }] }), 'invalid-input')
    await refusal(save(caseId, 0, { ...EMPTY_SHEET, benchmarkId: '0196f0aa-0000-7000-8000-00000000dead' }), 'not-found')
  })

  it('is filled in by its reviewer only, and only while it is under review', async () => {
    const caseId = await assignedCase(station)
    await refusal(save(caseId, 0, graded('g1')), 'not-your-part')
    await reviewer().call('checklist.begin', { caseId })
    await refusal(save(caseId, 0, graded('g1'), 'reviewer2'), 'not-your-part')
    for (const login of ['handler', 'head', 'admin', 'supervisor']) await refusal(save(caseId, 0, graded('g1'), login), 'not-allowed')
    expect(await view(caseId, 'reviewer2')).toMatchObject({ editable: false })
  })

  it('is not overwritten by another window', async () => {
    const caseId = await underReview()
    await save(caseId, 0, graded('g1'))
    const late = station.connect('reviewer').call('discretion.save', { caseId, expectedVersion: 0, sheet: graded('g3', '乙窗口的理由') })
    expect(await refusal(late, 'conflict')).toEqual({ subject: 'discretionSheet', id: caseId, expected: 0, actual: 1 })
    expect((await view(caseId)).sheet.reviewerGrade).toBe('g1')
    expect((await save(caseId, 1, graded('g3', '看过之后再改'))).version).toBe(2)
  })
})

describe('a benchmark that is retired', () => {
  it('stays with the sheet that uses it and is chosen no more', async () => {
    const [going = ''] = await importBenchmarks(station.as('head'))
    const [withIt, without] = [await underReview(), await underReview()]
    const sheet = { ...graded('g1'), benchmarkId: going }
    await save(withIt, 0, sheet)
    await station.as('head').call('discretion.retireBenchmark', { id: going, reason: '新基准已经公布' })
    const after = await view(withIt)
    expect(after.benchmark).toMatchObject({ id: going, act: '未取得排污许可证排放污染物' })
    expect(after.candidates.some(({ id }) => id === going)).toBe(false)
    expect((await save(withIt, 1, { ...sheet, departure: '补充说明' })).benchmark?.id).toBe(going)
    await refusal(save(without, 0, sheet), 'not-found')
  })
})

describe('similar cases', () => {
  const clause = (article: string, item = '') => [{ law: '水污染防治法', article, paragraph: '', item, role: 'basis' as const }]
  const fined = (amount: number, citations = clause('八十二')) => registerCase(station, { citations, effects: [{ kind: 'fine', amount, detail: '' }] })

  it('none, one and two say so; three and more are compared', async () => {
    const caseId = await underReview({ citations: clause('第82条'), effects: [{ kind: 'fine', amount: 90_000, detail: '' }] })
    for (const [count, amount] of [50_000, 60_000].entries()) {
      expect((await view(caseId)).similar).toMatchObject({ quartiles: null, rank: null, cases: { length: count } })
      await fined(amount)
    }
    expect((await view(caseId)).similar).toMatchObject({ quartiles: null, cases: { length: 2 } })
    await fined(70_000)
    await fined(990_000, clause('八十三'))
    await registerCase(station, { citations: clause('八十二'), effects: [{ kind: 'warning', amount: null, detail: '' }] })
    const { similar } = await view(caseId)
    expect(similar.quartiles).toEqual({ lowest: 50_000, lower: 55_000, median: 60_000, upper: 65_000, highest: 70_000 })
    expect([similar.cases.map(({ fine }) => fine).toSorted(), similar.rank, similar.unusual]).toEqual([[50_000, 60_000, 70_000], 1, true])
    expect(similar.cases.some((one) => one.caseId === caseId)).toBe(false)
  })
})

describe('an issued round', () => {
  it('keeps benchmark, sheet, fine and similar cases, whatever comes after', async () => {
    const [going = ''] = await importBenchmarks(station.as('head'))
    const caseId = await underReview()
    await save(caseId, 0, { ...graded('g1'), benchmarkId: going })
    await answerAll(station, caseId, new Map([['3.8', { answer: 'no', finding: '未告知听证。', suggestion: '补充告知。', note: '', evidence: [] }]]))
    await approve(station, caseId)
    await signAsReviewer(station, caseId)
    await signAsHead(station, caseId)
    const issued = await view(caseId, 'head', 1)
    expect(issued).toMatchObject({ editable: false, version: 1, fine: 200_000 })
    await refusal(save(caseId, 1, graded('g1')), 'not-your-part')

    await station.as('head').call('discretion.retireBenchmark', { id: going, reason: '新基准已经公布' })
    for (const amount of [310_000, 320_000, 330_000]) await registerCase(station, { effects: [{ kind: 'fine', amount, detail: '' }] })
    await station.as('handler').call('intake.resubmit', { caseId, receivedOn: '2026-05-06', note: '', corrections: [{ number: 1, corrected: '已经重新告知。' }] })
    const { fields, version } = await station.as('handler').call('cases.get', { caseId })
    await station.as('handler').call('cases.update', { caseId, expectedVersion: version, fields: { ...fields, effects: [{ kind: 'fine', amount: 300_000, detail: '' }] } })
    const after = await view(caseId, 'head', 1)
    expect({ ...after, candidates: [] }).toEqual({ ...issued, candidates: [] })
    expect(await view(caseId, 'head', 2)).toMatchObject({ version: 0, fine: 300_000, sheet: EMPTY_SHEET })
    expect(() =>
      station.workstation.workbench.withoutAudit('test', (writer) => writer.run("UPDATE discretion_sheets SET fields = '{}' WHERE case_id = ? AND round = 1", caseId)),
    ).toThrow(/never changes/)
  })
})
