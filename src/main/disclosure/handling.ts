/** Who sees to the disclosure of a case: as the state machine's 办结公示 has it, in every state after the decision; nobody who is recused. */
import { FashenError } from '../../shared/errors/errors.ts'
import { actorOf, lackingPart } from '../cases/case-flow.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'

export function mayHandleDisclosure(context: Pick<CallContext, 'reader' | 'person'>, record: CaseRecord): boolean {
  const { roles, relations } = actorOf(context.reader, context.person, record)
  if (!relations.includes('notRecused')) return false
  if (roles.includes('head')) return true
  return (roles.includes('handler') && relations.includes('handlerOfCase')) || (roles.includes('reviewer') && relations.includes('assignedReviewer'))
}

/** Throws `not-your-part`. */
export function requireHandling(context: Pick<CallContext, 'reader' | 'person'>, record: CaseRecord): void {
  if (!mayHandleDisclosure(context, record)) throw new FashenError('not-your-part', { action: 'disclose', needs: lackingPart(context, record) })
}
