/**
 * A series without gaps (连续编号): each serial is given once, in order, per agency and year; a number that is not used
 * stays in the register as void (作废) with the reason.
 */

export interface SeriesEntry {
  readonly serial: number
  /** `reserved`: taken by an opinion that is not issued yet. */
  readonly state: 'reserved' | 'issued' | 'void'
  /** Why it is void; null otherwise. */
  readonly reason: string | null
}

export interface SeriesFaults {
  /** Runs of missing serials, both ends included. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[]
  readonly duplicates: readonly number[]
  /** Serials that are void without a reason. */
  readonly voidWithoutReason: readonly number[]
}

export type SeriesChange =
  | { readonly ok: true; readonly entries: readonly SeriesEntry[] }
  | { readonly ok: false; readonly problem: 'notReserved' | 'noReason' }

/** The serial to give next: one more than the highest that was ever given, void or not. 1 in an empty series. */
export function nextSerial(existing: readonly SeriesEntry[]): number {
  return existing.reduce((highest, { serial }) => Math.max(highest, serial), 0) + 1
}

/** The series with the next serial reserved. */
export function reserveNext(existing: readonly SeriesEntry[]): readonly SeriesEntry[] {
  return [...existing, { serial: nextSerial(existing), state: 'reserved', reason: null }]
}

/** The series with a reserved serial issued. An issued or void one never changes. */
export function issueSerial(existing: readonly SeriesEntry[], serial: number): SeriesChange {
  return replaceReserved(existing, { serial, state: 'issued', reason: null })
}

/** The series with a reserved serial void. The number is kept and never given again. */
export function voidSerial(existing: readonly SeriesEntry[], serial: number, reason: string): SeriesChange {
  if (reason.trim() === '') return { ok: false, problem: 'noReason' }
  return replaceReserved(existing, { serial, state: 'void', reason: reason.trim() })
}

function replaceReserved(existing: readonly SeriesEntry[], entry: SeriesEntry): SeriesChange {
  if (!existing.some(({ serial, state }) => serial === entry.serial && state === 'reserved')) {
    return { ok: false, problem: 'notReserved' }
  }
  return { ok: true, entries: existing.map((one) => (one.serial === entry.serial ? entry : one)) }
}

/** What is wrong with a register: every list is empty for a sound one. Entries may come in any order. */
export function checkSeries(entries: readonly SeriesEntry[]): SeriesFaults {
  const serials = entries.map(({ serial }) => serial).sort((one, other) => one - other)
  const gaps: { from: number; to: number }[] = []
  const duplicates = new Set<number>()
  let previous = 0
  for (const serial of serials) {
    if (serial === previous) duplicates.add(serial)
    if (serial > previous + 1) gaps.push({ from: previous + 1, to: serial - 1 })
    previous = serial
  }
  const voidWithoutReason = entries
    .filter(({ state, reason }) => state === 'void' && (reason === null || reason.trim() === ''))
    .map(({ serial }) => serial)
    .sort((one, other) => one - other)
  return { gaps, duplicates: [...duplicates], voidWithoutReason }
}
