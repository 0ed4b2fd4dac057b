/** A workbook that is made in a process of its own, so that its memory and its processor time can be told: the process's side of it. */
import process from 'node:process'
import { z } from 'zod'
import { openWorkstation } from '../src/main/core/workstation.ts'
import type { ListExport } from '../src/shared/cases/contract.ts'
import { callerOf, waits, type Call } from './caller.ts'

/** What the process prints: times in milliseconds, memory and size in bytes. */
export const madeSchema = z.strictObject({
  milliseconds: z.number(),
  /** Of all threads. */
  processor: z.number(),
  before: z.number(),
  highest: z.number(),
  longest: z.number(),
  size: z.number(),
  rows: z.number(),
})

const processorTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Opens the station that the command line names, prepares it, makes the workbook, prints what it took. */
export async function makeWorkbook(prepare: (call: Call) => Promise<unknown>, begin: (call: Call) => Promise<unknown>): Promise<void> {
  const [folder = '', key = '', resourcesFolder = ''] = process.argv.slice(2)
  const workstation = await openWorkstation(folder, new Uint8Array(Buffer.from(key, 'hex')), { resourcesFolder, read: false, sweep: false })
  const { call } = callerOf(workstation)
  await prepare(call)
  const before = process.memoryUsage.rss()
  let highest = before
  const timer = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 20)
  const processor = processorTime()
  let state: ListExport | null = null
  const { total, longest } = await waits(
    () => call('ledger.pastImports', {}),
    async () => {
      const { exportId } = (await begin(call)) as { exportId: string }
      do {
        await new Promise((resolve) => setTimeout(resolve, 10))
        state = (await call('cases.exportState', { exportId })) as ListExport | null
      } while (state?.state === 'running')
    },
  )
  clearInterval(timer)
  const { file = null, done = 0 } = (state as ListExport | null) ?? {}
  const made: z.infer<typeof madeSchema> = { milliseconds: total, processor: processorTime() - processor, before, highest, longest, size: file?.size ?? 0, rows: done }
  console.log(JSON.stringify(made))
  workstation.close()
}
