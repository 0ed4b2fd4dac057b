/** What became of the findings of the pre-review: accepted, changed or dismissed, each with the finding as it was. */
import type { Migration } from '../migrations.ts'
import { forbid, issuedRound } from './guard.ts'

const DECISIONS = `
CREATE TABLE finding_decisions (
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  key TEXT NOT NULL,
  rule_id TEXT NOT NULL,
  question_id TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'changed', 'dismissed')),
  reason TEXT NOT NULL,
  finding TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  PRIMARY KEY (case_id, round, key)
) STRICT;
CREATE INDEX finding_decisions_by_rule ON finding_decisions (rule_id, outcome, decided_at);`

const GUARDS = [
  forbid('finding_decisions_no_delete', 'DELETE', 'finding_decisions', '', 'decisions on findings are never deleted'),
  forbid('finding_decisions_no_update', 'UPDATE', 'finding_decisions', issuedRound('OLD'), 'findings of an issued opinion never change'),
  forbid('finding_decisions_no_insert', 'INSERT', 'finding_decisions', issuedRound('NEW'), 'findings of an issued opinion never change'),
].join('\n')

export const prereview: Migration = {
  version: 40,
  name: 'prereview',
  up: (database) => {
    database.exec(DECISIONS)
    database.exec(GUARDS)
  },
}
