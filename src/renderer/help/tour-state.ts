/** Whether the tour of the window (界面介绍) is going on; asked for from Home and from the help. */
import { useSyncExternalStore } from 'react'

let running = false
const listeners = new Set<() => void>()

function become(next: boolean): void {
  running = next
  for (const listener of listeners) listener()
}

export const startTour = (): void => become(true)
export const endTour = (): void => become(false)

export function useTourRunning(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => running,
  )
}
