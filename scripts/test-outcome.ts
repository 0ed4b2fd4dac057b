/**
 * What a run of tests came to, file by file, and what a second try of the failed files makes of it. A file is tried again as a
 * whole: its tests build on one station, so one of them alone would meet what the failed one left behind. What passes only then
 * is named in the end; it is a fault that waits to be mended, not a success.
 */
import { z } from 'zod'

export interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export interface FileOutcome {
  readonly path: string
  /** Also true of a file that broke before its first test. */
  readonly failed: boolean
  readonly count: Count
  /** Full names of the tests that failed. */
  readonly failures: readonly string[]
}

export interface Outcome {
  readonly files: readonly FileOutcome[]
  /** Whether the runner ended well; it also fails for an error outside any test, or when it was killed. */
  readonly ended: boolean
  readonly unsteady: readonly string[]
}

/** More failed files than this are no accident of time, and are not tried again. */
export const MOST_TRIED_AGAIN = 4

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
})

/** Reads vitest's JSON report; `undefined` where it is none. */
export function readReport(json: unknown): readonly FileOutcome[] | undefined {
  const { data } = reportSchema.safeParse(json)
  return data?.testResults.map(({ name, status, assertionResults }) => {
    const having = (wanted: string): number => assertionResults.filter((one) => one.status === wanted).length
    const failures = assertionResults.filter((one) => one.status === 'failed').map(({ fullName }) => fullName)
    const failed = status === 'failed' || failures.length > 0
    // a file that broke as a whole is one failure
    const broke = failed && failures.length === 0
    const skipped = assertionResults.length - having('passed') - failures.length
    return { path: name, failed, failures: broke ? [name] : failures, count: { passed: having('passed'), failed: broke ? 1 : failures.length, skipped } }
  })
}

export function counts({ files, ended }: Outcome): Count {
  const sum = (of: (count: Count) => number): number => files.reduce((total, { count }) => total + of(count), 0)
  const failed = sum((count) => count.failed)
  return { passed: sum((count) => count.passed), failed: failed === 0 && !ended ? 1 : failed, skipped: sum((count) => count.skipped) }
}

/** The files that get a second try: those that failed, unless there are too many, or the runner itself did not end well. */
export function filesToTryAgain({ files, ended }: Outcome): readonly string[] {
  const failed = files.filter((file) => file.failed)
  const itself = !ended && failed.length === 0
  return itself || failed.length > MOST_TRIED_AGAIN ? [] : failed.map(({ path }) => path)
}

/** The second try's word counts for the files that it ran; a file that it did not come to keeps the first's. */
export function afterSecondTry(first: Outcome, second: Outcome): Outcome {
  const again = new Map(second.files.map((file) => [file.path, file]))
  const tried = first.files.filter((file) => file.failed)
  const passedNow = tried.filter(({ path }) => again.get(path)?.failed === false)
  return {
    files: first.files.map((file) => (file.failed ? (again.get(file.path) ?? file) : file)),
    ended: second.ended,
    unsteady: passedNow.flatMap(({ failures }) => failures),
  }
}
