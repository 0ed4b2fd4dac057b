/** The clocks that the papers show are the bars of the timeline: the same days, late where a bar is. */
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { prereviewFolder } from '../../../src/main/cli/prereview-folder.ts'
import { readSamplePapers, renderSamplePaper } from '../../../src/main/samples/generate.ts'
import { resourcesFolder } from '../../../src/main/shell/program-folders.ts'
import { paperClockRuns } from '../../../src/shared/deadlines/paper-clocks.ts'
import { runClock } from '../../../src/shared/deadlines/run-clock.ts'
import type { CaseFile } from '../../../src/shared/prereview/case-file.ts'
import { limitsOf } from '../../../src/shared/timeline/limits.ts'
import { isoDate, type IsoDate } from '../../../src/shared/values/values.ts'
import { morning } from '../../unit/deadlines/clock-runs.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'

const SAMPLE = join(resourcesFolder(import.meta.dirname), 'samples', 'penalty-no-permit')
const SEIZURE = resolve(import.meta.dirname, '../../../../shared/cases/seizure-licence/files')

afterAll(() => {
  removeTemporaryFolders()
})

const AS_A_CLOCK = { kept: 'kept', running: 'runs', late: 'late', overdue: 'red', early: 'early' } as const

function compare(file: CaseFile, day: IsoDate): number {
  const bars = limitsOf(file, [], day).map(({ subject, from, due, state, rolledFrom }) => `${subject} ${from} ${due} ${rolledFrom} ${AS_A_CLOCK[state]}`)
  const clocks = paperClockRuns(file, day)
    .map((run) => runClock(run, file.calendar, morning(day)))
    .map(({ subject, start, due, state, rolledFrom }) => `${subject} ${start?.day} ${due} ${rolledFrom} ${state === 'running' || state === 'amber' ? 'runs' : state}`)
  expect(clocks.toSorted()).toEqual(bars.toSorted())
  return clocks.length
}

describe('the clocks of the papers', () => {
  it('are the bars of the sample case, on every day that one looks', async () => {
    const folder = temporaryFolder('sample-papers')
    for (const paper of await readSamplePapers(SAMPLE)) writeFileSync(join(folder, paper.file), await renderSamplePaper(paper))
    const { caseFile } = await prereviewFolder(folder, { onProgress: () => undefined, sector: 'ecology', today: isoDate('2026-05-20') })
    // the last day is 90 days after the filing and what was left out: nothing is left out unsaid
    const decision = paperClockRuns(caseFile, isoDate('2026-05-20')).find(({ subject }) => subject === 'decision')
    const clock = decision === undefined ? undefined : runClock(decision, caseFile.calendar, morning('2026-05-20'))
    expect(clock).toMatchObject({ start: { day: '2026-03-05' }, due: '2026-07-02' })
    expect(clock?.excluded.reduce((sum, { days }) => sum + days, 90)).toBe(119)
    for (const day of ['2026-05-10', '2026-05-20', '2026-06-03', '2026-06-04', '2026-11-22']) expect(compare(caseFile, isoDate(day)), day).toBeGreaterThan(2)
  }, 120_000)

  it.skipIf(!existsSync(SEIZURE))('are the bars of a seizure that lasted too long', async () => {
    const { caseFile } = await prereviewFolder(SEIZURE, { onProgress: () => undefined, today: isoDate('2026-04-20') })
    expect(compare(caseFile, isoDate('2026-04-20'))).toBeGreaterThan(3)
    const seizure = paperClockRuns(caseFile, isoDate('2026-04-20')).find(({ subject }) => subject === 'seizure')
    expect(seizure === undefined ? null : runClock(seizure, caseFile.calendar, morning('2026-04-20'))).toMatchObject({ state: 'late', due: '2026-03-23' })
  }, 120_000)
})
