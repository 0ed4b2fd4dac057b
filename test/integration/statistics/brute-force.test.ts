/** The statistics of a station of before there were any, against the same figures counted the plain way. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../../src/main/catalogue/load.ts'
import { statisticsOf } from '../../../src/main/statistics/handlers.ts'
import type { OpenDatabase } from '../../../src/main/store/database.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { ACTION_KINDS, OPINION_TYPE_CODES, SEVERITIES, type Severity } from '../../../src/shared/catalogue/vocabulary.ts'
import { makeCalendar, type StatutoryCalendar } from '../../../src/shared/deadlines/calendar.ts'
import { workingDaysBetween } from '../../../src/shared/deadlines/periods.ts'
import type { StatisticsQuery } from '../../../src/shared/statistics/contract.ts'
import { yearBefore } from '../../../src/shared/statistics/figures.ts'
import { isoDate, type IsoDate, type PersonId } from '../../../src/shared/values/values.ts'
import { RESOURCES } from '../../support/test-station.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'

const MANY = 600
const UNITS = ['执法一大队', '执法二大队', '东城中队']
const QUESTIONS = Array.from({ length: 24 }, (_, index) => ({ id: `${1 + (index % 8)}.${1 + Math.floor(index / 8)}`, severity: SEVERITIES[index % 3] as Severity }))

/** Repeatable numbers below `most`. */
function dice(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

interface Made {
  readonly issuedOn: IsoDate
  readonly acceptedOn: IsoDate
  readonly dueOn: IsoDate | null
  readonly receivedOn: IsoDate
  readonly unit: string
  readonly reviewer: PersonId
  readonly type: string
  readonly kinds: readonly string[]
  readonly returns: number
  readonly wrong: readonly string[]
  /** What the unit answered to each problem, and on which day; null: not yet. */
  readonly answered: { readonly on: IsoDate; readonly answers: readonly ('adopted' | 'partly' | 'notAdopted')[] } | null
  readonly deliveredOn: IsoDate | null
  /** Defects found later; those taken back count nowhere. */
  readonly later: readonly { readonly on: IsoDate; readonly heading: number; readonly takenBack: boolean }[]
  readonly findings: readonly { readonly rule: string; readonly outcome: 'accepted' | 'changed' | 'dismissed'; readonly on: IsoDate }[]
}

const ANSWERS = ['adopted', 'partly', 'notAdopted'] as const
const OUTCOMES = ['accepted', 'changed', 'dismissed'] as const

const person = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}` as PersonId
const caseId = (n: number) => `0190b000-0000-7000-8000-${String(n).padStart(12, '0')}`
const dayAfter = (day: string, plus: number): IsoDate => isoDate(new Date(Date.parse(day) + plus * 86_400_000).toISOString().slice(0, 10))

function history(): Made[] {
  const roll = dice(20_261_122)
  return Array.from({ length: MANY }, () => {
    const receivedOn = dayAfter('2024-11-01', roll(760))
    const acceptedOn = dayAfter(receivedOn, roll(4))
    const issuedOn = dayAfter(acceptedOn, roll(20))
    return {
      receivedOn,
      acceptedOn,
      issuedOn,
      dueOn: roll(10) === 0 ? null : dayAfter(acceptedOn, 5 + roll(12)),
      unit: UNITS[roll(UNITS.length)] ?? '',
      reviewer: person(1 + roll(4)),
      type: OPINION_TYPE_CODES[roll(OPINION_TYPE_CODES.length)] ?? 'T-OK',
      kinds: ACTION_KINDS.filter((_, index) => index === 0 || roll(5) === 0),
      returns: roll(4) === 0 ? 1 + roll(2) : 0,
      wrong: QUESTIONS.filter(() => roll(6) === 0).map(({ id }) => id),
      answered: roll(3) === 0 ? null : { on: dayAfter(issuedOn, roll(40)), answers: Array.from({ length: roll(4) }, () => ANSWERS[roll(3)] ?? 'adopted') },
      deliveredOn: roll(9) === 0 ? dayAfter(issuedOn, roll(20)) : null,
      later: Array.from({ length: roll(5) === 0 ? 1 + roll(2) : 0 }, () => ({ on: dayAfter(issuedOn, roll(200)), heading: 1 + roll(8), takenBack: roll(4) === 0 })),
      findings: Array.from({ length: roll(3) }, () => ({ rule: `rule.${roll(12)}`, outcome: OUTCOMES[roll(3)] ?? 'accepted', on: dayAfter(receivedOn, roll(10)) })),
    }
  })
}

/** A store as it was before statistics, with these reviews in it. */
function oldStore(made: readonly Made[]): { folder: string; key: Uint8Array } {
  const [folder, key] = [temporaryFolder('statistics'), new Uint8Array(randomBytes(32))]
  const store = openStore(folder, key, MIGRATIONS.filter(({ version }) => version < 145))
  store.transaction('test', (writer) => {
    for (let n = 1; n <= 4; n += 1) {
      writer.run(
        "INSERT INTO people (id, login, name, fields, active, version, password, created_at) VALUES (?, ?, ?, '{}', 1, 1, '{}', '')",
        person(n), `p${n}`, `审核员${n}`,
      )
    }
    writer.run("INSERT INTO catalogues (content_hash, content, kept_at) VALUES ('abc', ?, '')", JSON.stringify({ questions: QUESTIONS }))
    made.forEach((one, index) => {
      const id = caseId(index)
      writer.run(
        `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on, due_provisional,
           reviewer_id, amount, version, created_by, created_at, updated_at, fields)
         VALUES (?, '案', '号', '当事人', ?, ?, 'issued', 1, ?, '9999-12-31', 0, ?, 1000, 1, '', '', '', '{}')`,
        id, one.unit, JSON.stringify(one.kinds), one.receivedOn, one.reviewer,
      )
      for (const kind of one.kinds) writer.run('INSERT INTO case_kinds (kind, case_id) VALUES (?, ?)', kind, id)
      writer.run(
        `INSERT INTO rounds (case_id, round, submitted_on, accepted_on, due_on, reviewer_id, catalogue_version) VALUES (?, 1, ?, ?, ?, ?, ?)`,
        id, one.receivedOn, one.acceptedOn, one.dueOn, one.reviewer, JSON.stringify({ contentHash: 'abc' }),
      )
      for (let n = 0; n < one.returns; n += 1) {
        writer.run("INSERT INTO returns (id, case_id, round, returned_at, missing, reason, reply_by) VALUES (?, ?, 1, '', '[]', '', '')", `${id}/${n}`, id)
      }
      for (const { id: questionId } of QUESTIONS) {
        const answer = one.wrong.includes(questionId) ? 'no' : 'yes'
        writer.run(
          "INSERT INTO answers (case_id, round, question_id, fields, version, answered_by, saved_at) VALUES (?, 1, ?, ?, 1, '', '')",
          id, questionId, JSON.stringify({ answer }),
        )
      }
      if (one.answered !== null) {
        writer.run("INSERT INTO feedbacks (case_id, round, outcome, answered_by, answered_on, reason, recorded_by, recorded_at) VALUES (?, 1, 'adopted', '', ?, '', ?, '')", id, one.answered.on, person(1))
        one.answered.answers.forEach((answer, n) => writer.run("INSERT INTO problem_answers (case_id, round, number, answer, reason) VALUES (?, 1, ?, ?, '理由')", id, n + 1, answer))
      }
      one.findings.forEach(({ rule, outcome, on }, n) =>
        writer.run(
          "INSERT INTO finding_decisions (case_id, round, key, rule_id, question_id, outcome, reason, finding, decided_by, decided_at) VALUES (?, 1, ?, ?, '1.1', ?, '', '{}', '', ?)",
          id, String(n), rule, outcome, new Date(`${on}T00:10:00+08:00`).toISOString(),
        ),
      )
      if (one.deliveredOn !== null) {
        const steps = [['a', 'none', 'raised', one.deliveredOn], ['deliver', 'raised', 'delivered', one.deliveredOn]] as const
        steps.forEach(([action, before, after, on], n) =>
          writer.run(
            "INSERT INTO transfer_steps (case_id, seq, action, from_state, to_state, happened_at, happened_on, content, done_by, recorded_at) VALUES (?, ?, ?, ?, ?, '', ?, '{}', '', '')",
            id, n + 1, action, before, after, on,
          ),
        )
      }
      writer.run(
        `INSERT INTO opinions (case_id, round, version, state, type, sections, remarks, signatures, issued_at)
         VALUES (?, 1, 1, 'issued', ?, '[]', '[]', '[]', ?)`,
        id, one.type, new Date(`${one.issuedOn}T00:30:00+08:00`).toISOString(),
      )
    })
  })
  store.close()
  return { folder, key }
}

const made = history()
let store: OpenDatabase
let catalogue: ReturnType<typeof loadCatalogue>
let calendar: StatutoryCalendar
beforeAll(() => {
  catalogue = loadCatalogue(`${RESOURCES}/catalogue`)
  calendar = makeCalendar(catalogue.holidays, catalogue.statutoryHolidays)
  const { folder, key } = oldStore(made)
  store = openStore(folder, key)
  store.transaction('test', (writer) => {
    made.forEach(({ later }, index) =>
      later.forEach(({ on, heading, takenBack }, n) => {
        const id = `${index}/${n}`
        writer.run(
          "INSERT INTO later_defects (id, case_id, round, source, found_on, heading, severity, description, recorded_by, recorded_at) VALUES (?, ?, 1, 'court', ?, ?, 'C', '问题', ?, '')",
          id, caseId(index), on, heading, person(1),
        )
        if (takenBack) writer.run("INSERT INTO later_defects_taken_back (defect_id, reason, taken_back_by, taken_back_at) VALUES (?, '误登', ?, '')", id, person(1))
      }),
    )
  })
})
afterAll(() => {
  store.close()
  removeTemporaryFolders()
})

/** Counted the plain way, from what was made and not from any table. */
function plain(reviews: readonly Made[]) {
  const days = reviews.map(({ acceptedOn, issuedOn }) => workingDaysBetween(calendar, acceptedOn, issuedOn).days).sort((one, other) => one - other)
  const defects = Array.from({ length: 24 }, (_, at) => {
    const [heading, severity] = [1 + Math.floor(at / 3), SEVERITIES[at % 3]]
    const questions = QUESTIONS.filter((one) => Number(one.id.charAt(0)) === heading && one.severity === severity).map(({ id }) => id)
    return reviews.reduce((sum, { wrong }) => sum + wrong.filter((id) => questions.includes(id)).length, 0)
  })
  return {
    reviews: reviews.length,
    inTime: reviews.filter(({ dueOn, issuedOn }) => dueOn !== null && issuedOn <= dueOn).length,
    withDueDay: reviews.filter(({ dueOn }) => dueOn !== null).length,
    returned: reviews.filter(({ returns }) => returns > 0).length,
    agreed: reviews.filter(({ type }) => type === 'T-OK').length,
    agreedAfterChanges: reviews.filter(({ type }) => type === 'T-COND').length,
    defects,
    workingDays: {
      known: days.length,
      sum: days.reduce((total, one) => total + one, 0),
      median: days.length === 0 ? null : ((days[(days.length - 1) >> 1] ?? 0) + (days[days.length >> 1] ?? 0)) / 2,
    },
  }
}

const queries: readonly [string, StatisticsQuery][] = [
  ['a year', { from: isoDate('2026-01-01'), to: isoDate('2026-12-31'), unit: null, kind: null, reviewerId: null }],
  ['a month and its edges', { from: isoDate('2025-12-31'), to: isoDate('2026-01-30'), unit: null, kind: null, reviewerId: null }],
  ['one unit', { from: isoDate('2025-06-15'), to: isoDate('2026-06-14'), unit: '执法二大队', kind: null, reviewerId: null }],
  ['one kind of act and one reviewer', { from: isoDate('2025-01-01'), to: isoDate('2026-12-31'), unit: null, kind: 'licence', reviewerId: person(2) }],
  ['a day on which nothing happened', { from: isoDate('2029-05-01'), to: isoDate('2029-05-01'), unit: null, kind: null, reviewerId: null }],
]

describe.each(queries)('%s', (_, query) => {
  const fits = (one: Made): boolean =>
    (query.unit === null || one.unit === query.unit) &&
    (query.kind === null || one.kinds.includes(query.kind)) &&
    (query.reviewerId === null || one.reviewer === query.reviewerId)
  const within = (from: IsoDate, to: IsoDate) => made.filter((one) => fits(one) && one.issuedOn >= from && one.issuedOn <= to)
  const period = within(query.from, query.to)
  const before = within(yearBefore(query.from), yearBefore(query.to))

  it('the whole period and the year before', () => {
    const { period: now, periodBefore } = statisticsOf({ reader: store.reader, catalogue }, query)
    expect(now).toMatchObject(plain(period))
    expect(periodBefore).toMatchObject(plain(before))
    expect(now.received).toBe(made.filter((one) => fits(one) && one.receivedOn >= query.from && one.receivedOn <= query.to).length)
  })

  // counted from what was made, whether or not the review itself lies in the period
  const outcomes = (among: readonly Made[], from: IsoDate, to: IsoDate) => {
    const inside = (day: IsoDate | undefined | null): boolean => day !== undefined && day !== null && day >= from && day <= to
    const answers = among.filter(({ answered }) => inside(answered?.on)).flatMap(({ answered }) => answered?.answers ?? [])
    const of = (answer: string): number => answers.filter((one) => one === answer).length
    return {
      answered: answers.length,
      adopted: of('adopted'),
      partly: of('partly'),
      notAdopted: of('notAdopted'),
      transferred: among.filter(({ deliveredOn }) => inside(deliveredOn)).length,
      escaped: among.filter(({ later }) => later.some(({ on, takenBack }) => !takenBack && inside(on))).length,
    }
  }

  it('what became of the cases: adopted, transferred, missed', () => {
    const got = statisticsOf({ reader: store.reader, catalogue }, query)
    const fitting = made.filter(fits)
    expect(got.period).toMatchObject(outcomes(fitting, query.from, query.to))
    expect(got.periodBefore).toMatchObject(outcomes(fitting, yearBefore(query.from), yearBefore(query.to)))
    for (const { key, outcomes: own } of got.byUnit) expect(own, key).toEqual(outcomes(fitting.filter(({ unit }) => unit === key), query.from, query.to))
    for (const { key, outcomes: own } of got.byKind) expect(own, key).toEqual(outcomes(fitting.filter(({ kinds }) => kinds.includes(key)), query.from, query.to))
    for (const { key, outcomes: own } of got.byReviewer) expect(own, key).toEqual(outcomes(fitting.filter(({ reviewer }) => reviewer === key), query.from, query.to))
    const later = fitting.flatMap((one) => one.later).filter(({ on, takenBack }) => !takenBack && on >= query.from && on <= query.to)
    expect(got.foundLater).toEqual(Array.from({ length: 8 }, (_, at) => later.filter(({ heading }) => heading === at + 1).length))
  })

  it('what became of findings, by rule, beside the year before', () => {
    const of = (rule: string, from: IsoDate, to: IsoDate) => made.flatMap(({ findings }) => findings).filter((one) => one.rule === rule && one.on >= from && one.on <= to)
    const rules = [...new Set(made.flatMap(({ findings }) => findings).filter(({ on }) => on >= query.from && on <= query.to).map(({ rule }) => rule))]
    const got = statisticsOf({ reader: store.reader, catalogue }, query).rules
    expect(got.map(({ ruleId }) => ruleId).toSorted()).toEqual(rules.toSorted())
    for (const { ruleId, before: earlier, ...counts } of got) {
      const own = of(ruleId, query.from, query.to)
      expect(counts).toEqual(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, own.filter((one) => one.outcome === outcome).length])))
      expect(earlier).toBe(of(ruleId, yearBefore(query.from), yearBefore(query.to)).length)
    }
  })

  it('each way of dividing it', () => {
    const got = statisticsOf({ reader: store.reader, catalogue }, query)
    const divided = <Key extends string>(keysOf: (one: Made) => readonly Key[]) => {
      const keys = new Set([...period, ...before].flatMap(keysOf))
      return new Map([...keys].map((key) => [key, [plain(period.filter((one) => keysOf(one).includes(key))), plain(before.filter((one) => keysOf(one).includes(key)))]]))
    }
    const asMap = (groups: readonly { key: string; figures: object; before: object }[]) => new Map(groups.map(({ key, figures, before: earlier }) => [key, [figures, earlier]]))
    expect(asMap(got.byUnit)).toEqual(divided((one) => [one.unit]))
    expect(asMap(got.byKind)).toEqual(divided((one) => one.kinds))
    expect(asMap(got.byReviewer)).toEqual(divided((one) => [one.reviewer]))
    const months = new Map(got.byMonth.map(({ key, figures }) => [key, figures.reviews]))
    for (const [key, count] of months) expect(count).toBe(period.filter(({ issuedOn }) => issuedOn.startsWith(key)).length)
    expect([...months.values()].reduce((sum, count) => sum + count, 0)).toBe(period.length)
    expect(got.byType.reduce((sum, { reviews }) => sum + reviews, 0)).toBe(period.length)
  })
})

it('says which years rest on an arrangement that is not published', () => {
  const years = (from: string, to: string) =>
    statisticsOf({ reader: store.reader, catalogue }, { from: isoDate(from), to: isoDate(to), unit: null, kind: null, reviewerId: null }).provisionalYears
  expect(years('2026-01-01', '2026-12-20').filter((year) => year >= 2025)).toEqual([])
  expect(years('2027-01-01', '2027-12-31')).toContain(2027)
})

it('counts what is issued or answered at once, in a month that was asked for before', () => {
  const query: StatisticsQuery = { from: isoDate('2025-01-01'), to: isoDate('2026-12-31'), unit: null, kind: null, reviewerId: null }
  const ask = () => statisticsOf({ reader: store.reader, catalogue }, query).period
  const before = ask()
  const index = made.findIndex(({ issuedOn, dueOn }) => issuedOn.startsWith('2025-06') && dueOn !== null)
  const one = made[index]
  if (one === undefined) throw new Error('nothing was issued in June')
  store.transaction('test', (writer) => {
    writer.run(
      `INSERT INTO issued_reviews (issued_on, case_id, round, accepted_on, due_on, unit, reviewer_id, type, kinds, returns, tally)
       SELECT issued_on, case_id, 2, accepted_on, issued_on, unit, reviewer_id, 'T-OK', kinds, 0, tally FROM issued_reviews WHERE case_id = ? AND round = 1`,
      caseId(index),
    )
    writer.run("INSERT INTO feedbacks (case_id, round, outcome, answered_by, answered_on, reason, recorded_by, recorded_at) VALUES (?, 2, 'adopted', '', '2025-07-03', '', ?, '')", caseId(index), person(1))
    for (const number of [1, 2]) writer.run("INSERT INTO problem_answers (case_id, round, number, answer, reason) VALUES (?, 2, ?, 'adopted', '')", caseId(index), number)
  })
  const after = ask()
  expect([after.reviews - before.reviews, after.inTime - before.inTime, after.agreed - before.agreed, after.adopted - before.adopted]).toEqual([1, 1, 1, 2])
})
