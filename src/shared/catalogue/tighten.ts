/** What counts as tightening a row, field by field. Anything that is not here, or goes the other way, is refused. */
import { broken } from './broken.ts'
import type { OverlayOperation } from './overlay.ts'
import type { MajorTrigger, MaterialKind, Question, ReviewLimitRow } from './schema.ts'

type Tighten = Extract<OverlayOperation, { operation: 'tighten' }>
type Fields = Readonly<Record<string, unknown>>
/** True where going from `old` to `next` is at least as strict. `row` is the row before, `set` all that is changed. */
type Stricter = (old: unknown, next: unknown, row: Fields, set: Fields) => boolean

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : [])
const widens: Stricter = (old, next) => list(old).every((one) => list(next).includes(one))
const narrows: Stricter = (old, next) => list(next).length > 0 && list(next).every((one) => list(old).includes(one))
/** Circumstances of which one suffices: more of them, or none at all (= always), reach more cases. */
const reachesMore: Stricter = (old, next, row, set) =>
  list(next).length === 0 || (list(old).length > 0 && widens(old, next, row, set))
const rises =
  (order: readonly string[]): Stricter =>
  (old, next) =>
    order.includes(String(next)) && order.indexOf(String(next)) >= order.indexOf(String(old))
const becomes =
  (wanted: boolean): Stricter =>
  (old, next) =>
    next === old || next === wanted

/** Comparable length of a term; null, a term that is not set, is the longest. */
function length(days: unknown, unit: unknown): number {
  if (typeof days !== 'number') return Number.POSITIVE_INFINITY
  return unit === 'workingDay' ? (days * 7) / 5 : days
}

/** Days and unit are judged together, whichever of the two is changed; a field set to null is changed too. */
const shorter: Stricter = (_old, _next, row, set) => {
  const { days, unit } = { ...row, ...set } as Fields
  return length(days, unit) <= length(row['days'], row['unit'])
}

function extensionLength(extension: unknown): number {
  if (extension === null || typeof extension !== 'object') return 0
  const { days, unit } = extension as Fields
  return length(days, unit)
}

const shorterExtension: Stricter = (old, next) => extensionLength(next) <= extensionLength(old)
const lower: Stricter = (old, next) => typeof old === 'number' && typeof next === 'number' && next <= old

/** The fields of each subject that can be tightened. */
const RULES: {
  readonly questions: Partial<Record<keyof Question, Stricter>>
  readonly majorTriggers: Partial<Record<MajorTriggerField, Stricter>>
  readonly materials: Partial<Record<keyof MaterialKind, Stricter>>
  readonly reviewLimits: Partial<Record<keyof ReviewLimitRow, Stricter>>
} = {
  questions: {
    severity: rises(['A', 'C', 'F']),
    actionKinds: widens,
    onlyWhen: reachesMore,
    mayNotApply: becomes(false),
  },
  majorTriggers: {
    threshold: lower,
    inclusive: becomes(true),
    addedUp: becomes(true),
    actionKinds: widens,
    effectKinds: widens,
    allOf: narrows,
    consequence: rises(['hearingLine', 'major']),
  },
  materials: {
    need: rises(['optional', 'conditional', 'required']),
    onlyWhen: reachesMore,
    actionKinds: widens,
  },
  reviewLimits: {
    days: shorter,
    unit: shorter,
    extension: shorterExtension,
    supplementExcluded: becomes(false),
  },
}
type MajorTriggerField = MajorTrigger extends infer One ? (One extends unknown ? keyof One : never) : never

/**
 * The row as the overlay tightens it, not yet parsed: new fields, the overlay's basis before the row's own, and the
 * overlay's source and mark of verification. Throws `catalogue-broken` for a loosening or an unknown field.
 */
export function tightened(
  overlay: string,
  subject: Tighten['subject'],
  row: object & { readonly id: string },
  { set, basis, source, verified }: Tighten,
): Fields {
  const rules = RULES[subject] as Readonly<Record<string, Stricter | undefined>>
  const before = row as unknown as Fields
  for (const [field, next] of Object.entries(set)) {
    const stricter = rules[field]
    if (stricter === undefined || !(field in before)) throw broken(overlay, row.id, field, 'overlay-field')
    if (!stricter(before[field], next, before, set)) throw broken(overlay, row.id, field, 'overlay-loosens')
  }
  const { noBasisBecause: _replaced, ...kept } = before
  return { ...kept, ...set, basis: [...basis, ...list(before['basis'])], source, verified }
}
