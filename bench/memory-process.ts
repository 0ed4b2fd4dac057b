/** The process that `memory.ts` measures: says as JSON how much memory it takes after each step. */
import process from 'node:process'
import type { memorySchema } from './memory.ts'
import type { z } from 'zod'

const resident = (): number => {
  globalThis.gc?.()
  return process.memoryUsage.rss()
}

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('which station?')
const empty = resident()
const { listCases, countCases } = await import('../src/main/cases/case-list.ts')
const { openWorkstation } = await import('../src/main/core/workstation.ts')
const { listShapes } = await import('./list-shapes.ts')
const { opened, resourcesFolder } = await import('./stations.ts')
const loaded = resident()
const station = await openWorkstation(folder, (await opened(folder)).dataKey, { resourcesFolder })
const { reader, today } = station.workbench
countCases(reader, today(), '')
const open = resident()
for (const { input } of listShapes(reader)) listCases(reader, input)
const listed = resident()
station.close()
console.log(JSON.stringify({ empty, loaded, open, listed } satisfies z.infer<typeof memorySchema>))
