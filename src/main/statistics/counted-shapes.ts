/** Shapes (unit, reviewer, kinds of act, type of opinion): what cases and reviews have in common. There are few, and one never changes. */
import type { ActionKind, OpinionTypeCode } from '../../shared/catalogue/vocabulary.ts'
import type { StatisticsQuery } from '../../shared/statistics/contract.ts'
import type { PersonId } from '../../shared/values/values.ts'
import type { Reader } from '../store/database.ts'

export interface CountedShape {
  readonly id: number
  readonly unit: string
  /** Of a case that has none: empty. */
  readonly reviewerId: PersonId
  readonly kinds: readonly ActionKind[]
  /** Of a case, of which no opinion is told: empty. */
  readonly type: OpinionTypeCode
}

/** By store, so that a closed station keeps nothing here. By id. */
const kept = new WeakMap<Reader, CountedShape[]>()

/** All shapes by id; those that came since are read. */
export function countedShapes(reader: Reader): readonly CountedShape[] {
  const shapes = kept.get(reader) ?? []
  kept.set(reader, shapes)
  const rows = reader.all<Omit<CountedShape, 'kinds'> & { readonly kinds: string }>(
    'SELECT id, unit, reviewer_id AS reviewerId, kinds, type FROM counted_shapes WHERE id >= ? ORDER BY id',
    shapes.length,
  )
  for (const row of rows) shapes[row.id] = { ...row, kinds: JSON.parse(row.kinds) as ActionKind[] }
  return shapes
}

type Narrowed = Pick<StatisticsQuery, 'unit' | 'kind' | 'reviewerId'>

export function isAsked({ unit, kind, reviewerId }: Narrowed, shape: Pick<CountedShape, 'unit' | 'kinds' | 'reviewerId'>): boolean {
  return (unit === null || shape.unit === unit) && (kind === null || shape.kinds.includes(kind)) && (reviewerId === null || shape.reviewerId === reviewerId)
}
