/** What people record for the clocks of a case (延长、扣除、期限节点), and what they take back of it. */
import { shiftDays } from '../../src/shared/deadlines/day-arithmetic.ts'
import type { Clock } from '../../src/shared/deadlines/clock.ts'
import type { IsoDate } from '../../src/shared/values/values.ts'
import type { Doing } from './acts.ts'
import { asked, codes, NOBODYS_ID, REASON, todayAt, type FurtherAct } from './further-act.ts'
import { addsTo, standingOf, type Standing } from './standing.ts'

/** Clocks of criminal justice and of what is public run on when the case is over. */
const RUNS_ON = new Set([
  'transferDecision', 'transfer', 'policeDecision', 'policeSupplement', 'reconsiderationRequest', 'reconsiderationAnswer', 'supervisionRequest', 'goodsHandover', 'returnAnswer',
  'publicationWithdrawal',
])
const closed = ({ state }: Standing): boolean => state === 'archived' || state === 'withdrawn'
const over = (standing: Standing, key: string): boolean => closed(standing) && !RUNS_ON.has(key.split('/')[0] ?? '')

const whoMay = (standing: Standing): readonly (readonly [boolean, string])[] => [
  [!standing.is('handler', 'reviewer', 'head'), 'not-allowed'],
  [!addsTo(standing), 'not-your-part'],
]

/** As anybody sees them. */
const clocksOf = async ({ the, caseId }: Doing): Promise<readonly Clock[]> => (await the.do('supervisor', 'deadlines.ofCase', { caseId })).clocks

const notRunning = ({ start, due, state }: Clock): boolean => start === null || due === null || state === 'notStarted' || state === 'kept' || state === 'early'

/** One of a kind that is rare is likelier to be drawn. */
function pickClock({ random }: Doing, clocks: readonly Clock[], fit: (clock: Clock) => boolean): Clock | null {
  const fitting = clocks.filter(fit)
  const among = fitting.length > 0 && random.chance(0.85) ? fitting : clocks
  return among.length === 0 ? null : random.pick(among)
}

const extend: FurtherAct = async (doing) => {
  const { the, login, caseId, random } = doing
  const standing = standingOf(the, login, caseId)
  const clock = pickClock(doing, await clocksOf(doing), ({ nextExtension }) => nextExtension !== null)
  const today = todayAt(doing)
  if (clock === null) return null
  const { start, due, nextExtension: step } = clock
  const length = random.chance(0.85) ? random.int(1, step?.length ?? 30) : random.int(1, 60)
  const approvedOn = shiftDays(today, random.chance(0.7) ? 0 : random.int(-40, 1))
  const granted = { length, approvedBy: '陆离', approvedOn, reason: REASON, materialId: null }
  return {
    refusals: codes(
      ...whoMay(standing),
      [over(standing, clock.key), 'clock-case-over'],
      [notRunning(clock), 'clock-not-running'],
      [step === null, 'extension-beyond-ladder'],
      [step !== null && step.length !== null && length > step.length, 'extension-too-long'],
      [approvedOn > today || (start !== null && approvedOn < start.day), 'clock-day-wrong'],
      [due !== null && approvedOn > due, 'extension-too-late'],
    ),
    audit: ['clock.extend'],
    call: asked(doing, 'deadlines.extend', { caseId, clock: clock.key, ...granted }),
    holds: (value: { readonly due: IsoDate | null }) => {
      if (due !== null && (value.due === null || value.due < due)) throw new Error(`${clock.key} was due ${due}, and longer it is due ${value.due ?? 'never'}`)
    },
  }
}

const GROUNDS = ['hearing', 'testing', 'announcement', 'service', 'suspension', 'audit'] as const

const exclude: FurtherAct = async (doing) => {
  const { the, login, caseId, random } = doing
  const standing = standingOf(the, login, caseId)
  const clock = pickClock(doing, await clocksOf(doing), ({ mayExclude }) => mayExclude.length > 0)
  if (clock === null) return null
  const today = todayAt(doing)
  const { start, due, mayExclude } = clock
  const of = mayExclude.length > 0 && random.chance(0.9) ? random.pick(mayExclude).of : random.pick(GROUNDS)
  // also on the very last day, when there is nothing left to leave out
  const from = due !== null && due <= today && random.chance(0.4) ? due : shiftDays(today, -random.int(-1, 20))
  const to = random.chance(0.5) ? null : shiftDays(from, random.int(-1, 15))
  return {
    refusals: codes(
      ...whoMay(standing),
      [over(standing, clock.key), 'clock-case-over'],
      [start === null || due === null, 'clock-not-running'],
      [!mayExclude.some((one) => one.of === of), 'exclusion-without-basis'],
      [(to !== null && (to < from || to > today)) || from > today, 'clock-day-wrong'],
      [start !== null && due !== null && (from < start.day || from > due), 'exclusion-outside'],
    ),
    audit: ['clock.exclude'],
    call: asked(doing, 'deadlines.exclude', { caseId, clock: clock.key, of, from, to, reason: REASON }),
    holds: (value: { readonly due: IsoDate | null }) => {
      if (due !== null && (value.due === null || value.due < due)) throw new Error(`${clock.key} was due ${due}, with less counted it is due ${value.due ?? 'never'}`)
    },
  }
}

const endExclusion: FurtherAct = (doing) => {
  const { the, login, caseId, random } = doing
  const standing = standingOf(the, login, caseId)
  const open = the.reader.all<{ id: string; clock: string; from: IsoDate }>(
    'SELECT id, clock, from_on AS "from" FROM clock_exclusions WHERE case_id = ? AND to_on IS NULL AND taken_back_at IS NULL ORDER BY id',
    caseId,
  )
  const found = open.length === 0 ? null : random.pick(open)
  if (found === null && !random.chance(0.1)) return null
  const today = todayAt(doing)
  const to = random.chance(0.8) ? today : shiftDays(today, random.int(-10, 1))
  return {
    refusals: codes(
      ...whoMay(standing),
      [found === null, 'not-found'],
      [found !== null && over(standing, found.clock), 'clock-case-over'],
      [found !== null && (to < found.from || to > today), 'invalid-input'],
    ),
    audit: ['clock.endExclusion'],
    call: asked(doing, 'deadlines.endExclusion', { caseId, id: found?.id ?? NOBODYS_ID, to }),
  }
}

/** In the order in which they come in a case; what nobody in these histories would write down is left out. */
const EVENTS = [
  'clueFound', 'preserved', 'measureTaken', 'disposed', 'noticeServed', 'hearingRequested', 'hearingNoticed', 'hearing', 'served', 'announced', 'paid', 'remedySought', 'reconsidered',
  'urged', 'courtApplied', 'executed', 'closed', 'published', 'decisionChanged', 'publicationWithdrawn',
] as const
const WHEN_WITHDRAWN: readonly string[] = ['decisionChanged', 'publicationWithdrawn']
const WHEN_ARCHIVED: readonly string[] = [...WHEN_WITHDRAWN, 'remedySought', 'reconsidered']

const recordDay: FurtherAct = (doing) => {
  const { the, login, caseId, random } = doing
  const standing = standingOf(the, login, caseId)
  const today = todayAt(doing)
  const event = random.pick(EVENTS)
  const on = shiftDays(today, random.chance(0.05) ? 1 : -random.int(0, 90))
  const late = closed(standing) && !(standing.state === 'archived' ? WHEN_ARCHIVED : WHEN_WITHDRAWN).includes(event)
  return {
    refusals: codes(...whoMay(standing), [late, 'clock-case-over'], [on > today, 'invalid-input']),
    audit: ['clock.recordDay'],
    call: asked(doing, 'deadlines.recordDay', { caseId, event, on, at: null, note: '', materialId: null }),
  }
}

const takeBack: FurtherAct = (doing) => {
  const { the, login, caseId, random } = doing
  const standing = standingOf(the, login, caseId)
  const kind = random.pick(['extension', 'exclusion', 'day'] as const)
  const table = { extension: 'clock_extensions', exclusion: 'clock_exclusions', day: 'clock_days' }[kind]
  const all = the.reader.all<{ id: string; back: string | null }>(`SELECT id, taken_back_at AS back FROM ${table} WHERE case_id = ? ORDER BY id`, caseId)
  if (all.length === 0) return null
  const found = random.pick(all)
  return {
    refusals: codes(...whoMay(standing), [found.back !== null, 'not-found']),
    audit: ['clock.takeBack'],
    call: asked(doing, 'deadlines.takeBack', { caseId, kind, id: found.id, reason: REASON }),
  }
}

const unknownClock: FurtherAct = (doing) => {
  const standing = standingOf(doing.the, doing.login, doing.caseId)
  const granted = { length: 5, approvedBy: '陆离', approvedOn: todayAt(doing), reason: REASON, materialId: null }
  return {
    refusals: [...codes(...whoMay(standing)), 'clock-unknown'],
    audit: [],
    call: asked(doing, 'deadlines.extend', { caseId: doing.caseId, clock: 'review/99', ...granted }),
  }
}

export const CLOCK_ACTS: Readonly<Record<string, FurtherAct>> = { extendClock: extend, exclude, endExclusion, recordDay, takeBack, unknownClock }
