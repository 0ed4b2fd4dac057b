/** What `npm test` says of a run in which a window was too slow once, and of one that is plainly broken. */
import { expect, it } from 'vitest'
import { afterSecondTry, counts, filesToTryAgain, MOST_TRIED_AGAIN, readReport, type Outcome } from '../../../scripts/test-outcome.ts'

const passing = (fullName: string): object => ({ status: 'passed', fullName })
const failing = (fullName: string): object => ({ status: 'failed', fullName })
const file = (name: string, ...assertionResults: object[]): object => ({ name, status: JSON.stringify(assertionResults).includes('failed') ? 'failed' : 'passed', assertionResults })
const broken = (name: string): object => ({ name, status: 'failed', assertionResults: [] })

function outcome(ended: boolean, ...testResults: object[]): Outcome {
  return { files: readReport({ testResults }) ?? [], ended, unsteady: [] }
}

it('counts what passed, failed and was skipped, and a file that broke before its first test as one failure', () => {
  const run = outcome(false, file('a', passing('a1'), failing('a2'), { status: 'pending', fullName: 'a3' }), broken('b'))
  expect(counts(run)).toEqual({ passed: 1, failed: 2, skipped: 1 })
  expect(filesToTryAgain(run)).toEqual(['a', 'b'])
})

it('names what passed only on the second try, and counts the file as it stands then', () => {
  const first = outcome(false, file('a', passing('a1'), failing('a2'), failing('a3')), file('b', passing('b1')))
  const second = outcome(true, file('a', passing('a1'), passing('a2'), passing('a3')))
  const both = afterSecondTry(first, second)
  expect(both.unsteady).toEqual(['a2', 'a3'])
  expect(counts(both)).toEqual({ passed: 4, failed: 0, skipped: 0 })
})

it('fails what fails twice, even where it is another test of the file', () => {
  const first = outcome(false, file('a', failing('a1'), passing('a2')), broken('b'))
  const second = outcome(false, file('a', passing('a1'), failing('a2')), file('b', passing('b1')))
  const both = afterSecondTry(first, second)
  expect(counts(both)).toEqual({ passed: 2, failed: 1, skipped: 0 })
  expect(both.unsteady).toEqual(['b'])
})

it('fails where the second try was killed, or ended badly without a failed test', () => {
  const first = outcome(false, file('a', failing('a1')))
  expect(counts(afterSecondTry(first, { files: [], ended: false, unsteady: [] })).failed).toBe(1)
  expect(counts(afterSecondTry(first, outcome(false, file('a', passing('a1'))))).failed).toBe(1)
})

it('tries nothing again where nothing failed, the runner itself failed, or more failed than chance explains', () => {
  expect(filesToTryAgain(outcome(true, file('a', passing('a1'))))).toEqual([])
  const itself = outcome(false, file('a', passing('a1')))
  expect(filesToTryAgain(itself)).toEqual([])
  expect(counts(itself).failed).toBe(1)
  const many = Array.from({ length: MOST_TRIED_AGAIN + 1 }, (_, index) => file(`f${index}`, failing('x')))
  expect(filesToTryAgain(outcome(false, ...many))).toEqual([])
})

it('a report that is none is not taken for a run in which nothing failed', () => {
  expect(readReport({})).toBeUndefined()
  expect(readReport('')).toBeUndefined()
})
