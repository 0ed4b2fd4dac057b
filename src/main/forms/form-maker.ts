/** Who makes a form: the side of the case that signs it (承办方、审核方), as far as nothing keeps them out of the case. */
import type { Form } from '../../shared/catalogue/forms.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import { actorOf } from '../cases/case-flow.ts'
import type { CallContext } from '../core/handler.ts'
import { transferOf } from '../transfer/transfer-record.ts'

export function mayMakeForm({ reader, person }: Pick<CallContext, 'reader' | 'person'>, record: CaseRecord, { side }: Pick<Form, 'side'>): boolean {
  const { roles, relations } = actorOf(reader, person, record)
  if (!relations.includes('notRecused')) return false
  const handling = roles.includes('handler') && relations.includes('handlerOfCase')
  const review = roles.includes('head') || (roles.includes('reviewer') && (record.reviewerId === null || relations.includes('assignedReviewer')))
  const apart = review && relations.includes('notHandler')
  switch (side) {
    case 'handling':
      return handling || roles.includes('agencyHead')
    case 'review':
      return apart
    case 'either':
      return handling || apart || roles.includes('agencyHead')
    case 'transfer':
      // the team answers for the transfer, whoever of it handles the case (R310 art. 5)
      return handling || roles.includes('head') || roles.includes('agencyHead') || (roles.includes('handler') && transferOf(reader, record.id).team.includes(person.id))
    case 'oversight':
    case 'clue':
      return false
  }
}
