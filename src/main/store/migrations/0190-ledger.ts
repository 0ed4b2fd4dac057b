/**
 * The ledger (台账): one entry for each round of a case, with a serial of its year that is never used twice, and the rows
 * that were taken in from earlier ledgers. What was taken in never changes; an import as a whole can be withdrawn.
 */
import type { Migration } from '../migrations.ts'
import { forbid } from './guard.ts'

const IMPORTS = `
CREATE TABLE ledger_imports (
  id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  sheet TEXT NOT NULL,
  header_row INTEGER NOT NULL,
  mapping TEXT NOT NULL,
  counts TEXT NOT NULL,
  imported_by TEXT NOT NULL REFERENCES people(id),
  imported_at TEXT NOT NULL,
  withdrawn_by TEXT REFERENCES people(id),
  withdrawn_at TEXT,
  withdrawn_reason TEXT,
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
) STRICT;
CREATE TABLE ledger_mappings (
  headers TEXT PRIMARY KEY,
  mapping TEXT NOT NULL,
  saved_by TEXT NOT NULL REFERENCES people(id),
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;`

// The long column stands last, so that walking the entries does not read past it. What an imported row is narrowed by is
// kept beside it; of a live one the tables of its case tell.
const ENTRIES = `
CREATE TABLE ledger_entries (
  id INTEGER PRIMARY KEY,
  received_on TEXT NOT NULL,
  round INTEGER NOT NULL CHECK (round >= 1),
  serial_year INTEGER,
  serial INTEGER,
  case_id TEXT REFERENCES cases(id),
  import_id TEXT REFERENCES ledger_imports(id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  sheet_row INTEGER,
  number_key TEXT,
  unit TEXT,
  kinds TEXT,
  reviewer TEXT,
  type TEXT,
  content TEXT,
  CHECK ((case_id IS NULL) <> (import_id IS NULL)),
  CHECK ((case_id IS NULL) = (serial IS NULL) AND (serial IS NULL) = (serial_year IS NULL)),
  CHECK ((import_id IS NULL) = (content IS NULL) AND (import_id IS NULL) = (sheet_row IS NULL))
) STRICT;
CREATE INDEX ledger_entries_by_day ON ledger_entries (received_on, id, case_id, round, import_id, withdrawn);
CREATE UNIQUE INDEX ledger_entries_of_round ON ledger_entries (case_id, round) WHERE case_id IS NOT NULL;
CREATE UNIQUE INDEX ledger_entries_by_serial ON ledger_entries (serial_year, serial) WHERE serial IS NOT NULL;
CREATE UNIQUE INDEX ledger_entries_of_import ON ledger_entries (import_id, sheet_row) WHERE import_id IS NOT NULL;
CREATE INDEX ledger_entries_by_number ON ledger_entries (number_key) WHERE number_key IS NOT NULL;
CREATE TABLE ledger_remarks (
  entry_id INTEGER NOT NULL REFERENCES ledger_entries(id),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  remark TEXT NOT NULL,
  written_by TEXT NOT NULL REFERENCES people(id),
  written_at TEXT NOT NULL,
  PRIMARY KEY (entry_id, seq)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE ledger_search USING fts5(words, content='', contentless_delete=1, prefix='1', tokenize='unicode61');
CREATE INDEX rounds_by_reviewer ON rounds (reviewer_id, case_id, round);`

const FROM_THE_RECORD = `
INSERT INTO ledger_entries (received_on, round, serial_year, serial, case_id)
  SELECT submitted_on, round, CAST(substr(submitted_on, 1, 4) AS INTEGER),
    row_number() OVER (PARTITION BY substr(submitted_on, 1, 4) ORDER BY submitted_on, case_id, round), case_id
  FROM rounds ORDER BY submitted_on, case_id, round;`

/** Whoever writes a round writes its entry. A day that is corrected moves the entry, and its serial stays with it. */
const KEPT_IN_STEP = `
CREATE TRIGGER ledger_entry_of_new_round AFTER INSERT ON rounds
BEGIN
  INSERT INTO ledger_entries (received_on, round, serial_year, serial, case_id)
  SELECT NEW.submitted_on, NEW.round, y.year,
    coalesce((SELECT max(e.serial) FROM ledger_entries e WHERE e.serial_year = y.year AND e.serial IS NOT NULL), 0) + 1, NEW.case_id
  FROM (SELECT CAST(substr(NEW.submitted_on, 1, 4) AS INTEGER) AS year) y;
END;
CREATE TRIGGER ledger_entry_of_moved_round AFTER UPDATE OF submitted_on ON rounds WHEN OLD.submitted_on <> NEW.submitted_on
BEGIN UPDATE ledger_entries SET received_on = NEW.submitted_on WHERE case_id = NEW.case_id AND round = NEW.round; END;`

const GUARDS = [
  forbid('ledger_imports_no_delete', 'DELETE', 'ledger_imports', '', 'an import is withdrawn, not deleted'),
  forbid(
    'ledger_imports_content_stays',
    'UPDATE OF id, file_name, sha256, sheet, header_row, mapping, counts, imported_by, imported_at',
    'ledger_imports',
    '',
    'what was imported never changes',
  ),
  forbid('ledger_imports_withdrawn_once', 'UPDATE', 'ledger_imports', 'WHEN OLD.withdrawn_at IS NOT NULL', 'a withdrawn import stays so'),
  forbid('ledger_entries_no_delete', 'DELETE', 'ledger_entries', '', 'an entry of the ledger is never deleted'),
  forbid(
    'ledger_entries_content_stays',
    'UPDATE OF id, round, serial_year, serial, case_id, import_id, sheet_row, number_key, unit, kinds, reviewer, type, content',
    'ledger_entries',
    '',
    'an entry of the ledger keeps its serial and its content',
  ),
  forbid(
    'ledger_entries_imported_stays',
    'UPDATE',
    'ledger_entries',
    'WHEN OLD.import_id IS NOT NULL AND (NEW.received_on <> OLD.received_on OR OLD.withdrawn = 1) OR OLD.case_id IS NOT NULL AND NEW.withdrawn = 1',
    'an imported row is only withdrawn with its import',
  ),
  forbid('ledger_remarks_no_update', 'UPDATE', 'ledger_remarks', '', 'a remark is followed by another, not changed'),
  forbid('ledger_remarks_no_delete', 'DELETE', 'ledger_remarks', '', 'a remark is followed by another, not deleted'),
]

export const ledger: Migration = {
  version: 190,
  name: 'ledger',
  up: (database) => {
    for (const part of [IMPORTS, ENTRIES, FROM_THE_RECORD, KEPT_IN_STEP, ...GUARDS]) database.exec(part)
  },
}
