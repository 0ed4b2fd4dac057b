/** The audit chain as somebody may read it: entries of records that are sealed against them keep their place and hash only. */
import { SEALED } from '../../shared/accountability/interference.ts'
import type { AuditEntry } from '../../shared/audit/contract.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import type { Reader } from '../store/database.ts'
import { sealedClueEntriesFor } from '../transfer/clue-record.ts'
import { sealedEntriesFor } from './interference-record.ts'

/** Number, moment and hashes stay, so that the chain can be followed; who did what to what does not. */
export function asReadBy(reader: Reader, person: SignedInPerson, entries: readonly AuditEntry[]): readonly AuditEntry[] {
  const sealed = new Set([...sealedEntriesFor(reader, person), ...sealedClueEntriesFor(reader, person)])
  if (sealed.size === 0) return entries
  return entries.map((entry) => (sealed.has(entry.seq) ? { ...entry, actor: SEALED, actorName: '', act: SEALED, subject: SEALED, content: '{}' } : entry))
}
