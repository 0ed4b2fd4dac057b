/** The built loopback shell as a process of its own, which can be killed like a program that crashes. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { buildOnce } from './build-once.ts'

export interface ShellProcess {
  /** The address with its one-time token. */
  readonly url: string
  /** Ends it at once, without a chance to put anything away. */
  kill(): Promise<void>
}

export async function startShellProcess(folder: string): Promise<ShellProcess> {
  await buildOnce()
  const program = join(import.meta.dirname, '../../out/loopback/loopback.js')
  const child = spawn(process.execPath, [program, `--folder=${folder}`, '--no-browser'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const lines = createInterface(child.stdout)
  const url = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    ended.then(([code]) => Promise.reject(new Error(`the shell ended with ${String(code)} before it served`))),
  ])
  return {
    url,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
