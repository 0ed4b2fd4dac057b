/** Verifying the audit chain, against hashing the same bytes and against reading the same rows. */
import { createHash, hash } from 'node:crypto'
import { hashedText, verifyChain } from '../src/main/audit/chain.ts'
import { connect, openDatabase } from '../src/main/store/database.ts'
import { databasePath } from '../src/main/store/open-store.ts'
import { ENTRIES } from './many-entries.ts'
import { inTurn } from './measure.ts'
import { ms, type Subject, type SubjectReport } from './report.ts'
import { stationWithManyEntries } from './stations.ts'

const RUNS = 3
/** Rows are read so many at a time. */
const BLOCK = 1000
/** Texts are put together in parts of this many, so that all of them need not be in memory twice. */
const PART = 100_000

type AuditRow = readonly [number, string, string, string, string, string, string, string]
const COLUMNS = 'seq, at, actor, act, subject, content, previous_hash, hash'

export const chain: Subject = {
  name: 'chain',
  title: 'verifying a chain of 1,000,000 entries',
  async run(say): Promise<SubjectReport> {
    const { folder, dataKey } = await stationWithManyEntries(say)
    const database = openDatabase(databasePath(folder), dataKey)
    const bare = connect(databasePath(folder), dataKey, 'read')
    try {
      const statement = bare.prepare<[number], AuditRow>(`SELECT ${COLUMNS} FROM audit WHERE seq > ? ORDER BY seq LIMIT ${BLOCK}`).raw()
      const rows = function* (): Generator<AuditRow> {
        for (let last = 0; last < ENTRIES; last += BLOCK) yield* statement.all(last)
      }
      const { parts, lengths } = hashedBytes(rows())
      say(`${(parts.reduce((sum, part) => sum + part.length, 0) / 1e6).toFixed(0)} MB are hashed`)
      const times = await inTurn(RUNS, {
        verify: () => {
          const report = verifyChain(database.reader)
          if (report.broken !== null || report.entries < ENTRIES) throw new Error(`the chain is broken at ${report.broken?.seq}`)
        },
        entryByEntry: () => hashEach(parts, lengths),
        asOneStream: () => {
          const stream = createHash('sha256')
          for (const part of parts) stream.update(part)
          return stream.digest('hex')
        },
        reading: () => {
          let read = 0
          for (let last = 0; last < ENTRIES; last += BLOCK) read += statement.all(last).length
          return read
        },
      }, 1)
      const verify = ms(times.verify.median)
      const against = (what: string, { median }: { median: number }) => ({ what, measured: ms(median) })
      return {
        findings: [
          { what: 'verify', measured: verify, against: against('SHA-256 of each entry, from memory', times.entryByEntry) },
          { what: 'verify', measured: verify, against: against('SHA-256 of the same bytes in one stream', times.asOneStream) },
          { what: 'verify', measured: verify, against: against('reading the rows, decrypted, without hashing', times.reading) },
        ],
        notes: [`Median of ${RUNS}. What cannot be less: reading and hashing each entry, ${(times.reading.median + times.entryByEntry.median).toFixed(0)} ms together.`],
      }
    } finally {
      bare.close()
      database.close()
    }
  },
}

/** The bytes that the entries' hashes cover, joined, and how long each is. */
function hashedBytes(rows: Iterable<AuditRow>): { parts: Buffer[]; lengths: number[] } {
  const parts: Buffer[] = []
  const lengths: number[] = []
  let pending: Buffer[] = []
  for (const [seq, at, actor, act, subject, content, previousHash] of rows) {
    const bytes = Buffer.from(hashedText(seq, at, actor, act, subject, content, previousHash), 'utf8')
    lengths.push(bytes.length)
    pending.push(bytes)
    if (pending.length === PART) {
      parts.push(Buffer.concat(pending))
      pending = []
    }
  }
  return { parts: [...parts, Buffer.concat(pending)], lengths }
}

function hashEach(parts: readonly Buffer[], lengths: readonly number[]): void {
  let entry = 0
  for (const part of parts) {
    for (let from = 0; from < part.length; entry += 1) {
      const length = lengths[entry] ?? 0
      hash('sha256', part.subarray(from, from + length), 'hex')
      from += length
    }
  }
}
