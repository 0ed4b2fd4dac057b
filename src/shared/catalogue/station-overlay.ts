/** The overlays that an agency keeps in its own station: versions, what is wrong with one, and what one would change. */
import type { CaseState } from '../cases/state-machine-terms.ts'
import type { CaseId, IsoDate, IsoInstant } from '../values/values.ts'
import type { Overlay } from './overlay.ts'
import type { OverlayChange, Subject } from './schema.ts'

export type OverlayState = 'active' | 'withdrawn'

export interface OverlayVersion {
  /** 1 for the first; rises by one with each save and with a withdrawal. */
  readonly seq: number
  readonly state: OverlayState
  readonly overlay: Overlay
  /** Why it was saved or withdrawn, in the words of who did it. */
  readonly note: string
  readonly savedBy: string
  readonly savedAt: IsoInstant
}

/**
 * Where an overlay stands today. `waiting`: begins later; `ended`: its last day has passed; `left-out`: the catalogue that
 * the program brings has changed, and this no longer fits it.
 */
export type OverlayStanding = 'inForce' | 'waiting' | 'ended' | 'withdrawn' | 'leftOut'

export interface StationOverlay {
  /** `file`: put into the program's folder; `station`: kept here and edited here. */
  readonly origin: 'file' | 'station'
  readonly overlay: Overlay
  readonly standing: OverlayStanding
  /** Why it was left out, in both languages; null otherwise. */
  readonly problem: string | null
  /** Null for one from a file. */
  readonly version: Omit<OverlayVersion, 'overlay'> | null
}

/** One thing that is wrong; `field` as a path: `operations.0.source`, or a field of the row that the operation is about. */
export interface OverlayProblem {
  /** Index of the operation; null where it is about the overlay itself. */
  readonly operation: number | null
  readonly row: string
  readonly field: string
  /** In both languages, as the catalogue's checks tell it. */
  readonly problem: string
}

/** An open case that the overlay would change. Ids of questions and triggers. */
export interface TouchedCase {
  readonly caseId: CaseId
  readonly title: string
  readonly state: CaseState
  readonly gains: readonly string[]
  readonly loses: readonly string[]
  /** Asked before and after, but stricter. */
  readonly stricter: readonly string[]
  readonly triggersGained: readonly string[]
  readonly triggersLost: readonly string[]
}

export interface OverlayEffect {
  /** The day on which it was judged: today, or the first day of the overlay. */
  readonly on: IsoDate
  readonly changes: readonly OverlayChange[]
  /** The first of them; `touched` counts all. */
  readonly cases: readonly TouchedCase[]
  readonly touched: number
  /** Cases that wait for acceptance and stay as they are. */
  readonly untouched: number
  /** Open cases under review: they keep the catalogue that they were accepted under. */
  readonly kept: number
}

export interface OverlayCheck {
  /** Null where what was given is no overlay. */
  readonly overlay: Overlay | null
  readonly problems: readonly OverlayProblem[]
  /** Null while there are problems. */
  readonly effect: OverlayEffect | null
}

/** A row as the base has it, or as an overlay left it; null: not there, or hidden. */
export interface RowStep {
  readonly overlay: string | null
  readonly version: string
  readonly operation: OverlayChange['operation'] | null
  readonly row: Readonly<Record<string, unknown>> | null
  readonly source: string
  readonly reason: string | null
}

export interface RowHistory {
  readonly subject: Subject
  readonly id: string
  readonly steps: readonly RowStep[]
  /** Open cases of this station whose review asks it (a question) or that meet it (a trigger); null for other rows. */
  readonly usedIn: number | null
}

/** A field that differs between two versions. */
export interface OverlayDifference {
  /** What the operation does to which row, such as `hide questions 7.11`; null where it is about the overlay itself. */
  readonly operation: string | null
  /** Null where the whole operation came or went. */
  readonly field: string | null
  readonly before: unknown
  readonly after: unknown
}

function operationName(operation: Overlay['operations'][number]): string {
  const id = operation.operation === 'add' ? String(Object(operation.row).id) : operation.id
  return `${operation.operation} ${operation.subject} ${id}`
}

type Fields = Readonly<Record<string, unknown>>

function differingFields(operation: string | null, before: Fields, after: Fields): OverlayDifference[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ operation, field, before: before[field], after: after[field] }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after))
}

/** The fields of an operation with those of the row that it adds or sets. */
function flat(operation: Overlay['operations'][number]): Fields {
  if (operation.operation === 'add') return Object(operation.row) as Fields
  return operation.operation === 'tighten' ? { ...operation, ...operation.set, set: undefined } : operation
}

/** What changed from one version to the next. */
export function compareOverlays(before: Overlay, after: Overlay): readonly OverlayDifference[] {
  const { operations: old, ...head } = before
  const { operations: next, ...newHead } = after
  const [was, is] = [old, next].map((operations) => new Map(operations.map((one) => [operationName(one), flat(one)] as const)))
  const names = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])]
  return [
    ...differingFields(null, head, newHead),
    ...names.flatMap((name) => {
      const [one, other] = [was?.get(name), is?.get(name)]
      return one === undefined || other === undefined ? [{ operation: name, field: null, before: one, after: other }] : differingFields(name, one, other)
    }),
  ]
}
