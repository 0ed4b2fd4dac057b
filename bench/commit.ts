/** One act with its audit entry, on disk when it returns; against one bare insert that is as durable. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { appendEntry } from '../src/main/audit/chain.ts'
import { openDatabase } from '../src/main/store/database.ts'
import { databasePath, openStore } from '../src/main/store/open-store.ts'
import { isoInstant } from '../src/shared/values/values.ts'
import { inTurn, type Times } from './measure.ts'
import { ms, type Finding, type Subject, type SubjectReport } from './report.ts'
import { scratchFolder } from './stations.ts'

const ACTS = 2000

export const commit: Subject = {
  name: 'commit',
  title: 'one act: its row and its audit entry in one transaction, synchronous=FULL',
  async run(): Promise<SubjectReport> {
    const folder = scratchFolder()
    const dataKey = new Uint8Array(32).fill(7)
    openStore(folder, dataKey).close()
    const store = openDatabase(databasePath(folder), dataKey)
    const bare = new Database(join(folder, 'bare.sqlite'))
    try {
      bare.pragma('journal_mode = WAL')
      bare.pragma('synchronous = FULL')
      bare.exec('CREATE TABLE acts (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, content TEXT NOT NULL) STRICT')
      const insert = bare.prepare('INSERT INTO acts (at, content) VALUES (?, ?)')
      const person = '0190a5f0-7c1e-7a3b-9d2f-3b6c1e2d4f50'
      store.transaction('person', (writer) =>
        writer.run(`INSERT INTO people (id, login, name, fields, active, version, password, created_at) VALUES (?, 'a', 'a', '{}', 1, 1, '', '')`, person),
      )
      let act = 0
      const content = { round: 1, questionId: '3.7', answer: 'no', finding: '现场检查笔录第2页无当事人签名，亦未注明事由' }
      const times = await inTurn(ACTS, {
        core: () => {
          const at = isoInstant(new Date())
          act += 1
          store.transaction('draft', (writer) => {
            appendEntry(writer, { actor: person, act: 'checklist.answer', subject: `case/${act % 500}`, content }, at)
            writer.run('INSERT INTO drafts (person_id, key, content, saved_at) VALUES (?, ?, ?, ?)', person, `answer/${act}`, JSON.stringify(content), at)
          })
        },
        bare: () => insert.run(new Date().toISOString(), JSON.stringify(content)),
      }, 50)
      const line = (what: string, of: (found: Times) => number): Finding => ({
        what,
        measured: ms(of(times.core)),
        against: { what: 'bare insert, one row, not encrypted', measured: ms(of(times.bare)) },
      })
      return {
        findings: [line(`${ACTS} acts, p50`, ({ median }) => median), line('p99', ({ p99 }) => p99)],
        notes: ['Both flush to the disk once an act; the act writes two rows and two indexes more, encrypted, and hashes.'],
      }
    } finally {
      store.close()
      bare.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
