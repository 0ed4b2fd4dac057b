/** An agency's benchmarks: imported from a real workbook, chosen among, retired; nobody else may. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'
import { DISCHARGE_ROWS, HEADING, importBenchmarks, MAPPING, SOURCE, workbook } from './benchmark-workbook.ts'

let station: TestStation
beforeAll(async () => void (station = await createTestStation()))
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const head = () => station.as('head')
const PAPER = { source: SOURCE, validFrom: null, validTo: null, verified: false } as const

describe('a workbook of benchmarks', () => {
  it('shows its sheets, guesses the columns from the headings, and what it would read', async () => {
    const { id: stagedId } = await head().stage('裁量基准.xlsx', workbook([['说明'], ['本表自公布之日起施行']], DISCHARGE_ROWS))
    const preview = await head().call('discretion.previewTable', { stagedId, name: '裁量基准.xlsx', mapping: null })
    expect(preview.sheets.map(({ number, total }) => [number, total])).toEqual([[0, 2], [1, DISCHARGE_ROWS.length]])
    expect(preview.mapping).toEqual({ ...MAPPING, sheet: 1 })
    expect(preview.table?.benchmarks.map(({ act, basis, grades }) => [act, basis.article, basis.item, grades.map(({ name, range }) => [name, range?.low, range?.high])])).toEqual([
      ['未取得排污许可证排放污染物', 33, 1, [['较轻', 200_000, 400_000], ['一般', 400_000, 700_000], ['严重', 700_000, 1_000_000]]],
    ])
    expect(preview.table?.problems).toEqual([{ row: 6, code: 'no-basis', text: '本局内部规定' }])
  })

  it('is read as a person says where the headings say nothing', async () => {
    const rows = DISCHARGE_ROWS.slice(2, 5).map(([, ...cells]) => cells)
    const { id: stagedId } = await head().stage('无表头.xlsx', workbook(rows))
    const asked = { stagedId, name: '无表头.xlsx' }
    expect(await head().call('discretion.previewTable', { ...asked, mapping: null })).toMatchObject({ mapping: null, table: null })
    const mapping = { sheet: 0, firstRow: 0, act: 0, basis: 1, grade: 2, conditions: 3, standard: 4, factor: null }
    const { table } = await head().call('discretion.previewTable', { ...asked, mapping })
    expect(table?.benchmarks[0]?.grades.map(({ name }) => name)).toEqual(['较轻', '一般', '严重'])
    // another column as the grade: the preview follows
    const wrong = await head().call('discretion.previewTable', { ...asked, mapping: { ...mapping, standard: 3 } })
    expect(wrong.table?.benchmarks[0]?.grades.every(({ range }) => range === null)).toBe(true)
  })

  it('becomes the station’s own, before the sample that ships, with source and days; what could not be read is told', async () => {
    const { id: stagedId } = await head().stage('裁量基准.xlsx', workbook(DISCHARGE_ROWS))
    const paper = { source: SOURCE, validFrom: '2025-03-01', validTo: null, verified: true }
    const { imported, problems } = await head().call('discretion.importTable', { stagedId, name: '裁量基准.xlsx', mapping: MAPPING, ...paper })
    expect([imported, problems.map(({ row, code }) => [row, code])]).toEqual([1, [[6, 'no-basis']]])
    const [own, sample] = await station.as('reviewer').call('discretion.benchmarks', {})
    expect(own).toMatchObject({ origin: 'imported', importedBy: '韩正', source: SOURCE, validFrom: '2025-03-01', verified: true, statutory: { low: 200_000, high: 1_000_000 } })
    expect(sample).toMatchObject({ origin: 'catalogue', verified: false, importedAt: null })
    const [last] = await station.as('supervisor').call('audit.list', { before: null, size: 5 })
    expect(last).toMatchObject({ act: 'benchmark.import' })
  })

  it('in which nothing is a benchmark is refused, and so is what is no workbook; nothing is kept', async () => {
    const before = footprint(station.workstation.workbench.reader)
    const nothing = await head().stage('空表.xlsx', workbook([HEADING, ['1', '某行为', '本局规定', '一般', '', '罚款']]))
    expect(await refusal(head().call('discretion.importTable', { stagedId: nothing.id, name: '空表.xlsx', mapping: { ...MAPPING, firstRow: 1 }, ...PAPER }), 'benchmarks-none-found')).toEqual({ name: '空表.xlsx' })
    const broken = await head().stage('损坏.xlsx', 'PK 不是表格')
    await refusal(head().call('discretion.previewTable', { stagedId: broken.id, name: '损坏.xlsx', mapping: null }), 'benchmarks-none-found')
    expect(footprint(station.workstation.workbench.reader)).toEqual(before)
  })

  it('is imported and retired by heads and administrators only', async () => {
    const [id = ''] = await importBenchmarks(station.as('admin'))
    for (const login of ['handler', 'reviewer', 'supervisor', 'agencyHead']) {
      const client = station.as(login)
      const { id: stagedId } = await client.stage('裁量基准.xlsx', workbook(DISCHARGE_ROWS))
      await refusal(client.call('discretion.previewTable', { stagedId, name: '裁量基准.xlsx', mapping: null }), 'not-allowed')
      await refusal(client.call('discretion.importTable', { stagedId, name: '裁量基准.xlsx', mapping: MAPPING, ...PAPER }), 'not-allowed')
      await refusal(client.call('discretion.retireBenchmark', { id, reason: '不再适用' }), 'not-allowed')
    }
    await head().call('discretion.retireBenchmark', { id, reason: '已被新基准代替' })
    expect((await head().call('discretion.benchmarks', {})).some((one) => one.id === id)).toBe(false)
    await refusal(head().call('discretion.retireBenchmark', { id, reason: '再停用一次' }), 'not-found')
  })

  it('of the catalogue cannot be retired: it belongs to the program', async () => {
    const sample = (await head().call('discretion.benchmarks', {})).find(({ origin }) => origin === 'catalogue')
    await refusal(head().call('discretion.retireBenchmark', { id: sample?.id ?? '', reason: '示例不用' }), 'not-found')
  })
})
