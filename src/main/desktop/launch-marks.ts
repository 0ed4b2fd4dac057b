/** Times of the start, printed when `FASHEN_MARKS=1` so that the benchmark can read them. */
import process from 'node:process'

export type LaunchMark = 'app-ready' | 'window-created' | 'dom-ready' | 'window-shown' | 'usable' | 'key-chain-done'

/** Prints `fashen-mark NAME MS`, milliseconds since this process was created. */
export function mark(name: LaunchMark): void {
  if (process.env['FASHEN_MARKS'] !== '1') return
  const created = process.getCreationTime() ?? performance.timeOrigin
  process.stdout.write(`fashen-mark ${name} ${(Date.now() - created).toFixed(0)}\n`)
}
