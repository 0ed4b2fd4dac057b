/**
 * The place that the window shows: that of its address, but that a case comes when what it is drawn from is there. Until then
 * the screen that it is opened from stays: a picture of nothing in between would only take the time in which the answers come.
 */
import { useMemo, useSyncExternalStore } from 'react'
import type { BaseLocationHook } from 'wouter'
import { navigate } from 'wouter/use-hash-location'
import { useBeginOpening, type BeginOpening } from '../workspace/opening-ahead.ts'

/** Longest that the screen before stays, in milliseconds. */
const LONGEST = 120

const CASE = /^\/cases\/(?!new$)([^/?#]+)$/

/** The case whose work is shown at a place, not its form or one of its questions. */
export const caseShownAt = (place: string): string | undefined => CASE.exec(place)?.[1]

const addressed = (): string => `/${location.hash.replace(/^#?\/?/, '')}`

interface ShownPlace {
  readonly shown: () => string
  readonly subscribe: (changed: () => void) => () => void
}

/** From one case to another nothing waits: a key that is meant for the next one must not be heard by the one before. */
export function shownPlace(beginOpening: BeginOpening): ShownPlace {
  let place = addressed()
  const listeners = new Set<() => void>()
  const show = (next: string): void => {
    if (place === next) return
    place = next
    for (const changed of listeners) changed()
  }
  const follow = (): void => {
    const next = addressed()
    const caseId = caseShownAt(next)
    const ready = caseId === undefined || next === place ? undefined : beginOpening(caseId)
    if (ready === undefined || caseShownAt(place) !== undefined) return show(next)
    const showIfStill = (): void => {
      if (addressed() === next) show(next)
    }
    const timer = setTimeout(showIfStill, LONGEST)
    void ready.then(showIfStill, showIfStill).finally(() => clearTimeout(timer))
  }
  return {
    shown: () => place,
    subscribe: (changed) => {
      if (listeners.size === 0) {
        place = addressed()
        window.addEventListener('hashchange', follow)
      }
      listeners.add(changed)
      return () => {
        listeners.delete(changed)
        if (listeners.size === 0) window.removeEventListener('hashchange', follow)
      }
    },
  }
}

function locationHook({ shown, subscribe }: ShownPlace): BaseLocationHook {
  const useShownPlace: BaseLocationHook = () => [useSyncExternalStore(subscribe, shown), navigate]
  useShownPlace.hrefs = (href) => `#${href}`
  return useShownPlace
}

/** For the router. */
export function useCaseLocation(): BaseLocationHook {
  const beginOpening = useBeginOpening()
  return useMemo(() => locationHook(shownPlace(beginOpening)), [beginOpening])
}
