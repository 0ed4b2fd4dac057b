/** The contract of Home: one answer for all that it shows, and a month of the calendar. */
import { z } from 'zod'
import type { CaseRow } from '../cases/case.ts'
import type { CaseState } from '../cases/state-machine-terms.ts'
import { method } from '../contract/method.ts'
import type { DayReason } from '../deadlines/calendar.ts'
import type { BoardRow } from '../deadlines/contract.ts'
import { isoDateSchema, type IsoDate } from '../values/values.ts'
import type { Desk } from './desks.ts'
import { SCOPES, type HomeFilter, type Scope } from './home-filter.ts'
import type { Light, LightDays, RunningClock, TimeLeft } from './lights.ts'
import type { MonthFigures } from './month.ts'
import type { FigureId, QueueId } from './queues.ts'
import type { Stage } from './stages.ts'

/** Cases shown of a queue, and of what is late or near. */
export const SHOWN_IN_QUEUE = 5
export const SHOWN_OF_LIGHTS = 8
/** Other clocks shown of a day of the calendar. */
export const SHOWN_OF_DAY = 50

export const monthSchema = z.string().regex(/^(19[5-9]\d|20\d\d)-(0[1-9]|1[0-2])$/)
export const scopeSchema = z.enum(SCOPES)

export interface Lights {
  readonly count: number
  readonly late: number
  readonly near: number
}

/** A case with its light and the reason for it. */
export interface HomeCase {
  readonly row: CaseRow
  /** Null while no clock runs. */
  readonly due: (TimeLeft & { readonly light: Light; readonly clock: RunningClock }) | null
  readonly desk: Desk
}

export interface HomeQueue extends Lights {
  readonly id: QueueId
  readonly waits: boolean
  readonly filter: HomeFilter
  readonly cases: readonly HomeCase[]
}

export interface HomeFigure {
  readonly id: FigureId
  readonly filter: HomeFilter
  readonly count: number
}

export interface BoardState extends Lights {
  readonly state: CaseState
}

export interface HomeBoard {
  readonly total: number
  readonly stages: readonly { readonly stage: Stage; readonly states: readonly BoardState[] }[]
}

export interface CalendarDay {
  readonly day: IsoDate
  readonly working: boolean
  /** The arrangement that settles this day is not published, or not verified. */
  readonly provisional: boolean
  readonly why: DayReason
  /** Cases whose review or supplement ends on this day. */
  readonly due: number
  /** Other clocks that end on it: of the person's own and of the cases they handle; all of the station for who sees all. */
  readonly others: number
}

export interface DayClocks {
  /** The first {@link SHOWN_OF_DAY}, by the hour in which they end. */
  readonly rows: readonly BoardRow[]
  readonly count: number
}

export interface HomeMonth {
  /** `YYYY-MM`. */
  readonly month: string
  /** Null: only the calendar, for who has no part in cases. */
  readonly scope: Scope | null
  /** Whole weeks, Monday to Sunday. */
  readonly days: readonly CalendarDay[]
  readonly weeks: readonly MonthFigures[]
  readonly total: MonthFigures
}

export interface HomeSummary {
  readonly days: LightDays
  /** Null: no part in cases. */
  readonly scope: Scope | null
  /** The scopes of the person, each with what waits in it. */
  readonly scopes: readonly { readonly scope: Scope; readonly waiting: number }[]
  readonly figures: readonly HomeFigure[]
  readonly queues: readonly HomeQueue[]
  /** What is late and near, the latest first. Its numbers are among the figures. */
  readonly lights: readonly HomeCase[]
  readonly board: HomeBoard | null
  readonly month: HomeMonth
  /** Working days from this day on rest on holidays that are not published, or not verified; null: none within a year. */
  readonly provisionalFrom: IsoDate | null
}

export const homeContract = {
  /** `scope` null: the widest that the person has. */
  'home.summary': method({
    input: z.strictObject({ scope: scopeSchema.nullable() }),
    allowed: 'signedIn',
    access: 'read',
  }).returns<HomeSummary>(),
  'home.month': method({
    input: z.strictObject({ scope: scopeSchema.nullable(), month: monthSchema }),
    allowed: 'signedIn',
    access: 'read',
  }).returns<HomeMonth>(),
  /** What `others` of the calendar's day counts. */
  'home.dayClocks': method({
    input: z.strictObject({ scope: scopeSchema, day: isoDateSchema }),
    allowed: 'signedIn',
    access: 'read',
  }).returns<DayClocks>(),
}
