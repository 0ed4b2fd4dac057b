/** Cases: register, change, list, look into, withdraw. */
import { v7 as uuidv7 } from 'uuid'
import { FashenError } from '../../shared/errors/errors.ts'
import type { CaseFields } from '../../shared/cases/case.ts'
import type { casesContract } from '../../shared/cases/contract.ts'
import { apply, relationsOf } from '../../shared/cases/state-machine.ts'
import { UNREGISTERED, type CaseState } from '../../shared/cases/state-machine-terms.ts'
import { caseIdSchema } from '../../shared/values/values.ts'
import { entriesAbout } from '../audit/chain.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { findPerson } from '../people/people.ts'
import { caseDetail } from './case-detail.ts'
import { actorOf, refusalError, requirePermission } from './case-flow.ts'
import { countCases, listCases } from './case-list.ts'
import { changeCase, insertCase, requireCase, updateCaseFields, type CaseRecord } from './case-record.ts'

/** What was registered may change until the review has begun; from then on the opinion rests on it. */
const EDITABLE: readonly CaseState[] = ['received', 'returned']

export const casesHandlers: Handlers<typeof casesContract> = {
  'cases.list': ({ reader }, input) => listCases(reader, input),

  'cases.counts': ({ reader, person, today }) => countCases(reader, today(), person.id),

  'cases.get': (context, { caseId }) => caseDetail(context, requireCase(context.reader, caseId)),

  'cases.register': (context, { fields }) => {
    const { person, reader } = context
    requireKnownHandlers(context, fields)
    const handlers = fields.handlers.flatMap(({ personId }) => (personId === null ? [] : [personId]))
    const actor = { roles: person.roles, relations: relationsOf(person.id, handlers, null, []) }
    const outcome = apply(UNREGISTERED, 'register', actor, new Set())
    if (!outcome.ok) throw refusalError(outcome.refusal, 'register', UNREGISTERED)
    const id = caseIdSchema.parse(uuidv7())
    context.act({ act: outcome.audit, subject: `case/${id}`, content: fields }, (writer) => {
      insertCase(writer, { id, fields, state: outcome.next as CaseState, createdBy: person.id, at: context.instant() })
    })
    context.emit({ kind: 'changed', subject: 'cases' })
    return { caseId: requireCase(reader, id).id }
  },

  'cases.update': (context, { caseId, expectedVersion, fields }) => {
    const record = requireCase(context.reader, caseId)
    requireVersion(record, expectedVersion)
    if (!EDITABLE.includes(record.state)) throw new FashenError('case-not-editable', { state: record.state })
    requirePart(context, record)
    requireKnownHandlers(context, fields)
    context.act({ act: 'case.update', subject: `case/${caseId}`, content: { before: record.fields, after: fields } }, (writer) => {
      updateCaseFields(writer, record, fields, context.instant())
      writer.run('UPDATE rounds SET submitted_on = ? WHERE case_id = ? AND round = ?', fields.receivedOn, caseId, record.round)
    })
    context.emit({ kind: 'changed', subject: 'case', id: caseId })
    return { version: requireCase(context.reader, caseId).version }
  },

  'cases.withdraw': (context, { caseId, reason }) => {
    const record = requireCase(context.reader, caseId)
    const { next, audit } = requirePermission(context.reader, context.person, record, 'withdraw', ['reasonGiven'])
    context.act({ act: audit, subject: `case/${caseId}`, content: { reason } }, (writer) => {
      changeCase(writer, record, { state: next, due: null }, context.instant())
    })
    context.emit({ kind: 'changed', subject: 'case', id: caseId })
    return null
  },

  'cases.history': ({ reader }, { caseId }) => entriesAbout(reader, `case/${requireCase(reader, caseId).id}`),
}

function requireVersion(record: CaseRecord, expected: number): void {
  if (record.version !== expected) {
    throw new FashenError('conflict', { subject: 'case', id: record.id, expected, actual: record.version })
  }
}

/** A handler changes the cases they handle; the review desk records what the papers say. */
function requirePart(context: CallContext, record: CaseRecord): void {
  const { roles, relations } = actorOf(context.reader, context.person, record)
  if (roles.includes('reviewer') || roles.includes('head') || relations.includes('handlerOfCase')) return
  throw new FashenError('not-your-part', { action: 'register', needs: ['handlerOfCase'] })
}

function requireKnownHandlers(context: CallContext, fields: CaseFields): void {
  for (const { personId } of fields.handlers) {
    if (personId !== null && findPerson(context.reader, personId) === undefined) {
      throw new FashenError('not-found', { subject: 'person', id: personId })
    }
  }
}
