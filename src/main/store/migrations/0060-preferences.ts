/**
 * What people keep for their own screens, and what the list of cases is narrowed and searched by beside the columns of
 * the first store: marks, more orders, issued opinions, the text of opinions.
 */
import type { Migration } from '../migrations.ts'

const PREFERENCES = `
CREATE TABLE preferences (
  person_id TEXT NOT NULL REFERENCES people(id),
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (person_id, key)
) STRICT, WITHOUT ROWID;`

const marks = (row: string): string => `
  INSERT OR IGNORE INTO case_marks (mark, case_id)
  SELECT 'flag/' || f.key, ${row}.id FROM json_each(${row}.fields, '$.flags') f WHERE f.value = 1
  UNION ALL SELECT 'cause/' || (${row}.fields ->> '$.cause'), ${row}.id WHERE ${row}.fields ->> '$.cause' IS NOT NULL`

/** One row for each flag and for the cause that a case was registered with; kept by triggers, whoever writes the case. */
const MARKS = `
CREATE TABLE case_marks (
  mark TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases(id),
  PRIMARY KEY (mark, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_marks_by_case ON case_marks (case_id);
CREATE TRIGGER case_marks_of_new_case AFTER INSERT ON cases WHEN json_valid(NEW.fields)
BEGIN ${marks('NEW')};
END;
CREATE TRIGGER case_marks_of_changed_case AFTER UPDATE OF fields ON cases WHEN OLD.fields <> NEW.fields AND json_valid(NEW.fields)
BEGIN
  DELETE FROM case_marks WHERE case_id = NEW.id;
  ${marks('NEW')};
END;
INSERT OR IGNORE INTO case_marks (mark, case_id)
  SELECT 'flag/' || f.key, c.id FROM cases c, json_each(c.fields, '$.flags') f WHERE json_valid(c.fields) AND f.value = 1;
INSERT OR IGNORE INTO case_marks (mark, case_id)
  SELECT 'cause/' || (c.fields ->> '$.cause'), c.id FROM cases c WHERE json_valid(c.fields) AND c.fields ->> '$.cause' IS NOT NULL;`

const ORDERS = `
CREATE INDEX cases_by_party_name ON cases (party_name, id);
CREATE INDEX cases_by_submitting_unit ON cases (submitting_unit, id);
CREATE INDEX cases_by_file_number ON cases (file_number, id);
CREATE INDEX cases_by_round ON cases (round);
CREATE INDEX opinions_issued_by_time ON opinions (issued_at, type, case_id) WHERE state = 'issued';
CREATE INDEX opinions_issued_by_type ON opinions (type, issued_at, case_id) WHERE state = 'issued';
CREATE INDEX file_pages_by_id ON file_pages (id, sha256);
CREATE INDEX materials_cases_of_content ON materials (sha256, case_id, removed_at);
ALTER TABLE cases DROP COLUMN search_text;`

// An opinion's words are written when somebody next searches, not with each key that changes it: the trigger only notes it.
// OR IGNORE would not hold here: the statement that fires a trigger brings its own way with conflicts.
const OPINIONS = `
CREATE TABLE opinion_texts (
  id INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (case_id, round)
) STRICT;
CREATE VIRTUAL TABLE opinion_search USING fts5(words, content='', contentless_delete=1, prefix='1', tokenize='unicode61');
CREATE TABLE opinions_to_index (
  case_id TEXT NOT NULL,
  round INTEGER NOT NULL,
  PRIMARY KEY (case_id, round)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER opinions_to_index_new AFTER INSERT ON opinions
BEGIN INSERT INTO opinions_to_index (case_id, round) VALUES (NEW.case_id, NEW.round) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER opinions_to_index_changed AFTER UPDATE ON opinions
BEGIN INSERT INTO opinions_to_index (case_id, round) VALUES (NEW.case_id, NEW.round) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER opinions_to_index_answered AFTER INSERT ON answers
BEGIN INSERT INTO opinions_to_index (case_id, round) SELECT o.case_id, o.round FROM opinions o
  WHERE o.case_id = NEW.case_id AND o.round = NEW.round ON CONFLICT DO NOTHING; END;
CREATE TRIGGER opinions_to_index_answered_anew AFTER UPDATE ON answers
BEGIN INSERT INTO opinions_to_index (case_id, round) SELECT o.case_id, o.round FROM opinions o
  WHERE o.case_id = NEW.case_id AND o.round = NEW.round ON CONFLICT DO NOTHING; END;
INSERT INTO opinions_to_index (case_id, round) SELECT case_id, round FROM opinions;`

export const preferences: Migration = {
  version: 60,
  name: 'preferences',
  up: (database) => {
    database.exec(PREFERENCES)
    database.exec(MARKS)
    database.exec(ORDERS)
    database.exec(OPINIONS)
  },
}
