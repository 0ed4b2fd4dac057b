/** Which decisions can be brought to the court is data of the catalogue: what leaves the party something to do has the clock, a warning has none. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clockFactsOf } from '../../../src/main/deadlines/case-clock-facts.ts'
import { requireCase } from '../../../src/main/cases/case-record.ts'
import { dutiesOf } from '../../../src/shared/deadlines/period-rows.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { CATALOGUE } from '../../support/case-files.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { registerCase } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

let station: TestStation
beforeAll(async () => void (station = await createTestStation({ now: () => new Date('2026-04-20T02:00:00Z') })))
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const ON = isoDate('2026-04-20')

describe('what a decision leaves to be performed', () => {
  it.each([
    ['demolition', true],
    ['closure', true],
    ['confiscationOfGain', true],
    ['warning', false],
    ['revocation', false],
  ] as const)('%s: %s', async (kind, has) => {
    const caseId = await registerCase(station, { effects: [{ kind, amount: kind === 'confiscationOfGain' ? 5000 : null, detail: '' }] })
    const { workbench } = station.workstation
    expect(clockFactsOf(workbench, requireCase(workbench.reader, caseId), ON).hasOtherDuty).toBe(has)
  })

  it('is named with where it comes from, and is not passed off as the text of the law', () => {
    const duties = dutiesOf(CATALOGUE.periods, { sector: null, region: null }, ON)
    expect(duties?.verified).toBe(false)
    expect(duties?.note['zh-CN']).toContain('行政强制法第五十三条')
    expect(CATALOGUE.periods.filter((row) => row.duties !== undefined).map(({ subject }) => subject)).toEqual(['courtApplication'])
  })
})
