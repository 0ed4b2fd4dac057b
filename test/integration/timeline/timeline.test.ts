/** The timeline and the cross-table of a stored case: through the contract, with the sample's papers and a real station. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prereviewFolder } from '../../../src/main/cli/prereview-folder.ts'
import { buildCrossTable } from '../../../src/shared/cross-table/build.ts'
import { buildCaseTimeline } from '../../../src/shared/timeline/build.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { readSamplePapers, renderSamplePaper } from '../../../src/main/samples/generate.ts'
import { resourcesFolder } from '../../../src/main/shell/program-folders.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { registerCase } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

const SAMPLE = join(resourcesFolder(import.meta.dirname), 'samples', 'penalty-no-permit')
const SEIZURE = resolve(import.meta.dirname, '../../../../shared/cases/seizure-licence/files')

afterAll(() => {
  removeTemporaryFolders()
})

describe('the sample case', () => {
  it('shows what its rules find: the discussion before the end of the time for the defence', async () => {
    const folder = temporaryFolder('sample-papers')
    for (const paper of await readSamplePapers(SAMPLE)) writeFileSync(join(folder, paper.file), await renderSamplePaper(paper))
    const { caseFile, catalogue } = await prereviewFolder(folder, { onProgress: () => undefined, sector: 'ecology', today: isoDate('2026-05-20') })
    const timeline = buildCaseTimeline(caseFile, catalogue.documentKinds, null, isoDate('2026-05-20'))
    expect(timeline.steps.length).toBeGreaterThan(30)
    expect(timeline.limits.find(({ subject }) => subject === 'defence')).toMatchObject({ state: 'early', due: '2026-05-14', end: { day: '2026-05-11' } })
    expect(timeline.limits.find(({ subject }) => subject === 'decision')).toMatchObject({ state: 'running', verified: false })
    const table = buildCrossTable(caseFile, catalogue.documentKinds)
    const rows = table.parts.flatMap(({ rows: all }) => all)
    expect(rows.filter(({ differs }) => differs).map(({ key }) => key)).toEqual(expect.arrayContaining(['party/0/uscc', 'amount/fine']))
  })
})

describe('a case of a seizure', () => {
  it.skipIf(!existsSync(SEIZURE))('shows the seizure that lasted too long, and the hearing that was refused', async () => {
    const { caseFile, catalogue } = await prereviewFolder(SEIZURE, { onProgress: () => undefined, today: isoDate('2026-04-20') })
    const timeline = buildCaseTimeline(caseFile, catalogue.documentKinds, null, isoDate('2026-04-20'))
    expect(timeline.limits.find(({ subject }) => subject === 'seizure')).toMatchObject({ state: 'late', due: '2026-03-23', by: 18 })
    expect(timeline.limits.find(({ subject }) => subject === 'decision')).toMatchObject({ state: 'kept' })
    expect(timeline.gaps.map(({ ruleId }) => ruleId)).toContain('3.12-hearing-refused')
    const decided = timeline.steps.find(({ kind }) => kind === 'decided')
    expect(decided?.breaks).toEqual(['seizure/2026-01-20'])
    expect(readdirSync(SEIZURE)).toContain(decided?.place?.fileName)
  }, 120_000)
})

describe('a stored case', () => {
  let station: TestStation
  let caseId: string
  beforeAll(async () => {
    station = await createTestStation()
    caseId = await registerCase(station)
  })
  afterAll(() => {
    station.close()
  })

  it('has the station’s own steps before any paper is read, and an empty cross-table', async () => {
    const reviewer = station.as('reviewer')
    const timeline = await reviewer.call('timeline.get', { caseId })
    expect(timeline.steps.map(({ kind, origin }) => [kind, origin])).toContainEqual(['received', 'station'])
    const table = await reviewer.call('crossTable.get', { caseId })
    expect(table.parts.flatMap(({ rows }) => rows)).toEqual([])
  })
})
