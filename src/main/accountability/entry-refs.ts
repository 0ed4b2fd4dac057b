/** Entries of the audit chain as a page refers to them: with their hash, computed anew. */
import type { EntryRef } from '../../shared/accountability/accountability-page.ts'
import type { AuditEntry } from '../../shared/audit/contract.ts'
import { hashedText, sha256Hex } from '../audit/chain.ts'
import type { Reader } from '../store/database.ts'

/** Whether the entry is what its hash says. That the chain holds as a whole is another question. */
export function refOf({ seq, at, actor, act, subject, content, previousHash, hash }: Omit<AuditEntry, 'actorName'>): EntryRef {
  return { seq, hash, at, holds: sha256Hex(hashedText(seq, at, actor, act, subject, content, previousHash)) === hash }
}

/** An entry by its number; throws where there is none, because a row refers to it. */
export function entryAt(reader: Reader, seq: number): Omit<AuditEntry, 'actorName'> {
  const entry = reader.get<Omit<AuditEntry, 'actorName'>>(
    'SELECT seq, at, actor, act, subject, content, previous_hash AS previousHash, hash FROM audit WHERE seq = ?',
    seq,
  )
  if (entry === undefined) throw new Error(`entry ${seq} of the audit chain is not there`)
  return entry
}
