/** The audit chain (审计链): every act, chained by hash. Tamper-evident, not tamper-proof. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import type { IsoInstant } from '../values/values.ts'

export interface AuditEntry {
  readonly seq: number
  readonly at: IsoInstant
  /** Person id, or `system`. */
  readonly actor: string
  readonly actorName: string
  /** What was done, such as `case.accept`. */
  readonly act: string
  /** What it was done to, such as `case/<id>`. */
  readonly subject: string
  /** Canonical JSON (RFC 8785) of what was done. */
  readonly content: string
  readonly previousHash: string
  readonly hash: string
}

export interface ChainHead {
  readonly seq: number
  readonly hash: string
}

export interface ChainReport {
  readonly entries: number
  readonly head: ChainHead
  /** Null when the chain is whole; otherwise the first entry that does not fit, and why. */
  readonly broken: { readonly seq: number; readonly problem: 'gap' | 'previousHash' | 'hash' } | null
  /** Issued opinions whose printed chain head is not in the chain (cut tail or rewritten chain). */
  readonly missingWitnesses: readonly string[]
}

export const auditContract = {
  'audit.head': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<
    /** `at`: when the last act was; null before the first. */
    ChainHead & { readonly at: IsoInstant | null }
  >(),
  'audit.list': method({
    input: z.strictObject({ before: z.int().min(1).nullable(), size: z.int().min(1).max(500) }),
    allowed: ['supervisor', 'admin', 'agencyHead', 'head'],
    access: 'read',
  }).returns<readonly AuditEntry[]>(),
  'audit.verify': method({
    input: z.strictObject({}),
    allowed: ['supervisor', 'admin', 'agencyHead', 'head', 'reviewer'],
    access: 'read',
  }).returns<ChainReport>(),
}
