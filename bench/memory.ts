/** Memory of the core with a hundred thousand cases open, measured in a process of its own. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { CORE_FLAGS } from '../scripts/core-flags.ts'
import { type Amount, type Subject, type SubjectReport } from './report.ts'
import { stationWithManyCases } from './stations.ts'

/** Bytes of resident memory after each step. */
export const memorySchema = z.strictObject({ empty: z.number(), loaded: z.number(), open: z.number(), listed: z.number() })

export const memory: Subject = {
  name: 'memory',
  title: 'memory of the core with 100,000 cases open',
  async run(say): Promise<SubjectReport> {
    const { folder } = await stationWithManyCases(say)
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', ...CORE_FLAGS, join(import.meta.dirname, 'memory-process.ts'), folder], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    const found = memorySchema.parse(JSON.parse(stdout))
    const amount = (bytes: number): Amount => ({ value: bytes / 1e6, unit: 'MB' })
    const against = { what: 'Node.js alone', measured: amount(found.empty) }
    return {
      findings: [
        { what: 'the core’s modules loaded', measured: amount(found.loaded), against },
        { what: 'station open', measured: amount(found.open), against },
        { what: 'after every question of the case list', measured: amount(found.listed), against },
      ],
      notes: ['Resident set after a garbage collection. Opening includes 128 MiB of scrypt that the system may not have taken back.'],
    }
  },
}
