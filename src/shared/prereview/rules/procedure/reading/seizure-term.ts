/** The term of a seizure (查封、扣押期限) as the file counts it: the first term, its extension, testing that was told. */
import { daysBetween, shiftDays } from '../../../../deadlines/day-arithmetic.ts'
import { addCalendarDays, type Deadline } from '../../../../deadlines/periods.ts'
import type { CaseFile } from '../../../case-file.ts'
import { testingSpans, type Seizure } from './seizure.ts'
import { periodOf } from './statutory-period.ts'
import type { PeriodRow } from '../../../../catalogue/periods.ts'

export interface SeizureTerm {
  readonly first: number
  /** First term and extensions together, with the testing that was told. */
  readonly allowed: number
  readonly testing: number
  readonly until: ReturnType<typeof shiftDays>
  /** The last day that can still be defended, moved off a holiday. */
  readonly due: ReturnType<typeof shiftDays>
  readonly verified: boolean
  readonly row: PeriodRow
  readonly deadline: Deadline
}

export function seizureTermOf(file: CaseFile, seizure: Seizure): SeizureTerm | null {
  const row = periodOf(file, 'seizure', seizure.start.day)
  if (row === null) return null
  const extension = seizure.extensions.length > 0 ? (row.extensions[0]?.length ?? 0) : 0
  const testing = testingSpans(file).reduce((sum, { from, to }) => sum + Math.max(0, daysBetween(from, to) + 1), 0)
  const allowed = row.length + extension + testing
  const deadline = addCalendarDays(file.calendar, seizure.start.day, allowed, 'compulsion')
  return {
    first: row.length,
    allowed,
    testing,
    until: shiftDays(seizure.start.day, allowed),
    due: deadline.due,
    verified: row.verified,
    row,
    deadline,
  }
}
