/** Taking a file in: hashed, encrypted, flushed; against hashing it and copying it, flushed as well. */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { openFileStore } from '../src/main/store/files.ts'
import { inTurn, type Times } from './measure.ts'
import { type Amount, type Finding, type Subject, type SubjectReport } from './report.ts'
import { scratchFolder } from './stations.ts'

const MB = 1e6
const SIZES: readonly (readonly [name: string, bytes: number, runs: number])[] = [
  ['a scan of 1 MB', MB, 30],
  ['a film of 200 MB', 200 * MB, 3],
]

export const attaching: Subject = {
  name: 'attaching',
  title: 'taking a file into the station',
  async run(): Promise<SubjectReport> {
    const folder = scratchFolder()
    try {
      const store = openFileStore(join(folder, 'files'), randomBytes(32))
      const findings: Finding[] = []
      for (const [name, size, runs] of SIZES) {
        const source = join(folder, 'source')
        writeFileSync(source, randomBytes(size))
        let stored = ''
        const times = await inTurn(runs, {
          core: async () => {
            stored = (await store.put(name, createReadStream(source))).sha256
          },
          copy: () => hashAndCopy(source, join(folder, 'copy')),
          read: async () => {
            if (stored === '') return
            for await (const piece of store.read(stored, name)) void piece
          },
          plainRead: () => hashed(source),
        }, 1)
        const speed = ({ median }: Times): Amount => ({ value: size / MB / (median / 1000), unit: 'MB/s' })
        findings.push(
          { what: `attach ${name}`, measured: speed(times.core), against: { what: 'SHA-256, plain copy, fsync', measured: speed(times.copy) } },
          { what: `open ${name} again`, measured: speed(times.read), against: { what: 'SHA-256 of the plain file', measured: speed(times.plainRead) } },
        )
      }
      return { findings, notes: ['Here more is better: a ratio of 1 is as fast as the plain copy.'] }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function hashed(source: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(source)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

async function hashAndCopy(source: string, target: string): Promise<string> {
  const hash = createHash('sha256')
  const file = await open(target, 'w')
  try {
    for await (const piece of createReadStream(source)) {
      hash.update(piece as Buffer)
      await file.writeFile(piece as Buffer)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}
