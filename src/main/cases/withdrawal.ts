/** A case that is taken back before it is decided (撤回送审), or goes on in another one (并案). */
import type { CallContext } from '../core/handler.ts'
import { voidNumber } from '../opinion/numbers.ts'
import { findOpinion, unsigned, writeOpinion } from '../opinion/opinion-record.ts'
import type { Writer } from '../store/database.ts'
import { requirePermission } from './case-flow.ts'
import { changeCase, type CaseRecord } from './case-record.ts'

export interface Withdrawal {
  readonly reason: string
  /** What the audit entry says beside the reason. */
  readonly more?: Readonly<Record<string, unknown>>
  /** What is written in the same act. */
  readonly write?: (writer: Writer) => void
}

/** What was not issued is a draft again, and its number void. Throws what the state machine refuses. */
export function withdrawCase(context: CallContext, record: CaseRecord, { reason, more = {}, write }: Withdrawal): void {
  const { next, audit } = requirePermission(context.reader, context.person, record, 'withdraw', ['reasonGiven'])
  const opinion = findOpinion(context.reader, record.id, record.round)
  const open = opinion === undefined || opinion.state === 'issued' ? undefined : opinion
  context.act({ act: audit, subject: `case/${record.id}`, content: { reason, voided: open?.number ?? null, ...more } }, (writer) => {
    if (open !== undefined) {
      if (open.number !== null) voidNumber(writer, open.number, reason)
      writeOpinion(writer, unsigned(open))
    }
    changeCase(writer, record, { state: next, due: null }, context.instant())
    write?.(writer)
  })
  context.emit({ kind: 'changed', subject: 'case', id: record.id })
}
