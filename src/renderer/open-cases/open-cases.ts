/**
 * The cases that a person has open side by side (案件标签页), and where they were in each. Kept in their preferences, so
 * that they are there again after a restart. An open case that is not looked at costs its place here and nothing else.
 */
import { useEffect, useSyncExternalStore } from 'react'
import { MOST_OPEN_CASES, type Preference } from '../../shared/preferences/preferences.ts'
import { onPlaceChange, placeIn, restorePlace, type CasePlace } from '../workspace/last-place.ts'
import { forgetWithPerson } from '../session/forgetting.ts'

export interface OpenedCase {
  readonly caseId: string
  /** In the words of its screens: `{ tab: 'review', question: '3.8' }`. */
  readonly place: Readonly<Record<string, string>>
}

let opened: readonly OpenedCase[] = []
/** False until the kept ones were read: nothing is written over them before. */
let known = false
const listeners = new Set<() => void>()

function become(next: readonly OpenedCase[]): void {
  if (next === opened) return
  opened = next
  for (const listener of listeners) listener()
}

/** Values longer than a preference takes are left out: a place that is nearly right is still a place. */
function plain(place: CasePlace): OpenedCase['place'] {
  return Object.fromEntries(Object.entries(place).filter((one): one is [string, string] => typeof one[1] === 'string' && one[1].length <= 120))
}

export const openCases = {
  current: (): readonly OpenedCase[] => opened,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** Opens a case beside the others, or leaves it where it is. The longest open gives way where there are too many. */
  add(caseId: string): void {
    if (opened.some((one) => one.caseId === caseId)) return
    become([...opened, { caseId, place: plain(placeIn(caseId)) }].slice(-MOST_OPEN_CASES))
  },
  /** @returns the case that takes its place on the screen, if any */
  close(caseId: string): string | undefined {
    const at = opened.findIndex((one) => one.caseId === caseId)
    if (at < 0) return undefined
    become(opened.filter((one) => one.caseId !== caseId))
    return (opened[at] ?? opened.at(-1))?.caseId
  },
  /** Notes where the person is in an open case. */
  remember(caseId: string, place: CasePlace): void {
    become(opened.map((one) => (one.caseId === caseId ? { caseId, place: plain(place) } : one)))
  },
  /** What the person had open before; what was opened since stays. */
  restore(kept: Preference<'cases.open'>): void {
    if (known) return
    known = true
    const since = opened.filter((one) => !kept.some(({ caseId }) => caseId === one.caseId))
    const merged = kept.map((one) => {
      const now = opened.find(({ caseId }) => caseId === one.caseId)
      return now === undefined ? one : { caseId: one.caseId, place: { ...one.place, ...now.place } }
    })
    become([...merged, ...since].slice(-MOST_OPEN_CASES))
    for (const { caseId, place } of opened) restorePlace(caseId, place)
  },
  /** For the next person. */
  forget(): void {
    known = false
    become([])
  },
}

forgetWithPerson(openCases.forget)

onPlaceChange((caseId, place) => openCases.remember(caseId, place))

export function useOpenCases(): readonly OpenedCase[] {
  return useSyncExternalStore(openCases.subscribe, openCases.current)
}

/** The case that an address shows. */
export function caseAt(location: string): string | undefined {
  return /^\/cases\/([0-9a-f-]{36})(?:\/|$)/u.exec(location)?.[1]
}

/** Milliseconds after the last change before it is written down. */
const PAUSE = 600

/** Writes what is open, a moment after it changed. */
export function useKeepOpen(keep: (opened: readonly OpenedCase[]) => void): void {
  const now = useOpenCases()
  useEffect(() => {
    if (!known) return undefined
    const timer = setTimeout(() => keep(now), PAUSE)
    return () => clearTimeout(timer)
  }, [now, keep])
}
