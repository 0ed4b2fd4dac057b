/**
 * Clocks of cases (期限): what people recorded for them (extensions, time left out, days), what is due when over all open
 * cases, and the notices of days off that the station entered itself.
 */
import type { Migration } from '../migrations.ts'
import { forbid } from './guard.ts'

const TAKEN_BACK = `
  recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  taken_back_by TEXT,
  taken_back_at TEXT,
  taken_back_reason TEXT`

const RECORDS = `
CREATE TABLE clock_extensions (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  clock TEXT NOT NULL,
  length INTEGER NOT NULL CHECK (length >= 1),
  unit TEXT NOT NULL CHECK (unit IN ('workingDays', 'calendarDays', 'months', 'hours')),
  approved_by TEXT NOT NULL,
  approved_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  material_id TEXT REFERENCES materials(id),${TAKEN_BACK}
) STRICT;
CREATE INDEX clock_extensions_by_case ON clock_extensions (case_id);
CREATE TABLE clock_exclusions (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  clock TEXT NOT NULL,
  ground TEXT NOT NULL,
  name TEXT NOT NULL,
  basis TEXT NOT NULL CHECK (json_array_length(basis) >= 1),
  from_on TEXT NOT NULL,
  to_on TEXT CHECK (to_on IS NULL OR to_on >= from_on),
  reason TEXT NOT NULL,${TAKEN_BACK}
) STRICT;
CREATE INDEX clock_exclusions_by_case ON clock_exclusions (case_id);
CREATE TABLE clock_days (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  event TEXT NOT NULL,
  on_day TEXT NOT NULL,
  at TEXT,
  note TEXT NOT NULL,
  material_id TEXT REFERENCES materials(id),${TAKEN_BACK}
) STRICT;
CREATE INDEX clock_days_by_case ON clock_days (case_id);`

// What runs and is not ended; made again from the record whenever a case changes. `amber_at` and `due_at` are moments, so
// that the board needs no calendar: it compares them with now.
const DUES = `
CREATE TABLE clock_dues (
  case_id TEXT NOT NULL REFERENCES cases(id),
  clock TEXT NOT NULL,
  subject TEXT NOT NULL,
  desk TEXT NOT NULL,
  person_id TEXT,
  due_on TEXT NOT NULL,
  due_at TEXT NOT NULL,
  amber_at TEXT NOT NULL,
  provisional INTEGER NOT NULL,
  suspended INTEGER NOT NULL,
  run TEXT NOT NULL,
  PRIMARY KEY (case_id, clock)
) STRICT;
CREATE INDEX clock_dues_lights ON clock_dues (suspended, amber_at, due_at, subject, desk, person_id, case_id);
CREATE INDEX clock_dues_by_end ON clock_dues (due_at, amber_at, suspended, subject, desk, person_id, case_id);
CREATE INDEX clock_dues_by_day ON clock_dues (due_on);
CREATE TABLE clock_stale (case_id TEXT PRIMARY KEY REFERENCES cases(id)) STRICT, WITHOUT ROWID;`

/** No act forgets the board: every one leaves an entry about its case. What is read from a paper is no act. */
const MARKS = `
CREATE TRIGGER clock_stale_by_act AFTER INSERT ON audit WHEN NEW.subject GLOB 'case/*'
BEGIN INSERT OR IGNORE INTO clock_stale (case_id) SELECT id FROM cases WHERE id = substr(NEW.subject, 6); END;
CREATE TRIGGER clock_stale_by_case AFTER INSERT ON cases
BEGIN INSERT OR IGNORE INTO clock_stale (case_id) VALUES (NEW.id); END;
CREATE TRIGGER clock_stale_by_change AFTER UPDATE OF state, round, due_on, reviewer_id, fields ON cases
BEGIN INSERT OR IGNORE INTO clock_stale (case_id) VALUES (NEW.id); END;
CREATE TRIGGER clock_stale_by_document AFTER INSERT ON material_documents
BEGIN INSERT OR IGNORE INTO clock_stale (case_id) SELECT case_id FROM materials WHERE id = NEW.material_id; END;
CREATE TRIGGER clock_stale_by_reading AFTER UPDATE OF state ON file_readings WHEN NEW.state = 'read'
BEGIN INSERT OR IGNORE INTO clock_stale (case_id) SELECT case_id FROM materials WHERE sha256 = NEW.sha256 AND removed_at IS NULL; END;
INSERT INTO clock_stale (case_id) SELECT id FROM cases WHERE state NOT IN ('archived', 'withdrawn', 'dropped');`

const SETTINGS = `
CREATE TABLE clock_warnings (
  subject TEXT PRIMARY KEY,
  n INTEGER NOT NULL CHECK (n BETWEEN 0 AND 90),
  unit TEXT NOT NULL CHECK (unit IN ('workingDays', 'hours'))
) STRICT, WITHOUT ROWID;
CREATE TABLE holiday_notices (
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  content TEXT NOT NULL,
  note TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (year, seq)
) STRICT;`

const RECORDED = ['clock_extensions', 'clock_exclusions', 'clock_days'] as const
const CONTENT = {
  clock_extensions: 'id, case_id, clock, length, unit, approved_by, approved_on, reason, material_id, recorded_by, recorded_at',
  clock_exclusions: 'id, case_id, clock, ground, name, basis, from_on, reason, recorded_by, recorded_at',
  clock_days: 'id, case_id, event, on_day, at, note, material_id, recorded_by, recorded_at',
}

const GUARDS = [
  ...RECORDED.flatMap((table) => [
    forbid(`${table}_no_delete`, 'DELETE', table, '', 'what was recorded for a clock is taken back, not deleted'),
    forbid(`${table}_content_stays`, `UPDATE OF ${CONTENT[table]}`, table, '', 'what was recorded for a clock never changes'),
    forbid(`${table}_taken_back_once`, 'UPDATE', table, 'WHEN OLD.taken_back_at IS NOT NULL', 'what was taken back stays so'),
  ]),
  forbid('clock_exclusions_end_stays', 'UPDATE OF to_on', 'clock_exclusions', 'WHEN OLD.to_on IS NOT NULL', 'the end of time left out never changes'),
  forbid('holiday_notices_no_update', 'UPDATE', 'holiday_notices', '', 'a kept notice never changes'),
  forbid('holiday_notices_no_delete', 'DELETE', 'holiday_notices', '', 'a kept notice never changes'),
]

export const clocks: Migration = {
  version: 130,
  name: 'clocks',
  up: (database) => {
    for (const part of [RECORDS, DUES, MARKS, SETTINGS, ...GUARDS]) database.exec(part)
  },
}
