/** Benchmarks of discretion that the agency imported, and the discretion sheet of each review. */
import type { Migration } from '../migrations.ts'
import { forbid, issuedRound } from './guard.ts'

const TABLES = `
CREATE TABLE benchmarks (
  id TEXT PRIMARY KEY,
  law TEXT NOT NULL,
  article INTEGER,
  fields TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  retired_at TEXT,
  retired_by TEXT,
  retired_reason TEXT
) STRICT;
CREATE INDEX benchmarks_by_law ON benchmarks (law, article);
CREATE TABLE discretion_sheets (
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  version INTEGER NOT NULL,
  fields TEXT NOT NULL,
  benchmark TEXT,
  similar TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (case_id, round)
) STRICT;`

const GUARDS = [
  forbid('benchmarks_no_delete', 'DELETE', 'benchmarks', '', 'benchmarks are retired with a reason, not deleted'),
  forbid('benchmarks_content_stays', 'UPDATE OF id, law, article, fields, imported_by, imported_at', 'benchmarks', '', 'a benchmark never changes'),
  forbid('discretion_sheets_no_delete', 'DELETE', 'discretion_sheets', '', 'discretion sheets are never deleted'),
  forbid('discretion_sheets_no_update', 'UPDATE', 'discretion_sheets', issuedRound('OLD'), 'the sheet of an issued opinion never changes'),
  forbid('discretion_sheets_no_insert', 'INSERT', 'discretion_sheets', issuedRound('NEW'), 'the sheet of an issued opinion never changes'),
].join('\n')

export const discretion: Migration = {
  version: 50,
  name: 'discretion',
  up: (database) => {
    database.exec(TABLES)
    database.exec(GUARDS)
  },
}
