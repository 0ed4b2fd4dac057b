/** Home: all of its figures and first lines in one answer. */
import type { homeContract, HomeBoard, HomeQueue, HomeSummary } from '../../shared/home/contract.ts'
import { SHOWN_IN_QUEUE, SHOWN_OF_LIGHTS } from '../../shared/home/contract.ts'
import { scopeFilter, scopesOf, type Scope } from '../../shared/home/home-filter.ts'
import { lightDays, type LightDays } from '../../shared/home/lights.ts'
import { monthOf } from '../../shared/home/month.ts'
import { figuresFor, queuesFor, type QueueDefinition } from '../../shared/home/queues.ts'
import { STAGES, type Stage } from '../../shared/home/stages.ts'
import type { StatutoryCalendar } from '../../shared/deadlines/calendar.ts'
import { shiftDays } from '../../shared/deadlines/day-arithmetic.ts'
import type { Role } from '../../shared/people/roles.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { countFewStale } from '../deadlines/due-index.ts'
import { calendarOf } from '../deadlines/review-clock.ts'
import type { Reader } from '../store/database.ts'
import { countBoard } from './case-counts.ts'
import { countingOnce } from './counted-once.ts'
import { dayClocks } from './day-clocks.ts'
import { homeCases } from './home-cases.ts'
import { homeMonth } from './home-month.ts'

/** Milliseconds that Home spends on counting the clocks of cases that changed before it answers. */
const COUNTING = 40

/** Whose work it is to see all cases. */
const BOARD_ROLES: readonly Role[] = ['head', 'agencyHead', 'supervisor']

export const homeHandlers: Handlers<typeof homeContract> = {
  'home.summary': (context, { scope }) => summaryOf(context, scope),
  'home.month': (context, { scope, month }) => {
    const { reader, catalogue, person } = context
    countFewStale(context, COUNTING)
    const known = scopesOf(person.roles).find((one) => one === scope) ?? null
    return homeMonth(reader, catalogue, { month, scope: known, personId: person.id })
  },
  'home.dayClocks': (context, { scope, day }) => {
    const { id: personId, roles } = context.person
    return scopesOf(roles).includes(scope) ? dayClocks(context, { scope, personId }, day) : { rows: [], count: 0 }
  },
}

function summaryOf(context: CallContext, wanted: Scope | null): HomeSummary {
  const { reader, catalogue, person } = context
  countFewStale(context, COUNTING)
  const { roles, id: personId } = person
  const calendar = calendarOf(catalogue)
  const days = lightDays(calendar, context.today())
  const scopes = scopesOf(roles)
  const scope = scopes.find((one) => one === wanted) ?? scopes[0] ?? null
  const month = homeMonth(reader, catalogue, { month: monthOf(days.today), scope, personId })
  const provisionalFrom = firstProvisional(calendar, days.today)
  if (scope === null) return { days, scope, scopes: [], figures: [], queues: [], lights: [], board: null, month, provisionalFrom }
  const waitingIn = scopes.map((one) => ({ scope: one, filter: figuresFor(roles, one, personId, days).find(({ id }) => id === 'waiting')?.filter }))
  const [shown, queues] = [figuresFor(roles, scope, personId, days), queuesFor(roles, scope, personId, days)]
  const count = countingOnce(reader, [...shown, ...queues, ...waitingIn].flatMap(({ filter }) => filter ?? []), days)
  const counted = (queue: QueueDefinition): HomeQueue => {
    const lights = count(queue.filter)
    return { ...queue, ...lights, cases: homeCases(reader, calendar, days, { filter: queue.filter, count: lights.count, size: SHOWN_IN_QUEUE }) }
  }
  const figures = shown.map(({ id, filter }) => ({ id, filter, count: count(filter).count }))
  const lit = figures.reduce((sum, { id, count: one }) => (id === 'late' || id === 'near' ? sum + one : sum), 0)
  return {
    days,
    scope,
    scopes: waitingIn.map(({ scope: one, filter }) => ({ scope: one, waiting: filter === undefined ? 0 : count(filter).count })),
    figures,
    queues: queues.map(counted),
    lights: homeCases(reader, calendar, days, { filter: { ...scopeFilter(scope, personId), dueTo: days.nearTo }, count: lit, size: SHOWN_OF_LIGHTS }),
    board: scope === 'station' && BOARD_ROLES.some((role) => roles.includes(role)) ? boardOf(reader, days) : null,
    month,
    provisionalFrom,
  }
}

/** The first day within a year whose arrangement is not settled. */
function firstProvisional(calendar: StatutoryCalendar, today: IsoDate): IsoDate | null {
  for (let day = today; day <= shiftDays(today, 366); day = shiftDays(day, 1)) if (calendar.statusOf(day).provisional) return day
  return null
}

function boardOf(reader: Reader, days: LightDays): HomeBoard {
  const byState = countBoard(reader, days)
  const nothing = { count: 0, late: 0, near: 0 }
  const stages = (Object.keys(STAGES) as Stage[]).map((stage) => ({
    stage,
    states: STAGES[stage].map((state) => ({ state, ...(byState.get(state) ?? nothing) })),
  }))
  return { total: [...byState.values()].reduce((sum, { count }) => sum + count, 0), stages }
}
