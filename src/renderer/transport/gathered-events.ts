/**
 * Events of the core on their way to what is remembered. Some come by the dozen: those of reading while a file is taken in,
 * those of answers and of the audit chain while somebody answers by the keyboard. They are gathered for a moment, so that
 * what is shown is asked again a few times and not for each; the window that caused them shows its own part at once anyway.
 */
import type { CoreEvent } from '../../shared/contract/reply.ts'

/** Milliseconds for which such events wait for each other. */
export const GATHERED_FOR = 400

const BY_THE_DOZEN: ReadonlySet<CoreEvent['subject']> = new Set(['reading', 'places', 'answers', 'audit'])

export interface GatheredEvents {
  readonly take: (event: CoreEvent) => void
  readonly stop: () => void
}

export function gatherEvents(pass: (events: readonly CoreEvent[]) => void): GatheredEvents {
  const waiting = new Map<string, CoreEvent>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const passOn = (): void => {
    timer = undefined
    const events = [...waiting.values()]
    waiting.clear()
    pass(events)
  }
  return {
    take: (event) => {
      if (!BY_THE_DOZEN.has(event.subject)) {
        pass([event])
        return
      }
      waiting.set(`${event.subject}/${event.id ?? ''}`, event)
      timer ??= setTimeout(passOn, GATHERED_FOR)
    },
    stop: () => clearTimeout(timer),
  }
}
