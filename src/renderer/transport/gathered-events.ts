/**
 * Events of the core on their way to what is remembered. Those of reading come by the dozen while a file is taken in; they
 * are gathered for a moment, so that what is shown is asked again a few times and not for every paper.
 */
import type { CoreEvent } from '../../shared/contract/reply.ts'

/** Milliseconds for which events of reading wait for each other. */
export const GATHERED_FOR = 400

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
      if (event.subject !== 'reading') {
        pass([event])
        return
      }
      waiting.set(event.id ?? '', event)
      timer ??= setTimeout(passOn, GATHERED_FOR)
    },
    stop: () => clearTimeout(timer),
  }
}
