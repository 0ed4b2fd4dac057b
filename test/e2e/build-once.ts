/** The built window and shell, brought up to date at most once in a test file. */
import { build } from '../../scripts/build.ts'

let built: Promise<unknown> | undefined

export function buildOnce(): Promise<unknown> {
  return (built ??= build())
}
