/** Signing in and out. Wrong passwords are counted; five in a row close the account for a quarter of an hour. */
import { v4 as uuid } from 'uuid'
import { FashenError } from '../../shared/errors/errors.ts'
import type { peopleContract } from '../../shared/people/contract.ts'
import { isoInstant } from '../../shared/values/values.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { allPeople, findLogin, signedInPerson, type LoginRow } from './people.ts'
import { hidePassword, matchesPassword } from './password.ts'

export const ATTEMPTS = 5
export const LOCK_MINUTES = 15

type SessionContract = Pick<
  typeof peopleContract,
  'session.people' | 'session.signIn' | 'session.signOut' | 'session.current' | 'session.changePassword'
>

export const sessionHandlers: Handlers<SessionContract> = {
  'session.people': ({ reader }) =>
    allPeople(reader)
      .filter((person) => person.active)
      .map(({ login, name, roles }) => ({ login, name, roles })),

  'session.signIn': async (context, { login, password }) => {
    const found = findLogin(context.reader, 'login', login)
    await requirePassword(context, found, password)
    const person = found === undefined ? undefined : signedInPerson(context.reader, found.id)
    if (person === undefined) throw new FashenError('wrong-password', { remaining: 0 })
    context.actAs(person.id, { act: 'session.signIn', subject: `person/${person.id}`, content: {} }, (writer) => {
      writer.run('UPDATE people SET failed_attempts = 0, locked_until = NULL WHERE id = ?', person.id)
    })
    context.signIn(person)
    return person
  },

  'session.signOut': (context) => {
    const { id } = context.person
    context.act({ act: 'session.signOut', subject: `person/${id}`, content: {} }, () => null)
    context.signOut()
    return null
  },

  'session.current': (context) => {
    try {
      return context.person
    } catch (error) {
      if (FashenError.is(error, 'not-signed-in')) return null
      throw error
    }
  },

  'session.changePassword': async (context, { current, next }) => {
    const { id } = context.person
    await requirePassword(context, findLogin(context.reader, 'id', id), current)
    const hidden = await hidePassword(id, next)
    context.act({ act: 'session.changePassword', subject: `person/${id}`, content: {} }, (writer) => {
      writer.run('UPDATE people SET password = ?, failed_attempts = 0 WHERE id = ?', JSON.stringify(hidden), id)
    })
    context.endSessions(id, 'others')
    return null
  },
}

/** Somebody to spend the same time on when the login is unknown, so that timing does not tell who exists. */
let nobody: Promise<LoginRow> | undefined
function unknownLogin(): Promise<LoginRow> {
  nobody ??= hidePassword('nobody', uuid()).then((password) => ({
    id: 'nobody' as LoginRow['id'],
    active: false,
    password,
    failedAttempts: 0,
    lockedUntil: null,
  }))
  return nobody
}

async function requirePassword(context: CallContext, found: LoginRow | undefined, password: string): Promise<void> {
  const row = found ?? (await unknownLogin())
  const now = context.now()
  if (row.lockedUntil !== null && row.lockedUntil > now.toISOString()) throw new FashenError('account-locked', { until: row.lockedUntil })
  const matches = await matchesPassword(row.id, password, row.password)
  if (matches && row.active) return
  const failed = row.failedAttempts + 1
  const until = failed >= ATTEMPTS ? isoInstant(new Date(now.getTime() + LOCK_MINUTES * 60_000)) : null
  if (found !== undefined) countFailure(context, found, failed, until)
  throw until === null ? new FashenError('wrong-password', { remaining: ATTEMPTS - failed }) : new FashenError('account-locked', { until })
}

/** A single slip is only counted; a lock is an act, because somebody may have been trying. */
function countFailure(context: CallContext, row: LoginRow, failed: number, until: string | null): void {
  if (until === null) {
    context.withoutAudit('session.signIn', (writer) => writer.run('UPDATE people SET failed_attempts = ? WHERE id = ?', failed, row.id))
    return
  }
  context.actAs('system', { act: 'session.lock', subject: `person/${row.id}`, content: { until } }, (writer) => {
    writer.run('UPDATE people SET failed_attempts = 0, locked_until = ? WHERE id = ?', until, row.id)
  })
}
