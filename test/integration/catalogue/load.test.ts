import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../../src/main/catalogue/load.ts'
import { FashenError } from '../../../src/shared/errors/errors.ts'

const SHIPPED = join(import.meta.dirname, '../../../resources/catalogue')
const OVERLAYS = ['neimenggu.json', 'market-regulation.json'].map((name) => join(SHIPPED, 'overlays-available', name))

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'catalogue-')), 'catalogue')
  cpSync(SHIPPED, folder, { recursive: true })
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

type Row = Record<string, unknown> & { id: string }
interface File { rows: Row[]; [field: string]: unknown }

function edit(file: string, change: (content: File) => void): void {
  const content = JSON.parse(readFileSync(join(folder, file), 'utf8')) as File
  change(content)
  writeFileSync(join(folder, file), JSON.stringify(content))
}
function editRow(file: string, id: string, change: (row: Row) => void): void {
  edit(file, ({ rows }) => {
    const row = rows.find((one) => one.id === id)
    if (row === undefined) throw new Error(`no ${id} in ${file}`)
    change(row)
  })
}
function refusal(overlays: readonly string[] = []): FashenError<'catalogue-broken'>['data'] {
  try {
    loadCatalogue(folder, overlays)
  } catch (error) {
    if (FashenError.is(error, 'catalogue-broken')) return error.data
    throw error
  }
  throw new Error('the broken catalogue was loaded')
}

const NO_SUCH_QUESTION = [{ questions: ['8.99'], answers: ['no'] }]

describe('a broken catalogue is refused and names', () => {
  it('the file that is missing', () => {
    rmSync(join(folder, 'wording.json'))
    expect(refusal()).toMatchObject({ file: 'wording.json', problem: expect.stringContaining('cannot be read') })
  })

  it('the file that is cut off in the middle', () => {
    const path = join(folder, 'questions/facts.json')
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 3000))
    const problem: unknown = expect.stringContaining('not valid JSON')
    expect(refusal()).toMatchObject({ file: 'questions/facts.json', problem })
  })

  it('the manifest that leaves a subject out', () => {
    edit('catalogue.json', (manifest) => {
      manifest['files'] = (manifest['files'] as unknown as string[]).filter((file) => file !== 'holidays.json')
    })
    const problem: unknown = expect.stringContaining('holidays')
    expect(refusal()).toMatchObject({ file: 'catalogue.json', field: 'files', problem })
  })

  it.each<[string, string, string, (row: Row) => void]>([
    ['questions/subject.json', '1.3', 'severity', (row) => (row['severity'] = 'X')],
    ['questions/subject.json', '1.3', 'text.en', (row) => (row['text'] = { 'zh-CN': '有' })],
    ['questions/subject.json', '1.3', 'colour', (row) => (row['colour'] = 'red')],
    ['questions/subject.json', '1.3', 'validFrom', (row) => (row['validFrom'] = '20226-01-01')],
    ['questions/subject.json', '1.3', 'basis', (row) => (row['basis'] = [])],
    ['questions/subject.json', '1.3', 'heading', (row) => (row['heading'] = 'facts')],
    ['questions/subject.json', '1.3', 'basis.0', (row) => (row['basis'] = [{ law: '某法', article: 1 }])],
    ['questions/subject.json', '1.3', 'basis.0', (row) => (row['basis'] = [{ law: '行政处罚法', article: 87 }])],
    ['questions/subject.json', '1.3', 'validTo', (row) => (row['validTo'] = '2000-01-01')],
    ['wording.json', 'number', 'text.zh-CN', (row) => (row['places'] = ['year'])],
    ['derivation-rules.json', 'rule.crime', 'anyOf.8.99', (row) => (row['anyOf'] = NO_SUCH_QUESTION)],
    ['derivation-rules.json', 'rule.crime', 'order', (row) => (row['order'] = 7.5)],
    ['major-triggers.json', 'samr.fine.entity', 'sector', (row) => (row['sector'] = 'space')],
    ['materials.json', 'hearing-file', 'onlyWhen', (row) => (row['onlyWhen'] = [])],
    ['holidays.json', '2026', 'workingWeekends.0', (row) => (row['workingWeekends'] = ['2026-01-05'])],
    ['holidays.json', '2026', 'workingWeekends.0', (row) => (row['workingWeekends'] = ['2026-10-04'])],
    ['laws.json', 'epl', 'replacedBy', (row) => (row['replacedBy'] = 'nothing')],
    ['opinion-types.json', 'T-OK', 'needsNewRound', (row) => (row['needsNewRound'] = true)],
  ])('%s, row %s, field %s', (file, id, field, change) => {
    editRow(file, id, change)
    const said = refusal()
    expect([said.file, said.row, said.field]).toEqual([file, id, field])
    expect(said.problem).toMatch(/\p{Script=Han}.*\(.+\)/su)
  })

  it('the row whose id is used twice', () => {
    edit('questions/crime.json', ({ rows }) => rows.push(structuredClone(rows[0] ?? { id: '' })))
    expect(refusal()).toMatchObject({ file: 'questions/crime.json', row: '8.1', field: 'id' })
  })

  it('the rule that would let a fatal “no” pass', () => {
    const [few, all] = [[{ questions: ['3.7'], answers: ['no'] }], [{ answers: ['no'] }]]
    editRow('derivation-rules.json', 'rule.procedure', (row) => (row['anyOf'] = few))
    expect(refusal().problem).toContain('no derivation rule covers')
    editRow('derivation-rules.json', 'rule.conditional', (row) => (row['anyOf'] = all))
    const problem: unknown = expect.stringContaining('must not pass')
    expect(refusal()).toMatchObject({ file: 'derivation-rules.json', row: 'rule.conditional', problem })
  })

  it('the member of a closed list that has no row', () => {
    edit('conditions.json', (file) => (file.rows = file.rows.filter((row) => row.id !== 'hearingHeld')))
    expect(refusal()).toMatchObject({ file: 'conditions.json', row: 'hearingHeld' })
  })

  it('the overlay file that loosens', () => {
    const path = join(folder, 'loose.json')
    const overlay = JSON.parse(readFileSync(OVERLAYS[0] ?? '', 'utf8')) as { operations: { set?: object }[] }
    overlay.operations = overlay.operations.slice(0, 1).map((one) => ({ ...one, set: { days: 30 } }))
    writeFileSync(path, JSON.stringify(overlay))
    expect(refusal([path])).toMatchObject({ file: 'loose.json', row: 'limit.default', field: 'days' })
  })

  it('the overlay that cites a law nobody registered', () => {
    const path = join(folder, 'strange.json')
    const text = readFileSync(OVERLAYS[0] ?? '', 'utf8').replaceAll(/"law": "[^"]*"/g, '"law": "某某办法"')
    writeFileSync(path, text)
    expect(refusal([path]).file).toBe('strange.json')
  })

  it('the overlay that is given twice', () => {
    expect(refusal([OVERLAYS[0] ?? '', OVERLAYS[0] ?? ''])).toMatchObject({ file: 'neimenggu.json', field: 'id' })
  })
})

describe('the loaded catalogue', () => {
  it('cannot be changed, however deep', () => {
    const catalogue = loadCatalogue(folder)
    expect(() => (catalogue.questions as unknown[]).push({})).toThrow(TypeError)
    const first = catalogue.questions[0]
    expect(() => Object.assign(first?.text ?? {}, { en: 'changed' })).toThrow(TypeError)
  })

  it('has the same version for the same content, whatever the white space, and another for another', () => {
    const before = loadCatalogue(folder).version
    edit('sectors.json', () => undefined)
    expect(loadCatalogue(folder).version).toEqual(before)
    editRow('sectors.json', 'tax', (row) => (row['name'] = { 'zh-CN': '税收', en: 'Tax' }))
    expect(loadCatalogue(folder).version.contentHash).not.toBe(before.contentHash)
    expect(loadCatalogue(folder).version.manifest).toBe(before.manifest)
  })

  it('takes the two shipped overlays in either order and says which it holds', () => {
    const [first = '', second = ''] = OVERLAYS
    const one = loadCatalogue(folder, [first, second])
    const other = loadCatalogue(folder, [second, first])
    expect(one.version.overlays.map((overlay) => overlay.id)).toEqual(['neimenggu-2020', 'market-regulation-2022'])
    const ids = (catalogue: typeof one): string[] => catalogue.questions.map((question) => question.id).sort()
    expect(ids(other)).toEqual(ids(one))
    expect(ids(one)).toEqual(expect.arrayContaining(['2.101', '5.101']))
  })
})
