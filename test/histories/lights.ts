/**
 * The board (督办看板) is what the clocks of each case are: nothing that runs out is missing from it, nothing else is on it,
 * and everybody is told of what is theirs.
 */
import { CASE_OVER, outlivesCase } from '../../src/shared/deadlines/case-over.ts'
import { isOpen, type Clock } from '../../src/shared/deadlines/clock.ts'
import { SHOWN_OF_MINE, SHOWN_ON_BOARD, type BoardLight, type BoardRow } from '../../src/shared/deadlines/contract.ts'
import type { CaseId, PersonId } from '../../src/shared/values/values.ts'
import { Broken } from './history.ts'
import { ACTING, type Acting, type HistoryStation } from './history-station.ts'
import { clocksAreLit } from './invariants.ts'
import { standingOf } from './standing.ts'

interface Light {
  /** The case, or the return that is of no case of the station. */
  readonly of: string
  readonly light: BoardLight
  readonly clock: Clock
  readonly person: PersonId | null
}

/** What rests until a day that is known already is on no list while it rests: it goes on, and warns, of itself. */
function lightOf({ state, excluded }: Clock): BoardLight | null {
  if (state === 'suspended' && excluded.every(({ to }) => to !== null)) return null
  return state === 'red' || state === 'amber' || state === 'suspended' ? state : null
}

/** Everything of a clock that somebody reads on the board. */
const shown = ({ of, light, person, clock: { key, subject, desk, state, due, dueAt, left, provisional } }: Light): string =>
  JSON.stringify([of, key, subject, desk, light, state, due, dueAt, left, provisional, person])

/** As the clocks of a case have it, asked one case after the other. */
async function lightsOfCases(the: HistoryStation, cases: readonly CaseId[]): Promise<{ readonly lights: Light[]; readonly clocks: number }> {
  const lights: Light[] = []
  let asked = 0
  for (const [place, caseId] of cases.entries()) {
    const { clocks } = await the.do('supervisor', 'deadlines.ofCase', { caseId })
    asked += clocksAreLit(clocks, `history ${place}`)
    const { state, reviewer, due } = the.reader.get<{ state: never; reviewer: PersonId | null; due: string }>(
      'SELECT state, reviewer_id AS reviewer, due_on AS due FROM cases WHERE id = ?',
      caseId,
    ) ?? { state: 'gone' as never, reviewer: null, due: '' }
    carriesItsDay(the, clocks, { place, caseId, state, due })
    const handler = the.reader.get<{ id: PersonId }>('SELECT person_id AS id FROM case_handlers WHERE case_id = ?', caseId)?.id ?? null
    for (const clock of clocks) {
      const light = lightOf(clock)
      if (light === null || clock.limit !== 'atMost' || (CASE_OVER.includes(state) && !outlivesCase(clock.subject))) continue
      // nobody reviews yet: it lies with the head, who assigns
      const desk = clock.desk === 'reviewer' && reviewer === null ? 'head' : clock.desk
      const person = desk === 'reviewer' ? reviewer : desk === 'handler' ? handler : null
      lights.push({ of: caseId, light, clock: { ...clock, desk }, person })
    }
  }
  return { lights, clocks: asked }
}

/** What came back from the procuratorate about no case of the station. */
async function lightsOfReturns(the: HistoryStation): Promise<Light[]> {
  const returns = await the.do('supervisor', 'transfer.wayBack', { caseId: null })
  return returns.flatMap(({ id, fields, answer, clock }) => {
    const light = clock === null || fields.caseId !== null || answer !== null ? null : lightOf(clock)
    if (light === null || clock === null) return []
    const by = the.reader.get<{ by: PersonId }>('SELECT done_by AS "by" FROM returned_steps WHERE return_id = ? AND seq = 1', id)?.by ?? null
    return [{ of: id, light, clock, person: by }]
  })
}

const IN_REVIEW = ['accepted', 'assigned', 'underReview', 'drafted', 'approved']
const SUPPLEMENTED = ['returned', 'supplementing']

/**
 * The day that a case carries in every list is the last day of its review while it is reviewed, and that of the notice while
 * papers are supplied; its round carries that of the review.
 */
function carriesItsDay(the: HistoryStation, clocks: readonly Clock[], { place, caseId, state, due }: { readonly place: number; readonly caseId: CaseId; readonly state: string; readonly due: string }): void {
  const supplied = SUPPLEMENTED.includes(state)
  if (!supplied && !IN_REVIEW.includes(state)) return
  const round = the.reader.get<{ round: number; due: string | null }>('SELECT r.round, r.due_on AS due FROM rounds r JOIN cases c ON c.id = r.case_id AND c.round = r.round WHERE c.id = ?', caseId)
  const review = clocks.find(({ key }) => key === `review/${round?.round ?? 0}`)
  const notice = the.reader.get<{ day: string }>('SELECT reply_by AS day FROM returns WHERE case_id = ? ORDER BY rowid DESC LIMIT 1', caseId)?.day
  const expected = supplied ? notice : review?.due
  if (expected !== due || (review?.due ?? null) !== (round?.due ?? null)) {
    throw new Broken(`history ${place}: in ${state} it is due ${expected ?? 'never'} and carries ${due}; its review is due ${review?.due ?? 'never'}, its round carries ${round?.due ?? 'nothing'}`)
  }
}

async function boardRows(the: HistoryStation, light: BoardLight | null): Promise<{ readonly rows: readonly BoardRow[]; readonly counts: readonly string[]; readonly total: number }> {
  const filter = { light, subject: null, desk: null, personId: null }
  const page = async (offset: number) => {
    // cases that changed are counted a few at a time
    for (;;) {
      const board = await the.do('supervisor', 'deadlines.board', { filter, offset })
      if (board.pending === 0) return board
    }
  }
  const first = await page(0)
  if (first.uncounted.length > 0) throw new Broken(`the board could not count ${first.uncounted.map(({ title }) => title).join(', ')}`)
  const rows = [...first.rows]
  while (rows.length < first.total) {
    const { rows: more } = await page(rows.length)
    if (more.length === 0) throw new Broken(`the board speaks of ${first.total} rows and shows ${rows.length} by ${SHOWN_ON_BOARD}`)
    rows.push(...more)
  }
  const counts = first.counts.flatMap(({ subject, desk, person, red, amber, suspended }) => {
    const of = [subject, desk, person?.id ?? null]
    return [...Array.from({ length: red }, () => [...of, 'red']), ...Array.from({ length: amber }, () => [...of, 'amber']), ...Array.from({ length: suspended }, () => [...of, 'suspended'])]
  })
  return { rows, counts: counts.map((one) => JSON.stringify(one)), total: first.total }
}

const asLight = ({ caseId, returnId, clock, person }: BoardRow, light: BoardLight | null): string =>
  shown({ of: caseId ?? returnId ?? '', light: light ?? (clock.state === 'red' ? 'red' : 'amber'), clock, person: person?.id ?? null })

function requireSame(what: string, came: readonly string[], expected: readonly string[]): void {
  const [left, right] = [came.toSorted(), expected.toSorted()]
  if (left.length === right.length && left.every((one, at) => one === right[at])) return
  const [extra, missing] = [left.filter((one) => !right.includes(one)), right.filter((one) => !left.includes(one))]
  throw new Broken(`${what} is not what the clocks say; only there: ${extra.slice(0, 3).join(' ')}; not there: ${missing.slice(0, 3).join(' ')}; ${left.length} and ${right.length}`)
}

/** What a person is told of at Home and by reminders (我的期限). */
function isTheirs(the: HistoryStation, login: Acting, { of, clock: { desk }, person }: Light, returns: ReadonlySet<string>): boolean {
  const { roles } = the.station.as(login).person
  if (roles.includes('supervisor') || person === the.idOf(login)) return true
  if (returns.has(of)) return roles.includes('head')
  const { handler, reviewer } = standingOf(the, login, of as CaseId)
  if (desk === 'handler') return handler
  if (desk === 'police' || desk === 'party') return handler || reviewer
  return (desk === 'head' && roles.includes('head')) || (desk === 'agencyHead' && roles.includes('agencyHead'))
}

/**
 * Red, amber and suspended on the board are the clocks of the cases, in rows and in counts; each person's own are the part of
 * it that is theirs. @returns how many clocks were asked
 */
export async function boardHolds(the: HistoryStation): Promise<number> {
  const { lights: ofCases, clocks } = await lightsOfCases(the, the.cases)
  const ofReturns = await lightsOfReturns(the)
  const returns = new Set(ofReturns.map(({ of }) => of))
  const lights = [...ofCases, ...ofReturns]
  const lit = lights.filter(({ light }) => light !== 'suspended')
  for (const light of ['red', 'amber', 'suspended'] as const) {
    const { rows, counts } = await boardRows(the, light)
    requireSame(`the board (${light})`, rows.map((row) => asLight(row, light)), lights.filter((one) => one.light === light).map(shown))
    if (light !== 'red') continue
    requireSame('the count of the board', counts, lights.map(({ clock, person, light: one }) => JSON.stringify([clock.subject, clock.desk, person, one])))
    if (rows.some(({ clock }) => !isOpen(clock))) throw new Broken('the board shows what has ended')
  }
  const both = await boardRows(the, null)
  requireSame('the board', both.rows.map((row) => asLight(row, null)), lit.map(shown))
  for (const login of ACTING) {
    const mine = await the.do(login, 'deadlines.mine', {})
    const theirs = lit.filter((one) => isTheirs(the, login, one, returns))
    const count = (light: BoardLight): number => theirs.filter((one) => one.light === light).length
    if (mine.red !== count('red') || mine.amber !== count('amber')) {
      throw new Broken(`${login} is told of ${mine.red} red and ${mine.amber} amber, of theirs are ${count('red')} and ${count('amber')}`)
    }
    if (theirs.length <= SHOWN_OF_MINE) requireSame(`what ${login} is told of`, mine.rows.map((row) => asLight(row, null)), theirs.map(shown))
  }
  return clocks
}
