/** What must hold of a station whatever happened in it. Each throws with what is broken and where. */
import { CASE_TRANSITIONS } from '../../src/shared/cases/state-machine-transitions.ts'
import { leadsTo } from '../../src/shared/cases/state-machine.ts'
import { UNREGISTERED } from '../../src/shared/cases/state-machine-terms.ts'
import { LIGHT_OF_STATE, type Clock } from '../../src/shared/deadlines/clock.ts'
import type { CaseId } from '../../src/shared/values/values.ts'
import { sha256Hex, entriesAbout, missingWitnesses, verifyChain } from '../../src/main/audit/chain.ts'
import { Broken } from './history.ts'
import type { HistoryStation } from './history-station.ts'

/** Every column of each issued opinion with the hashes of its documents, by case and round. */
export type Issued = ReadonlyMap<string, string>

export function issuedOpinions({ reader }: HistoryStation): Issued {
  const rows = reader.all<{ case_id: string; round: number; number: string }>("SELECT * FROM opinions WHERE state = 'issued'")
  // those that bear its number: forms of the same round come later and have numbers of their own
  const papers = (number: string) => reader.all('SELECT id, kind, sha256, size FROM documents WHERE number = ? ORDER BY id', number)
  const answers = (caseId: string, round: number) => reader.all('SELECT * FROM answers WHERE case_id = ? AND round = ? ORDER BY question_id', caseId, round)
  return new Map(rows.map((row) => [`${row.case_id}/${row.round}`, sha256Hex(JSON.stringify([row, papers(row.number), answers(row.case_id, row.round)]))]))
}

/** No issued opinion changes: what was issued is there, byte for byte. */
export function opinionsStay(the: HistoryStation, before: Issued): Issued {
  const now = issuedOpinions(the)
  for (const [key, hash] of before) {
    if (now.get(key) !== hash) throw new Broken(`the issued opinion ${key} ${now.has(key) ? 'changed' : 'is gone'}`)
  }
  return now
}

/** No number is used twice or lost: each series runs 1, 2, 3 … and each number is issued with its opinion, or void with its reason. */
export function numbersHold({ reader }: HistoryStation): void {
  const rows = reader.all<{ prefix: string; year: number; serial: number; number: string; state: string; reason: string | null; case_id: string; round: number }>(
    'SELECT prefix, year, serial, number, state, reason, case_id, round FROM numbers ORDER BY prefix, year, serial',
  )
  let last = { series: '', serial: 0 }
  for (const { prefix, year, serial, number, state, reason, case_id: caseId, round } of rows) {
    const series = `${prefix}/${year}`
    const expected = series === last.series ? last.serial + 1 : 1
    if (serial !== expected) throw new Broken(`number ${number}: serial ${serial} after ${expected - 1}`)
    last = { series, serial }
    const bearing = reader.all<{ state: string }>('SELECT state FROM opinions WHERE number = ?', number).map((one) => one.state)
    if (bearing.length > 1) throw new Broken(`number ${number} stands in ${bearing.length} opinions`)
    if (state === 'issued' && round > 0 && bearing[0] !== 'issued') throw new Broken(`number ${number} is issued, its opinion is ${bearing[0] ?? 'gone'}`)
    if (state === 'void' && (reason === null || reason === '' || bearing.length > 0)) throw new Broken(`number ${number} is void without a reason, or still in use`)
    if (state === 'reserved') {
      const held = reader.get("SELECT 1 FROM opinions WHERE number = ? AND case_id = ? AND round = ? AND state = 'signing'", number, caseId, round)
      if (held === undefined) throw new Broken(`number ${number} is taken and held by no opinion`)
    }
  }
  const without = reader.get<{ case_id: string }>("SELECT case_id FROM opinions o WHERE state = 'issued' AND NOT EXISTS (SELECT 1 FROM numbers n WHERE n.number = o.number AND n.state = 'issued')")
  if (without !== undefined) throw new Broken(`the opinion of ${without.case_id} has a number that the register has not`)
}

/** No clock is negative without a light: what is over is red, and what is red is over or was too early. */
export function clocksAreLit(clocks: readonly Clock[], where: string): number {
  for (const { key, state, left, dueAt, stop } of clocks) {
    const light = LIGHT_OF_STATE[state]
    const open = state === 'running' || state === 'amber' || state === 'red'
    if (open && left !== null && left.n < 0 && light !== 'red') throw new Broken(`${where}: clock ${key} has ${left.n} ${left.unit} left and is ${state}`)
    if (state === 'red' && (dueAt === null || (left !== null && left.n > 0))) throw new Broken(`${where}: clock ${key} is red with ${left?.n ?? '?'} left`)
    if (state === 'late' && stop === null) throw new Broken(`${where}: clock ${key} is late and did not end`)
  }
  return clocks.length
}

/** The audit chain is whole, and every issued opinion stands in it. */
export function chainHolds({ reader }: HistoryStation): number {
  const { broken, entries } = verifyChain(reader)
  if (broken !== null) throw new Broken(`the audit chain breaks at ${broken.seq}: ${broken.problem}`)
  const missing = missingWitnesses(reader)
  if (missing.length > 0) throw new Broken(`opinions without their entry: ${missing.join(', ')}`)
  return entries
}

/** The acts of a case, read from the audit chain alone, lead through the table to the state and the round that are stored. */
export function recordTellsTheState({ reader }: HistoryStation, caseId: CaseId): void {
  let [state, round]: [string, number] = [UNREGISTERED, 0]
  for (const { act, seq } of entriesAbout(reader, `case/${caseId}`)) {
    const row = CASE_TRANSITIONS.find(({ audit }) => audit === act)
    if (row === undefined) continue
    if (!row.from.some((from) => from === state)) throw new Broken(`entry ${seq} ${act} cannot follow ${state} in ${caseId}`)
    state = leadsTo<string>(row, state)
    if (row.startsRound) round += 1
  }
  const stored = reader.get<{ state: string; round: number }>('SELECT state, round FROM cases WHERE id = ?', caseId)
  if (stored?.state !== state || stored.round !== round) {
    throw new Broken(`the record of ${caseId} leads to ${state}, round ${round}; stored are ${stored?.state ?? 'nothing'}, round ${stored?.round ?? 0}`)
  }
}

/** Rows that an act leaves behind, and the entries of such acts: as many of one as of the other. */
const RECORDS: readonly (readonly [rows: string, entries: string])[] = [
  ['returned_steps', "act IN ('transfer.registerReturn', 'transfer.assessReturn', 'transfer.decideReturn', 'transfer.answerReturn')"],
  ['clue_steps', "act IN ('transfer.addClue', 'transfer.updateClue')"],
  ['clock_extensions', "act = 'clock.extend'"],
  ['clock_exclusions', "act = 'clock.exclude'"],
  ['clock_days', "act = 'clock.recordDay'"],
  ['(SELECT taken_back_at AS t FROM clock_extensions UNION ALL SELECT taken_back_at FROM clock_exclusions UNION ALL SELECT taken_back_at FROM clock_days) WHERE t IS NOT NULL', "act = 'clock.takeBack'"],
  ['mergers', "act = 'case.withdraw' AND json_extract(content, '$.mergedInto') IS NOT NULL"],
  ['publications', "act IN ('case.disclose', 'disclosure.recordPublication') AND json_extract(content, '$.place') IS NOT NULL"],
  ['withholdings', "act = 'disclosure.submitWithholding'"],
  ['withholdings WHERE outcome IS NOT NULL', "act IN ('case.disclose', 'disclosure.settleWithholding') AND json_extract(content, '$.withholdingId') IS NOT NULL"],
  ['decision_changes', "act = 'disclosure.recordChange'"],
  ['publication_withdrawals', "act = 'disclosure.recordWithdrawal'"],
  ['masking_steps', "act IN ('disclosure.addMasking', 'disclosure.saveMasking', 'disclosure.submitMasking', 'disclosure.settleMasking')"],
  ['retentions', "act = 'case.setRetention'"],
  ['ledger_remarks', "act = 'ledger.remark'"],
  // a notice of supplement is printed with the act that asks for papers, and may be made anew as a form
  ["form_papers p JOIN documents d ON d.id = p.pdf_document_id WHERE d.kind = 'formPdf'", "act = 'form.make'"],
  ['form_papers WHERE void_at IS NOT NULL', "act = 'form.void'"],
  ['evaluations', "act = 'evaluation.start'"],
  ['evaluation_sheets WHERE signed_at IS NOT NULL', "act = 'evaluation.sign'"],
]

/** Nothing is on record that no entry tells of, and nothing is told of that is not there. */
export function everyRecordHasItsEntry({ reader }: HistoryStation): void {
  for (const [rows, entries] of RECORDS) {
    const count = (from: string): number => reader.get<{ n: number }>(`SELECT count(*) AS n FROM ${from}`)?.n ?? 0
    const [there, told] = [count(rows), count(`audit WHERE ${entries}`)]
    if (there !== told) throw new Broken(`${there} of ${rows}, and ${told} entries of ${entries}`)
  }
}
