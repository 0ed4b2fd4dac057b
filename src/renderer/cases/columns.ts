/** Which columns a person sees, in which order and how wide. Pure, but for the hook at the end. */
import { useCallback, useMemo } from 'react'
import { CASE_COLUMNS, USUAL_COLUMNS, type CaseColumn } from '../../shared/cases/case-columns.ts'
import type { Preference } from '../../shared/preferences/preferences.ts'
import { useKeepPreference, usePreference } from '../preferences/preferences.ts'

export type ColumnChoice = Preference<'cases.columns'>[number]

/** Least width in rem, and the share of what is left over; 0 keeps the column as it is. */
const ROOM: Record<CaseColumn, readonly [least: number, share: number]> = {
  title: [14, 2.4],
  party: [9, 1.5],
  unit: [9, 1.3],
  state: [8.2, 0],
  round: [3.8, 0],
  received: [7.2, 0],
  due: [7.6, 0.9],
  reviewer: [5.4, 0],
  amount: [7.6, 0],
  number: [8.5, 1],
  caseNumber: [8.5, 1],
  fileNumber: [8.5, 1],
  kinds: [7, 0.8],
  updated: [7.2, 0],
}
/** English state names and heads are longer. */
const ROOM_ENGLISH: Partial<Record<CaseColumn, readonly [number, number]>> = {
  title: [12, 2.4],
  party: [8.5, 1.5],
  unit: [10.8, 1.3],
  state: [12.8, 0],
  round: [4.8, 0],
  received: [7.4, 0],
  due: [10.2, 0.6],
  reviewer: [6.4, 0],
  amount: [8, 0],
  updated: [8.4, 0],
}

const usual = (column: CaseColumn): ColumnChoice => ({ column, shown: USUAL_COLUMNS.includes(column), width: null })

/** Every column once: as kept, then those that a newer program has. */
export function arranged(kept: readonly ColumnChoice[] | undefined): readonly ColumnChoice[] {
  const known = new Map((kept ?? []).map((one) => [one.column, one]))
  const missing = CASE_COLUMNS.filter((column) => !known.has(column)).map((column) =>
    kept === undefined ? usual(column) : { column, shown: false, width: null },
  )
  return [...known.values(), ...missing]
}

export function moved(columns: readonly ColumnChoice[], column: CaseColumn, by: 1 | -1): readonly ColumnChoice[] {
  const from = columns.findIndex((one) => one.column === column)
  const to = from + by
  const [one, other] = [columns[from], columns[to]]
  return one === undefined || other === undefined ? columns : columns.with(from, other).with(to, one)
}

export function changed(columns: readonly ColumnChoice[], column: CaseColumn, change: Partial<ColumnChoice>): readonly ColumnChoice[] {
  return columns.map((one) => (one.column === column ? { ...one, ...change } : one))
}

const TICK_WIDTH = 2.4

/** The grid of a row, and how wide it is at least, in rem. */
export function gridOf(shown: readonly ColumnChoice[], english: boolean): { readonly template: string; readonly least: number } {
  let least = TICK_WIDTH
  const parts = shown.map(({ column, width }) => {
    const [room, share] = (english ? ROOM_ENGLISH[column] : undefined) ?? ROOM[column]
    least += width ?? room
    if (width !== null) return `${width}rem`
    return share === 0 ? `${room}rem` : `minmax(${room}rem, ${share}fr)`
  })
  // where every width is fixed, the rest of the row stays empty
  const filler = shown.some(({ column, width }) => width === null && ROOM[column][1] > 0) ? '' : ' minmax(0, 1fr)'
  return { template: `${TICK_WIDTH}rem ${parts.join(' ')}${filler}`, least }
}

export interface Columns {
  readonly all: readonly ColumnChoice[]
  readonly shown: readonly ColumnChoice[]
  readonly keep: (columns: readonly ColumnChoice[] | undefined) => void
}

/** The person’s columns, or the usual ones. */
export function useColumns(): Columns {
  const kept = usePreference('cases.columns')
  const keepPreference = useKeepPreference()
  const all = useMemo(() => arranged(kept === undefined || kept.length === 0 ? undefined : kept), [kept])
  const shown = useMemo(() => all.filter((one) => one.shown), [all])
  // an empty list is what a person has who wants the usual ones
  const keep = useCallback((columns: readonly ColumnChoice[] | undefined) => keepPreference('cases.columns', [...(columns ?? [])]), [keepPreference])
  return { all, shown, keep }
}
