/**
 * Runs random legal histories in batches: those of one batch go on together in one station, so that they meet in numbers,
 * people and the audit chain. A batch follows from its seed alone.
 */
import { isDeepStrictEqual } from 'node:util'
import type { CaseId } from '../../src/shared/values/values.ts'
import { randomOf } from '../generator/random.ts'
import { STATION_FIELDS } from '../support/test-station.ts'
import { Broken, noCounts, perform, registerHistory, takeStep, type Counts, type Step } from './history.ts'
import { createHistoryStation, storedCase, type HistoryStation, type Kind } from './history-station.ts'
import { boardHolds } from './lights.ts'
import { chainHolds, clocksAreLit, everyRecordHasItsEntry, issuedOpinions, numbersHold, opinionsStay, recordTellsTheState, type Issued } from './invariants.ts'
import { marksHold } from './marks.ts'
import { projection } from './projection.ts'
import { cluesAreKept } from './return-acts.ts'

/** Beginnings at which calendars are odd: an ordinary spring, the end of a year, a leap day, the day before a long month's end. */
export const BEGINNINGS = ['2026-04-07T01:00:00.000Z', '2026-12-20T15:30:00.000Z', '2028-02-26T02:00:00.000Z', '2026-08-31T09:00:00.000Z'] as const

/** Clocks are extended, left out and suspended by the rules of the trade, and reviews supplemented by those of the place. */
const KINDS: readonly Kind[] = [
  { sector: 'ecology', divisionCode: null },
  { sector: 'market-regulation', divisionCode: null },
  { sector: 'housing-construction', divisionCode: '150102' },
]

/** Fewest steps of a history; how many it has at the most is drawn between this and `steps`. */
const SHORTEST = 6
/** A case has its turn once in so many minutes at the most: the histories of a batch share the clock of their station. */
const LONGEST = 20 * 1440
/** Steps between two looks at every issued opinion; all of them are looked at again at the end. */
const BETWEEN_LOOKS = 150

export interface BatchOptions {
  readonly seed: number
  /** Histories that go on together. */
  readonly histories: number
  /** Most steps of one history. */
  readonly steps: number
  /** Whether the whole batch is done again in a second station and must come to the same. */
  readonly replay: boolean
}

export interface BatchResult {
  readonly counts: Counts
  readonly steps: number
  readonly opinions: number
  readonly clocks: number
  readonly entries: number
  /** States in which the histories stand at the end. */
  readonly states: ReadonlyMap<string, number>
}

/** Throws {@link Broken} with the seed and the last steps of the history that broke. */
export async function runBatch({ seed, histories, steps, replay }: BatchOptions): Promise<BatchResult> {
  const begins = BEGINNINGS[seed % BEGINNINGS.length] ?? BEGINNINGS[0]
  const kind = KINDS[seed % KINDS.length] ?? STATION_FIELDS
  const the = await createHistoryStation(begins, kind)
  const journal: Step[] = []
  try {
    const result = await firstTime(the, { seed, histories, steps, journal })
    if (replay) await again(() => createHistoryStation(begins, kind), { seed, histories, journal }, projection(the, result.cases))
    return result
  } catch (error) {
    const last = journal.slice(-12).map(({ kind, name, login, of, refused }) => `  ${of} ${kind} ${name} by ${login}${refused === null ? '' : ` (${refused})`}`)
    const message = error instanceof Error ? error.message : String(error)
    throw new Broken(`seed ${seed} (${histories} histories of ${steps} steps): ${message}\n${last.join('\n')}`, { cause: error })
  } finally {
    the.close()
  }
}

interface Running {
  readonly seed: number
  readonly histories: number
  readonly steps: number
  readonly journal: Step[]
}

async function firstTime(the: HistoryStation, { seed, histories, steps, journal }: Running): Promise<BatchResult & { readonly cases: readonly CaseId[] }> {
  const random = randomOf(seed)
  const counts = noCounts()
  const cases = await registered(the, seed, histories)
  const left = cases.map(() => random.int(SHORTEST, steps))
  let issued: Issued = issuedOpinions(the)
  let clocks = 0
  let live = cases.map((_, place) => place)
  while (live.length > 0) {
    const of = random.pick(live)
    const caseId = cases[of]
    if (caseId === undefined) throw new Broken('no such history')
    left[of] = (left[of] ?? 0) - 1
    const step = await takeStep(the, { caseId, of, seed: random.int(0, 0x7fff_ffff), longest: Math.max(180, Math.round(LONGEST / histories)) }, counts)
    if (step !== null) journal.push(step)
    if (step === null || (left[of] ?? 0) <= 0) live = live.filter((place) => place !== of)
    if (journal.length % BETWEEN_LOOKS === 0) {
      issued = opinionsStay(the, issued)
      clocks += await boardHolds(the)
    }
    if (random.chance(0.08)) clocks += await lit(the, caseId, of)
  }
  issued = opinionsStay(the, issued)
  numbersHold(the)
  const entries = chainHolds(the)
  for (const caseId of cases) recordTellsTheState(the, caseId)
  everyRecordHasItsEntry(the)
  marksHold(the)
  const told = await cluesAreKept(the)
  if (told !== null) throw new Broken(told)
  clocks += await boardHolds(the)
  const states = new Map<string, number>()
  for (const caseId of cases) states.set(storedCase(the, caseId).state, (states.get(storedCase(the, caseId).state) ?? 0) + 1)
  return { counts, steps: journal.length, opinions: issued.size, clocks, entries, states, cases }
}

async function registered(the: HistoryStation, seed: number, histories: number): Promise<CaseId[]> {
  const cases: CaseId[] = []
  for (let of = 0; of < histories; of += 1) cases.push(await registerHistory(the, randomOf(seed).fork(`case ${of}`)))
  return cases
}

async function lit(the: HistoryStation, caseId: CaseId, of: number): Promise<number> {
  const { clocks } = await the.do('supervisor', 'deadlines.ofCase', { caseId })
  return clocksAreLit(clocks, `history ${of}`)
}

/** Does every step again, at the same moments, by the same people; the draws come out as they did. */
async function again(open: () => Promise<HistoryStation>, { seed, histories, journal }: Omit<Running, 'steps'>, expected: unknown): Promise<void> {
  const the = await open()
  try {
    const cases = await registered(the, seed, histories)
    const counts = noCounts()
    for (const [number, before] of journal.entries()) {
      the.pass(before.after)
      const caseId = cases[before.of]
      if (caseId === undefined) throw new Broken('no such history')
      const step: Step = { ...before, refused: null, drawn: null }
      await perform(the, caseId, step, counts, before)
      if (step.refused !== before.refused) {
        throw new Broken(`replayed, step ${number} of history ${before.of} (${before.name}) came to ${step.refused ?? 'done'}, not ${before.refused ?? 'done'}`)
      }
    }
    await boardHolds(the)
    const came = projection(the, cases)
    if (!isDeepStrictEqual(came, expected)) throw new Broken(`replayed, the histories come to another state: ${firstDifference(came, expected)}`)
  } finally {
    the.close()
  }
}

function firstDifference(one: unknown, other: unknown, path = ''): string {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return `${path}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  for (const key of keys) {
    const [left, right] = [(one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]]
    if (!isDeepStrictEqual(left, right)) return firstDifference(left, right, `${path}.${key}`)
  }
  return path
}
