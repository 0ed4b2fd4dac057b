/**
 * Issued reviews in a form that is counted fast, kept in step when an opinion is issued and made here for those that are;
 * and defects that were found after the opinion (漏检).
 */
import type Database from 'better-sqlite3'
import { SEVERITIES, type Severity } from '../../../shared/catalogue/vocabulary.ts'
import { civilDayOf } from '../../../shared/deadlines/civil-time.ts'
import { headingOf, tallyOf } from '../../../shared/statistics/tally.ts'
import type { IsoInstant } from '../../../shared/values/values.ts'
import type { Migration } from '../migrations.ts'
import { forbid } from './guard.ts'

const TABLES = `
CREATE TABLE issued_reviews (
  issued_on TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  accepted_on TEXT,
  due_on TEXT,
  unit TEXT NOT NULL,
  reviewer_id TEXT NOT NULL,
  type TEXT NOT NULL,
  kinds TEXT NOT NULL,
  returns INTEGER NOT NULL,
  tally TEXT NOT NULL CHECK (length(tally) = 24),
  PRIMARY KEY (issued_on, case_id, round)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX issued_reviews_by_case ON issued_reviews (case_id, round);
CREATE TABLE later_defects (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('evaluation', 'reconsideration', 'court', 'supervision')),
  found_on TEXT NOT NULL,
  heading INTEGER NOT NULL CHECK (heading BETWEEN 1 AND 8),
  severity TEXT NOT NULL CHECK (severity IN ('F', 'C', 'A')),
  description TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES people(id),
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX later_defects_by_case ON later_defects (case_id);
CREATE INDEX later_defects_by_day ON later_defects (found_on, case_id);`

const GUARDS = ['issued_reviews', 'later_defects']
  .flatMap((table) => [
    forbid(`${table}_no_update`, 'UPDATE', table, '', 'what was counted never changes'),
    forbid(`${table}_no_delete`, 'DELETE', table, '', 'what was counted never changes'),
  ])
  .join('\n')

interface Issued {
  readonly case_id: string
  readonly round: number
  readonly issued_at: IsoInstant
  readonly type: string
  readonly accepted_on: string | null
  readonly due_on: string | null
  readonly reviewer_id: string | null
  readonly catalogue_version: string | null
  readonly submitting_unit: string
  readonly action_kinds: string
}

/** Severities of the questions of a kept catalogue; a question that it does not hold counts as advisory. */
function severities(database: Database.Database): (version: string | null) => ReadonlyMap<string, Severity> {
  const known = new Map<string, ReadonlyMap<string, Severity>>()
  return (version) => {
    const hash = version === null ? '' : String((JSON.parse(version) as { contentHash?: unknown }).contentHash ?? '')
    const found = known.get(hash)
    if (found !== undefined) return found
    const content = database.prepare('SELECT content FROM catalogues WHERE content_hash = ?').pluck().get(hash) as string | undefined
    const { questions = [] } = JSON.parse(content ?? '{}') as { questions?: { id: string; severity: Severity }[] }
    const map = new Map(questions.map(({ id, severity }) => [id, severity]))
    known.set(hash, map)
    return map
  }
}

/** Of opinions that were issued before there were statistics. */
function fromTheRecord(database: Database.Database): void {
  const severityOf = severities(database)
  const wrong = database.prepare(
    "SELECT question_id FROM answers WHERE case_id = ? AND round = ? AND (fields ->> '$.answer') IN ('no', 'cannotTell')",
  ).pluck()
  const returns = database.prepare('SELECT count(*) FROM returns WHERE case_id = ? AND round = ?').pluck()
  const insert = database.prepare(
    `INSERT INTO issued_reviews (issued_on, case_id, round, accepted_on, due_on, unit, reviewer_id, type, kinds, returns, tally)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const issued = database.prepare(
    `SELECT o.case_id, o.round, o.issued_at, o.type, r.accepted_on, r.due_on, r.reviewer_id, r.catalogue_version,
       c.submitting_unit, c.action_kinds
     FROM opinions o JOIN rounds r ON r.case_id = o.case_id AND r.round = o.round JOIN cases c ON c.id = o.case_id
     WHERE o.state = 'issued'`,
  ).all() as Issued[]
  for (const one of issued) {
    const severity = severityOf(one.catalogue_version)
    const defects = (wrong.all(one.case_id, one.round) as string[]).map((questionId) => ({
      heading: headingOf(questionId),
      severity: severity.get(questionId) ?? (SEVERITIES[2] as Severity),
    }))
    insert.run(
      civilDayOf(one.issued_at),
      one.case_id,
      one.round,
      one.accepted_on,
      one.due_on,
      one.submitting_unit,
      one.reviewer_id ?? '',
      one.type,
      one.action_kinds,
      returns.get(one.case_id, one.round),
      tallyOf(defects),
    )
  }
}

export const statistics: Migration = {
  version: 145,
  name: 'statistics',
  up: (database) => {
    database.exec(TABLES)
    fromTheRecord(database)
    database.exec(GUARDS)
  },
}
