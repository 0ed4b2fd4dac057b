/** The page's policy forbids making code from text, and zod knows it although it is loaded later. */
import '../../../src/renderer/transport/without-evaluation.ts'
import { expect, test } from 'vitest'

test('zod finds its setting made', async () => {
  const { z } = await import('zod')
  expect(z.config().jitless).toBe(true)
})
