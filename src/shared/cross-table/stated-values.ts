/** What documents state of one thing, put together: equal values become one, and what most state is the usual one. */
import type { TimelinePlace } from '../timeline/case-timeline.ts'
import type { Bilingual } from '../values/values.ts'
import type { CrossCell, CrossGroup, CrossRow, CrossValue, Standing } from './cross-table.ts'

export interface StatedValue {
  readonly column: number
  readonly text: string
  readonly yuan?: number
  readonly place: TimelinePlace
  readonly certain: boolean
}

interface Gathered {
  readonly text: string
  readonly yuan: number | null
  readonly cells: CrossCell[]
}

/** One cell for each document in a value, its first place. */
function gathered(stated: readonly StatedValue[], same: (one: string, other: string) => boolean): Gathered[] {
  const values: Gathered[] = []
  for (const { text, yuan, column, place, certain } of stated) {
    let value = values.find((one) => same(one.text, text))
    if (value === undefined) {
      value = { text, yuan: yuan ?? null, cells: [] }
      values.push(value)
    }
    if (!value.cells.some((cell) => cell.column === column)) value.cells.push({ column, place, certain })
  }
  return values
}

const sureCells = ({ cells }: Gathered): number => cells.filter(({ certain }) => certain).length

/** Documents that state the usual value among others (a table of items, a sum) agree with it. */
function withoutAgreeing(values: readonly Gathered[]): Gathered[] {
  const [usual, ...others] = values
  if (usual === undefined) return []
  const agreeing = new Set(usual.cells.map(({ column }) => column))
  return [usual, ...others.map((one) => ({ ...one, cells: one.cells.filter(({ column }) => !agreeing.has(column)) })).filter(({ cells }) => cells.length > 0)]
}

function standingOf(value: Gathered, values: readonly Gathered[]): Standing {
  if (values.length === 1) return 'alone'
  const [first, second] = values
  if (first === undefined || second === undefined) return 'alone'
  // as many documents say the one as the other: neither is usual
  if (value === first && sureCells(first) > sureCells(second)) return 'usual'
  return 'differs'
}

export interface RowWish {
  readonly key: string
  readonly group: CrossGroup
  readonly label: Bilingual
  readonly stated: readonly StatedValue[]
  /** Whether two printed values are one. */
  readonly same: (one: string, other: string) => boolean
  /** A document that states several values states them together (several articles), not one of them. */
  readonly together?: boolean
  /** False where differing values are told, not compared: notices that were made twice. */
  readonly compared?: boolean
}

/** Null where nothing is stated. */
export function crossRow({ key, group, label, stated, same, together = false, compared = true }: RowWish): CrossRow | null {
  const inOrder = gathered(stated, same).toSorted((one, other) => sureCells(other) - sureCells(one) || other.cells.length - one.cells.length)
  const values = together ? inOrder : withoutAgreeing(inOrder)
  if (values.length === 0) return null
  const differs = compared && values.filter((one) => sureCells(one) > 0).length > 1
  return {
    key,
    group,
    label,
    differs,
    values: values.map(
      (value): CrossValue => ({ ...value, standing: compared ? standingOf(value, values) : 'alone', cells: value.cells.toSorted((one, other) => one.column - other.column) }),
    ),
  }
}
