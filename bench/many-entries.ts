/** A long audit chain. */
import { appendEntry } from '../src/main/audit/chain.ts'
import type { OpenDatabase } from '../src/main/store/database.ts'
import { isoInstant, type PersonId } from '../src/shared/values/values.ts'
import type { Say } from './report.ts'

export const ENTRIES = 1_000_000
const PER_TRANSACTION = 100_000

/** Entries of the size that an answered question leaves, through the product's own function. */
export function addEntries(database: OpenDatabase, people: readonly PersonId[], say: Say): void {
  const started = Date.UTC(2026, 0, 5)
  for (let from = 0; from < ENTRIES; from += PER_TRANSACTION) {
    database.transaction('bench', (writer) => {
      for (let index = from; index < from + PER_TRANSACTION; index += 1) {
        const actor = people[index % people.length] ?? 'system'
        const subject = `case/0190a5f0-7c1e-7a3b-9d2f-${(index % 20_000).toString(16).padStart(12, '0')}`
        const content = {
          round: 1,
          questionId: `${1 + (index % 8)}.${1 + (index % 13)}`,
          answer: index % 7 === 0 ? 'no' : 'yes',
          finding: index % 7 === 0 ? `现场检查笔录第${index % 20}页无当事人签名，亦未注明事由` : '',
          version: 1,
        }
        appendEntry(writer, { actor, act: 'checklist.answer', subject, content }, isoInstant(new Date(started + index * 1000)))
      }
    })
    say(`${from + PER_TRANSACTION} entries`)
  }
}
