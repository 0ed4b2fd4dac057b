/**
 * The evaluation of files (案卷评查): standards of the station's own, evaluations with their sample, score sheets. A sheet
 * that was signed never changes; what it counted as found later is taken back, not deleted, when a later one says otherwise.
 */
import type { Migration } from '../migrations.ts'
import { forbid } from './guard.ts'

const TABLES = `
CREATE TABLE evaluation_standards (
  key TEXT PRIMARY KEY,
  standard_id TEXT NOT NULL,
  version TEXT NOT NULL,
  content TEXT NOT NULL,
  imported_by TEXT NOT NULL REFERENCES people(id),
  imported_at TEXT NOT NULL,
  UNIQUE (standard_id, version)
) STRICT;
CREATE TABLE evaluations (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  population TEXT NOT NULL,
  population_size INTEGER NOT NULL,
  population_hash TEXT NOT NULL,
  seed TEXT NOT NULL,
  commitment TEXT NOT NULL,
  standard_key TEXT NOT NULL,
  standard TEXT NOT NULL,
  started_by TEXT NOT NULL REFERENCES people(id),
  started_at TEXT NOT NULL
) STRICT;
CREATE TABLE evaluation_population (
  evaluation_id TEXT NOT NULL REFERENCES evaluations(id),
  case_id TEXT NOT NULL REFERENCES cases(id),
  PRIMARY KEY (evaluation_id, case_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE evaluation_files (
  evaluation_id TEXT NOT NULL REFERENCES evaluations(id),
  place INTEGER NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases(id),
  closed_on TEXT NOT NULL,
  PRIMARY KEY (evaluation_id, case_id),
  UNIQUE (evaluation_id, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE evaluation_sheets (
  evaluation_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  evaluator_id TEXT NOT NULL REFERENCES people(id),
  sheet TEXT NOT NULL,
  version INTEGER NOT NULL,
  correction_reason TEXT,
  started_at TEXT NOT NULL,
  signed_at TEXT,
  result TEXT,
  PRIMARY KEY (evaluation_id, case_id, number),
  FOREIGN KEY (evaluation_id, case_id) REFERENCES evaluation_files (evaluation_id, case_id),
  CHECK ((number = 1) = (correction_reason IS NULL)),
  CHECK ((signed_at IS NULL) = (result IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX evaluation_sheets_open ON evaluation_sheets (evaluation_id, case_id) WHERE signed_at IS NULL;
CREATE INDEX evaluation_sheets_by_case ON evaluation_sheets (case_id);
CREATE TABLE evaluation_defects (
  defect_id TEXT PRIMARY KEY REFERENCES later_defects(id),
  evaluation_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  line_id TEXT NOT NULL,
  FOREIGN KEY (evaluation_id, case_id, number) REFERENCES evaluation_sheets (evaluation_id, case_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_defects_by_sheet ON evaluation_defects (evaluation_id, case_id, number);
CREATE TABLE later_defects_taken_back (
  defect_id TEXT PRIMARY KEY REFERENCES later_defects(id),
  reason TEXT NOT NULL,
  taken_back_by TEXT NOT NULL REFERENCES people(id),
  taken_back_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;`

const KEPT: readonly (readonly [table: string, message: string])[] = [
  ['evaluation_standards', 'a standard that files were scored by never changes'],
  ['evaluations', 'an evaluation that was drawn never changes'],
  ['evaluation_population', 'an evaluation that was drawn never changes'],
  ['evaluation_files', 'an evaluation that was drawn never changes'],
  ['evaluation_defects', 'what an evaluation found never changes'],
  ['later_defects_taken_back', 'what was taken back stays so'],
]

const GUARDS = [
  ...KEPT.flatMap(([table, message]) => [
    forbid(`${table}_no_update`, 'UPDATE', table, '', message),
    forbid(`${table}_no_delete`, 'DELETE', table, '', message),
  ]),
  forbid('evaluation_sheets_no_delete', 'DELETE', 'evaluation_sheets', '', 'a score sheet is corrected by a later one'),
  forbid('evaluation_sheets_signed', 'UPDATE', 'evaluation_sheets', 'WHEN OLD.signed_at IS NOT NULL', 'a signed score sheet never changes'),
].join('\n')

export const evaluation: Migration = {
  version: 185,
  name: 'evaluation',
  up: (database) => {
    database.exec(TABLES)
    database.exec(GUARDS)
  },
}
