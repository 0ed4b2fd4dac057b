/** A workbook that is made in a process of its own: the benchmark's side of it. */
import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { CORE_FLAGS } from '../scripts/core-flags.ts'
import { builtScript } from './built-script.ts'
import { atMost, ms, type Finding } from './report.ts'
import { resourcesFolder, type BenchStation } from './stations.ts'
import { madeSchema } from './workbook-process.ts'

const megabytes = (bytes: number): number => Math.round(bytes / 1e6)

/** @param script a module beside this one that calls `makeWorkbook` */
export async function workbookFindings(script: string, { folder, dataKey }: BenchStation, what: string): Promise<Finding[]> {
  const built = await builtScript(script)
  const output = execFileSync(process.execPath, [...CORE_FLAGS, built, folder, Buffer.from(dataKey).toString('hex'), resourcesFolder], { encoding: 'utf8' })
  const { milliseconds, processor, before, highest, longest, size, rows } = madeSchema.parse(JSON.parse(output))
  return [
    { what: `workbook of ${rows} ${what}, ${megabytes(size)} MB`, measured: ms(milliseconds), goal: atMost(10_000, milliseconds) },
    { what: 'processor time of it, all threads', measured: ms(processor) },
    { what: `highest memory of its process meanwhile (${megabytes(before)} MB before)`, measured: { value: megabytes(highest), unit: 'MB' }, goal: atMost(300, megabytes(highest), ' MB') },
    { what: 'longest that another question waits meanwhile', measured: ms(longest) },
  ]
}
