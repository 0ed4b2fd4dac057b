/**
 * One call: known, allowed, well-formed, done. In this order, so that who lacks the role does not learn what the input
 * is. Every failure is data: `dispatch` never throws, and an unexpected exception leaves the core only as `internal`
 * with a reference that finds it in the log.
 */
import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { Method } from '../../shared/contract/method.ts'
import type { Reply } from '../../shared/contract/reply.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import type { CallContext } from './handler.ts'

interface Call {
  readonly name: string
  readonly input: unknown
  readonly described: Method | undefined
  readonly handler: ((context: CallContext, input: never) => unknown) | undefined
  readonly person: SignedInPerson | undefined
  readonly contextOf: (person: SignedInPerson | undefined) => CallContext
  readonly log: (line: string) => void
}

export async function answerCall(call: Call): Promise<Reply> {
  try {
    const { described, handler } = call
    if (described === undefined || handler === undefined) throw new FashenError('unknown-method', { method: call.name.slice(0, 80) })
    authorise(call.name, described, call.person)
    const input = parseInput(call.name, described, call.input)
    return { ok: true, value: await handler(call.contextOf(call.person), input as never) }
  } catch (error) {
    return { ok: false, error: asErrorJson(error, call.name, call.log) }
  }
}

/** Parses what came in. Throws `invalid-input` with the first field that is wrong. */
export function parseInput(name: string, described: Method, input: unknown): unknown {
  const parsed = described.input.safeParse(input)
  if (!parsed.success) throw new FashenError('invalid-input', { method: name, ...firstProblem(parsed.error) })
  const broken = brokenText(parsed.data, [])
  if (broken !== undefined) throw new FashenError('invalid-input', { method: name, field: broken.join('.') || '(input)', problem: 'half-character' })
  return parsed.data
}

/** Where half a character (a lone surrogate) stands: it is no text, and the record could not be written in canonical form. */
function brokenText(value: unknown, path: readonly string[]): readonly string[] | undefined {
  if (typeof value === 'string') return /\p{Surrogate}/u.test(value) ? path : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const found = brokenText(inner, [...path, key])
    if (found !== undefined) return found
  }
  return undefined
}

function firstProblem(error: z.ZodError): { field: string; problem: string } {
  const issue = error.issues[0]
  const problem = issue?.code === 'custom' ? issue.message : issue?.code
  return { field: issue?.path.join('.') || '(input)', problem: problem ?? 'invalid_type' }
}

/** Who may call at all; what a person may do in one case is the state machine's. */
export function authorise(name: string, described: Method, person: SignedInPerson | undefined): void {
  const { allowed } = described
  if (allowed === 'closed' || allowed === 'anyone') return
  if (person === undefined) throw new FashenError('not-signed-in', {})
  if (allowed === 'signedIn') return
  if (!allowed.some((role) => person.roles.includes(role))) throw new FashenError('not-allowed', { method: name, needs: [...allowed] })
}

export function asErrorJson(error: unknown, where: string, log: (line: string) => void): ReturnType<FashenError['toJson']> {
  if (error instanceof FashenError) return error.toJson()
  const reference = randomBytes(4).toString('hex')
  log(`${new Date().toISOString()} [${reference}] ${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return new FashenError('internal', { reference }).toJson()
}
