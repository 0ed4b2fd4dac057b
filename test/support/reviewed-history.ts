/** Reviews of two years as a station of before there were statistics has them: what the statistics are tested against. */
import { randomBytes } from 'node:crypto'
import { MIGRATIONS } from '../../src/main/store/migrations.ts'
import { openStore } from '../../src/main/store/open-store.ts'
import { ACTION_KINDS, OPINION_TYPE_CODES, SEVERITIES, type Severity } from '../../src/shared/catalogue/vocabulary.ts'
import { isoDate, type IsoDate, type PersonId } from '../../src/shared/values/values.ts'
import { temporaryFolder } from './temporary-folder.ts'

const MANY = 600
export const UNITS = ['执法一大队', '执法二大队', '东城中队']
export const QUESTIONS = Array.from({ length: 24 }, (_, index) => ({ id: `${1 + (index % 8)}.${1 + Math.floor(index / 8)}`, severity: SEVERITIES[index % 3] as Severity }))

/** Repeatable numbers below `most`. */
function dice(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

export interface Made {
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
  /** Decisions: at most one in order; one out of order is always red. */
  readonly decisions: readonly { readonly on: IsoDate; readonly irregular: boolean; readonly red: boolean }[]
  /** Defects found later; those taken back count nowhere. */
  readonly later: readonly { readonly on: IsoDate; readonly heading: number; readonly takenBack: boolean }[]
  readonly findings: readonly { readonly rule: string; readonly outcome: 'accepted' | 'changed' | 'dismissed'; readonly on: IsoDate }[]
}

const ANSWERS = ['adopted', 'partly', 'notAdopted'] as const
export const OUTCOMES = ['accepted', 'changed', 'dismissed'] as const

export const person = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}` as PersonId
export const caseId = (n: number) => `0190b000-0000-7000-8000-${String(n).padStart(12, '0')}`
const dayAfter = (day: string, plus: number): IsoDate => isoDate(new Date(Date.parse(day) + plus * 86_400_000).toISOString().slice(0, 10))

export function history(): Made[] {
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
      decisions: [
        ...(roll(3) === 0 ? [] : [{ on: dayAfter(issuedOn, roll(60)), irregular: false, red: roll(6) === 0 }]),
        ...Array.from({ length: roll(8) === 0 ? 1 + roll(2) : 0 }, () => ({ on: dayAfter(issuedOn, roll(300)), irregular: true, red: true })),
      ],
      findings: Array.from({ length: roll(3) }, () => ({ rule: `rule.${roll(12)}`, outcome: OUTCOMES[roll(3)] ?? 'accepted', on: dayAfter(receivedOn, roll(10)) })),
    }
  })
}

/** A store as it was before statistics, with these reviews in it. */
export function oldStore(made: readonly Made[]): { folder: string; key: Uint8Array } {
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
      one.decisions.forEach(({ on, irregular, red }, n) =>
        writer.run(
          `INSERT INTO decisions (id, case_id, round, number, decided_on, amount, irregular, red, fields, comparison, recorded_by, recorded_at)
           VALUES (?, ?, 1, ?, ?, NULL, ?, ?, ?, '{}', ?, '')`,
          `${id}/${n}`, id, `罚〔${index}〕${n % 2}号`, on, irregular ? 1 : 0, red ? 1 : 0,
          JSON.stringify({ actionKinds: one.kinds, effects: [{ kind: 'fine', amount: 100.05 * index }, { kind: 'warning', amount: null }, { kind: 'fine', amount: 0.07 }].slice(0, index % 4) }), person(1),
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
