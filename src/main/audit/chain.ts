/**
 * The audit chain (审计链): one entry for each act, each with the hash of the one before. It makes tampering evident; it
 * cannot prevent it. The head is printed in every issued opinion, so each opinion outside this computer is a witness:
 * a chain that was cut short or rewritten no longer contains what the witnesses say.
 */
import { hash as hashOnce } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { AuditEntry, ChainHead, ChainReport } from '../../shared/audit/contract.ts'
import type { IsoInstant } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

export const GENESIS_HASH = '0'.repeat(64)

export interface Act {
  /** Person id, or `system`. */
  readonly actor: string
  /** What is done, such as `case.accept`. */
  readonly act: string
  /** What it is done to: `case/<id>`, `person/<id>`, `station`. */
  readonly subject: string
  /** What was done, as data; kept in canonical form. */
  readonly content: unknown
}

/**
 * The bytes that an entry's hash covers: its fields joined by line feeds. Only the last, `content`, may itself hold
 * one, so two different entries never give the same bytes.
 */
export function hashedText(
  seq: number,
  at: string,
  actor: string,
  act: string,
  subject: string,
  content: string,
  previousHash: string,
): string {
  return `${previousHash}\n${seq}\n${at}\n${actor}\n${act}\n${subject}\n${content}`
}

export function sha256Hex(content: string | Uint8Array): string {
  return hashOnce('sha256', content, 'hex')
}

export function chainHead(reader: Reader): ChainHead {
  return reader.get<ChainHead>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1') ?? { seq: 0, hash: GENESIS_HASH }
}

/** Appends one entry. Call it in the transaction of the act itself, never on its own. */
export function appendEntry(writer: Writer, act: Act, at: IsoInstant): ChainHead {
  for (const field of [act.actor, act.act, act.subject]) {
    if (field.includes('\n')) throw new Error('an audit field must not hold a line feed')
  }
  const content = canonicalize(act.content) ?? 'null'
  const previous = chainHead(writer)
  const seq = previous.seq + 1
  const hash = sha256Hex(hashedText(seq, at, act.actor, act.act, act.subject, content, previous.hash))
  writer.run(
    'INSERT INTO audit (seq, at, actor, act, subject, content, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    seq,
    at,
    act.actor,
    act.act,
    act.subject,
    content,
    previous.hash,
    hash,
  )
  return { seq, hash }
}

interface StoredEntry {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly act: string
  readonly subject: string
  readonly content: string
  readonly previous_hash: string
  readonly hash: string
}

/** Entries are read so many at a time: one by one, the way out of SQLite costs more than the hash. */
const BLOCK = 250

/** What is wrong with an entry that should follow `head`; null where it does. */
function problemOf(entry: StoredEntry, head: ChainHead): NonNullable<ChainReport['broken']>['problem'] | null {
  const { seq, at, actor, act, subject, content, previous_hash: previousHash, hash } = entry
  if (seq !== head.seq + 1) return 'gap'
  if (previousHash !== head.hash) return 'previousHash'
  return sha256Hex(hashedText(seq, at, actor, act, subject, content, previousHash)) === hash ? null : 'hash'
}

/** Walks the whole chain and recomputes every hash; stops at the first entry that does not fit. */
export function verifyChain(reader: Reader): Omit<ChainReport, 'missingWitnesses'> {
  let head: ChainHead = { seq: 0, hash: GENESIS_HASH }
  // also what stands before the first entry that there should be
  let last = Number.MIN_SAFE_INTEGER
  for (;;) {
    const block = reader.all<StoredEntry>(
      `SELECT seq, at, actor, act, subject, content, previous_hash, hash FROM audit WHERE seq > ? ORDER BY seq LIMIT ${BLOCK}`,
      last,
    )
    for (const entry of block) {
      const problem = problemOf(entry, head)
      if (problem !== null) return { entries: head.seq, head, broken: { seq: entry.seq, problem } }
      head = { seq: entry.seq, hash: entry.hash }
    }
    if (block.length < BLOCK) return { entries: head.seq, head, broken: null }
    last = head.seq
  }
}

/** Numbers of issued opinions whose printed head is not in the chain. */
export function missingWitnesses(reader: Reader): string[] {
  return reader
    .all<{ number: string }>(
      `SELECT o.number FROM opinions o LEFT JOIN audit a ON a.seq = o.chain_seq AND a.hash = o.chain_hash
       WHERE o.state = 'issued' AND a.seq IS NULL`,
    )
    .map(({ number }) => number)
}

const NAMED_ENTRIES = `SELECT a.seq, a.at, a.actor, coalesce(p.name, a.actor) AS actorName, a.act, a.subject, a.content,
  a.previous_hash AS previousHash, a.hash FROM audit a LEFT JOIN people p ON p.id = a.actor`

/** Entries about one subject, oldest first. */
export function entriesAbout(reader: Reader, subject: string): AuditEntry[] {
  return reader.all<AuditEntry>(`${NAMED_ENTRIES} WHERE a.subject = ? ORDER BY a.seq`, subject)
}

/** Up to `size` entries before sequence number `before` (null: from the end), newest first. */
export function entriesBefore(reader: Reader, before: number | null, size: number): AuditEntry[] {
  return reader.all<AuditEntry>(`${NAMED_ENTRIES} WHERE a.seq < ? ORDER BY a.seq DESC LIMIT ?`, before ?? Number.MAX_SAFE_INTEGER, size)
}
