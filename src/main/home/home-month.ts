/** A month on the statutory calendar, with the clocks that end in it and what came in and was issued. */
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { HomeMonth } from '../../shared/home/contract.ts'
import { scopeFilter, type HomeFilter, type Scope } from '../../shared/home/home-filter.ts'
import { daysIn, figuresOf, gridSpan, monthSpan, weeksOf, type Issue, type Month, type Span } from '../../shared/home/month.ts'
import { STATES_WITH_CLOCKS } from '../../shared/home/stages.ts'
import type { PersonId } from '../../shared/values/values.ts'
import { calendarOf } from '../deadlines/review-clock.ts'
import type { Reader } from '../store/database.ts'
import { countByDay, dayOf, issuesOf } from './case-counts.ts'
import { countDayClocks } from './day-clocks.ts'

const NOTHING: ReadonlyMap<string, number> = new Map()

function issuesIn(reader: Reader, { from, to }: Span, own: HomeFilter): Issue[] {
  return issuesOf(reader, { ...own, issuedFrom: from, issuedTo: to }).map(({ caseId, issuedAt, dueOn }) => {
    const issuedOn = dayOf(issuedAt)
    return { caseId, issuedOn, inTime: dueOn !== null && issuedOn <= dueOn }
  })
}

export interface MonthAsked {
  readonly month: Month
  readonly scope: Scope | null
  readonly personId: PersonId
}

export function homeMonth(reader: Reader, catalogue: Catalogue, { month, scope, personId }: MonthAsked): HomeMonth {
  const calendar = calendarOf(catalogue)
  const [grid, span] = [gridSpan(month), monthSpan(month)]
  const own = scope === null ? {} : scopeFilter(scope, personId)
  // a person's cases with a clock are far fewer than all of theirs
  const open: HomeFilter = own.reviewerId === undefined ? own : { ...own, states: STATES_WITH_CLOCKS }
  const due = scope === null ? NOTHING : countByDay(reader, 'due_on', grid.from, grid.to, open)
  const received = scope === null ? NOTHING : countByDay(reader, 'received_on', span.from, span.to, own)
  const others = scope === null ? NOTHING : countDayClocks(reader, { scope, personId }, grid.from, grid.to)
  const issues = scope === null ? [] : issuesIn(reader, span, own)
  return {
    month,
    scope,
    days: daysIn(grid).map((day) => ({ day, ...calendar.statusOf(day), due: due.get(day) ?? 0, others: others.get(day) ?? 0 })),
    weeks: weeksOf(month).map((week) => figuresOf(week, received, issues)),
    total: figuresOf(span, received, issues),
  }
}
