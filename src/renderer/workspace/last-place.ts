/**
 * Where the person was last in each case: tab, question, document and page. Kept for as long as the window is open;
 * whoever keeps it for longer listens, and puts it back before a case is opened.
 */

/** Short words and values, so that they fit a preference. */
export interface CasePlace {
  readonly tab?: string | undefined
  readonly question?: string | undefined
  /** `material/<id>` */
  readonly document?: string | undefined
  readonly page?: string | undefined
}

type Listener = (caseId: string, place: CasePlace) => void

const PLACES = new Map<string, CasePlace>()
const LISTENERS = new Set<Listener>()
const NOWHERE: CasePlace = {}

export function placeIn(caseId: string): CasePlace {
  return PLACES.get(caseId) ?? NOWHERE
}

/** Most cases are opened to go on with their review. */
export function opensInReview(caseId: string): boolean {
  return (placeIn(caseId).tab ?? 'review') === 'review'
}

export function rememberPlace(caseId: string, change: CasePlace): void {
  const before = placeIn(caseId)
  const same = (Object.keys(change) as (keyof CasePlace)[]).every((name) => before[name] === change[name])
  if (same) return
  const next = { ...before, ...change }
  PLACES.set(caseId, next)
  for (const listener of LISTENERS) listener(caseId, next)
}

/** What an earlier start kept; a place of this window is newer and stays. */
export function restorePlace(caseId: string, place: CasePlace): void {
  if (!PLACES.has(caseId)) PLACES.set(caseId, place)
}

export function onPlaceChange(listener: Listener): () => void {
  LISTENERS.add(listener)
  return () => void LISTENERS.delete(listener)
}
