/**
 * Locks a station folder and holds it until killed; says what came of it. It forgets what it was given and collects its
 * garbage first (`--expose-gc`): the lock must not hang on a variable.
 */
import process from 'node:process'
import { FashenError } from '../../src/shared/errors/errors.ts'
import { lockStation } from '../../src/main/station/station-lock.ts'

const [folder = ''] = process.argv.slice(2)
try {
  lockStation(folder)
  globalThis.gc?.()
  process.stdout.write('locked\n')
  setInterval(() => undefined, 1000)
} catch (error) {
  process.stdout.write(`${error instanceof FashenError ? error.code : String(error)}\n`)
}
