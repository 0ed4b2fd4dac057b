/** What the ledger is narrowed by (台账筛选) is what the record says of each case, told here once more and in another way. */
import type { CaseId } from '../../src/shared/values/values.ts'
import { Broken } from './history.ts'
import type { HistoryStation } from './history-station.ts'

interface Row {
  readonly round: number
  readonly is: string
}

function adoption(outcome: string, answers: readonly string[]): string {
  if (outcome === 'objected') return 'objected'
  if (answers.every((answer) => answer === 'adopted')) return 'adopted'
  return answers.every((answer) => answer === 'notAdopted') ? 'notAdopted' : 'partly'
}

function ofRounds({ reader }: HistoryStation, id: CaseId): string[] {
  const rows = (sql: string): Row[] => reader.all<Row>(sql, id)
  const assigned = new Map(rows('SELECT round, mode AS "is" FROM assignments WHERE case_id = ? ORDER BY id').map(({ round, is }) => [round, is]))
  const longer = rows("SELECT CAST(substr(clock, 8) AS INTEGER) AS round, clock AS \"is\" FROM clock_extensions WHERE case_id = ? AND clock LIKE 'review/%' AND taken_back_at IS NULL")
  const answered = new Map(rows('SELECT round, outcome AS "is" FROM feedbacks WHERE case_id = ?').map(({ round, is }) => [round, is]))
  const answers = rows('SELECT round, answer AS "is" FROM problem_answers WHERE case_id = ?')
  const issued = rows("SELECT round, state AS \"is\" FROM opinions WHERE case_id = ? AND state = 'issued'")
  return [
    ...[...assigned].map(([round, mode]) => `assignment/${mode}@${round}`),
    ...longer.map(({ round }) => `extension/yes@${round}`),
    ...[...answered].map(([round, outcome]) => `adopted/${adoption(outcome, answers.filter((one) => one.round === round).map(({ is }) => is))}@${round}`),
    ...issued.filter(({ round }) => !answered.has(round)).map(({ round }) => `adopted/awaited@${round}`),
  ]
}

const OF_DAYS: Readonly<Record<string, string>> = { remedySought: 'sought', reconsidered: 'reconsidered', decisionChanged: 'overturned' }

function ofCase({ reader }: HistoryStation, id: CaseId): string[] {
  const all = (sql: string): string[] => reader.all<{ is: string }>(sql, id).map(({ is }) => is)
  const days = all('SELECT event AS "is" FROM clock_days WHERE case_id = ? AND taken_back_at IS NULL')
  const changes = all('SELECT outcome AS "is" FROM decision_changes WHERE case_id = ?')
  const came = [
    ...(all('SELECT id AS "is" FROM publications WHERE case_id = ?').length > 0 || days.includes('published') ? ['published'] : []),
    ...(all("SELECT id AS \"is\" FROM withholdings WHERE case_id = ? AND outcome = 'approved'").length > 0 ? ['withheld'] : []),
    ...(all('SELECT change_id AS "is" FROM publication_withdrawals WHERE case_id = ?').length > 0 ? ['withdrawn'] : []),
  ]
  const decided = all('SELECT number AS "is" FROM decisions WHERE case_id = ?').length > 0
  const remedies = [...days.flatMap((event) => OF_DAYS[event] ?? []), ...changes, ...(changes.length > 0 ? ['overturned'] : [])]
  const state = all('SELECT to_state AS "is" FROM transfer_steps WHERE case_id = ? ORDER BY seq DESC LIMIT 1')[0] ?? 'none'
  return [
    ...(came.length === 0 && decided ? ['awaited'] : came).map((one) => `published/${one}@0`),
    ...(remedies.length === 0 ? [] : [...remedies, 'any']).map((one) => `remedy/${one}@0`),
    ...(state === 'none' ? [] : [`transfer/${state}@0`, 'transfer/any@0']),
  ]
}

/** Defects are told by the tally of an opinion, which has its own tests. */
export function marksHold(the: HistoryStation): void {
  for (const [place, id] of the.cases.entries()) {
    const kept = the.reader.all<{ mark: string }>("SELECT mark || '@' || round AS mark FROM ledger_marks WHERE case_id = ? AND mark NOT LIKE 'defects/%'", id).map(({ mark }) => mark)
    const told = [...new Set([...ofRounds(the, id), ...ofCase(the, id)])]
    const [extra, missing] = [kept.filter((mark) => !told.includes(mark)), told.filter((mark) => !kept.includes(mark))]
    if (extra.length > 0 || missing.length > 0) throw new Broken(`history ${place}: the ledger is narrowed by ${extra.join(', ') || 'nothing'} too much, and not by ${missing.join(', ') || 'nothing'}`)
  }
}
