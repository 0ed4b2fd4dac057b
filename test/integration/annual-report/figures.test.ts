/** The six tables from a store of before there was an annual report, against the same figures counted the plain way. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { annualFacts, undecidedOf, yearSpan } from '../../../src/main/annual-report/annual-facts.ts'
import { loadCatalogue } from '../../../src/main/catalogue/load.ts'
import type { OpenDatabase } from '../../../src/main/store/database.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { knownFigures } from '../../../src/shared/annual-report/known-figures.ts'
import { ACTION_KINDS, type ActionKind, type EffectKind } from '../../../src/shared/catalogue/vocabulary.ts'
import { RESOURCES } from '../../support/test-station.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'

const MANY = 400
const rows = loadCatalogue(`${RESOURCES}/catalogue`).annualReport
const PERSON = '0190a000-0000-7000-8000-000000000001'
const caseId = (n: number) => `0190b000-0000-7000-8000-${String(n).padStart(12, '0')}`
/** From light to heavy, as the note below the table says. */
const HEAVIER: readonly (readonly EffectKind[])[] = [
  ['warning'], ['criticism'], ['fine'], ['confiscationOfGain', 'confiscationOfProperty'], ['licenceSuspension'], ['qualificationDowngrade'],
  ['activityRestriction'], ['suspension'], ['closure', 'professionBan'], ['revocation'], ['detention'],
]
const NAMES = ['warning', 'criticism', 'fine', 'confiscation', 'licenceSuspension', 'downgrade', 'restriction', 'suspension', 'closure', 'revocation', 'detention']

function dice(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

interface Made {
  readonly kinds: readonly ActionKind[]
  readonly effects: readonly { readonly kind: EffectKind; readonly amount: number | null }[]
  readonly decidedOn: string | null
  readonly irregularToo: boolean
  readonly issuedOn: string
  readonly type: string
  readonly droppedOn: string | null
  readonly deliveredOn: string | null
}

const dayIn = (roll: (most: number) => number): string => new Date(Date.UTC(2024, 10, 1) + roll(760) * 86_400_000).toISOString().slice(0, 10)

function history(): Made[] {
  const roll = dice(31)
  return Array.from({ length: MANY }, () => {
    const dropped = roll(8) === 0
    return {
      kinds: ACTION_KINDS.filter((_, at) => (at === 0 ? roll(5) > 0 : roll(6) === 0)),
      effects: HEAVIER.flat().concat('other', 'seizure').filter(() => roll(7) === 0).map((kind) => ({ kind, amount: kind === 'fine' || kind.startsWith('confiscation') ? roll(10_000_000) / 100 : null })),
      decidedOn: dropped || roll(5) === 0 ? null : dayIn(roll),
      irregularToo: roll(12) === 0,
      issuedOn: dayIn(roll),
      type: ['T-OK', 'T-COND', 'T-PROC'][roll(3)] ?? 'T-OK',
      droppedOn: dropped ? dayIn(roll) : null,
      deliveredOn: roll(15) === 0 ? dayIn(roll) : null,
    }
  })
}

/** A store as it was before the annual report. */
function oldStore(made: readonly Made[]): { folder: string; key: Uint8Array } {
  const [folder, key] = [temporaryFolder('annual'), new Uint8Array(randomBytes(32))]
  const store = openStore(folder, key, MIGRATIONS.filter(({ version }) => version < 200))
  store.transaction('test', (writer) => {
    writer.run("INSERT INTO people (id, login, name, fields, active, version, password, created_at) VALUES (?, 'p', '审核员', '{}', 1, 1, '{}', '')", PERSON)
    made.forEach((one, index) => {
      const id = caseId(index)
      writer.run(
        `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on, due_provisional,
           reviewer_id, amount, version, created_by, created_at, updated_at, fields)
         VALUES (?, '案', '号', '当事人', '大队', ?, 'issued', 1, '2025-01-01', '9999-12-31', 0, ?, 1000, 1, '', '', '', '{}')`,
        id, JSON.stringify(one.kinds), PERSON,
      )
      writer.run(
        `INSERT INTO issued_reviews (issued_on, case_id, round, unit, reviewer_id, type, kinds, returns, tally) VALUES (?, ?, 1, '大队', ?, ?, ?, 0, ?)`,
        one.issuedOn, id, PERSON, one.type, JSON.stringify(one.kinds), '0'.repeat(24),
      )
      const decision = (seq: number, irregular: number, effects: Made['effects']): void => {
        writer.run(
          `INSERT INTO decisions (id, case_id, round, number, decided_on, amount, irregular, red, fields, comparison, recorded_by, recorded_at)
           VALUES (?, ?, 1, ?, ?, NULL, ?, ?, ?, '{}', ?, '')`,
          `${id}/${seq}`, id, `罚〔${index}〕号`, one.decidedOn, irregular, irregular, JSON.stringify({ actionKinds: one.kinds, effects }), PERSON,
        )
      }
      // recorded as irregular first and then as it should be, under one number: one decision
      if (one.decidedOn !== null && one.irregularToo) decision(0, 1, [{ kind: 'detention', amount: null }])
      if (one.decidedOn !== null) decision(1, 0, one.effects)
      if (one.droppedOn !== null) writer.run("INSERT INTO drops (case_id, round, kind, dropped_on, reason, recorded_by, recorded_at) VALUES (?, 1, 'noPenalty', ?, '', ?, '')", id, one.droppedOn, PERSON)
      if (one.deliveredOn !== null) {
        writer.run(
          "INSERT INTO transfer_steps (case_id, seq, action, from_state, to_state, happened_at, happened_on, content, done_by, recorded_at) VALUES (?, 1, 'deliver', 'none', 'delivered', '', ?, '{}', ?, '')",
          id, one.deliveredOn, PERSON,
        )
      }
    })
  })
  store.close()
  return { folder, key }
}

const made = history()
let store: OpenDatabase
beforeAll(() => {
  const { folder, key } = oldStore(made)
  store = openStore(folder, key)
})
afterAll(() => {
  store.close()
  removeTemporaryFolders()
})

describe.each([2024, 2025, 2026])('%i', (year) => {
  const within = (day: string | null): boolean => day !== null && day.startsWith(`${year}-`)
  const penalties = made.filter(({ kinds, decidedOn }) => kinds.includes('penalty') && within(decidedOn))
  const figures = () => knownFigures(rows, annualFacts(store.reader, yearSpan(year)))

  it('each penalty under its heaviest kind', () => {
    const heaviest = penalties.map(({ effects }) => HEAVIER.findLastIndex((kinds) => effects.some(({ kind }) => kinds.includes(kind))))
    NAMES.forEach((name, at) => expect(figures().get(`penalty.${name}`), name).toBe(heaviest.filter((one) => one === at).length))
    expect(figures().get('penalty.other')).toBe(heaviest.filter((one) => one === -1).length)
    expect(penalties.length).toBeGreaterThan(year === 2024 ? 5 : 50)
  })

  it('the amounts to the fen', () => {
    const fen = penalties.flatMap(({ effects }) => effects).reduce((sum, { amount }) => sum + BigInt(Math.round((amount ?? 0) * 100)), 0n)
    expect(figures().get('penalty.amount')).toBe(Number(fen) / 100)
  })

  it('reviews, what ended without a penalty, and what went to the police', () => {
    const of = (kind: ActionKind) => made.filter(({ kinds, issuedOn }) => kinds.includes(kind) && within(issuedOn))
    for (const [table, kind] of [['penalty', 'penalty'], ['licence', 'licence'], ['inspection', 'inspection']] as const) {
      expect(figures().get(`${table}.reviewed`)).toBe(of(kind).length)
      expect(figures().get(`${table}.corrected`)).toBe(of(kind).filter(({ type }) => type !== 'T-OK').length)
    }
    expect(figures().get('penalty.noPenalty')).toBe(made.filter(({ kinds, droppedOn }) => kinds.includes('penalty') && within(droppedOn)).length)
    expect(figures().get('penalty.transferred')).toBe(made.filter(({ kinds, deliveredOn }) => kinds.includes('penalty') && within(deliveredOn)).length)
  })

  it('what was reviewed and passed, and has no decision', () => {
    const open = made.filter((one) => within(one.issuedOn) && one.type !== 'T-PROC' && one.decidedOn === null && one.droppedOn === null)
    expect(undecidedOf(store.reader, yearSpan(year), ['T-OK', 'T-COND'])).toBe(open.length)
  })
})

it('what was entered is corrected by a later row and never changed', () => {
  const insert = "INSERT INTO annual_report_records (year, kind, key, content, recorded_by, recorded_at) VALUES (2025, 'figure', 'penalty.fine', '{\"value\":1,\"note\":\"\"}', ?, '')"
  store.transaction('test', (writer) => writer.run(insert, PERSON))
  expect(() => store.transaction('test', (writer) => writer.run("UPDATE annual_report_records SET content = '{}'"))).toThrow(/corrected by a later row/u)
  expect(() => store.transaction('test', (writer) => writer.run('DELETE FROM annual_report_records'))).toThrow(/corrected by a later row/u)
})
