/** A call of somebody at a station, for handlers that a test names itself: what `dispatch` gives them, and what they told others. */
import type { CoreEvent } from '../../src/shared/contract/reply.ts'
import type { CallContext } from '../../src/main/core/handler.ts'
import type { TestStation } from './test-station.ts'

export function contextOf({ workstation, as }: TestStation, login: string): { readonly context: CallContext; readonly told: CoreEvent[] } {
  const { workbench } = workstation
  const { person, caller } = as(login)
  const told: CoreEvent[] = []
  const none = (): void => undefined
  const context: CallContext = {
    ...workbench,
    caller,
    person,
    act: (act, work) => workbench.actAs(person.id, act, work),
    emit: (event) => void told.push(event),
    signIn: none,
    signOut: none,
    endSessions: none,
  }
  return { context, told }
}
