/** Cases with everything that the ledger tells of them, written as rows: the same every time, in whatever version of the store. */
import { insertCase } from '../../src/main/cases/case-record.ts'
import type { Writer } from '../../src/main/store/database.ts'
import { TRANSFER_STATES } from '../../src/shared/cases/state-machine-transfer.ts'
import { isoInstant, type CaseId } from '../../src/shared/values/values.ts'
import { caseFields } from './test-case.ts'

export const HISTORY_CASES = 240

export const historyCase = (index: number): CaseId => `0190a5f0-7c1e-7a3b-9d2f-${index.toString(16).padStart(12, '0')}` as CaseId

type Draw = (below: number) => number

/** Numbers that look drawn. */
function drawing(): Draw {
  let state = 20_261_122
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const two = (part: number): string => String(part).padStart(2, '0')
const someDay = (draw: Draw): string => `2026-${two(1 + draw(11))}-${two(1 + draw(28))}`

interface Place {
  readonly writer: Writer
  readonly draw: Draw
  readonly id: CaseId
  readonly index: number
  readonly person: string
}

const one = <Item>(draw: Draw, items: readonly Item[]): Item => items[draw(items.length)] as Item

function writeRound({ writer, draw, id, index, person }: Place, round: number): void {
  const key = `${index}-${round}`
  for (let times = draw(3); times > 0; times -= 1) {
    writer.run(
      "INSERT INTO assignments (id, case_id, round, mode, person_id, excluded, assigned_at) VALUES (?, ?, ?, ?, ?, '[]', '')",
      `${key}-${9 - times}`,
      id,
      round,
      one(draw, ['drawn', 'chosen', 'kept']),
      person,
    )
  }
  writer.run('UPDATE rounds SET due_on = ? WHERE case_id = ? AND round = ?', someDay(draw), id, round)
  if (draw(4) === 0) {
    writer.run(
      "INSERT INTO clock_extensions (id, case_id, clock, length, unit, approved_by, approved_on, reason, recorded_by, recorded_at) VALUES (?, ?, ?, 5, 'workingDays', '局长', '2026-01-05', 'x', ?, '')",
      key,
      id,
      draw(5) === 0 ? 'decision' : `review/${round}`,
      person,
    )
    if (draw(3) === 0) writer.run("UPDATE clock_extensions SET taken_back_at = '2026-02-01' WHERE id = ?", key)
  }
  if (draw(5) === 0) return
  const tally = Array.from({ length: 24 }, () => (draw(30) === 0 ? one(draw, ['1', '2', 'a']) : '0')).join('')
  writer.run(
    "INSERT INTO issued_reviews (issued_on, case_id, round, unit, reviewer_id, type, kinds, returns, tally) VALUES (?, ?, ?, '', ?, 'T-OK', '[]', 0, ?)",
    someDay(draw),
    id,
    round,
    person,
    tally,
  )
  if (draw(3) === 0) return
  const outcome = draw(5) === 0 ? 'objected' : 'adopted'
  writer.run("INSERT INTO feedbacks (case_id, round, outcome, answered_by, answered_on, reason, recorded_by, recorded_at) VALUES (?, ?, ?, '', '2026-05-05', '', ?, '')", id, round, outcome, person)
  if (outcome === 'objected') return
  for (let number = draw(4); number > 0; number -= 1) {
    writer.run("INSERT INTO problem_answers (case_id, round, number, answer, reason) VALUES (?, ?, ?, ?, 'x')", id, round, number, one(draw, ['adopted', 'adopted', 'notAdopted', 'partly']))
  }
}

function writeAfterwards({ writer, draw, id, index, person }: Place, round: number): void {
  const key = String(index)
  if (draw(3) > 0) {
    writer.run(
      "INSERT INTO decisions (id, case_id, round, number, decided_on, irregular, red, fields, comparison, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, 0, 0, '{}', '{}', ?, '')",
      key,
      id,
      round,
      one(draw, [`清环罚〔2026〕${index}号`, `清环许(${index})第7号`, `ＱＨ-${index}`]),
      someDay(draw),
      person,
    )
  }
  const day = (event: string): void => {
    writer.run("INSERT INTO clock_days (id, case_id, event, on_day, note, recorded_by, recorded_at) VALUES (?, ?, ?, ?, '', ?, '')", `${key}-${event}`, id, event, someDay(draw), person)
    if (draw(4) === 0) writer.run("UPDATE clock_days SET taken_back_at = '2026-02-01' WHERE id = ?", `${key}-${event}`)
  }
  for (const event of ['published', 'remedySought', 'reconsidered', 'decisionChanged', 'served']) if (draw(6) === 0) day(event)
  if (draw(5) === 0) {
    writer.run(
      "INSERT INTO publications (id, case_id, place, place_name, address, published_on, what, note, proofs, recorded_by, recorded_at) VALUES (?, ?, 'x', '', 'x', ?, 'summary', '', '[{}]', ?, '')",
      key,
      id,
      someDay(draw),
      person,
    )
  }
  if (draw(5) === 0) {
    writer.run("INSERT INTO withholdings (id, case_id, rule_id, rule, reason, proposed_by, proposed_at) VALUES (?, ?, 'x', 'x', '涉及商业秘密', ?, '')", key, id, person)
    const outcome = one(draw, ['approved', 'returned', null])
    if (outcome !== null) writer.run("UPDATE withholdings SET outcome = ?, settled_by = 'second', settled_on = '2026-03-03', settled_at = '' WHERE id = ?", outcome, key)
  }
  if (draw(4) === 0) {
    const outcome = one(draw, ['changed', 'annulled', 'unlawful', 'void', 'remade'])
    writer.run("INSERT INTO decision_changes (id, case_id, outcome, organ, number, changed_on, note, recorded_by, recorded_at) VALUES (?, ?, ?, '县政府', '', ?, '', ?, '')", key, id, outcome, someDay(draw), person)
    if (draw(2) === 0) {
      writer.run("INSERT INTO publication_withdrawals (change_id, case_id, withdrawn_on, explanation, explained_at, proofs, recorded_by, recorded_at) VALUES (?, ?, ?, 'x', 'x', '[{}]', ?, '')", key, id, someDay(draw), person)
    }
  }
  if (draw(6) === 0) {
    writer.run(
      "INSERT INTO later_defects (id, case_id, round, source, found_on, heading, severity, description, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, 3, 'C', 'x', ?, '')",
      key,
      id,
      round,
      one(draw, ['evaluation', 'reconsideration', 'court', 'supervision']),
      someDay(draw),
      person,
    )
  }
  if (draw(3) === 0) {
    let before = 'none'
    for (let seq = 1; seq <= 1 + draw(3); seq += 1) {
      const state = one(draw, TRANSFER_STATES.slice(0, 12))
      writer.run(
        "INSERT INTO transfer_steps (case_id, seq, action, from_state, to_state, happened_at, happened_on, content, done_by, recorded_at) VALUES (?, ?, 'x', ?, ?, '', '2026-04-04', '{}', ?, '')",
        id,
        seq,
        before,
        state,
        person,
      )
      before = state
    }
  }
  if (draw(3) === 0) writer.run("INSERT INTO archives (case_id, archived_on, fields, recorded_by, recorded_at) VALUES (?, ?, '{}', ?, '')", id, someDay(draw), person)
}

const REMARKS = ['听证后改为减轻', '已口头催办', '延期一次，已报备', 'ＡＢ公司另案', '']

function writeRemarks({ writer, draw, id, person }: Place): void {
  const entries = writer.all<{ id: number }>('SELECT id FROM ledger_entries WHERE case_id = ? ORDER BY id', id)
  for (const entry of entries) {
    for (let seq = 1; seq <= draw(3); seq += 1) {
      writer.run("INSERT INTO ledger_remarks (entry_id, seq, remark, written_by, written_at) VALUES (?, ?, ?, ?, '')", entry.id, seq, one(draw, REMARKS), person)
    }
  }
}

/** Writes the cases and what followed; `person` is somebody of the store, and there is another one, `second`. */
export function writeLedgerHistory(writer: Writer, person: string, cases = HISTORY_CASES): void {
  const draw = drawing()
  for (let index = 0; index < cases; index += 1) {
    const id = historyCase(index)
    const place: Place = { writer, draw, id, index, person }
    const amount = one(draw, [0, 500, 5000.5, 200_000])
    const effects = draw(4) === 0 ? [] : [{ kind: 'fine' as const, amount, detail: '' }]
    insertCase(writer, { id, fields: caseFields({ title: `第${index}号案`, fileNumber: `立〔2026〕${index}号`, receivedOn: someDay(draw) as never, effects } as never), state: 'archived', createdBy: person, at: isoInstant(new Date(Date.UTC(2026, 0, 1, 0, draw(5000)))) })
    writeRound(place, 1)
    const rounds = draw(4) === 0 ? 2 : 1
    // some facts of the case are there before its last round begins
    const early = draw(2) === 0
    if (early) writeAfterwards(place, 1)
    if (rounds === 2) {
      writer.run('INSERT INTO rounds (case_id, round, submitted_on) VALUES (?, 2, ?)', id, someDay(draw))
      writer.run('UPDATE cases SET round = 2 WHERE id = ?', id)
      writeRound(place, 2)
    }
    if (!early) writeAfterwards(place, rounds)
    writeRemarks(place)
  }
}
