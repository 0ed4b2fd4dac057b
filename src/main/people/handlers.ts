/** People and their roles, kept by the administrator. */
import { v7 as uuidv7 } from 'uuid'
import { FashenError } from '../../shared/errors/errors.ts'
import type { peopleContract, Person, PersonFields } from '../../shared/people/contract.ts'
import { personIdSchema, type PersonId } from '../../shared/values/values.ts'
import { openCasesOf } from '../cases/case-list.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { requireHappened } from '../followup/given-days.ts'
import type { Writer } from '../store/database.ts'
import { allPeople, findLogin, findPerson, insertPerson, updatePerson } from './people.ts'
import { hidePassword } from './password.ts'
import { sessionHandlers } from './session-handlers.ts'

export const peopleHandlers: Handlers<typeof peopleContract> = {
  ...sessionHandlers,

  'people.list': ({ reader }) => allPeople(reader),

  'people.add': async (context, { person: fields, password }) => {
    requireHappened(context, 'people.add', { reviewSince: fields.reviewSince })
    requireFreeLogin(context, fields.login, null)
    const id = personIdSchema.parse(uuidv7())
    const hidden = await hidePassword(id, password)
    context.act({ act: 'person.add', subject: `person/${id}`, content: fields }, (writer) => {
      insertPerson(writer, { id, fields, password: hidden, at: context.instant() })
    })
    return changed(context, id)
  },

  'people.update': (context, { personId, expectedVersion, person: fields }) => {
    const before = requirePerson(context, personId, expectedVersion)
    requireHappened(context, 'people.update', { reviewSince: fields.reviewSince })
    requireFreeLogin(context, fields.login, personId)
    const content = { before: fieldsOf(before), after: fields }
    context.act({ act: 'person.update', subject: `person/${personId}`, content }, (writer) => {
      updatePerson(writer, personId, fields)
      requireAdministrator(writer)
    })
    return changed(context, personId)
  },

  'people.setActive': (context, { personId, expectedVersion, active }) => {
    requirePerson(context, personId, expectedVersion)
    context.act({ act: active ? 'person.activate' : 'person.deactivate', subject: `person/${personId}`, content: {} }, (writer) => {
      writer.run('UPDATE people SET active = ?, version = version + 1 WHERE id = ?', active ? 1 : 0, personId)
      requireAdministrator(writer)
    })
    if (!active) context.endSessions(personId, 'all')
    return { ...changed(context, personId), openCases: openCasesOf(context.reader, personId) }
  },

  'people.resetPassword': async (context, { personId, password }) => {
    requirePerson(context, personId, null)
    const hidden = await hidePassword(personId, password)
    context.act({ act: 'person.resetPassword', subject: `person/${personId}`, content: {} }, (writer) => {
      writer.run(
        'UPDATE people SET password = ?, failed_attempts = 0, locked_until = NULL WHERE id = ?',
        JSON.stringify(hidden),
        personId,
      )
    })
    // whoever sits there with the old password, or found the window open, must know the new one
    context.endSessions(personId, 'all')
    return null
  },
}

/** All that a form keeps of a person: what is added to people later is in the trail without being named here. */
function fieldsOf({ id: _id, active: _active, version: _version, createdAt: _at, ...fields }: Person): PersonFields {
  return fields
}

function changed(context: CallContext, id: PersonId): Person {
  context.emit({ kind: 'changed', subject: 'people', id })
  const person = findPerson(context.reader, id)
  if (person === undefined) throw new FashenError('not-found', { subject: 'person', id })
  return person
}

function requirePerson(context: CallContext, id: PersonId, expectedVersion: number | null): Person {
  const person = findPerson(context.reader, id)
  if (person === undefined) throw new FashenError('not-found', { subject: 'person', id })
  if (expectedVersion !== null && person.version !== expectedVersion) {
    throw new FashenError('conflict', { subject: 'person', id, expected: expectedVersion, actual: person.version })
  }
  return person
}

function requireFreeLogin(context: CallContext, login: string, owner: PersonId | null): void {
  const holder = findLogin(context.reader, 'login', login)
  if (holder !== undefined && holder.id !== owner) throw new FashenError('login-taken', { login })
}

/** Asked inside the transaction, so that a refused change leaves nothing behind. */
function requireAdministrator(writer: Writer): void {
  if (!allPeople(writer).some((person) => person.active && person.roles.includes('admin'))) {
    throw new FashenError('last-administrator', {})
  }
}
