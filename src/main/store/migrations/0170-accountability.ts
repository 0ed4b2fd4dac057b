/** Who answers: interference records, the agency's registers, retention periods, and records of destruction. */
import type { Migration } from '../migrations.ts'
import { forbid } from './guard.ts'

// audit_seq leads to the entry: names and posts of that moment are read from the chain
const INTERFERENCE = `
CREATE TABLE interference_records (
  id TEXT PRIMARY KEY,
  case_id TEXT REFERENCES cases(id),
  fields TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES people(id),
  recorded_at TEXT NOT NULL,
  audit_seq INTEGER NOT NULL UNIQUE
) STRICT;
CREATE INDEX interference_records_by_case ON interference_records (case_id);
CREATE TABLE interference_additions (
  record_id TEXT NOT NULL REFERENCES interference_records(id),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  fields TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES people(id),
  recorded_at TEXT NOT NULL,
  audit_seq INTEGER NOT NULL UNIQUE,
  PRIMARY KEY (record_id, seq)
) STRICT;`

const REGISTERS = `
CREATE TABLE power_items (
  id TEXT PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  fields TEXT NOT NULL,
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE TABLE officer_certificates (
  id TEXT PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  fields TEXT NOT NULL,
  valid_until TEXT,
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX officer_certificates_by_end ON officer_certificates (valid_until);`

const RETENTION = `
CREATE TABLE retentions (
  case_id TEXT NOT NULL REFERENCES archives(case_id),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  fields TEXT NOT NULL,
  settled_by TEXT NOT NULL REFERENCES people(id),
  settled_at TEXT NOT NULL,
  audit_seq INTEGER NOT NULL,
  PRIMARY KEY (case_id, seq)
) STRICT;
CREATE TABLE destructions (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  fields TEXT NOT NULL,
  list_hash TEXT NOT NULL
) STRICT;
CREATE TABLE destruction_files (
  destruction_id TEXT NOT NULL REFERENCES destructions(id),
  stored_name TEXT NOT NULL,
  sha256 TEXT,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  case_id TEXT REFERENCES cases(id),
  kept_for TEXT,
  PRIMARY KEY (destruction_id, stored_name)
) STRICT;
CREATE INDEX destruction_files_by_content ON destruction_files (sha256);
CREATE INDEX destruction_files_by_case ON destruction_files (case_id);
CREATE TABLE destruction_steps (
  destruction_id TEXT NOT NULL REFERENCES destructions(id),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  step TEXT NOT NULL CHECK (step IN ('proposed', 'approved', 'refused', 'begun', 'finished')),
  note TEXT NOT NULL,
  done_by TEXT NOT NULL,
  done_at TEXT NOT NULL,
  audit_seq INTEGER NOT NULL UNIQUE,
  PRIMARY KEY (destruction_id, seq)
) STRICT;`

const KEPT = [
  ['interference_records', 'a record of interference never changes'],
  ['interference_additions', 'a record of interference never changes'],
  ['retentions', 'a retention period is settled anew, not changed'],
  ['destructions', 'a record of destruction never changes'],
  ['destruction_files', 'a record of destruction never changes'],
  ['destruction_steps', 'a record of destruction never changes'],
] as const

const NEVER = KEPT.flatMap(([table, message]) => [
  forbid(`${table}_no_update`, 'UPDATE', table, '', message),
  forbid(`${table}_no_delete`, 'DELETE', table, '', message),
])

const last = (of: string) => `(SELECT s.${of} FROM destruction_steps s WHERE s.destruction_id = NEW.destruction_id ORDER BY s.seq DESC LIMIT 1)`
const by = (step: string) => `(SELECT s.done_by FROM destruction_steps s WHERE s.destruction_id = NEW.destruction_id AND s.step = '${step}')`

/** Proposed, approved or refused, begun, finished, in this order; three people for the first three. */
const FOLLOWING = [
  forbid(
    'destruction_steps_follow',
    'INSERT',
    'destruction_steps',
    `WHEN NEW.seq <> (SELECT count(*) + 1 FROM destruction_steps s WHERE s.destruction_id = NEW.destruction_id)
      OR coalesce(${last('step')}, 'none') || '>' || NEW.step NOT IN
        ('none>proposed', 'proposed>approved', 'proposed>refused', 'approved>begun', 'begun>finished')`,
    'a step of a destruction follows the one before',
  ),
  forbid(
    'destruction_steps_by_three',
    'INSERT',
    'destruction_steps',
    `WHEN NEW.step IN ('approved', 'begun') AND (NEW.done_by = ${by('proposed')} OR NEW.done_by = ${by('approved')})`,
    'proposing, approving and witnessing a destruction take three people',
  ),
  // what was proposed is what is approved: the list is whole before the first step
  forbid(
    'destruction_files_before_proposal',
    'INSERT',
    'destruction_files',
    'WHEN EXISTS (SELECT 1 FROM destruction_steps s WHERE s.destruction_id = NEW.destruction_id)',
    'the list of a proposed destruction is closed',
  ),
]

export const accountability: Migration = {
  version: 170,
  name: 'accountability',
  up: (database) => {
    for (const part of [INTERFERENCE, REGISTERS, RETENTION, ...NEVER, ...FOLLOWING]) database.exec(part)
  },
}
