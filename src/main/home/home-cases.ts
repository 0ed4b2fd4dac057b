/** The cases that Home shows, each with its light, the clock behind it, and whose desk it lies on. */
import { EMPTY_CASE_FILTER, type CaseFilter, type CaseSorting } from '../../shared/cases/case-filter.ts'
import type { CaseRow } from '../../shared/cases/case.ts'
import type { StatutoryCalendar } from '../../shared/deadlines/calendar.ts'
import type { HomeCase } from '../../shared/home/contract.ts'
import { deskOf } from '../../shared/home/desks.ts'
import type { HomeFilter } from '../../shared/home/home-filter.ts'
import { lightOf, runningClock, timeLeft, type LightDays, type TimeLeft } from '../../shared/home/lights.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import { firstCases } from '../cases/case-list.ts'
import type { Reader } from '../store/database.ts'

const BY_DUE: CaseSorting = { by: 'dueOn', descending: false }
const NEWEST: CaseSorting = { by: 'updatedAt', descending: true }

/** The filter as the list takes it. */
export function listFilter(filter: HomeFilter): CaseFilter {
  return { ...EMPTY_CASE_FILTER, ...filter, states: [...(filter.states ?? [])] }
}

export interface Wanted {
  readonly filter: HomeFilter
  /** How many cases are under it. */
  readonly count: number
  readonly size: number
}

/** The first `size` cases under the filter, the earliest due first; what is issued has no due day, the latest first. */
export function homeCases(reader: Reader, calendar: StatutoryCalendar, days: LightDays, { filter, count, size }: Wanted): HomeCase[] {
  if (count === 0) return []
  const sort = filter.issuedFrom === undefined ? BY_DUE : NEWEST
  return firstCases(reader, { filter: listFilter(filter), sort }, size, count).map((row) => homeCase(reader, calendar, days, row))
}

/** Working days to days far off are counted day by day, and many cases are due on the same: once a day is enough. */
const counted = new WeakMap<StatutoryCalendar, { readonly today: IsoDate; readonly byDue: Map<IsoDate, TimeLeft> }>()

function timeLeftOnce(calendar: StatutoryCalendar, today: IsoDate, dueOn: IsoDate): TimeLeft {
  const kept = counted.get(calendar)
  const { byDue } = kept?.today === today ? kept : { byDue: new Map<IsoDate, TimeLeft>() }
  const left = byDue.get(dueOn) ?? timeLeft(calendar, today, dueOn)
  byDue.set(dueOn, left)
  counted.set(calendar, { today, byDue })
  return left
}

function homeCase(reader: Reader, calendar: StatutoryCalendar, days: LightDays, row: CaseRow): HomeCase {
  const { dueOn, state } = row
  const due = dueOn === null ? null : { ...timeLeftOnce(calendar, days.today, dueOn), light: lightOf(days, dueOn), clock: runningClock(state) }
  return { row, due, desk: deskOf(state, state === 'approved' && isSigning(reader, row)) }
}

/** The reviewer has signed; the head has not. */
function isSigning(reader: Reader, { id, round }: CaseRow): boolean {
  return reader.get<{ signatures: string }>('SELECT signatures FROM opinions WHERE case_id = ? AND round = ?', id, round)?.signatures.startsWith('[{') ?? false
}
