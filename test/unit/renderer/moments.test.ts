/** Moments and days are China's, wherever the computer stands: what a screen shows is what is printed. */
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { asLines } from '../../../src/renderer/cases/case-lines.ts'
import { errorInWords } from '../../../src/renderer/ui/error-words.ts'
import { formatDayOf, formatMoment } from '../../../src/renderer/ui/formats.ts'
import type { CaseRow } from '../../../src/shared/cases/case.ts'
import { FashenError } from '../../../src/shared/errors/errors.ts'

const SOURCES = resolve(import.meta.dirname, '../../../src')
/** 07:59 in China: still the day before in UTC. */
const BEFORE_EIGHT = '2026-05-07T23:59:00.000Z'

/** What the module gives on a computer that stands elsewhere. */
function elsewhere(zone: string, module: string, expression: string): string {
  const program = `const it = await import(${JSON.stringify(`${SOURCES}/${module}`)}); console.log(${expression})`
  return execFileSync(process.execPath, ['--input-type=module', '--experimental-strip-types', '--no-warnings', '-e', program], { encoding: 'utf8', env: { ...process.env, TZ: zone } }).trim()
}

describe('before eight in the morning', () => {
  it('a moment has the day on which people in China live', () => {
    expect(formatMoment(BEFORE_EIGHT, 'zh-CN')).toBe('2026-05-08 07:59')
    expect(formatMoment(BEFORE_EIGHT, 'en')).toBe('2026-05-08 07:59')
    expect(formatDayOf(BEFORE_EIGHT)).toBe('2026-05-08')
    expect(formatMoment('2026-05-08T16:00:00.000Z', 'zh-CN')).toBe('2026-05-09 00:00')
  })

  it('a copied list of cases has it as well', () => {
    const row = { updatedAt: BEFORE_EIGHT, actionKinds: [], amount: null, dueOn: null, reviewerName: null, opinionNumber: null, caseNumber: null, state: 'received', round: 1 } as unknown as CaseRow
    expect(asLines([row], ['updated'], (both) => both['zh-CN']).split('\n')[1]).toBe('2026-05-08')
  })

  it('an error tells the moment so', () => {
    const error = new FashenError('moment-in-future', { moment: BEFORE_EIGHT, now: '2026-05-07T23:00:00.000Z' })
    expect(errorInWords(error, 'zh-CN').what).toContain('2026-05-08 07:59')
  })

  it('what is no moment is shown as it is', () => {
    expect(formatMoment('—', 'zh-CN')).toBe('—')
    expect(formatDayOf('')).toBe('')
  })
})

describe.each(['America/Los_Angeles', 'Pacific/Auckland', 'UTC'])('on a computer in %s', (zone) => {
  it('a screen shows the time of China', () => {
    expect(elsewhere(zone, 'renderer/ui/formats.ts', `it.formatMoment(${JSON.stringify(BEFORE_EIGHT)}, 'zh-CN')`)).toBe('2026-05-08 07:59')
  })

  it('so does the workbook of the case list', () => {
    const row = `{ updatedAt: ${JSON.stringify(BEFORE_EIGHT)} }`
    expect(elsewhere(zone, 'main/cases/case-export.ts', `it.caseCell(${row}, 'updated', 'zh-CN')`)).toBe('2026-05-08 07:59')
  })
})
