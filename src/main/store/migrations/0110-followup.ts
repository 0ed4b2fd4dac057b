/**
 * What follows an issued opinion (后续处理): the bureau's answers, coordination, decisions, and a case that rests, is merged
 * into another, or is archived. What was recorded stays: a later fact is a row of its own.
 */
import type { Migration } from '../migrations.ts'
import { forbid } from './guard.ts'

const ANSWERS = `
CREATE TABLE feedbacks (
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('adopted', 'objected')),
  answered_by TEXT NOT NULL,
  answered_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES people(id),
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (case_id, round)
) STRICT, WITHOUT ROWID;
CREATE TABLE problem_answers (
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  number INTEGER NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('adopted', 'partly', 'notAdopted')),
  reason TEXT NOT NULL,
  PRIMARY KEY (case_id, round, number),
  CHECK (answer = 'adopted' OR reason <> '')
) STRICT, WITHOUT ROWID;
CREATE TABLE corrections (
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  number INTEGER NOT NULL,
  corrected TEXT NOT NULL,
  PRIMARY KEY (case_id, round, number)
) STRICT, WITHOUT ROWID;`

const DISAGREEMENT = `
CREATE TABLE coordinations (
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  reason TEXT NOT NULL,
  opened_by TEXT NOT NULL REFERENCES people(id),
  opened_at TEXT NOT NULL,
  PRIMARY KEY (case_id, round)
) STRICT, WITHOUT ROWID;
CREATE TABLE coordination_records (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  round INTEGER NOT NULL,
  held_on TEXT NOT NULL,
  fields TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES people(id),
  recorded_at TEXT NOT NULL,
  FOREIGN KEY (case_id, round) REFERENCES coordinations (case_id, round)
) STRICT;
CREATE INDEX coordination_records_by_case ON coordination_records (case_id, round);
CREATE TABLE settlements (
  case_id TEXT NOT NULL,
  round INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('uphold', 'closingRound')),
  settled_on TEXT NOT NULL,
  fields TEXT NOT NULL,
  settled_by TEXT NOT NULL REFERENCES people(id),
  settled_at TEXT NOT NULL,
  PRIMARY KEY (case_id, round),
  FOREIGN KEY (case_id, round) REFERENCES coordinations (case_id, round)
) STRICT, WITHOUT ROWID;`

const DECISIONS = `
CREATE TABLE decisions (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  number TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  amount REAL,
  irregular INTEGER NOT NULL CHECK (irregular IN (0, 1)),
  red INTEGER NOT NULL CHECK (red IN (0, 1)),
  fields TEXT NOT NULL,
  comparison TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES people(id),
  recorded_at TEXT NOT NULL,
  CHECK (irregular = 0 OR red = 1)
) STRICT;
CREATE UNIQUE INDEX decisions_regular ON decisions (case_id) WHERE irregular = 0;
CREATE INDEX decisions_by_case ON decisions (case_id, irregular, decided_on);
CREATE INDEX decisions_by_day ON decisions (decided_on, case_id);
CREATE TRIGGER case_marks_of_red_decision AFTER INSERT ON decisions WHEN NEW.red = 1
BEGIN INSERT INTO case_marks (mark, case_id) VALUES ('red/decision', NEW.case_id) ON CONFLICT DO NOTHING; END;`

const ENDS = `
CREATE TABLE drops (
  case_id TEXT PRIMARY KEY REFERENCES cases(id),
  round INTEGER NOT NULL,
  kind TEXT NOT NULL,
  dropped_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES people(id),
  recorded_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE archives (
  case_id TEXT PRIMARY KEY REFERENCES cases(id),
  archived_on TEXT NOT NULL,
  fields TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES people(id),
  recorded_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE mergers (
  case_id TEXT PRIMARY KEY REFERENCES cases(id),
  into_case_id TEXT NOT NULL REFERENCES cases(id),
  reason TEXT NOT NULL,
  merged_by TEXT NOT NULL REFERENCES people(id),
  merged_at TEXT NOT NULL,
  CHECK (case_id <> into_case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mergers_by_target ON mergers (into_case_id);
CREATE TABLE suspensions (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  suspended_on TEXT NOT NULL,
  basis TEXT NOT NULL CHECK (basis <> ''),
  reason TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES people(id),
  recorded_at TEXT NOT NULL,
  resumed_on TEXT,
  resumed_reason TEXT,
  resumed_by TEXT REFERENCES people(id),
  resumed_at TEXT,
  CHECK (resumed_on IS NULL OR resumed_on >= suspended_on)
) STRICT;
CREATE INDEX suspensions_by_case ON suspensions (case_id, suspended_on);
CREATE UNIQUE INDEX suspensions_open ON suspensions (case_id) WHERE resumed_on IS NULL;`

/** What the registration marks is made anew when it changes; other marks of the case stay. */
const MARKS = `
DROP TRIGGER case_marks_of_changed_case;
CREATE TRIGGER case_marks_of_changed_case AFTER UPDATE OF fields ON cases WHEN OLD.fields <> NEW.fields AND json_valid(NEW.fields)
BEGIN
  DELETE FROM case_marks WHERE case_id = NEW.id AND (mark GLOB 'flag/*' OR mark GLOB 'cause/*');
  INSERT OR IGNORE INTO case_marks (mark, case_id)
  SELECT 'flag/' || f.key, NEW.id FROM json_each(NEW.fields, '$.flags') f WHERE f.value = 1
  UNION ALL SELECT 'cause/' || (NEW.fields ->> '$.cause'), NEW.id WHERE NEW.fields ->> '$.cause' IS NOT NULL;
END;`

const KEPT = ['feedbacks', 'problem_answers', 'corrections', 'coordinations', 'coordination_records', 'settlements', 'decisions', 'drops', 'archives', 'mergers']
const GUARDS = [
  ...KEPT.flatMap((table) => [
    forbid(`${table}_no_update`, 'UPDATE', table, '', 'what followed the opinion never changes'),
    forbid(`${table}_no_delete`, 'DELETE', table, '', 'what followed the opinion never changes'),
  ]),
  forbid('suspensions_no_delete', 'DELETE', 'suspensions', '', 'a suspension is ended, not deleted'),
  forbid(
    'suspensions_content_stays',
    'UPDATE',
    'suspensions',
    `WHEN OLD.resumed_on IS NOT NULL OR NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id OR NEW.suspended_on <> OLD.suspended_on
      OR NEW.basis <> OLD.basis OR NEW.reason <> OLD.reason OR NEW.approved_by <> OLD.approved_by
      OR NEW.recorded_by <> OLD.recorded_by OR NEW.recorded_at <> OLD.recorded_at`,
    'a suspension is ended, not changed',
  ),
].join('\n')

export const followup: Migration = {
  version: 110,
  name: 'followup',
  up: (database) => {
    database.exec(ANSWERS)
    database.exec(DISAGREEMENT)
    database.exec(DECISIONS)
    database.exec(ENDS)
    database.exec(MARKS)
    database.exec(GUARDS)
  },
}
