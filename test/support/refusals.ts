/** What a test says of an error that the core answered or threw. */
import { expect } from 'vitest'
import { FashenError, type ErrorCode, type ErrorJson } from '../../src/shared/errors/errors.ts'

/** Awaits the refusal with this code and returns its data; anything else fails the test. */
export async function refusal(work: Promise<unknown> | (() => unknown), code: ErrorCode): Promise<ErrorJson['data']> {
  const error = await (async () => (typeof work === 'function' ? work() : work))().then(
    (value: unknown) => new Error(`expected ${code}, but it succeeded with ${JSON.stringify(value)?.slice(0, 300)}`),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof FashenError)) throw error
  expect(error.toJson()).toMatchObject({ code })
  return error.toJson().data
}
