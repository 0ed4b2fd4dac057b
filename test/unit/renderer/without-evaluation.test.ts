/** The page's policy forbids making code from text, and zod knows it although it is loaded later. */
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const FILE = resolve(import.meta.dirname, '../../../src/renderer/transport/without-evaluation.ts')

test('zod finds its setting made', () => {
  // in a process of its own: here zod was loaded long ago
  const code = `await import(${JSON.stringify(FILE)}); const { z } = await import('zod'); console.log(z.config().jitless)`
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8', cwd: import.meta.dirname })
  expect(said.trim()).toBe('true')
})
