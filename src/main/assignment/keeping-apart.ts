/** Recusal (回避), taking it back, and finding that who bears a handler's name is another person. */
import type { assignmentContract } from '../../shared/assignment/contract.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { PersonId } from '../../shared/values/values.ts'
import { changeCase, requireCase, type CaseRecord } from '../cases/case-record.ts'
import { CLEAR_NAMESAKE, handlingPartOf, namesakesOf } from '../cases/handling-part.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { findPerson } from '../people/people.ts'
import { presidesOver } from './eligible-reviewers.ts'

type Methods = 'assignment.recuse' | 'assignment.takeBackRecusal' | 'assignment.clearNamesake'

/** Who handles the case, or is recused from it, has no say in who reviews it: not by keeping others out either. */
function requirePresiding(context: CallContext, record: CaseRecord, action: string): void {
  if (!presidesOver(context, record)) throw new FashenError('not-your-part', { action, needs: ['notHandler', 'notRecused'] })
}

function requirePerson({ reader }: CallContext, personId: PersonId): void {
  if (findPerson(reader, personId) === undefined) throw new FashenError('not-found', { subject: 'person', id: personId })
}

export const keepingApartHandlers: Pick<Handlers<typeof assignmentContract>, Methods> = {
  'assignment.recuse': (context, { caseId, personId, reason }) => {
    const record = requireCase(context.reader, caseId)
    requirePerson(context, personId)
    const { id, roles } = context.person
    if (id !== personId) {
      if (!roles.includes('head') && !roles.includes('agencyHead')) throw new FashenError('not-allowed', { method: 'assignment.recuse', needs: ['head', 'agencyHead'] })
      requirePresiding(context, record, 'recuse')
    }
    context.act({ act: 'case.recuse', subject: `case/${caseId}`, content: { personId, reason } }, (writer) => {
      writer.run(
        `INSERT INTO recusals (case_id, person_id, reason, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (case_id, person_id) DO NOTHING`,
        caseId,
        personId,
        reason,
        id,
        context.instant(),
      )
      changeCase(writer, record, {}, context.instant())
    })
    context.emit({ kind: 'changed', subject: 'case', id: caseId })
    return null
  },

  'assignment.takeBackRecusal': (context, { caseId, personId, reason }) => {
    const record = requireCase(context.reader, caseId)
    requirePresiding(context, record, 'takeBackRecusal')
    const recused = context.reader.get<{ reason: string; by: string; at: string }>(
      'SELECT reason, recorded_by AS "by", recorded_at AS "at" FROM recusals WHERE case_id = ? AND person_id = ?',
      caseId,
      personId,
    )
    if (recused === undefined) throw new FashenError('not-found', { subject: 'recusal', id: personId })
    // the row only says who is kept out now; what was said, by whom and when stays in the chain, here once more
    context.act({ act: 'case.takeBackRecusal', subject: `case/${caseId}`, content: { personId, reason, recused } }, (writer) => {
      writer.run('DELETE FROM recusals WHERE case_id = ? AND person_id = ?', caseId, personId)
      changeCase(writer, record, {}, context.instant())
    })
    context.emit({ kind: 'changed', subject: 'case', id: caseId })
    return null
  },

  'assignment.clearNamesake': (context, { caseId, personId, reason }) => {
    const { reader } = context
    const record = requireCase(reader, caseId)
    requirePresiding(context, record, 'clearNamesake')
    requirePerson(context, personId)
    if (handlingPartOf(reader, record, personId) !== 'name') throw new FashenError('not-a-namesake', {})
    const content = { personId, handlers: namesakesOf(reader, record, personId), reason }
    context.act({ act: CLEAR_NAMESAKE, subject: `case/${caseId}`, content }, (writer) => changeCase(writer, record, {}, context.instant()))
    context.emit({ kind: 'changed', subject: 'case', id: caseId })
    return null
  },
}
