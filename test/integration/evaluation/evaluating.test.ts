/** Files are drawn, scored by somebody who had no part in them, signed and locked; what was missed is counted. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unzipSync, strFromU8 } from 'fflate'
import { itemsOf, type EvaluationStandard } from '../../../src/shared/catalogue/evaluation-standards.ts'
import type { Population } from '../../../src/shared/evaluation/contract.ts'
import type { ItemMark, Sheet } from '../../../src/shared/evaluation/sheet.ts'
import { isoDate, sha256Schema, type CaseId } from '../../../src/shared/values/values.ts'
import { issuedQuickly } from '../../support/followed-case.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { createTestStation, personFields, type TestStation } from '../../support/test-station.ts'

const TODAY = isoDate('2026-05-06')
const PERIOD: Population = { from: isoDate('2026-01-01'), to: isoDate('2026-12-31'), closedBy: 'ended', unit: null, kind: null }
const FILES = 4

let station: TestStation
const closed: CaseId[] = []
const trace = () => footprint(station.workstation.workbench.reader)

/** Issued, adopted, and not decided as proposed (撤案). */
async function closedCase(): Promise<CaseId> {
  const officers = [{ personId: station.ids.get('handler'), name: '田禾', certificateNumber: '' }, { personId: null, name: '丁一', certificateNumber: '' }]
  const caseId = await issuedQuickly(station, new Map(), { handlers: officers })
  await station.as('handler').call('followup.adopt', { caseId, answeredBy: '田禾', answeredOn: TODAY, replies: [] })
  await station.as('head').call('followup.drop', { caseId, kind: 'closed', on: TODAY, reason: '违法事实不能成立' })
  return caseId
}

beforeAll(async () => {
  station = await createTestStation({ now: () => new Date('2026-05-06T01:00:00.000Z') })
  for (let n = 0; n < FILES; n += 1) closed.push(await closedCase())
  await issuedQuickly(station)
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

async function standard(): Promise<{ readonly key: string; readonly standard: EvaluationStandard }> {
  const [first] = await station.as('head').call('evaluation.standards', {})
  if (first === undefined) throw new Error('no standard')
  return first
}

async function start(size = FILES, population: Population = PERIOD): Promise<string> {
  const { key } = await standard()
  return (await station.as('supervisor').call('evaluation.start', { name: '2026 年评查', standardKey: key, population, size })).evaluationId
}

const detail = (evaluationId: string, login = 'supervisor') => station.as(login).call('evaluation.get', { evaluationId })
const fileOf = (evaluationId: string, caseId: CaseId, login = 'supervisor') => station.as(login).call('evaluation.file', { evaluationId, caseId })

async function wholeSheet(marks: readonly ItemMark[] = [], vetoed: readonly string[] = []): Promise<Sheet> {
  const { standard: the } = await standard()
  return {
    vetoes: the.vetoes.map(({ id }) => (vetoed.includes(id) ? { id, present: true, reason: '处罚对象为个体工商户字号' } : { id, present: false })),
    items: itemsOf(the).map(({ id }) => marks.find((mark) => mark.id === id) ?? { id, mark: 'full' }),
    comment: '',
  }
}
const deducted = (id: string, points: number, reason = '没有说明'): ItemMark => ({ id, mark: 'deducted', deductions: [{ points, reason }] })

async function signed(evaluationId: string, caseId: CaseId, sheet: Sheet, login = 'supervisor') {
  const client = station.as(login)
  const { sheets } = await fileOf(evaluationId, caseId, login)
  if (sheets.length === 0) await client.call('evaluation.begin', { evaluationId, caseId })
  const open = (await fileOf(evaluationId, caseId, login)).sheets.at(-1)
  const { version } = await client.call('evaluation.save', { evaluationId, caseId, expectedVersion: open?.version ?? 0, sheet })
  return client.call('evaluation.sign', { evaluationId, caseId, expectedVersion: version })
}

describe('the sample', () => {
  it('is drawn from the cases that were closed in the period, and anybody draws it again from the record', async () => {
    expect(await station.as('head').call('evaluation.population', { population: PERIOD })).toEqual({ size: FILES })
    expect(await station.as('head').call('evaluation.population', { population: { ...PERIOD, closedBy: 'archived' } })).toEqual({ size: 0 })
    expect(await station.as('head').call('evaluation.population', { population: { ...PERIOD, kind: 'licence' } })).toEqual({ size: 0 })
    expect(await station.as('head').call('evaluation.population', { population: { ...PERIOD, to: isoDate('2026-05-05') } })).toEqual({ size: 0 })
    const evaluationId = await start(2)
    const { files, populationSize } = await detail(evaluationId)
    expect(populationSize).toBe(FILES)
    expect(files).toHaveLength(2)
    expect(files.every(({ caseId }) => closed.includes(caseId))).toBe(true)
    const { fault, committedIn } = await station.as('reviewer').call('evaluation.checkSample', { evaluationId })
    expect(fault).toBeNull()
    const entries = await station.as('supervisor').call('audit.list', { before: null, size: 20 })
    expect(entries.find(({ seq }) => seq === committedIn)).toMatchObject({ act: 'evaluation.commitSample', subject: `evaluation/${evaluationId}` })
    // the commitment tells nothing of the seed
    expect(entries.find(({ seq }) => seq === committedIn)?.content).not.toContain((await detail(evaluationId)).draw.seed)
  })

  it('larger than what there is, or by a standard that is not here, is refused, and nothing is written', async () => {
    const before = trace()
    const { key } = await standard()
    const supervisor = station.as('supervisor')
    expect(await refusal(supervisor.call('evaluation.start', { name: '评查', standardKey: key, population: PERIOD, size: 9 }), 'evaluation-sample-too-large')).toEqual({ wanted: 9, there: FILES })
    const unknown = sha256Schema.parse('0'.repeat(64))
    await refusal(supervisor.call('evaluation.start', { name: '评查', standardKey: unknown, population: PERIOD, size: 1 }), 'not-found')
    expect(trace()).toEqual(before)
  })
})

describe('who evaluates', () => {
  it('has had no part in the case: not its handler, reviewer, or the head who signed', async () => {
    const evaluationId = await start()
    const [caseId] = closed
    if (caseId === undefined) throw new Error('no case')
    const before = trace()
    for (const [login, reason] of [['reviewer', 'reviewedCase'], ['head', 'signedAsHead']] as const) {
      expect((await fileOf(evaluationId, caseId, login)).file.barred).toBe(reason)
      expect(await refusal(station.as(login).call('evaluation.begin', { evaluationId, caseId }), 'evaluator-barred')).toEqual({ reason })
    }
    await refusal(station.as('handler').call('evaluation.begin', { evaluationId, caseId }), 'not-allowed')
    expect(trace()).toEqual(before)
    expect((await fileOf(evaluationId, caseId, 'reviewer2')).file.barred).toBeNull()
  })

  it('is not who stands among the handlers by name, also where the account was made later', async () => {
    const evaluationId = await start()
    const [caseId] = closed
    if (caseId === undefined) throw new Error('no case')
    await station.addPerson(personFields('late', '丁　一', ['supervisor']))
    expect((await fileOf(evaluationId, caseId, 'late')).file.barred).toBe('handlersName')
    expect(await refusal(station.as('late').call('evaluation.begin', { evaluationId, caseId }), 'evaluator-barred')).toEqual({ reason: 'handlersName' })
    // another officer of a handler's name, each with an account in use, is another person
    await station.addPerson(personFields('namesake', '田禾', ['supervisor']))
    expect((await fileOf(evaluationId, caseId, 'namesake')).file.barred).toBeNull()
  })

  it('is one person; another goes on only with a reason, and what was filled in stays', async () => {
    const evaluationId = await start()
    const [caseId] = closed
    if (caseId === undefined) throw new Error('no case')
    const [mine, other] = [station.as('supervisor'), station.as('reviewer2')]
    await mine.call('evaluation.begin', { evaluationId, caseId })
    const sheet = await wholeSheet([deducted('4.2', 3)])
    const { version } = await mine.call('evaluation.save', { evaluationId, caseId, expectedVersion: 1, sheet })
    await refusal(other.call('evaluation.begin', { evaluationId, caseId }), 'evaluation-of-another')
    await refusal(other.call('evaluation.save', { evaluationId, caseId, expectedVersion: version, sheet }), 'evaluation-of-another')
    await refusal(mine.call('evaluation.save', { evaluationId, caseId, expectedVersion: 1, sheet }), 'conflict')
    await other.call('evaluation.resume', { evaluationId, caseId, reason: '原评查人调离' })
    await refusal(mine.call('evaluation.save', { evaluationId, caseId, expectedVersion: version + 1, sheet }), 'evaluation-of-another')
    expect((await fileOf(evaluationId, caseId, 'reviewer2')).sheets[0]).toMatchObject({ evaluator: '贺知', sheet, version: version + 1 })
  })
})

describe('a sheet', () => {
  it('is signed when every line is marked, and locked from then on, in the store too', async () => {
    const evaluationId = await start()
    const [caseId] = closed
    if (caseId === undefined) throw new Error('no case')
    const supervisor = station.as('supervisor')
    await supervisor.call('evaluation.begin', { evaluationId, caseId })
    const whole = await wholeSheet()
    const partly = { ...whole, items: whole.items.slice(1) }
    const { version } = await supervisor.call('evaluation.save', { evaluationId, caseId, expectedVersion: 1, sheet: partly })
    const before = trace()
    expect(await refusal(supervisor.call('evaluation.sign', { evaluationId, caseId, expectedVersion: version }), 'evaluation-sheet-wrong')).toEqual({ lines: ['1.1'] })
    await refusal(supervisor.call('evaluation.save', { evaluationId, caseId, expectedVersion: version, sheet: { ...whole, items: [deducted('1.1', 99)] } }), 'evaluation-sheet-wrong')
    await refusal(supervisor.call('evaluation.correct', { evaluationId, caseId, reason: '分数计算有误' }), 'evaluation-not-signed')
    expect(trace()).toEqual(before)

    const { score } = await signed(evaluationId, caseId, whole)
    expect(score).toMatchObject({ score: 100, grade: { id: 'excellent' } })
    await refusal(supervisor.call('evaluation.save', { evaluationId, caseId, expectedVersion: version + 2, sheet: partly }), 'evaluation-locked')
    const write = (sql: string) => () => station.workstation.workbench.withoutAudit('test', (writer) => writer.run(sql))
    expect(write("UPDATE evaluation_sheets SET result = '{}' WHERE signed_at IS NOT NULL")).toThrow(/never changes/)
    expect(write('DELETE FROM evaluation_sheets')).toThrow(/corrected by a later one/)
    expect(write("UPDATE evaluations SET seed = 'x'")).toThrow(/never changes/)
    expect((await detail(evaluationId)).files.find((file) => file.caseId === caseId)).toMatchObject({ state: 'signed', score: 100, gradeId: 'excellent' })
  })

  it('counts what the review should have found, once, and takes it back where a corrected sheet says otherwise', async () => {
    const evaluationId = await start()
    const caseId = closed[1]
    if (caseId === undefined) throw new Error('no case')
    const query = { from: isoDate('2026-01-01'), to: isoDate('2026-12-31'), unit: null, kind: null, reviewerId: null }
    const escaped = async () => (await station.as('head').call('statistics.get', { query })).period.escaped
    const listed = async () => (await station.as('head').call('statistics.laterDefects', { caseId })).map(({ heading, severity, source }) => [source, heading, severity])
    expect(await escaped()).toBe(0)
    await signed(evaluationId, caseId, await wholeSheet([deducted('4.2', 3), deducted('8.2', 0.5)], ['V8']))
    expect((await detail(evaluationId)).files.find((file) => file.caseId === caseId)).toMatchObject({ score: 96.5, gradeId: 'fail', vetoed: true })
    expect(await escaped()).toBe(1)
    expect(await listed()).toEqual([['evaluation', 1, 'F'], ['evaluation', 5, 'C']])

    await station.as('supervisor').call('evaluation.correct', { evaluationId, caseId, reason: '处罚对象经核对无误' })
    expect((await fileOf(evaluationId, caseId)).file.state).toBe('correcting')
    // until it is signed the result stays what it was
    expect(await listed()).toHaveLength(2)
    await signed(evaluationId, caseId, await wholeSheet([deducted('8.2', 0.5)]))
    expect(await escaped()).toBe(0)
    expect(await listed()).toEqual([])
    const { sheets, file } = await fileOf(evaluationId, caseId)
    expect(sheets.map(({ number, score, correctionReason, laterDefects }) => [number, score?.score, correctionReason, laterDefects])).toEqual([
      [1, 96.5, null, 2],
      [2, 99.5, '处罚对象经核对无误', 0],
    ])
    expect(file).toMatchObject({ corrections: 1, score: 99.5, gradeId: 'excellent', vetoed: false })
  })
})

describe('the results', () => {
  it('stand in the list with their progress, and in a workbook in which nothing is a formula', async () => {
    const evaluationId = await start(2)
    const files = (await detail(evaluationId)).files
    for (const { caseId } of files) await signed(evaluationId, caseId, await wholeSheet([deducted('4.2', 3, '=HYPERLINK("x") 没有说明')]))
    const listed = (await station.as('agencyHead').call('evaluation.list', {})).find(({ id }) => id === evaluationId)
    expect(listed).toMatchObject({ begun: 2, signed: 2, sampleSize: 2 })
    expect(listed?.grades.map(({ grade, files: count }) => [grade.id, count])).toEqual([['excellent', 2], ['good', 0], ['pass', 0], ['fail', 0]])
    expect((await detail(evaluationId)).average).toBe(97)
    const { name, content } = await station.as('head').call('evaluation.workbook', { evaluationId, language: 'zh-CN' })
    expect(name).toBe('2026 年评查.xlsx')
    const sheet = strFromU8(unzipSync(Buffer.from(content, 'base64'))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toContain('4.2 裁量适用基准')
    expect(sheet).toContain('优秀')
    expect(sheet).not.toContain('<f>')
    expect(sheet.match(/<row /g)).toHaveLength(3)
  })
})

describe('a standard of the station’s own', () => {
  it('is imported whole or not at all, and a later version needs a higher number', async () => {
    const admin = station.as('admin')
    const { standard: the } = await standard()
    const own = { ...the, id: 'own-standard', version: '1.0.0', name: { 'zh-CN': '本局评查标准', en: 'Own standard' } }
    const before = trace()
    expect(await refusal(admin.call('evaluation.importStandard', { text: '{"id": 1' }), 'evaluation-standard-refused')).toMatchObject({ field: '' })
    expect(await refusal(admin.call('evaluation.importStandard', { text: JSON.stringify({ ...own, grades: [] }) }), 'evaluation-standard-refused')).toMatchObject({ field: 'grades' })
    expect(await refusal(admin.call('evaluation.importStandard', { text: JSON.stringify(the) }), 'evaluation-standard-refused')).toMatchObject({ field: 'id' })
    expect(trace()).toEqual(before)
    const { key } = await admin.call('evaluation.importStandard', { text: JSON.stringify(own) })
    expect(await refusal(admin.call('evaluation.importStandard', { text: JSON.stringify(own) }), 'evaluation-standard-refused')).toMatchObject({ field: 'version' })
    await admin.call('evaluation.importStandard', { text: JSON.stringify({ ...own, version: '1.1.0' }) })
    const all = await station.as('head').call('evaluation.standards', {})
    expect(all.map(({ origin, standard: { version }, superseded }) => [origin, version, superseded])).toEqual([
      ['shipped', '1.0.0', false],
      ['station', '1.1.0', false],
      ['station', '1.0.0', true],
    ])
    // an earlier version is still there for who evaluates the files of its time
    const { evaluationId } = await station.as('supervisor').call('evaluation.start', { name: '旧标准', standardKey: key, population: PERIOD, size: 1 })
    expect((await detail(evaluationId)).standard).toMatchObject({ id: 'own-standard', version: '1.0.0' })
  })
})
