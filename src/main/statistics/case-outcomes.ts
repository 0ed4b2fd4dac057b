/**
 * What became of reviewed cases (采纳、漏检、移送), for the period and for every way of dividing it. Answers are summed by
 * month as they come in; transfers and defects found later are few. A row of a case is never read.
 */
import { NO_OUTCOMES, type GroupOutcomes, type StatisticsQuery } from '../../shared/statistics/contract.ts'
import type { ActionKind } from '../../shared/catalogue/vocabulary.ts'
import { shiftDays, shiftMonths } from '../../shared/deadlines/day-arithmetic.ts'
import type { IsoDate, PersonId } from '../../shared/values/values.ts'
import type { Reader } from '../store/database.ts'

interface Row extends GroupOutcomes {
  readonly unit: string
  readonly reviewerId: PersonId | null
  readonly kinds: string
}

export interface Outcomes {
  readonly all: GroupOutcomes
  readonly byUnit: ReadonlyMap<string, GroupOutcomes>
  readonly byKind: ReadonlyMap<string, GroupOutcomes>
  readonly byReviewer: ReadonlyMap<string, GroupOutcomes>
}

const DIVIDED = 'c.submitting_unit AS unit, c.reviewer_id AS reviewerId, c.action_kinds AS kinds'
const CASE = (id: string): string => `CROSS JOIN cases c INDEXED BY cases_divided ON c.id = ${id}`

/** Each tells the days that it counts as its two values. A case is in one group, so that cases of groups add up. */
const QUERIES = [
  `SELECT ${DIVIDED}, count(DISTINCT t.case_id) AS transferred
   FROM transfer_steps t INDEXED BY transfer_deliveries ${CASE('t.case_id')}
   WHERE t.action = 'deliver' AND t.happened_on >= ? AND t.happened_on <= ?`,
  `SELECT ${DIVIDED}, count(DISTINCT l.case_id) AS escaped
   FROM later_defects l INDEXED BY later_defects_by_day ${CASE('l.case_id')}
   WHERE l.found_on >= ? AND l.found_on <= ? AND NOT EXISTS (SELECT 1 FROM later_defects_taken_back b WHERE b.defect_id = l.id)`,
]

const ANSWERS = 'unit, reviewer_id AS reviewerId, kinds, answered, adopted, partly, not_adopted AS notAdopted'

/** Answers to the problems of reviews: whole months from their sums, the days before and after from the reviews. */
function answersOf(reader: Reader, from: IsoDate, to: IsoDate): Partial<Row>[] {
  const days = (first: string, last: string): Partial<Row>[] => reader.all(`SELECT ${ANSWERS} FROM answered_reviews WHERE answered_on >= ? AND answered_on <= ?`, first, last)
  const [monthFrom, monthTo] = [from.slice(0, 7), to.slice(0, 7)]
  const whole = {
    first: from.endsWith('-01') ? monthFrom : shiftMonths(`${monthFrom}-01` as IsoDate, 1).slice(0, 7),
    last: shiftDays(to, 1).endsWith('-01') ? monthTo : shiftDays(`${monthTo}-01` as IsoDate, -1).slice(0, 7),
  }
  if (whole.first > whole.last) return days(from, to)
  return [
    ...(whole.first === monthFrom ? [] : days(from, `${monthFrom}-31`)),
    ...reader.all<Partial<Row>>(`SELECT ${ANSWERS} FROM answered_months WHERE month >= ? AND month <= ?`, whole.first, whole.last),
    ...(whole.last === monthTo ? [] : days(`${monthTo}-01`, to)),
  ]
}

function kindsReader(): (kinds: string) => readonly ActionKind[] {
  const known = new Map<string, readonly ActionKind[]>()
  return (kinds) => {
    const there = known.get(kinds) ?? (JSON.parse(kinds) as ActionKind[])
    known.set(kinds, there)
    return there
  }
}

type Sums = { -readonly [Name in keyof GroupOutcomes]: number }

function under(sums: Map<string, Sums>, key: string): Sums {
  const there = sums.get(key) ?? { ...NO_OUTCOMES }
  sums.set(key, there)
  return there
}

/** In place: thousands of months by unit, reviewer and kinds are added up for each question. */
function addTo(sums: Sums, { answered = 0, adopted = 0, partly = 0, notAdopted = 0, transferred = 0, escaped = 0 }: Partial<Row>): void {
  sums.answered += answered
  sums.adopted += adopted
  sums.partly += partly
  sums.notAdopted += notAdopted
  sums.transferred += transferred
  sums.escaped += escaped
}

export function outcomesOf(reader: Reader, query: StatisticsQuery, from: IsoDate, to: IsoDate): Outcomes {
  const [byUnit, byKind, byReviewer] = [new Map<string, Sums>(), new Map<string, Sums>(), new Map<string, Sums>()]
  const all = { ...NO_OUTCOMES }
  const kindsOf = kindsReader()
  const rows = [...answersOf(reader, from, to), ...QUERIES.flatMap((sql) => reader.all<Partial<Row>>(`${sql} GROUP BY 1, 2, 3`, from, to))]
  for (const row of rows) {
    const { unit = '', reviewerId = null, kinds = '[]' } = row
    const ofKinds = kindsOf(kinds)
    if (query.kind !== null && !ofKinds.includes(query.kind)) continue
    if ((query.unit !== null && query.unit !== unit) || (query.reviewerId !== null && query.reviewerId !== reviewerId)) continue
    addTo(all, row)
    addTo(under(byUnit, unit), row)
    addTo(under(byReviewer, reviewerId ?? ''), row)
    for (const each of ofKinds) addTo(under(byKind, each), row)
  }
  return { all, byUnit, byKind, byReviewer }
}
